"""Connects what pages and windows ask for to the flows that do it."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from journal.domain.errors import JournalError
from journal.domain.records import Record
from journal.i18n import _
from journal.storage.repository import Repository
from journal.ui.access import flows
from journal.ui.access.controller import AccessController
from journal.ui.access.flows import opening
from journal.ui.main_window import MainWindow
from journal.ui.preferences import LANGUAGE
from journal.ui.tasks import Flow

if TYPE_CHECKING:
    from journal.wording.passphrase import Change


class AccessActions(QObject):
    """Every action by its name; each begins a flow of the controller's."""

    def __init__(self, access: AccessController) -> None:
        super().__init__(access)
        self._access = access
        access.actions = self
        access.keep_elsewhere = self.keep_elsewhere
        access.locked.connect(self.lock)
        access.window_closed.connect(self._leave)
        access.opened.connect(self._opened)
        access.flows.failed.connect(self._failed)
        access.preferences.changed.connect(self._preference_changed)

    def open(self, path: Path, typed: str | None = None, *, begins: bool = False) -> None:
        """Open a journal, or offer to begin one."""
        self._access.flows.run(opening.open_flow(self._access, path, typed, begins=begins))

    @Slot()
    def lock(self) -> None:
        """Keep what is unfinished, clear the window, and ask for the passphrase."""
        self._access.flows.run(self._lock())

    def _lock(self) -> Flow[None]:
        if (yield from flows.closing.lock_flow(self._access)):
            gc.collect()  # what refers to itself in a circle would otherwise stay a while longer
            yield from opening.enter_flow(self._access, None, ask_first=True)

    def change_passphrase(self, change: "Change") -> None:
        """Set, change or remove the passphrase, or show the recovery code."""
        self._access.flows.run(self._change_passphrase(change))

    def _change_passphrase(self, change: "Change") -> Flow[None]:
        changed = yield from flows.passphrase.change_flow(self._access, change)
        if changed is not None:
            yield from opening.new_passphrase_flow(self._access, changed)

    def update_auto_lock(self) -> None:
        """After how many minutes it locks has changed."""
        self._access.update_auto_lock()

    def back_up(self) -> None:
        """Make a backup at once."""
        self._access.flows.run(self._back_up())

    def _back_up(self) -> Flow[None]:
        made = yield from self._access.back_up("by-hand")
        if made is not None and self._access.window is not None:
            self._access.window.notice.done(_("Backed up and verified."))

    def restore(self, source: Path) -> None:
        """Show what restoring a backup would change, and do it if the person agrees."""
        self._access.flows.run(self._restore(source))

    def _restore(self, source: Path) -> Flow[None]:
        session = self._access.session
        key = None if session is None else session.repository.key
        restored = yield from flows.restoring.restore_flow(self._access, source, key)
        if restored is not None:
            yield from opening.open_flow(self._access, self._access.path, restored.key)

    def open_other(self) -> None:
        """Go to another journal."""
        self._access.flows.run(flows.moving.other_journal_flow(self._access))

    def begin_new(self) -> None:
        """Begin another journal."""
        self._access.flows.run(flows.moving.new_journal_flow(self._access))

    def import_file(self) -> None:
        """Import a file or another computer's journal."""
        if self._access.window is not None:
            self._access.flows.run(flows.transfer.import_flow(self._access, self._access.window))

    def export(self) -> None:
        """Write everything to a file."""
        if self._access.window is not None:
            self._access.flows.run(flows.transfer.export_flow(self._access.window))

    def keep_elsewhere(self, records: tuple[Record, ...]) -> None:
        """Go on in another folder, with records that could not be saved."""
        self._access.flows.run(flows.moving.keep_elsewhere_flow(self._access, records))

    @Slot(str)
    def _preference_changed(self, key: str) -> None:
        if key == LANGUAGE.key:
            self._access.flows.run(flows.speaking.language_flow(self._access))

    @Slot(object, bool)
    def _leave(self, repository: Repository, writable: bool) -> None:
        self._access.flows.run(flows.closing.leave_flow(self._access, repository, writable))

    @Slot(object)
    def _opened(self, window: MainWindow) -> None:
        window.painted.connect(self._warn_of_synced_folder)

    @Slot()
    def _warn_of_synced_folder(self) -> None:
        self._access.flows.queue(flows.moving.synced_folder_flow(self._access))

    @Slot(object)
    def _failed(self, error: JournalError) -> None:
        """Tell what a flow could not do: in the window, or with ways on where there is none."""
        session = self._access.session
        if session is None:
            self._access.flows.run(opening.fault_flow(self._access, error))
        elif not isinstance(error, flows.closing.Reopened):
            session.failed.emit(str(error))
