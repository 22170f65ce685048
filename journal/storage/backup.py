"""Backups: verified copies of a journal, made before anything risky and once a day, thinned only after a good one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from journal import paths
from journal.domain.errors import Fault, StorageError
from journal.storage.faults import storage_error, translate_errors
from journal.storage.repository import Repository
from journal.storage.snapshot import STAMP, Counts, counts, new_name, snapshot, sound

KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY = 7, 4, 12
_DAY = timedelta(days=1)
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


def make(journal: Repository, now: datetime, reason: str) -> Backup:
    """Back up an open journal into its own backup folder. Raises StorageError."""
    path = new_name(journal.path, now, reason)
    journal.copy_to(lambda db, passphrase: snapshot(db, path, passphrase))
    with translate_errors(path):  # its folder may be gone again
        return Backup(path, now.astimezone(UTC), reason, path.stat().st_size)


def examine(path: Path, passphrase: str | None) -> int:
    """Read a backup through and return how many entries it holds. Raises StorageError if it is not whole."""
    with Repository.open_as_it_is(path, passphrase=passphrase) as copy:
        held: Counts | None = copy.copy_to(lambda db, _passphrase: counts(db) if sound(db) else None)
    if held is None:
        raise storage_error(Fault.DAMAGED, path)
    return held.get("entries", 0)


def found(journal: Path) -> tuple[Backup, ...]:
    """Return the backups of that journal, newest first."""
    folder = paths.backup_folder(journal)
    if not folder.is_dir():
        return ()
    backups = []
    with translate_errors(folder):
        for path in folder.iterdir():
            match = _NAME.search(path.name)
            if match and path.is_file():
                made_at = datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)
                backups.append(Backup(path, made_at, match[2], path.stat().st_size))
    return tuple(sorted(backups, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))


def found_if_readable(journal: Path) -> tuple[Backup, ...]:
    """Return the backups of that journal, newest first; none where their folder cannot be read."""
    try:
        return found(journal)
    except StorageError:
        return ()


def make_if_due(journal: Repository, now: datetime, *, closing_down: bool = False) -> Backup | None:
    """Back up what changed since the newest backup: if that is over a day old, or on closing. Then thin.

    Returns None if nothing was due. Raises StorageError: a backup that failed is to be shown.
    """
    newest = next(iter(found(journal.path)), None)
    with translate_errors(journal.path):
        changed = datetime.fromtimestamp(journal.path.stat().st_mtime, UTC)
    if newest is not None:
        if changed <= newest.made_at + timedelta(seconds=1):  # a backup's name knows whole seconds only
            return None
        if not closing_down and now - newest.made_at < _DAY:
            return None
    made = make(journal, now, "closing" if closing_down else "daily")
    for backup in superfluous(found(journal.path)):
        with translate_errors(backup.path):
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
