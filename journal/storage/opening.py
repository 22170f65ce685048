"""A journal opened or begun with everything in it; and taken to another place."""

from dataclasses import dataclass
from pathlib import Path

from journal.domain.errors import StorageError
from journal.domain.records import Records
from journal.storage import protect, recovery
from journal.storage.files import make_folder
from journal.storage.keys import with_key
from journal.storage.repository import Repository
from journal.storage.snapshot import snapshot


@dataclass(frozen=True, slots=True)
class Opened:
    """A journal that is open, with everything in it."""

    repository: Repository
    records: Records


def open_journal(path: Path, typed: str | None, *, is_code: bool = False, read_only: bool = False) -> Opened:
    """Open a journal with its passphrase or its recovery code. Raises StorageError.

    is_code: whether it was asked for as the code, and nothing else will do.
    """
    if is_code and typed:
        typed = recovery.key(typed)

    def use(key: str | None) -> Opened:
        return read(Repository.open(path, passphrase=key, create=False, read_only=read_only))

    return with_key(use, typed)


def recovery_code(path: Path, passphrase: str | None) -> str:
    """Return the recovery code ("" without a passphrase) if the passphrase opens the journal. Raises StorageError."""
    Repository.open(path, passphrase=passphrase, create=False, read_only=True).close()
    return "" if passphrase is None else recovery.code(path, passphrase)


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
    make_folder(path.absolute().parent)
    opened = read(Repository.open(path, passphrase=passphrase))
    return opened, "" if passphrase is None else recovery.code(path, passphrase)


def move(journal: Repository, place: Path) -> None:
    """Copy a closed journal to another place, verified, and put the former file aside under a name that says so.

    Raises StorageError, and then the journal is where it was.
    """
    make_folder(place.parent, deep=True)
    with journal.reader() as reader:
        reader.copy_to(lambda db, passphrase: snapshot(db, place, passphrase))
    old = journal.path
    aside, number = old.with_name(f"{old.stem}-moved{old.suffix}"), 1
    while aside.exists():
        number += 1
        aside = old.with_name(f"{old.stem}-moved-{number}{old.suffix}")
    old.rename(aside)
