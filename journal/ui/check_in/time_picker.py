"""When an entry speaks of: now, unless the person says another day or time. Its day is kept as written."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QObject, QTime, QTimeZone, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.domain.local_time import local
from journal.i18n import _, clock, weekday
from journal.ui.widgets.controls import LineLabel, button, in_a_row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDateTimeEdit


class TimePicker(QObject):
    """The parts that ask for a day and time, if it is not now; keeps the offset an older entry was written with.

    The field shows the time on the wall as it was written, whatever the computer's zone is now: to Qt it is UTC, so
    that an hour which this zone skips, or an entry from another country, is shown and kept as it is.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self._original: datetime | None = None
        self.words = LineLabel("", "quiet")
        self.other = button(_("Another day or time"), self._ask, "link")
        self._place = QWidget()
        """Where the field is while it asks."""
        self._row = in_a_row()
        self._place.setLayout(self._row)
        self.back = button(_("Back to now"), self._back_to_now, "link")
        for part in self.parts:
            part.setParent(parent)
        self.set_value(None)

    @cached_property
    def field(self) -> "QDateTimeEdit":
        """The field, made when it is first needed: mostly it is now."""
        from journal.ui.widgets.date_fields import datetime_field

        field = datetime_field(_("Day and time of the entry"))
        field.setTimeZone(QTimeZone.utc())
        field.dateTimeChanged.connect(self.changed)
        self._row.addWidget(field)
        return field

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The widgets, in their order."""
        return self.words, self._place, self.other, self.back

    def value(self) -> datetime | None:
        """The chosen time with its offset; None for now. One later than now is asked about where it is saved."""
        if self._place.isHidden():
            return self._original
        chosen = _naive_of(self.field.dateTime())
        if self._original is not None:
            if chosen == _minute(self._original):
                return self._original
            aware = chosen.replace(tzinfo=self._original.tzinfo)
        else:
            aware = local(chosen)  # the offset that this place had then
        return aware

    def set_value(self, when: datetime | None) -> None:
        """Show the time of an older entry, or now."""
        self._original = when
        self._place.hide()
        self.back.hide()
        if when is not None:
            self.words.setText(_("For {day}, {time}").format(day=weekday(when.date()), time=clock(when)))
        self.words.setVisible(when is not None)
        self.other.show()

    def ask_for(self, when: datetime) -> None:
        """Show the field with a time in it."""
        self.field.setDateTime(_wall(when))
        self._place.show()
        self.back.setVisible(self._original is None)
        self.other.hide()
        self.words.hide()

    @Slot()
    def _ask(self) -> None:
        self.ask_for(self._original or self._now())
        self.field.setFocus()
        self.changed.emit()

    @Slot()
    def _back_to_now(self) -> None:
        self.set_value(None)
        self.other.setFocus()
        self.changed.emit()


def _minute(when: datetime) -> datetime:
    return when.replace(tzinfo=None, second=0, microsecond=0)


def _wall(when: datetime) -> QDateTime:
    return QDateTime(QDate(when.year, when.month, when.day), QTime(when.hour, when.minute), QTimeZone.utc())


def _naive_of(value: QDateTime) -> datetime:
    day, time = value.date(), value.time()
    return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())
