"""One of the drawings of the tests, in the colours of the theme."""

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, QSizeF, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal import paths
from journal.domain.strength import HomeTest
from journal.palette import LIGHT, Palette
from journal.ui.theme import Theme

_FADE = 0.12
_LARGEST = 300
_SHADE = "#eadfd1"
"""The far leg, in the drawing; the theme's seam is as far from its skin as this is from the light one."""


class TestPicture(QWidget):
    """As high as its place allows, never larger than it is clear."""

    __test__ = False

    def __init__(self, test: HomeTest, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._drawing = paths.resource("home_tests", f"{test.value}.svg").read_text(encoding="utf-8")
        self._renderer = QSvgRenderer(self)
        self._room = _LARGEST
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._recolour)
        self._recolour()

    def fit(self, room: int) -> None:
        """Take no more than this for a side."""
        if room != self._room:
            self._room = room
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = min(self._theme.px(15), _LARGEST, self._room)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint = QPainter(self)
        self._renderer.render(paint, place)
        card = self._theme.color("card")  # the upper body comes out of nothing, as on the body map
        fade = QLinearGradient(place.topLeft(), QPointF(place.left(), place.top() + side * _FADE))
        fade.setColorAt(0, card)
        fade.setColorAt(1, QColor(card.red(), card.green(), card.blue(), 0))
        paint.fillRect(QRectF(place.topLeft(), QSizeF(side, side * _FADE)), fade)

    @Slot()
    def _recolour(self) -> None:
        drawing = _recoloured(self._drawing, self._theme.palette)
        self._renderer.load(QByteArray(drawing.encode()))
        self.updateGeometry()
        self.update()


def _recoloured(drawing: str, palette: Palette) -> str:
    for drawn, shown in (
        (LIGHT.skin, palette.skin),
        (_SHADE, palette.seam if palette.dark else _SHADE),
        (LIGHT.outline, palette.outline),
        (LIGHT.tint, palette.tint),
        (LIGHT.primary, palette.primary),
        (LIGHT.seam, palette.seam),
    ):
        drawing = drawing.replace(drawn, shown)
    return drawing
