"""Two versions of one record, side by side: the person says which one stays."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from journal.domain.records import Record
from journal.i18n import _, pgettext
from journal.ui.access.panel import Panel
from journal.ui.widgets.controls import Card, button, column_of, label
from journal.wording import records as wording

Conflict = tuple[Record, Record]
"""As in the journal, as in the file."""


class ConflictsPanel(Panel):
    """One conflict at a time; answers with the records to take from the file.

    The journal's version is chosen to begin with, so that doing nothing changes nothing.
    """

    def __init__(self, conflicts: tuple[Conflict, ...], new: int) -> None:
        super().__init__(_("Two versions of the same record"))
        self._conflicts = conflicts
        self._choices = [False] * len(conflicts)
        self._at = 0
        self.add_text(wording.conflicts(len(conflicts)))
        if new:
            self.add_text(wording.new_ones(new), "quiet")
        self.count = label("", "heading")
        self.add(self.count)
        self._pair = QWidget()
        grid = QGridLayout(self._pair)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        self.here, self.here_text = self._side(grid, 0, _("Keep this one"), _("In the journal"))
        self.there, self.there_text = self._side(grid, 1, _("Take that one"), _("In the file"))
        self.add(self._pair)
        self.next_button = button(_("Next"), self._next, "primary")
        self.back_button = button(pgettext("to the step before", "Back"), self._back)
        self.all_here = button(_("Keep all of the journal’s"), lambda: self._all(False))
        self.all_there = button(_("Take all of the file’s"), lambda: self._all(True))
        self.cancel = self.answer_button(_("Import nothing"), None, "link")
        several = len(conflicts) > 1
        for part in (self.all_here, self.all_there, self.back_button):
            part.setVisible(several)
        self.add_buttons(self.next_button, self.back_button, self.all_here, self.all_there, self.cancel)
        self.setFocusProxy(self.here)
        self._group = QButtonGroup(self)  # they lie in two cards, so they would not exclude each other by themselves
        self._group.addButton(self.here)
        self._group.addButton(self.there)
        self._show()
        self._group.buttonClicked.connect(self._choose)

    def _side(self, grid: QGridLayout, column: int, words: str, where: str) -> tuple[QRadioButton, QLabel]:
        card = Card(where)
        choice = QRadioButton(words)
        choice.setAccessibleName(_("{where}: {words}").format(where=where, words=words))
        text = label("", wrap=True)
        card.body.addWidget(column_of(choice, text, None, spacing=8))
        grid.addWidget(card, 0, column)
        grid.setColumnStretch(column, 1)
        return choice, text

    def _show(self) -> None:
        old, new = self._conflicts[self._at]
        self.count.setText(
            _("{number} of {count}: {record}").format(
                number=self._at + 1, count=len(self._conflicts), record=wording.kind_of(old)
            )
        )
        ours, theirs = wording.side_by_side(old, new)
        self.here_text.setText(ours)
        self.there_text.setText(theirs)
        (self.there if self._choices[self._at] else self.here).setChecked(True)
        last = self._at == len(self._conflicts) - 1
        self.next_button.setText(_("Import") if last else _("Next"))
        self.back_button.setEnabled(self._at > 0)

    @Slot()
    def _choose(self) -> None:
        self._choices[self._at] = self.there.isChecked()

    @Slot()
    def _next(self) -> None:
        if self._at < len(self._conflicts) - 1:
            self._at += 1
            self._show()
        else:
            self._decide()

    @Slot()
    def _back(self) -> None:
        self._at -= 1
        self._show()

    def _all(self, there: bool) -> None:
        self._choices = [there] * len(self._conflicts)
        self._decide()

    def _decide(self) -> None:
        pairs = zip(self._conflicts, self._choices, strict=True)
        self.answered.emit(tuple(new for (_old, new), take in pairs if take))
