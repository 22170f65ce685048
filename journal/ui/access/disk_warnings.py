"""What is saved although the disk reported a fault right after, told in the window."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from journal.outfile import disk_log


class DiskWarnings(QObject):
    """Passes on what `outfile.disk_log` is told, also from other threads, for as long as it lives."""

    told = Signal(str)
    """One sentence for the person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        handler = _Handler(self.told.emit)
        disk_log.addHandler(handler)
        self.destroyed.connect(lambda: disk_log.removeHandler(handler))


class _Handler(logging.Handler):
    def __init__(self, tell: Callable[[str], object]) -> None:
        super().__init__()
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        self._tell(record.getMessage())
