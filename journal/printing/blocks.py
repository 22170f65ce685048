"""The pieces a page is set from: words, rules, frames and drawings, gathered in blocks that can be moved."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt

from journal import palette
from journal.printing.type import INK, MILLIMETRE, POINT, QUIET, Paragraph, Run
from journal.report.elements import Row, Table
from journal.wording.page import left_out

BORDER = palette.PRINT.border
RULE = 0.5 * POINT
_CELL = 0.3 * MILLIMETRE
_RIGHT = Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph at its place."""

    paragraph: Paragraph
    left: float
    top: float

    @property
    def rect(self) -> QRectF:
        """What it takes of the page."""
        return QRectF(self.left, self.top, self.paragraph.width, self.paragraph.height)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""

    left: float
    top: float
    width: float
    thickness: float = RULE
    colour: str = BORDER


@dataclass(frozen=True, slots=True)
class Frame:
    """A box round something."""

    rect: QRectF
    thickness: float
    colour: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart at its place."""

    rect: QRectF
    svg: bytes


Item = Words | Rule | Frame | Drawing


@dataclass(slots=True)
class Block:
    """Items from (0, 0) down, and how high they are together."""

    width: float
    items: list[Item] = field(default_factory=list)
    height: float = 0.0

    def paragraph(self, *runs: Run, most_lines: int | None = None, indent: float = 0.0) -> "Block":
        """Add a paragraph below what is there."""
        words = Paragraph(runs, self.width - indent, most_lines=most_lines)
        self.items.append(Words(words, indent, self.height))
        self.height += words.height
        return self

    def gap(self, height: float) -> "Block":
        """Leave room."""
        self.height += height
        return self

    def heading(self, words: str, aside: str = "") -> "Block":
        """Add a section's heading with its rule; an aside stands at the right, or below where it has no room."""
        title = Paragraph([Run(words, 9, bold=True)], self.width, most_lines=1)
        right = Paragraph([Run(aside, 7.2, colour=QUIET)], self.width - title.used_width - 3 * MILLIMETRE, _RIGHT)
        fits = right.lines <= 1
        self.items.append(Words(title if not aside or not fits else title.narrowed(), 0, self.height))
        if aside and fits:
            self.items.append(Words(right, self.width - right.width, self.height + title.height - right.height))
        self.height += title.height + 0.4 * MILLIMETRE
        self.items.append(Rule(0, self.height, self.width, colour=INK))
        self.gap(0.8 * MILLIMETRE)
        if aside and not fits:
            self.paragraph(Run(aside, 7.2, colour=QUIET))
        return self

    @property
    def shortened(self) -> bool:
        """Whether a text in it ends in an ellipsis."""
        return any(item.paragraph.cut for item in self.items if isinstance(item, Words))

    def left_out(self, count: int, *, follows: bool = False) -> "Block":
        """Say how many had no room; nothing is dropped in silence. `follows`: whether further pages list them."""
        if count > 0:
            self.paragraph(Run(left_out(count, follows=follows), 8, colour=QUIET))
        return self

    def place(self, block: "Block", left: float, top: float) -> None:
        """Put another block at that place; the height is not changed."""
        self.items += [_moved(item, left, top) for item in block.items]


def table(content: Table, width: float, shares: Sequence[float], *, numbers: bool, follows: bool = False) -> Block:
    """Return a table: shares are the columns' parts of the width; `numbers` sets all but the first flush right."""
    block = Block(width).heading(content.title, content.aside)
    for index, part in enumerate(rows(content, width, shares, numbers=numbers, most_lines=2)):
        if index > 1:
            block.items.append(Rule(0, block.height, width, thickness=0.35 * POINT))
        block.place(part, 0, block.height)
        block.height += part.height
    block.left_out(content.left_out, follows=follows)
    if content.below and content.rows:
        block.gap(0.4 * MILLIMETRE).paragraph(Run(content.below, 7, colour=QUIET))
    return block


def rows(
    content: Table, width: float, shares: Sequence[float], *, numbers: bool, most_lines: int | None = None
) -> list[Block]:
    """Return the head (empty if the table has none) and each line of a table."""
    columns = [share / sum(shares) * width for share in shares]
    head = Row(content.head if any(content.head) else ())
    found = [_row(head, width, columns, numbers, head=True, most_lines=most_lines)]
    return found + [_row(row, width, columns, numbers, head=False, most_lines=most_lines) for row in content.rows]


def _row(
    row: Row, width: float, columns: Sequence[float], numbers: bool, *, head: bool, most_lines: int | None
) -> Block:
    block = Block(width)
    if not row.cells:
        return block
    left, height = 0.0, 0.0
    for index, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        right = numbers and index > 0
        gutter = 1.6 * MILLIMETRE
        run = Run(cell, 8 if not head else 7.5, row.strong == index, QUIET if head else INK)
        paragraph = Paragraph([run], column - gutter, _RIGHT if right else _LEFT, most_lines=most_lines)
        if cell:
            block.items.append(Words(paragraph, left + (gutter if right else 0), _CELL))
        height = max(height, paragraph.height)
        left += column
    block.height = height + 2 * _CELL
    return block


def _moved(item: Item, left: float, top: float) -> Item:
    if isinstance(item, Words):
        return Words(item.paragraph, item.left + left, item.top + top)
    if isinstance(item, Rule):
        return Rule(item.left + left, item.top + top, item.width, item.thickness, item.colour)
    if isinstance(item, Frame):
        return Frame(item.rect.translated(left, top), item.thickness, item.colour)
    return Drawing(item.rect.translated(left, top), item.svg)
