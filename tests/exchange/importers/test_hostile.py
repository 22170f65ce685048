"""Files as spreadsheets and broken programs make them: each is read right or refused in one sentence, never half."""

import io
import json
import re
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from journal.domain.errors import ImportRefused
from journal.exchange.files import importer_of
from journal.exchange.importers.answers import from_json
from tests.exchange.importers import samples
from tests.exchange.importers.samples import TODAY, table
from tests.exchange.importers.test_importers import accounted

DIARY = ["Date", "Time", "Pain", "Where", "Note"]
ONE = [datetime(2026, 3, 2), time(8, 15), 5, "left calf", "x"]
SHEET = "xl/worksheets/sheet1.xml"


def read(data, **answers):
    found = from_json({"zone": "Europe/Berlin", "side": "left"} | answers)
    reading = importer_of(data).read(data, found, TODAY)
    accounted(reading)
    return reading


def left(reading):
    return [(row.line, str(row.reason)) for row in reading.left_out]


def strengths(reading):
    return [max((mark.intensity for mark in entry.marks), default=0) for entry in reading.records.entries]


def workbook(*rows, change=None, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    for row in rows:
        book.active.append(row)
    if change:
        change(book, book.active)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def rewritten(data, pattern, text, part=SHEET):
    """The workbook with something else in the place of what a pattern finds in a part."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                content, count = re.subn(pattern, text, content, count=1)
                assert count
            after.writestr(name, content)
    return target.getvalue()


def test_a_workbook_that_counts_from_1904_gives_the_same_days():
    rows = (DIARY, ONE, [46084 - 1462, 0.5, 4, "left calf", "a bare number"])
    first, second = read(workbook(*rows, epoch=CALENDAR_MAC_1904)).records.entries
    assert (first.day, second.day) == (date(2026, 3, 2), date(2026, 3, 3))


def test_the_day_that_never_was_is_no_date():
    assert left(read(workbook(DIARY, [60, None, 5, "left calf"], [1e300, None, 5, "left calf"], ONE))) == [
        (2, "bad_date"),
        (3, "bad_date"),
    ]


def test_true_false_and_errors_are_no_strengths_and_no_places():
    rows = [
        [ONE[0] + timedelta(days=day), None, cell, "left calf", ""] for day, cell in enumerate((True, False, "#N/A"))
    ]
    reading = read(workbook(DIARY, *rows, [ONE[0], None, 5, "#VALUE!", ""]))
    assert [reason for _line, reason in left(reading)] == ["not_a_number"] * 3 + ["no_place"]
    assert not reading.open


def test_a_formula_counts_by_what_it_last_gave_and_without_that_is_blank():
    data = workbook(DIARY, [*ONE[:2], "=2+3", *ONE[3:]])
    assert left(read(data)) == [(2, "no_intensity")]
    assert strengths(read(rewritten(data, rb"<f>2\+3</f><v ?/>", b"<f>2+3</f><v>5</v>"))) == [5]


def test_merged_days_are_filled_down_where_that_is_asked():
    rows = (DIARY, ONE, [None, time(12), 6, "left calf", ""], [None, time(20), 7, "left calf", ""])
    data = workbook(*rows, change=lambda _book, sheet: sheet.merge_cells("A2:A4"))
    assert left(read(data)) == [(3, "no_date"), (4, "no_date")]
    assert strengths(read(data, fill_down=True)) == [5, 6, 7]


def test_times_beyond_a_day_are_told_and_minutes_beyond_it_kept_in_words():
    rows = ([*DIARY, "Sitting"], [ONE[0], timedelta(hours=26), *ONE[2:], None], [*ONE, timedelta(hours=25)])
    reading = read(workbook(*rows))
    assert left(reading) == [(2, "bad_time")]
    assert reading.records.entries[0].sitting_minutes is None and "Sitting" in reading.records.entries[0].note


def test_hidden_sheets_are_not_read():
    def hide(book, sheet):
        for state in ("hidden", "veryHidden"):
            other = book.create_sheet(state)
            other.append(DIARY)
            other.append(ONE)
            other.sheet_state = state

    assert len(read(workbook(DIARY, ONE, change=hide)).records) == 1


def test_a_million_blank_rows_below_the_diary_are_no_rows():
    def colour(_book, sheet):
        sheet.cell(1_048_576, 5).number_format = "0.0"

    reading = read(workbook(DIARY, ONE, change=colour))
    assert (reading.rows, reading.taken) == (1, 1)
    wide = rewritten(workbook(DIARY, ONE), rb'ref="A1:E2"', b'ref="A1:XFD1048576"')
    assert read(wide).rows == 1


def test_blank_rows_within_the_diary_are_counted():
    reading = read(workbook(DIARY, ONE, [], [], [ONE[0], time(9), 4, "left calf", ""]))
    assert (reading.rows, reading.taken, reading.blank) == (4, 2, 2)


@pytest.mark.parametrize("number", ["9000000000", "1048577"])
def test_a_row_beyond_every_sheet_is_refused_at_once(number):
    with pytest.raises(ImportRefused, match="more rows or columns"):
        read(rewritten(workbook(DIARY, ONE), rb'<row r="2"', f'<row r="{number}"'.encode()))


@pytest.mark.parametrize("rows", [b'<row r="1"', b'<row r="0"'])
def test_rows_in_no_order_are_refused_and_none_is_lost(rows):
    with pytest.raises(ImportRefused, match="damaged"):
        read(rewritten(workbook(DIARY, ONE), rb'<row r="2"', rows))


def test_text_in_the_cell_itself_and_macros_make_no_difference():
    inline = b'<c r="D2" t="inlineStr"><is><r><t>left </t></r><r><t>calf</t></r></is></c>'
    data = rewritten(workbook(DIARY, ONE), rb'<c r="D2".*?</c>', inline)
    kind = rb"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main\+xml"
    data = rewritten(data, kind, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml", "[Content_Types].xml")
    assert strengths(read(data)) == [5]


ROW = "2026-03-02,5,left calf"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_lines_end_in_any_way_and_are_counted(encoding, end):
    data = end.join(["date,pain,where", ROW, "", "x,5,left calf", ""]).encode(encoding)
    reading = read(data)
    assert (reading.rows, reading.blank, left(reading)) == (3, 1, [(4, "bad_date")])


def test_marks_of_direction_are_not_seen():
    data = "\u200fdate,\u200fpain,\u200fwhere\n\u200e2026\u200e-03-02,\u200e5,\u200fleft calf\u200e\n".encode()
    assert strengths(read(data)) == [5]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"date,pain,where\n2026-03-02,5," + b"x" * 200_000, "From line 2 on a cell is longer"),
        (b"date,pain,where\n2026-03-02,5," + b"x" * 3_000_000, "From line 2 on a cell is longer"),
        (b"date,pain,where\n2026-03-02,5,left calf\0\n", "neither a table"),
        ("date,pain,where\n".encode("utf-16-le"), "neither a table"),
        ("date,pain,where\n".encode("utf-32"), "not text"),
        ("date,pain,where\n".encode("utf-16") + b"x", "not text"),
        (b"%PDF-1.4 date,pain,where", "neither a table"),
        (b"hello", "neither a table"),
        (b"", "empty"),
    ],
)
def test_what_is_no_table_is_told_in_one_sentence(data, problem):
    with pytest.raises(ImportRefused, match=problem):
        read(data)


def tracked(pain, more=""):
    base = f'"baselineData": {{"pain": {pain}, "locations": ["left calf"]}}'
    return f'[{{"timestamp": "2026-02-10T05:20:11Z", {base}{more}}}]'.encode()


@pytest.mark.parametrize("pain", ["NaN", "Infinity", "1e400", "9" * 5000, "-1", "true", "[]", '"s\\ud800"'])
def test_numbers_that_cannot_be_are_told_by_their_item(pain):
    reading = read(tracked(pain))
    assert [line for line, _reason in left(reading)] == [1]
    reading.left_out[0].what.encode()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (tracked("5", ', "timestamp": "2026-02-11T05:20:11Z"'), "“timestamp” twice"),
        (tracked("5") + b" and more", "not JSON"),
        (b'[{"timestamp": "2026-02-10T05:20:11Z", "baselineData": ' + b'{"pain": ' * 100_000, "nested too deeply"),
    ],
)
def test_json_that_says_two_things_or_too_much_is_refused(data, problem):
    with pytest.raises(ImportRefused, match=problem):
        read(data)


INSTANTS = ("0001-01-01T00:00:00", "9999-12-31T23:59:59", "2026-03-02T05:00:00")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_moments_at_the_end_of_time_are_told(zone):
    items = [{"timestamp": f"{at}Z", "baselineData": {"pain": 3, "locations": ["left calf"]}} for at in INSTANTS]
    assert [line for line, _reason in left(read(json.dumps(items).encode(), zone=zone))] == [1, 2]
    head = "Date,Time,Pain Level,Locations,Symptoms,Limited Activities,Sleep Quality,Mood Impact,Missed Work Days,Notes"
    rows = [f'{at[:10]},{at[11:16]},3,"left calf","","",,,,""' for at in INSTANTS]
    assert len(left(read("\n".join([head, *rows]).encode(), zone=zone))) == 2
    graph = [samples.TRACK, *(["Left calf", f"{at}-12:00", "3", "", ""] for at in INSTANTS)]
    assert len(left(read(table(graph)))) == 2


def test_a_day_that_does_not_exist_is_no_date_of_another_style():
    rows = [[day, "5", "left calf"] for day in ("13/5/26", "29/2/26", "5/13/26")]
    assert left(read(table([["date", "pain", "where"], *rows]))) == [(3, "bad_date"), (4, "other_date_style")]


def test_bearable_saved_anew_by_a_spreadsheet_keeps_its_days():
    row = ["2nd Mar 2026", "02/03/2026", "Monday", "am", "Symptom", "2", "Left calf pain (Moderate)", "a\r\nb"]
    (entry,) = read(table([samples.BEARABLE, row], ";")).records.entries
    assert (entry.day, entry.note) == (date(2026, 3, 2), "a\nb")


CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.datetimes(datetime(1901, 1, 1), datetime(2199, 1, 1)).map(lambda at: at.replace(microsecond=0)),
    st.times().map(lambda at: at.replace(microsecond=0)),
    st.timedeltas(timedelta(), timedelta(days=3)),
    st.sampled_from(["left calf", "#REF!", "=1+1", "7/10", "3,5", "none", "\u200e2026-03-02", "x" * 300]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELL, max_size=6), max_size=8))
def test_any_cells_of_a_workbook_are_accounted_for(rows):
    read(workbook(DIARY, ONE, *rows))
