"""The month table: painted days, and the keys that walk over days, months and years."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from journal.analysis.results import Day
from journal.i18n import _
from journal.ui.history import calendar_paint
from journal.ui.history.calendar_model import DATE_ROLE, DAY_ROLE, CalendarModel
from journal.ui.history.model import Index
from journal.ui.theme import Theme
from journal.ui.widgets.controls import set_style_role
from journal.wording.days import deepest_place, lacks_place

_LOWEST_ROW_EMS = 2.9
_WORD_FITS_EMS = 8
"""From this width on, a cell also names the deepest place."""
_EARLIEST = date(1900, 1, 1)


class DayDelegate(QStyledItemDelegate):
    """Paints one day."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(3), self._theme.px(_LOWEST_ROW_EMS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day = index.data(DATE_ROLE)
        if not isinstance(day, date):
            return
        noted = index.data(DAY_ROLE)
        theme, model = self._theme, index.model()
        assert isinstance(model, CalendarModel)
        box = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(noted, Day):
            calendar_paint.logged(painter, box, theme)
        elif day <= model.today:
            calendar_paint.unlogged(painter, box, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.color("primary"), 2.5))
            painter.setBrush(theme.color("tint"))
            painter.drawRoundedRect(box, theme.em * 0.4, theme.em * 0.4)
        self._number(painter, box, day, model.today, logged=isinstance(noted, Day))
        if isinstance(noted, Day):
            self._signs(painter, box, noted)
        painter.restore()

    def _number(self, painter: QPainter, box: QRectF, day: date, today: date, *, logged: bool) -> None:
        theme = self._theme
        font = QFont(painter.font())
        font.setPixelSize(round(theme.em * 0.85))
        font.setWeight(QFont.Weight.DemiBold if logged or day == today else QFont.Weight.Normal)
        painter.setFont(font)
        ring = QRectF(box.left() + 4, box.top() + 4, theme.em * 1.45, theme.em * 1.45)
        painter.setPen(theme.color("text" if logged or day == today else "quiet"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day == today:
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)

    def _signs(self, painter: QPainter, box: QRectF, noted: Day) -> None:
        em = self._theme.em
        if box.width() > em * _WORD_FITS_EMS and box.height() > em * 5:
            box = self._place(painter, box, noted)
        beside = box.width() > em * 4.9 and box.height() < em * 3.6  # wide and low: number and disc in one line
        room = box.adjusted(em * 1.9, 4, -em * 1.5, -4) if beside else box.adjusted(3, em * 1.5, -3, -4)
        across = min(room.height(), room.width() if beside else room.width() * 0.55, em * 2.3)
        group = across if beside else across + em * 1.3
        left = max(room.left(), room.center().x() - group / 2)
        disc = QRectF(left, room.center().y() - across / 2, across, across)
        calendar_paint.pain(painter, disc, self._theme, noted)
        if lacks_place(noted):  # a question mark where the legs would stand
            side = em * 1.15
            sign = QRectF(disc.right() + em * 0.15, disc.center().y() - side / 2, side, side)
            calendar_paint.unknown(painter, sign, self._theme)
        elif any(leg.places for leg in noted.legs.values()):
            rail = QRectF(disc.right() + em * 0.2, box.top() + em * 0.55, em * 1.1, box.height() - em * 1.0)
            calendar_paint.legs(painter, rail, self._theme, noted)

    def _place(self, painter: QPainter, box: QRectF, noted: Day) -> QRectF:
        """Name the deepest place at the foot of a wide cell, and return what is left of the cell."""
        em = self._theme.em
        words = deepest_place(noted)
        if words:
            font = QFont(painter.font())
            font.setPixelSize(round(em * 0.85))
            font.setWeight(QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(self._theme.color("text"))
            foot = box.adjusted(4, box.height() - em * 1.5, -4, -em * 0.3)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, words)
        return box.adjusted(0, 0, 0, -em * 1.3)


class CalendarView(QTableView):
    """One month. Arrow keys walk over days, Page Up and Down over months (with Shift: years), Enter opens the day."""

    day_chosen = Signal(object)
    """The day that is now the chosen one."""
    opened = Signal(object)
    """A day was clicked, or Enter pressed on it."""
    month_shown = Signal()

    def __init__(self, theme: Theme, model: CalendarModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.day = model.today
        set_style_role(self, "calendar")
        self.setModel(model)
        self.setItemDelegate(DayDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(10)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setAccessibleName(_("Calendar"))
        self.setAccessibleDescription(_("Arrow keys choose a day, Page Up and Page Down a month, Enter opens the day."))
        self.clicked.connect(self._clicked)
        self.selectionModel().currentChanged.connect(self._current_changed)
        model.modelReset.connect(self._reset)
        theme.changed.connect(self._resize)

    def go_to_day(self, day: date) -> None:
        """Choose a day, and show its month."""
        day = min(max(day, _EARLIEST), self._model.last_day)
        self.day = day
        if (day.year, day.month) != (self._model.month.year, self._model.month.month):
            self._model.show_month(day)
            self.month_shown.emit()
        self._select()
        self.day_chosen.emit(day)

    def go_months(self, months: int) -> None:
        """Choose the same day, or the last there is, some months on or back."""
        number = self.day.year * 12 + self.day.month - 1 + months
        year, month = divmod(number, 12)
        self.go_to_day(date(year, month + 1, min(self.day.day, calendar.monthrange(year, month + 1)[1])))

    def can_go(self, months: int) -> bool:
        """Whether there is a day that many months on."""
        number = self.day.year * 12 + self.day.month - 1 + months
        last = self._model.last_day
        return _EARLIEST.year * 12 <= number <= last.year * 12 + last.month - 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        act = self._keys(shift).get(Qt.Key(event.key()))
        if act is None:
            event.ignore()
            return
        act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def sizeHint(self) -> QSize:
        rows = self._theme.px(_LOWEST_ROW_EMS) * self._model.rowCount()
        return QSize(self._theme.px(24), rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(17), self.sizeHint().height())

    def _keys(self, shift: bool) -> dict[Qt.Key, Callable[[], None]]:
        key, forward = Qt.Key, -1 if self.isRightToLeft() else 1
        months = 12 if shift else 1
        length = calendar.monthrange(self.day.year, self.day.month)[1]

        def walk(days: int) -> Callable[[], None]:
            return lambda: self.go_to_day(self.day + timedelta(days=days))

        def opens() -> None:
            self.opened.emit(self.day)

        return {
            key.Key_Left: walk(-forward),
            key.Key_Right: walk(forward),
            key.Key_Up: walk(-7),
            key.Key_Down: walk(7),
            key.Key_Home: lambda: self.go_to_day(self.day.replace(day=1)),
            key.Key_End: lambda: self.go_to_day(self.day.replace(day=length)),
            key.Key_PageUp: lambda: self.go_months(-months),
            key.Key_PageDown: lambda: self.go_months(months),
            key.Key_Return: opens,
            key.Key_Enter: opens,
            key.Key_Space: opens,
        }

    def _select(self) -> None:
        index = self._model.index_of(self.day)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        self.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        day = self._model.date_at(current)
        if day is not None and day != self.day:
            self.go_to_day(day)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        day = self._model.date_at(index)
        if day is not None and self._model.flags(index) & Qt.ItemFlag.ItemIsEnabled:
            self.go_to_day(day)
            self.opened.emit(day)

    @Slot()
    def _reset(self) -> None:
        self._resize()
        if (self.day.year, self.day.month) == (self._model.month.year, self._model.month.month):
            self._select()

    def _fit_rows(self) -> None:
        rows = self._model.rowCount()
        height = max(self._theme.px(_LOWEST_ROW_EMS), self.viewport().height() // max(rows, 1))
        self.verticalHeader().setDefaultSectionSize(height)

    @Slot()
    def _resize(self) -> None:
        self.updateGeometry()
        self._fit_rows()
