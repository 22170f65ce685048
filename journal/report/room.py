"""What goes when the first page has no room for everything: how much is listed, step by step, and what follows then."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from journal.report.content import Report
from journal.report.elements import Section, Table
from journal.report.options import PagePart


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is listed: figures, treatments, questions, lines for one question and for the note; signs in full."""

    figures: int
    treatments: int
    questions: int
    question_lines: int
    note_lines: int
    whole_signs: bool


EVER_TIGHTER = (
    Limits(16, 5, 6, 3, 5, True),
    Limits(16, 5, 5, 2, 3, True),
    Limits(16, 4, 4, 1, 2, True),
    Limits(14, 3, 3, 1, 1, True),
    Limits(12, 2, 3, 1, 1, True),
    Limits(16, 3, 3, 1, 2, False),
    Limits(14, 3, 3, 1, 1, False),
    Limits(12, 2, 2, 1, 1, False),
    Limits(10, 2, 2, 1, 1, False),
    Limits(8, 1, 1, 1, 1, False),
    Limits(6, 0, 0, 1, 1, False),
)


def first_rows(table: Table, count: int) -> Table:
    """Return a table with so many of its rows, and the others counted."""
    return replace(table, rows=table.rows[:count], left_out=max(0, len(table.rows) - count))


def beyond(page: Report, limits: Limits) -> frozenset[PagePart]:
    """Return the parts that have more than is listed."""
    found = {
        PagePart.FIGURES: page.figures is not None and len(page.figures.rows) > limits.figures,
        PagePart.TREATMENTS: page.tried is not None and len(page.tried.rows) > limits.treatments,
        PagePart.QUESTIONS: len(page.questions) > limits.questions,
    }
    return frozenset(part for part, more in found.items() if more)


def in_full_later(page: Report, part: PagePart) -> bool:
    """Whether further pages have a part in full if the first one shortens it."""
    return any(section.instead_of is part for section in page.further)


def wanted(page: Report, shortened: Collection[PagePart]) -> list[Section]:
    """Return what follows on further pages once it is known what the first one had to shorten."""
    return [section for section in page.further if section.instead_of is None or section.instead_of in shortened]
