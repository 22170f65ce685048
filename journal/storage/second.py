"""The second folder: a stick or another disk that gets a copy of every backup, when it is there."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from journal.domain.errors import Fault, StorageError
from journal.outfile import replace
from journal.storage import backup_names
from journal.storage.backup import Backup, found, last, make, make_if_due, throw_away
from journal.storage.faults import storage_error, translate_errors
from journal.storage.journal_settings import SECOND_BACKUP_FOLDER
from journal.storage.repository import Repository

KEPT = 20
"""Copies of one journal in the second folder; the oldest beyond them go, after a new one was verified."""


def folder_of(journal: Repository) -> Path | None:
    """Return the second folder the person chose; the journal itself remembers it. Raises StorageError."""
    return journal.setting(SECOND_BACKUP_FOLDER)


def choose(journal: Repository, folder: Path | None) -> None:
    """Remember the second folder, or that there is none. Raises StorageError."""
    journal.set_setting(SECOND_BACKUP_FOLDER, None if folder is None else folder.absolute())


def copies(journal: Path, folder: Path, id: str = "") -> tuple[str, ...]:
    """Return the names of that journal's copies in a folder, newest first; none where the folder is away.

    id: the journal's; "" while it is not open, and then those of every journal whose file has that name.
    """
    try:
        names = os.listdir(folder)
    except OSError:
        return ()
    told = {name: read for name in names if (read := backup_names.read(folder / name)) and _is_of(read, journal, id)}
    return tuple(sorted(told, key=lambda name: (told[name].at is not None, told[name].at, name), reverse=True))


def bring(journal: Path, folder: Path, newest: Backup | None = None, id: str = "") -> int:
    """Copy the newest backup there if it is not there yet, and return how many copies are.

    Each copy is compared with its backup before it gets its name. Raises StorageError: "no_folder" for a folder that
    is away now, which is no fault with a stick.
    """
    newest = newest or next(iter(found(journal, id)), None)
    if not folder.is_dir():
        raise storage_error(Fault.NO_FOLDER, folder / "…")
    if newest is not None and not (folder / newest.path.name).exists():
        _copy(newest, folder)
    return len(copies(journal, folder, id))


def back_up(journal: Repository, now: datetime, *, reason: str = "", closing: bool = False) -> Backup | None:
    """Make a backup if one is due (or for a reason, at once), and bring it to the second folder if that is there.

    Reads through a connection of its own, so the journal may be in use, or closed. Raises StorageError.
    """
    with journal.reader() as reader:
        made = make(reader, now, reason) if reason else make_if_due(reader, now, closing_down=closing)
        folder = folder_of(reader)
        if folder is not None:
            try:
                bring(reader.path, folder, made or last(found(reader.path, reader.id), now), reader.id)
                _thin(reader, folder, now)
            except StorageError as error:
                if error.fault is not Fault.NO_FOLDER:  # a stick that is not plugged in is no fault
                    raise
    return made


def _thin(journal: Repository, folder: Path, now: datetime) -> None:
    """Keep the newest copies that the journal made under its present name."""
    own = []
    for copy in copies(journal.path, folder, journal.id):
        name = backup_names.read(folder / copy)
        if name is not None and name.is_made_by(journal.path) and name.at is not None and name.at <= now:
            own.append(folder / copy)
    throw_away(journal, own[KEPT:])


def _is_of(name: backup_names.Name, journal: Path, id: str) -> bool:
    return name.may_be_of(id) if id and name.tag else name.is_after(journal)


def _copy(backup: Backup, folder: Path) -> None:
    place = folder / backup.path.name
    unfinished = folder / f".{place.name}.part"
    with translate_errors(place):
        try:
            unfinished.unlink(missing_ok=True)
            os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            shutil.copyfile(backup.path, unfinished)
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            if _digest(unfinished) != _digest(backup.path):
                raise storage_error(Fault.BACKUP_FAILED, place)
            replace(unfinished, place)
        except (OSError, StorageError):
            unfinished.unlink(missing_ok=True)
            raise


def _digest(path: Path) -> bytes:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
