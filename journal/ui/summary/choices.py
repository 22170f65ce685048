"""What the person chose for the page; kept inside the journal, since a name and questions are private too."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from journal.domain.appointment import Appointment, next_appointment
from journal.domain.errors import JournalError
from journal.storage.repository import Repository

if TYPE_CHECKING:
    from journal.report.content import PageOptions

_KEY = "summary"
_STANDARD_DAYS = 56


@dataclass(frozen=True, slots=True)
class Choices:
    """Plain values of the summary page."""

    days: int | None = _STANDARD_DAYS
    """How far back the page reaches; None from `first` on."""
    first: date | None = None
    name: str = ""
    born: date | None = None
    appointment: date | None = None
    questions: str = ""
    """One a line."""
    note: str = ""


def read(repository: Repository) -> Choices:
    """Return the choices kept in the journal; the standard ones where there are none or they cannot be read."""
    try:
        kept: Any = json.loads(repository.word(_KEY) or "{}")
        values: dict[str, Any] = {"days": kept.get("days", _STANDARD_DAYS)}
        values |= {key: date.fromisoformat(kept[key]) for key in ("first", "born", "appointment") if kept.get(key)}
        values |= {key: str(kept[key]) for key in ("name", "questions", "note") if kept.get(key)}
        return Choices(**values)
    except (ValueError, TypeError, AttributeError, JournalError):
        return Choices()


def keep(repository: Repository, choices: Choices) -> None:
    """Keep the choices in the journal. Raises StorageError."""
    values = {name: getattr(choices, name) for name in Choices.__dataclass_fields__}
    text = json.dumps({name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()})
    if text != repository.word(_KEY):
        repository.keep_word(_KEY, text)


def page_options(choices: Choices, appointments: Sequence[Appointment], today: date, *, sample: bool) -> "PageOptions":
    """Return what the page shows of the choices, with the next appointment's questions before those typed here.

    A date chosen here goes before the appointment's own.
    """
    from journal.report.content import PageOptions  # loads matplotlib: not before it is needed

    coming = next_appointment(appointments, today)
    typed = (" ".join(line.split()) for line in choices.questions.splitlines())
    return PageOptions(
        name=choices.name,
        born=choices.born,
        appointment=choices.appointment or (coming.day if coming else None),
        questions=tuple(dict.fromkeys([*(coming.questions if coming else ()), *filter(None, typed)])),
        note=choices.note,
        sample=sample,
    )
