"""Files written whole or not at all, and on the disk before anyone says so; those given away are private too.

What is saved although the disk reported a fault right after is told by `disk_log`: it is no failure, and no silence.
"""

import contextlib
import errno
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.domain.errors import JournalError
from journal.i18n import N_, _

_LONGEST_ENDING = 20
"""Bytes of a name's ending that the unfinished file has too."""
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


_NO_SYNC_THERE = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF, errno.EACCES, errno.EPERM)
"""What folders say that cannot be synced at all, as on some networks; the file itself is."""
disk_log = logging.getLogger("journal.disk")
"""Sentences for the person; the command line and the window each show them in their way."""
disk_log.propagate = False
disk_log.addHandler(logging.NullHandler())


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
        ending = path.suffix if len(os.fsencode(path.suffix)) <= _LONGEST_ENDING else ""
        descriptor, name = tempfile.mkstemp(suffix=ending, prefix=".unfinished-", dir=path.parent)
        os.close(descriptor)
        unfinished = Path(name)
        try:
            yield unfinished
            with contextlib.suppress(OSError):  # a FAT stick and some network places know no such thing
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
    sync_folder(place.parent, place)


def sync_folder(folder: Path, made: Path | None = None) -> None:
    """Make names in the folder durable, where the system can. A fault is told, and is none of what was put there.

    made: what was put there.
    """
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC_THERE:
            tell_of_disk(made or folder, os.strerror(error.errno) if error.errno else "")


def tell_of_disk(file: Path, reason: str) -> None:
    """Tell that a file is saved although the disk reported a fault. reason: in the system's words, "" for none."""
    sentence = _(
        "“{file}” is saved, but your disk reported a fault right after ({reason}): check the disk, and make a backup on"
        " another one."
    )
    disk_log.warning(sentence.format(file=file, reason=reason or _("without saying which")))
