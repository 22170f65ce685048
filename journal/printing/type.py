"""Type on paper: one family that is surely there, sizes in points, and paragraphs measured alike on every device.

Lengths are twips (1/20 point): large whole numbers, so that lines break at the same word on screen and on paper.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QTextCharFormat, QTextLayout, QTextOption

from journal import palette
from journal.charts.style import available_fonts, bundled_font_files, fit

POINT = 20.0
MILLIMETRE = 72 / 25.4 * POINT
INCH = 72 * POINT
INK = palette.PRINT.text
QUIET = palette.PRINT.quiet
LINE_BREAK = "\u2028"
_LEADING = 1.32


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look."""

    words: str
    points: float
    bold: bool = False
    colour: str = INK


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a line begins and how long it is, in characters as Qt counts; its width in twips."""

    start: int
    length: int
    width: float


class Paragraph:
    """Text broken into lines of a width; `height` is known before it is painted."""

    def __init__(
        self,
        runs: Sequence[Run],
        width: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        most_lines: int | None = None,
    ) -> None:
        self.runs = [replace(run, words=_in_lines(run.words)) for run in runs if run.words]
        self.width = width
        self.align = align
        self.cut = False
        """Whether it had to be shortened."""
        self.text = "".join(run.words for run in self.runs)
        self._points = max((run.points for run in self.runs), default=8.0)
        self._lines = self._broken(self.text)
        if most_lines is not None and len(self._lines) > most_lines:
            self.cut = True
            self._shorten(most_lines)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len(self._lines) if self.text else 0

    @property
    def line_height(self) -> float:
        """How high each of them is."""
        return self._points * _LEADING * POINT

    @property
    def height(self) -> float:
        """How high it is."""
        return self.lines * self.line_height

    @property
    def used_width(self) -> float:
        """How wide the longest line is."""
        return max((line.width for line in self._lines), default=0.0) if self.text else 0.0

    @property
    def lacks_letters(self) -> bool:
        """Whether it has letters that no font installed here has; they are drawn as boxes."""
        if self.text.isascii():
            return False
        runs = self._laid_out(self.text.replace(LINE_BREAK, " ")).glyphRuns()
        return any(0 in run.glyphIndexes() for run in runs)

    def narrowed(self) -> "Paragraph":
        """The same, no wider than its longest line."""
        return Paragraph(self.runs, self.used_width + 1)

    def split(self, lines: int) -> "tuple[Paragraph, Paragraph]":
        """Return the first lines and the rest; there must be more than that many."""
        room = self._lines[lines].start
        first: list[Run] = []
        second: list[Run] = []
        for run in self.runs:
            encoded = run.words.encode("utf-16-le")
            taken = min(max(0, room), len(encoded) // 2)
            room -= taken
            first.append(replace(run, words=encoded[: taken * 2].decode("utf-16-le").rstrip(LINE_BREAK)))
            second.append(replace(run, words=encoded[taken * 2 :].decode("utf-16-le")))
        return Paragraph(first, self.width, self.align), Paragraph(second, self.width, self.align)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint it with its top left corner there.

        A layout is never kept to be drawn later: it does not keep its fonts alive, which Qt puts away when it needs
        the room, and drawing it then ends the program.
        """
        if self.text:
            self._laid_out(self.text).draw(painter, QPointF(left, top))

    def _broken(self, text: str) -> list[_Line]:
        layout = self._laid_out(text)
        lines = (layout.lineAt(index) for index in range(layout.lineCount()))
        return [_Line(line.textStart(), line.textLength(), line.naturalTextWidth()) for line in lines]

    def _laid_out(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, font(self._points))
        option = QTextOption(self.align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.setCacheEnabled(True)
        layout.beginLayout()
        step, top = self._points * _LEADING * POINT, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for run in self.runs:
            look = QTextLayout.FormatRange()
            look.start, look.length = start, _utf16(run.words)
            text_format = QTextCharFormat()
            text_format.setFont(font(run.points, run.bold))
            text_format.setForeground(QColor(run.colour))
            look.format = text_format
            formats.append(look)
            start += look.length
        return formats

    def _shorten(self, most_lines: int) -> None:
        """Shorten to that many lines, ending in an ellipsis at a word."""
        line = self._lines[most_lines - 1]
        encoded = self.text.encode("utf-16-le")[: (line.start + line.length) * 2]
        kept = encoded.decode("utf-16-le", errors="ignore").rstrip()
        while kept:
            lines = self._broken(kept + " …")
            if len(lines) <= most_lines:
                self.text, self._lines = kept + " …", lines
                return
            word = max(kept.rfind(" "), kept.rfind(LINE_BREAK))
            kept = kept[:word].rstrip() if word > max(0, len(kept) - 30) else kept[:-2]


@functools.cache
def family() -> str:
    """Return the family of the page, the same that its charts are measured with."""
    first = available_fonts()[0]
    if first not in QFontDatabase.families():  # the face that matplotlib brings along
        for file in bundled_font_files():
            QFontDatabase.addApplicationFont(str(file))
    return first


def font(points: float, bold: bool = False) -> QFont:
    """Return the page's font; its size is set in twips and is not hinted, so that it scales evenly."""
    made = QFont(family())
    made.setPixelSize(round(points * fit(family()) * POINT))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _in_lines(words: str) -> str:
    """Keep the lines that a person wrote."""
    return LINE_BREAK.join(words.splitlines())


def _utf16(text: str) -> int:
    """Length as Qt counts."""
    return len(text.encode("utf-16-le")) // 2
