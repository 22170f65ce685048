"""Backups: verified copies of a journal, made before anything risky and once a day, thinned only after a good one.

A backup belongs to the journal whose id is inside it. Names only help to find it, and dates in them are hints.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from journal import paths
from journal.domain.errors import Fault, StorageError
from journal.storage import backup_names
from journal.storage.backup_names import ASIDE
from journal.storage.faults import storage_error, translate_errors
from journal.storage.files import check_name
from journal.storage.repository import Repository
from journal.storage.snapshot import Counts, counts, new_name, sound

KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY = 7, 4, 12
KEEP_ASIDE_DAYS = 90
"""For what a restore or an update put aside."""
_DAY = timedelta(days=1)


class Backup(NamedTuple):
    """One backup as its name tells it."""

    path: Path
    made_at: datetime
    """UTC; when the file was written, where its name tells no moment there is."""
    reason: str
    """"daily", "by-hand", "before-import" ..."""
    size: int
    """Bytes."""


class Owner:
    """Tells a journal's own backups from another's, by what is inside them."""

    def __init__(self, path: Path, id: str, record_ids: Callable[[], Collection[str]]) -> None:
        self._path = path
        self._id = id
        self._record_ids = record_ids

    @classmethod
    def of(cls, journal: Repository) -> "Owner":
        """Make it of an open journal, which has to stay open."""
        return cls(journal.path, journal.id, journal.record_ids)

    def has(self, path: Path, passphrase: str | None) -> bool:
        """Whether a file is a backup of the journal. Raises StorageError if it cannot be read with that passphrase."""
        with Repository.open_as_it_is(path, passphrase=passphrase) as copy:
            return self.made(copy)

    def made(self, copy: Repository) -> bool:
        """Whether an open file is a backup of the journal. One from before journals had an id shares a record with it.

        A copy of the journal that lies beside it under another name has the same id and backups of its own.
        """
        if not copy.id:
            return not self._records.isdisjoint(copy.record_ids())
        name = backup_names.read(copy.path)
        return copy.id == self._id and (name is None or not _of_another(name, self._path))

    @cached_property
    def _records(self) -> frozenset[str]:
        return frozenset(self._record_ids())


def make(journal: Repository, now: datetime, reason: str) -> Backup:
    """Back up an open journal into its own backup folder. Raises StorageError."""
    path = new_name(journal.path, journal.id, now, reason)
    journal.copy_file(path)
    with translate_errors(path):  # its folder may be gone again
        return Backup(path, now.astimezone(UTC), reason, path.stat().st_size)


def make_at(journal: Repository, path: Path) -> None:
    """Back up an open journal into a new file. Raises StorageError."""
    with translate_errors(path):
        check_name(path)
    journal.copy_file(path)


def examine(path: Path, passphrase: str | None, owner: Owner | None = None) -> int:
    """Read a backup through and return how many entries it holds. Raises StorageError if it is not whole.

    owner: whose it has to be; OTHER_JOURNAL is raised for another's.
    """
    with Repository.open_as_it_is(path, passphrase=passphrase) as copy:
        if owner is not None and not owner.made(copy):
            raise storage_error(Fault.OTHER_JOURNAL, path)
        held: Counts | None = copy.copy_to(lambda db, _passphrase: counts(db) if sound(db) else None)
    if held is None:
        raise storage_error(Fault.DAMAGED, path)
    return held.get("entries", 0)


def found(journal: Path, id: str = "") -> tuple[Backup, ...]:
    """Return the backups of that journal by their names, newest first: those of another's id or file are not.

    id: the journal's; "" while it is not open. Those from before journals had an id are all among them.
    """
    backups = []
    for path in _files(journal):
        name = backup_names.read(path)
        if name is None or not name.may_be_of(id) or _of_another(name, journal):
            continue
        with suppress(OSError):  # gone meanwhile, or nobody's to read: no reason to have none
            if path.is_file():
                state = path.stat()
                made_at = name.at or datetime.fromtimestamp(state.st_mtime, UTC)
                backups.append(Backup(path, made_at, name.reason, state.st_size))
    return tuple(sorted(backups, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))


def found_if_readable(journal: Path, id: str = "") -> tuple[Backup, ...]:
    """Return the backups of that journal, newest first; none where their folder cannot be read."""
    try:
        return found(journal, id)
    except StorageError:
        return ()


def last(backups: tuple[Backup, ...], now: datetime) -> Backup | None:
    """Return the newest of the backups (newest first) that a clock that was ahead did not date later than now."""
    return next((backup for backup in backups if backup.made_at <= now), None)


def make_if_due(journal: Repository, now: datetime, *, closing_down: bool = False) -> Backup | None:
    """Back up what changed since the newest backup: if that is over a day old, or on closing. Then thin.

    Returns None if nothing was due. Raises StorageError: a backup that failed is to be shown.
    """
    newest = last(_own(journal), now)
    with translate_errors(journal.path):
        changed = datetime.fromtimestamp(journal.path.stat().st_mtime, UTC)
    if newest is not None:
        if changed <= newest.made_at + timedelta(seconds=1):  # a backup's name knows whole seconds only
            return None
        if not closing_down and now - newest.made_at < _DAY:
            return None
    made = make(journal, now, "closing" if closing_down else "daily")
    past = tuple(backup for backup in _own(journal) if backup.made_at <= now)
    throw_away(journal, (backup.path for backup in (*superfluous(past), *outdated(past, now))))
    return made


def throw_away(journal: Repository, backups: Iterable[Path]) -> None:
    """Remove those of the files that are the journal's own backups; what cannot be read is left alone."""
    owner = Owner.of(journal)
    for path in backups:
        with suppress(StorageError):
            if not owner.has(path, journal.key):
                continue
            with translate_errors(path):
                path.unlink(missing_ok=True)


def superfluous(backups: tuple[Backup, ...]) -> tuple[Backup, ...]:
    """Return which of the backups (newest first) go beyond the newest of 7 days, 4 weeks and 12 months.

    Those of the last day before the newest all stay: one of them may be what an import is undone with. What was put
    aside is none of them.
    """
    backups = tuple(backup for backup in backups if backup.reason not in ASIDE)
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


def outdated(backups: tuple[Backup, ...], now: datetime) -> tuple[Backup, ...]:
    """Return what was put aside, and written, over 90 days ago.

    A clock that jumps ahead makes nothing old: so many backups of other days as are kept must have come since.
    """
    days = {backup.path: backup.made_at.date() for backup in backups if backup.reason not in ASIDE}
    old = []
    for backup in backups:
        if backup.reason in ASIDE and len({day for day in days.values() if day > backup.made_at.date()}) >= KEEP_DAILY:
            with translate_errors(backup.path):
                written = datetime.fromtimestamp(backup.path.stat().st_mtime, UTC)
            if now - max(written, backup.made_at) > KEEP_ASIDE_DAYS * _DAY:
                old.append(backup)
    return tuple(old)


def _own(journal: Repository) -> tuple[Backup, ...]:
    """Return the backups that the journal made under its present name since it has an id, newest first."""
    told = ((backup, backup_names.read(backup.path)) for backup in found(journal.path, journal.id))
    return tuple(backup for backup, name in told if name is not None and name.is_made_by(journal.path))


def _of_another(name: backup_names.Name, journal: Path) -> bool:
    """Whether the name tells of another journal that lies in the same folder."""
    folder = Path(os.path.realpath(journal)).parent  # the name may be "" or "."
    return bool(name.tag) and not name.is_after(journal) and os.path.lexists(folder / name.file)


def _files(journal: Path) -> Iterator[Path]:
    """Yield what lies in the journal's backup folder, and where earlier versions put some.

    They used a folder beside a link to the journal, and one for the file that a restore was made with.
    """
    real = Path(os.path.realpath(journal))
    link = journal.absolute()
    usual = paths.backup_folder(journal)
    for folder in dict.fromkeys(
        (usual, link.with_name(f"{link.stem}-backups"), real.with_name(f".{real.name}-backups"))
    ):
        if folder.is_dir():
            with translate_errors(folder):
                yield from sorted(folder.iterdir())
