"""Notices another day: midnight, a computer that woke up, a clock or a time zone that was changed."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

_CHECK_EVERY_MS = 10_000
_LEAP = timedelta(minutes=2)
"""The clock went that much further than the checks of it, or back."""


class DayMonitor(QObject):
    """Looks at the clock every few seconds, and whenever the program comes to the front."""

    day_changed = Signal()
    """What says "today", "now" or "yesterday" has to be read again."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._seen = now()
        self._timer = QTimer(self)
        self._timer.setInterval(_CHECK_EVERY_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def stop(self) -> None:
        """Look no more: before closing."""
        self._timer.stop()

    @Slot()
    def check(self) -> None:
        """See whether it is another day, or another clock."""
        before, self._seen = self._seen, self._now()
        if _stamp(before) != _stamp(self._seen) or not -_LEAP < self._seen - before < _LEAP:
            self.day_changed.emit()

    @Slot(Qt.ApplicationState)
    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.check()


def _stamp(now: datetime) -> tuple[date, timedelta | None]:
    return now.date(), now.utcoffset()
