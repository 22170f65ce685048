"""The settings page: keeping the journal safe, how it looks, the reminder, whom to call."""

from PySide6.QtCore import Qt

from journal import i18n
from journal.i18n import _
from journal.ui.look_choosers import LookChoosers
from journal.ui.page import Actions, Page, PageContext
from journal.ui.settings.backups_card import BackupsCard
from journal.ui.settings.help_card import HelpNumbersCard
from journal.ui.settings.journal_card import JournalCard
from journal.ui.settings.language_chooser import LanguageChooser
from journal.ui.settings.protection_card import ProtectionCard
from journal.ui.settings.reminder_card import ReminderCard
from journal.ui.widgets.controls import Card, button, in_a_column, label, scrolling


class SettingsPage(Page):
    """Every choice takes effect at once."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session = self.session
        choosers = LookChoosers(self.preferences)
        self.theme_choice, self.text_size = choosers.theme, choosers.text_size
        self.language = LanguageChooser(self.preferences)
        look = Card(_("How it looks"), choosers)
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
        scroll = scrolling(*cards, self._learn_card(), spacing=16, parent=self)
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
