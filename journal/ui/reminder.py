"""A quiet word at an hour the person chose, where the desktop has a tray. A missed day is never mentioned."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from journal.i18n import _
from journal.ui.icons import app_icon
from journal.ui.preferences import REMINDER, Preferences

_LOOK_EVERY_MS = 20_000
_TOO_LATE = timedelta(hours=1)
"""After sleeping through its hour the computer says nothing any more."""


class Tray(Protocol):
    """Where a word can be said outside the window."""

    def say(self, heading: str, text: str) -> None:
        """Show it for a while."""

    def hide(self) -> None:
        """Take the icon away."""


class SystemTray:
    """The desktop's own tray; its icon shows only while a reminder is on."""

    def __init__(self, pressed: Callable[[], object]) -> None:
        self._icon = QSystemTrayIcon(app_icon())
        self._icon.activated.connect(lambda _reason: pressed())
        self._icon.messageClicked.connect(pressed)
        self._icon.setToolTip(_("Sciatica Journal"))
        self._icon.show()

    def say(self, heading: str, text: str) -> None:
        """Show it for a while, with nothing about health in it: others may see the screen."""
        self._icon.showMessage(heading, text, app_icon())

    def hide(self) -> None:
        """Take the icon away."""
        self._icon.hide()


def tray_is_there() -> bool:
    """Whether this desktop has a tray that can say something."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class Reminder(QObject):
    """Says its word once on a day that has no entry yet, within the hour that was chosen."""

    pressed = Signal()
    """The person follows it: show the check-in."""

    def __init__(
        self,
        preferences: Preferences,
        now: Callable[[], datetime],
        logged: Callable[[date], bool],
        tray: Callable[[Callable[[], object]], Tray] = SystemTray,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._now = now
        self._logged = logged
        self.make_tray = tray
        self._tray: Tray | None = None
        self._said_on: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.check)
        preferences.changed.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Read the choice again."""
        wanted = self._preferences.get(REMINDER) is not None
        if wanted and self._tray is None:
            self._tray = self.make_tray(self.pressed.emit)
            self._timer.start()
        elif not wanted and self._tray is not None:
            self.stop()

    def stop(self) -> None:
        """Say nothing more, and take the icon away."""
        self._timer.stop()
        if self._tray is not None:
            self._tray.hide()
            self._tray = None

    @Slot()
    def check(self) -> None:
        """See whether it is time."""
        at, now = self._preferences.get(REMINDER), self._now()
        if self._tray is None or at is None or not is_time(at, now) or self._said_on == now.date():
            return
        self._said_on = now.date()
        if not self._logged(now.date()):
            self._tray.say(_("Sciatica Journal"), _("A moment for your journal?"))


def is_time(at: time, now: datetime) -> bool:
    """Whether the chosen hour has come and is not long past."""
    due = datetime.combine(now.date(), at, now.tzinfo)
    return due <= now < due + _TOO_LATE
