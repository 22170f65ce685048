"""What the page is made of, as plain values: sentences, tables, pictures, and sections of further pages."""

from collections.abc import Callable
from dataclasses import dataclass

from journal.report.options import PagePart


@dataclass(frozen=True, slots=True)
class UrgentNotice:
    """The box of urgent signs."""

    lead: str
    """Set in bold."""
    text: str
    alarming: bool
    """Whether it must stand out."""


@dataclass(frozen=True, slots=True)
class Said:
    """The sentence about one leg, in two parts that follow each other without anything between."""

    lead: str
    """Set in bold."""
    rest: str
    certainty: str = ""
    """Small, below; "" while nothing was computed."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart that is drawn at the size that the paper gives it."""

    title: str
    svg: Callable[[float, float], bytes]
    """Width and height in inches to a file's content; every font is named once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    cells: tuple[str, ...]
    strong: int | None = None
    """The cell set in bold."""


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of cells under a title."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    aside: str = ""
    """Small, beside the title."""
    below: str = ""
    """Small, under the last row."""
    left_out: int = 0
    """Rows that had no room, counted below."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the further pages: sentences, then a table, as long as they are."""

    title: str
    said: tuple[Said, ...] = ()
    table: Table | None = None
    instead_of: PagePart | None = None
    """Comes only where the first page had to shorten that part."""
