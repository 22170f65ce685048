"""The program's line icons, coloured by the theme."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journal import paths
from journal.ui.theme import Theme

_DRAWN_IN = b"#000000"


def icon(name: str, theme: Theme, *, dot: bool = False) -> QIcon:
    """An icon of resources/icons in the quiet colour, and in the primary one where it is chosen.

    dot: with a small dot in the primary colour, for something that waits.
    """
    drawing = paths.resource("icons", f"{name}.svg").read_bytes()
    result = QIcon()
    for color, state in ((theme.palette.quiet, QIcon.State.Off), (theme.palette.primary, QIcon.State.On)):
        picture = _rendered(QSvgRenderer(QByteArray(drawing.replace(_DRAWN_IN, color.encode()))), 48)
        if dot:
            _put_dot(picture, theme)
        result.addPixmap(picture, QIcon.Mode.Normal, state)
    return result


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
