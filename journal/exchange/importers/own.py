"""Our own files: the exchange file, and the zip with it and its tables."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from journal.domain.errors import ImportRefused
from journal.exchange import zip_file
from journal.exchange.importers.answers import Answers
from journal.exchange.importers.reading import Reading, Tick, no_tick
from journal.exchange.importers.workbook import is_workbook
from journal.exchange.json_file import read_records
from journal.i18n import N_, _

LARGEST = 128 * 1024 * 1024
"""Bytes. Ten years of three entries a day take about 10 MB."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """One of the two forms: nothing is asked and nothing left out; the whole file is read or refused."""

    NAME: str
    TITLE: str
    ENDINGS: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    unpack: Callable[[bytes], bytes]

    def read(self, file: bytes, answers: Answers, today: date | None = None, tick: Tick = no_tick) -> Reading:
        """Read all records. Raises ImportRefused."""
        records = read_records(_decode(self.unpack(file)))
        return Reading(self.NAME, lambda: records, rows=len(records))


def _is_json(head: bytes) -> bool:
    plain = head.replace(b"\0", b"")  # UTF-16 has one beside each letter
    return plain.lstrip(b"\xff\xfe\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"sciatica-journal"' in plain


def _is_zip(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and not is_workbook(head)


def _decode(data: bytes) -> str:
    """Decode UTF-8, or UTF-16 where a mark at the start says so, as some editors save it."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise ImportRefused(_("This file is not text in UTF-8, so nothing was changed.")) from None


JSON = OwnFile("json", N_("Sciatica Journal"), ("json",), _is_json, lambda data: data)
ZIP = OwnFile("zip", N_("Sciatica Journal, zip"), ("zip",), _is_zip, lambda data: zip_file.unpack(data, LARGEST))
