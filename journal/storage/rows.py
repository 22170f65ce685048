"""Records to rows and back: the only place that knows which table and column holds what.

A field of a record is a column of the same name. A time is kept as written, with the same moment in UTC beside it for
sorting; a list has a table of its own, a row an item. So a new field needs a migration and nothing here, and a new kind
of record one line in `SHAPES`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cached_property
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_type_hints

from journal.domain.entry import Entry, Kind, Quality, Symptom
from journal.domain.records import KINDS, Record, RecordKind, Records
from journal.storage.engine import Database

Row = dict[str, Any]
"""By the names of the columns."""
Ids = Sequence[str] | None
_IDS_A_QUERY = 500


class Table(NamedTuple):
    """One table."""

    name: str
    key: str
    """The column that says whose row it is."""
    order: str | None = None
    """ORDER BY, where the order carries meaning."""

    def read(self, db: Database, ids: Ids, select: str = "*") -> Iterable[Row]:
        """Return the rows of those ids, or all of them, in order."""
        where = None if ids is None else f"{self.key} IN ({', '.join('?' * len(ids))})"
        return db.rows(self.name, where, ids or (), order=self.order, columns=select)

    def insert(self, db: Database, rows: Sequence[Row]) -> None:
        """Add rows: one statement for all that say the same columns, which 100,000 of them need to be quick."""
        by_columns: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
        for row in rows:
            said = {name: value for name, value in row.items() if value is not None}
            by_columns[tuple(said)].append(tuple(said.values()))
        for names, found in by_columns.items():
            columns, values = ", ".join(f"[{name}]" for name in names), ", ".join("?" * len(names))
            db.connection.executemany(f"INSERT INTO [{self.name}] ({columns}) VALUES ({values})", found)

    def delete(self, db: Database, ids: Iterable[str]) -> None:
        """Delete the rows of those ids."""
        db.connection.executemany(f"DELETE FROM [{self.name}] WHERE [{self.key}] = ?", ([id] for id in ids))


class Words(NamedTuple):
    """A list of texts, in a table of its own with a row each; without `position` their order carries no meaning."""

    table: Table
    column: str
    position: bool = True

    @property
    def tables(self) -> tuple[Table, ...]:
        """Where they lie."""
        return (self.table,)

    def rows(self, id: str, words: Iterable[str]) -> Iterator[tuple[Table, Row]]:
        """Yield the rows of one record's list."""
        for number, word in enumerate(words):
            yield (
                self.table,
                {self.table.key: id, self.column: str(word)} | ({"position": number} if self.position else {}),
            )

    def read(self, db: Database, ids: Ids) -> Mapping[str, Sequence[str]]:
        """Return each record's list by its id."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.table.read(db, ids):
            found[row[self.table.key]].append(row[self.column])
        return found


class Marks(NamedTuple):
    """Marks on the body, in one table with a row each; what they are like in another, which refers to it."""

    symptoms: Table
    qualities: Table
    stage: str | None = None
    """The value of the column "stage", where one record has several sets of marks."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """Where they lie, the one that is referred to first."""
        return self.symptoms, self.qualities

    def rows(self, id: str, marks: Iterable[Symptom] | None) -> Iterator[tuple[Table, Row]]:
        """Yield the rows of one record's marks."""
        whose = {self.symptoms.key: id} | ({"stage": self.stage} if self.stage else {})
        for mark in marks or ():
            place = whose | {"region": mark.region, "kind": str(mark.kind)}
            yield self.symptoms, place | {"intensity": mark.intensity}
            for quality in mark.qualities:
                yield self.qualities, place | {"quality": str(quality)}

    def read(self, db: Database, ids: Ids) -> Mapping[str, Sequence[Symptom]]:
        """Return each record's marks by its id."""
        qualities: dict[tuple[str, str, str], list[Quality]] = defaultdict(list)
        for row in self._of_stage(self.qualities.read(db, ids)):
            qualities[row[self.qualities.key], row["region"], row["kind"]].append(Quality(row["quality"]))
        found: dict[str, list[Symptom]] = defaultdict(list)
        known: dict[tuple[Any, ...], Symptom] = {}  # ten years hold few different marks: each is checked and built once
        for row in self._of_stage(self.symptoms.read(db, ids)):
            id, region, kind = row[self.symptoms.key], row["region"], row["kind"]
            mark = (region, kind, row["intensity"], tuple(qualities.get((id, region, kind), ())))
            symptom = known.get(mark)
            if symptom is None:
                symptom = known[mark] = Symptom(region, Kind(kind), mark[2], mark[3])
            found[id].append(symptom)
        return found

    def _of_stage(self, rows: Iterable[Row]) -> Iterable[Row]:
        return rows if self.stage is None else (row for row in rows if row["stage"] == self.stage)


class Shape:
    """How one kind of record lies in its tables: its own fields in the first, its lists in `parts`."""

    def __init__(self, kind: RecordKind, parts: Mapping[str, Words | Marks]) -> None:
        """parts: fields that are lists."""
        self.kind = kind
        self._parts = dict(parts)
        order = kind.when if self.when_utc is None else f"{self.when_utc}, {kind.when}"
        self.owner = Table(kind.name, "id", f"{order}, id")
        self.parts = tuple(dict.fromkeys(table for part in self._parts.values() for table in part.tables))
        """Their tables, each after those it refers to."""

    @cached_property
    def _columns(self) -> dict[str, Callable[[Any], Any] | None]:
        """Each field that is a column, and what makes its value of what is stored; None for nothing to be done."""
        hints = get_type_hints(self.kind.type)
        names = [field.name for field in fields(self.kind.type) if field.name not in self._parts]
        return {name: _reader(hints[name]) for name in names}

    @property
    def when_utc(self) -> str | None:
        """The column with the record's moment in UTC; None for a kind that knows only days."""
        name = self.kind.when
        return f"{name.removesuffix('_at')}_utc" if name.endswith("_at") else None

    def rows(self, record: Record) -> Iterator[tuple[Table, Row]]:
        """Yield every row of a record, its owner's first."""
        row = {name: _stored(getattr(record, name)) for name in self._columns}
        if self.when_utc is not None:
            row[self.when_utc] = utc(getattr(record, self.kind.when))
        if isinstance(record, Entry):
            row["places_said"] = int(record.symptoms is not None)
        yield self.owner, row
        for name, part in self._parts.items():
            yield from part.rows(record.id, getattr(record, name))

    def read(self, db: Database, ids: Ids) -> tuple[Record, ...]:
        """Return the records of those ids, or all, oldest first. Raises InvalidRecord, ValueError and TypeError."""
        parts = {name: part.read(db, ids) for name, part in self._parts.items()}
        make, columns, found = self.kind.type, self._columns, []
        for row in self.owner.read(db, ids):
            values = {
                name: value if read is None or value is None else read(value)
                for name, read in columns.items()
                for value in (row[name],)
            }
            id = row["id"]
            for name, by_id in parts.items():
                values[name] = tuple(by_id.get(id, ()))
            if row.get("places_said") == 0 and not values["symptoms"]:
                values["symptoms"] = None
            found.append(make(**values))
        return tuple(found)


def _stored(value: Any) -> Any:
    """Return a field's value as SQLite keeps it: dates and times as written, words of an enum as text."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


_AS_IT_IS = {str, int, float, NoneType}


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """Return what makes a field's value of what is stored, by the field's type."""
    if isinstance(hint, UnionType):  # "or None", which is NULL
        (hint,) = (kind for kind in get_args(hint) if kind is not NoneType)
    if hint in (datetime, date):
        return hint.fromisoformat  # type: ignore[no-any-return]
    return hint if isinstance(hint, type) and (issubclass(hint, StrEnum) or hint is bool) else None


def _lists(key: str, **columns: str) -> dict[str, Words | Marks]:
    """Lists of words in their order: the table is named as the field, unless the column says "table.column"."""
    found: dict[str, Words | Marks] = {}
    for field, column in columns.items():
        table, _dot, name = column.rpartition(".")
        found[field] = Words(Table(table or field, key, f"{key}, position"), name)
    return found


_MOVED = Table("movement_symptoms", "try_id"), Table("movement_qualities", "try_id")
_PARTS: dict[str, dict[str, Words | Marks]] = {
    "entries": {
        "symptoms": Marks(Table("symptoms", "entry_id"), Table("qualities", "entry_id")),
        **_lists("entry_id", activities="activity", reliefs="relief"),
    },
    "red_flag_checks": {"signs": Words(Table("red_flag_signs", "check_id"), "sign", position=False)},
    "movement_tries": {stage: Marks(*_MOVED, stage) for stage in ("before", "after")},
    "appointments": _lists("appointment_id", questions="appointment_questions.question"),
}
SHAPES: dict[type[Record], Shape] = {kind.type: Shape(kind, _PARTS.get(kind.name, {})) for kind in KINDS}
"""Every kind of record, each after those it refers to."""


def of(record: Record) -> Iterator[tuple[Table, Row]]:
    """Yield every row of a record, its owner's first."""
    return SHAPES[type(record)].rows(record)


def read(db: Database, ids: Ids = None) -> Records:
    """Read everything, or the records of those ids. Raises InvalidRecord for a row that is no record."""
    if ids is not None and len(ids) > _IDS_A_QUERY:
        raise ValueError("too many ids for one query")
    return Records.by_kind(lambda kind: SHAPES[kind.type].read(db, ids))


def batches(ids: list[str]) -> Iterator[list[str]]:
    """Return the ids in lists no longer than `read` takes at once."""
    return (ids[start : start + _IDS_A_QUERY] for start in range(0, len(ids), _IDS_A_QUERY))


def ids(db: Database) -> frozenset[str]:
    """Return the ids of all records, also of a file of an older version."""
    there = set(db.table_names())
    names = [shape.owner.name for shape in SHAPES.values() if shape.owner.name in there]
    return frozenset(row["id"] for name in names for row in db.rows(name, columns="id"))


def ids_between(db: Database, kinds: Iterable[type[Record]], first: datetime, last: datetime) -> list[str]:
    """Return the ids of records of those kinds between two moments, both included."""
    found = []
    for shape in (SHAPES[kind] for kind in kinds):
        where = f"{shape.when_utc} BETWEEN ? AND ?"
        found += [row["id"] for row in db.rows(shape.owner.name, where, [utc(first), utc(last)], columns="id")]
    return found


def delete(db: Database, records: Iterable[Record]) -> None:
    """Delete every row of the records."""
    by_kind: dict[type[Record], list[str]] = defaultdict(list)
    for record in records:
        by_kind[type(record)].append(record.id)
    for kind, ids in by_kind.items():
        SHAPES[kind].owner.delete(db, ids)


def write(db: Database, records: Iterable[Record], written: Callable[[int], object] = lambda _count: None) -> None:
    """Write every row of the records in place of those of the same ids. Belongs into a transaction.

    written: told how many records are written so far.
    """
    by_kind: dict[type[Record], dict[str, Record]] = {kind: {} for kind in SHAPES}  # each after those it refers to
    for record in records:
        by_kind[type(record)][record.id] = record
    for kind, last in by_kind.items():
        for some in batches(list(last)):
            SHAPES[kind].owner.delete(db, [row["id"] for row in SHAPES[kind].owner.read(db, some, select="id")])
    count = 0
    for kind, last in by_kind.items():
        for some in batches(list(last)):
            by_table: dict[Table, list[Row]] = defaultdict(list)
            for id in some:
                for table, row in of(last[id]):
                    by_table[table].append(row)
            for table in (SHAPES[kind].owner, *SHAPES[kind].parts):
                table.insert(db, by_table[table])
            count += len(some)
            written(count)


def utc(moment: datetime) -> str:
    """Return a moment as text whose alphabetical order is the order of time."""
    return f"{moment.astimezone(UTC).isoformat(timespec='microseconds')[:26]}Z"
