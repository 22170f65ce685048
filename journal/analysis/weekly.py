"""The weekly check: when the next one is due, and what changed since the one before. Standard library only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.analysis.limits import ABILITY_COUNTS_FROM, HEEL_RAISES_COUNT_FROM
from journal.analysis.measures import reaches
from journal.domain.body import LEGS, Side
from journal.domain.function import ActivityRating
from journal.domain.records import Records
from journal.domain.strength import BigToeLift, HomeTest, LimitedBy, StrengthTest, Walk

EVERY_DAYS = 7


@dataclass(frozen=True, slots=True)
class WeeklyComparison:
    """One result of a check beside the latest one before it."""

    test: HomeTest | None
    """None for an own activity."""
    leg: Side | None
    activity: str
    """In the person's words; "" for a test."""
    now: int | float | Walk | BigToeLift
    before: int | float | Walk | BigToeLift | None
    """None if there is none."""
    before_on: date | None
    counts: bool | None
    """Whether the change is beyond what varies from day to day; None where no such limit is known."""


def last_done(records: Records) -> date | None:
    """Return the day of the latest strength test or rating."""
    days = [test.day for test in records.strength_tests] + [rating.day for rating in records.activity_ratings]
    return max(days, default=None)


def next_due(records: Records, passed: date | None = None) -> date | None:
    """Return from which day on a check is due: a week after the last one, or from the first entry on.

    passed: the day of the latest check whose every step was skipped, if any. None while the journal is empty.
    """
    done = max(filter(None, (last_done(records), passed)), default=None)
    if done is not None:
        return done + timedelta(days=EVERY_DAYS)
    return records.entries[0].day if records.entries else None


def own_activities(ratings: Sequence[ActivityRating]) -> tuple[str, ...]:
    """Return the activities of the latest day with ratings, by the time they were rated at, then by name."""
    last = max((rating.day for rating in ratings), default=None)
    rated = [rating for rating in ratings if rating.day == last]
    rated.sort(key=lambda rating: (rating.rated_at, rating.activity.casefold()))
    return tuple(dict.fromkeys(rating.activity for rating in rated))


def check_days(records: Records) -> tuple[date, ...]:
    """Return the days with a strength test or rating, newest first."""
    days = {test.day for test in records.strength_tests} | {rating.day for rating in records.activity_ratings}
    return tuple(sorted(days, reverse=True))


def compare(records: Records, on: date) -> tuple[WeeklyComparison, ...]:
    """Return every result of one day beside the latest earlier one, tests first. Of several a day the last counts.

    Only a change of 7 heel raises (Hebert-Losier 2017) or of about 2 points (Stratford) counts. For the walks and the
    toe lift no limits are known to us.
    """
    found: list[WeeklyComparison] = []
    for test in HomeTest:
        for leg in LEGS:
            known = [(one.day, value) for one in _tried(records, leg) if (value := getattr(one, test)) is not None]
            found += _compared(known, on, HEEL_RAISES_COUNT_FROM, test, leg, "")
    for name in dict.fromkeys(rating.activity for rating in records.activity_ratings if rating.day == on):
        rated = [(one.day, one.ability) for one in records.activity_ratings if one.activity == name]
        found += _compared(rated, on, ABILITY_COUNTS_FROM, None, None, name)
    return tuple(found)


def _tried(records: Records, leg: Side) -> list[StrengthTest]:
    return [one for one in records.strength_tests if one.leg is leg and one.limited_by is not LimitedBy.NOT_TRIED]


def _compared(
    known: Sequence[tuple[date, int | float | Walk | BigToeLift]],
    on: date,
    counts_from: float,
    test: HomeTest | None,
    leg: Side | None,
    activity: str,
) -> Iterable[WeeklyComparison]:
    today = [value for day, value in known if day == on]
    if not today:
        return
    now = today[-1]
    before_on, before = max(((day, index) for index, (day, _value) in enumerate(known) if day < on), default=(None, -1))
    earlier = None if before_on is None else known[before][1]
    counts = None
    if earlier is not None and isinstance(now, int | float) and isinstance(earlier, int | float):
        counts = reaches(abs(now - earlier), counts_from)
    yield WeeklyComparison(test, leg, activity, now, earlier, before_on, counts)
