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
    """Worst pain; a tick for no symptoms at all, a question mark where nothing was said of pain."""
    if symptom_free(day):
        free(painter, box, theme)
    elif day.pain_worst is None:
        unknown(painter, box, theme)
    else:
        strength(painter, box, theme, day.pain_worst)


def strength(painter: QPainter, box: QRectF, theme: Theme, value: float) -> None:
    """A pain of 0..10 as a filled disc with its number; a ring for 0."""
    if value > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.palette.pain_fill(value)))
        painter.drawEllipse(box)
    else:
        _ring(painter, box, theme)
    _write(painter, box, number(value), QColor(number_color(value)) if value > 0 else theme.color("text"))


def free(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A ring with a tick: no symptoms, said so."""
    _ring(painter, box, theme)
    tick(painter, box, theme.color("primary"))


def unknown(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A broken ring with a question mark: nobody said."""
    pen = QPen(theme.color("quiet"), max(1.2, box.width() * 0.05))
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    _write(painter, box, "?", theme.color("quiet"))


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


def _write(painter: QPainter, box: QRectF, text: str, color: QColor) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(9, round(box.height() * 0.56)))
    font.setBold(True)
    painter.save()
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _ring(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.color("primary"), 1.6))
    painter.setBrush(theme.color("ground"))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
