"""An .xlsx workbook as rows of cells; a hostile one is refused before it takes memory or time."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from journal.domain.errors import ImportRefused
from journal.exchange.importers.reading import TICK_EVERY, Tick
from journal.exchange.importers.text_table import UTF_16, Row, clean
from journal.i18n import _

LARGEST = 256 * 1024 * 1024
"""Bytes of all its parts, unpacked."""
_MOST_PARTS = 2_000
_MOST_COLUMNS = 500
_MOST_ROWS = 400_000
_LAST_ROW = 1_048_576
"""That a sheet can have."""
_PIECE = 1024 * 1024
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\sr="(\d{1,18})"')
_PART = re.compile(rb"PK\x03\x04.{26}(?:xl/|\[Content_Types\]\.xml)", re.DOTALL)
"""A part of a workbook, at whose place in the zip its name stands; which comes first is each program's own affair."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that can be seen."""

    name: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Workbook:
    """What is read of a workbook."""

    sheets: tuple[Sheet, ...]
    since_1904: bool


def is_workbook(head: bytes) -> bool:
    """Whether a file that begins so is a workbook of the kind .xlsx."""
    return head.startswith(b"PK\x03\x04") and _PART.search(head) is not None


def is_old_workbook(head: bytes) -> bool:
    """Whether a file that begins so is an older or encrypted workbook, which nobody reads here."""
    return head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def read(data: bytes, tick: Tick) -> Workbook:
    """Read every visible sheet. Raises ImportRefused for a workbook that is damaged, protected or hostile."""
    _check(data)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            since_1904 = book.epoch.year == 1904
            sheets = tuple(
                Sheet(sheet.title, list(_rows(sheet, tick)))
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            )
        finally:
            book.close()
    except ImportRefused:
        raise
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, OSError, SyntaxError) as error:
        raise _damaged() from error
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OverflowError, AssertionError) as error:
        raise _damaged() from error
    return Workbook(sheets, since_1904)


def _check(data: bytes) -> None:
    """Refuse what unpacks to more than any diary, or defines what its text stands for."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
                raise ImportRefused(_("This workbook unpacks to more than any diary holds, so nothing was changed."))
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        start = file.read(4096)
                        if b"<!DOCTYPE" in start or b"<!ENTITY" in start or start.startswith(UTF_16):
                            raise _damaged()
                        if part.filename.startswith("xl/worksheets/"):
                            _check_order(file, start)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise _damaged() from error


def _check_order(file: IO[bytes], start: bytes) -> None:
    """Refuse rows that do not stand in their order: openpyxl would drop them without a word."""
    last, rest = 0, start
    while rest:
        more = file.read(_PIECE)
        whole, tag, unfinished = rest.rpartition(b"<") if more else (rest, b"", b"")
        for match in _ROW.finditer(whole):
            if int(match[1]) <= last:
                raise _damaged()
            last = int(match[1])
        rest = tag + unfinished + more


def _damaged() -> ImportRefused:
    return ImportRefused(
        _("This workbook is damaged or protected, so nothing was changed: save it as CSV and import that.")
    )


def _rows(sheet: Any, tick: Tick) -> Iterator[Row]:
    total = max(sheet.max_row or 0, 1)
    sheet.reset_dimensions()  # what the file says of its size may be wrong, and would be filled up with blanks
    same: dict[str, str] = {}
    last = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number % TICK_EVERY == 0:
            tick(number // 2, max(total, number))  # the other half is to understand them
        while cells and cells[-1] is None:
            cells = cells[:-1]
        if not cells and number <= _LAST_ROW:
            continue
        if number > _MOST_ROWS or len(cells) > _MOST_COLUMNS:
            raise ImportRefused(_("This workbook holds more rows or columns than any diary, so nothing was changed."))
        yield from (Row(above, ()) for above in range(last + 1, number))  # a sheet may end in a million blank rows
        last = number
        yield Row(
            number,
            tuple(same.setdefault(cell, clean(cell)) if isinstance(cell, str) else cell for cell in cells),
        )
