"""What can go wrong with the journal's file, each told in one sentence: what happened, what is safe, what to do."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.domain.errors import InvalidRecord, StorageError
from journal.i18n import N_, _
from journal.storage.engine import Error
from journal.storage.files import UNFINISHED

_SENTENCES = {
    "disk_full": N_("The disk is full: “{file}” is as it was before; free some space and try again."),
    "read_only": N_(
        "“{file}” cannot be written, it or its disk is read-only: nothing was changed; allow writing there or choose "
        "another folder."
    ),
    "no_permission": N_(
        "The system does not let this program use “{file}”: nothing was changed; check whose file and folder it is."
    ),
    "no_folder": N_(
        "The folder of “{file}” is not there: nothing was changed; is a disk or stick unplugged, or the folder renamed?"
    ),
    "moved": N_(
        "“{file}” is not where it was when it was opened: nothing was changed; put it back, or keep what is open in "
        "another folder."
    ),
    "missing": N_("There is no journal at “{file}” yet: an entry added or a file imported begins one."),
    "folder": N_("“{file}” is a folder, not a journal: name the file inside it."),
    "not_a_file": N_("“{file}” is not an ordinary file, so no journal can be kept there: choose another place."),
    "lost_file": N_(
        "“{file}” is gone but “{file}-journal” is still beside it: nothing was changed; put the file back or restore "
        "a backup."
    ),
    "empty": N_(
        "“{file}” is there but empty (0 bytes), perhaps after a full disk or a broken copy: it was left alone; "
        "restore a backup."
    ),
    "not_a_database": N_("“{file}” is not a journal, or it is damaged: it was left alone; is it the right file?"),
    "other_program": N_("“{file}” is a database of another program: it was left alone; is it the right file?"),
    "newer": N_(
        "“{file}” was written by a newer version of this program: it was left untouched; update the program to open it."
    ),
    "passphrase_needed": N_(
        "“{file}” is protected with a passphrase (or is not a journal): it was left alone; give its passphrase."
    ),
    "passphrase_wrong": N_(
        "This passphrase does not open “{file}”: nothing was changed; try again, mind capitals and the keyboard layout."
    ),
    "passphrase_odd": N_("A passphrase for “{file}” is some text without line breaks: nothing was changed."),
    "not_protected": N_("“{file}” has no passphrase: nothing was changed; open it without one."),
    "locked": N_(
        "“{file}” is open in another window or program: nothing was changed; use it there, or close it and try again."
    ),
    "damaged": N_("“{file}” is damaged and was not changed any further: make a copy of it, then restore a backup."),
    "io_error": N_(
        "The disk failed while “{file}” was used: what was saved before is kept; check the disk, then try again."
    ),
    "no_memory": N_(
        "The computer ran out of memory over “{file}”: nothing was changed; close something and try again."
    ),
    "bad_path": N_("“{file}” is no name a file can have here: choose another."),
    "failed": N_("“{file}” could not be used: nothing was changed; try again."),
    "there_already": N_("“{file}” is there already and was left alone: choose a new name."),
    "beyond_reading": N_("Nothing in “{file}” could be read any more: it was left alone; restore a backup."),
    "backup_failed": N_(
        "The backup “{file}” could not be verified and was thrown away; the journal itself is unharmed."
    ),
    "backup_exists": N_("“{file}” is there already and was left alone: name a new file for the backup."),
}

_UNFINISHED = re.compile(rf"\.(.+)\.(?:{'|'.join(UNFINISHED)})")

_SQLITE = {
    3: "no_permission",  # PERM
    5: "locked",  # BUSY
    6: "locked",
    7: "no_memory",
    8: "read_only",
    10: "io_error",
    11: "damaged",  # CORRUPT
    13: "disk_full",
    14: "no_permission",  # CANTOPEN
    18: "disk_full",  # TOOBIG
    19: "damaged",  # a constraint that the domain keeps did not hold
    23: "no_permission",  # AUTH
    26: "not_a_database",
}
_MAY_BE_AWAY = ("read_only", "no_permission", "io_error")
"""What the engine says when the file was taken away under it."""
_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "folder",
    errno.EIO: "io_error",
    errno.ENOMEM: "no_memory",
    errno.ENAMETOOLONG: "bad_path",
    errno.ELOOP: "bad_path",
    errno.EINVAL: "bad_path",
}


def fault(code: str, path: Path) -> StorageError:
    """Return the fault with its sentence about that file; an unfinished one is told by the name it was to have."""
    while unfinished := _UNFINISHED.fullmatch(path.name):
        path = path.with_name(unfinished[1])
    return StorageError(code, _(_SENTENCES[code]).format(file=path))


def _seen(code: str, path: Path) -> str:
    """Say it better where the file, or its whole folder, went away while it was open."""
    if code in _MAY_BE_AWAY:
        with suppress(OSError, ValueError):
            if not path.parent.is_dir():
                return "no_folder"
            if code == "read_only" and not path.exists():
                return "moved"
    return code


def code_of(error: Exception) -> str:
    """Return the code of an engine's or the system's error."""
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0, "failed")
    primary = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    return _SQLITE.get(primary, "failed")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn whatever the engine or the system raises about that file into a StorageError.

    A record in the file that is no record (InvalidRecord) is damage too. `ValueError` covers impossible paths.
    """
    try:
        yield
    except StorageError:
        raise
    except (Error, OSError) as error:
        raise fault(_seen(code_of(error), path), path) from error
    except (InvalidRecord, UnicodeDecodeError) as error:
        raise fault("damaged", path) from error
    except MemoryError as error:
        raise fault("no_memory", path) from error
    except ValueError as error:
        raise fault("bad_path", path) from error
