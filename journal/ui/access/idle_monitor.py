"""Notices when nobody has touched the program for a while, and when the computer has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

_CHECK_EVERY_MS = 5_000
_SLEPT_SECONDS = 120.0
"""The clock on the wall ran that much further than our checks of it: the computer slept, or its clock was set."""
_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
)


class IdleMonitor(QObject):
    """Emits `timed_out` once the minutes passed untouched, or after a sleep. 0 minutes: never."""

    timed_out = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        running: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._running = running
        self._wall = wall
        self.minutes = 0
        """After how many it is time; 0 for never."""
        self.active_at = running()
        """When somebody was last there, in seconds of `running`."""
        self._checked = wall()
        self._timer = QTimer(self)
        self._timer.setInterval(_CHECK_EVERY_MS)
        self._timer.timeout.connect(self.check)

    def start(self, minutes: int) -> None:
        """Wait for that many minutes without input, from now on."""
        self.stop()
        self.minutes = minutes
        if minutes <= 0:
            return
        self.active_at, self._checked = self._running(), self._wall()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._follow)
        app.applicationStateChanged.connect(self._state_changed)
        self._follow(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Wait no more."""
        if self._timer.isActive():
            self._timer.stop()
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            app.focusWindowChanged.disconnect(self._follow)
            app.applicationStateChanged.disconnect(self._state_changed)

    def reset(self) -> None:
        """Somebody is there."""
        if self._timer.isActive() and not self._slept():
            self.active_at = self._running()

    @Slot()
    def check(self) -> None:
        """See whether it is time."""
        if not self._timer.isActive():
            return
        slept = self._slept()
        self._checked = self._wall()
        if slept or self._running() - self.active_at >= self.minutes * 60:
            self.stop()
            self.timed_out.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            if self._slept():
                self.check()
            else:
                self.reset()
        return False

    def _slept(self) -> bool:
        return self._wall() - self._checked > _SLEPT_SECONDS

    @Slot(object)
    def _follow(self, window: QWindow | None) -> None:
        # what reaches a native window comes from a person's hands; filtering all events of all widgets would be slow
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    @Slot(object)
    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationSuspended:
            self.stop()
            self.timed_out.emit()
        elif self._timer.isActive():
            self.check()
