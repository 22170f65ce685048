"""What this computer remembers of how the program looks and behaves: never anything about health."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

ValueT = TypeVar("ValueT")


class ThemeChoice(StrEnum):
    """Which theme the person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preference(Generic[ValueT]):
    """One remembered choice: where it is kept, what it is without one, and how its text is read."""

    key: str
    default: ValueT
    read: Callable[[str], ValueT]
    """Of the text `str` gives."""

    def __post_init__(self) -> None:
        if self.read is bool:
            raise TypeError("every text but the empty one is true: keep a yes or no as a StrEnum")


TEXT_SIZES = (100, 125, 150, 175, 200)
THEME = Preference("look/theme", ThemeChoice.SYSTEM, ThemeChoice)
TEXT_SIZE = Preference("look/text_size", 100, int)
LANGUAGE = Preference("look/language", "", str)
"""As `i18n.languages` lists it, or "" for the system's own."""
PAPER = Preference("page/paper", "a4", str)
LAST_JOURNAL = Preference("journal/last", "", str)
WELCOMED = Preference("start/welcomed", "", str)
REMINDER: "Preference[time | None]" = Preference("reminder/at", None, time.fromisoformat)
"""The hour of the reminder; None is off."""
PHASE = Preference("progress/phase", "", str)
"""Whether the article's phases are shown: "yes", or "" for not."""
COUNTRY = Preference("help/country", "", str)
"""Its ISO 3166 code, or "" for the country that the computer is set up for."""
OWN_EMERGENCY = Preference("help/own_emergency", "", str)
OWN_LINE_NAME = Preference("help/own_line_name", "", str)
OWN_LINE_NUMBER = Preference("help/own_line_number", "", str)


class Preferences(QObject):
    """The settings file. A value that cannot be read counts as the default."""

    changed = Signal(str)
    """The key of what was chosen anew."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, preference: Preference[ValueT]) -> ValueT:
        """The remembered choice, or its default."""
        value = self._settings.value(preference.key)
        if value is None:
            return preference.default
        try:
            return preference.read(str(value))
        except ValueError:
            return preference.default

    def set_value(self, preference: Preference[ValueT], value: ValueT) -> None:
        """Remember a choice; the default is remembered by forgetting."""
        if value == preference.default:
            self._settings.remove(preference.key)
        else:
            self._settings.setValue(preference.key, str(value))
        self.changed.emit(preference.key)

    def sync(self) -> None:
        """Write what was chosen to the file now."""
        self._settings.sync()

    def geometry(self) -> QByteArray:
        """Where the window was; empty the first time."""
        return cast(QByteArray, self._settings.value("window/geometry", QByteArray()))

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window is."""
        self._settings.setValue("window/geometry", geometry)
