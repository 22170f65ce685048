"""Putting a backup in the journal's place: verified and staged first, with what was there kept aside."""

import contextlib
import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journal.domain.errors import StorageError
from journal.domain.records import Records
from journal.outfile import replace
from journal.storage.backup_names import BEFORE_RESTORE
from journal.storage.engine import play_back
from journal.storage.faults import translate_errors
from journal.storage.files import companions, discard, make_folder, private
from journal.storage.journal_settings import FORMER_FILES, ID
from journal.storage.lock import Lock
from journal.storage.repository import Repository
from journal.storage.snapshot import new_name


def restore(journal: Path, source: Path, now: datetime, passphrase: str | None = None) -> tuple[Records, Path | None]:
    """Make the journal what the backup `source` holds, with its key; a kill at any moment leaves the one or the other.

    Returns what the journal holds now, and where the former journal was put (None if there was none). Nobody else
    may have the journal open. Raises StorageError, and then the journal is as it was.
    """
    real = Path(os.path.realpath(journal))
    staged = real.with_name(f".{real.name}.restored")
    with translate_errors(journal):
        make_folder(real.parent)
        lock = Lock(real)
        try:
            try:
                play_back(real)
                former = _former(real, passphrase)
                records, id = _stage(source, staged, passphrase, former)
                aside = _keep_aside(journal, real, id, now, passphrase) if real.exists() else None
                for companion in companions(real):  # copied aside; left here, SQLite would play it into the new file
                    companion.unlink(missing_ok=True)
                replace(staged, real)
            finally:
                discard(staged)
        finally:
            lock.release()
    return records, aside


def preview(journal: Path, source: Path, passphrase: str | None = None) -> Records:
    """Return what the journal would hold after restoring `source`; neither file is touched. Raises StorageError."""
    real = Path(os.path.realpath(journal))
    staged = real.with_name(f".{real.name}.preview")
    with translate_errors(journal):
        make_folder(real.parent)
        try:
            return _stage(source, staged, passphrase)[0]
        finally:
            discard(staged)


@dataclass(frozen=True, slots=True)
class _Former:
    """What a journal stays whatever is restored into it."""

    id: str = ""
    files: tuple[str, ...] = ()


def _former(real: Path, passphrase: str | None) -> _Former:
    """Read it from the journal as it is; nothing where it does not open."""
    with contextlib.suppress(StorageError), Repository.open_as_it_is(real, passphrase=passphrase) as former:
        return _Former(former.id, former.setting(FORMER_FILES))
    return _Former()


def _stage(source: Path, staged: Path, passphrase: str | None, former: _Former | None = None) -> tuple[Records, str]:
    """Copy the backup beside the journal, verify it, bring it to this version, and read every record.

    Returns the id it has there: that of the journal whose place it takes, which so keeps its backups.
    """
    discard(staged)
    with Repository.open_as_it_is(source, passphrase=passphrase) as backup:
        backup.copy_file(staged)
    with Repository.open(staged, passphrase=passphrase, create=False, staged=True) as copy:
        if former is not None and former.id:
            copy.set_setting(ID, former.id)
            copy.set_setting(FORMER_FILES, tuple(dict.fromkeys((*former.files, *copy.setting(FORMER_FILES)))))
        return copy.records(), copy.id


def _keep_aside(journal: Path, real: Path, id: str, now: datetime, passphrase: str | None) -> Path:
    """Back up the former journal; one that cannot be opened is copied as it lies there, companions and all."""
    aside = new_name(journal, id, now, BEFORE_RESTORE)
    with contextlib.suppress(StorageError):
        with Repository.open_as_it_is(real, passphrase=passphrase) as former:
            former.copy_file(aside)
        return aside
    for old, new in zip((real, *companions(real)), (aside, *companions(aside)), strict=True):
        if old.exists():
            unfinished = new.with_name(f".{new.name}.part")
            shutil.copyfile(old, unfinished)
            private(unfinished)
            replace(unfinished, new)
    return aside
