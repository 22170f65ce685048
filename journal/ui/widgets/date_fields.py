"""Fields for dates, and dates as Qt has them."""

from datetime import date, time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QTimeEdit

from journal.ui.widgets.buttons import Wheelless
from journal.ui.widgets.controls import roomy

WRITTEN = "d MMM yyyy"


class _DateField(Wheelless, QDateEdit):
    """A date."""


class _DateTimeField(Wheelless, QDateTimeEdit):
    """A day and its time."""


class _TimeField(Wheelless, QTimeEdit):
    """An hour of the day."""


def date_field(name: str, day: date | None = None) -> QDateEdit:
    """A field for a date, told when it is typed to its end."""
    field = roomy(_DateField())
    field.setDisplayFormat(WRITTEN)
    field.setCalendarPopup(True)
    field.setAccessibleName(name)
    field.setToolTip(name)
    field.setKeyboardTracking(False)
    if day is not None:
        field.setDate(qt_date(day))
    return field


def datetime_field(name: str) -> QDateTimeEdit:
    """A field for a day and its time."""
    field = roomy(_DateTimeField())
    field.setCalendarPopup(True)
    field.setAccessibleName(name)
    return field


def time_field(name: str, at: time) -> QTimeEdit:
    """A field for an hour of the day."""
    field = roomy(_TimeField(QTime(at.hour, at.minute)))
    field.setAccessibleName(name)
    return field


def qt_date(day: date) -> QDate:
    """A day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def python_date(day: QDate) -> date:
    """A day of Qt's as a date."""
    return date(day.year(), day.month(), day.day())
