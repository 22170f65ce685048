"""The journal page: the list at the left, the chosen entry at the right."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.entry import Entry
from journal.i18n import _
from journal.ui.history.delegate import EntryDelegate
from journal.ui.history.entry_view import EntryView
from journal.ui.history.model import ENTRY_ROLE, EntryModel
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.widgets.parts import Card, button, label


class HistoryPage(QWidget):
    """Finds an entry again."""

    edit_asked = Signal(object)
    deleted = Signal(object)
    """The deleted entries, for an undo."""
    check_in_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.model = EntryModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(theme, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("Entries, newest first"))
        self.view = EntryView(theme)
        self._build()
        self._connect()
        self._read()

    def chosen(self) -> list[Entry]:
        """The entries chosen in the list, newest first."""
        indexes = sorted(self.list.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [index.data(ENTRY_ROLE) for index in indexes]

    def choose(self, entry_id: str) -> None:
        """Choose one entry and bring it into view."""
        row = self.model.row_of(entry_id)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def _build(self) -> None:
        entries = Card()
        entries.body.addWidget(label(_("Journal"), "title"))
        entries.body.addWidget(self.list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(14)
        splitter.addWidget(entries)
        splitter.addWidget(self._entry_card())
        splitter.setSizes([560, 460])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty_card())
        self._stack.addWidget(splitter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _entry_card(self) -> Card:
        card = Card()
        card.body.addWidget(self.view, 1)
        row = QHBoxLayout()
        self.delete_button = button(_("Delete"), self.delete)
        self.edit_button = button(_("Change"), self._edit, "strong")
        row.addWidget(self.delete_button)
        row.addStretch()
        row.addWidget(self.edit_button)
        card.body.addLayout(row)
        return card

    def _empty_card(self) -> Card:
        card = Card()
        card.body.addStretch()
        for text, role in (
            (_("Your journal is empty."), "title"),
            (_("Every check-in you save appears here. The first takes less than a minute."), "lead"),
        ):
            words = label(text, role, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.body.addWidget(words)
        first = button(_("Check in now"), self.check_in_asked.emit, "primary")
        card.body.addSpacing(12)
        card.body.addWidget(first, 0, Qt.AlignmentFlag.AlignCenter)
        card.body.addStretch()
        return card

    def _connect(self) -> None:
        self._session.changed.connect(self._read)
        self._theme.changed.connect(self.list.doItemsLayout)
        self.list.selectionModel().selectionChanged.connect(self._show_chosen)
        self.list.doubleClicked.connect(self._edit)
        for keys, act in ((Qt.Key.Key_Delete, self.delete), (Qt.Key.Key_Return, self._edit)):
            QShortcut(QKeySequence(keys), self.list, act, context=Qt.ShortcutContext.WidgetShortcut)

    @Slot()
    def _read(self) -> None:
        chosen = {entry.id for entry in self.chosen()}
        row = self.list.currentIndex().row()
        self.model.show(self._session.records.entries)
        rows = self.model.rowCount()
        self._stack.setCurrentIndex(1 if rows else 0)
        kept = next((found for found in map(self.model.row_of, chosen) if found is not None), None)
        if rows:
            self.list.setCurrentIndex(self.model.index(kept if kept is not None else min(max(row, 0), rows - 1)))
        self._show_chosen()

    @Slot(QItemSelection, QItemSelection)
    def _show_chosen(self, *_change: object) -> None:
        chosen = self.chosen()
        self.view.show_entries(chosen)
        self.edit_button.setEnabled(len(chosen) == 1)
        self.delete_button.setEnabled(bool(chosen))

    @Slot()
    def _edit(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.edit_asked.emit(chosen[0])

    @Slot()
    def delete(self) -> None:
        """Delete what is chosen; `deleted` carries it for an undo."""
        gone = self._session.delete(*(entry.id for entry in self.chosen()))
        if gone:
            self.deleted.emit(gone)
