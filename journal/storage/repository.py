"""The journal: one file, one connection, records in and records out."""

import contextlib
import os
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from journal import paths
from journal.domain.draft import Draft
from journal.domain.entry import Entry
from journal.domain.errors import StorageError
from journal.domain.records import Record, Records
from journal.outfile import replace
from journal.storage import drafts, migrations, rows
from journal.storage.backup import before_migrating, sound
from journal.storage.engine import PLAIN_HEADER, Database, Error, connect
from journal.storage.faults import code_of, fault, told
from journal.storage.files import companions, discard, discard_left, make_folder, private
from journal.storage.lock import Lock

_SAMPLE = "sample"
_ENCRYPTED_PAGE = 4096
_IDS_A_TIME = 500


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
    def protected(self) -> bool:
        """Whether it takes a passphrase to open it."""
        return self._passphrase is not None

    @property
    def key(self) -> str | None:
        """The passphrase, for those who work on the closed file: nobody keeps it longer than that takes."""
        return self._passphrase

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
            raise fault("there_already", path)
        with told(path):
            make_folder(path.absolute().parent)
        return Repository.open(path, passphrase=self._passphrase)

    @classmethod
    def open(
        cls, path: Path, *, passphrase: str | None = None, create: bool = True, read_only: bool = False
    ) -> "Repository":
        """Open the journal, or begin one if there is none and `create`.

        A journal opened for writing is locked against every other writer until it is closed; `read_only` needs no
        lock, so it works beside an open window. Folders are made 0700, files 0600.
        """
        path = path.absolute()
        lock = None
        with told(path):
            real = Path(os.path.realpath(path))  # so that a link and its target share their lock and companions
            _check_passphrase(path, passphrase)
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
                        before_migrating(db, path, passphrase)
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
        with told(path):
            real = Path(os.path.realpath(path))
            _check_passphrase(path, passphrase)
            check_place(path, real, create=False)
            db = _connect(path, real, passphrase)
            db.execute("PRAGMA query_only = ON")
            return cls(path, db, None, passphrase)

    @property
    def sample(self) -> bool:
        """Whether this is made-up data, to be marked as such wherever it shows."""
        return self.word(_SAMPLE) is not None

    def mark_as_sample(self) -> None:
        """Mark the journal as made-up data, for ever."""
        self.keep_word(_SAMPLE, "1")

    def word(self, key: str) -> str | None:
        """Return what the journal says about itself under that key, or None."""
        with told(self.path):
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
            return None if row is None else str(row[0])

    def keep_word(self, key: str, value: str | None) -> None:
        """Keep a word about the journal itself inside it; None removes it."""
        with told(self.path), self._db.atomic():
            self._db.execute("DELETE FROM meta WHERE key = ?", [key])
            if value is not None:
                self._db.execute("INSERT INTO meta (key, value) VALUES (?, ?)", [key, value])

    def draft(self, *, editing: bool) -> Draft | None:
        """Return the unfinished check-in, or the unfinished change of an entry; None if there is none."""
        return drafts.read(self.word(drafts.key(editing=editing)), editing=editing)

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is unfinished in place of what was."""
        self.keep_word(drafts.key(editing=draft.editing), drafts.write(draft))

    def drop_draft(self, *, editing: bool) -> None:
        """Forget what was unfinished: it has been saved or given up."""
        self.keep_word(drafts.key(editing=editing), None)

    def records(self) -> Records:
        """Return everything, each kind oldest first."""
        return self._read(None)

    def entry(self, id: str) -> Entry | None:
        """Return one entry, or None if there is none with that id."""
        return next(iter(self._read([id]).entries), None)

    def save(self, *records: Record) -> None:
        """Insert the records, or replace those with the same id: all of them or none, durable on return."""
        last = {(type(record), record.id): record for record in records}
        by_table: dict[rows.Table, list[rows.Row]] = defaultdict(list)
        for record in last.values():
            for table, row in rows.of(record):
                by_table[table].append(row)

        def write() -> None:
            for kind, id in last:
                self._db.execute(f"DELETE FROM {rows.OWNERS[kind].name} WHERE id = ?", [id])
            for table in sorted(by_table, key=rows.PARENTS_FIRST.index):
                self._db.conn.executemany(table.insert, by_table[table])

        self._write(write)

    def delete(self, *ids: str) -> tuple[Record, ...]:
        """Delete the records with those ids and return them: saving them again undoes it. Unknown ids are skipped."""
        found: list[Record] = []
        wanted = list(dict.fromkeys(ids))

        def write() -> None:
            for start in range(0, len(wanted), _IDS_A_TIME):
                found.extend(self._read(wanted[start : start + _IDS_A_TIME]))
            for record in found:
                self._db.execute(f"DELETE FROM {rows.OWNERS[type(record)].name} WHERE id = ?", [record.id])

        self._write(write)
        return tuple(found)

    def copy_to(self, copy: Callable[[Database, str | None], Any]) -> Any:  # noqa: ANN401 - what `copy` returns
        """Hand the connection to a copier of this package, such as backup.snapshot."""
        with told(self.path):
            return copy(self._db, self._passphrase)

    def check(self) -> None:
        """Read every page and every record. Raises StorageError "damaged" if any does not hold together."""
        with told(self.path):
            if not sound(self._db):
                raise fault("damaged", self.path)
        self.records()

    def close(self) -> None:
        """Close the file and let others write."""
        with told(self.path):
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
        with told(self.path):
            try:
                return rows.read(self._db, ids)
            except (ValueError, TypeError) as error:  # a row that is no record
                raise fault("damaged", self.path) from error

    def _write(self, write: Callable[[], None]) -> None:
        with told(self.path), self._db.atomic():
            write()


def _check_passphrase(path: Path, passphrase: str | None) -> None:
    if passphrase is not None and (not passphrase or any(sign in passphrase for sign in "\0\r\n")):
        raise fault("passphrase_odd", path)


def check_place(path: Path, real: Path, create: bool) -> None:
    """Refuse what SQLite would open as a new and empty database, or not at all. Raises StorageError and OSError."""
    try:
        found = real.stat()
    except FileNotFoundError:
        if any(companion.exists() for companion in companions(real)):
            raise fault("lost_file", path) from None
        if not create:
            begun = real.parent.is_dir() or _in_data_folder(real)
            raise fault("missing" if begun else "no_folder", path) from None
        return
    if real.is_dir():
        raise fault("folder", path)
    if not real.is_file():
        raise fault("not_a_file", path)
    if found.st_size == 0:
        raise fault("empty", path)


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
        raise fault("not_protected", path)
    if not plain and passphrase is None:
        raise fault("passphrase_needed" if _looks_encrypted(start) else "not_a_database", path)
    db = connect(real, passphrase)
    try:
        if db.execute("PRAGMA application_id").fetchone()[0] != migrations.APPLICATION_ID:
            raise fault("other_program", path)
        if _version(db) > migrations.VERSION:
            raise fault("newer", path)
    except Error as error:
        db.close()
        if not plain and code_of(error) == "not_a_database":
            raise fault("passphrase_wrong", path) from error
        raise
    except StorageError:
        db.close()
        raise
    return db


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
        raise fault("locked", path)
    db.execute("PRAGMA synchronous = EXTRA")
    if sys.platform == "darwin":
        db.execute("PRAGMA fullfsync = ON")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA secure_delete = ON")  # what was deleted does not stay readable in the file's free pages
