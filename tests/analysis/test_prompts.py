"""What is offered in passing: writing down the last days, and what is known of a day that others follow."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis import prompts
from journal.analysis.limits import CLOCK_SLACK_MINUTES
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.records import age

TODAY = date(2026, 3, 25)
CALF = (Symptom("left_calf_upper", Kind.PAIN, 4),)


def entry(back, scope=Scope.DAY, symptoms=CALF, **values):
    at = datetime(2026, 3, 25, 20).astimezone() - timedelta(days=back)
    return Entry(recorded_at=at, scope=scope, symptoms=symptoms, **values)


def due(*backs, passed=None):
    return prompts.catch_up_is_due([entry(back) for back in sorted(backs, reverse=True)], TODAY, passed)


@pytest.mark.parametrize(
    ("backs", "offered"),
    [
        ((), False),
        ((0,), False),
        ((3,), False),
        ((4,), True),
        ((4, 0), True),
        ((30, 8), True),
        ((7, 5, 3, 1), True),
        ((7, 6, 4, 3, 1), False),
        (tuple(range(30)), False),
        ((30, *range(3, 9)), False),
    ],
)
def test_three_days_of_the_last_seven_without_an_entry_are_offered_to_be_written_down(backs, offered):
    assert due(*backs) is offered


def test_who_passed_it_over_is_not_asked_again_about_the_same_days():
    assert not due(8, passed=TODAY)
    assert not due(8, passed=TODAY - timedelta(days=2))
    assert due(8, passed=TODAY - timedelta(days=3))


@given(st.sets(st.integers(0, 20)), st.none() | st.integers(0, 20))
def test_it_is_due_exactly_when_three_open_days_are_missing(backs, passed):
    missing = [
        back
        for back in range(1, 8)
        if backs and back < max(backs) and back not in backs and (passed is None or back <= passed)
    ]
    passed_on = None if passed is None else TODAY - timedelta(days=passed)
    assert due(*backs, passed=passed_on) is (len(missing) >= 3)


def test_the_whole_day_goes_before_the_moments_and_no_place_is_no_answer():
    knee = (Symptom("left_knee_back", Kind.PAIN, 2),)
    at = TODAY - timedelta(days=1)
    assert prompts.places_of([], at) is None
    assert prompts.places_of([entry(1, symptoms=None, pain_worst=5)], at) is None
    assert prompts.places_of([entry(1, symptoms=())], at) == ()
    assert prompts.places_of([entry(1, Scope.NOW), entry(1, symptoms=knee)], at) == knee
    assert prompts.places_of([entry(1, Scope.NOW), entry(1, Scope.NOW, knee)], at) == (*knee, *CALF)
    assert prompts.places_of([entry(1, Scope.NOW), entry(1, symptoms=None, sleep_hours=5)], at) == CALF


def test_a_day_is_looked_back_on_from_its_evening():
    now = datetime(2026, 3, 25, 17, 59, 30, 5).astimezone()
    assert prompts.last_to_catch_up(now) == TODAY - timedelta(days=1)
    assert prompts.last_to_catch_up(now.replace(hour=18)) == TODAY
    assert prompts.in_the_evening_of(TODAY, now) == now.replace(microsecond=0)
    earlier = prompts.in_the_evening_of(TODAY - timedelta(days=3), now)
    assert (earlier.date(), earlier.hour, earlier.utcoffset()) == (TODAY - timedelta(days=3), 20, earlier.utcoffset())


@given(
    st.lists(
        st.datetimes(
            datetime(2026, 3, 20),
            datetime(2026, 3, 30),
            timezones=st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone),
        ),
        max_size=12,
    )
)
def test_the_entries_of_a_day_are_found_whatever_zones_they_were_written_in(moments):
    entries = tuple(sorted((Entry(recorded_at=at, scope=Scope.NOW) for at in moments), key=age))
    for day in (TODAY - timedelta(days=back) for back in range(-7, 8)):
        assert list(prompts.of_day(entries, day)) == [entry for entry in entries if entry.day == day]


@given(st.lists(st.integers(-600, 600), max_size=9))
def test_the_entries_later_than_now_are_those_beyond_what_a_clock_may_be_off(minutes):
    now = datetime(2026, 3, 25, 20).astimezone()
    moments = sorted(now + timedelta(minutes=each) for each in minutes)
    entries = tuple(Entry(recorded_at=at, scope=Scope.NOW) for at in moments)
    slack = timedelta(minutes=CLOCK_SLACK_MINUTES)
    assert prompts.later_than(entries, now) == tuple(each for each in entries if each.recorded_at > now + slack)
