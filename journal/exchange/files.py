"""Exchange files on the disk: read with every fault told, written whole or not at all."""

import errno
from pathlib import Path

from journal.domain.errors import ImportRefused
from journal.domain.records import Records
from journal.exchange import zip_file
from journal.exchange.importers import named, own, recognised
from journal.exchange.importers.answers import Answers
from journal.exchange.importers.own import LARGEST
from journal.exchange.importers.reading import Importer
from journal.exchange.importers.text_table import begins_with
from journal.exchange.importers.workbook import is_old_workbook
from journal.exchange.json_file import pieces
from journal.i18n import N_, _
from journal.outfile import FileNotWritten, atomic_write

_READING = {
    errno.ENOENT: N_("There is no file “{file}”, so nothing was changed."),
    errno.ENOTDIR: N_("There is no file “{file}”, so nothing was changed."),
    errno.EISDIR: N_("“{file}” is a folder, not a file to take in, so nothing was changed."),
    errno.EACCES: N_("The system does not let this program read “{file}”, so nothing was changed."),
    errno.EPERM: N_("The system does not let this program read “{file}”, so nothing was changed."),
}


def read_file(path: Path) -> Records:
    """Read a file about which nothing is to be asked, such as one of ours. Raises ImportRefused."""
    data = read_bytes(path)
    reading = importer_of(data).read(data, Answers())
    if reading.open:
        raise ImportRefused(_("This is not a Sciatica Journal file, so nothing was changed."))
    return reading.records


def importer_of(data: bytes, name: str = "auto") -> Importer:
    """Return what reads a file, by its content or by an importer's name. Raises ImportRefused."""
    if name != "auto":
        return named(name)
    if found := recognised(data):
        return found
    if is_old_workbook(data):
        raise ImportRefused(
            _("This workbook is of an older kind or encrypted, so nothing was changed: save it as .xlsx or as CSV.")
        )
    if data.strip() and not begins_with(data, b"{", b"["):
        raise ImportRefused(
            _(
                "This is neither a table whose first rows name its columns nor a file of a diary known here, so nothing"
                " was changed."
            )
        )
    return own.JSON  # which says best what is wrong with it


def write_file(path: Path, records: Records) -> None:
    """Write all records: as JSON, or with the ending .zip as JSON and CSV. Raises FileNotWritten."""
    if path.suffix.lower() not in (".json", ".zip"):
        raise FileNotWritten(_("“{file}” ends neither in .json nor in .zip, so nothing was written.").format(file=path))
    with atomic_write(path) as unfinished:
        if path.suffix.lower() == ".zip":
            zip_file.write(unfinished, records)
        else:
            with unfinished.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(pieces(records))


def read_bytes(path: Path) -> bytes:
    """Return a whole file. Raises ImportRefused, and then nothing was read."""
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
