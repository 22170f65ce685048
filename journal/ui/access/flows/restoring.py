"""Putting a backup in the journal's place, from the open journal or from one that does not open."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from journal.i18n import _
from journal.storage import backup
from journal.storage.repository import Repository
from journal.storage.restore import preview, restore
from journal.ui.access.controller import AccessController
from journal.ui.access.dialogs.choose_backup import ChooseBackupPanel
from journal.ui.access.dialogs.restore import RestorePanel
from journal.ui.access.flows import closing, files
from journal.ui.tasks import Flow, ask
from journal.wording import backups as wording


@dataclass(frozen=True, slots=True)
class Restored:
    """A journal that was restored, and the key that opens it."""

    key: str | None


def choose_flow(access: AccessController, key: str | None) -> Flow[Restored | None]:
    """Show the backups of a journal that does not open, and restore the one that is chosen; None for going back."""
    while True:
        source = yield ask(ChooseBackupPanel(backup.found_if_readable(access.path), access.now()), stays=True)
        if source is None:
            return None
        access.startup.wait(_("Reading the backup …"))
        restored = yield from restore_flow(access, source, key)
        if restored is not None:
            return restored


def restore_flow(access: AccessController, source: Path, key: str | None) -> Flow[Restored | None]:
    """Show what restoring a backup would change, and do it if the person agrees; None if not."""
    path, now = access.path, access.now()
    read = yield from files.read_with_key(access, source, key, partial(preview, path, source))
    if read is None:
        return None
    records, key = read
    before = None if access.session is None else access.session.records
    if not (yield ask(RestorePanel(_when(access, source), records, before))):
        return None

    def put_back(_journal: Repository | None) -> None:
        restore(path, source, now, key)

    yield from closing.run_closed(access, _("Restoring …"), put_back)
    sentence = _("The backup is restored. What was there before is kept beside the backups.")
    access.once_open(lambda window: window.notice.done(sentence))
    return Restored(key)


def _when(access: AccessController, source: Path) -> str:
    """Return when a backup was made, in words, or its name."""
    one = next((one for one in backup.found_if_readable(access.path) if one.path == source), None)
    return _("“{file}”").format(file=source.name) if one is None else wording.made(one.made_at, access.now())
