"""Passphrase and lock: whether the journal has one, what can be done about it, and when it locks by itself."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from journal.domain.errors import JournalError
from journal.i18n import _, ngettext
from journal.storage import backup
from journal.ui.safety import work
from journal.ui.safety.passphrase_sheets import Change
from journal.ui.session import Session
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.parts import Card, button, label


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
        self.code_hint.setVisible(protected and not _known(session, work.CODE_CHECKED))
        self.body.addWidget(self.code_hint)
        self.set_button = self._button(_("Set a passphrase …"), Change.SET)
        self.change_button = self._button(_("Change it …"), Change.CHANGE)
        self.code_button = self._button(_("Recovery code …"), Change.SHOW_CODE)
        self.remove_button = self._button(_("Remove it …"), Change.REMOVE)
        self.lock_button = button(_("Lock now (Ctrl+L)"), self.lock_asked.emit)
        row = QWidget()
        flow = FlowLayout(row, 10)
        for part, there in (
            (self.set_button, not protected),
            (self.lock_button, protected),
            (self.change_button, protected),
            (self.code_button, protected),
            (self.remove_button, protected),
        ):
            part.setVisible(there)
            part.setEnabled(not (session.sample or repository.read_only) or part is self.lock_button)
            flow.addWidget(part)
        self.body.addWidget(row)
        self.minutes = QComboBox()
        for count in work.AUTO_LOCK_CHOICES:
            self.minutes.addItem(_lock_words(count), count)
        name = QLabel(_("Lock by itself"))
        name.setBuddy(self.minutes)
        self.minutes.setAccessibleName(name.text())
        when = QWidget()
        flow = FlowLayout(when, 10)
        flow.addWidget(name)
        flow.addWidget(self.minutes)
        when.setVisible(protected)
        self.body.addWidget(when)
        after_sleep = label(_("It also locks after the computer slept."), "quiet", wrap=True)
        after_sleep.setVisible(protected)
        self.body.addWidget(after_sleep)
        self._show_minutes()
        self.minutes.activated.connect(self._put_minutes)

    def _button(self, words: str, change: Change) -> QPushButton:
        return button(words, lambda: self.asked.emit(change))

    def _show_minutes(self) -> None:
        try:
            minutes = work.auto_lock(self._session.repository)
        except JournalError:
            minutes = work.AUTO_LOCK_USUAL
        at = self.minutes.findData(minutes)
        if at < 0:
            self.minutes.addItem(_lock_words(minutes), minutes)
            at = self.minutes.count() - 1
        self.minutes.setCurrentIndex(at)

    @Slot()
    def _put_minutes(self) -> None:
        try:
            self._session.repository.keep_word(work.AUTO_LOCK, str(self.minutes.currentData()))
        except JournalError as error:
            self._session.failed.emit(str(error))
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
        return backup.found(session.repository.path)
    except JournalError:
        return ()


def _known(session: Session, word: str) -> bool:
    try:
        return session.repository.word(word) is not None
    except JournalError:
        return True


def _lock_words(minutes: int) -> str:
    if minutes == 0:
        return _("never")
    return ngettext("after {count} idle minute", "after {count} idle minutes", minutes).format(count=minutes)
