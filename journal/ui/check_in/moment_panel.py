"""When an entry speaks of: now, unless the person says another day or time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QTime, Slot
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QWidget

from journal.i18n import _, clock, weekday
from journal.ui.widgets.parts import button, label


class MomentPanel(QWidget):
    """Says "now", or asks for a day and time; keeps the offset that an older entry was written with."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._original: datetime | None = None
        self.words = label(_("Now"), "quiet")
        self.other = button(_("Another day or time"), self._ask, "link")
        self.field = QDateTimeEdit()
        self.field.setCalendarPopup(True)
        self.field.setAccessibleName(_("Day and time of the entry"))
        self.back = button(_("Now after all"), self._back_to_now, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.words, self.field, self.other, self.back):
            row.addWidget(part)
        row.addStretch()
        self.put(None)

    def value(self) -> datetime | None:
        """The chosen time with its offset, or None for now."""
        if self.field.isHidden():
            return self._original
        chosen = self.field.dateTime().toPython()
        assert isinstance(chosen, datetime)
        if self._original is not None and chosen == self._original.replace(tzinfo=None, second=0, microsecond=0):
            return self._original
        if self._original is not None and self._original.tzinfo is not None:
            return chosen.replace(tzinfo=self._original.tzinfo)
        return chosen.replace(tzinfo=None).astimezone()

    def put(self, when: datetime | None) -> None:
        """Show the time of an older entry, or now."""
        self._original = when
        self.field.hide()
        self.back.hide()
        self.other.show()
        if when is None:
            self.words.setText(_("For now"))
        else:
            self.words.setText(_("For {day}, {time}").format(day=weekday(when.date()), time=clock(when)))
        self.words.show()

    @Slot()
    def _ask(self) -> None:
        when = self._original or self._now()
        self.field.setMaximumDateTime(_wall_time(max(when, self._now(), key=_naive)))
        self.field.setDateTime(_wall_time(when))
        self.field.show()
        self.back.setVisible(self._original is None)
        self.other.hide()
        self.words.hide()
        self.field.setFocus()

    @Slot()
    def _back_to_now(self) -> None:
        self.put(None)


def _naive(when: datetime) -> datetime:
    return when.replace(tzinfo=None)


def _wall_time(when: datetime) -> QDateTime:
    return QDateTime(QDate(when.year, when.month, when.day), QTime(when.hour, when.minute))
