"""The settings page: keeping the journal safe, how it looks, the reminder, whom to call."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from journal.i18n import _
from journal.ui.help_numbers import HelpNumbers
from journal.ui.preferences import TEXT_SIZE, TEXT_SIZES, THEME, Preference, Preferences, ThemeChoice
from journal.ui.session import Session
from journal.ui.settings.backups_card import BackupsCard
from journal.ui.settings.help_card import HelpNumbersCard
from journal.ui.settings.journal_card import JournalCard
from journal.ui.settings.protection_card import ProtectionCard
from journal.ui.settings.reminder_card import ReminderCard
from journal.ui.theme import Theme
from journal.ui.widgets.parts import Card, Segments, button, label


class SettingsPage(QWidget):
    """Every choice takes effect at once."""

    learn_asked = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        preferences: Preferences,
        numbers: HelpNumbers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self.theme_choice = self._chooser(
            THEME,
            _("Theme"),
            [
                (ThemeChoice.SYSTEM, _("As the computer")),
                (ThemeChoice.LIGHT, _("Light")),
                (ThemeChoice.DARK, _("Dark")),
            ],
        )
        self.text_size = self._chooser(
            TEXT_SIZE, _("Size of the text"), [(size, _("{size} %").format(size=size)) for size in TEXT_SIZES]
        )
        look = Card(_("How it looks"))
        for chooser in (self.theme_choice, self.text_size):
            look.body.addWidget(label(chooser.accessibleName()))
            look.body.addWidget(chooser)
        self.help_numbers = HelpNumbersCard(numbers)
        self.reminder = ReminderCard(preferences)
        self.protection = ProtectionCard(session)
        self.backups = BackupsCard(session)
        self.journal = JournalCard(session)
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 6, 0)
        cards.setSpacing(16)
        for card in (
            self.protection,
            self.backups,
            self.journal,
            look,
            self.reminder,
            self.help_numbers,
            self._learn_card(),
        ):
            cards.addWidget(card)
        cards.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(_("Settings"), "title"))
        column.addWidget(scroll, 1)

    def _learn_card(self) -> Card:
        card = Card(_("What the journal’s words mean"))
        self.learn = button(_("Read what they mean"), self.learn_asked.emit)
        card.body.addWidget(self.learn, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def finish(self) -> None:
        """Let no thread work on: before closing."""
        self.backups.finish()

    def _chooser(self, preference: Preference, name: str, choices: list[tuple[object, str]]) -> Segments:  # type: ignore[type-arg]
        chooser = Segments(choices, name)
        value = self._preferences.get(preference)
        if value in [choice for choice, _text in choices]:
            chooser.choose(value)
        chooser.chosen.connect(lambda value: self._put(preference, value))
        return chooser

    def _put(self, preference: Preference, value: object) -> None:  # type: ignore[type-arg]
        self._preferences.put(preference, value)
        self._theme.refresh()
