"""Remembers whether what is on the clipboard came from here, so that locking can take it away again."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication


class ClipboardGuard(QObject):
    """Not every system can say whose it is; what changes while this program is in front was copied here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours = False
        self._clipboard.dataChanged.connect(self._changed)

    def clear(self) -> None:
        """Empty it, if what is there came from here."""
        if self._ours or self._clipboard.ownsClipboard():
            self._clipboard.clear()
            self._ours = False

    @Slot()
    def _changed(self) -> None:
        in_front = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        self._ours = self._clipboard.ownsClipboard() or in_front
