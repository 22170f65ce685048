"""The choices of how everything looks, wherever they stand: each takes effect at once, and follows the others."""

from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from journal.i18n import _
from journal.ui.preferences import TEXT_SIZE, TEXT_SIZES, THEME, Preference, Preferences, ThemeChoice
from journal.ui.widgets.controls import Segments, in_a_column, label

ValueT = TypeVar("ValueT")


class PreferenceChooser(Segments):
    """A choice that is remembered; it shows what was chosen elsewhere too."""

    def __init__(
        self,
        preferences: Preferences,
        preference: Preference[ValueT],
        choices: Sequence[tuple[ValueT, str]],
        name: str,
    ) -> None:
        super().__init__(choices, name)
        self._remembered = partial(preferences.get, preference)
        self._show()
        self.chosen.connect(lambda value: preferences.set_value(preference, value))
        preferences.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        value = self._remembered()
        if value in self._values and value != self.value:
            self.choose(value)


class LookChoosers(QWidget):
    """Theme and size of the text."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        themes = [
            (ThemeChoice.SYSTEM, _("As the computer")),
            # Translators: light and dark: the colours of the window.
            (ThemeChoice.LIGHT, _("Light")),
            (ThemeChoice.DARK, _("Dark")),
        ]
        sizes = [(size, _("{size} %").format(size=size)) for size in TEXT_SIZES]
        self.theme = PreferenceChooser(preferences, THEME, themes, _("Theme"))
        self.text_size = PreferenceChooser(preferences, TEXT_SIZE, sizes, _("Size of the text"))
        parts = (self.text_size, self.theme)
        self.setLayout(in_a_column(*(one for part in parts for one in (label(part.accessibleName()), part)), spacing=8))
