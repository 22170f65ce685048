"""Paints the signs of a calendar day: worst pain as a numbered disc, and how far down each leg it went."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from journal.analysis.results import Day
from journal.domain.body import DEEPEST_LEVEL, LEGS
from journal.i18n import number
from journal.ui.body_map.painter import number_color
from journal.ui.theme import Theme
from journal.wording.days import symptom_free


def unlogged(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A dashed, empty cell: nothing was noted."""
    pen = QPen(theme.color("quiet"), 1)
    pen.setDashPattern([3, 4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, theme.em * 0.4, theme.em * 0.4)


def logged(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """The ground of a cell with entries."""
    painter.setPen(QPen(theme.color("border"), 1))
    painter.setBrush(theme.color("ground"))
    painter.drawRoundedRect(box, theme.em * 0.4, theme.em * 0.4)


def pain(painter: QPainter, box: QRectF, theme: Theme, day: Day) -> None:
    """Worst pain as a filled disc with its number; a ring with 0 for no pain, with a tick for no symptoms at all."""
    worst = day.pain_worst
    if symptom_free(day):
        _ring(painter, box, theme)
        tick(painter, box, theme.color("primary"))
        return
    font = QFont(painter.font())
    font.setPixelSize(max(9, round(box.height() * 0.56)))
    font.setBold(True)
    if worst > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.palette.pain_fill(worst)))
        painter.drawEllipse(box)
        painter.setPen(QColor(number_color(worst)))
    else:
        _ring(painter, box, theme)
        painter.setPen(theme.color("text"))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(worst))


def tick(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A tick, for no symptoms and for what is chosen."""
    pen = QPen(color, max(1.8, box.width() * 0.1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.35))
    painter.drawPolyline(
        QPolygonF([QPointF(box.left() + box.width() * x, box.top() + box.height() * y) for x, y in corners])
    )


def legs(painter: QPainter, box: QRectF, theme: Theme, day: Day) -> None:
    """Two lines from the back (top) to the foot, left leg and right leg; a dot where the deepest pain was."""
    for leg, x in zip(LEGS, (box.left() + box.width() * 0.25, box.right() - box.width() * 0.25), strict=True):
        deepest = max(day.legs[leg].places, default=0)
        quiet = theme.color("quiet")
        painter.setPen(QPen(quiet, 1.2))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        if deepest:
            y = box.top() + box.height() * (deepest - 1) / (DEEPEST_LEVEL - 1)
            radius = min(box.width() * 0.24, theme.em * 0.26)
            painter.setPen(QPen(theme.color("ground"), 1))
            painter.setBrush(theme.color("text"))
            painter.drawEllipse(QPointF(x, y), radius, radius)


def _ring(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.color("primary"), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
