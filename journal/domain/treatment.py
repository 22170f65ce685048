"""What was tried: a treatment with its dates, and each time that a dose was taken or a session done."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from journal.domain import checks
from journal.domain.errors import InvalidRecord
from journal.i18n import _


class TreatmentKind(StrEnum):
    """What sort of treatment it is."""

    MEDICATION = "medication"
    EXERCISE = "exercise"
    MANUAL_THERAPY = "manual_therapy"
    INJECTION = "injection"
    HEAT_OR_ICE = "heat_or_ice"
    REST = "rest"
    SURGERY = "surgery"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """One treatment. Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    kind: TreatmentKind
    name: str
    started_on: date
    ended_on: date | None = None
    """None while it goes on; the same day as the start for a single event such as an injection."""
    dose: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", checks.record_id(self.id))
        object.__setattr__(self, "kind", checks.choice("kind", self.kind, TreatmentKind))
        checks.name("name", self.name)
        checks.calendar_day("started_on", self.started_on)
        if self.ended_on is not None and checks.calendar_day("ended_on", self.ended_on) < self.started_on:
            raise InvalidRecord("ended_on", _("“ended_on” is before “started_on”."))
        checks.text("dose", self.dose)
        checks.text("note", self.note)

    @property
    def day(self) -> date:
        """The day it began."""
        return self.started_on

    def runs_on(self, day: date) -> bool:
        """Whether it went on that day."""
        return self.started_on <= day and (self.ended_on is None or day <= self.ended_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentEvent:
    """One dose taken, or one session done. Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    done_at: datetime
    treatment: str
    """Id of the treatment; one that is not in the journal is kept and counts for nothing."""
    dose: str = ""
    """If it was another than the treatment's."""
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", checks.record_id(self.id))
        checks.moment("done_at", self.done_at)
        object.__setattr__(self, "treatment", checks.record_id(self.treatment, "treatment"))
        checks.text("dose", self.dose)
        checks.text("note", self.note)

    @property
    def day(self) -> date:
        """The local date as written."""
        return self.done_at.date()
