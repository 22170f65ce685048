"""What can go wrong with the journal's file, each told in one sentence: what happened, what is safe, what to do."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.domain.errors import Fault, InvalidRecord, StorageError
from journal.i18n import N_, _
from journal.storage.engine import Error
from journal.storage.files import UNFINISHED

_SENTENCES = {
    Fault.DISK_FULL: N_("The disk is full: “{file}” is as it was before; free some space and try again."),
    Fault.READ_ONLY: N_(
        "“{file}” cannot be written, it or its disk is read-only: nothing was changed; allow writing there or choose "
        "another folder."
    ),
    Fault.NO_PERMISSION: N_(
        "The system does not let this program use “{file}”: nothing was changed; check whose file and folder it is."
    ),
    Fault.NO_FOLDER: N_(
        "The folder of “{file}” is not there: nothing was changed; is a disk or stick unplugged, or the folder renamed?"
    ),
    Fault.MOVED: N_(
        "“{file}” is not where it was when it was opened: nothing was changed; put it back, or keep what is open in "
        "another folder."
    ),
    Fault.MISSING: N_("There is no journal at “{file}” yet: an entry added or a file imported begins one."),
    Fault.FOLDER: N_("“{file}” is a folder, not a journal: name the file inside it."),
    Fault.NOT_A_FILE: N_("“{file}” is not an ordinary file, so no journal can be kept there: choose another place."),
    Fault.LOST_FILE: N_(
        "“{file}” is gone but “{file}-journal” is still beside it: nothing was changed; put the file back or restore "
        "a backup."
    ),
    Fault.EMPTY: N_(
        "“{file}” is there but empty (0 bytes), perhaps after a full disk or a broken copy: it was left alone; "
        "restore a backup."
    ),
    Fault.NOT_A_DATABASE: N_("“{file}” is not a journal, or it is damaged: it was left alone; is it the right file?"),
    Fault.OTHER_PROGRAM: N_("“{file}” is a database of another program: it was left alone; is it the right file?"),
    Fault.NEWER: N_(
        "“{file}” was written by a newer version of this program: it was left untouched; update the program to open it."
    ),
    Fault.PASSPHRASE_NEEDED: N_(
        "“{file}” is protected with a passphrase (or is not a journal): it was left alone; give its passphrase."
    ),
    Fault.PASSPHRASE_WRONG: N_(
        "This passphrase does not open “{file}”: nothing was changed; try again, mind capitals and the keyboard layout."
    ),
    Fault.PASSPHRASE_ODD: N_("A passphrase for “{file}” is some text without line breaks: nothing was changed."),
    Fault.NOT_PROTECTED: N_("“{file}” has no passphrase: nothing was changed; open it without one."),
    Fault.LOCKED: N_(
        "“{file}” is open in another window or program: nothing was changed; use it there, or close it and try again."
    ),
    Fault.DAMAGED: N_("“{file}” is damaged and was not changed any further: make a copy of it, then restore a backup."),
    Fault.IO_ERROR: N_(
        "The disk failed while “{file}” was used: what was saved before is kept; check the disk, then try again."
    ),
    Fault.NO_MEMORY: N_(
        "The computer ran out of memory over “{file}”: nothing was changed; close something and try again."
    ),
    Fault.BAD_PATH: N_("“{file}” is no name a file can have here: choose another."),
    Fault.FAILED: N_("“{file}” could not be used: nothing was changed; try again."),
    Fault.THERE_ALREADY: N_("“{file}” is there already and was left alone: choose a new name."),
    Fault.BEYOND_READING: N_("Nothing in “{file}” could be read any more: it was left alone; restore a backup."),
    Fault.BACKUP_FAILED: N_(
        "The backup “{file}” could not be verified and was thrown away; the journal itself is unharmed."
    ),
    Fault.IS_BACKUP: N_(
        "“{file}” is a backup and was left as it is: restore it, or make a copy of it under another name to write in."
    ),
    Fault.OTHER_JOURNAL: N_("“{file}” is a backup of another journal: it was left alone."),
    Fault.FOREIGN_PARTS: N_(
        "“{file}” holds triggers, views or tables that no journal has, so it was left alone: restore a backup."
    ),
    Fault.BACKUP_EXISTS: N_("“{file}” is there already and was left alone: name a new file for the backup."),
}

_UNFINISHED = re.compile(rf"\.(.+)\.(?:{'|'.join(UNFINISHED)})")

_SQLITE = {
    3: Fault.NO_PERMISSION,  # PERM
    5: Fault.LOCKED,  # BUSY
    6: Fault.LOCKED,
    7: Fault.NO_MEMORY,
    8: Fault.READ_ONLY,
    10: Fault.IO_ERROR,
    11: Fault.DAMAGED,  # CORRUPT
    13: Fault.DISK_FULL,
    14: Fault.NO_PERMISSION,  # CANTOPEN
    18: Fault.DISK_FULL,  # TOOBIG
    19: Fault.DAMAGED,  # a constraint that the domain keeps did not hold
    23: Fault.NO_PERMISSION,  # AUTH
    26: Fault.NOT_A_DATABASE,
}
_MAY_BE_AWAY = (Fault.READ_ONLY, Fault.NO_PERMISSION, Fault.IO_ERROR)
"""What the engine says when the file was taken away under it."""
_ERRNO = {
    errno.ENOSPC: Fault.DISK_FULL,
    errno.EDQUOT: Fault.DISK_FULL,
    errno.EFBIG: Fault.DISK_FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EACCES: Fault.NO_PERMISSION,
    errno.EPERM: Fault.NO_PERMISSION,
    errno.ENOENT: Fault.NO_FOLDER,
    errno.ENOTDIR: Fault.NO_FOLDER,
    errno.EISDIR: Fault.FOLDER,
    errno.EIO: Fault.IO_ERROR,
    errno.ENOMEM: Fault.NO_MEMORY,
    errno.ENAMETOOLONG: Fault.BAD_PATH,
    errno.ELOOP: Fault.BAD_PATH,
    errno.EINVAL: Fault.BAD_PATH,
}


def storage_error(fault: Fault, path: Path) -> StorageError:
    """Return the fault with its sentence about that file; an unfinished one is told by the name it was to have."""
    while unfinished := _UNFINISHED.fullmatch(path.name):
        path = path.with_name(unfinished[1])
    return StorageError(fault, _(_SENTENCES[fault]).format(file=path))


def _seen(error: Error | OSError, path: Path) -> Fault:
    """Say it better where the file, or its whole folder, went away while it was open."""
    fault = fault_of(error)
    if fault in _MAY_BE_AWAY:
        with suppress(OSError, ValueError):
            if not path.parent.is_dir():
                return Fault.NO_FOLDER
            if fault is Fault.READ_ONLY and isinstance(error, Error) and not path.exists():
                return Fault.MOVED
    return fault


def fault_of(error: Exception) -> Fault:
    """Return the fault behind an engine's or the system's error."""
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0, Fault.FAILED)
    primary = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    return _SQLITE.get(primary, Fault.FAILED)


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turn whatever the engine or the system raises about that file into a StorageError.

    A record in the file that is no record (InvalidRecord) is damage too. `ValueError` covers impossible paths.
    """
    try:
        yield
    except StorageError:
        raise
    except (Error, OSError) as error:
        raise storage_error(_seen(error, path), path) from error
    except (InvalidRecord, UnicodeDecodeError) as error:
        raise storage_error(Fault.DAMAGED, path) from error
    except MemoryError as error:
        raise storage_error(Fault.NO_MEMORY, path) from error
    except ValueError as error:
        raise storage_error(Fault.BAD_PATH, path) from error
