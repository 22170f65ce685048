"""Files and folders of a journal: which belong to it, and that they are private."""

import contextlib
import errno
import os
from pathlib import Path

from journal.outfile import sync_folder
from journal.storage import backup_names

UNFINISHED = ("new", "part", "preview", "rekeyed", "restored", "salvaged")
"""What a file is called until it takes its place: ".journal.sqlite.new"."""
_LONGEST_NAME = 255 - len("..") - len(".restored.part-journal")
"""Bytes that a journal's name may have so that those of all files beside it have at most 255."""
_LONGEST_PATH = 512
"""Bytes that a whole path may have: SQLite opens no longer one."""
_BACKUP = len("-backups/") + backup_names.LONGEST + 80
"""Bytes that a backup's path has more than its journal's, at most: its folder, its name and what is beside it."""


def check_name(path: Path) -> None:
    """Refuse a name that leaves no room for those of the files beside it and of its backups. Raises OSError."""
    name = len(os.fsencode(path.name))
    room = _BACKUP - max(0, backup_names.LONGEST - name)
    if name > _LONGEST_NAME or len(os.fsencode(path.absolute())) + room >= _LONGEST_PATH:
        raise OSError(errno.ENAMETOOLONG, "")


def companions(path: Path) -> tuple[Path, Path]:
    """Return where SQLite keeps what is not in the file yet: its rollback journal and its write-ahead log."""
    return path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal")


def discard(path: Path) -> None:
    """Remove an unfinished journal with all that lies beside it, or what a kill left of one."""
    for leftover in (path, *companions(path), path.with_name(f"{path.name}.lock")):
        with contextlib.suppress(OSError):
            leftover.unlink(missing_ok=True)


def discard_left(path: Path) -> None:
    """Remove what a kill left of journals that were to take the place of this one; they may be readable."""
    for purpose in UNFINISHED:
        discard(path.with_name(f".{path.name}.{purpose}"))


def make_folder(folder: Path, *, deep: bool = False) -> None:
    """Make a folder that only its owner may enter; `deep` also makes the folders above it. Raises OSError.

    Each new name is on the disk before anything is put into it.
    """
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
        if not deep:
            break
    for new in reversed(missing):
        new.mkdir(mode=0o700, exist_ok=True)
        sync_folder(new.parent)


def private(path: Path) -> None:
    """Let only the owner read and write the file, where the file system knows owners."""
    with contextlib.suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
