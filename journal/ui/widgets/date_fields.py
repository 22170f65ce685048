"""Fields for dates, and dates as Qt has them."""

from datetime import date, time
from typing import TypeVar

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTime
from PySide6.QtGui import QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QDateTimeEdit, QTimeEdit

from journal import i18n
from journal.ui.widgets.buttons import Wheelless, set_tip
from journal.ui.widgets.controls import roomy

FieldT = TypeVar("FieldT", bound=QDateTimeEdit)


class _CalendarOnDemand(Wheelless):
    """The calendar that opens is made only when it is wanted, in the look of everything else."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        assert isinstance(self, QDateTimeEdit)
        style_calendar(self)
        super().mousePressEvent(event)

    def sizeHint(self) -> QSize:
        """Also for the room that `roomy` keeps, which Qt does not count."""
        return super().sizeHint() + QSize(self.fontMetrics().averageCharWidth() + 8, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _DateField(_CalendarOnDemand, QDateEdit):
    """A date."""


class _DateTimeField(_CalendarOnDemand, QDateTimeEdit):
    """A day and its time."""


class _TimeField(Wheelless, QTimeEdit):
    """An hour of the day."""


def date_field(name: str, day: date | None = None) -> QDateEdit:
    """A field for a date, told when it is typed to its end."""
    field = _localised(roomy(_DateField()), name)
    field.setDisplayFormat(written("day"))
    field.setCalendarPopup(True)
    set_tip(field, name)
    field.setKeyboardTracking(False)
    if day is not None:
        field.setDate(qt_date(day))
    return field


def datetime_field(name: str) -> QDateTimeEdit:
    """A field for a day and its time."""
    field = _localised(roomy(_DateTimeField()), name)
    field.setDisplayFormat(f"{written('day')}, {written('clock')}")
    field.setCalendarPopup(True)
    return field


def time_field(name: str, at: time) -> QTimeEdit:
    """A field for an hour of the day."""
    field = _localised(roomy(_TimeField(QTime(at.hour, at.minute))), name)
    field.setDisplayFormat(written("clock"))
    return field


def written(what: str) -> str:
    """How dates ("day", "month") and hours ("clock") are written everywhere, as Qt reads a pattern."""
    parts = i18n.pattern(what).split("'")  # every other part is quoted, and stays as it is
    return "'".join(part if odd % 2 else _in_qt(part) for odd, part in enumerate(parts))


def _in_qt(pattern: str) -> str:
    qt = pattern.replace("L", "M").replace("a", "AP")
    return qt.replace("y", "yyyy") if "yy" not in qt else qt


def style_calendar(field: QDateTimeEdit) -> None:
    """Give the calendar of a field the look of everything else: no red days, no numbers of weeks."""
    calendar = field.calendarWidget()
    if calendar is None or calendar.property("styled"):
        return
    calendar.setProperty("styled", True)
    calendar.setLocale(field.locale())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setGridVisible(False)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    calendar.setHeaderTextFormat(QTextCharFormat())
    calendar.setAccessibleName(field.accessibleName())


def _localised(field: FieldT, name: str) -> FieldT:
    """In the language, and with the digits, of the texts around it."""
    field.setLocale(QLocale(i18n.locale_name()))
    field.setAccessibleName(name)
    line = field.lineEdit()
    if line is not None:  # a screen reader may come to it by itself
        line.setAccessibleName(name)
    return field


def qt_date(day: date) -> QDate:
    """A day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def python_date(day: QDate) -> date:
    """A day of Qt's as a date."""
    return date(day.year(), day.month(), day.day())
