"""The reminder's setting: off, or at an hour."""

from datetime import time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from journal.i18n import _
from journal.ui import reminder
from journal.ui.preferences import REMINDER, Preferences
from journal.ui.widgets.controls import Card, flowing, label
from journal.ui.widgets.date_fields import time_field

_FIRST_OFFER = time(20)


class ReminderCard(Card):
    """Off unless the person wants it; says so where the desktop cannot do it."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(_("Reminder"))
        self._preferences = preferences
        chosen = preferences.get(REMINDER)
        there = reminder.tray_is_there()
        self.wanted = QCheckBox(_("Remind me at"))
        self.wanted.setChecked(chosen is not None)
        self.at = time_field(_("Hour of the reminder"), chosen or _FIRST_OFFER)
        self.body.addWidget(flowing(self.wanted, self.at))
        self.words = label(_about() if there else _no_tray(), "quiet", wrap=True)
        self.body.addWidget(self.words)
        self.wanted.setEnabled(there)
        self.at.setEnabled(there and chosen is not None)
        self.wanted.toggled.connect(self._save)
        self.at.timeChanged.connect(self._save)

    @Slot()
    def _save(self) -> None:
        wanted, at = self.wanted.isChecked(), self.at.time()
        self.at.setEnabled(wanted)
        self._preferences.set_value(REMINDER, time(at.hour(), at.minute()) if wanted else None)


def _about() -> str:
    return _("Only on days without an entry, and only while the program is open; it may be minimised.")


def _no_tray() -> str:
    return _("This desktop has no tray where programs can say something, so there can be no reminder here.")
