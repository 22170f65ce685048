"""When it hurts: one value a day from momentary entries, by the hour as written, with honest minimum counts."""

from datetime import datetime, timedelta, timezone

from diaries import FIRST, day, entry, journals, marks, numbers
from hypothesis import given, settings

from journal.analysis.limits import TIME_OF_DAY_DAYS
from journal.analysis.results import PartOfDay
from journal.analysis.time_of_day import part_of_day, when_it_hurts
from journal.domain.entry import Entry, Scope


def now(number, hour, intensity=5, **figures):
    return entry(number, *marks("left_calf_upper", intensity=intensity), scope=Scope.NOW, hour=hour, **figures)


def test_two_entries_of_one_morning_are_one_value_of_that_day():
    found = when_it_hurts([now(0, 7, 2), now(0, 9, 6)], FIRST, day(0))
    morning = found.parts[1]
    assert (morning.name, morning.entries, morning.pains) == (PartOfDay.MORNING, 2, ((day(0), 4.0),))


def test_whole_day_entries_tell_no_hour():
    assert when_it_hurts([entry(0, *marks("left_calf_upper"))], FIRST, day(0)).entries == 0


def test_a_mean_needs_five_days():
    four = when_it_hurts([now(number, 20) for number in range(TIME_OF_DAY_DAYS - 1)], FIRST, day(30))
    five = when_it_hurts([now(number, 20) for number in range(TIME_OF_DAY_DAYS)], FIRST, day(30))
    assert (four.parts[3].enough, five.parts[3].enough) == (False, True)


def test_an_activity_written_in_two_ways_is_one_row_as_written_last():
    found = when_it_hurts(
        [now(0, 8, activities=("Desk  work",)), now(1, 8, 7, activities=("desk work", "Desk work"))], FIRST, day(1)
    )
    assert [(row.name, row.entries, row.days, row.mean) for row in found.activities] == [("Desk work", 2, 2, 6.0)]


def test_the_hour_is_the_local_one_as_written_before_and_after_a_journey():
    for offset in (-8, 0, 12):
        moment = datetime(2026, 3, 29, 5, 59, tzinfo=timezone(timedelta(hours=offset)))
        assert part_of_day(Entry(recorded_at=moment, scope=Scope.NOW)) is PartOfDay.NIGHT


@settings(max_examples=30, deadline=None)
@given(journals, numbers)
def test_every_momentary_entry_is_in_exactly_one_part_of_the_day(records, number):
    found = when_it_hurts(records.entries, FIRST, day(number))
    momentary = [e for e in records.entries if e.scope is Scope.NOW and FIRST <= e.day <= day(number)]
    assert sum(part.entries for part in found.parts) == found.entries == len(momentary)
    for row in (*found.parts, *found.activities):
        assert all(0 <= pain <= 10 for _day, pain in row.pains)
        assert [on for on, _pain in row.pains] == sorted({on for on, _pain in row.pains})
