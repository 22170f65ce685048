"""Bringing in a file, or another computer's journal: nothing doubled or lost, and a choice where they disagree."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from journal.domain.errors import JournalError
from journal.domain.records import Record, Records
from journal.exchange.files import read_file
from journal.exchange.merge import Merge, merge
from journal.i18n import _, ngettext
from journal.storage.restore import preview
from journal.ui.main_window import MainWindow
from journal.ui.safety.conflict_sheet import ConflictSheet
from journal.ui.safety.door import Door
from journal.ui.safety.errand import Errand
from journal.ui.safety.passphrase_sheets import Change, PassphraseSheet
from journal.ui.safety.sheet_dialog import SheetDialog
from journal.ui.session import Session

_JOURNALS = (".sqlite", ".sqlite3", ".db")


class BringIn(QObject):
    """Reads, compares, asks, backs up, and only then writes: all of it or nothing."""

    def __init__(self, door: Door, window: MainWindow, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._door = door
        self._window = window
        self._session = session
        self._errand = Errand(self)
        window.closed.connect(self._errand.stop)

    def ask(self) -> None:
        """Ask for a file and bring it in."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Bring in a file"),
            "",
            _("Journals and files taken out (*.json *.zip *.sqlite);;All files (*)"),
        )
        if name:
            self.read(Path(name))

    def read(self, source: Path, words: str | None = None, *, own_key: bool = True) -> None:
        """Read a file or another journal, and compare it with this one."""
        repository, path = self._session.repository, self._door.path

        def work() -> Records:
            if source.suffix.lower() not in _JOURNALS:
                return read_file(source)
            return preview(path, source, repository.key if own_key else words)

        self._errand.run(work, self._compare, lambda error: self._not_read(source, error))

    def _not_read(self, source: Path, error: JournalError) -> None:
        code = getattr(error, "code", "")
        if code == "not_protected":
            self.read(source, None, own_key=False)
        elif code in ("passphrase_needed", "passphrase_wrong"):
            sheet = PassphraseSheet(Change.OTHER_FILE, file=source.name)
            dialog = SheetDialog(sheet, self._window)
            sheet.left.connect(dialog.reject)

            def given(old: str, _new: str, _renew: bool) -> None:
                dialog.accept()
                self.read(source, old, own_key=False)

            sheet.given.connect(given)
            dialog.open()
        else:
            self._session.failed.emit(str(error))

    def _compare(self, records: Records) -> None:
        merged = merge(self._session.records, records)
        if not merged.conflicts:
            self._take(merged, ())
            return
        sheet = ConflictSheet(merged.conflicts, len(merged.new))
        dialog = SheetDialog(sheet, self._window)
        sheet.left.connect(dialog.reject)

        def decided(taken: tuple[Record, ...]) -> None:
            dialog.accept()
            self._take(merged, taken)

        sheet.decided.connect(decided)
        dialog.open()

    def _take(self, merged: Merge, taken: tuple[Record, ...]) -> None:
        records = (*merged.new, *taken)
        if not records:
            self._window.notice.done(_("Everything in that file is in the journal already: nothing was changed."))
            return
        self._door.back_up("before-import", lambda _made: self._write(records, merged, len(taken)), lambda: None)

    def _write(self, records: tuple[Record, ...], merged: Merge, taken: int) -> None:
        ids = {record.id for record in records}
        all_before = self._session.records
        before = tuple(record for record in all_before if record.id in ids)
        added = ids - {record.id for record in before}
        if not self._session.save(*records):
            return
        text = ngettext(
            "{count} new record brought in, {taken} taken from the file, {same} were here already.",
            "{count} new records brought in, {taken} taken from the file, {same} were here already.",
            len(merged.new),
        )
        session = self._session
        raised, held = self._window.keep_urgent(all_before)

        def undo() -> None:
            if not before or session.save(*before):
                session.delete(*added, *held)

        self._window.notice.done(text.format(count=len(merged.new), taken=taken, same=merged.same), undo)
        self._window.settings.backups.refresh()
        if any(flag.sign in raised for flag in session.open_flags()):
            self._window.ask_urgent_signs()
