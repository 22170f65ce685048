"""What Settings asks for while the journal is open: passphrase, backups, other journals, files in and out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from journal import paths
from journal.domain.errors import JournalError
from journal.domain.records import Records
from journal.i18n import _
from journal.storage import backup, recovery
from journal.storage.repository import Repository
from journal.storage.restore import preview, restore
from journal.storage.synced import better_place, synced_by
from journal.ui.main_window import MainWindow
from journal.ui.safety import ways_on, work
from journal.ui.safety.bring_in import BringIn
from journal.ui.safety.door import Door
from journal.ui.safety.errand import Errand
from journal.ui.safety.passphrase_sheets import Change, PassphraseSheet
from journal.ui.safety.recovery_sheet import RecoverySheet
from journal.ui.safety.restore_sheet import RestoreSheet
from journal.ui.safety.sheet import Sheet
from journal.ui.safety.sheet_dialog import SheetDialog
from journal.ui.safety.take_out import take_out
from journal.ui.session import Session
from journal.ui.widgets.parts import button


class Keeper(QObject):
    """Belongs to one window, and goes with it."""

    def __init__(self, door: Door, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._door = door
        self._window = window
        self._session = session
        self._errand = Errand(self)
        self.bring_in = BringIn(door, window, session, self)
        settings = window.settings
        settings.protection.asked.connect(self.ask_passphrase)
        settings.protection.lock_asked.connect(door.lock)
        settings.protection.auto_lock_changed.connect(door.follow_auto_lock)
        settings.backups.made_asked.connect(self.back_up)
        settings.backups.restore_asked.connect(self.look_at_backup)
        settings.journal.other_asked.connect(self._open_other)
        settings.journal.new_asked.connect(self._begin_new)
        settings.journal.bring_in_asked.connect(self.bring_in.ask)
        settings.journal.take_out_asked.connect(lambda: take_out(window, session))
        window.closed.connect(self._errand.stop)

    def ask_passphrase(self, change: Change) -> None:
        """Ask what is needed to set, change or remove the passphrase, or to show the code."""
        path = self._door.path
        sheet = PassphraseSheet(change, len(_backups(path)))
        dialog = SheetDialog(sheet, self._window)
        sheet.left.connect(dialog.reject)
        sheet.given.connect(
            lambda old, new, renew: self._check(dialog, sheet, change, (old or None, new or None, renew))
        )
        dialog.open()

    def _check(
        self,
        dialog: SheetDialog,
        sheet: PassphraseSheet,
        change: Change,
        given: tuple[str | None, str | None, bool],
    ) -> None:
        """Try the present passphrase before anything is closed for it."""
        path = self._door.path
        old = given[0]
        sheet.wait()
        self._errand.run(
            lambda: _opens(path, old),
            lambda code: self._agreed(dialog, change, given, code),
            lambda error: sheet.refuse(_wrong(error)),
        )

    def _agreed(
        self, dialog: SheetDialog, change: Change, given: tuple[str | None, str | None, bool], code: str
    ) -> None:
        dialog.accept()
        if change is Change.SHOW_CODE:
            self._show_code(code)
            return
        old, new, renew = given
        path, now = self._door.path, self._door.now()
        entrance = self._door.entrance
        words = _("Removing the passphrase …") if new is None else _("Encrypting your journal …")
        self._door.apart(
            words,
            lambda _repository: work.change_passphrase(path, old, new, now, renew=renew),
            entrance.changed_passphrase,
        )

    def _show_code(self, code: str) -> None:
        sheet = RecoverySheet(code, self._door.path, self._door.now().date())
        dialog = SheetDialog(sheet, self._window)

        def done(checked: bool) -> None:
            dialog.accept()
            if checked:
                self._checked()

        sheet.done.connect(done)
        dialog.open()

    def _checked(self) -> None:
        try:
            self._session.repository.keep_word(work.CODE_CHECKED, "1")
        except JournalError as error:
            self._session.failed.emit(str(error))
        else:
            self._window.settings.protection.code_hint.hide()
            self._window.notice.done(_("Your recovery code is the right one."))

    def back_up(self) -> None:
        """Make a backup at once."""

        def done(_made: object) -> None:
            self._window.settings.backups.made()
            self._window.notice.done(_("Backed up and verified."))

        self._door.back_up("by-hand", done, lambda: self._window.settings.backups.made())

    def look_at_backup(self, source: Path, words: str | None = None, *, own_key: bool = True) -> None:
        """Read a backup, with the journal's own passphrase first, and show what restoring it would change."""
        repository, path = self._session.repository, self._door.path

        def read() -> Records:
            return preview(path, source, repository.key if own_key else words)

        self._errand.run(
            read,
            lambda records: self._show_difference(source, records, words, own_key=own_key),
            lambda error: self._backup_not_read(source, error),
        )

    def _backup_not_read(self, source: Path, error: JournalError) -> None:
        code = getattr(error, "code", "")
        if code == "not_protected":
            self.look_at_backup(source, None, own_key=False)
            return
        if code not in ("passphrase_needed", "passphrase_wrong"):
            self._session.failed.emit(str(error))
            return
        sheet = PassphraseSheet(Change.OTHER_FILE, file=source.name)
        dialog = SheetDialog(sheet, self._window)
        sheet.left.connect(dialog.reject)

        def given(old: str, _new: str, _renew: bool) -> None:
            dialog.accept()
            self.look_at_backup(source, old, own_key=False)

        sheet.given.connect(given)
        dialog.open()

    def _show_difference(self, source: Path, records: Records, words: str | None, *, own_key: bool) -> None:
        sheet = RestoreSheet(ways_on.when_made(source, self._door), records, self._session.records)
        dialog = SheetDialog(sheet, self._window)
        sheet.left.connect(dialog.reject)
        sheet.agreed.connect(lambda: self._restore(dialog, source, words, own_key=own_key))
        dialog.open()

    def _restore(self, dialog: SheetDialog, source: Path, words: str | None, *, own_key: bool) -> None:
        dialog.accept()
        door, path, now = self._door, self._door.path, self._door.now()

        def put_back(repository: Repository) -> str | None:
            key = repository.key if own_key else words
            restore(path, source, now, key)
            return key

        door.apart(_("Restoring …"), put_back, lambda key: ways_on.restored(door, key))

    def _open_other(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Open another journal"),
            str(self._door.path.parent),
            _("Journals (*.sqlite);;All files (*)"),
        )
        if name:
            self._switch(Path(name))

    def _begin_new(self) -> None:
        place = ways_on.ask_new_place(self._door, _("Begin a new journal"), paths.data_folder() / "journal-2.sqlite")
        if place is not None:
            self._switch(place, begin=True)

    def _switch(self, path: Path, *, begin: bool = False) -> None:
        door, now = self._door, self._door.now()

        nothing_new = self._session.sample or self._session.repository.read_only

        def back_up(repository: Repository) -> None:
            if not nothing_new:
                work.back_up(repository, now, closing=True)

        door.apart(_("Closing this journal …"), back_up, lambda _none: door.open(path, begin=begin))
        door.place = None

    def warn_of_synced_folder(self) -> None:
        """Say once that a service copies this folder, and offer a better one."""
        repository, path = self._session.repository, self._door.path
        service = synced_by(path)
        if service is None or self._session.sample or repository.read_only:
            return
        try:
            if repository.word(work.SYNCED_TOLD) == str(path.parent):
                return
        except JournalError:
            return
        place = better_place(path)
        sheet = Sheet(
            _("This folder is copied by {service}").format(service=service),
            _(
                "It copies files while they are being written, and to other computers. A journal can be spoilt by that,"
                " and its copies are outside your control."
            ),
            _("Better: the journal in this computer’s own folder, and a second folder for backups there."),
        )
        dialog = SheetDialog(sheet, self._window)
        self.move_button = button(_("Move it to the standard folder"), lambda: self._move(dialog, place), "primary")
        self.stay_button = button(_("Leave it here"), lambda: self._stay(dialog))
        self.move_button.setVisible(place is not None)
        sheet.add_buttons([self.move_button, self.stay_button])
        sheet.setFocusProxy(self.move_button)
        dialog.open()

    def _stay(self, dialog: SheetDialog) -> None:
        dialog.accept()
        try:
            self._session.repository.keep_word(work.SYNCED_TOLD, str(self._door.path.parent))
        except JournalError as error:
            self._session.failed.emit(str(error))

    def _move(self, dialog: SheetDialog, place: Path | None) -> None:
        dialog.accept()
        if place is None:
            return
        door = self._door
        sentence = _(
            "The journal is in “{file}” now. The former file has “-moved” in its name; delete it when you like."
        )

        def moved(key: str | None) -> None:
            door.after_opening(lambda window: window.notice.fault(sentence.format(file=place)))
            door.open(place, key)

        def move(repository: Repository) -> str | None:
            work.move(repository, place)
            return repository.key

        door.apart(_("Moving your journal …"), move, moved)


def attach(door: Door) -> Callable[[MainWindow], None]:
    """Return what gives each window of a door its keeper."""

    def keep(window: MainWindow) -> None:
        if door.session is not None:
            Keeper(door, window, door.session).warn_of_synced_folder()

    return keep


def _backups(path: Path) -> tuple[backup.Backup, ...]:
    try:
        return backup.found(path)
    except JournalError:
        return ()


def _opens(path: Path, words: str | None) -> str:
    """Return the recovery code ("" without a passphrase) if the words open the journal. Raises StorageError."""
    Repository.open(path, passphrase=words, create=False, read_only=True).close()
    return "" if words is None else recovery.code(path, words)


def _wrong(error: JournalError) -> str:
    if getattr(error, "code", "") == "passphrase_wrong":
        return _("That is not the present passphrase. Nothing was changed; try again.")
    return str(error)
