"""Appointments: when, with whom, what to ask, and what was said."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from journal.domain import checks
from journal.domain.local_time import local


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One appointment, to come or past. Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    starts_at: datetime
    with_whom: str = ""
    questions: tuple[str, ...] = ()
    """What to ask, each once, in the person's order; they go on the page for the appointment."""
    said: str = ""
    """What was said there."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", checks.record_id(self.id))
        checks.moment("starts_at", self.starts_at)
        checks.text("with_whom", self.with_whom)
        object.__setattr__(self, "questions", checks.words("questions", self.questions))
        checks.text("said", self.said)

    @property
    def day(self) -> date:
        """The local date as written."""
        return self.starts_at.date()


def next_appointment(appointments: Iterable[Appointment], today: date) -> Appointment | None:
    """Return the nearest one from `today` on; one of today counts the whole day."""
    return min((item for item in appointments if item.day >= today), key=lambda item: item.starts_at, default=None)


def starting_at(shown: datetime, known: Appointment | None) -> datetime:
    """Return a time as a clock shows it with the offset of an older record, or this place's offset at that time."""
    shown = shown.replace(second=0, microsecond=0, tzinfo=None)
    if known is None:
        return local(shown)
    old = known.starts_at
    same = shown == old.replace(second=0, microsecond=0, tzinfo=None)
    return old if same else shown.replace(tzinfo=old.tzinfo)
