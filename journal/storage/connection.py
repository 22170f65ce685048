"""A journal's file: which one may be opened, how it is begun, and how the engine is told to keep it."""

import os
import sys
from pathlib import Path

from journal import paths
from journal.domain.errors import Fault, StorageError
from journal.outfile import replace
from journal.storage import migrations
from journal.storage.engine import PLAIN_HEADER, Database, Error, connect
from journal.storage.faults import fault_of, storage_error
from journal.storage.files import companions, discard

_ENCRYPTED_PAGE = 4096
_FOREIGN_PARTS = """
    SELECT count(*) FROM sqlite_schema
    WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'
"""
"""Triggers, views and virtual tables: none is ours, and each would do or show what the rows do not say."""


def check_passphrase(path: Path, passphrase: str | None) -> None:
    """Refuse what the engine cannot take for one. Raises StorageError."""
    if passphrase is not None and (not passphrase or any(sign in passphrase for sign in "\0\r\n")):
        raise storage_error(Fault.PASSPHRASE_ODD, path)


def check_place(path: Path, real: Path, create: bool) -> None:
    """Refuse what SQLite would open as a new and empty database, or not at all. Raises StorageError and OSError."""
    try:
        found = real.stat()
    except FileNotFoundError:
        if any(companion.exists() for companion in companions(real)):
            raise storage_error(Fault.LOST_FILE, path) from None
        if not create:
            begun = real.parent.is_dir() or in_data_folder(real)
            raise storage_error(Fault.MISSING if begun else Fault.NO_FOLDER, path) from None
        return
    if real.is_dir():
        raise storage_error(Fault.FOLDER, path)
    if not real.is_file():
        raise storage_error(Fault.NOT_A_FILE, path)
    if found.st_size == 0:
        raise storage_error(Fault.EMPTY, path)


def in_data_folder(real: Path) -> bool:
    """Whether the journal is where the platform keeps such files: a folder that need not be there yet."""
    return real.parent == Path(os.path.realpath(paths.data_folder()))


def begin(real: Path, passphrase: str | None) -> None:
    """Make a whole new journal beside its place, then put it there, so that no half-made one is ever found."""
    unfinished = real.with_name(f".{real.name}.new")
    discard(unfinished)
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        db = connect(unfinished, passphrase)
        try:
            db.execute("PRAGMA synchronous = EXTRA")
            migrations.apply(db)
        finally:
            db.close()
        replace(unfinished, real)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def connect_to(path: Path, real: Path, passphrase: str | None) -> Database:
    """Connect and read the header's words; nothing is written to a file that is not ours or newer than we are."""
    with real.open("rb") as file:
        start = file.read(_ENCRYPTED_PAGE)
    plain = start.startswith(PLAIN_HEADER)
    if plain and passphrase is not None:
        raise storage_error(Fault.NOT_PROTECTED, path)
    if not plain and passphrase is None:
        raise storage_error(Fault.PASSPHRASE_NEEDED if _looks_encrypted(start) else Fault.NOT_A_DATABASE, path)
    db = connect(real, passphrase)
    try:
        if db.execute("PRAGMA application_id").fetchone()[0] != migrations.APPLICATION_ID:
            raise storage_error(Fault.OTHER_PROGRAM, path)
        if version(db) > migrations.VERSION:
            raise storage_error(Fault.NEWER, path)
        if db.execute(_FOREIGN_PARTS).fetchone()[0]:
            raise storage_error(Fault.FOREIGN_PARTS, path)
    except Error as error:
        db.close()
        if not plain and fault_of(error) is Fault.NOT_A_DATABASE:
            raise storage_error(Fault.PASSPHRASE_WRONG, path) from error
        raise
    except StorageError:
        db.close()
        raise
    return db


def version(db: Database) -> int:
    """Return how many steps of the tables the file has seen."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _looks_encrypted(start: bytes) -> bool:
    """Whether a file's first page could be SQLCipher's: whole, and with nearly every byte value in it."""
    return len(start) == _ENCRYPTED_PAGE and len(set(start)) > 240


def prepare(db: Database, path: Path, read_only: bool) -> None:
    """Tell the engine to lose nothing and to leave nothing readable, or only to read. Raises StorageError."""
    if read_only:
        db.execute("PRAGMA query_only = ON")
        return
    if db.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
        raise storage_error(Fault.LOCKED, path)
    db.execute("PRAGMA synchronous = EXTRA")
    if sys.platform == "darwin":
        db.execute("PRAGMA fullfsync = ON")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA secure_delete = ON")  # what was deleted does not stay readable in the file's free pages
