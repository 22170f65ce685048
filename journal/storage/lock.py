"""One program at a time may write a journal: a lock of the operating system's, gone with the process that held it."""

import os
import sys
import time
from pathlib import Path

from journal.domain.errors import Fault
from journal.storage.faults import storage_error

_TRIES, _PAUSE_SECONDS = 10, 0.1  # a command of a moment should not turn a window away

if sys.platform == "win32":
    import msvcrt

    def _acquire(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _acquire(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Held from construction to `release`. The file stays, empty: removing it would let two in at once.

    Unlike a lock file that names a process, nothing is left to judge after a kill. Raises StorageError "locked", and
    OSError if the file cannot be made.
    """

    def __init__(self, journal: Path) -> None:
        self._descriptor = os.open(journal.with_name(f"{journal.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        for attempt in range(_TRIES):
            try:
                _acquire(self._descriptor)
                return
            except (BlockingIOError, PermissionError):
                if attempt < _TRIES - 1:
                    time.sleep(_PAUSE_SECONDS)
            except OSError:
                return  # a file system without such locks: SQLite's own still keep single writes apart
        self.release()
        raise storage_error(Fault.LOCKED, journal)

    def release(self) -> None:
        """Let others in."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
