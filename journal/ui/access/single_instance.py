"""A second start on the same journal brings the first one's window to the front instead of opening another."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from journal.storage.activation import activation_file, answer
from journal.storage.lock import Lock


class SingleInstance(QObject):
    """Held while a window belongs to a journal, open or locked.

    Both are small empty files beside the journal: the lock is the system's and goes with its process; a second start
    writes a byte into the other, and the first one answers by wiping it away.
    """

    activation_requested = Signal()
    """Another start wants to see the window."""

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        """Raises StorageError "locked" if another window has it, OSError where no such file can be made."""
        super().__init__(parent)
        self._file = activation_file(journal)
        self._lock = Lock(self._file)
        self._watcher = QFileSystemWatcher(self)
        try:
            answer(self._file)
        except OSError:
            self._lock.release()
            raise
        self._watcher.addPath(str(self._file))
        self._watcher.fileChanged.connect(self._check)

    def release(self) -> None:
        """Give the journal up."""
        self._watcher.removePath(str(self._file))
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
        self._lock.release()

    @Slot()
    def _check(self) -> None:
        with contextlib.suppress(OSError):
            if self._file.stat().st_size:
                answer(self._file)
                self.activation_requested.emit()


def acquire(journal: Path, parent: QObject | None = None) -> SingleInstance | None:
    """Take the journal for this program; None where no such file can be made, as in a folder that cannot be written.

    Raises StorageError "locked" if another window has it.
    """
    with contextlib.suppress(OSError):
        return SingleInstance(journal, parent)
    return None
