"""Where everything of the first page goes: one sheet, A4 or Letter, whatever the journal holds.

No result is ever cut. Room is found in this order: the pictures shrink, long questions and the note end in an
ellipsis, the signs keep their verdicts only, and of many treatments and figures the last ones are counted instead of
listed.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPageSize

from journal.i18n import _, number
from journal.printing.blocks import BORDER, Block, Drawing, Frame, Words, table
from journal.printing.type import INCH, INK, MILLIMETRE, POINT, QUIET, Paragraph, Run
from journal.report.content import Report
from journal.report.elements import Picture, Said
from journal.report.options import PagePart
from journal.report.room import EVER_TIGHTER, Limits, beyond, first_rows, in_full_later

Paper = Literal["a4", "letter"]
SIZES: dict[Paper, QPageSize.PageSizeId] = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}

MARGIN = 10.5 * MILLIMETRE
_BETWEEN = 3.0 * MILLIMETRE
_COLUMN_GAP = 7 * MILLIMETRE
_LEFT_SHARE = 0.375
NUMBER_WIDTH = 24 * MILLIMETRE
_LADDER_LEAST, _LADDER_MOST = 55 * MILLIMETRE, 96 * MILLIMETRE
_BODY_LEAST, _BODY_MOST = 56 * MILLIMETRE, 84 * MILLIMETRE
FIGURE_COLUMNS = (3.75, 1.0, 1.0, 1.85, 2.3)
TRIED_COLUMNS = (1.25, 1.8, 2.05, 2.3)


def first_page(page: Report, size: QRectF) -> tuple[Block, frozenset[PagePart]]:
    """Return the page on a sheet of that size, within its margins, and what had to be shortened."""
    width, height = size.width() - 2 * MARGIN, size.height() - 2 * MARGIN
    head = _head(page, width)
    foot = Block(width - NUMBER_WIDTH).paragraph(Run(page.footer, 7, colour=QUIET))
    room = height - head.height - foot.height - _BETWEEN
    least = _LADDER_LEAST if page.ladder else 0.0
    for limits in EVER_TIGHTER:
        figures = _figures(page, _right_width(width) if page.body else width, limits)
        signs, words = _signs(page, width, limits), _words(page, width, limits)
        middle = max(figures.height, _BODY_LEAST if page.body else 0.0)
        below = [block for block in (signs, *_stacked(words, width)) if block.height]
        taken = sum(block.height + _BETWEEN for block in below) + (middle + _BETWEEN if middle else 0.0)
        if room - taken >= least:
            break
    spare = room - taken
    ladder = min(_LADDER_MOST, spare - _BETWEEN) if page.ladder else 0.0
    if page.body:
        middle = min(max(middle, _BODY_MOST), middle + max(0.0, spare - ladder - (_BETWEEN if page.ladder else 0.0)))
    sheet = Block(size.width())
    sheet.place(head, MARGIN, MARGIN)
    top = MARGIN + head.height + _BETWEEN
    if page.ladder:
        sheet.place(_picture(page.ladder, width, ladder), MARGIN, top)
        top += ladder + _BETWEEN
    if middle:
        sheet.place(_side_by_side(page, figures, width, middle), MARGIN, top)
        top += middle + _BETWEEN
    for block in below:
        sheet.place(block, MARGIN, top)
        top += block.height + _BETWEEN
    sheet.place(foot, MARGIN, size.height() - MARGIN - foot.height)
    cut = {part for part, block in (*words.items(), (PagePart.FIGURES, figures)) if block.shortened}
    return sheet, beyond(page, limits) | cut


def _head(page: Report, width: float) -> Block:
    """Title, dates, urgent signs and the sentence about each leg."""
    block = Block(width)
    beside = "\u2028".join(filter(None, (page.dates, page.logged, page.notes)))
    right = Paragraph([Run(beside, 9)], width * 0.35, Qt.AlignmentFlag.AlignRight)
    block.items.append(Words(right, width * 0.65, 1.2 * MILLIMETRE))
    title = Block(width * 0.64).paragraph(Run(page.heading, 17, bold=True))
    if page.person:
        title.paragraph(Run(page.person, 9, colour=QUIET), most_lines=2)
    if page.course:
        title.paragraph(Run(page.course, 9))
    block.place(title, 0, 0)
    block.height = max(title.height, right.height + 1.2 * MILLIMETRE)
    block.gap(1.6 * MILLIMETRE)
    _boxed(block, page)
    block.gap(2.2 * MILLIMETRE)
    for said in page.directions:
        small = Run(said.certainty, 8, colour=QUIET)
        whole = [Run(said.lead, 11, bold=True), Run(said.rest, 11)]
        on_one_line = [*whole, replace(small, words=f"  {small.words}")]
        if not said.certainty:
            block.paragraph(*whole)
        elif Paragraph(on_one_line, width).lines == 1:
            block.paragraph(*on_one_line)
        else:
            block.paragraph(*whole).paragraph(small)
        block.gap(1.2 * MILLIMETRE)
    block.height -= 1.2 * MILLIMETRE
    return block


def _boxed(block: Block, page: Report) -> None:
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


def _side_by_side(page: Report, figures: Block, width: float, height: float) -> Block:
    """The body on the left, the figures on the right; one alone has the whole width."""
    block = Block(width)
    left = width * _LEFT_SHARE if page.figures else width
    if page.body:
        block.place(_picture(page.body, left, height), 0, 0)
    block.place(figures, left + _COLUMN_GAP if page.body else 0.0, 0)
    block.height = height
    return block


def _figures(page: Report, width: float, limits: Limits) -> Block:
    if page.figures is None:
        return Block(width)
    cut, follows = first_rows(page.figures, limits.figures), in_full_later(page, PagePart.FIGURES)
    return table(cut, width, FIGURE_COLUMNS, numbers=True, follows=follows)


def _signs(page: Report, width: float, limits: Limits) -> Block:
    """A sentence for each sign, or in one line what each comes to."""
    if not page.signs:
        return Block(width)
    block = Block(width)
    if not limits.whole_signs:
        return block.paragraph(Run(_leads(page.signs), 8.5, bold=True))
    for said in page.signs:
        block.paragraph(Run(said.lead, 7.8, bold=True), Run(said.rest, 7.8))
    return block


def _words(page: Report, width: float, limits: Limits) -> dict[PagePart, Block]:
    """What was tried; then the person's questions and note, side by side if there are both."""
    found: dict[PagePart, Block] = {}
    if page.tried:
        cut, follows = first_rows(page.tried, limits.treatments), in_full_later(page, PagePart.TREATMENTS)
        found[PagePart.TREATMENTS] = table(cut, width, TRIED_COLUMNS, numbers=False, follows=follows)
    half = (width - _COLUMN_GAP) / 2 if page.questions and page.note else width
    if page.questions:
        found[PagePart.QUESTIONS] = _questions(page, half, limits)
    if page.note:
        note = Block(half).heading(_("My note")).paragraph(Run(page.note, 8.5), most_lines=limits.note_lines)
        found[PagePart.NOTE] = note
    return found


def _stacked(words: dict[PagePart, Block], width: float) -> list[Block]:
    """Set the note beside the questions."""
    blocks = {**words}
    if PagePart.QUESTIONS in words and PagePart.NOTE in words:
        questions, note = words[PagePart.QUESTIONS], blocks.pop(PagePart.NOTE)
        both = Block(width, height=max(questions.height, note.height))
        both.place(questions, 0, 0)
        both.place(note, width - note.width, 0)
        blocks[PagePart.QUESTIONS] = both
    return list(blocks.values())


def _questions(page: Report, width: float, limits: Limits) -> Block:
    block = Block(width).heading(_("My questions"))
    for index, question in enumerate(page.questions[: limits.questions], start=1):
        block.paragraph(Run(f"{number(index)}. {question}", 8.5), most_lines=limits.question_lines)
    return block.left_out(len(page.questions) - limits.questions, follows=in_full_later(page, PagePart.QUESTIONS))


def _leads(signs: Sequence[Said]) -> str:
    """The bold parts alone; one that only announces what follows says nothing by itself."""
    return " · ".join(said.lead.rstrip(".") for said in signs if not said.lead.rstrip().endswith(":"))
