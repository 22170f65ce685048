"""The export as a zip: the exchange file, and one table a kind of record for spreadsheets."""

import codecs
import csv
import io
import itertools
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from journal.domain.entry import Entry
from journal.domain.errors import ImportRefused
from journal.domain.records import Record, Records
from journal.exchange.json_file import EDITED, KINDS, LATER_KINDS, Json, pieces, to_json
from journal.i18n import _

DOCUMENT = "journal.json"
_MARKED = ("symptoms", "before", "after")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With the full-width signs of East Asian keyboards, which some spreadsheets read alike."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # no clock: the same journal gives the same bytes
_OWNER_ONLY = 0o600 << 16


def write(target: Path | IO[bytes], records: Records) -> None:
    """Write the zip with the exchange file in it and a CSV a kind: entries, their symptoms, treatments ...

    "places_said" of an entry without a row in the symptoms' table tells "no symptoms" (True) from nothing said (False).
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        with _part(archive, DOCUMENT) as file:
            file.writelines(piece.encode() for piece in pieces(records))
        for name, table in _tables(records):
            with _part(archive, f"{name}.csv") as file:
                _write_csv(file, table)


def unpack(data: bytes, largest: int) -> bytes:
    """Return the exchange file inside a zip of ours, at most `largest` bytes. Raises ImportRefused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(DOCUMENT) as file:
            document = file.read(largest + 1)
    except KeyError:
        sentence = _("There is no “{name}” in this zip, so nothing was changed.")
        raise ImportRefused(sentence.format(name=DOCUMENT)) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise ImportRefused(_("This zip is damaged or protected, so nothing was changed.")) from None
    if len(document) > largest:
        raise ImportRefused(_("This zip holds more than any journal, so nothing was changed."))
    return document


def safe_cell(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula: such texts get an apostrophe in front.

    A text that begins with an apostrophe gets another, so taking one off gives every text back.
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _tables(records: Records) -> Iterator[tuple[str, Iterator[Json]]]:
    """One table a kind, and the marks of entries and of movement tries in tables of their own, each with its owner."""
    for kind in KINDS:
        items = getattr(records, kind)
        if not items and kind in LATER_KINDS:
            continue
        if kind == "entries":
            yield "symptoms", _marks(items, "symptoms", "entry_id")
        if kind == "movement_tries":
            for stage in ("before", "after"):
                yield f"movement_symptoms_{stage}", _marks(items, stage, "movement_try_id")
        yield kind, (_row(record) for record in items)


def _row(record: Record) -> Json:
    row = to_json(record)
    if isinstance(record, Entry):
        row |= {EDITED: row.get(EDITED), "places_said": record.symptoms is not None}
    return {key: value for key, value in row.items() if key not in _MARKED}


def _marks(records: Iterable[Record], key: str, owner: str) -> Iterator[Json]:
    for record in records:
        row = to_json(record)
        for mark in row[key] or ():
            yield {owner: row["id"], **mark}


def _write_csv(file: IO[bytes], rows: Iterator[Json]) -> None:
    file.write(codecs.BOM_UTF8)  # tells spreadsheets which encoding it is
    with io.TextIOWrapper(file, encoding="utf-8", newline="") as text:
        first = next(rows, None)
        if first is None:
            return
        writer = csv.writer(text)
        writer.writerow(first)
        for row in itertools.chain((first,), rows):
            writer.writerow([safe_cell(_flat(value)) for value in row.values()])


def _flat(value: Any) -> Any:
    """Write a list in one cell, a line each; its texts may hold line breaks themselves, which are escaped."""
    if isinstance(value, list):
        return "\n".join(item.replace("\\", "\\\\").replace("\n", "\\n") for item in value)
    return value


def _part(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _OWNER_ONLY
    return archive.open(info, "w")
