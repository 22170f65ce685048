"""Fields for dates, and dates as Qt has them."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit

from journal.ui.widgets.controls import roomy

WRITTEN = "d MMM yyyy"


def date_field(name: str, day: date | None = None) -> QDateEdit:
    """A field for a date, told when it is typed to its end."""
    field = roomy(QDateEdit())
    field.setDisplayFormat(WRITTEN)
    field.setCalendarPopup(True)
    field.setAccessibleName(name)
    field.setToolTip(name)
    field.setKeyboardTracking(False)
    if day is not None:
        field.setDate(qt_date(day))
    return field


def qt_date(day: date) -> QDate:
    """A day as Qt has it."""
    return QDate(day.year, day.month, day.day)


def python_date(day: QDate) -> date:
    """A day of Qt's as a date."""
    return date(day.year(), day.month(), day.day())
