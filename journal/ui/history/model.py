"""The entries as a Qt model, newest first: words for reading and hearing, the `Entry` itself for everything else."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.domain.entry import Entry
from journal.wording import entries as wording

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractListModel):
    """One row an entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these entries, given oldest first."""
        self.beginResetModel()
        self._entries = list(reversed(entries))
        self._rows = {entry.id: row for row, entry in enumerate(self._entries)}
        self.endResetModel()

    def row_of(self, entry_id: str) -> int | None:
        """The row of an entry, or None."""
        return self._rows.get(entry_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return wording.spoken(entry)
        return None
