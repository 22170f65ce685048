"""The bytes of a CSV or TSV file as rows of texts, each with the line it starts in."""

import codecs
import contextlib
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from journal.domain.checks import NO_TEXT
from journal.domain.errors import ImportRefused
from journal.i18n import _

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""Marks that a text in UTF-16 begins with."""
DELIMITERS = (",", ";", "\t")
HEADER_CELLS = 3
_HEAD_ROWS = 60
_DIRECTIONS = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_LONGEST_LINE = 2_000_000
"""Characters. A row of a diary is shorter; two cells would not be read anyway."""
_NOT_TEXT = re.compile(r"[\d\s.,:/+%-]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    line: int
    """Where it starts in the file, from 1."""
    cells: tuple[Any, ...]
    """Texts; in a workbook also numbers, dates, times and None."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(map(said, self.cells))

    def cell(self, place: int) -> Any:
        """Return what stands in a column, None where the row is shorter."""
        return self.cells[place] if place < len(self.cells) else None


def bare(text: str) -> str:
    """Return a text without blanks around it and without the marks of its direction, which nobody sees."""
    return text.strip() if text.isascii() else _DIRECTIONS.sub("", text).strip()


def said(cell: Any) -> bool:
    """Whether something stands in a cell."""
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-16 by its mark, else UTF-8, else Windows-1252. Raises ImportRefused."""
    if data.startswith(UTF_16):
        with contextlib.suppress(UnicodeDecodeError):
            if "\0" not in (text := data.decode("utf-16")):
                return text
        raise ImportRefused(_("This file is not text that can be read, so nothing was changed."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\0", "�")


def _decode_head(head: bytes) -> str:
    """Decode a beginning that may end within a character."""
    if head.startswith(UTF_16):
        return head.decode("utf-16", errors="ignore")
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(head)
    except UnicodeDecodeError:
        return head.decode("cp1252", errors="replace")


def clean(text: str) -> str:
    """Return a text without what no record may hold."""
    return NO_TEXT.sub("�", text)


def is_text(head: bytes) -> bool:
    """Whether a file that begins so can be text."""
    return head.startswith(UTF_16) or b"\0" not in head


def begins_with(head: bytes, *starts: bytes) -> bool:
    """Whether a file is text that begins so, after a mark of its encoding and blanks."""
    return is_text(head) and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(starts)


def delimiter_of(text: str) -> str:
    """Return the commonest of comma, semicolon and tab in the header row, outside quotes."""
    return max(DELIMITERS, key=lambda sign: len(_header_in(_first_rows(text, sign))))


def _header_in(rows: list[Row]) -> tuple[str, ...]:
    """Return the texts of the first row that has three of them; none if there is no such row."""
    return next((found for row in rows if len(found := _texts(row)) >= HEADER_CELLS), ())


def find_header(head: bytes) -> tuple[str, ...]:
    """Return the texts of the header of a text table, which may stand below a title; none if there is none."""
    text = _decode_head(head)
    return _header_in(_first_rows(text, delimiter_of(text)))


def is_header(row: Row) -> bool:
    """Whether a row can be the header: at least three cells of text."""
    return len(_texts(row)) >= HEADER_CELLS


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell for cell in row.cells if isinstance(cell, str) and not _NOT_TEXT.match(cell))


def header_of(head: bytes) -> tuple[str, ...]:
    """Return the cells of the first row of a text table, stripped; none if the file begins with no such row."""
    if not is_text(head):
        return ()
    text = _decode_head(head)
    rows = _first_rows(text, delimiter_of(text))
    first = next((row for row in rows if not row.blank), None)
    return tuple(cell.strip() for cell in first.cells) if first else ()


def _first_rows(text: str, delimiter: str) -> list[Row]:
    found: list[Row] = []
    try:
        for row in _rows(text[:200_000], delimiter):
            found.append(row)
            if len(found) == _HEAD_ROWS:
                break
    except csv.Error:
        pass
    return found


def rows(text: str, delimiter: str) -> list[Row]:
    """Return all rows, blank ones too. Raises ImportRefused for a quotation mark that is never closed."""
    found: list[Row] = []
    same: dict[str, str] = {}
    try:
        for row in _rows(text, delimiter):
            found.append(Row(row.line, tuple(same.setdefault(cell, cell) for cell in row.cells)))
    except csv.Error:
        sentence = _("From line {line} on a cell is longer than any note of a diary, so nothing was changed.")
        raise ImportRefused(sentence.format(line=found[-1].line + 1 if found else 1)) from None
    if found and any("\n" in cell or "\r" in cell for cell in found[-1].cells):
        last = [*_lines(text)][found[-1].line - 1 :]
        if "".join(last).count('"') % 2:
            sentence = _("The quotation mark in line {line} is never closed, so nothing was changed.")
            raise ImportRefused(sentence.format(line=found[-1].line))
    return found


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(_lines(text), delimiter=delimiter)
    start = 1
    for cells in reader:
        yield Row(start, tuple(cells))
        start = reader.line_num + 1


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends, whichever those are. Raises csv.Error for one that no diary has."""
    for match in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text):
        if match.end() - match.start() > _LONGEST_LINE:
            raise csv.Error
        yield match[0]
