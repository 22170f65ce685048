"""One day: all its entries, the whole-day one first, each to change or delete; or that nothing is noted."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from journal.domain.entry import Entry
from journal.i18n import _, weekday
from journal.ui.history.entry_view import EntrySheet
from journal.ui.theme import Theme
from journal.ui.widgets.controls import (
    button,
    clear_layout,
    column_of,
    in_a_column,
    in_a_row,
    label,
    line,
    set_style_role,
)
from journal.wording import entries as entry_words
from journal.wording import search as wording


class DayEntry(QWidget):
    """One entry of the day, with what can be done with it."""

    def __init__(self, theme: Theme, entry: Entry, view: "DayView") -> None:
        super().__init__()
        self.entry = entry
        self.sheet = EntrySheet(theme)
        self.sheet.show_entry(entry, entry_words.time_and_scope(entry))
        self.delete = button(_("Delete"), lambda: view.delete_asked.emit(entry))
        self.change = button(_("Change"), lambda: view.edit_asked.emit(entry), "strong")
        what = entry_words.time_and_scope(entry)
        self.delete.setAccessibleName(_("Delete: {what}").format(what=what))
        self.change.setAccessibleName(_("Change: {what}").format(what=what))
        self.setLayout(in_a_column(self.sheet, in_a_row(self.delete, None, self.change)))


class DayView(QWidget):
    """Shows one day."""

    edit_asked = Signal(object)
    delete_asked = Signal(object)
    add_asked = Signal(object)
    """A day for which an entry is to be added."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.day: date | None = None
        self.entries: list[DayEntry] = []
        self.title = label("", "brand", wrap=True)
        self.count = label("", "quiet")
        self.empty = label("", "lead", wrap=True)
        self.add: QPushButton = button(_("Add an entry for this day"), self._add, "strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(_("Entries of the day"))
        set_style_role(self._scroll, "reading")
        self._scroll.setWidget(column_of(self.empty, self._list, None, spacing=12, right=8))
        self.setLayout(in_a_column(self.title, self.count, (self._scroll, 1), self.add))

    def show_day(self, day: date, entries: Sequence[Entry], today: date) -> None:
        """Show a day's entries, given in the order to show them."""
        new_day = day != self.day
        self.day = day
        self.title.setText(weekday(day))
        self.count.setText(wording.count(len(entries), len(entries), searching=False))
        self.count.setVisible(len(entries) > 1)
        clear_layout(self._list)
        self.entries = [DayEntry(self._theme, entry, self) for entry in entries]
        for part in self.entries:
            if self._list.count():
                self._list.addWidget(line())
            self._list.addWidget(part)
        self.empty.setText(_("Nothing is noted for this day. That says nothing about how it was."))
        self.empty.setVisible(not entries)
        self.add.setVisible(day <= today)
        self.add.setText(_("Add an entry for today") if day == today else _("Add an entry for this day"))
        if new_day:
            self._scroll.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be done here."""
        (self.entries[0].change if self.entries else self.add).setFocus()

    def _add(self) -> None:
        if self.day is not None:
            self.add_asked.emit(self.day)
