"""Backups: when the last one was made, each with what it holds and whether it is whole, a second folder, restoring."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from journal.domain.errors import JournalError, StorageError
from journal.i18n import _, clock, day, ngettext, number
from journal.storage import backup, second
from journal.storage.backup import Backup
from journal.ui.safety.errand import Errand
from journal.ui.session import Session
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.parts import Card, button, label, with_role

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
        self._reader = Errand(self)
        self._known: dict[tuple[Path, int], tuple[str, str]] = {}
        self._backups: tuple[Backup, ...] = ()
        self.state = label("", "strong", wrap=True)
        self.table = QTableWidget(0, 5)
        with_role(self.table, "table")
        self.table.setAccessibleName(_("Backups"))
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
        self.body.addWidget(self.state)
        self.body.addWidget(
            label(
                _(
                    "Made by itself once a day and on closing, whenever something changed. Kept: seven days, four"
                    " weeks, twelve months."
                ),
                "quiet",
                wrap=True,
            )
        )
        self.body.addWidget(self.table)
        self.body.addWidget(_row(self.make_button, self.restore_button, self.file_button))
        self.body.addWidget(self.second_text)
        self.body.addWidget(_row(self.second_button, self.no_second_button))
        self.table.itemSelectionChanged.connect(self._chosen)
        for part in (self.make_button, self.file_button, self.second_button, self.no_second_button):
            part.setEnabled(not (session.sample or session.repository.read_only))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look again at what is there."""
        try:
            self._backups = backup.found(self._path)
        except JournalError as error:
            self._backups = ()
            self.state.setText(str(error))
        else:
            self.state.setText(last_made(self._backups, self._session))
        self.table.setRowCount(len(self._backups))
        for row, one in enumerate(self._backups):
            made = one.made_at.astimezone(self._session.now().tzinfo)
            entries, state = self._known.get((one.path, one.size), ("…", _("not read yet")))
            texts = (
                _("{day}, {time}").format(day=day(made.date()), time=clock(made)),
                reason(one.reason),
                size(one.size),
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
        if self.isVisible():
            self._read_next()

    def finish(self) -> None:
        """Let no thread read on: before closing."""
        self._reader.stop()

    def made(self) -> None:
        """A backup was made."""
        self.make_button.setEnabled(True)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _read_next(self) -> None:
        one = next((one for one in self._backups if (one.path, one.size) not in self._known), None)
        if one is None or self._reader.busy or not self.isVisible():
            return
        repository = self._session.repository

        self._reader.run(
            lambda: backup.examine(one.path, repository.key),
            partial(self._read_well, one),
            partial(self._read_badly, one),
        )

    def _read_well(self, one: Backup, entries: int) -> None:
        self._note(one, number(entries), _("verified"))

    def _read_badly(self, one: Backup, error: JournalError) -> None:
        code = getattr(error, "code", "")
        states = {
            "passphrase_wrong": _("has an earlier passphrase"),
            "passphrase_needed": _("has a passphrase"),
            "not_protected": _("without a passphrase: anybody can read it"),
        }
        self._note(one, "–", states.get(code, _("damaged: do not rely on it")))

    def _note(self, one: Backup, entries: str, state: str) -> None:
        self._known[one.path, one.size] = (entries, state)
        for row, shown in enumerate(self._backups):
            if shown == one:
                self.table.setItem(row, _ENTRIES, QTableWidgetItem(entries))
                self.table.setItem(row, _STATE, QTableWidgetItem(state))
        self._read_next()

    @Slot()
    def _chosen(self) -> None:
        self.restore_button.setEnabled(
            bool(self.table.selectedItems()) and not (self._session.sample or self._session.repository.read_only)
        )

    def _make(self) -> None:
        self.make_button.setEnabled(False)
        self.made_asked.emit()

    def _restore(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._backups):
            self.restore_asked.emit(self._backups[row].path)

    def _restore_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Restore from a file"), "", _("Journals and backups (*.sqlite);;All files (*)")
        )
        if name:
            self.restore_asked.emit(Path(name))

    def _choose_second(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Choose a second folder"))
        if name:
            self._put_second(Path(name))
            self.made_asked.emit()

    def _no_second(self) -> None:
        self._put_second(None)

    def _put_second(self, folder: Path | None) -> None:
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
            copies = len(second.copies(self._path, folder))
            text = ngettext(
                "Second folder: “{folder}”, {count} backup there.",
                "Second folder: “{folder}”, {count} backups there.",
                copies,
            )
            self.second_text.setText(text.format(folder=folder, count=copies))


def last_made(backups: tuple[Backup, ...], session: Session) -> str:
    """Return when the last backup was made, in words."""
    if not backups:
        return _("There is no backup yet: the first one follows soon after something is saved.")
    now = session.now()
    made = backups[0].made_at.astimezone(now.tzinfo)
    days = (now.date() - made.date()).days
    if days <= 0:
        text = _("Last backup: today, {time}. It was verified when it was made.")
    elif days == 1:
        text = _("Last backup: yesterday, {time}. It was verified when it was made.")
    else:
        text = _("Last backup: {day}, {time}. It was verified when it was made.")
    return text.format(day=day(made.date()), time=clock(made))


def reason(word: str) -> str:
    """Return why a backup was made, in words."""
    words = {
        "daily": _("daily"),
        "closing": _("on closing"),
        "by-hand": _("by hand"),
        "before-import": _("before bringing in a file"),
        "before-restore": _("before restoring"),
        "before-passphrase": _("before a passphrase"),
        "before-update": _("before an update"),
    }
    return words.get(word, word)


def size(count: int) -> str:
    """Return a file's size in words."""
    if count < 1024 * 1024:
        return _("{count} KB").format(count=number(max(1, count / 1024)))
    return _("{count} MB").format(count=number(count / 1024 / 1024, 1))


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, 10)
    for part in parts:
        flow.addWidget(part)
    return row
