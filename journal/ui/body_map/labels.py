"""What is written around the body: which picture it is, and which side is the person's left."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from journal.drawing import Picture
from journal.i18n import _
from journal.ui.body_map.figure import Figure
from journal.ui.theme import Theme

_FONT_EMS = 0.87
_HEIGHT_EMS = 1.3
_LARGEST_FONT = 50
"""In units of the drawing: what fits between soles and feet."""
_GAP = 0.9
"""How much of its half of a picture the name of a side may fill, so that left and right do not run together."""


def height(theme: Theme) -> int:
    """The room that a line of labels needs, in pixels."""
    return theme.px(_HEIGHT_EMS)


def paint(painter: QPainter, figure: Figure, theme: Theme) -> None:
    """Write the labels; "your left" and "your right" always show."""
    font = QFont(painter.font())
    font.setPixelSize(round(min(theme.em * _FONT_EMS, figure.scale * _LARGEST_FONT)))
    half = figure.frames[Picture.BACK].width() / 2
    widest = max(QFontMetricsF(font).horizontalAdvance(words[-1]) for words in _sides().values())
    font.setPixelSize(max(1, round(font.pixelSize() * min(1.0, half * _GAP / widest))))
    painter.setFont(font)
    painter.setPen(theme.color("quiet"))
    line = height(theme)
    # Translators: which side of the body is drawn: from behind, from the front.
    below = {Picture.BACK: _("Back"), Picture.FRONT: _("Front")}
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip
    for picture, text in below.items():
        frame = figure.frames[picture]
        under = QRectF(frame.left(), frame.bottom() + 1, frame.width(), line)
        painter.drawText(under, flags | Qt.AlignmentFlag.AlignTop, text)
        half = frame.width() / 2
        fits = all(painter.fontMetrics().horizontalAdvance(words[0]) <= half * _GAP for words in _sides().values())
        sides = ("left", "right") if picture is Picture.BACK else ("right", "left")
        for side, x in zip(sides, (0.25, 0.75), strict=True):
            text = _sides()[side][0 if fits else 1]
            above = QRectF(frame.left() + frame.width() * x - half / 2, frame.top() - line, half, line)
            painter.drawText(above, flags | Qt.AlignmentFlag.AlignBottom, text)
    for picture, words in ((Picture.SOLES, _soles()), (Picture.FEET, _feet())):
        frame = figure.frames[picture]
        under = QRectF(frame.left(), frame.bottom() + 1, frame.width(), line)
        painter.drawText(under, flags | Qt.AlignmentFlag.AlignTop, _longest(painter, words, frame.width()))


def _longest(painter: QPainter, texts: tuple[str, ...], room: float) -> str:
    """The longest text that fits, else the shortest."""
    return next((text for text in texts if painter.fontMetrics().horizontalAdvance(text) <= room), texts[-1])


def _sides() -> dict[str, tuple[str, ...]]:
    return {"left": (_("your left"), _("left")), "right": (_("your right"), _("right"))}


def _soles() -> tuple[str, ...]:
    return _("Soles of your feet"), _("Soles")


def _feet() -> tuple[str, ...]:
    return _("Feet, from above"), _("Feet")
