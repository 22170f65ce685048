"""Notices when nobody has touched the program for a while, and when the computer has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_EVERY_MS = 5_000
_SLEPT_SECONDS = 120.0
"""The clock on the wall ran that much further than our looks at it: the computer slept, or its clock was set."""
_TOUCHES = (
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


class Watch(QObject):
    """Emits `due` once the minutes passed untouched, or after a sleep. 0 minutes: never."""

    due = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        running: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._running = running
        self._wall = wall
        self._minutes = 0
        self._touched = running()
        self._looked = wall()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Watch from now on, for that many minutes at a time."""
        self.stop()
        self._minutes = minutes
        if minutes <= 0:
            return
        self._touched, self._looked = self._running(), self._wall()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._follow)
        app.applicationStateChanged.connect(self._state_changed)
        self._follow(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        if self._timer.isActive():
            self._timer.stop()
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            app.focusWindowChanged.disconnect(self._follow)
            app.applicationStateChanged.disconnect(self._state_changed)

    def touch(self) -> None:
        """Somebody is there."""
        if self._timer.isActive() and not self._slept():
            self._touched = self._running()

    @Slot()
    def look(self) -> None:
        """See whether it is time."""
        if not self._timer.isActive():
            return
        slept = self._slept()
        self._looked = self._wall()
        if slept or self._running() - self._touched >= self._minutes * 60:
            self.stop()
            self.due.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            if self._slept():
                self.look()
            else:
                self.touch()
        return False

    def _slept(self) -> bool:
        return self._wall() - self._looked > _SLEPT_SECONDS

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
            self.due.emit()
        elif self._timer.isActive():
            self.look()
