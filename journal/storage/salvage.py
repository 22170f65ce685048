"""Reading what can still be read of a damaged journal. The damaged file is only read."""

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from journal.domain.records import KINDS, Record, Records
from journal.storage import migrations, recovery, rows
from journal.storage.engine import PLAIN_HEADER, Database, Error, connect, in_memory
from journal.storage.faults import code_of, fault, told
from journal.storage.repository import Repository

Found = TypeVar("Found")
_GIVES_UP_AFTER = 2_000
"""Failed reads. Each needs a fresh connection: an encrypted file's one refuses everything after its first bad page."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came out of a damaged journal."""

    records: Records
    lost: int
    """Records that are still named in it but cannot be read; others may be gone without a trace."""


def read(journal: Path, passphrase: str | None = None) -> Salvaged:
    """Read every record that is still whole: never one without its marks. Raises StorageError if there is none."""
    with told(journal), closing(_File(journal, passphrase)) as file, closing(in_memory()) as scratch:
        migrations.apply(scratch)
        found: list[Record] = []
        lost = 0
        for kind in KINDS:
            shape = rows.SHAPES[kind.name]
            for id, row in file.owners(shape.owner).items():
                record = _record(file, scratch, shape, id, row)
                found += record
                lost += not record
    if not found:
        raise fault("beyond_reading", journal)
    return Salvaged(Records().saving(*found), lost)


def into(salvaged: Salvaged, target: Path, passphrase: str | None = None) -> None:
    """Begin a new journal at `target` with what was salvaged. Raises StorageError; a file there is refused."""
    if os.path.lexists(target):
        raise fault("there_already", target)
    with Repository.open(target, passphrase=passphrase) as journal:
        journal.save(*salvaged.records)


def _record(file: "_File", scratch: Database, shape: rows.Shape, id: str, row: rows.Row | None) -> tuple[Record, ...]:
    """Read one record by way of the scratch, from which it is read as always; none if a part of it is unreadable."""
    with contextlib.suppress(Error, ValueError, TypeError):
        owner = [row] if row is not None else file.of(shape.owner, id)
        parts = [(part, file.of(part, id)) for part in shape.parts]
        scratch.conn.executemany(shape.owner.insert, owner)
        for part, found in parts:
            scratch.conn.executemany(part.insert, found)
        return shape.read(scratch, [id])
    return ()


class _File:
    """A damaged file, opened anew after each page that cannot be read."""

    def __init__(self, path: Path, passphrase: str | None) -> None:
        self._path = path
        with path.open("rb") as file:
            plain = file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
        self._key = None if plain else passphrase
        if self._key is not None and not recovery.is_key(self._key):
            # the raw key opens at once, where the passphrase would be derived for every connection
            self._key = recovery.key(recovery.code(path, self._key))
        self._failures = 0
        self._db: Database | None = None
        self._check_key()

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def of(self, table: rows.Table, id: str) -> list[rows.Row]:
        """The rows of one record in one table. Raises `Error`."""
        return self._read(lambda db: table.read(db, [id]))

    def owners(self, table: rows.Table) -> dict[str, rows.Row | None]:
        """Every record the table or its index still names, with its row where that can be read."""
        found: dict[str, rows.Row | None] = {}
        for row in self._walk(table):
            if isinstance(row[0], str):
                found[row[0]] = row
        for order in ("ASC", "DESC"):  # the index, from both sides of damage
            with contextlib.suppress(Error):
                for (id,) in self._each(f'SELECT id FROM "{table.name}" ORDER BY id {order}'):
                    if isinstance(id, str):
                        found.setdefault(id, None)
        return found

    def _walk(self, table: rows.Table) -> Iterator[rows.Row]:
        """The rows one after another, leaping over what cannot be read with ever longer leaps."""
        columns = ", ".join(table.columns)
        last = self._edge(table)
        at, leap = 0, 1
        while last is None or at <= last:
            try:
                for number, *row in self._each(
                    f'SELECT rowid, {columns} FROM "{table.name}" WHERE rowid >= {at} ORDER BY rowid'
                ):
                    at, leap = number + 1, 1
                    yield tuple(row)
                return
            except Error:
                if last is None:
                    return
                at, leap = at + leap, min(leap * 2, 16)

    def _edge(self, table: rows.Table) -> int | None:
        """The highest number of a row, or None if even that cannot be told."""
        with contextlib.suppress(Error):
            found = self._read(lambda db: db.execute(f'SELECT max(rowid) FROM "{table.name}"').fetchone()[0])
            return int(found or 0)
        return None

    def _each(self, query: str) -> Iterator[rows.Row]:
        cursor = self._read(lambda db: db.execute(query))
        while (row := self._read(lambda _db: cursor.fetchone())) is not None:
            yield row

    def _read(self, use: Callable[[Database], Found]) -> Found:
        if self._db is None:
            if self._failures > _GIVES_UP_AFTER:
                raise fault("beyond_reading", self._path)
            self._db = connect(self._path, self._key)
        try:
            return use(self._db)
        except Error:
            self._failures += 1
            self.close()
            raise

    def _check_key(self) -> None:
        """Refuse a wrong passphrase here: later it would look like damage everywhere."""
        try:
            self._read(lambda db: db.execute("PRAGMA application_id").fetchone())
        except Error as error:
            code = code_of(error)
            wrong = code == "not_a_database" and self._key is not None
            raise fault("passphrase_wrong" if wrong else code, self._path) from error
