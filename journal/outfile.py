"""Files written whole or not at all, and on the disk before anyone says so; those given away are private too."""

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.domain.errors import JournalError
from journal.i18n import N_, _

_SENTENCES = {
    errno.ENOENT: N_("The folder of “{file}” is not there, so nothing was written; choose another."),
    errno.ENOTDIR: N_("The folder of “{file}” is not there, so nothing was written; choose another."),
    errno.EISDIR: N_("“{file}” is a folder, so nothing was written; name a file inside it."),
    errno.EACCES: N_("The system does not allow writing “{file}”, so nothing was written; choose another folder."),
    errno.EPERM: N_("The system does not allow writing “{file}”, so nothing was written; choose another folder."),
    errno.EROFS: N_("“{file}” is on a disk that is read-only, so nothing was written; choose another folder."),
    errno.ENOSPC: N_("The disk is full, so “{file}” was not written; free some space and try again."),
    errno.EDQUOT: N_("The disk is full, so “{file}” was not written; free some space and try again."),
}


class FileNotWritten(JournalError):
    """A file that could not be written; what stood in its place still does."""


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Give a private file to write beside `path`; on leaving it takes its place in one step, or is gone.

    The name given keeps the ending, for writers that choose a format by it. Raises FileNotWritten for OSError.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        descriptor, name = tempfile.mkstemp(suffix=path.suffix, prefix=".unfinished-", dir=path.parent)
        os.close(descriptor)
        unfinished = Path(name)
        try:
            yield unfinished
            unfinished.chmod(0o600)
            replace(unfinished, path)
        finally:
            with contextlib.suppress(OSError):
                unfinished.unlink()
    except OSError as error:
        sentence = _SENTENCES.get(error.errno or 0, N_("“{file}” could not be written; what was there is unchanged."))
        raise FileNotWritten(_(sentence).format(file=path)) from error
    except ValueError as error:  # a name no file can have
        raise FileNotWritten(_("“{file}” is no name a file can have here.").format(file=ascii(str(path)))) from error


def replace(made: Path, place: Path) -> None:
    """Put a finished file in its place in one step, on the disk before and after. Raises OSError."""
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(made, place)
    sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Make names in the folder durable, where the system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # some network folders cannot; the file itself is synced
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
