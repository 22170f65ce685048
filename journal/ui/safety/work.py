"""What opening, closing and protecting a journal do to its file: pure functions, run off the window's thread."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journal.domain.entry import Entry
from journal.domain.errors import StorageError
from journal.domain.records import Records
from journal.storage import backup, protect, recovery, salvage, second
from journal.storage.backup import Backup
from journal.storage.files import make_folder
from journal.storage.repository import Repository

AUTO_LOCK = "auto_lock_minutes"
"""The word of the journal that says after how many idle minutes it locks; without it, five. 0: never."""
AUTO_LOCK_CHOICES = (0, 1, 2, 5, 10, 15, 30)
AUTO_LOCK_USUAL = 5
CODE_CHECKED = "recovery_code_checked"
"""The word that says that the recovery code was typed back; a new passphrase brings a new code."""
SYNCED_TOLD = "synced_folder_told"
"""The word that says that the person keeps the journal in a synced folder all the same."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A journal that is open, with everything in it."""

    repository: Repository
    records: Records
    by_code: bool = False
    """Whether the recovery code opened it."""


@dataclass(frozen=True, slots=True)
class Protected:
    """A journal that got another passphrase, or lost it."""

    passphrase: str | None
    code: str
    """The recovery code, or "" without a passphrase."""
    renewed: int
    left: int
    """Backups that follow the new passphrase, and that keep an earlier one."""


def open_journal(path: Path, words: str | None, *, create: bool = False, read_only: bool = False) -> Opened:
    """Open a journal with its passphrase or its recovery code. Raises StorageError."""
    by_code = False
    try:
        repository = Repository.open(path, passphrase=words, create=create, read_only=read_only)
    except StorageError as error:
        if error.code != "passphrase_wrong" or words is None or not recovery.looks_like_code(words):
            raise
        repository = Repository.open(path, passphrase=recovery.key(words), create=False, read_only=read_only)
        by_code = True
    try:
        return Opened(repository, repository.records(), by_code)
    except StorageError:
        repository.close()
        raise


def open_by_code(path: Path, code: str, *, read_only: bool = False) -> Opened:
    """Open a journal with its recovery code. Raises StorageError: "code_mistyped", "code_wrong" and others."""
    key = recovery.key(code)
    repository = Repository.open(path, passphrase=key, create=False, read_only=read_only)
    try:
        return Opened(repository, repository.records(), by_code=True)
    except StorageError:
        repository.close()
        raise


def begin(path: Path, passphrase: str | None) -> tuple[Opened, str]:
    """Begin a new journal, and return it with its recovery code ("" without a passphrase). Raises StorageError."""
    protect.check_new(path, passphrase)
    make_folder(path.absolute().parent)
    repository = Repository.open(path, passphrase=passphrase)
    code = "" if passphrase is None else recovery.code(path, passphrase)
    return Opened(repository, repository.records()), code


def change_passphrase(path: Path, old: str | None, new: str | None, now: datetime, *, renew: bool) -> Protected:
    """Give a closed journal another passphrase, or none, and its backups too if asked. Raises StorageError."""
    if old is not None and recovery.looks_like_code(old):
        try:
            Repository.open(path, passphrase=old, create=False, read_only=True).close()
        except StorageError as error:
            if error.code != "passphrase_wrong":
                raise
            old = recovery.key(old)
    protect.change_passphrase(path, old, new, now)
    with Repository.open(path, passphrase=new, create=False) as journal:
        journal.keep_word(CODE_CHECKED, None)
    renewed, left = protect.renew_backups(path, old, new) if renew else (0, len(backup.found(path)))
    return Protected(new, "" if new is None else recovery.code(path, new), renewed, left)


def auto_lock(repository: Repository) -> int:
    """Return after how many idle minutes the journal locks; 0 for never, or where there is no passphrase."""
    if not repository.protected:
        return 0
    word = repository.word(AUTO_LOCK) or ""
    return int(word) if word.isdecimal() else AUTO_LOCK_USUAL


def back_up(repository: Repository, now: datetime, *, reason: str = "", closing: bool = False) -> Backup | None:
    """Make a backup if one is due (or for a reason, at once), and bring it to the second folder if that is there.

    Reads through a connection of its own, so the journal may be in use, or closed. Raises StorageError.
    """
    with repository.reader() as reader:
        if reason:
            made: Backup | None = backup.make(reader, now, reason)
        else:
            made = backup.make_if_due(reader, now, closing_down=closing)
        folder = second.folder_of(reader)
        path = reader.path
    if folder is not None:
        try:
            second.bring(path, folder)
        except StorageError as error:
            if error.code != "no_folder":  # a stick that is not plugged in is no fault
                raise
    return made


def move(repository: Repository, place: Path) -> None:
    """Copy a closed journal to another place, verified, and put the former file aside under a name that says so.

    Raises StorageError, and then the journal is where it was.
    """
    make_folder(place.parent, deep=True)
    with repository.reader() as reader:
        reader.copy_to(lambda db, passphrase: backup.snapshot(db, place, passphrase))
    old = repository.path
    aside = old.with_name(f"{old.stem}-moved{old.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = old.with_name(f"{old.stem}-moved-{number}{old.suffix}")
    old.rename(aside)


def elsewhere(repository: Repository, records: Records, place: Path) -> None:
    """Keep everything that is open in a new journal, as its own file cannot be written. Raises StorageError."""
    with repository.begin_elsewhere(place) as new:
        new.save(*records)


def salvage_into(path: Path, words: str | None, place: Path) -> salvage.Salvaged:
    """Read what a damaged journal still tells into a new one with the same passphrase. Raises StorageError."""
    salvaged = salvage.read(path, words)
    salvage.into(salvaged, place, words)
    return salvaged


def only(entry: Entry) -> Records:
    """Return records with that entry alone."""
    return Records(entries=(entry,))
