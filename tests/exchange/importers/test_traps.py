"""What goes wrong in other importers: times by UTC, days and months swapped, sides, commas, codings, brackets, 1904."""

from datetime import date, datetime, time, timedelta

import pytest

from journal.domain.errors import ImportRefused
from journal.exchange.importers import recognised
from journal.exchange.importers.answers import Answers, from_json
from journal.exchange.importers.moments import Dates, Zone, read_time
from journal.exchange.importers.places import understand
from journal.exchange.importers.reading import Ask, Remark, Unfit
from tests.exchange.importers import samples
from tests.exchange.importers.samples import TODAY, table, workbook

LONDON = {"zone": "Europe/London"}


def read(data, **answers):
    found = from_json(LONDON | answers)
    return recognised(data).read(data, found, TODAY)


def marks(entry):
    return {(mark.region, str(mark.kind)): mark.intensity for mark in entry.marks}


def left(reading):
    return [(row.line, str(row.reason), row.what) for row in reading.left_out]


def diary(*rows, header=("date", "time", "pain", "where")):
    return table([list(header), *map(list, rows)])


# Pain Tracker

HEAD = "Date,Time,Pain Level,Locations,Symptoms,Limited Activities,Sleep Quality,Mood Impact,Missed Work Days,Notes"


def tracked(*rows, join="\\n"):
    return join.join([HEAD, *rows]).encode()


def test_rows_joined_by_two_characters_are_split_only_outside_quotes_and_their_utc_becomes_the_local_day():
    data = tracked(
        '2026-02-02,04:15,6,"left calf","","",,,,"first\\nline, ""quoted"""',
        '2026-02-03,12:00,5,"left calf","","",,,,""',
    )
    first, second = read(data, zone="America/Vancouver").records.entries
    assert first.recorded_at == datetime.fromisoformat("2026-02-01T20:15-08:00")
    assert first.day == date(2026, 2, 1)
    assert first.note == 'first\\nline, "quoted"'
    assert second.day == date(2026, 2, 3)


def test_quotes_inside_locations_that_are_not_doubled_do_not_end_the_cell():
    reading = read(tracked('2026-02-02,16:00,6,"left "bad" calf; left calf","","",,,,"n"'))
    assert marks(reading.records.entries[0]) == {("left_calf_upper", "pain"): 6}
    assert reading.records.entries[0].note == 'n\n[Pain Tracker: left "bad" calf]'


def test_real_line_ends_are_read_too():
    assert len(read(tracked('2026-02-02,16:00,6,"left calf","","",,,,""', join="\r\n")).records) == 1


def test_the_minimal_export_says_to_export_again_and_keeps_figures_only_where_wanted():
    data = b'Date,Time,Pain Level,Symptoms,Medication Log\\n2026-02-02,16:00,6,"tingling",""'
    reading = read(data)
    assert Remark.NO_PLACES in reading.remarks and not len(reading.records)
    (entry,) = read(data, keep_without_place=True).records.entries
    assert (entry.symptoms, entry.pain_average, entry.note) == (None, 6, "[Pain Tracker: tingling]")


def test_numbness_without_pain_is_never_no_symptoms():
    (entry,) = read(tracked('2026-02-02,16:00,0,"left calf","numbness","",,,,""')).records.entries
    assert entry.symptoms is None
    assert entry.note == "[Pain Tracker: left calf; numbness]"


# Bearable


def bear(*rows):
    return table([samples.BEARABLE, *rows])


def test_only_the_last_bracket_is_the_rating_and_the_number_decides():
    day = date(2026, 3, 2)
    data = bear(samples.bearable_row(day, "am", "Symptom", "3", "Back (lower) pain (Mild)"))
    assert marks(read(data).records.entries[0]) == {("low_back_centre", "pain"): 8}
    assert marks(read(data, words={"severe": 7}).records.entries[0]) == {("low_back_centre", "pain"): 7}
    assert Remark.ONLY_BACK in read(data).remarks


def test_what_bearable_cannot_say_is_told_row_by_row():
    day = date(2026, 3, 2)
    row = samples.bearable_row
    data = bear(
        row(day, "am", "Symptom", "5", "Calf pain (Odd)"),
        row(day, "am", "Symptom", "bad", "Calf pain (Odd)"),
        row(day, "noonish", "Symptom", "1", "Calf pain (Mild)"),
        row(day, "am", "Symptom", "", "Calf pain"),
        row(date(2027, 1, 1), "am", "Symptom", "1", "Calf pain (Mild)"),
        row(date(1999, 1, 1), "am", "Symptom", "1", "Calf pain (Mild)"),
        samples.BEARABLE,
        [*row(day, "am", "Symptom", "1", "Calf pain (Mild)"), "x"],
        row(day, "", "Sleep", "6:30", "x"),
        row(day, "am", "Brand new category", "1", "x"),
    )
    assert [reason for _line, reason, _what in left(read(data, side="left"))] == [
        "out_of_scale",
        "not_a_number",
        "bad_time",
        "no_intensity",
        "future_date",
        "date_too_old",
        "repeated_header",
        "too_many_cells",
        "no_entry_that_day",
        "category",
    ]


def test_a_medicine_has_ended_only_where_its_last_dose_is_long_before_the_last_row():
    row = samples.bearable_row
    doses = [row(date(2026, 3, day), "8:15", "Meds/Supplements", "400", "Ibuprofen (mg)") for day in (2, 5)]
    late = row(date(2026, 3, 20), "am", "Symptom", "1", "Back (lower) pain (Mild)")
    (treatment,) = read(bear(*doses, late)).records.treatments
    assert (treatment.dose, treatment.ended_on) == ("400 mg", date(2026, 3, 5))
    early = row(date(2026, 3, 19), "am", "Symptom", "1", "Back (lower) pain (Mild)")
    assert read(bear(*doses, early)).records.treatments[0].ended_on is None


# Pain Diary


def painted(regions, qualities="", level=5, **answers):
    tables = samples.pain_diary_tables(1)
    tables["paindescriptions"][0] |= {"bodyRegions": regions, "painQualities": qualities, "painLevel": level}
    return read(samples.pain_diary_file(tables), **answers)


def test_even_numbers_are_the_left_of_the_picture_so_the_right_leg_from_the_front():
    assert set(marks(painted("4").records.entries[0])) == {("right_thigh_front_upper", "pain")}
    assert set(marks(painted("26").records.entries[0])) == {("left_thigh_back_upper", "pain")}
    turned = painted("4,5", views={"front": "left"}).records.entries[0]
    assert {mark.region for mark in turned.marks} == {"left_thigh_front_upper", "right_thigh_front_upper"}
    asked = [question.name for question in painted("4,26").questions if question.ask is Ask.VIEW]
    assert asked == ["back", "front"]


def test_the_rest_of_the_body_goes_to_the_note_and_alone_is_no_place():
    (entry,) = painted("14,30").records.entries
    assert entry.note == "[Pain Diary: upper body]"
    assert left(painted("14"))[0][1] == "no_place"


def test_an_encrypted_backup_says_how_to_go_on_and_the_data_inside_is_read_too():
    tables = samples.pain_diary_tables(2)
    with pytest.raises(ImportRefused, match="turn encryption off"):
        read(samples.pain_diary_file(tables, encrypted=True))
    inner = samples.pain_diary_database(tables).encode()
    assert recognised(inner).NAME == "secuso"
    assert len(read(inner).records.entries) == 2
    events = [event.done_at.time() for event in read(inner).records.treatment_events]
    assert events == [time(8), time(18)]


# Track & Graph


def graphed(*rows, header=samples.TRACK):
    return table([list(header), *map(list, rows)])


def test_a_value_without_a_label_column_carries_its_label_and_another_value_is_no_duplicate():
    data = graphed(
        ("Right calf pain", "2026-03-02T08:00+01:00", "3:Bad"),
        ("Right calf pain", "2026-03-02T08:00+01:00", "5:Bad"),
        header=("FeatureName", "Timestamp", "Value"),
    )
    reading = read(data)
    assert marks(reading.records.entries[0]) == {("right_calf_upper", "pain"): 5}
    assert reading.left_out == ()
    assert reading.records.entries[0].note == "[Track & Graph: Bad]"


def test_moments_with_z_seconds_or_none_are_read_and_no_zone_is_asked():
    data = graphed(
        ("Right calf pain", "2026-03-02T08:00Z", "3.0", "", ""),
        ("Right calf pain", "2026-03-03T08:00:05.412+01:00", "0.4", "", ""),
        ("Right calf pain", "not a time", "3.0", "", ""),
    )
    reading = recognised(data).read(data, Answers(), TODAY)
    assert [marks(entry) for entry in reading.records.entries] == [
        {("right_calf_upper", "pain"): 3},
        {("right_calf_upper", "pain"): 1},
    ]
    assert left(reading) == [(4, "bad_date", "not a time")]
    assert Ask.ZONE not in {question.ask for question in reading.questions}


# Flaredown


def test_a_blank_is_not_rated_and_a_zero_is_no_symptoms():
    rows = [["2026-01-05", "", "300 mg", "", ""], ["2026-01-06", "0", "", "", ""], ["2026-01-07", "4", "", "rest", ""]]
    data = table([["Date", "Left calf pain", "Gabapentin", "Tags", "Foods"], *rows])
    reading = read(data)
    free, worst = reading.records.entries
    assert free.symptoms == () and marks(worst) == {("left_calf_upper", "pain"): 10}
    assert left(reading) == [(2, "nothing_rated", "2026-01-05")]
    assert len(reading.records.treatment_events) == 1


# tables


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_codings_and_delimiters_are_found(encoding, delimiter):
    rows = [["Datum", "Schmerz", "Ort"], ["02.03.2026", "6,5", "Gesäß links"], ["03.03.2026", "4", "Wade links"]]
    first, second = read(table(rows, delimiter, encoding)).records.entries
    assert marks(first) == {("left_buttock_lower", "pain"): 7}
    assert marks(second) == {("left_calf_upper", "pain"): 4}


def test_titles_with_commas_stand_above_a_header():
    data = b"My diary, since March, 2026\n\n" + table(
        [["date", "pain", "where"], ["2026-03-02", "5", "left calf"]], ";"
    )
    assert len(read(data).records) == 1


@pytest.mark.parametrize(
    ("cell", "strength", "reason"),
    [
        ("7/10", 7, ""),
        ("0.2", 1, ""),
        ("4.5", 5, ""),
        ("severe", 8, ""),
        ("none", 0, ""),
        ("5-6", None, "not_a_number"),
        ("bad", None, "not_a_number"),
        ("11", None, "out_of_scale"),
        ("-1", None, "out_of_scale"),
        ("", None, "no_intensity"),
    ],
)
def test_strengths_are_read_or_told_and_never_guessed(cell, strength, reason):
    reading = read(diary(("2026-03-02", "", cell, "left calf")))
    if reason:
        assert [row[1] for row in left(reading)] == [reason]
    else:
        (entry,) = reading.records.entries
        assert max(marks(entry).values(), default=0) == strength


def test_one_order_of_dates_a_column_and_what_does_not_fit_is_never_read_another_way():
    days = ("3/14/2026", "3/2/2026", "13/2/2026", "2/28/2026")
    reading = read(diary(*((day, "", "5", "left calf") for day in days)))
    assert {entry.day for entry in reading.records.entries} == {date(2026, 3, 14), date(2026, 3, 2), date(2026, 2, 28)}
    assert left(reading)[0][1:] == ("other_date_style", "13/2/2026")
    undecided = read(diary(("3/4/2026", "", "5", "left calf")))
    assert Ask.DATE_ORDER in {question.ask for question in undecided.open}


def test_days_of_a_workbook_count_from_1899_or_1904():
    assert Dates(None).read(46083)[0] == date(2026, 3, 2)
    assert Dates(None, since_1904=True).read(46083 - 1462)[0] == date(2026, 3, 2)
    assert Dates(None).read(46083.875) == (date(2026, 3, 2), time(21))
    for cell in (12, 36525, 60001, "31/31/2026"):
        with pytest.raises(Unfit):
            Dates("dmy").read(cell)


@pytest.mark.parametrize("text", ["13:30 PM", "0:30 AM", "24:00", "8 Uhr 15", "25:10", "7"])
def test_what_is_no_time_is_not_guessed(text):
    with pytest.raises(Unfit):
        read_time(text)


def test_noon_and_midnight_by_am_and_pm():
    assert read_time("12:05 AM") == time(0, 5) and read_time("12:05 p.m.") == time(12, 5)


def test_a_time_that_daylight_saving_skips_keeps_its_wall_clock_and_the_earlier_offset():
    skipped = Zone("Europe/Berlin").at(date(2026, 3, 29), time(2, 30))
    assert skipped.isoformat() == "2026-03-29T02:30:00+01:00"
    assert skipped.utcoffset() == timedelta(hours=1)


def test_times_are_kept_by_the_wall_clock_and_another_zone_doubles_nothing():
    data = diary(("2026-07-02", "08:00", "5", "left calf"))
    london, tokyo = read(data), read(data, zone="Asia/Tokyo")
    assert london.records.entries[0].recorded_at.isoformat() == "2026-07-02T08:00:00+01:00"
    assert tokyo.records.entries[0].recorded_at.isoformat() == "2026-07-02T08:00:00+09:00"
    assert london.records.entries[0].id == tokyo.records.entries[0].id


def test_dates_are_filled_down_only_where_that_is_asked():
    data = diary(("2026-03-02", "08:00", "5", "left calf"), ("", "20:00", "4", "left calf"))
    assert left(read(data)) == [(3, "no_date", "20:00")]
    assert [entry.day for entry in read(data, fill_down=True).records.entries] == [date(2026, 3, 2)] * 2


def test_a_column_of_sides_wins_and_places_in_the_middle_stay_there():
    header = ("date", "pain", "where", "side")
    data = diary(("2026-03-02", "5", "leg; low back", "R"), ("2026-03-03", "5", "low back", ""), header=header)
    first, second = read(data, side="left", names={"leg": ["left_shin"]}).records.entries
    assert {mark.region for mark in first.marks} == {"right_shin", "right_low_back"}
    assert {mark.region for mark in second.marks} == {"low_back_centre"}


@pytest.mark.parametrize(
    ("name", "region", "sides", "kind"),
    [
        ("left foot lateral", "*foot_outer_edge", ("left",), None),
        ("left toes medial", "*big_toe", ("left",), None),
        ("Tingling in left foot", "*foot_top", ("left",), "tingling"),
        ("back of right knee", "*knee_back", ("right",), None),
        ("unterer Rücken", "low_back", (), None),
        ("Oberschenkel rechts hinten", "*thigh_back_upper", ("right",), None),
        ("knees", "*knee_front", (), None),
        ("outer left leg", "", ("left",), None),
        ("sciatica", "", (), None),
    ],
)
def test_names_are_understood_or_asked(name, region, sides, kind):
    found = understand(name)
    assert (found.region, tuple(map(str, found.sides)), found.kind) == (region, sides, kind)


def test_knees_are_both_knees():
    assert set(marks(read(diary(("2026-03-02", "", "5", "knees"))).records.entries[0])) == {
        ("left_knee_front", "pain"),
        ("right_knee_front", "pain"),
    }


def test_numbness_of_a_whole_entry_is_marked_only_at_one_place():
    header = ("date", "pain", "where", "type")
    data = diary(
        ("2026-03-02", "3", "left foot", "tingling"),
        ("2026-03-03", "3", "left foot, left calf", "tingling"),
        header=header,
    )
    one, two = read(data).records.entries
    assert marks(one) == {("left_foot_top", "tingling"): 3}
    assert marks(two) == {("left_foot_top", "pain"): 3, ("left_calf_upper", "pain"): 3}
    assert two.note == "[type: tingling]"


def test_a_workbook_of_two_diaries_asks_for_the_sheet():
    rows = [["date", "pain", "where"], ["2026-03-02", 5, "left calf"]]
    reading = read(workbook(rows, "Old", more={"New": [*rows, ["2026-03-03", 4, "left calf"]]}))
    assert Ask.SHEET in {question.ask for question in reading.open}
    chosen = read(workbook(rows, "Old", more={"New": [*rows, ["2026-03-03", 4, "left calf"]]}), sheet="New")
    assert len(chosen.records) == 2
