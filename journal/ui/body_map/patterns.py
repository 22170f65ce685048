"""How each kind of symptom is filled, so that it is told apart without colour: the same on map, swatch and list."""

import functools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from journal.domain.entry import Kind
from journal.palette import Palette

_TILE = 8


def fill(painter: QPainter, path: QPainterPath, palette: Palette, strengths: dict[Kind, float]) -> None:
    """Fill a path with all the kinds felt there: pain as a solid, the others as patterns above it."""
    pain = strengths.get(Kind.PAIN)
    if pain:
        painter.fillPath(path, QColor(palette.pain_fill(pain)))
    for kind in PATTERNS:
        if strengths.get(kind):
            painter.fillPath(path, pattern(kind, palette, painter.device().devicePixelRatioF()))


@functools.cache
def pattern(kind: Kind, palette: Palette, ratio: float = 1.0) -> QBrush:
    """Blue diagonal lines for numbness, violet dots for tingling, grey crosshatch for weakness, each with a halo."""
    tile = QPixmap(round(_TILE * ratio), round(_TILE * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    halo = QColor(palette.card if not palette.dark else palette.ground)
    halo.setAlpha(190)
    for color, extra in ((halo, 1.3), (QColor(palette.kind(kind, 5)), 0.0)):
        PATTERNS[kind](painter, color, extra)
    painter.end()
    brush = QBrush(tile)
    return brush


def _diagonals(painter: QPainter, color: QColor, extra: float) -> None:
    painter.setPen(QPen(color, 1.5 + extra))
    for shift in (-_TILE, 0, _TILE):
        painter.drawLine(QPointF(shift - 1, _TILE + 1), QPointF(shift + _TILE + 1, -1))


def _dots(painter: QPainter, color: QColor, extra: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    radius = 1.35 + extra / 2
    for center in (QPointF(2, 2), QPointF(6, 6)):
        painter.drawEllipse(center, radius, radius)


def _crosshatch(painter: QPainter, color: QColor, extra: float) -> None:
    painter.setPen(QPen(color, 1.0 + extra))
    painter.drawLine(QPointF(_TILE / 2, -1), QPointF(_TILE / 2, _TILE + 1))
    painter.drawLine(QPointF(-1, _TILE / 2), QPointF(_TILE + 1, _TILE / 2))


PATTERNS = {Kind.WEAKNESS: _crosshatch, Kind.NUMBNESS: _diagonals, Kind.TINGLING: _dots}
"""What draws a tile of each kind but pain, in the order in which they lie above each other."""


def swatch(painter: QPainter, box: QRectF, palette: Palette, strengths: dict[Kind, float]) -> None:
    """A small rounded sample of a fill."""
    path = QPainterPath()
    path.addRoundedRect(box, box.width() / 4, box.width() / 4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor(palette.skin))
    fill(painter, path, palette, strengths)
    painter.strokePath(path, QPen(QColor(palette.outline), 1))
    painter.restore()
