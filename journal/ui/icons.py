"""The program's line icons, coloured by the theme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journal import paths
from journal.ui.theme import Theme


def icon(name: str, theme: Theme, *, dot: bool = False) -> QIcon:
    """An icon of resources/icons in the quiet colour, and in the primary one where it is chosen.

    dot: with a small dot in the primary colour, for something that waits.
    """
    drawing = _rendered(QSvgRenderer(str(paths.resource("icons", f"{name}.svg"))), 48)
    result = QIcon()
    for color, state in ((theme.palette.quiet, QIcon.State.Off), (theme.palette.primary, QIcon.State.On)):
        picture = _in_color(drawing, color)
        if dot:
            _put_dot(picture, theme)
        result.addPixmap(picture, QIcon.Mode.Normal, state)
    return result


def _in_color(drawing: QPixmap, color: str) -> QPixmap:
    picture = QPixmap(drawing)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), QColor(color))
    painter.end()
    return picture


def _put_dot(picture: QPixmap, theme: Theme) -> None:
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("ground"), 3))
    painter.setBrush(theme.color("primary"))
    painter.drawEllipse(QRectF(29, 1, 17, 17))
    painter.end()


def app_icon() -> QIcon:
    """The icon of the program itself."""
    drawing = QSvgRenderer(str(paths.resource("icons", "app.svg")))
    result = QIcon()
    for side in (16, 32, 64, 128, 256):
        result.addPixmap(_rendered(drawing, side))
    return result


def _rendered(drawing: QSvgRenderer, side: int) -> QPixmap:
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
