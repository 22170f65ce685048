"""Everything a journal holds, as one value: what storage gives, analysis reads and the exchange file carries.

A new kind of record is declared here, in `Records` and in `KINDS`; then in storage (a migration, and its shape in
rows.py). The exchange file and everything else follow from its fields.
"""

import bisect
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.domain.appointment import Appointment
from journal.domain.entry import Entry
from journal.domain.flare import FlareAnswer
from journal.domain.function import ActivityRating
from journal.domain.movement import MovementTry
from journal.domain.onset import Onset
from journal.domain.redflag import RedFlagCheck
from journal.domain.strength import StrengthTest
from journal.domain.treatment import Treatment, TreatmentEvent

Record = (
    Entry
    | Treatment
    | StrengthTest
    | ActivityRating
    | RedFlagCheck
    | FlareAnswer
    | TreatmentEvent
    | MovementTry
    | Appointment
    | Onset
)


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record."""

    name: str
    """As `Records` and the exchange file name all of them."""
    type: type[Record]
    when: str
    """The field that says when: a date, or a time with its offset."""


KINDS = (
    RecordKind("entries", Entry, "recorded_at"),
    RecordKind("treatments", Treatment, "started_on"),
    RecordKind("strength_tests", StrengthTest, "tested_at"),
    RecordKind("activity_ratings", ActivityRating, "rated_at"),
    RecordKind("red_flag_checks", RedFlagCheck, "checked_at"),
    RecordKind("flare_answers", FlareAnswer, "answered_at"),
    RecordKind("treatment_events", TreatmentEvent, "done_at"),
    RecordKind("movement_tries", MovementTry, "tried_at"),
    RecordKind("appointments", Appointment, "starts_at"),
    RecordKind("onsets", Onset, "answered_at"),
)
"""Every kind, in the order of `Records`."""

_FEW = 100
"""Records that find their place among many others sooner one by one."""
_WHEN = {kind.type: kind.when for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Records:
    """All records, each kind oldest first."""

    entries: tuple[Entry, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    strength_tests: tuple[StrengthTest, ...] = ()
    activity_ratings: tuple[ActivityRating, ...] = ()
    red_flag_checks: tuple[RedFlagCheck, ...] = ()
    flare_answers: tuple[FlareAnswer, ...] = ()
    treatment_events: tuple[TreatmentEvent, ...] = ()
    movement_tries: tuple[MovementTry, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    onsets: tuple[Onset, ...] = ()

    @classmethod
    def by_kind(cls, records: Callable[[RecordKind], tuple[Record, ...]]) -> "Records":
        """Make the records of all kinds, each given oldest first."""
        return cls(**{kind.name: records(kind) for kind in KINDS})  # type: ignore[arg-type]

    def of(self, kind: RecordKind) -> tuple[Record, ...]:
        """Return all records of one kind."""
        found: tuple[Record, ...] = getattr(self, kind.name)
        return found

    def until(self, last: date) -> "Records":
        """The records as they stood on that day: nothing of a later day."""
        return self._only(lambda record: record.day <= last)

    def saving(self, *records: Record) -> "Records":
        """These records with others added, each replacing the one of its own id."""
        return Records.by_kind(lambda kind: self._saved(kind, records))

    def deleting(self, ids: Collection[str]) -> "Records":
        """These records without some."""
        return self._only(lambda record: record.id not in ids)

    def __iter__(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        for kind in KINDS:
            yield from self.of(kind)

    def __len__(self) -> int:
        return sum(len(self.of(kind)) for kind in KINDS)

    def _only(self, wanted: Callable[[Record], bool]) -> "Records":
        return Records.by_kind(lambda kind: tuple(filter(wanted, self.of(kind))))

    def _saved(self, kind: RecordKind, records: Collection[Record]) -> tuple[Record, ...]:
        new = {record.id: record for record in records if isinstance(record, kind.type)}
        if not new:
            return self.of(kind)
        old = [record for record in self.of(kind) if record.id not in new]
        if len(new) > _FEW:
            return tuple(sorted([*old, *new.values()], key=age))
        for record in new.values():
            bisect.insort(old, record, key=age)
        return tuple(old)


def age(record: Record) -> tuple[Any, ...]:
    """Return what sorts records of one kind oldest first, and always the same way."""
    when = getattr(record, _WHEN[type(record)])
    return (when, when.isoformat(), record.id)
