"""The settings page: keeping the journal safe, how it looks, the reminder, whom to call."""

from functools import partial

from PySide6.QtCore import Qt

from journal import i18n
from journal.i18n import _
from journal.ui.page import Actions, Page, PageContext
from journal.ui.preferences import TEXT_SIZE, TEXT_SIZES, THEME, Preference, ThemeChoice
from journal.ui.settings.backups_card import BackupsCard
from journal.ui.settings.help_card import HelpNumbersCard
from journal.ui.settings.journal_card import JournalCard
from journal.ui.settings.language_chooser import LanguageChooser
from journal.ui.settings.protection_card import ProtectionCard
from journal.ui.settings.reminder_card import ReminderCard
from journal.ui.widgets.controls import Card, Segments, button, in_a_column, label, scrolling


class SettingsPage(Page):
    """Every choice takes effect at once."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session = self.session
        self.theme_choice = self._chooser(
            THEME,
            _("Theme"),
            [
                (ThemeChoice.SYSTEM, _("As the computer")),
                # Translators: light and dark: the colours of the window.
                (ThemeChoice.LIGHT, _("Light")),
                (ThemeChoice.DARK, _("Dark")),
            ],
        )
        self.text_size = self._chooser(
            TEXT_SIZE, _("Size of the text"), [(size, _("{size} %").format(size=size)) for size in TEXT_SIZES]
        )
        self.language = LanguageChooser(self.preferences)
        look = Card(_("How it looks"))
        for chooser in (self.theme_choice, self.text_size):
            look.body.addWidget(label(chooser.accessibleName()))
            look.body.addWidget(chooser)
        look.body.addWidget(label(_("Language")))
        look.body.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        if i18n.language() != i18n.SOURCE:
            look.body.addWidget(label(_("No clinician has checked this translation yet."), "quiet", wrap=True))
        self.help_numbers = HelpNumbersCard(context.numbers)
        self.reminder = ReminderCard(self.preferences)
        self.protection = ProtectionCard(session)
        self.backups = BackupsCard(session)
        self.journal = JournalCard(session)
        cards = (self.protection, self.backups, self.journal, look, self.reminder, self.help_numbers)
        scroll = scrolling(*cards, self._learn_card(), spacing=16)
        self.setLayout(in_a_column(label(_("Settings"), "title"), (scroll, 1), spacing=16))

        if context.actions is not None:
            self._connect(context.actions)

    def _connect(self, actions: Actions) -> None:
        self.protection.asked.connect(actions.change_passphrase)
        self.protection.lock_asked.connect(actions.lock)
        self.protection.auto_lock_changed.connect(actions.update_auto_lock)
        self.backups.made_asked.connect(actions.back_up)
        self.backups.restore_asked.connect(actions.restore)
        self.journal.other_asked.connect(actions.open_other)
        self.journal.new_asked.connect(actions.begin_new)
        self.journal.import_asked.connect(actions.import_file)
        self.journal.export_asked.connect(actions.export)

    def _learn_card(self) -> Card:
        card = Card(_("What the journal’s words mean"))
        self.learn = button(_("Read what they mean"), lambda: self.go_to.emit("learn", None))
        card.body.addWidget(self.learn, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def finish(self) -> None:
        """Let no thread work on: before closing."""
        self.backups.finish()

    def _chooser(self, preference: Preference, name: str, choices: list[tuple[object, str]]) -> Segments:  # type: ignore[type-arg]
        chooser = Segments(choices, name)
        value = self.preferences.get(preference)
        if value in [choice for choice, _text in choices]:
            chooser.choose(value)
        chooser.chosen.connect(partial(self.preferences.set_value, preference))
        return chooser
