"""The entries as a list under what is looked for; several can be chosen at once."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journal.analysis.search import SearchIndex, care, terms
from journal.domain.entry import Entry
from journal.i18n import _, ngettext
from journal.ui.history.delegate import EntryDelegate
from journal.ui.history.filter_bar import FilterBar
from journal.ui.history.model import ENTRY_ROLE, EntryModel
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.widgets.controls import (
    NO_LIMIT,
    FittingArea,
    announce,
    button,
    in_a_column,
    in_a_row,
    label,
    scroll_area,
    set_style_role,
)
from journal.wording import search as wording


class EntryList(QListView):
    """The list itself. Enter opens, Delete deletes; both as signals."""

    opened = Signal()
    delete_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._whole = False

    @property
    def least_height(self) -> int:
        """Below which it does not scroll by itself."""
        return self._theme.px(7)

    def set_whole(self, whole: bool) -> None:
        """Be as high as all rows, for something around it to scroll: two scroll bars beside each other confuse."""
        if whole == self._whole:
            return
        self._whole = whole
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(self._theme.px(24), self._theme.px(7.5)))

    def minimumSizeHint(self) -> QSize:
        rows = self.model().rowCount() if self._whole else 0
        whole = rows * self.sizeHintForRow(0) + 2 * self.frameWidth() if rows else 0
        return QSize(self._theme.px(12), min(max(whole, self.least_height), NO_LIMIT))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        pages = {self.CursorAction.MovePageUp: -1, self.CursorAction.MovePageDown: 1}
        if not self._whole or action not in pages or not self.model().rowCount():
            return super().moveCursor(action, modifiers)
        step = max(1, self.visibleRegion().boundingRect().height() // max(1, self.sizeHintForRow(0)))
        row = self.currentIndex().row() + pages[action] * step
        return self.model().index(min(max(row, 0), self.model().rowCount() - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)


class ListPanel(FittingArea):
    """Finds entries and says which are chosen."""

    chosen_changed = Signal()
    opened = Signal()
    """Enter or a double click on an entry."""
    touched = Signal()
    """A click on an entry."""
    delete_asked = Signal()
    elsewhere_asked = Signal(str)
    """The words that were found in treatments, movement tries or appointments."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._index = SearchIndex()
        self._newest: datetime | None = None
        """When the newest entry was made that was listed here."""
        self.filters = FilterBar()
        self.model = EntryModel(self)
        self.list = EntryList(theme)
        self.list.setModel(self.model)
        self._delegate = EntryDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("Entries, newest first"))
        self.count = label("", "quiet")
        self.elsewhere = button("", lambda: self.elsewhere_asked.emit(self.filters.search.words), "link")
        self.elsewhere.hide()
        self.select_several = button(_("Select several"), lambda: self.set_several(True), "link")
        self._build()
        self._connect(theme)

    def chosen(self) -> list[Entry]:
        """The entries chosen in the list, newest first."""
        indexes = sorted(self.list.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [index.data(ENTRY_ROLE) for index in indexes]

    def choose(self, entry_id: str) -> bool:
        """Choose one entry and bring it into view; filters that hide it are taken away."""
        if self.model.row_of(entry_id) is None and self.filters.search.active:
            self.filters.clear_all()
        row = self.model.row_of(entry_id)
        if row is None:
            return False
        self.list.setCurrentIndex(self.model.index(row))
        return True

    @property
    def several(self) -> bool:
        """Whether rows are ticked one by one."""
        return self._delegate.several

    def set_several(self, several: bool) -> None:
        """Let a click or Space tick a row instead of choosing it alone; or end that."""
        self._delegate.several = several
        mode = QAbstractItemView.SelectionMode
        self.list.setSelectionMode(mode.MultiSelection if several else mode.ExtendedSelection)
        current = self.list.currentIndex()
        if several:
            self.list.clearSelection()
        elif current.isValid():
            self.list.setCurrentIndex(current)
            self.list.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.select_several.setVisible(not several)
        self.count.setVisible(not several)
        self.several_bar.setVisible(several)
        self.list.viewport().update()
        self.list.setFocus()
        self._tell_chosen()

    def show_entries(self) -> None:
        """Read the journal again."""
        entries = self._session.records.entries
        if entries:
            self.filters.set_days(entries[0].day, self._session.today())
        self._find()

    def fit(self) -> None:
        """Let the list scroll by itself, or with what is above it where that leaves it too little."""
        needed = self._column.minimumHeightForWidth(self.viewport().width())
        above = needed - self._stack.minimumSizeHint().height()
        least = max(self.list.least_height, self.none.minimumSizeHint().height())
        self.list.set_whole(self.viewport().height() - above < least)
        super().fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._index.read(self._session.records.entries))

    def _build(self) -> None:
        self.none = QWidget()
        calm = QVBoxLayout(self.none)
        self.none_words = label(_("Nothing fits all of this."), "lead", wrap=True)
        self.none_hint = label("", "quiet", wrap=True)
        self.show_all = button(_("Show all entries"), self.filters.clear_all, "strong")
        calm.addStretch(1)
        for part in (self.none_words, self.none_hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            calm.addWidget(part)
        calm.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignCenter)
        calm.addStretch(2)
        self._stack = QStackedWidget()
        set_style_role(self._stack, "inside")
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.none)
        line = in_a_row((self.count, 1), self.select_several, (self._build_several_bar(), 1))
        elsewhere = (self.elsewhere, Qt.AlignmentFlag.AlignLeft)
        self._column = in_a_column(self.filters, line, elsewhere, (self._stack, 1), spacing=6)
        content = QWidget()
        content.setLayout(self._column)
        scroll_area(content, area=self)

    def _build_several_bar(self) -> QWidget:
        self.several_bar = QWidget()
        self.several_words = label("", "quiet", wrap=True)
        # Translators: chooses everything that shows; also the whole time.
        self.select_all = button(_("All"), self.list.selectAll, tip=_("Choose all that show (Ctrl+A)"))
        self.delete_several = button(_("Delete"), self.delete_asked.emit)
        self.end_several = button(_("Done"), lambda: self.set_several(False), "strong")
        row = in_a_row((self.several_words, 1))
        self.several_bar.setLayout(row)
        for part in (self.select_all, self.delete_several, self.end_several):
            row.addWidget(part)
        self.several_bar.hide()
        return self.several_bar

    def _connect(self, theme: Theme) -> None:
        theme.changed.connect(self.list.doItemsLayout)
        self.filters.changed.connect(self._find)
        self.filters.words.left.connect(self.list.setFocus)
        self.list.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.list.selectionModel().currentChanged.connect(self._bring_into_view)
        self.list.doubleClicked.connect(self._double_clicked)
        self.list.clicked.connect(self._clicked)
        self.list.opened.connect(self.opened)
        self.list.delete_asked.connect(self.delete_asked)

    @Slot(QModelIndex)
    def _bring_into_view(self, current: QModelIndex) -> None:
        row = self.list.visualRect(current)
        if self.list.hasFocus() and row.isValid():
            middle = self.list.mapToParent(row.center()) + self._stack.pos()
            self.ensureVisible(middle.x(), middle.y(), 0, row.height() // 2 + 4)

    @Slot()
    def _find(self) -> None:
        search, entries = self.filters.search, self._session.records.entries
        found: Sequence[Entry] = self._index.find(entries, search) if search.active else entries
        kept = [entry.id for entry in self.chosen()]
        row = self.list.currentIndex().row()
        self._delegate.wanted = terms(search.words)
        with QSignalBlocker(self.list.selectionModel()):
            self.model.show(found)
        self.list.updateGeometry()
        self._choose_again(kept, row)
        count = wording.count(len(found), len(entries), searching=search.active)
        if search.active and count != self.count.text():
            announce(self.count, count)
        self.count.setText(count)
        self.filters.tell(count)
        self.select_several.setEnabled(bool(found))
        others = len(care(self._session.records, search.words)) if terms(search.words) else 0
        self.elsewhere.setText(wording.elsewhere(others))
        self.elsewhere.setVisible(others > 0)
        hint = _("Words are looked for in notes and tags; a place on the body is found under Filters.")
        self.none_hint.setText(hint if terms(search.words) else "")
        self._stack.setCurrentWidget(self.list if found else self.none)
        self._tell_chosen()

    def _choose_again(self, kept: Sequence[str], row: int) -> None:
        """Choose what was chosen; an entry that is newer than all before, instead."""
        rows = self.model.rowCount()
        entries = self._session.records.entries
        before, self._newest = self._newest, entries[-1].recorded_at if entries else None
        if before is not None and self._newest is not None and self._newest > before and not self.several:
            kept, row = (), 0
        found = [self.model.row_of(entry_id) for entry_id in kept]
        again = sorted(number for number in found if number is not None)
        if self.several:
            for number in again:
                self.list.selectionModel().select(self.model.index(number), QItemSelectionModel.SelectionFlag.Select)
        elif rows:
            self.list.setCurrentIndex(self.model.index(again[0] if again else min(max(row, 0), rows - 1)))

    @Slot()
    def _tell_chosen(self) -> None:
        count = len(self.list.selectionModel().selectedIndexes())
        self.several_words.setText(
            ngettext("{count} chosen", "{count} chosen", count).format(count=count)
            if count
            else _("Click the entries, or press Space.")
        )
        self.delete_several.setEnabled(count > 0)
        self.chosen_changed.emit()

    @Slot(QModelIndex)
    def _clicked(self, _index: QModelIndex) -> None:
        if not self.several:
            self.touched.emit()

    @Slot(QModelIndex)
    def _double_clicked(self, _index: QModelIndex) -> None:
        if not self.several:
            self.opened.emit()
