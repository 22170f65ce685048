"""Backups: when the last one was made, each with what it holds and whether it is whole, a second folder, restoring."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from journal.domain.errors import JournalError, StorageError
from journal.i18n import _, ngettext, number
from journal.storage import backup, second
from journal.storage.backup import Backup, Owner
from journal.ui.session import Session
from journal.ui.tasks import LatestTask
from journal.ui.widgets import dialogs
from journal.ui.widgets.controls import Card, add_to, button, flowing, label, set_style_role
from journal.wording import backups as wording

_MADE, _WHY, _SIZE, _ENTRIES, _STATE = range(5)
_ROWS = 6


class BackupsCard(Card):
    """Each backup is read through while the card shows, so that "verified" is true now, not only when it was made."""

    made_asked = Signal()
    """Make one now."""
    restore_asked = Signal(object)
    """A file to restore."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Backups"))
        self._session = session
        self._path = session.repository.path
        self._reader: LatestTask[int] = LatestTask(self)
        self._reader.answered.connect(self._read_well)
        self._reader.failed.connect(self._read_badly)
        self._reading: Backup | None = None
        self._known: dict[tuple[Path, int], tuple[str, str]] = {}
        self._backups: tuple[Backup, ...] = ()
        self.state = label("", "strong", wrap=True)
        self.table = QTableWidget(0, 5)
        set_style_role(self.table, "table")
        self.table.setAccessibleName(_("Backups"))
        # Translators: of backups: when made, why, how large, how many entries, whether verified.
        self.table.setHorizontalHeaderLabels([_("Made"), _("Why"), _("Size"), _("Entries"), _("State")])
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        self.make_button = button(_("Back up now"), self._make)
        self.restore_button = button(_("Restore the chosen one …"), self._restore)
        self.file_button = button(_("Restore from a file …"), self._restore_file)
        self.second_text = label("", wrap=True)
        self.second_button = button(_("Choose a second folder …"), self._choose_second)
        self.no_second_button = button(_("Stop copying there"), self._no_second, "link")
        add_to(
            self.body,
            self.state,
            label(
                _(
                    "Made by itself once a day and on closing, whenever something changed. Kept: seven days, four"
                    " weeks, twelve months."
                ),
                "quiet",
                wrap=True,
            ),
            self.table,
            flowing(self.make_button, self.restore_button, self.file_button),
            self.second_text,
            flowing(self.second_button, self.no_second_button),
        )
        self.table.itemSelectionChanged.connect(self._chosen)
        for part in (self.make_button, self.file_button, self.second_button, self.no_second_button):
            part.setEnabled(session.writable)
        session.safety_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look again at what is there."""
        try:
            self._backups = backup.found(self._path, self._session.repository.id)
        except JournalError as error:
            self._backups = ()
            self.state.setText(str(error))
        else:
            now = self._session.now()
            newest = backup.last(self._backups, now)
            self.state.setText(wording.last_made(None if newest is None else newest.made_at, now))
        self.table.setRowCount(len(self._backups))
        for row, one in enumerate(self._backups):
            # Translators: of a backup.
            entries, state = self._known.get((one.path, one.size), ("…", _("not read yet")))
            texts = (
                wording.made(one.made_at, self._session.now()),
                wording.reason(one.reason),
                wording.size(one.size),
                entries,
                state,
            )
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.setVisible(bool(self._backups))
        line = round(self.fontMetrics().height() * 1.7)
        self.table.verticalHeader().setDefaultSectionSize(line)
        rows = min(max(len(self._backups), 1), _ROWS)
        self.table.setFixedHeight(line * rows + self.table.horizontalHeader().sizeHint().height() + 4)
        self._chosen()
        self._show_second()
        self.make_button.setEnabled(self._session.writable)
        if self.isVisible():
            self._read_next()

    def finish(self) -> None:
        """Let no thread read on: before closing."""
        self._reader.wait()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _read_next(self) -> None:
        one = next((one for one in self._backups if (one.path, one.size) not in self._known), None)
        if one is None or self._reader.busy or not self.isVisible():
            return
        self._reading = one
        repository, records = self._session.repository, self._session.records
        owner = Owner(self._path, repository.id, lambda: [record.id for record in records])
        self._reader.ask(partial(backup.examine, one.path, repository.key, owner))

    @Slot(object)
    def _read_well(self, entries: int) -> None:
        # Translators: of a backup.
        self._note(number(entries), _("verified"))

    @Slot(object)
    def _read_badly(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self._note("–", wording.unread(error.fault, str(error)))

    def _note(self, entries: str, state: str) -> None:
        one = self._reading
        if one is None:
            return
        self._known[one.path, one.size] = (entries, state)
        for row, shown in enumerate(self._backups):
            if shown == one:
                self.table.setItem(row, _ENTRIES, QTableWidgetItem(entries))
                self.table.setItem(row, _STATE, QTableWidgetItem(state))
        self._read_next()

    @Slot()
    def _chosen(self) -> None:
        self.restore_button.setEnabled(bool(self.table.selectedItems()) and self._session.writable)

    def _make(self) -> None:
        self.make_button.setEnabled(False)
        self.made_asked.emit()

    def _restore(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._backups):
            self.restore_asked.emit(self._backups[row].path)

    def _restore_file(self) -> None:
        path = dialogs.choose_file(self, _("Restore from a file"), _("Journals and backups (*.sqlite);;All files (*)"))
        if path is not None:
            self.restore_asked.emit(path)

    def _choose_second(self) -> None:
        folder = dialogs.choose_folder(self, _("Choose a second folder"))
        if folder is not None:
            self._set_second(folder)
            self.made_asked.emit()

    def _no_second(self) -> None:
        self._set_second(None)

    def _set_second(self, folder: Path | None) -> None:
        try:
            second.choose(self._session.repository, folder)
        except JournalError as error:
            self._session.failed.emit(str(error))
        self._show_second()

    def _show_second(self) -> None:
        try:
            folder = second.folder_of(self._session.repository)
        except StorageError as error:
            self.second_text.setText(str(error))
            return
        self.no_second_button.setVisible(folder is not None)
        if folder is None:
            self.second_text.setText(
                _("A second folder, for example on a USB stick, saves you if this computer breaks or is lost.")
            )
        elif not folder.is_dir():
            text = _("Second folder: “{folder}”. It is not there now; it gets its copy once it is back.")
            self.second_text.setText(text.format(folder=folder))
        else:
            copies = len(second.copies(self._path, folder, self._session.repository.id))
            text = ngettext(
                "Second folder: “{folder}”, {count} backup there.",
                "Second folder: “{folder}”, {count} backups there.",
                copies,
            )
            self.second_text.setText(text.format(folder=folder, count=copies))
