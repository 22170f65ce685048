"""What the check-in asks in passing: the evening form, a day noted already, and a mark on a side never marked before.

Each is one quiet line; none keeps anyone from saving.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from journal.domain.body import LEGS, Side
from journal.domain.entry import Entry, Kind, Scope, Symptom, in_body_order

EVENING_HOUR = 18


def whole_day_entry(entries: Sequence[Entry], day: date) -> Entry | None:
    """The whole-day entry of a day, the newest if there are several."""
    found = (entry for entry in reversed(entries) if entry.scope is Scope.DAY and entry.day == day)
    return next(found, None)


def evening_form_is_due(entries: Sequence[Entry], now: datetime) -> bool:
    """Whether to offer the whole-day form: it is evening, and the day has no whole-day entry yet."""
    return now.hour >= EVENING_HOUR and whole_day_entry(entries, now.date()) is None


def momentary(entries: Iterable[Entry], day: date) -> list[Entry]:
    """The entries of a day that mark something right then."""
    return [entry for entry in entries if entry.scope is Scope.NOW and entry.day == day and entry.marks]


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
    return frozenset(symptom.place.side for entry in entries for symptom in entry.marks)


def unusual_side(before: frozenset[Side], symptoms: Iterable[Symptom]) -> Side | None:
    """The side marked now that was never marked before while the other one was; mixing them up is easy."""
    marked = {symptom.place.side for symptom in symptoms}
    for side in LEGS:
        if side in marked and side not in before and side.mirrored in before:
            return side
    return None
