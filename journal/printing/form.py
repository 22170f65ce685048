"""Where everything of the form for a week goes: one sheet, A4 or Letter, whatever the language and the numbers.

The body takes what the words leave; where they are long, they are set smaller until the body is large enough to shade.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from PySide6.QtCore import QRectF, Qt

from journal import drawing
from journal.domain.entry import Kind
from journal.drawing import Picture
from journal.printing.blocks import Block, Drawing, Frame, Rule, Words
from journal.printing.type import INK, MILLIMETRE, POINT, QUIET, Paragraph, Run
from journal.report.form import SYMBOLS, FormDay, WeekForm

_GAP = 2.6 * MILLIMETRE
_PAD = 0.8 * MILLIMETRE
_LINE, _THICK = 0.5 * POINT, 1.4 * POINT
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_SMALLEST_BODY = 92 * MILLIMETRE
_BODY_SHARE = 0.66
"""Of the width, at most; what is left beside the body tells how to fill it in."""
_NARROWEST_LABEL = 180
"""In units of the drawing: what fits between the two bodies."""
_SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
"""Of the words in points, the first that leaves room enough for the body."""
_ROW = 11.4 * MILLIMETRE
_KINDS, _FIGURE, _WIDEST_FIGURE = 27 * MILLIMETRE, 13.5 * MILLIMETRE, 22 * MILLIMETRE
_TICKS, _WIDEST_TICKS = 26 * MILLIMETRE, 36 * MILLIMETRE
_AFTER_NUMBER = 5.6 * MILLIMETRE
_BOX = 2.7 * MILLIMETRE
_SAMPLE = 5 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its heading, its width, and what stands in each of its cells."""

    words: str
    width: float
    group: str = ""
    """Stands over it and its neighbours of the same group."""
    cell: Callable[[FormDay, float], Block | None] = lambda _day, _width: None


def form_page(form: WeekForm, size: QRectF, margin: float) -> Block:
    """Return the sheet of that size, within its margins."""
    width, height = size.width() - 2 * margin, size.height() - 2 * margin
    head = _head(form, width)
    for points in _SIZES:
        table, foot = _table(form, width, points), _urgent(form, width, points)
        room = height - head.height - table.height - foot.height - 3 * _GAP
        figure = _figure(form, min(room, width * _BODY_SHARE), points)
        steps = _steps(form, width - figure.width - 4 * MILLIMETRE, points)
        if room >= _SMALLEST_BODY and steps.height <= room:
            break
    sheet = Block(size.width())
    sheet.place(head, margin, margin)
    top = margin + head.height + _GAP
    sheet.place(figure, margin, top)
    sheet.place(steps, margin + width - steps.width, top)
    sheet.place(table, margin, size.height() - margin - foot.height - _GAP - table.height)
    sheet.place(foot, margin, size.height() - margin - foot.height)
    return sheet


def _head(form: WeekForm, width: float) -> Block:
    block = Block(width).paragraph(Run(f"{form.title}  ", 15, bold=True), Run(form.dates, 11))
    block.gap(1.5 * MILLIMETRE)
    name = Paragraph([Run(form.name, 9)], width / 2).narrowed()
    block.items.append(Words(name, 0, block.height))
    block.height += name.height
    block.items.append(Rule(name.width + _PAD, block.height, width * 0.5, _LINE, INK))
    return block


def _figure(form: WeekForm, height: float, points: float) -> Block:
    """The body with what its pictures are called, as high as that; its width is what follows from it."""
    wide, high = drawing.body().size
    line = points * 1.4 * POINT
    scale = (height - line) / high
    block = Block(wide * scale, height=height)
    block.items.append(Drawing(QRectF(0, 0, wide * scale, high * scale), drawing.to_shade()))

    def write(room: float, *labels: tuple[tuple[str, ...], float, float]) -> None:
        """Write labels, each given by its texts, its middle and its top; of all the first text, if all of them fit."""

        def runs(texts: tuple[str, ...], index: int) -> list[Run]:
            return [Run(texts[index], points - 1, colour=QUIET)]

        whole = all(Paragraph(runs(texts, 0), room).lines == 1 for texts, _middle, _top in labels)
        for texts, middle, top in labels:
            paragraph = Paragraph(runs(texts, 0 if whole else -1), room, _CENTRE, most_lines=1)
            block.items.append(Words(paragraph, middle - room / 2, top))

    for picture, names in form.views:
        x, y, across, down = (length * scale for length in drawing.body().view(picture).frame)
        room, middle = max(across, _NARROWEST_LABEL * scale), x + across / 2
        write(room, (names, middle, y + down))
        sides = form.sides[::-1] if picture is Picture.FRONT else form.sides
        write(room / 2, *((side, middle + room / 4 * way, y - line) for side, way in zip(sides, (-1, 1), strict=True)))
    return block


def _steps(form: WeekForm, width: float, points: float) -> Block:
    block = Block(width).heading(form.how_to)
    for index, step in enumerate(form.steps):
        block.gap(1.2 * MILLIMETRE if index else 0).paragraph(Run(step, points))
        if index == 1:
            block.gap(1.2 * MILLIMETRE)
            for kind, name in form.kinds:
                _sample(block, kind, name, points)
    return block


def _sample(block: Block, kind: Kind, name: str, points: float) -> None:
    symbol = f"  {SYMBOLS[kind]}" if kind in SYMBOLS else ""
    words = Paragraph([Run(name, points), Run(symbol, points, bold=True)], block.width - 2 * _SAMPLE)
    tall = max(words.height, _SAMPLE) + 0.8 * MILLIMETRE
    block.items.append(Drawing(QRectF(0, block.height, 1.6 * _SAMPLE, _SAMPLE), _PATTERNS[kind]))
    block.items.append(Words(words, 2 * _SAMPLE, block.height + (_SAMPLE - words.line_height) / 2))
    block.height += tall


def _svg(inside: str) -> bytes:
    frame = f'<rect x=".25" y=".25" width="15.5" height="9.5" fill="none" stroke="{INK}" stroke-width=".5"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 10">{inside}{frame}</svg>'.encode()


def _strokes(*lines: tuple[float, float, float, float]) -> str:
    d = "".join(f"M{x},{y}L{to_x},{to_y}" for x, y, to_x, to_y in lines)
    return f'<path d="{d}" fill="none" stroke="{INK}" stroke-width=".7"/>'


_RISING = tuple((float(x), 9.5, x + 4.0, 0.5) for x in range(1, 12, 3))
_FALLING = tuple((float(x), 0.5, x + 4.0, 9.5) for x in range(1, 12, 3))
_PATTERNS = {
    Kind.PAIN: _svg('<rect width="16" height="10" fill="#9a9a9a"/>'),
    Kind.NUMBNESS: _svg(_strokes(*_RISING)),
    Kind.TINGLING: _svg(
        "".join(f'<circle cx="{x}" cy="{y}" r=".8" fill="{INK}"/>' for x in (2, 5, 8, 11, 14) for y in (2, 5, 8))
    ),
    Kind.WEAKNESS: _svg(_strokes(*_RISING, *_FALLING)),
}


def _table(form: WeekForm, width: float, points: float) -> Block:
    """A row a day, as high as a hand writes."""
    small = points - 1

    def figure(words: str, group: str = "") -> _Column:
        return _Column(words, min(_WIDEST_FIGURE, max(_FIGURE, _widest_word(words, small))), group)

    ticks = max(Paragraph([Run(tick, small)], width).used_width for tick in form.ticks) + _BOX + 4 * _PAD
    dates = max(Paragraph([Run(day.date, points)], width).used_width for day in form.days) + 2 * _PAD
    kinds = [f"{SYMBOLS[kind]}\u00a0{name}" for kind, name in form.kinds if kind in SYMBOLS]
    columns = [
        _Column(form.day, _AFTER_NUMBER + dates, cell=lambda day, wide: _day(day, wide, points)),
        _Column(form.where, min(_WIDEST_TICKS, max(_TICKS, ticks)), cell=lambda _day, wide: _ticks(form, wide, small)),
        _Column(
            "\n".join(kinds),
            max(_KINDS, min(_WIDEST_TICKS, max(_widest_word(words, small) for words in kinds))),
            cell=lambda _day, wide: _kinds(wide, points),
        ),
        *(figure(words, form.pain) for words in form.pains),
        figure(form.sleep),
        *(figure(words, form.minutes) for words in form.positions),
    ]
    columns.append(_Column(form.done, width - sum(column.width for column in columns)))
    block = Block(width)
    _heads(block, columns, small)
    for day in form.days:
        cells = [column.cell(day, column.width) for column in columns]
        _row(block, columns, max(_ROW, *(cell.height + _PAD for cell in cells if cell)), cells)
    block.items.append(Frame(QRectF(0, 0, width, block.height), _THICK, INK))
    return block


def _heads(block: Block, columns: Sequence[_Column], points: float) -> None:
    """What stands over the columns; over those of a group its name first."""
    words = [_cell_words(column.words, column.width, points, bold=True) for column in columns]
    groups = []
    left = 0.0
    for group, members in groupby(columns, key=lambda column: column.group):
        width = sum(column.width for column in members)
        if group:
            groups.append((left, _cell_words(group, width, points, bold=True)))
        left += width
    above = max(name.height for _left, name in groups) + 2 * _PAD
    height = max(word.height + (above if column.group else 0) for column, word in zip(columns, words, strict=True))
    height += 2 * _PAD
    for left, name in groups:
        block.items.append(Frame(QRectF(left, 0, name.width, above), _LINE, INK))
        block.place(name, left, (above - name.height) / 2)
    left = 0.0
    for column, word in zip(columns, words, strict=True):
        top = above if column.group else 0.0
        block.items.append(Frame(QRectF(left, top, column.width, height - top), _LINE, INK))
        block.place(word, left, top + (height - top - word.height) / 2)
        left += column.width
    block.height = height


def _row(block: Block, columns: Sequence[_Column], height: float, cells: Sequence[Block | None]) -> None:
    lefts = accumulate((column.width for column in columns), initial=0.0)
    for column, cell, left in zip(columns, cells, lefts, strict=False):
        block.items.append(Frame(QRectF(left, block.height, column.width, height), _LINE, INK))
        if cell is not None:
            block.place(cell, left, block.height + (height - cell.height) / 2)
    block.height += height


def _cell_words(words: str, width: float, points: float, *, bold: bool = False) -> Block:
    block = Block(width)
    paragraph = Paragraph([Run(words, points, bold=bold)], width - 2 * _PAD)
    block.items.append(Words(paragraph, _PAD, 0))
    block.height = paragraph.height
    return block


def _day(day: FormDay, width: float, points: float) -> Block:
    number = Paragraph([Run(day.number, points + 4, bold=True)], _AFTER_NUMBER - 1.2 * MILLIMETRE)
    beside = Paragraph([Run(day.weekday, points, bold=True), Run(f"\n{day.date}", points)], width - _AFTER_NUMBER)
    block = Block(width, height=max(number.height, beside.height))
    block.items.append(Words(number, 1.2 * MILLIMETRE, (block.height - number.height) / 2))
    block.items.append(Words(beside, _AFTER_NUMBER, (block.height - beside.height) / 2))
    return block


def _ticks(form: WeekForm, width: float, points: float) -> Block:
    block = Block(width)
    for tick in form.ticks:
        words = Paragraph([Run(tick, points)], width - _BOX - 3 * _PAD)
        tall = max(words.height, _BOX) + 1.2 * MILLIMETRE
        top = block.height + (tall - _BOX) / 2
        block.items.append(Frame(QRectF(_PAD, top, _BOX, _BOX), _LINE, INK))
        block.items.append(Words(words, _BOX + 2 * _PAD, block.height + (tall - words.height) / 2))
        block.height += tall
    return block


def _kinds(width: float, points: float) -> Block:
    """A symbol and a line to write on for each feeling but pain."""
    block = Block(width)
    each = (width - _PAD) / len(SYMBOLS)
    for index, symbol in enumerate(SYMBOLS.values()):
        words = Paragraph([Run(symbol, points + 1, bold=True)], each)
        left = _PAD + index * each
        block.items.append(Words(words, left, 0))
        block.height = words.height
        block.items.append(Rule(left + 2.6 * MILLIMETRE, words.height * 0.95, each - 3.4 * MILLIMETRE, _LINE, QUIET))
    return block


def _urgent(form: WeekForm, width: float, points: float) -> Block:
    pad = 1.6 * MILLIMETRE
    block = Block(width, height=pad)
    inner = Block(width - 2 * pad).paragraph(Run(form.urgent, points + 1, bold=True))
    for notice in form.signs:
        inner.gap(0.5 * MILLIMETRE)
        inner.paragraph(Run(f"{notice.lead} ", points - 0.5, bold=True), Run(notice.text, points - 0.5))
    block.place(inner, pad, pad)
    block.height = inner.height + 2 * pad
    block.items.append(Frame(QRectF(0, 0, width, block.height), _THICK, INK))
    return block


def _widest_word(words: str, points: float) -> float:
    """The width of a column that breaks no word."""
    widest = max(Paragraph([Run(word, points, bold=True)], 1e6).used_width for word in words.split(" "))
    return widest + 2 * _PAD + 1
