"""The own activities as a step: each rated 0 to 10, to be chosen, renamed and retired."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QVBoxLayout, QWidget

from journal.i18n import _
from journal.ui.widgets.answers import Answers
from journal.ui.widgets.controls import Card, button, clear_layout, in_a_column, in_a_row, label
from journal.ui.widgets.flow import FlowLayout
from journal.wording import weekly as wording

MOST = 5


class ActivityRow(QWidget):
    """One activity and its scale."""

    rated = Signal()
    rename_asked = Signal()
    retire_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.scale = Answers([(value, str(value)) for value in range(11)], name, role="scale")
        self.scale.chosen.connect(self.rated)
        self.more = button(_("Change"), self._menu, "link", tip=_("Rename or retire “{name}”").format(name=name))
        self.more.setAccessibleName(_("Change “{name}”").format(name=name))
        head = in_a_row((label(name, wrap=True), 1), self.more)
        self.setLayout(in_a_column(head, self.scale, spacing=4, margins=(0, 4, 0, 8)))

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Rename, also in earlier weeks"), self.rename_asked.emit)
        menu.addAction(_("Retire: not asked about any more"), self.retire_asked.emit)
        return menu

    def _menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


class ActivitiesStep(QWidget):
    """Plain names and numbers in and out; it knows no journal."""

    changed = Signal()
    """A rating."""
    arranged = Signal()
    """Another set of activities."""
    renamed = Signal(str, str)
    """The old name, the new one."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, ActivityRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._hint = label("", "quiet", wrap=True)
        self.own = QLineEdit()
        self.own.setPlaceholderText(_("an activity in your own words"))
        self.own.setAccessibleName(_("Another activity"))
        self.own.setMaxLength(80)
        self.own.returnPressed.connect(self._add_own)
        self.add_button = button(_("Add"), self._add_own)
        self._suggested = QWidget()
        self._suggestions = FlowLayout(self._suggested, 8)
        rate = Card(_("How well did each go this week?"), label(_(wording.SCALE), "quiet", wrap=True), self._list)
        self._adding = Card(_("Your own activities"), label(_(wording.CHOOSE), wrap=True), self._suggested)
        row = in_a_row((self.own, 1), self.add_button)
        self._adding.body.addLayout(row)
        self._rate = rate
        self.setLayout(in_a_column(rate, self._hint, self._adding, None, spacing=12, margins=(0, 0, 6, 0)))
        self._arrange()

    @property
    def names(self) -> tuple[str, ...]:
        """The activities, in order."""
        return tuple(self._rows)

    def ratings(self) -> dict[str, float]:
        """What is rated, 0..10."""
        values = {name: row.scale.value for name, row in self._rows.items()}
        return {name: float(value) for name, value in values.items() if isinstance(value, int)}

    def set_value(self, names: tuple[str, ...], ratings: Mapping[str, float]) -> None:
        """Show these activities and ratings, without telling."""
        for row in self._rows.values():
            row.setParent(None)
            row.deleteLater()
        self._rows = {}
        for name in (*names, *(name for name in ratings if name not in names)):
            self._insert(name)
        for name, value in ratings.items():
            self._rows[name].scale.choose(int(value))
        self._arrange()

    def row(self, name: str) -> ActivityRow:
        """One activity's row."""
        return self._rows[name]

    def add(self, name: str) -> None:
        """Add an activity, once."""
        name = " ".join(name.split())
        if name and name not in self._rows and len(self._rows) < MOST:
            self._insert(name)
            self._arrange()
            self.arranged.emit()

    def retire(self, name: str) -> None:
        """Ask about it no more; what was rated stays in the journal."""
        row = self._rows.pop(name)
        row.setParent(None)
        row.deleteLater()
        self._arrange()
        self.arranged.emit()

    def rename(self, old: str, new: str) -> None:
        """Give an activity another name, here and in what was rated."""
        new = " ".join(new.split())
        if not new or new in self._rows:
            return
        ratings = {new if name == old else name: value for name, value in self.ratings().items()}
        self.set_value(tuple(new if name == old else name for name in self._rows), ratings)
        self.renamed.emit(old, new)

    def _insert(self, name: str) -> None:
        row = ActivityRow(name)
        row.rated.connect(self.changed)
        row.rename_asked.connect(lambda: self._ask_name(row.name))
        row.retire_asked.connect(lambda: self.retire(row.name))
        self._rows[name] = row
        self._list.addWidget(row)

    def _arrange(self) -> None:
        self._rate.setVisible(bool(self._rows))
        self._adding.setVisible(len(self._rows) < MOST)
        self._hint.setVisible(len(self._rows) >= MOST)
        self._hint.setText(_("Five are enough. To take up another one, retire one of these first."))
        clear_layout(self._suggestions)
        for text in (_(suggestion) for suggestion in wording.SUGGESTIONS):
            if text not in self._rows:
                chip = button(_("+ {activity}").format(activity=text), partial(self.add, text), "chip")
                chip.setAccessibleName(_("Add “{activity}”").format(activity=text))
                self._suggestions.addWidget(chip)
        self._suggested.updateGeometry()

    def _ask_name(self, old: str) -> None:
        new, agreed = QInputDialog.getText(self, _("Rename"), _("New name, also for earlier weeks:"), text=old)
        if agreed:
            self.rename(old, new)

    @Slot()
    def _add_own(self) -> None:
        self.add(self.own.text())
        self.own.clear()
