"""Files and folders of a journal: private, and on the disk before anyone says so."""

import contextlib
import os
import sys
from pathlib import Path


def companions(path: Path) -> tuple[Path, Path]:
    """Return where SQLite keeps what is not in the file yet: its rollback journal and its write-ahead log."""
    return path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal")


def make_folder(folder: Path, *, deep: bool = False) -> None:
    """Make a folder that only its owner may enter; `deep` also makes the folders above it. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=deep, exist_ok=True)
        if deep:
            folder.chmod(0o700)


def private(path: Path) -> None:
    """Let only the owner read and write the file, where the file system knows owners."""
    with contextlib.suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)


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
