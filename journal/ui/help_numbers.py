"""Whom to call: the country in force and the person's own numbers, kept with the settings."""

from PySide6.QtCore import QLocale, QObject, Signal

from journal.ui.preferences import COUNTRY, OWN_EMERGENCY, OWN_LINE_NAME, OWN_LINE_NUMBER, Preference, Preferences
from journal.wording import help_lines
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
        return self._preferences.get(COUNTRY) or country_of_the_computer()

    @property
    def country(self) -> Country:
        """The numbers in force."""
        return help_lines.country(self.code, self.own)

    @property
    def own(self) -> OwnNumbers:
        """The person's own numbers."""
        get = self._preferences.get
        return OwnNumbers(get(OWN_EMERGENCY), get(OWN_LINE_NAME), get(OWN_LINE_NUMBER))

    def set_value(self, preference: Preference[str], value: str) -> None:
        """Remember a country or an own number."""
        self._preferences.set_value(preference, value)
        self.changed.emit()


def country_of_the_computer() -> str:
    """The code of the country that the system's own settings name, or of another country."""
    return help_lines.country_of(QLocale.territoryToCode(QLocale.system().territory()))
