"""Exchange files on the disk: read with every fault told, written whole or not at all."""

import errno
from pathlib import Path

from journal.domain.errors import ImportRefused
from journal.domain.records import Records
from journal.exchange import zip_file
from journal.exchange.json_file import read_records, write_records
from journal.i18n import N_, _
from journal.outfile import FileNotWritten, atomic_write

FILE_KINDS = ("json", "zip")
LARGEST = 128 * 1024 * 1024
"""Bytes. Ten years of three entries a day take about 10 MB."""
_ZIP_START = b"PK\x03\x04"

_READING = {
    errno.ENOENT: N_("There is no file “{file}”, so nothing was changed."),
    errno.ENOTDIR: N_("There is no file “{file}”, so nothing was changed."),
    errno.EISDIR: N_("“{file}” is a folder, not a file to take in, so nothing was changed."),
    errno.EACCES: N_("The system does not let this program read “{file}”, so nothing was changed."),
    errno.EPERM: N_("The system does not let this program read “{file}”, so nothing was changed."),
}


def read_file(path: Path, kind: str = "auto") -> Records:
    """Read a file of ours; `kind` is "auto" or one of FILE_KINDS. Raises ImportRefused, and then nothing was read."""
    data = _read_bytes(path)
    if kind == "zip" or (kind == "auto" and data.startswith(_ZIP_START)):
        data = zip_file.unpack(data, LARGEST)
    return read_records(_decode(data))


def write_file(path: Path, records: Records) -> None:
    """Write all records: as JSON, or with the ending .zip as JSON and CSV. Raises FileNotWritten."""
    if path.suffix.lower() not in (".json", ".zip"):
        raise FileNotWritten(_("“{file}” ends neither in .json nor in .zip, so nothing was written.").format(file=path))
    data = write_records(records).encode()
    if path.suffix.lower() == ".zip":
        data = zip_file.pack(data, records)
    with atomic_write(path) as unfinished:
        unfinished.write_bytes(data)


def _read_bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_dir() and not path.is_file():
            raise PermissionError(errno.EACCES, "")  # a pipe or a device has no end to wait for
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        sentence = _READING.get(error.errno or 0, N_("“{file}” could not be read, so nothing was changed."))
        raise ImportRefused(_(sentence).format(file=path)) from error
    except (ValueError, MemoryError) as error:
        sentence = _("“{file}” could not be read, so nothing was changed.")
        raise ImportRefused(sentence.format(file=ascii(str(path)))) from error
    if len(data) > LARGEST:
        raise ImportRefused(_("“{file}” is larger than any journal, so nothing was changed.").format(file=path))
    return data


def _decode(data: bytes) -> str:
    """Decode UTF-8, or UTF-16 where a mark at the start says so, as some editors save it."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise ImportRefused(_("This file is not text in UTF-8, so nothing was changed.")) from None
