"""What is looked for: a field for words, a button for the other filters, and a chip for each in force."""

from dataclasses import replace
from datetime import date
from functools import cached_property, partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from journal.analysis.search import Search
from journal.i18n import _
from journal.ui.history.filter_dialog import FilterDialog
from journal.ui.widgets.buttons import show_typed
from journal.ui.widgets.controls import button, clear_layout, in_a_column, in_a_row
from journal.ui.widgets.flow import FlowLayout
from journal.wording import search as wording


class WordField(QLineEdit):
    """A line for words; Escape empties it, the arrow down asks to leave it for what was found."""

    left = Signal()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        words = self.fontMetrics().horizontalAdvance(self.placeholderText()) + 2 * self.fontMetrics().height()
        return size.expandedTo(QSize(words, size.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Says what is looked for; `search` is that."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = Search()
        self.words = WordField()
        self.words.setPlaceholderText(_("Search notes and tags"))
        self.words.setAccessibleName(_("Search notes and tags"))
        self._days = date.min, date.max
        self._left = ""
        self.more = button(_("Filters"), lambda: self.dialog.open(), tip=_("Filter by place, side, kind and dates"))
        self.clear = button(_("Clear all"), self.clear_all, "link")
        self._chip_of: dict[str, QPushButton] = {}
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips, spacing=6)
        first = in_a_row((self.words, 1), self.more)
        self.setLayout(in_a_column(first, self._chips))
        self.words.textChanged.connect(self._read_words)
        self._show_chips()

    @cached_property
    def dialog(self) -> FilterDialog:
        """What asks for everything but words, made when it is first opened: the list is there the sooner."""
        dialog = FilterDialog(self)
        self._fill(dialog)
        dialog.changed.connect(self._read_dialog)
        return dialog

    def set_days(self, first: date, today: date) -> None:
        """Say from when to when the journal reaches."""
        self._days = first, today
        self._refill()

    def tell(self, left: str) -> None:
        """Say how much the filters leave."""
        self._left = left
        self._refill()

    def _fill(self, dialog: FilterDialog) -> None:
        dialog.set_days(*self._days)
        dialog.set_value(self.search)
        dialog.tell(self._left)

    def _refill(self) -> None:
        if "dialog" in vars(self):
            self._fill(self.dialog)

    def set_value(self, search: Search) -> None:
        """Look for this."""
        self.search = search
        if self.words.text().strip() != search.words.strip():
            with QSignalBlocker(self.words):
                self.words.setText(search.words)
        self._refill()
        self._show_chips()
        self.changed.emit()

    @Slot()
    def clear_all(self) -> None:
        """Look for nothing: everything shows."""
        self.set_value(Search())
        self.words.setFocus()

    def chips(self) -> list[QPushButton]:
        """The chip of each thing looked for; pressing it takes it away."""
        return list(self._chip_of.values())

    @Slot(str)
    def _read_words(self, words: str) -> None:
        self.set_value(replace(self.search, words=words))

    @Slot()
    def _read_dialog(self) -> None:
        self.set_value(replace(self.dialog.search, words=self.search.words))

    def _show_chips(self) -> None:
        self._chip_row.removeWidget(self.clear)
        clear_layout(self._chip_row)
        said = wording.criteria(self.search)
        self._chip_of = {}
        for field, text in said.items():
            chip = button("", partial(self._take_away, field), "chip")
            show_typed(chip, text, _("Take away: {what}").format(what=text))
            chip.setText(f"{chip.text()}  ✕")
            self._chip_of[field] = chip
            self._chip_row.addWidget(chip)
        self._chip_row.addWidget(self.clear)
        self.clear.setVisible(bool(said))
        self._chips.setVisible(bool(said))
        hidden = len([field for field in said if field != "words"])
        self.more.setText(_("Filters ({count})").format(count=hidden) if hidden else _("Filters"))

    def _take_away(self, field: str) -> None:
        self.set_value(self.search.without(field))
        self.words.setFocus()
