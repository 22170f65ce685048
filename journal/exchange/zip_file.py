"""The export as a zip: the exchange file, and one table a kind of record for spreadsheets."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import Any

from journal.domain.errors import ImportRefused
from journal.domain.records import Records
from journal.exchange.json_file import EDITED, KINDS, LATER_KINDS, to_json
from journal.i18n import _

DOCUMENT = "journal.json"
_MARKED = ("symptoms", "before", "after")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With the full-width signs of East Asian keyboards, which some spreadsheets read alike."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # no clock: the same journal gives the same bytes
_OWNER_ONLY = 0o600 << 16


def pack(document: bytes, records: Records) -> bytes:
    """Return the zip with the exchange file in it and a CSV a kind: entries, their symptoms, treatments ...

    "places_said" of an entry without a row in the symptoms' table tells "no symptoms" (True) from nothing said (False).
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, DOCUMENT, document)
        for name, table in _tables(records):
            _add(archive, f"{name}.csv", _csv(table))
    return target.getvalue()


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


def _tables(records: Records) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    """One table a kind, and the marks of entries and of movement tries in tables of their own, each with its owner."""
    for kind in KINDS:
        rows = [to_json(record) for record in getattr(records, kind)]
        if not rows and kind in LATER_KINDS:
            continue
        if kind == "entries":
            yield "symptoms", _marks(rows, "symptoms", "entry_id")
            rows = [row | {EDITED: row.get(EDITED), "places_said": row["symptoms"] is not None} for row in rows]
        if kind == "movement_tries":
            for stage in ("before", "after"):
                yield f"movement_symptoms_{stage}", _marks(rows, stage, "movement_try_id")
        yield kind, [{key: value for key, value in row.items() if key not in _MARKED} for row in rows]


def _marks(rows: list[dict[str, Any]], key: str, owner: str) -> list[dict[str, Any]]:
    return [{owner: row["id"], **mark} for row in rows for mark in row[key] or ()]


def _csv(rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    if rows:
        writer = csv.writer(text)
        writer.writerow(rows[0])
        for row in rows:
            writer.writerow([safe_cell(_flat(value)) for value in row.values()])
    return text.getvalue().encode("utf-8-sig")  # the mark tells spreadsheets which encoding it is


def _flat(value: Any) -> Any:
    """Write a list in one cell, a line each; its texts may hold line breaks themselves, which are escaped."""
    if isinstance(value, list):
        return "\n".join(item.replace("\\", "\\\\").replace("\n", "\\n") for item in value)
    return value


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _OWNER_ONLY
    archive.writestr(info, data)
