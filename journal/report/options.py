"""What the person chooses for the page: its parts, what follows on further pages, and the words of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.tables import complete
from journal.i18n import N_, _


class PagePart(StrEnum):
    """What the page may leave out. Who it is of, the dates, urgent signs and each leg's sentence are always on it."""

    LADDER = "ladder"
    BODY = "body"
    FIGURES = "figures"
    SIGNS = "signs"
    TREATMENTS = "treatments"
    QUESTIONS = "questions"
    NOTE = "note"


class Further(StrEnum):
    """What may follow on further pages."""

    SHORTENED = "shortened"
    """Questions, the note, treatments and figures in full, where the first page had no room for all of it."""
    FINDINGS = "findings"
    """Every sentence that the journal has to say."""
    TREATMENTS = "treatments"
    """Each with its note, and what followed."""
    DAYS = "days"
    """A line for each logged day."""
    NOTES = "notes"
    """Every note, with its date."""


_PARTS = complete(
    PagePart,
    {
        PagePart.LADDER: N_("How far down the leg"),
        PagePart.BODY: N_("Body, then and now"),
        PagePart.FIGURES: N_("Figures, then and now"),
        PagePart.SIGNS: N_("The signs in words"),
        PagePart.TREATMENTS: N_("What was tried"),
        PagePart.QUESTIONS: N_("My questions"),
        PagePart.NOTE: N_("My note"),
    },
)
_FURTHER = complete(
    Further,
    {
        Further.SHORTENED: N_("What was shortened"),
        Further.FINDINGS: N_("All findings in words"),
        Further.TREATMENTS: N_("Treatments with their notes"),
        Further.DAYS: N_("Day by day"),
        Further.NOTES: N_("All notes"),
    },
)


def part_name(part: PagePart) -> str:
    """Return what a part of the page is called."""
    return _(_PARTS[part])


def further_name(part: Further) -> str:
    """Return what a part of the further pages is called."""
    return _(_FURTHER[part])


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """What the person chose for this page."""

    name: str = ""
    born: date | None = None
    appointment: date | None = None
    with_whom: str = ""
    questions: tuple[str, ...] = ()
    note: str = ""
    sample: bool = False
    """Whether the journal is the sample, which the page then says."""
    parts: frozenset[PagePart] = frozenset(PagePart)
    further: frozenset[Further] = frozenset()


def last_appointment(days: Iterable[date], today: date) -> date | None:
    """Return the latest of those days that is over, or None."""
    return max((day for day in days if day < today), default=None)


def together(*questions: Sequence[str]) -> tuple[str, ...]:
    """Return questions from several lists, each once and on one line, in their order."""
    found: dict[str, None] = {}
    for text in (item for several in questions for item in several):
        if line := " ".join(text.split()):
            found.setdefault(line)
    return tuple(found)
