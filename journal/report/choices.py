"""What the person chose for the page; kept inside the journal, since a name and questions are private too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from journal.analysis.limits import DEFAULT_RANGE_DAYS
from journal.domain.appointment import next_appointment
from journal.domain.records import Records
from journal.report.options import Further, PageOptions, PagePart, last_appointment

_AS_THEY_ARE = ("days", "since_appointment", "name", "questions", "note")
_DATES = ("first", "last", "born", "appointment")
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Choices:
    """Plain values of the summary page."""

    days: int | None = DEFAULT_RANGE_DAYS
    """How far back the page reaches; None from `first` on, or since the last appointment."""
    first: date | None = None
    since_appointment: bool = False
    """From the day of the last appointment on, whichever that is when the page is written."""
    last: date | None = None
    """The last appointment that was named here; the journal's own count besides."""
    name: str = ""
    born: date | None = None
    appointment: date | None = None
    questions: str = ""
    """One a line."""
    note: str = ""
    parts: frozenset[PagePart] = frozenset(PagePart)
    further: frozenset[Further] = frozenset()

    def last_appointment(self, records: Records, today: date) -> date | None:
        """The latest appointment that is over, or None while none is known."""
        named = [day for day in (self.last, self.appointment) if day is not None]
        return last_appointment([*named, *(one.day for one in records.appointments)], today)

    def since(self, records: Records, today: date) -> date:
        """The first day on the page."""
        first = self.last_appointment(records, today) if self.since_appointment else self.first
        if first is None or (self.days is not None and not self.since_appointment):
            first = today - timedelta(days=(self.days or DEFAULT_RANGE_DAYS) - 1)
        return min(first, today)

    def options(self, records: Records, today: date, *, sample: bool) -> PageOptions:
        """What is on the page: these choices, with the next appointment's questions before those typed here.

        A date chosen here goes before the appointment's own.
        """
        coming = next_appointment(records.appointments, today)
        named = self.appointment if self.appointment and self.appointment >= today else None
        return PageOptions(
            name=self.name,
            born=self.born,
            appointment=named or (coming.day if coming else None),
            with_whom=coming.with_whom if coming and named in (None, coming.day) else "",
            questions=(*(coming.questions if coming else ()), *self.questions.splitlines()),
            note=self.note,
            sample=sample,
            parts=self.parts,
            further=self.further,
        )

    def to_json(self) -> dict[str, Any]:
        """Return what JSON can hold of them."""
        values: dict[str, Any] = {name: getattr(self, name) for name in _AS_THEY_ARE}
        for name in _DATES:
            day = getattr(self, name)
            values[name] = day.isoformat() if day else None
        return values | {"left_out": sorted(frozenset(PagePart) - self.parts), "further": sorted(self.further)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Choices":
        """Return the choices kept; the standard ones where there are none or they cannot be read."""
        try:
            values: dict[str, Any] = {"days": kept.get("days", DEFAULT_RANGE_DAYS)}
            values |= {key: date.fromisoformat(kept[key]) for key in _DATES if kept.get(key)}
            values |= {key: str(kept[key]) for key in ("name", "questions", "note") if kept.get(key)}
            values["since_appointment"] = bool(kept.get("since_appointment"))
            values["parts"] = frozenset(PagePart) - _known(PagePart, kept.get("left_out", ()))
            values["further"] = _known(Further, kept.get("further", ()))
            return cls(**values)
        except (ValueError, TypeError, AttributeError):
            return cls()


def _known(kind: type[_Choice], names: Iterable[object]) -> frozenset[_Choice]:
    """Those of the names that this version knows."""
    return frozenset(choice for choice in kind if choice.value in list(names))
