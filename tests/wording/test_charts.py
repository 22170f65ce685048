"""Each chart in plain words says the figures that are drawn."""

from diaries import FIRST, at_level, day, entry, marks

from journal.analysis import progress
from journal.domain.body import Side
from journal.domain.records import Records
from journal.domain.treatment import Treatment, TreatmentKind
from journal.wording import charts, direction


def moving_up():
    entries = tuple(
        at_level(number, 7 - number * 4 // 28, "right", intensity=8 - number // 7, pain_average=8 - number // 7)
        for number in range(28)
    )
    glides = Treatment(kind=TreatmentKind.EXERCISE, name="Nerve glides", started_on=day(9))
    return progress.compute(Records(entries=entries, treatments=(glides,)), day(27), FIRST)


def test_the_ladder_says_days_reach_line_and_treatments():
    found = moving_up()
    said = charts.ladder(found, [Side.RIGHT])
    assert said.replace("\N{THIN SPACE}", "").startswith("2–29 Mar 2026: 28 of 28 days logged.")
    assert (
        "Right leg: pain down to the foot on 2 Mar, down to the thigh on 29 Mar;"
        " at the furthest down to the foot, on 2 Mar." in said
    )
    assert direction.sentence(found.legs[Side.RIGHT]) in said
    assert "The line begins at foot on 2 Mar; on 29 Mar it is at thigh." in said
    assert "Tried: Nerve glides from 11 Mar." in said
    assert "Left leg" not in said


def test_a_painful_day_is_never_said_to_reach_down_to_no_pain():
    quiet = (entry(0, scope="now", hour=hour) for hour in (8, 12))
    late = entry(0, *marks("sacrum"), scope="now", hour=20)
    found = progress.compute(Records(entries=(*quiet, late, at_level(1, 5))), day(1))
    assert "pain down to the low back on 2 Mar" in charts.ladder(found, [Side.LEFT])


def test_pain_says_its_first_and_last_week_and_the_worst_day():
    said = charts.pain(moving_up())
    assert "Average pain 8.0 of 10 in the week from 2 Mar 2026 (7 days)." in said
    assert "Average pain 5.0 of 10 in the week from 23 Mar 2026 (7 days)." in said
    assert "The worst pain was 8 on 2 Mar 2026." in said


def test_the_body_says_its_places_and_how_often():
    found = progress.compute(
        Records(entries=(entry(0, *marks("left_sole", intensity=4)), entry(1), entry(2, *marks("saddle")))), day(2)
    )
    said = charts.body([found.body_now])
    assert said.endswith("(1 day logged). Pain: Genitals / between legs / around back passage 5.0 of 10 on 1 day.")


def test_an_empty_journal_has_few_words():
    found = progress.compute(Records(), day(0))
    assert charts.pain(found).endswith("no entries.")
    assert "no entries" in charts.ladder(found)
    assert charts.body([found.body_now]).endswith("nothing marked.")
