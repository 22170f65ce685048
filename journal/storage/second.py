"""The second folder: a stick or another disk that gets a copy of every backup, when it is there."""

import hashlib
import os
import shutil
from datetime import datetime
from pathlib import Path

from journal.domain.errors import Fault, StorageError
from journal.outfile import replace
from journal.storage.backup import Backup, found, make, make_if_due
from journal.storage.faults import storage_error, translate_errors
from journal.storage.journal_settings import SECOND_BACKUP_FOLDER
from journal.storage.repository import Repository

KEPT = 20
"""Copies in the second folder; the oldest beyond them go, after a new one was verified."""


def folder_of(journal: Repository) -> Path | None:
    """Return the second folder the person chose; the journal itself remembers it. Raises StorageError."""
    return journal.setting(SECOND_BACKUP_FOLDER)


def choose(journal: Repository, folder: Path | None) -> None:
    """Remember the second folder, or that there is none. Raises StorageError."""
    journal.set_setting(SECOND_BACKUP_FOLDER, None if folder is None else folder.absolute())


def copies(journal: Path, folder: Path) -> tuple[str, ...]:
    """Return the names of that journal's copies in a folder, newest first; none where the folder is away."""
    try:
        names = os.listdir(folder)
    except OSError:
        return ()
    return tuple(sorted((name for name in names if _is_copy(journal, name)), reverse=True))


def bring(journal: Path, folder: Path) -> int:
    """Copy the newest backup there if it is not there yet, and return how many copies are.

    Each copy is compared with its backup before it gets its name. Raises StorageError: "no_folder" for a folder that
    is away now, which is no fault with a stick.
    """
    newest = next(iter(found(journal)), None)
    if not folder.is_dir():
        raise storage_error(Fault.NO_FOLDER, folder / "…")
    if newest is not None and not (folder / newest.path.name).exists():
        _copy(newest, folder)
        for name in copies(journal, folder)[KEPT:]:
            with translate_errors(folder / name):
                (folder / name).unlink(missing_ok=True)
    return len(copies(journal, folder))


def back_up(journal: Repository, now: datetime, *, reason: str = "", closing: bool = False) -> Backup | None:
    """Make a backup if one is due (or for a reason, at once), and bring it to the second folder if that is there.

    Reads through a connection of its own, so the journal may be in use, or closed. Raises StorageError.
    """
    with journal.reader() as reader:
        made = make(reader, now, reason) if reason else make_if_due(reader, now, closing_down=closing)
        folder = folder_of(reader)
    if folder is not None:
        try:
            bring(journal.path, folder)
        except StorageError as error:
            if error.fault is not Fault.NO_FOLDER:  # a stick that is not plugged in is no fault
                raise
    return made


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
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _is_copy(journal: Path, name: str) -> bool:
    return name.startswith(f"{journal.stem}_") and name.endswith(".sqlite")
