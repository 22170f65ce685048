"""What the check-in asks in passing: the evening form, a day noted already, and a mark on a side never marked before.

Each is one quiet line; none keeps anyone from saving.
"""

import bisect
import itertools
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from journal.analysis.limits import CATCH_UP_FROM_DAYS, CLOCK_SLACK_MINUTES, WEEK_DAYS
from journal.domain.body import LEGS, Side
from journal.domain.entry import Entry, Kind, Scope, Symptom, in_body_order
from journal.domain.local_time import local

EVENING_HOUR = 18
USUAL_EVENING = time(20)
"""When an entry for an earlier day is said to be made, unless the person says otherwise."""


def later_than(entries: tuple[Entry, ...], now: datetime) -> tuple[Entry, ...]:
    """Return the entries that are dated in the future: a slip, or a clock that was wrong then or is now.

    entries: oldest first.
    """
    latest = now + timedelta(minutes=CLOCK_SLACK_MINUTES)
    return entries[bisect.bisect_right(entries, latest, key=lambda entry: entry.recorded_at) :]


def whole_day_entry(entries: Sequence[Entry], day: date) -> Entry | None:
    """The whole-day entry of a day, the newest if there are several."""
    return next((entry for entry in reversed(of_day(entries, day)) if entry.scope is Scope.DAY), None)


def of_day(entries: Sequence[Entry], day: date) -> Sequence[Entry]:
    """The entries of a day. entries: oldest first."""
    begins = datetime.combine(day, time(), UTC)  # the order is that of instants: no zone is a day from this one
    start, end = (
        bisect.bisect(entries, begins + timedelta(days=days), key=lambda entry: entry.recorded_at) for days in (-1, 2)
    )
    return [entry for entry in entries[start:end] if entry.day == day]


def evening_form_is_due(entries: Sequence[Entry], now: datetime) -> bool:
    """Whether to offer the whole-day form: it is evening, and the day has no whole-day entry yet."""
    return now.hour >= EVENING_HOUR and whole_day_entry(entries, now.date()) is None


def in_the_evening_of(day: date, now: datetime) -> datetime:
    """When an entry about a whole day is said to be made: in that day's evening, or now if it is today."""
    return now.replace(microsecond=0) if day == now.date() else local(datetime.combine(day, USUAL_EVENING))


def last_to_catch_up(now: datetime) -> date:
    """The last day that can be looked back on as a whole: today from the evening on, else yesterday."""
    return now.date() if now.hour >= EVENING_HOUR else now.date() - timedelta(days=1)


def catch_up_is_due(entries: Sequence[Entry], today: date, passed: date | None) -> bool:
    """Whether to offer writing down the last days: some of the week before today have no entry.

    entries: oldest first. Days before the first entry do not count, nor those before the day on which the person
    passed it over, unless a clock was ahead then.
    """
    if not entries:
        return False
    week = {today - timedelta(days=back) for back in range(1, WEEK_DAYS + 1)}
    missed = {day for day in week if day > entries[0].day and (passed is None or passed > today or day >= passed)}
    # the order is that of instants, which another zone shifts by a day at most
    earliest = min(week) - timedelta(days=1)
    for entry in itertools.takewhile(lambda entry: entry.day >= earliest, reversed(entries)):
        missed.discard(entry.day)
    return len(missed) >= CATCH_UP_FROM_DAYS


def places_of(entries: Sequence[Entry], day: date) -> tuple[Symptom, ...] | None:
    """What a day's entries say about places: of its whole-day entry, else of all others; None if nobody said where."""
    whole = whole_day_entry(entries, day)
    if whole is not None and whole.says_where:
        return whole.symptoms
    said = [entry for entry in of_day(entries, day) if entry.says_where]
    return strongest(said) if said else None


def momentary(entries: Sequence[Entry], day: date) -> list[Entry]:
    """The entries of a day that mark something right then."""
    return [entry for entry in of_day(entries, day) if entry.scope is Scope.NOW and entry.marks]


def strongest(entries: Iterable[Entry]) -> tuple[Symptom, ...]:
    """Everything that entries mark, down the body: each at its strongest, and everything said of what it is like."""
    found: dict[tuple[str, Kind], Symptom] = {}
    for entry in entries:
        for mark in entry.marks:
            known = found.get((mark.region, mark.kind), mark)
            strength, qualities = max(known.intensity, mark.intensity), known.qualities + mark.qualities
            found[mark.region, mark.kind] = Symptom(mark.region, mark.kind, strength, qualities)
    return in_body_order(tuple(found.values()))


def sides(entries: Iterable[Entry]) -> frozenset[Side]:
    """Every side marked so far."""
    found: set[Side] = set()
    for entry in entries:
        found.update(symptom.place.side for symptom in entry.marks)
        if len(found) == len(Side):
            break
    return frozenset(found)


def unusual_side(before: frozenset[Side], symptoms: Iterable[Symptom]) -> Side | None:
    """The side marked now that was never marked before while the other one was; mixing them up is easy."""
    marked = {symptom.place.side for symptom in symptoms}
    for side in LEGS:
        if side in marked and side not in before and side.mirrored in before:
            return side
    return None
