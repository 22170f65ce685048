"""What the stories of backups are told with, through the window and on the command line."""

import os
from datetime import UTC, datetime, timedelta

from journal.domain.entry import Entry, Scope
from journal.storage import backup
from journal.storage.repository import Repository
from tests.storage import older

OLD_VERSION = 6
"""Steps that a journal had before it had an id."""


def ago(days: float) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


def notes(path, phrase=None) -> set[str]:
    with Repository.open_as_it_is(path, passphrase=phrase) as copy:
        rows = copy.copy_to(lambda db, _key: [row["note"] for row in db.rows("entries")])
    return set(rows)


def open_and_close_daily(path, days, *, first_day=0, phrase=None) -> None:
    """Use a journal for some days, from now on: each has a change and the backup on closing. Files get no older."""
    for day in range(first_day + 1, first_day + days + 1):
        now = datetime.now(UTC) + timedelta(days=day)
        os.utime(path, (now.timestamp(), now.timestamp()))
        with Repository.open(path, passphrase=phrase) as journal:
            assert backup.make_if_due(journal, now + timedelta(seconds=2), closing_down=True) is not None


def older_backup(journal_path, days, *, note):
    """Write a backup as the version before ids did: its name has none, nor has what is inside."""
    folder = journal_path.parent / f"{journal_path.stem}-backups"
    folder.mkdir(exist_ok=True)
    made_at = ago(days)
    path = folder / f"{journal_path.stem}_{made_at:%Y-%m-%d_%H%M%SZ}_daily.sqlite"
    entry = Entry(id="00000001-0000-4000-8000-000000000001", recorded_at=ago(100), scope=Scope.DAY, note=note)
    older.write(path, OLD_VERSION, entry)
    return path
