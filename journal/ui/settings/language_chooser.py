"""Which language the program speaks."""

from PySide6.QtCore import Slot

from journal import i18n
from journal.i18n import _
from journal.ui.preferences import LANGUAGE, Preferences
from journal.ui.widgets.buttons import Chooser


class LanguageChooser(Chooser):
    """The system's language, or one of those that there are texts in, each by its own name."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.setAccessibleName(_("Language"))
        self.addItem(_("As the computer"), "")
        for language in i18n.languages():
            self.addItem(i18n.language_name(language), language)
        self.setCurrentIndex(max(0, self.findData(preferences.get(LANGUAGE))))
        self.activated.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        if self.currentData() != self._preferences.get(LANGUAGE):
            self._preferences.set_value(LANGUAGE, self.currentData())
