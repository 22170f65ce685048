"""When what was tried: one lane a treatment under the pain of each day, on one scale of days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from journal.analysis.results import Day
from journal.domain.appointment import Appointment
from journal.domain.treatment import Treatment, TreatmentEvent
from journal.i18n import _, day, month, ngettext, number
from journal.ui.theme import Theme
from journal.wording.page import running

_PAIN_EMS, _LANE_EMS, _FOOT_EMS = 4.6, 2.7, 1.7
_TOP_PAIN = 10
_SHORT_DAYS = 100


@dataclass(frozen=True, slots=True)
class Lane:
    """One treatment as it is painted."""

    treatment: Treatment
    events: tuple[date, ...]
    """Days on which it was taken or done."""

    @property
    def once(self) -> bool:
        """Whether it is a single event."""
        return self.treatment.started_on == self.treatment.ended_on


@dataclass(frozen=True, slots=True)
class TimelineState:
    """Everything the timeline shows, from `first` to `last`."""

    first: date
    today: date
    last: date
    """Today, or the last appointment soon to come."""
    lanes: tuple[Lane, ...]
    """By their start, latest first."""
    pains: tuple[tuple[date, float], ...]
    """Worst pain of each logged day, 0..10."""
    appointments: tuple[date, ...]

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def build_state(
    treatments: Sequence[Treatment],
    events: Sequence[TreatmentEvent],
    appointments: Sequence[Appointment],
    days: Sequence[Day],
    first: date,
    today: date,
) -> TimelineState:
    """Return what the stretch from `first` shows; appointments to come within a fortnight lengthen it."""
    soon = [item.day for item in appointments if first <= item.day <= today + timedelta(days=14)]
    last = max([today, *soon])
    shown = [
        item for item in treatments if item.started_on <= last and (item.ended_on is None or item.ended_on >= first)
    ]
    lanes = (
        Lane(item, tuple(sorted({e.day for e in events if e.treatment == item.id and first <= e.day <= last})))
        for item in sorted(shown, key=lambda item: (item.started_on, item.name), reverse=True)
    )
    pains = tuple(
        (item.date, item.pain_worst) for item in days if item.pain_worst is not None and first <= item.date <= last
    )
    return TimelineState(first, today, last, tuple(lanes), pains, tuple(sorted(soon)))


def words(lane: Lane) -> str:
    """Return one lane in words: "Ibuprofen: 15 Sep – 18 Oct 2026; taken or done on 30 days"."""
    dates = running(lane.treatment.started_on, lane.treatment.ended_on)
    if not lane.events:
        return _("{name}: {dates}").format(name=lane.treatment.name, dates=dates)
    text = ngettext("{name}: {dates}; noted on {count} day", "{name}: {dates}; noted on {count} days", len(lane.events))
    return text.format(name=lane.treatment.name, dates=dates, count=number(len(lane.events)))


class Timeline(QWidget):
    """Painted in the theme's colours; the tip under the pointer and the description for ears say it in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.state: TimelineState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Timeline of treatments"))
        theme.changed.connect(self._restyle)

    def show_state(self, state: TimelineState) -> None:
        """Show this."""
        self.state = state
        self.setAccessibleDescription(". ".join(words(lane) for lane in state.lanes))
        self._restyle()

    def sizeHint(self) -> QSize:
        lanes = len(self.state.lanes) if self.state else 0
        return QSize(self._theme.px(30), self._theme.px(_PAIN_EMS + lanes * _LANE_EMS + _FOOT_EMS))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(14), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            lane = self._lane_at(event.pos().y())
            if lane is not None:
                QToolTip.showText(event.globalPos(), words(lane), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        state = self.state
        if state is None:
            return
        paint = QPainter(self)
        paint.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(paint, state)
        self._paint_pain(paint, state)
        for place, lane in enumerate(state.lanes):
            self._paint_lane(paint, state, lane, self._theme.px(_PAIN_EMS + place * _LANE_EMS))
        self._paint_appointments(paint, state)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _lane_at(self, y: int) -> Lane | None:
        place = int((y - self._theme.px(_PAIN_EMS)) // max(1, self._theme.px(_LANE_EMS)))
        return self.state.lanes[place] if self.state and 0 <= place < len(self.state.lanes) else None

    def _x(self, state: TimelineState, value: date, part: float = 0.5) -> float:
        """The place of a day: its middle, or another part of it."""
        left, right = self._theme.px(1.6), self.width() - self._theme.px(0.4)
        return left + (right - left) * ((value - state.first).days + part) / state.length

    def _bottom(self) -> float:
        return self.height() - self._theme.px(_FOOT_EMS)

    def _font(self, ems: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(ems))
        font.setBold(bold)
        return font

    def _paint_months(self, paint: QPainter, state: TimelineState) -> None:
        """A line at each month's beginning; names of months where there is room, of Mondays in a short stretch."""
        paint.setFont(self._font(0.82))
        free = -1.0
        for offset in range(state.length):
            value = state.first + timedelta(days=offset)
            begins, short = value.day == 1, state.length <= _SHORT_DAYS
            if not begins and not (short and value.weekday() == 0):
                continue
            x = self._x(state, value, 0)
            color = self._theme.color("border")
            paint.setPen(QPen(color, 1.5 if begins else 0.7))
            paint.drawLine(QPointF(x, 0), QPointF(x, self._bottom()))
            text = day(value, year=False) if short else month(value)
            width = paint.fontMetrics().horizontalAdvance(text)
            if x >= free and x + width < self.width() and (not short or value.weekday() == 0):
                paint.setPen(self._theme.color("quiet"))
                paint.drawText(QPointF(x + 2, self.height() - self._theme.px(0.5)), text)
                free = x + width + self._theme.px(1)

    def _paint_pain(self, paint: QPainter, state: TimelineState) -> None:
        """Worst pain of each logged day; a gap of days without an entry is no line."""
        top, bottom = self._theme.px(0.5), self._theme.px(_PAIN_EMS - 0.9)
        paint.setFont(self._font(0.75))
        for level in (0, _TOP_PAIN):
            y = bottom - (bottom - top) * level / _TOP_PAIN
            paint.setPen(QPen(self._theme.color("border"), 1))
            paint.drawLine(QPointF(self._theme.px(1.6), y), QPointF(self.width(), y))
            paint.setPen(self._theme.color("quiet"))
            box = QRectF(0, y - self._theme.px(0.6), self._theme.px(1.3), self._theme.px(1.2))
            paint.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number(level))
        points = [
            (when, QPointF(self._x(state, when), bottom - (bottom - top) * pain / 10)) for when, pain in state.pains
        ]
        paint.setPen(QPen(self._theme.color("quiet"), 1.4))
        for (before, start), (after, end) in pairwise(points):
            if (after - before).days == 1:
                paint.drawLine(start, end)
        paint.setPen(Qt.PenStyle.NoPen)
        for (_when, point), (_same, pain) in zip(points, state.pains, strict=True):
            paint.setBrush(QColor(self._theme.palette.pain_fill(pain)) if pain else self._theme.color("card"))
            paint.setPen(QPen(self._theme.color("quiet"), 1))
            paint.drawEllipse(point, self._theme.em * 0.2, self._theme.em * 0.2)

    def _paint_lane(self, paint: QPainter, state: TimelineState, lane: Lane, top: int) -> None:
        em, item = self._theme.em, lane.treatment
        middle = top + em * 1.85
        begins = self._x(state, max(item.started_on, state.first), 0)
        ends = self._x(state, min(item.ended_on or state.today, state.last), 1)
        if lane.once:
            centre, half = QPointF(self._x(state, item.started_on), middle), em * 0.45
            diamond = QPainterPath(centre + QPointF(0, -half))
            for corner in (QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)):
                diamond.lineTo(centre + corner)
            diamond.closeSubpath()
            paint.fillPath(diamond, self._theme.color("primary"))
        else:
            bar = QRectF(begins, middle - em * 0.34, max(em * 0.5, ends - begins), em * 0.68)
            paint.setPen(QPen(self._theme.color("primary"), 1.4))
            paint.setBrush(self._theme.color("tint"))
            paint.drawRoundedRect(bar, em * 0.3, em * 0.3)
        paint.setPen(QPen(self._theme.color("primary"), max(1.6, min(em * 0.16, (self.width() / state.length) * 0.5))))
        for when in lane.events:
            x = self._x(state, when)
            paint.drawLine(QPointF(x, middle - em * 0.2), QPointF(x, middle + em * 0.2))
        self._write_name(paint, lane, begins, top)

    def _write_name(self, paint: QPainter, lane: Lane, begins: float, top: int) -> None:
        paint.setFont(self._font(0.86, bold=True))
        paint.setPen(self._theme.color("text"))
        metrics = paint.fontMetrics()
        text = metrics.elidedText(lane.treatment.name, Qt.TextElideMode.ElideRight, self.width() - self._theme.px(2))
        left = max(self._theme.px(1.6), min(begins, self.width() - metrics.horizontalAdvance(text) - 4))
        paint.drawText(QPointF(left, top + self._theme.px(1.2)), text)

    def _paint_appointments(self, paint: QPainter, state: TimelineState) -> None:
        paint.setFont(self._font(0.75, bold=True))
        for when in state.appointments:
            x = self._x(state, when)
            paint.setPen(QPen(self._theme.color("text"), 1.4, Qt.PenStyle.DashLine))
            paint.drawLine(QPointF(x, self._theme.px(0.5)), QPointF(x, self._bottom()))
