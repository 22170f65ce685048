"""Whom to call: the country in force and the person's own numbers, kept with the settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from journal import i18n
from journal.ui.preferences import COUNTRY, OWN_EMERGENCY, OWN_LINE_NAME, OWN_LINE_NUMBER, Preference, Preferences

if TYPE_CHECKING:
    from journal.wording.help_lines import Country, OwnNumbers


class HelpNumbers(QObject):
    """Everything that shows a number reads it here, and again on `changed`."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences

    @property
    def code(self) -> str:
        """The country chosen, or the one that the computer is set up for."""
        from journal.wording import help_lines

        return self._preferences.get(COUNTRY) or help_lines.country_of(i18n.territory())

    @property
    def country(self) -> "Country":
        """The numbers in force."""
        from journal.wording import help_lines

        return help_lines.country(self.code, self.own)

    @property
    def own(self) -> "OwnNumbers":
        """The person's own numbers."""
        from journal.wording.help_lines import OwnNumbers

        get = self._preferences.get
        return OwnNumbers(get(OWN_EMERGENCY), get(OWN_LINE_NAME), get(OWN_LINE_NUMBER))

    def set_value(self, preference: Preference[str], value: str) -> None:
        """Remember a country or an own number."""
        self._preferences.set_value(preference, value)
        self.changed.emit()
