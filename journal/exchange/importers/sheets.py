"""The sheets of a table's file, parsed once while it is asked about, and what stands below their header."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from journal.domain.errors import ImportRefused
from journal.exchange.importers import text_table, workbook
from journal.exchange.importers.answers import Answers
from journal.exchange.importers.reading import Tick
from journal.exchange.importers.text_table import Row, is_header, said
from journal.i18n import _

_last: tuple[bytes, workbook.Workbook] | None = None
"""The file that was parsed last: each answer reads it anew."""


def forget() -> None:
    """Keep nothing of the file that was read last."""
    global _last
    _last = None


def book(file: bytes, tick: Tick) -> workbook.Workbook:
    """Return what a file holds. Raises ImportRefused."""
    global _last
    if _last is None or _last[0] != file:
        _last = file, _parsed(file, tick)
    return _last[1]


def _parsed(file: bytes, tick: Tick) -> workbook.Workbook:
    if workbook.is_workbook(file):
        return workbook.read(file, tick)
    text = text_table.decode(file)
    return workbook.Workbook((workbook.Sheet("", text_table.rows(text, text_table.delimiter_of(text))),), False)


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet below its header."""

    header: tuple[str, ...]
    rows: Sequence[Row]

    def cells(self, place: int) -> Iterable[Any]:
        """Yield what stands in a column."""
        return (row.cell(place) for row in self.rows)


def below_header(rows: Sequence[Row], answers: Answers) -> Table:
    """Return what stands below the header, which the answers may name. Raises ImportRefused for none."""
    if answers.header_row is not None:
        at = next((place for place, row in enumerate(rows) if row.line >= answers.header_row), len(rows))
    else:
        at = next((place for place, row in enumerate(rows) if is_header(row)), len(rows))
    if at == len(rows):
        raise ImportRefused(_("No row of this table has the names of at least three columns, so nothing was changed."))
    header = tuple("" if cell is None else str(cell).strip() for cell in rows[at].cells)
    while header and not header[-1]:
        header = header[:-1]
    return Table(header, rows[at + 1 :])


def shown(cell: Any) -> str:
    """Return a cell as a person reads it."""
    if isinstance(cell, float):
        return f"{cell:g}"
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return str(cell).strip()


def first(row: Row) -> str:
    """Return the first thing that stands in a row."""
    return next((shown(cell) for cell in row.cells if said(cell)), "")
