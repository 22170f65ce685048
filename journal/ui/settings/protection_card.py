"""Passphrase and lock: whether the journal has one, what can be done about it, and when it locks by itself."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton

from journal.domain.errors import JournalError
from journal.i18n import _, ngettext
from journal.storage import backup
from journal.storage.journal_settings import AUTO_LOCK_MINUTES, RECOVERY_CODE_CHECKED
from journal.ui.session import Session
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import Card, button, flowing, label
from journal.wording.passphrase import Change

_AUTO_LOCK_CHOICES = (0, 1, 2, 5, 10, 15, 30)
"""Minutes; 0 for never."""


class ProtectionCard(Card):
    """The journal itself remembers when it locks, so that no settings file can unlock it."""

    asked = Signal(object)
    """A `Change`."""
    lock_asked = Signal()
    auto_lock_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(_("Passphrase and lock"))
        self._session = session
        repository = session.repository
        protected = repository.protected
        self.state = label(_state(session), wrap=True)
        self.body.addWidget(self.state)
        self.code_hint = label(
            _("You have not typed your recovery code back yet: look whether you can find and read it."),
            "strong",
            wrap=True,
        )
        self.body.addWidget(self.code_hint)
        self._update_code_hint()
        self.set_button = self._button(_("Set a passphrase …"), Change.SET)
        self.change_button = self._button(_("Change it …"), Change.CHANGE)
        self.code_button = self._button(_("Recovery code …"), Change.SHOW_CODE)
        self.remove_button = self._button(_("Remove it …"), Change.REMOVE)
        self.lock_button = button(_("Lock now (Ctrl+L)"), self.lock_asked.emit)
        with_passphrase = (self.lock_button, self.change_button, self.code_button, self.remove_button)
        self.body.addWidget(flowing(self.set_button, *with_passphrase))
        for part in (self.set_button, *with_passphrase):
            part.setVisible((part is not self.set_button) is protected)
            part.setEnabled(session.writable or part is self.lock_button)
        self.minutes = Chooser()
        for count in _AUTO_LOCK_CHOICES:
            self.minutes.addItem(_lock_words(count), count)
        name = QLabel(_("Lock by itself"))
        name.setBuddy(self.minutes)
        self.minutes.setAccessibleName(name.text())
        when = flowing(name, self.minutes)
        after_sleep = label(_("It also locks after the computer slept."), "quiet", wrap=True)
        for row in (when, after_sleep):
            self.body.addWidget(row)
            row.setVisible(protected)
        session.safety_changed.connect(self._update_code_hint)
        self._show_minutes()
        self.minutes.activated.connect(self._put_minutes)

    @Slot()
    def _update_code_hint(self) -> None:
        checked = self._session.setting(RECOVERY_CODE_CHECKED)
        self.code_hint.setVisible(self._session.repository.protected and not checked)

    def _button(self, words: str, change: Change) -> QPushButton:
        return button(words, lambda: self.asked.emit(change))

    def _show_minutes(self) -> None:
        minutes = self._session.setting(AUTO_LOCK_MINUTES)
        at = self.minutes.findData(minutes)
        if at < 0:
            self.minutes.addItem(_lock_words(minutes), minutes)
            at = self.minutes.count() - 1
        self.minutes.setCurrentIndex(at)

    @Slot()
    def _put_minutes(self) -> None:
        self._session.set_setting(AUTO_LOCK_MINUTES, self.minutes.currentData())
        self._show_minutes()
        self.auto_lock_changed.emit()


def _state(session: Session) -> str:
    if session.repository.protected:
        return _("The journal is encrypted. Its drafts and its backups are too, unless they were made before that.")
    if session.sample:
        return _("This is the sample journal: it needs no passphrase.")
    count = len(_backups(session))
    text = _("The journal has no passphrase: whoever uses this computer can read it.")
    if not count:
        return text
    more = ngettext("So can they its {count} backup.", "So can they its {count} backups.", count).format(count=count)
    return _("{first} {more}").format(first=text, more=more)


def _backups(session: Session) -> tuple[backup.Backup, ...]:
    try:
        return backup.found(session.repository.path, session.repository.id)
    except JournalError:
        return ()


def _lock_words(minutes: int) -> str:
    if minutes == 0:
        # Translators: when the journal locks by itself.
        return _("never")
    return ngettext("after {count} idle minute", "after {count} idle minutes", minutes).format(count=minutes)
