"""Where everything of the page goes: one sheet, A4 or Letter, whatever the journal holds.

No result is ever cut. Room is found in this order: the pictures shrink, long questions and the note end in an
ellipsis, and of many treatments and figures the last ones are counted instead of listed.
"""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPageSize

from journal.i18n import _, number
from journal.report.content import Page, Picture, Table
from journal.ui.paper.blocks import BORDER, Block, Drawing, Frame, Item, Words, table
from journal.ui.paper.type import INCH, INK, MILLIMETRE, POINT, QUIET, Paragraph, Run

Paper = Literal["a4", "letter"]
SIZES: dict[Paper, QPageSize.PageSizeId] = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}

MARGIN = 11.5 * MILLIMETRE
_BETWEEN = 3.6 * MILLIMETRE
_COLUMN_GAP = 7 * MILLIMETRE
_LEFT_SHARE = 0.42
_LADDER_LEAST, _LADDER_MOST = 58 * MILLIMETRE, 96 * MILLIMETRE
_BODY_LEAST, _BODY_MOST = 56 * MILLIMETRE, 84 * MILLIMETRE
_FIGURE_COLUMNS = (3.6, 1.0, 1.0, 1.75, 1.5)
_TRIED_COLUMNS = (1.25, 1.8, 1.95, 2.4)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The laid out page, in twips."""

    title: str
    size: QRectF
    items: tuple[Item, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much is listed: figures, treatments, questions, and lines for one question and for the note."""

    figures: int
    treatments: int
    questions: int
    question_lines: int
    note_lines: int


_EVER_TIGHTER = (
    _Limits(16, 5, 6, 3, 5),
    _Limits(16, 5, 5, 2, 3),
    _Limits(16, 4, 4, 1, 2),
    _Limits(16, 3, 3, 1, 2),
    _Limits(14, 3, 3, 1, 1),
    _Limits(12, 2, 2, 1, 1),
    _Limits(10, 2, 2, 1, 1),
    _Limits(8, 1, 1, 1, 1),
    _Limits(6, 0, 0, 1, 1),
)


def lay_out(page: Page, paper: Paper) -> Sheet:
    """Return the sheet; everything lies within its margins."""
    points = QPageSize(SIZES[paper]).size(QPageSize.Unit.Point)
    size = QRectF(0, 0, points.width() * POINT, points.height() * POINT)
    width, height = size.width() - 2 * MARGIN, size.height() - 2 * MARGIN
    head, foot = _head(page, width), Block(width).paragraph(Run(page.footer, 7, colour=QUIET))
    room = height - head.height - foot.height - 3.5 * _BETWEEN
    for limits in _EVER_TIGHTER:
        figures, words = _figures(page, _right_width(width), limits), _words(page, width, limits)
        middle = max(figures.height, _BODY_LEAST if page.body else 0.0)
        if room - middle - words.height >= _LADDER_LEAST:
            break
    spare = room - middle - words.height
    ladder = min(_LADDER_MOST, spare)
    if page.body:
        middle = min(max(middle, _BODY_MOST), middle + max(0.0, spare - ladder))
    sheet = Block(size.width())
    top = MARGIN
    for block, tall in (
        (head, head.height),
        (_picture(page.ladder, width, ladder), ladder),
        (_side_by_side(page, figures, width, middle), middle),
        (words, words.height),
    ):
        sheet.place(block, MARGIN, top)
        top += tall + _BETWEEN
    sheet.place(foot, MARGIN, size.height() - MARGIN - foot.height)
    return Sheet(page.title, size, tuple(sheet.items), page.mark)


def _head(page: Page, width: float) -> Block:
    """Title, dates, urgent signs and the sentence about each leg."""
    block = Block(width)
    right = Paragraph([Run(f"{page.dates}\u2028{page.logged}", 9)], width * 0.4, Qt.AlignmentFlag.AlignRight)
    block.items.append(Words(right, width * 0.6, 1.2 * MILLIMETRE))
    title = Block(width * 0.6).paragraph(Run(page.heading, 17, bold=True))
    if page.person:
        title.paragraph(Run(page.person, 9, colour=QUIET), most_lines=2)
    block.place(title, 0, 0)
    block.height = max(title.height, right.height + 1.2 * MILLIMETRE)
    block.gap(2.2 * MILLIMETRE)
    _boxed(block, page)
    block.gap(3 * MILLIMETRE)
    for said in page.directions:
        block.paragraph(Run(said.lead, 11, bold=True), Run(said.rest, 11))
        if said.certainty:
            block.paragraph(Run(said.certainty, 8, colour=QUIET))
        block.gap(1.4 * MILLIMETRE)
    block.height -= 1.4 * MILLIMETRE
    return block


def _boxed(block: Block, page: Page) -> None:
    pad = 2 * MILLIMETRE
    notice = page.urgent
    words = Paragraph([Run(f"{notice.lead} ", 9, bold=True), Run(notice.text, 9)], block.width - 2 * pad)
    tall = words.height + 1.6 * pad
    thickness = (1.6 if notice.alarming else 0.6) * POINT
    block.items.append(Frame(QRectF(0, block.height, block.width, tall), thickness, INK if notice.alarming else BORDER))
    block.items.append(Words(words, pad, block.height + 0.8 * pad))
    block.height += tall


def _picture(picture: Picture, width: float, height: float) -> Block:
    block = Block(width).heading(picture.title)
    rect = QRectF(0, block.height, width, height - block.height)
    block.items.append(Drawing(rect, picture.svg(round(rect.width() / INCH, 3), round(rect.height() / INCH, 3))))
    block.height = height
    return block


def _right_width(width: float) -> float:
    return width * (1 - _LEFT_SHARE) - _COLUMN_GAP


def _side_by_side(page: Page, figures: Block, width: float, height: float) -> Block:
    """The body on the left, the figures on the right."""
    block = Block(width)
    left = width * _LEFT_SHARE
    if page.body:
        block.place(_picture(page.body, left, height), 0, 0)
    block.place(figures, left + _COLUMN_GAP, 0)
    block.height = height
    return block


def _figures(page: Page, width: float, limits: _Limits) -> Block:
    if page.figures is None:
        return Block(width)
    return table(_cut(page.figures, limits.figures), width, _FIGURE_COLUMNS, numbers=True)


def _words(page: Page, width: float, limits: _Limits) -> Block:
    """What was tried; below it the person's questions and note, side by side if there are both."""
    block = Block(width)
    if page.tried:
        tried = table(_cut(page.tried, limits.treatments), width, _TRIED_COLUMNS, numbers=False)
        block.place(tried, 0, 0)
        block.height = tried.height
    both = bool(page.questions and page.note)
    half = (width - _COLUMN_GAP) / 2 if both else width
    top = block.height + (0.8 * _BETWEEN if page.tried else 0.0)
    if page.questions:
        questions = _questions(page, half, limits)
        block.place(questions, 0, top)
        block.height = top + questions.height
    if page.note:
        note = Block(half).heading(_("My note")).paragraph(Run(page.note, 8.5), most_lines=limits.note_lines)
        block.place(note, width - half, top)
        block.height = max(block.height, top + note.height)
    return block


def _questions(page: Page, width: float, limits: _Limits) -> Block:
    block = Block(width).heading(_("My questions"))
    for index, question in enumerate(page.questions[: limits.questions], start=1):
        block.paragraph(Run(f"{number(index)}. {question}", 8.5), most_lines=limits.question_lines)
    return block.left_out(len(page.questions) - limits.questions)


def _cut(content: Table, rows: int) -> Table:
    """Keep so many rows, and count the others."""
    return replace(content, rows=content.rows[:rows], left_out=max(0, len(content.rows) - rows))
