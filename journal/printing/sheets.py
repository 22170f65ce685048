"""The whole document: the one page, and what follows it, each sheet with its number where there are several."""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPageSize

from journal.i18n import _
from journal.printing.blocks import Block, Item, Rule, Words, rows
from journal.printing.form import form_page
from journal.printing.layout import FIGURE_COLUMNS, MARGIN, NUMBER_WIDTH, SIZES, TRIED_COLUMNS, Paper, first_page
from journal.printing.type import MILLIMETRE, POINT, QUIET, Paragraph, Run
from journal.report.content import Report
from journal.report.elements import Said, Section
from journal.report.form import WeekForm
from journal.report.options import PagePart
from journal.report.room import wanted
from journal.wording.page import numbered

Document = Report | WeekForm
"""What can be printed: the page for an appointment with what follows it, or the form for a week."""
_COLUMNS = {len(FIGURE_COLUMNS): FIGURE_COLUMNS, len(TRIED_COLUMNS): TRIED_COLUMNS, 7: (1.5, 1, 1, 1.2, 1.2, 1.1, 0.8)}
_BETWEEN = 4.5 * MILLIMETRE
_LEAST_LINES = 2
"""A text that goes on overleaf has at least so many lines on either page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One laid out page, in twips."""

    title: str
    size: QRectF
    items: tuple[Item, ...]
    mark: str
    shortened: frozenset[PagePart] = frozenset()
    """What the first page has no room for in full."""


def missing_letters(sheets: Sequence[Sheet]) -> str:
    """Say that there are letters which no font on this computer has; nothing where there are none."""
    if not any(item.paragraph.lacks_letters for sheet in sheets for item in sheet.items if isinstance(item, Words)):
        return ""
    return _(
        "Some letters are missing on this page, as no font for them is installed on this computer: install one, such"
        " as Noto Sans of that script."
    )


def lay_out(page: Document, paper: Paper) -> tuple[Sheet, ...]:
    """Return the sheets, one unless further pages are wanted; everything lies within their margins.

    A page is laid out once for each paper: what shows is what is printed and saved.
    """
    known = _laid_out.setdefault(page, {})
    if paper not in known:
        known[paper] = _sheets(page, paper)
    return known[paper]


_laid_out: WeakKeyDictionary[Document, dict[Paper, tuple[Sheet, ...]]] = WeakKeyDictionary()


def _sheets(page: Document, paper: Paper) -> tuple[Sheet, ...]:
    points = QPageSize(SIZES[paper]).size(QPageSize.Unit.Point)
    size = QRectF(0, 0, points.width() * POINT, points.height() * POINT)
    if isinstance(page, WeekForm):
        return (Sheet(page.title, size, tuple(form_page(page, size, MARGIN).items), mark=""),)
    first, shortened = first_page(page, size)
    blocks = [first, *_Flow(page, size).pages(wanted(page, shortened))]
    if len(blocks) > 1:
        for index, block in enumerate(blocks):
            _number(block, size, index, len(blocks))
    return tuple(Sheet(page.title, size, tuple(block.items), page.mark, shortened) for block in blocks)


def _number(block: Block, size: QRectF, index: int, count: int) -> None:
    words = Paragraph([Run(numbered(index + 1, count), 8, colour=QUIET)], NUMBER_WIDTH, Qt.AlignmentFlag.AlignRight)
    block.items.append(Words(words, size.width() - MARGIN - words.width, size.height() - MARGIN - words.height))


class _Flow:
    """Fills page after page from top to bottom."""

    def __init__(self, page: Report, size: QRectF) -> None:
        self._page = page
        self._size = size
        self._width = size.width() - 2 * MARGIN
        self._bottom = size.height() - MARGIN - 6 * MILLIMETRE
        self._blocks: list[Block] = []
        self._top = 0.0

    def pages(self, sections: Sequence[Section]) -> list[Block]:
        """Return the pages of these sections, none for none."""
        for section in sections:
            self._section(section)
        return self._blocks

    def _section(self, section: Section) -> None:
        aside = section.table.aside if section.table else ""
        heading = Block(self._width).heading(section.title, aside)
        self._need(heading.height + 12 * MILLIMETRE)
        self._place(heading)
        for said in section.said:
            self._said(said)
        if section.table:
            self._table(section)
        self._top += _BETWEEN

    def _said(self, said: Said) -> None:
        self._text(Paragraph([Run(said.lead, 8.5, bold=True), Run(said.rest, 8.5)], self._width))
        if said.certainty:
            self._text(Paragraph([Run(said.certainty, 8, colour=QUIET)], self._width))
        self._top += 1.4 * MILLIMETRE

    def _text(self, paragraph: Paragraph) -> None:
        """Put a text, going on overleaf where it must."""
        while paragraph.lines:
            room = int((self._bottom - self._top) / paragraph.line_height) if self._blocks else 0
            if paragraph.lines <= room:
                break
            if room < _LEAST_LINES or paragraph.lines - room < _LEAST_LINES:
                room = min(room, paragraph.lines - _LEAST_LINES)
            if room >= _LEAST_LINES:
                part, paragraph = paragraph.split(room)
                self._place(_of(part))
            self._turn()
        self._place(_of(paragraph))

    def _table(self, section: Section) -> None:
        assert section.table is not None
        shares = _COLUMNS[len(section.table.head)]
        head, *lines = rows(section.table, self._width, shares, numbers=len(shares) == len(FIGURE_COLUMNS))
        self._need(head.height + (lines[0].height if lines else 0))
        self._place(head)
        for index, line in enumerate(lines):
            if self._top + line.height > self._bottom:
                self._turn()
                self._place(head)
            elif index:
                rule = Block(self._width)
                rule.items.append(Rule(0, 0, self._width, thickness=0.35 * POINT))
                self._place(rule)
            self._place(line)
        if section.table.below:
            self._text(Paragraph([Run(section.table.below, 7.2, colour=QUIET)], self._width))

    def _need(self, height: float) -> None:
        if not self._blocks or self._top + height > self._bottom:
            self._turn()

    def _turn(self) -> None:
        """Begin a page, with whose it is and of which days."""
        page, block = self._page, Block(self._size.width())
        said = " · ".join(part for part in (page.person, page.dates) if part)
        header = Block(self._width).paragraph(
            Run(f"{page.heading}  ", 9, bold=True), Run(said, 8.5, colour=QUIET), most_lines=2
        )
        block.place(header, MARGIN, MARGIN)
        self._blocks.append(block)
        self._top = MARGIN + header.height + _BETWEEN

    def _place(self, block: Block) -> None:
        self._blocks[-1].place(block, MARGIN, self._top)
        self._top += block.height


def _of(paragraph: Paragraph) -> Block:
    block = Block(paragraph.width)
    if paragraph.lines:
        block.items.append(Words(paragraph, 0, 0))
        block.height = paragraph.height
    return block
