"""What the check-in asks in passing: the evening form, a day noted already, and a mark on a side never marked before.

Each is one quiet line; none keeps anyone from saving.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from journal.domain.body import LEGS, Side
from journal.domain.entry import Entry, Scope, Symptom

EVENING_HOUR = 18


def whole_day_entry(entries: Sequence[Entry], day: date) -> Entry | None:
    """The whole-day entry of a day, the newest if there are several."""
    found = (entry for entry in reversed(entries) if entry.scope is Scope.DAY and entry.day == day)
    return next(found, None)


def evening_form_is_due(entries: Sequence[Entry], now: datetime) -> bool:
    """Whether to offer the whole-day form: it is evening, and the day has no whole-day entry yet."""
    return now.hour >= EVENING_HOUR and whole_day_entry(entries, now.date()) is None


def sides(entries: Iterable[Entry]) -> frozenset[Side]:
    """Every side marked so far."""
    return frozenset(symptom.place.side for entry in entries for symptom in entry.marks)


def unusual_side(before: frozenset[Side], symptoms: Iterable[Symptom]) -> Side | None:
    """The side marked now that was never marked before while the other one was; mixing them up is easy."""
    marked = {symptom.place.side for symptom in symptoms}
    for side in LEGS:
        if side in marked and side not in before and side.mirrored in before:
            return side
    return None
