"""The way into a journal: its bell, its passphrase, its beginning; and what to do when it does not open."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journal.domain.errors import JournalError, StorageError
from journal.i18n import _
from journal.storage import backup
from journal.storage.repository import Repository
from journal.ui.preferences import LAST_JOURNAL, Preferences
from journal.ui.safety import bell, ways, work
from journal.ui.safety.bell import Bell
from journal.ui.safety.doorway import Doorway
from journal.ui.safety.errand import Errand
from journal.ui.safety.first_sheet import FirstSheet, RenewSheet
from journal.ui.safety.recovery_sheet import RecoverySheet
from journal.ui.safety.trouble_sheet import TroubleSheet
from journal.ui.safety.unlock_sheet import UnlockSheet
from journal.ui.safety.ways import Way
from journal.ui.safety.work import Opened
from journal.ui.session import Clock
from journal.ui.theme import Theme


class Entrance(QObject):
    """Asks in its doorway until a journal is open."""

    entered = Signal(object)
    """`Opened`."""
    rung = Signal()
    """Another start wants to see this one's window."""
    answered = Signal()
    """The journal is open in another window, which shows itself now."""
    way_chosen = Signal(object, object)
    """A `Way`, and the passphrase that was typed before the fault, if any."""

    def __init__(self, theme: Theme, preferences: Preferences, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.now = clock
        self.path = Path()
        self.doorway = Doorway(theme)
        self.errand = Errand(self)
        self._bell: Bell | None = None
        self._by_choice = False
        self._read_only = False
        self._words: str | None = None
        """What was typed last, while something is wrong with the file; never longer."""

    def close(self) -> None:
        """Let go of the journal and of the doorway."""
        self.errand.stop()
        self.doorway.leave()
        self._words = None
        self._drop_bell()

    def open(self, path: Path, words: str | None = None, *, read_only: bool = False, begin: bool = False) -> None:
        """Open a journal, or offer to begin one; whatever is in the way is told, with ways on."""
        self.path = path.absolute()
        self._by_choice = begin
        self._read_only = read_only
        self.doorway.wait(_("Opening your journal …"))
        try:
            self._take_bell()
        except StorageError as error:
            locked = error
            self.errand.run(lambda: bell.ring(self.path), lambda came: self._rang(came, locked), self.kept_out)
            return
        self._try(words)

    def _take_bell(self) -> None:
        self._drop_bell()
        self._bell = bell.hang(self.path, self)
        if self._bell is not None:
            self._bell.rung.connect(self.rung)

    def _drop_bell(self) -> None:
        if self._bell is not None:
            self._bell.stop()
            self._bell.deleteLater()
            self._bell = None

    def _rang(self, came: bool, error: StorageError) -> None:
        if came:
            self.answered.emit()
        else:
            self.kept_out(error)

    def _try(self, words: str | None) -> None:
        self._words = words
        path, read_only = self.path, self._read_only
        self.errand.run(lambda: work.open_journal(path, words, read_only=read_only), self.came_in, self.kept_out)

    def _try_code(self, code: str) -> None:
        path, read_only = self.path, self._read_only
        self._unlocking()
        self._words = code
        self.errand.run(lambda: work.open_by_code(path, code, read_only=read_only), self.came_in, self.kept_out)

    def _unlock(self, words: str) -> None:
        self._unlocking()
        self._try(words)

    def _unlocking(self) -> None:
        if isinstance(self.doorway.sheet, UnlockSheet):
            self.doorway.sheet.wait()

    def kept_out(self, error: JournalError) -> None:
        """Tell why the journal did not open."""
        code = getattr(error, "code", "")
        sheet = self.doorway.sheet
        if code == "passphrase_needed":
            self._words = None
            self.ask_passphrase()
        elif code in ("passphrase_wrong", "code_mistyped"):
            if not isinstance(sheet, UnlockSheet):
                sheet = self.ask_passphrase()
            sheet.refuse(_wrong(code, str(error), by_code=code == "code_mistyped" or sheet.by_code))
        elif code == "not_protected":
            self._try(None)
        elif code == "missing" and not self._was_here():
            self.begin(by_choice=self._by_choice)
        else:
            sentence = _gone(self.path) if code == "missing" else str(error)
            self.trouble(sentence, ways.at_opening(code))

    def ask_passphrase(self, why: str = "") -> UnlockSheet:
        """Ask for it, as often as it takes."""
        sheet = UnlockSheet(self.path, why)
        sheet.given.connect(self._unlock)
        sheet.code_given.connect(self._try_code)
        sheet.other_asked.connect(lambda: self.way_chosen.emit(Way.OTHER, None))
        self.doorway.put(sheet)
        return sheet

    def begin(self, *, by_choice: bool) -> None:
        """Offer a passphrase for a new journal, and begin it."""
        sheet = FirstSheet(self.path, by_choice=by_choice)
        sheet.given.connect(self._begin)
        sheet.other_asked.connect(lambda: self.way_chosen.emit(Way.OTHER, None))
        self.doorway.put(sheet)

    def _begin(self, words: str) -> None:
        path = self.path
        self.doorway.wait(_("Beginning your journal …"))
        self.errand.run(lambda: work.begin(path, words or None), self._begun, self.kept_out)

    def _begun(self, begun: tuple[Opened, str]) -> None:
        opened, code = begun
        if code:
            self.show_code(code, lambda checked: self._code_seen(opened, checked))
        else:
            self._enter(opened)

    def _code_seen(self, opened: Opened, checked: bool) -> None:
        if checked:
            _note_checked(opened)
        self._enter(opened)

    def show_code(self, code: str, done: Callable[[bool], object], said: str = "") -> None:
        """Show a recovery code in the doorway, and ask it back."""
        sheet = RecoverySheet(code, self.path, self.now().date(), said=said)
        sheet.done.connect(done)
        self.doorway.put(sheet)

    def came_in(self, opened: Opened) -> None:
        """The journal is open: show it, or first ask for a new passphrase where the code opened it."""
        if not opened.by_code or opened.repository.read_only:
            self._enter(opened)
            return
        code = self._words
        sheet = RenewSheet()
        sheet.given.connect(lambda new: self._renew(opened.repository, code, new))
        sheet.later.connect(lambda: self._enter(opened))
        self.doorway.put(sheet)

    def _renew(self, repository: Repository, code: str | None, new: str) -> None:
        path, now = self.path, self.now()
        repository.close()
        self.doorway.wait(_("Setting the new passphrase …"), at_once=True)
        self.errand.run(
            lambda: work.change_passphrase(path, code, new, now, renew=True), self.changed_passphrase, self.kept_out
        )

    def changed_passphrase(self, changed: work.Protected) -> None:
        """Show the new code if there is one, then the journal."""
        if not changed.code:
            self._try(changed.passphrase)
            return
        self.show_code(changed.code, lambda checked: self._open_changed(changed, checked), said=_followed(changed))

    def _open_changed(self, changed: work.Protected, checked: bool) -> None:
        self.doorway.wait(_("Opening your journal …"))
        path = self.path

        def open_and_note() -> Opened:
            opened = work.open_journal(path, changed.passphrase)
            if checked:
                _note_checked(opened)
            return opened

        self.errand.run(open_and_note, self._enter, self.kept_out)

    def _enter(self, opened: Opened) -> None:
        self._words = None
        self.entered.emit(opened)

    def trouble(self, sentence: str, offered: tuple[Way, ...], heading: str = "") -> None:
        """Tell a fault in the doorway, with ways on."""
        sheet = TroubleSheet(sentence, offered, heading)
        sheet.chosen.connect(lambda way: self.way_chosen.emit(way, self._words))
        self.doorway.put(sheet)

    def _was_here(self) -> bool:
        """Whether there has been a journal at this place."""
        try:
            return bool(backup.found(self.path)) or self._preferences.get(LAST_JOURNAL) == str(self.path)
        except JournalError:
            return True


def _note_checked(opened: Opened) -> None:
    with suppress(StorageError):  # it can be checked once more from Settings
        opened.repository.keep_word(work.CODE_CHECKED, "1")


def _wrong(code: str, sentence: str, *, by_code: bool) -> str:
    if code == "code_mistyped":
        return sentence
    if by_code:
        return _("This code does not open this journal: it belongs to an earlier passphrase, or to another journal.")
    return _(
        "This passphrase does not open the journal. Nothing was changed, and you can try as often as you like: mind"
        " capitals and the keyboard layout."
    )


def _gone(path: Path) -> str:
    return _("“{file}” is not there any more: was it moved, renamed or deleted? Its backups are left alone.").format(
        file=path
    )


def _followed(changed: work.Protected) -> str:
    if changed.left:
        return _("The journal has its new passphrase. Backups made before keep the one they were made with.")
    return _("The journal and its backups have their new passphrase.")
