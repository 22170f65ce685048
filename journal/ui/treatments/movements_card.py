"""Movements tried: the counts of each, up, no change and down, leg by leg, and the last tries one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.analysis.movements import movements
from journal.analysis.results import MovementCount
from journal.domain.movement import MovementTry
from journal.i18n import _
from journal.ui.widgets.controls import Card, add_to, button, clear_layout, in_a_row, label
from journal.ui.widgets.plain_table import PlainTable
from journal.wording import movements as wording

_LAST_TRIES = 5


class MovementsCard(Card):
    """Starts a try, and collects them."""

    try_asked = Signal()
    deleted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Movements tried"))
        self.none = label(
            _("Which movements move the pain up, and which down? Mark before, do one movement, mark after."), wrap=True
        )
        self.counts: tuple[MovementCount, ...] = ()
        self.table = PlainTable(_("Movements tried"))
        self.explanation = label(wording.explanation(), "quiet", wrap=True)
        self.start = button(_("Try a movement"), self.try_asked.emit, "strong")
        self.last = QVBoxLayout()
        self._heading = label(_("Last tries"), "heading")
        self.show_all = button(_("Show all tries"), self._show_all, "link")
        self._tries: tuple[MovementTry, ...] = ()
        self._shown = _LAST_TRIES
        for part in (self.none, self.table, self.explanation, self._heading):
            self.body.addWidget(part)
        add_to(self.body, self.last, self.show_all, in_a_row(self.start, None))

    def show_tries(self, tries: Sequence[MovementTry]) -> None:
        """Show all of them, oldest first as given."""
        self._tries = tuple(tries)
        self.counts = movements(tries)
        for part in (self.table, self.explanation, self._heading):
            part.setVisible(bool(tries))
        self.none.setVisible(not tries)
        self.table.show_rows(*wording.table(self.counts))
        self._show_last()

    def _show_all(self) -> None:
        self._shown = len(self._tries)
        self._show_last()

    def _show_last(self) -> None:
        clear_layout(self.last)
        for tried in reversed(self._tries[-self._shown :]):
            self.last.addWidget(self._try_row(tried))
        self.show_all.setVisible(len(self._tries) > self._shown)

    def _try_row(self, tried: MovementTry) -> QWidget:
        box = QWidget()
        row = in_a_row((label(wording.in_a_line(tried), wrap=True), 1))
        box.setLayout(row)
        part = button(_("Delete"), lambda: self.deleted.emit(tried), "link")
        spoken = _("Delete the try of {movement}, {when}")
        part.setAccessibleName(spoken.format(movement=tried.movement, when=wording.when(tried)))
        row.addWidget(part)
        return box
