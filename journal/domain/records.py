"""Everything a journal holds, as one value: what storage gives, analysis reads and the exchange file carries."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeVar

from journal.domain.entry import Entry
from journal.domain.flare import FlareAnswer
from journal.domain.function import ActivityRating
from journal.domain.redflag import RedFlagCheck
from journal.domain.strength import StrengthTest
from journal.domain.treatment import Treatment

Record = Entry | Treatment | StrengthTest | ActivityRating | RedFlagCheck | FlareAnswer
RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True, slots=True)
class Records:
    """All records, each kind oldest first."""

    entries: tuple[Entry, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    strength_tests: tuple[StrengthTest, ...] = ()
    activity_ratings: tuple[ActivityRating, ...] = ()
    red_flag_checks: tuple[RedFlagCheck, ...] = ()
    flare_answers: tuple[FlareAnswer, ...] = ()

    def until(self, last: date) -> "Records":
        """The records as they stood on that day: nothing written for a later day."""
        return replace(
            self,
            entries=tuple(entry for entry in self.entries if entry.day <= last),
            treatments=tuple(item for item in self.treatments if item.started_on <= last),
            strength_tests=tuple(test for test in self.strength_tests if test.day <= last),
            activity_ratings=tuple(rating for rating in self.activity_ratings if rating.day <= last),
            red_flag_checks=tuple(check for check in self.red_flag_checks if check.day <= last),
            flare_answers=tuple(answer for answer in self.flare_answers if answer.day <= last),
        )

    def saving(self, *records: Record) -> "Records":
        """These records with others added, each replacing the one of its own id."""
        return Records(
            _saved(self.entries, records, Entry),
            _saved(self.treatments, records, Treatment),
            _saved(self.strength_tests, records, StrengthTest),
            _saved(self.activity_ratings, records, ActivityRating),
            _saved(self.red_flag_checks, records, RedFlagCheck),
            _saved(self.flare_answers, records, FlareAnswer),
        )

    def deleting(self, ids: Collection[str]) -> "Records":
        """These records without some."""
        return Records(
            _without(self.entries, ids),
            _without(self.treatments, ids),
            _without(self.strength_tests, ids),
            _without(self.activity_ratings, ids),
            _without(self.red_flag_checks, ids),
            _without(self.flare_answers, ids),
        )

    def __iter__(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        yield from self.entries
        yield from self.treatments
        yield from self.strength_tests
        yield from self.activity_ratings
        yield from self.red_flag_checks
        yield from self.flare_answers

    def __len__(self) -> int:
        return sum(1 for _record in self)


def age(record: Record) -> tuple[Any, ...]:
    """Return what sorts records of one kind oldest first, and always the same way."""
    if isinstance(record, Treatment):
        return (record.started_on, record.id)
    at = moment(record)
    return (at, at.isoformat(), record.id)


def moment(record: Entry | StrengthTest | ActivityRating | RedFlagCheck | FlareAnswer) -> datetime:
    """Return when a record was made, as written."""
    match record:
        case Entry():
            return record.recorded_at
        case StrengthTest():
            return record.tested_at
        case ActivityRating():
            return record.rated_at
        case RedFlagCheck():
            return record.checked_at
        case FlareAnswer():
            return record.answered_at


def _saved(kept: tuple[RecordT, ...], records: Iterable[Record], kind: type[RecordT]) -> tuple[RecordT, ...]:
    new = {record.id: record for record in records if isinstance(record, kind)}
    if not new:
        return kept
    old = [record for record in kept if record.id not in new]
    return tuple(sorted([*old, *new.values()], key=age))


def _without(kept: tuple[RecordT, ...], ids: Collection[str]) -> tuple[RecordT, ...]:
    return tuple(record for record in kept if record.id not in ids)
