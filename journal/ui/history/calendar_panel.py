"""The calendar with its month and year buttons, and what its signs mean."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QWidget

from journal.analysis.daily import daily
from journal.analysis.results import Day
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.i18n import _, month_of_year
from journal.ui.history import calendar_paint
from journal.ui.history.calendar_model import CalendarModel
from journal.ui.history.calendar_view import CalendarView
from journal.ui.theme import Theme
from journal.ui.widgets.controls import button, flowing, in_a_column, in_a_row, label, scroll_area, set_style_role


class MonthBar(QWidget):
    """Goes a month or a year on or back, and to today."""

    def __init__(self, view: CalendarView, model: CalendarModel) -> None:
        super().__init__()
        self._view = view
        self._model = model
        self._steps = {
            months: self._step(text, name, months)
            for text, name, months in (
                ("«", _("A year back"), -12),
                ("‹", _("A month back"), -1),
                ("›", _("A month on"), 1),
                ("»", _("A year on"), 12),
            )
        }
        self.title = label("", "brand")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.today = button(_("Today"), lambda: view.go_to_day(model.today))
        steps = self._steps
        self.setLayout(in_a_row(steps[-12], steps[-1], (self.title, 1), steps[1], steps[12], self.today, spacing=4))
        view.month_shown.connect(self.refresh)
        view.day_chosen.connect(self.refresh)
        self.refresh()

    def step(self, months: int) -> QPushButton:
        """The button that goes so many months on."""
        return self._steps[months]

    @Slot()
    def refresh(self) -> None:
        """Name the month that shows, and say where there is more."""
        self.title.setText(month_of_year(self._model.month))
        for months, step in self._steps.items():
            step.setEnabled(self._view.can_go(months))

    def _step(self, text: str, name: str, months: int) -> QPushButton:
        widget = button(text, lambda: self._view.go_months(months), "step", tip=name)
        widget.setAccessibleName(name)
        return widget


class _Sample(QWidget):
    """A small sign as the calendar paints it."""

    def __init__(self, theme: Theme, ems: float, paint: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__()
        self._theme = theme
        self._ems = ems
        self._paint = paint
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._ems), self._theme.px(1.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))


class CalendarPanel(QScrollArea):
    """The month under its bar, and a line that tells what the signs mean. Scrolls where large text needs more room."""

    def __init__(self, theme: Theme, model: CalendarModel) -> None:
        super().__init__()
        self.view = CalendarView(theme, model)
        self.bar = MonthBar(self.view, model)
        self._content = content = QWidget()
        content.setLayout(in_a_column(self.bar, (self.view, 1), _legend(theme), spacing=6))
        scroll_area(content, area=self)
        self.view.day_chosen.connect(self._bring_into_view)

    @Slot()
    def _bring_into_view(self) -> None:
        cell = self.view.visualRect(self.view.currentIndex())
        middle = self.view.viewport().mapTo(self._content, cell.center())
        self.ensureVisible(middle.x(), middle.y(), cell.width(), cell.height())


def _legend(theme: Theme) -> QWidget:
    paint = calendar_paint
    hurting = _day(Symptom("left_low_back", Kind.PAIN, 3), Symptom("right_calf_upper", Kind.PAIN, 5))
    free = _day()
    signs: tuple[tuple[float, Callable[[QPainter, QRectF], None], str], ...] = (
        (1.5, lambda painter, box: paint.pain(painter, box, theme, hurting), _("worst pain")),
        (1.1, lambda painter, box: paint.legs(painter, box, theme, hurting), _("how far down, left and right leg")),
        (1.5, lambda painter, box: paint.pain(painter, box, theme, free), _("no symptoms")),
        (1.5, lambda painter, box: paint.unknown(painter, box, theme), _("not said")),
        (1.5, lambda painter, box: paint.unlogged(painter, box, theme), _("not logged")),
    )
    parts = []
    for ems, draw, text in signs:
        part = QWidget()
        part.setLayout(in_a_row(_Sample(theme, ems, draw), label(text, "quiet"), spacing=5))
        parts.append(part)
    legend = flowing(*parts)
    set_style_role(legend, "legend")
    return legend


def _day(*symptoms: Symptom) -> Day:
    """A made-up day for the legend."""
    return daily([Entry(recorded_at=datetime(2000, 1, 1, tzinfo=UTC), scope=Scope.DAY, symptoms=symptoms)])[0]
