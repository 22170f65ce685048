"""The rows of a damaged file, each table read from both ends up to the damage; the file itself is never touched."""

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journal.domain.errors import Fault, StorageError
from journal.storage import migrations, recovery, rows
from journal.storage.engine import PLAIN_HEADER, Database, Error, connect, in_memory
from journal.storage.faults import storage_error
from journal.storage.files import companions, private

_PAGE = 4096
_LAST_ROW = 1 << 62
_DEEPEST, _DEEPEST_IN_VAIN = 7, 3
"""How often what lies between two damages is halved; less often where nothing could be read at all."""
_Bound = Any
"""A row's number, or an id or the beginning of one."""
_Span = tuple[_Bound, _Bound]
_Values = tuple[Any, ...]
_BEFORE = {"places_said": 1}
"""What a column not yet in an older file stands at there, where that is not NULL."""


@dataclass(slots=True)
class Found:
    """Rows as they were read, and what could not be."""

    words: list[_Values]
    owners: dict[rows.Table, dict[str, rows.Row]]
    parts: dict[rows.Table, dict[str, list[rows.Row]]]
    unread: dict[rows.Table, list[_Span]]
    """Spans of ids, both ends included, whose rows in that table could not all be read."""
    known: dict[rows.Table, set[str]]
    """Ids that something in the file speaks of."""

    def __len__(self) -> int:
        return sum(map(len, self.owners.values()))


class _Damaged:
    """A damaged file, opened anew after each page that cannot be read: SQLCipher gives out nothing more after one."""

    def __init__(self, path: Path, key: str | None, *, untouched: bool) -> None:
        self._path, self._key, self._untouched = path, key, untouched
        self._db: Database | None = None

    def read(self, query: str, *values: Any) -> tuple[list[_Values], bool]:
        """Return the rows up to the first that cannot be read, and whether those are all."""
        found: list[_Values] = []
        try:
            if self._db is None:
                self._db = connect(self._path, self._key, untouched=self._untouched)
                self._db.execute("PRAGMA writable_schema = ON")  # or a file cut short would not open at all
                self._db.connection.text_factory = _text
            for row in self._db.execute(query, values):
                found.append(row)
        except (Error, OverflowError):
            self.close()
            return found, False
        return found, True

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            self._db.close()
            self._db = None


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def read_rows(path: Path, real: Path, passphrase: str | None) -> Found:
    """Read the file as it lies there, and a copy with what a kill left beside it played back; whichever gives more.

    path: as the person named it; real: where it is. Raises StorageError if nothing of it can be read.
    """
    with real.open("rb") as opened:
        plain = opened.read(len(PLAIN_HEADER)) == PLAIN_HEADER
    if plain is (passphrase is not None):
        raise storage_error(Fault.NOT_PROTECTED if plain else Fault.PASSPHRASE_NEEDED, path)
    key = None if passphrase is None else recovery.raw_key(real, passphrase)
    left = [companion for companion in companions(real) if companion.exists()]
    torn = real.stat().st_size % _PAGE
    if not left and not torn:
        with closing(_Damaged(real, key, untouched=True)) as file:
            return _read(file, path, plain)
    attempts = []
    with tempfile.TemporaryDirectory(prefix="sciatica-journal-") as folder:
        copy = Path(folder) / real.name
        for some in ([], left) if left else ([],):
            for old in (real, *some):
                shutil.copyfile(old, copy.with_name(old.name))
                private(copy.with_name(old.name))
            if torn:  # what is there of the last page would be filled up with zeros, and be taken for empty rows
                os.truncate(copy, real.stat().st_size - torn)
            with closing(_Damaged(copy, key, untouched=not some)) as file:
                try:
                    attempts.append(_read(file, path, plain))
                except StorageError:
                    if not attempts and some == left:
                        raise
    return max(attempts, key=len)


def _read(file: _Damaged, path: Path, plain: bool) -> Found:
    numbers = {}
    for name in ("application_id", "user_version"):
        row, whole = file.read(f"PRAGMA {name}")
        if not whole:
            raise storage_error(Fault.BEYOND_READING if plain else Fault.PASSPHRASE_WRONG, path)
        numbers[name] = row[0][0]
    if numbers["application_id"] != migrations.APPLICATION_ID:
        raise storage_error(Fault.OTHER_PROGRAM, path)
    if numbers["user_version"] > migrations.VERSION:
        raise storage_error(Fault.NEWER, path)
    words, _whole = file.read("SELECT key, value FROM meta")
    found = Found(words, {}, {}, {}, defaultdict(set))
    with closing(scratch()) as empty:
        columns = {name: list(empty.tools.table(name).columns_dict) for name in empty.table_names()}
    for shape in rows.SHAPES.values():
        owner = shape.owner
        found.owners[owner] = _owners(file, owner, columns[owner.name])
        found.known[owner] |= _ids(file, owner) | found.owners[owner].keys()
        for part in shape.parts:
            by_id, found.unread[part] = _parts(file, part, columns[part.name])
            found.parts[part] = by_id
            found.known[owner] |= by_id.keys()
    return found


def _columns(file: _Damaged, table: rows.Table, columns: list[str]) -> list[str]:
    """Return which of the table's columns the file has: one of an older version has fewer, or not the table."""
    there = {row[1] for row in file.read(f"PRAGMA table_info({table.name})")[0]}
    return [column for column in columns if column in there]


def _owners(file: _Damaged, table: rows.Table, columns: list[str]) -> dict[str, rows.Row]:
    """Read the rows of a kind of record, in the order they were written."""
    there = _columns(file, table, columns)
    if not there:
        return {}
    select = f"SELECT rowid, {', '.join(there)} FROM {table.name} NOT INDEXED"
    found, _unread = _around(file, select, "rowid", 1, _LAST_ROW, lambda low, high: (low + high) // 2)
    read = (_filled(columns, there, values[1:]) for values in found)
    return {row["id"]: row for row in read if _is_id(row["id"])}


def _parts(file: _Damaged, table: rows.Table, columns: list[str]) -> tuple[dict[str, list[rows.Row]], list[_Span]]:
    """Read a table that is ordered by its owners' ids; also return the spans of ids that could not be read."""
    there = _columns(file, table, columns)
    if not there:  # it came with its owners, so it can only be unreadable
        return {}, [("", "g")]
    there.sort(key=lambda column: column != table.key)
    by_id: dict[str, dict[_Values, rows.Row]] = defaultdict(dict)
    found, unread = _around(file, f"SELECT {', '.join(there)} FROM {table.name}", table.key, "", "g", _between)
    last = ""
    nameless = False
    for values in found:
        id = values[0]
        if not _is_id(id):  # whose it was is lost; it lies between those around it
            nameless = True
            continue
        by_id[id][values] = _filled(columns, there, values)
        if nameless:
            unread.append((min(last, id), max(last, id)))
            nameless = False
        last = id
    if nameless:
        unread.append((last, "g"))
    return {owner: list(some.values()) for owner, some in by_id.items()}, unread


def _ids(file: _Damaged, table: rows.Table) -> set[str]:
    """Return the ids that the table's index has, which lies on pages of its own."""
    select = f"SELECT id FROM {table.name} INDEXED BY sqlite_autoindex_{table.name}_1"
    found, _unread = _around(file, select, "id", "", "g", _between)
    return {row[0] for row in found if _is_id(row[0])}


def _around(
    file: _Damaged,
    select: str,
    key: str,
    low: _Bound,
    high: _Bound,
    middle: Callable[[Any, Any], Any],
) -> tuple[list[_Values], list[_Span]]:
    """Read the rows with low <= key < high from both ends up to the damage, then what lies between two damages.

    The key is the first column. Returns the rows, some of them twice, and the spans, both ends included, whose rows
    could not all be read.
    """
    found: list[_Values] = []
    unread: list[_Span] = []
    spans = [(low, high, 0)]
    for first, end, depth in spans:  # grows while it is walked
        where, values = f"{select} WHERE {key} >= ? AND {key} < ?", (first, end)
        up, whole = file.read(f"{where} ORDER BY {key}", *values)
        found += up
        if whole:
            continue
        down, _whole = file.read(f"{where} ORDER BY {key} DESC", *values)
        found += down
        below, above = up[-1][0] if up else first, down[-1][0] if down else end
        between = middle(below, above)
        if depth < _DEEPEST and (found or depth < _DEEPEST_IN_VAIN) and between is not None and below < between < above:
            spans += [(below, between, depth + 1), (between, above, depth + 1)]
        else:
            unread.append((below, above))
    return found, unread


def _between(low: str, high: str) -> str | None:
    """Return an id's beginning half way between two ids, or None for what is no id."""
    try:
        numbers = [int(id[:8].ljust(8, "0"), 16) if id != "g" else 16**8 for id in (low, high)]
    except ValueError:
        return None
    return f"{sum(numbers) // 2:08x}"


def _filled(columns: list[str], there: list[str], values: _Values) -> rows.Row:
    """Return a row with every column of this version; one that the file does not know yet is what its step makes it."""
    known = _BEFORE | dict(zip(there, values, strict=True))
    return {column: known.get(column) for column in columns}


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 36


def scratch() -> Database:
    """Return a whole and empty journal in memory."""
    empty = in_memory()
    migrations.apply(empty)
    return empty
