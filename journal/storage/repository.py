"""The journal: one file, one connection, records in and records out."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from journal.domain.draft import Draft
from journal.domain.entry import Entry
from journal.domain.errors import Fault, StorageError
from journal.domain.movement import MovementTry
from journal.domain.records import Record, Records
from journal.outfile import tell_of_disk
from journal.storage import connection, journal_settings, migrations, recovery, rows
from journal.storage.engine import Database, Error
from journal.storage.faults import fault_of, storage_error, translate_errors
from journal.storage.files import check_name, discard_left, make_folder, private
from journal.storage.journal_settings import Setting
from journal.storage.lock import Lock
from journal.storage.snapshot import before_migrating, snapshot, sound

T = TypeVar("T")


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
        self._turn = threading.RLock()
        """Held by whoever writes: a long change beside the window's thread is one transaction of this connection."""

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
            connection.check_passphrase(path, passphrase)
            if not (read_only or staged):
                check_name(real)
            connection.check_place(path, real, create and not read_only)
            if create and not read_only:
                make_folder(real.parent, deep=connection.in_data_folder(real))
            try:
                if not read_only:
                    lock = Lock(real)
                    discard_left(real)
                if not real.exists():
                    connection.begin(real, passphrase)
                db = connection.connect_to(path, real, passphrase)
                try:
                    if connection.version(db) < migrations.VERSION:
                        lock = lock or Lock(real)
                        if not staged:
                            id = journal_settings.ID.decode(_kept(db, journal_settings.ID))
                            before_migrating(db, path, id, passphrase)
                        migrations.apply(db)
                    connection.prepare(db, path, read_only)
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
            connection.check_passphrase(path, passphrase)
            connection.check_place(path, real, create=False)
            db = connection.connect_to(path, real, passphrase)
            db.execute("PRAGMA query_only = ON")
            return cls(path, db, None, passphrase)

    @property
    def sample(self) -> bool:
        """Whether this is made-up data, to be marked as such wherever it shows."""
        return self.setting(journal_settings.SAMPLE)

    def setting(self, setting: Setting[T]) -> T:
        """Return what the journal keeps about itself, or the setting's default."""
        with translate_errors(self.path):
            return setting.decode(_kept(self._db, setting))

    def set_setting(self, setting: Setting[T], value: T) -> None:
        """Keep something about the journal inside it."""
        text = setting.encode(value)

        def write() -> None:
            self._db.tools.table("meta").delete_where("key = ?", [setting.key])
            if text is not None:
                self._db.tools.table("meta").insert({"key": setting.key, "value": text})

        self._write(write, lambda: _kept(self._db, setting) == text)

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
        self.change(records)

    def delete(self, *ids: str) -> tuple[Record, ...]:
        """Delete the records with those ids and return them: saving them again undoes it. Unknown ids are skipped."""
        return self.change((), ids)

    def change(
        self, records: Sequence[Record], ids: Iterable[str] = (), done: Callable[[int], object] = lambda _count: None
    ) -> tuple[Record, ...]:
        """Delete and save as one change, all of it or nothing; return what was deleted.

        done: told how many records are deleted and saved so far; what it raises leaves the file as it was.
        """
        last = {record.id: record for record in records}
        gone: dict[str, Record] = {}

        def write() -> None:
            gone.clear()
            for some in rows.batches(list(dict.fromkeys(ids))):
                found = self._some(some)
                rows.delete(self._db, found.values())
                gone.update(found)
                done(len(gone))
            rows.write(self._db, last.values(), lambda count: done(len(gone) + count))

        def written() -> bool:
            return self._some(list(last)) == last and not self._some([id for id in gone if id not in last])

        self._write(write, written)
        return tuple(gone.values())

    def copy_to(self, copy: Callable[[Database, str | None], Any]) -> Any:
        """Hand the connection to a copier of this package, such as snapshot.counts."""
        with translate_errors(self.path):
            return copy(self._db, self._passphrase)

    def copy_file(self, target: Path) -> None:
        """Make a verified copy with the same key, which must be a new file."""
        self.copy_to(lambda db, passphrase: snapshot(db, target, passphrase, self._turn))

    def check(self) -> None:
        """Read every page and every record. Raises StorageError "damaged" if any does not hold together."""
        with translate_errors(self.path):
            if not sound(self._db):
                raise storage_error(Fault.DAMAGED, self.path)
        self.records()

    def close(self) -> None:
        """Close the file and let others write."""
        with translate_errors(self.path), self._turn:
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
        for some in rows.batches(ids):
            found.extend(self._read(some))
        return {record.id: record for record in found}

    def _write(self, write: Callable[[], None], written: Callable[[], bool]) -> None:
        """Write, all of it or nothing. written: whether the file has it, where the disk fails at the very end.

        The engine reports a fault also when the change is in the file and only the folder could not be synced.
        """
        with translate_errors(self.path), self._turn:
            try:
                with self._db.tools.atomic():
                    write()
            except Error as error:
                if fault_of(error) is not Fault.IO_ERROR or not written():
                    raise
                tell_of_disk(self.path, "")


def _draft(editing: bool) -> Setting[Draft | None]:
    return journal_settings.DRAFT_OF_EDIT if editing else journal_settings.DRAFT


def _kept(db: Database, setting: Setting[Any]) -> str | None:
    """Read a setting's text; None where it is the default, or there are no tables yet."""
    return next((row["value"] for row in db.rows("meta", "key = ?", [setting.key])), None)
