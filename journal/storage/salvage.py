"""Reading what can be read of a damaged journal, and beginning a new one with it; the damaged file is never touched.

A page that cannot be read takes with it what lies on it, and no more: each table is read from both ends up to the
damage. A record is taken only if all of it was read, as an entry without its marks would say "no symptoms".
"""

import contextlib
import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from journal.domain.errors import Fault, InvalidRecord
from journal.domain.records import Record, Records
from journal.outfile import replace
from journal.storage import recovery, rows
from journal.storage.connection import check_place
from journal.storage.damaged import Found, read_rows, scratch
from journal.storage.engine import Database, Error
from journal.storage.faults import storage_error, translate_errors
from journal.storage.files import check_name, discard
from journal.storage.lock import Lock
from journal.storage.repository import Repository

_WORDS = ("note", "said", "with_whom", "movement", "name")


@dataclass(frozen=True, slots=True)
class Torn:
    """What is left of a record that could not be read whole, for a person to write anew."""

    on: date | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came out of a damaged journal, and what did not."""

    records: Records
    lost: int
    """Records still named in it that cannot be read whole; others may be gone without a trace."""
    torn: tuple[Torn, ...] = ()
    """Those of the lost with words that could be read."""
    settings: tuple[tuple[str, str], ...] = ()
    """What the journal kept about itself: keys and texts."""


def salvage(path: Path, target: Path, passphrase: str | None = None) -> Salvaged:
    """Read what can be read from a damaged journal into a new one, which the same passphrase and code open.

    Raises StorageError, and then there is no new journal.
    """
    if os.path.lexists(target):
        raise storage_error(Fault.THERE_ALREADY, target)
    salvaged = read(path, passphrase)
    into(salvaged, target, None if passphrase is None else recovery.raw_key(path, passphrase))
    return salvaged


def read(path: Path, passphrase: str | None = None) -> Salvaged:
    """Read every record that is still whole. Raises StorageError if there is nothing."""
    path = path.absolute()
    real = Path(os.path.realpath(path))
    with translate_errors(path), _alone(real):
        check_place(path, real, create=False)
        salvaged = _whole(read_rows(path, real, passphrase))
    if not len(salvaged.records) and not salvaged.torn:
        raise storage_error(Fault.BEYOND_READING, path)
    return salvaged


def into(salvaged: Salvaged, target: Path, passphrase: str | None = None) -> None:
    """Begin a new journal at `target` with what was salvaged. Raises StorageError; a file there is refused."""
    target = target.absolute()
    if os.path.lexists(target):
        raise storage_error(Fault.THERE_ALREADY, target)
    unfinished = target.with_name(f".{target.name}.salvaged")
    with translate_errors(target):
        check_name(target)
    settings = [{"key": key, "value": value} for key, value in salvaged.settings]
    with translate_errors(target):
        try:
            discard(unfinished)
            with Repository.open(unfinished, passphrase=passphrase, staged=True) as journal:
                journal.save(*salvaged.records)
                journal.copy_to(lambda db, _key: db.tools.table("meta").insert_all(settings, replace=True))
            replace(unfinished, target)
        finally:
            discard(unfinished)


@contextlib.contextmanager
def _alone(real: Path) -> Iterator[None]:
    """Keep others from writing meanwhile, where a lock can be had at all."""
    lock = None
    with contextlib.suppress(OSError):
        lock = Lock(real)
    try:
        yield
    finally:
        if lock:
            lock.release()


def _whole(found: Found) -> Salvaged:
    """Make records of the rows by way of a scratch, from which they are read as always."""
    records: list[Record] = []
    torn: list[Torn] = []
    with closing(scratch()) as empty:
        for shape in rows.SHAPES.values():
            for id, row in found.owners[shape.owner].items():
                taken = _accept(empty, found, shape, id, row)
                records += taken
                if not taken:
                    torn += _left(shape.kind.when, row)
    lost = set().union(*found.known.values()) - {record.id for record in records}
    settings = tuple((key, text) for key, text in found.words if isinstance(key, str) and isinstance(text, str))
    return Salvaged(Records().saving(*records), len(lost), tuple(torn), settings)


def _accept(scratch: Database, found: Found, shape: rows.Shape, id: str, row: rows.Row) -> tuple[Record, ...]:
    """Return the record, or nothing if a part of it could not be read or what was read is no record."""
    if any(low <= id <= high for part in shape.parts for low, high in found.unread[part]):
        return ()
    try:
        shape.owner.insert(scratch, [row])
        for part in shape.parts:
            part.insert(scratch, found.parts[part].get(id, ()))
        return shape.read(scratch, [id])
    except (Error, InvalidRecord, ValueError, TypeError):
        return ()


def _left(when: str, row: rows.Row) -> Iterator[Torn]:
    words = tuple(row[name] for name in _WORDS if isinstance(row.get(name), str) and row[name])
    if words:
        on = None
        with contextlib.suppress(ValueError, TypeError):
            on = datetime.fromisoformat(row[when]).date()
        yield Torn(on, words)
