"""The journal: one file, one connection, records in and records out."""

import contextlib
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from journal import paths
from journal.domain.draft import Draft
from journal.domain.entry import Entry
from journal.domain.errors import Fault, StorageError
from journal.domain.movement import MovementTry
from journal.domain.records import Record, Records
from journal.outfile import replace, tell_of_disk
from journal.storage import journal_settings, migrations, recovery, rows
from journal.storage.engine import PLAIN_HEADER, Database, Error, connect
from journal.storage.faults import fault_of, storage_error, translate_errors
from journal.storage.files import check_name, companions, discard, discard_left, make_folder, private
from journal.storage.journal_settings import Setting
from journal.storage.lock import Lock
from journal.storage.snapshot import before_migrating, sound

T = TypeVar("T")
_ENCRYPTED_PAGE = 4096


class Repository:
    """An open journal. Use `open`; every method raises StorageError and nothing else.

    Writing is durable on return: a rollback journal (DELETE) with synchronous EXTRA, so what was acknowledged
    survives a kill and a power cut, and one file is at rest.
    """

    def __init__(self, path: Path, db: Database, lock: Lock | None, passphrase: str | None) -> None:
        self.path = path
        self._db = db
        self._lock = lock
        self._passphrase = passphrase

    @property
    def id(self) -> str:
        """Which journal it is; "" in a file from before journals had one."""
        return self.setting(journal_settings.ID)

    @property
    def protected(self) -> bool:
        """Whether it takes a passphrase to open it."""
        return self._passphrase is not None

    @property
    def key(self) -> str | None:
        """The passphrase, for those who work on the closed file: nobody keeps it longer than that takes."""
        return self._passphrase

    @property
    def opened_by_code(self) -> bool:
        """Whether the recovery code opened it, in place of the passphrase."""
        return self._passphrase is not None and recovery.is_key(self._passphrase)

    @property
    def read_only(self) -> bool:
        """Whether it was opened only to be read."""
        return self._lock is None

    def reader(self) -> "Repository":
        """Open the same file once more, only to read: for work beside this one, or after it was closed."""
        return Repository.open(self.path, passphrase=self._passphrase, create=False, read_only=True)

    def reopen(self) -> "Repository":
        """Close the file and open it anew: after its disk or folder was away. Raises StorageError."""
        with contextlib.suppress(StorageError):
            self.close()
        return Repository.open(self.path, passphrase=self._passphrase, create=False, read_only=self.read_only)

    def begin_elsewhere(self, path: Path) -> "Repository":
        """Begin a new and empty journal with the same passphrase. Raises StorageError; a file there is refused."""
        if os.path.lexists(path):
            raise storage_error(Fault.THERE_ALREADY, path)
        with translate_errors(path):
            make_folder(path.absolute().parent)
        return Repository.open(path, passphrase=self._passphrase)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        passphrase: str | None = None,
        create: bool = True,
        read_only: bool = False,
        staged: bool = False,
    ) -> "Repository":
        """Open the journal, or begin one if there is none and `create`.

        A journal opened for writing is locked against every other writer until it is closed; `read_only` needs no
        lock, so it works beside an open window. Folders are made 0700, files 0600.

        staged: a copy that is being made a journal of; it has no backups.
        """
        path = path.absolute()
        lock = None
        with translate_errors(path):
            real = Path(os.path.realpath(path))  # so that a link and its target share their lock and companions
            _check_passphrase(path, passphrase)
            if not (read_only or staged):
                check_name(real)
            check_place(path, real, create and not read_only)
            if create and not read_only:
                make_folder(real.parent, deep=_in_data_folder(real))
            try:
                if not read_only:
                    lock = Lock(real)
                    discard_left(real)
                if not real.exists():
                    _begin(real, passphrase)
                db = _connect(path, real, passphrase)
                try:
                    if _version(db) < migrations.VERSION:
                        lock = lock or Lock(real)
                        if not staged:
                            before_migrating(db, path, _id(db), passphrase)
                        migrations.apply(db)
                    _prepare(db, path, read_only)
                except BaseException:
                    db.close()
                    raise
            except BaseException:
                if lock:
                    lock.release()
                raise
            if not read_only:
                private(real)
        return cls(path, db, lock, passphrase)

    @classmethod
    def open_as_it_is(cls, path: Path, *, passphrase: str | None = None) -> "Repository":
        """Open a journal or backup only to copy it: no lock, no migration, nothing written, whatever its version."""
        path = path.absolute()
        with translate_errors(path):
            real = Path(os.path.realpath(path))
            _check_passphrase(path, passphrase)
            check_place(path, real, create=False)
            db = _connect(path, real, passphrase)
            db.execute("PRAGMA query_only = ON")
            return cls(path, db, None, passphrase)

    @property
    def sample(self) -> bool:
        """Whether this is made-up data, to be marked as such wherever it shows."""
        return self.setting(journal_settings.SAMPLE)

    def setting(self, setting: Setting[T]) -> T:
        """Return what the journal keeps about itself, or the setting's default."""
        with translate_errors(self.path):
            kept = self._db.table("meta").rows_where("key = ?", [setting.key])
            return setting.decode(next((row["value"] for row in kept), None))

    def set_setting(self, setting: Setting[T], value: T) -> None:
        """Keep something about the journal inside it."""
        text = setting.encode(value)

        def write() -> None:
            self._db.table("meta").delete_where("key = ?", [setting.key])
            if text is not None:
                self._db.table("meta").insert({"key": setting.key, "value": text})

        def written() -> bool:
            kept = self._db.table("meta").rows_where("key = ?", [setting.key])
            return next((row["value"] for row in kept), None) == text

        self._write(write, written)

    def draft(self, *, editing: bool) -> Draft | None:
        """Return the unfinished check-in, or the unfinished change of an entry; None if there is none."""
        return self.setting(_draft(editing))

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is unfinished in place of what was."""
        self.set_setting(_draft(draft.editing), draft)

    def drop_draft(self, *, editing: bool) -> None:
        """Forget what was unfinished: it has been saved or given up."""
        self.set_setting(_draft(editing), None)

    def records(self) -> Records:
        """Return everything, each kind oldest first."""
        found = self._read(None)
        if len({record.id for record in found}) < len(found):  # deleting and undoing know a record by its id alone
            raise storage_error(Fault.DAMAGED, self.path)
        return found

    def entry(self, id: str) -> Entry | None:
        """Return one entry, or None if there is none with that id."""
        return next(iter(self._read([id]).entries), None)

    def near(self, first: datetime, last: datetime) -> Records:
        """Return the entries and the movements tried between two moments, both included: not the whole journal."""
        with translate_errors(self.path):
            ids = rows.ids_between(self._db, (Entry, MovementTry), first, last)
        return Records().saving(*self._some(ids).values())

    def record_ids(self) -> frozenset[str]:
        """Return the ids of everything."""
        with translate_errors(self.path):
            return rows.ids(self._db)

    def save(self, *records: Record) -> None:
        """Insert the records, or replace those with the same id: all of them or none, durable on return."""
        last = {record.id: record for record in records}
        self._write(lambda: rows.write(self._db, records), lambda: self._some(list(last)) == last)

    def delete(self, *ids: str) -> tuple[Record, ...]:
        """Delete the records with those ids and return them: saving them again undoes it. Unknown ids are skipped."""
        found: dict[str, Record] = {}

        def write() -> None:
            found.update(self._some(list(dict.fromkeys(ids))))
            for id, record in found.items():
                rows.SHAPES[type(record)].owner.delete(self._db, [id])

        self._write(write, lambda: not self._some(list(found)))
        return tuple(found.values())

    def copy_to(self, copy: Callable[[Database, str | None], Any]) -> Any:
        """Hand the connection to a copier of this package, such as backup.snapshot."""
        with translate_errors(self.path):
            return copy(self._db, self._passphrase)

    def check(self) -> None:
        """Read every page and every record. Raises StorageError "damaged" if any does not hold together."""
        with translate_errors(self.path):
            if not sound(self._db):
                raise storage_error(Fault.DAMAGED, self.path)
        self.records()

    def close(self) -> None:
        """Close the file and let others write."""
        with translate_errors(self.path):
            try:
                self._db.close()
            finally:
                if self._lock:
                    self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, ids: list[str] | None) -> Records:
        with translate_errors(self.path):
            try:
                return rows.read(self._db, ids)
            except (ValueError, TypeError) as error:  # a row that is no record
                raise storage_error(Fault.DAMAGED, self.path) from error

    def _some(self, ids: list[str]) -> dict[str, Record]:
        """Read the records of those ids; of an id that no record has there is none."""
        found: list[Record] = []
        for start in range(0, len(ids), rows.IDS_A_QUERY):
            found.extend(self._read(ids[start : start + rows.IDS_A_QUERY]))
        return {record.id: record for record in found}

    def _write(self, write: Callable[[], None], written: Callable[[], bool]) -> None:
        """Write, all of it or nothing. written: whether the file has it, where the disk fails at the very end.

        The engine reports a fault also when the change is in the file and only the folder could not be synced.
        """
        with translate_errors(self.path):
            try:
                with self._db.atomic():
                    write()
            except Error as error:
                if fault_of(error) is not Fault.IO_ERROR or not written():
                    raise
                tell_of_disk(self.path, "")


def _draft(editing: bool) -> Setting[Draft | None]:
    return journal_settings.DRAFT_OF_EDIT if editing else journal_settings.DRAFT


def _check_passphrase(path: Path, passphrase: str | None) -> None:
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
            begun = real.parent.is_dir() or _in_data_folder(real)
            raise storage_error(Fault.MISSING if begun else Fault.NO_FOLDER, path) from None
        return
    if real.is_dir():
        raise storage_error(Fault.FOLDER, path)
    if not real.is_file():
        raise storage_error(Fault.NOT_A_FILE, path)
    if found.st_size == 0:
        raise storage_error(Fault.EMPTY, path)


def _in_data_folder(real: Path) -> bool:
    """Whether the journal is where the platform keeps such files: a folder that need not be there yet."""
    return real.parent == Path(os.path.realpath(paths.data_folder()))


def _begin(real: Path, passphrase: str | None) -> None:
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


def _connect(path: Path, real: Path, passphrase: str | None) -> Database:
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
        if _version(db) > migrations.VERSION:
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


_FOREIGN_PARTS = """
    SELECT count(*) FROM sqlite_schema
    WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'
"""
"""Triggers, views and virtual tables: none is ours, and each would do or show what the rows do not say."""


def _id(db: Database) -> str:
    if not db.table("meta").exists():
        return ""
    kept = db.table("meta").rows_where("key = ?", [journal_settings.ID.key])
    return journal_settings.ID.decode(next((row["value"] for row in kept), None))


def _version(db: Database) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _looks_encrypted(start: bytes) -> bool:
    """Whether a file's first page could be SQLCipher's: whole, and with nearly every byte value in it."""
    return len(start) == _ENCRYPTED_PAGE and len(set(start)) > 240


def _prepare(db: Database, path: Path, read_only: bool) -> None:
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
