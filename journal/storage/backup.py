"""Backups: verified copies of a journal, made before anything risky and once a day, thinned only after a good one."""

import os
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journal import paths
from journal.outfile import replace
from journal.storage.engine import Database, Error, connect
from journal.storage.faults import fault, told
from journal.storage.files import make_folder

if TYPE_CHECKING:
    from journal.storage.repository import Repository

Counts = dict[str, int]

KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY = 7, 4, 12
_DAY = timedelta(days=1)
_STAMP = "%Y-%m-%d_%H%M%SZ"
_NAME = re.compile(r"_(\d{4}-\d\d-\d\d_\d{6}Z)_([a-z0-9-]+?)(?:\.\d+)?\.sqlite$")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as its name tells it."""

    path: Path
    made_at: datetime
    """UTC."""
    reason: str
    """"daily", "by-hand", "before-import" ..."""
    size: int
    """Bytes."""


def snapshot(db: Database, target: Path, passphrase: str | None) -> Counts:
    """Copy an open journal to a new file, verify the copy, and only then give it its name.

    The copy keeps the journal's key. Returns how many rows each table has. Raises StorageError, and then there is no
    new file.
    """
    if target.exists():
        raise fault("backup_exists", target)
    unfinished = target.with_name(f".{target.name}.part")
    with told(target):
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            before = counts(db)
            _copy_pages(db, unfinished)
            after = counts(db)
            try:
                with closing(connect(unfinished, passphrase)) as copy:
                    found = counts(copy) if sound(copy) else None
            except Error as error:
                raise fault("backup_failed", target) from error
            if found is None or found not in (before, after):  # a window may have saved meanwhile
                raise fault("backup_failed", target)
            replace(unfinished, target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    return found


def _copy_pages(db: Database, target: Path) -> None:
    """Copy to an empty file. A connection that only reads would refuse even that, so it is let do it for a moment."""
    only_reads = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute("PRAGMA query_only = OFF")
    try:
        db.execute("VACUUM INTO ?", [str(target)])
    finally:
        db.execute(f"PRAGMA query_only = {only_reads}")


def make(journal: "Repository", now: datetime, reason: str) -> Backup:
    """Back up an open journal into its own backup folder. Raises StorageError."""
    path = new_name(journal.path, now, reason)
    journal.copy_to(lambda db, passphrase: snapshot(db, path, passphrase))
    return Backup(path, now.astimezone(UTC), reason, path.stat().st_size)


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


def before_migrating(db: Database, journal: Path, passphrase: str | None) -> None:
    """Back up a journal of an older version, named after its last change."""
    changed = datetime.fromtimestamp(journal.stat().st_mtime, UTC)
    snapshot(db, new_name(journal, changed, "before-update"), passphrase)


def new_name(journal: Path, now: datetime, reason: str) -> Path:
    """Return a name for a backup that is not taken yet, in the journal's backup folder, which is made if need be."""
    folder = paths.backup_folder(journal)
    with told(folder):
        make_folder(folder)
        stem = f"{journal.stem}_{now.astimezone(UTC).strftime(_STAMP)}_{reason}"
        path = folder / f"{stem}.sqlite"
        number = 2
        while path.exists():
            path = folder / f"{stem}.{number}.sqlite"
            number += 1
    return path


def examine(path: Path, passphrase: str | None) -> int:
    """Read a backup through and return how many entries it holds. Raises StorageError if it is not whole."""
    from journal.storage.repository import Repository

    with Repository.open_as_it_is(path, passphrase=passphrase) as copy:
        held: Counts | None = copy.copy_to(lambda db, _passphrase: counts(db) if sound(db) else None)
    if held is None:
        raise fault("damaged", path)
    return held.get("entries", 0)


def found(journal: Path) -> tuple[Backup, ...]:
    """Return the backups of that journal, newest first."""
    folder = paths.backup_folder(journal)
    if not folder.is_dir():
        return ()
    backups = []
    with told(folder):
        for path in folder.iterdir():
            match = _NAME.search(path.name)
            if match and path.is_file():
                made_at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                backups.append(Backup(path, made_at, match[2], path.stat().st_size))
    return tuple(sorted(backups, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))


def make_if_due(journal: "Repository", now: datetime, *, closing_down: bool = False) -> Backup | None:
    """Back up what changed since the newest backup: if that is over a day old, or on closing. Then thin.

    Returns None if nothing was due. Raises StorageError: a backup that failed is to be shown.
    """
    newest = next(iter(found(journal.path)), None)
    with told(journal.path):
        changed = datetime.fromtimestamp(journal.path.stat().st_mtime, UTC)
    if newest is not None:
        if changed <= newest.made_at + timedelta(seconds=1):  # a backup's name knows whole seconds only
            return None
        if not closing_down and now - newest.made_at < _DAY:
            return None
    made = make(journal, now, "closing" if closing_down else "daily")
    for backup in superfluous(found(journal.path)):
        with told(backup.path):
            backup.path.unlink(missing_ok=True)
    return made


def superfluous(backups: tuple[Backup, ...]) -> tuple[Backup, ...]:
    """Return which of the backups (newest first) go beyond the newest of 7 days, 4 weeks and 12 months.

    Those of the last day before the newest all stay: one of them may be what an import or an update is undone with.
    """
    if not backups:
        return ()
    kept = {backup.path for backup in backups if backups[0].made_at - backup.made_at < _DAY}
    rules: tuple[tuple[int, Callable[[datetime], str]], ...] = (
        (KEEP_DAILY, lambda at: at.strftime("%Y-%m-%d")),
        (KEEP_WEEKLY, lambda at: at.strftime("%G-%V")),
        (KEEP_MONTHLY, lambda at: at.strftime("%Y-%m")),
    )
    for keep, period in rules:
        newest: dict[str, Path] = {}
        for backup in backups:
            newest.setdefault(period(backup.made_at), backup.path)
        kept.update(list(newest.values())[:keep])
    return tuple(backup for backup in backups if backup.path not in kept)
