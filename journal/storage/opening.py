"""A journal opened or begun with everything in it; and taken to another place."""

import os
from pathlib import Path
from typing import NamedTuple, TypeVar

from journal import paths
from journal.domain import checks
from journal.domain.errors import Fault, StorageError
from journal.domain.records import Records
from journal.outfile import replace
from journal.storage import backup_names, protect, recovery
from journal.storage.faults import storage_error, translate_errors
from journal.storage.files import discard, make_folder
from journal.storage.journal_settings import FORMER_FILES, ID, Setting
from journal.storage.keys import composed, with_key
from journal.storage.repository import Repository

T = TypeVar("T")


class Opened(NamedTuple):
    """A journal that is open, with everything in it."""

    repository: Repository
    records: Records


def open_journal(path: Path, typed: str | None, *, is_code: bool = False, read_only: bool = False) -> Opened:
    """Open a journal with its passphrase or its recovery code. Raises StorageError.

    is_code: whether it was asked for as the code, and nothing else will do.
    """
    if not read_only:
        refuse_backup(path)
    if is_code and typed:
        typed = recovery.key(typed)

    def use(key: str | None) -> Opened:
        return read(Repository.open(path, passphrase=key, create=False, read_only=read_only))

    return with_key(use, typed)


def refuse_backup(path: Path) -> None:
    """Refuse to write in a backup: it would be thinned away with what was written. Raises StorageError."""
    if backup_names.read(Path(os.path.realpath(path))) is not None:
        raise storage_error(Fault.IS_BACKUP, path)


def recovery_code(path: Path, passphrase: str | None) -> str:
    """Return the recovery code ("" without a passphrase) if the passphrase opens the journal. Raises StorageError."""

    def use(key: str | None) -> str | None:
        Repository.open(path, passphrase=key, create=False, read_only=True).close()
        return key

    key = with_key(use, passphrase)
    return "" if key is None else recovery.code(path, key)


def read(repository: Repository) -> Opened:
    """Return an open journal with its records; one that cannot be read is closed. Raises StorageError."""
    try:
        return Opened(repository, repository.records())
    except StorageError:
        repository.close()
        raise


def begin(path: Path, passphrase: str | None) -> tuple[Opened, str]:
    """Begin a new journal, and return it with its recovery code ("" without a passphrase). Raises StorageError."""
    protect.check_new(path, passphrase)
    passphrase = composed(passphrase)
    make_folder(path.absolute().parent)
    opened = read(Repository.open(path, passphrase=passphrase))
    return opened, "" if passphrase is None else recovery.code(path, passphrase)


def move(journal: Repository, place: Path) -> None:
    """Copy a closed journal to another place, verified, and put the former file aside under a name that says so.

    Raises StorageError, and then the journal is where it was.
    """
    make_folder(place.parent, deep=True)
    old = Path(os.path.realpath(journal.path))
    aside, number = old.with_name(f"{old.stem}-moved{old.suffix}"), 1
    while os.path.lexists(aside):
        number += 1
        aside = old.with_name(f"{old.stem}-moved-{number}{old.suffix}")
    with journal.reader() as reader:
        former = (*reader.setting(FORMER_FILES), str(aside), str(paths.backup_folder(old)))
        _copy_file(reader, place, FORMER_FILES, former)
    old.rename(aside)


def copy_as_journal(backup: Path, place: Path, passphrase: str | None) -> None:
    """Begin a journal of its own with what a backup holds, and its key. Raises StorageError."""
    with Repository.open_as_it_is(backup, passphrase=passphrase) as journal:
        _copy_file(journal, place, ID, checks.new_id())


def _copy_file(journal: Repository, place: Path, setting: Setting[T], value: T) -> None:
    """Copy an open journal with one setting changed. Raises StorageError; a file there is refused."""
    if os.path.lexists(place):
        raise storage_error(Fault.THERE_ALREADY, place)
    staged = place.with_name(f".{place.name}.restored")
    with translate_errors(place):
        discard(staged)
        try:
            journal.copy_file(staged)
            with Repository.open(staged, passphrase=journal.key, create=False, staged=True) as copy:
                copy.set_setting(setting, value)
            replace(staged, place)
        finally:
            discard(staged)
