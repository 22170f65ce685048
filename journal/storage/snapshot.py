"""Copying an open journal to a new file that is verified before it gets its name."""

import os
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from journal import paths
from journal.domain.errors import Fault
from journal.outfile import replace
from journal.storage import backup_names
from journal.storage.engine import Database, Error, connect
from journal.storage.faults import storage_error, translate_errors
from journal.storage.files import make_folder

Counts = dict[str, int]


def snapshot(db: Database, target: Path, passphrase: str | None, turn: AbstractContextManager[Any]) -> None:
    """Copy an open journal to a new file, verify the copy, and only then give it its name.

    The copy keeps the journal's key. turn: held while nobody else may write. Raises StorageError, and then there is no
    new file.
    """
    if target.exists():
        raise storage_error(Fault.BACKUP_EXISTS, target)
    unfinished = target.with_name(f".{target.name}.part")
    with translate_errors(target):
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            with turn:  # what is half written would be in the copy, or keep it from being made
                before = counts(db)
                _copy_pages(db, unfinished)
                after = counts(db)
            try:
                with closing(connect(unfinished, passphrase)) as copy:
                    found = counts(copy) if sound(copy) else None
            except Error as error:
                raise storage_error(Fault.BACKUP_FAILED, target) from error
            if found is None or found not in (before, after):  # another program may have saved meanwhile
                raise storage_error(Fault.BACKUP_FAILED, target)
            replace(unfinished, target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


def _copy_pages(db: Database, target: Path) -> None:
    """Copy to an empty file. A connection that only reads would refuse even that, so it is let do it for a moment."""
    only_reads = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute("PRAGMA query_only = OFF")
    try:
        db.execute("VACUUM INTO ?", [target.absolute().as_uri()])  # a name that is no text would not do otherwise
    finally:
        db.execute(f"PRAGMA query_only = {only_reads}")


def sound(db: Database) -> bool:
    """Whether the file holds together: pages, indexes, constraints and references. Raises `Error` for broken pages.

    An encrypted file's pages are authenticated, so there every changed byte is found.
    """
    checks = ("quick_check", "foreign_key_check", "cipher_integrity_check")
    findings = [row for check in checks for row in db.execute(f"PRAGMA {check}").fetchall()]
    return findings == [("ok",)]


def counts(db: Database) -> Counts:
    """Return how many rows each table has."""
    names = [name for name in db.table_names() if not name.startswith("sqlite_")]
    return {name: int(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}


def before_migrating(db: Database, journal: Path, id: str, passphrase: str | None) -> None:
    """Back up a journal of an older version, named after its last change."""
    changed = datetime.fromtimestamp(journal.stat().st_mtime, UTC)
    snapshot(db, new_name(journal, id, changed, backup_names.BEFORE_UPDATE), passphrase, nullcontext())


def new_name(journal: Path, id: str, now: datetime, reason: str) -> Path:
    """Return a name for a backup that is not taken yet, in the journal's backup folder, which is made if need be."""
    folder = paths.backup_folder(journal)
    with translate_errors(folder):
        make_folder(folder)
        return backup_names.new(folder, journal, id, now, reason)
