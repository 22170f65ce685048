"""Movements tried: the counts of each, up, no change and down, leg by leg, and the last tries one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.analysis.movements import movements
from journal.analysis.results import MovementCount
from journal.domain.body import LEGS
from journal.domain.movement import MovementTry
from journal.i18n import _, clock, day, number
from journal.ui.widgets.controls import Card, button, clear_layout, label
from journal.ui.widgets.plain_table import PlainTable
from journal.wording import labels
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
        row = QHBoxLayout()
        row.addWidget(self.start)
        row.addStretch()
        for part in (self.none, self.table, self.explanation, self._heading):
            self.body.addWidget(part)
        self.body.addLayout(self.last)
        self.body.addWidget(self.show_all)
        self.body.addLayout(row)

    def show_tries(self, tries: Sequence[MovementTry]) -> None:
        """Show all of them, oldest first as given."""
        self._tries = tuple(tries)
        self.counts = movements(tries)
        for part in (self.table, self.explanation, self._heading):
            part.setVisible(bool(tries))
        self.none.setVisible(not tries)
        legs = [leg for leg in LEGS if any(_counted(found, leg) for found in self.counts)]
        head = [_("Movement or position"), _("tries")]
        for leg in legs:
            name = labels.leg(leg)
            head += [
                _("{leg}\nup").format(leg=name),
                _("{leg}\nno change").format(leg=name),
                _("{leg}\ndown").format(leg=name),
            ]
        rows = []
        for found in self.counts:
            cells = [found.movement, number(found.tries)]
            for leg in legs:
                counted = found.legs[leg]
                cells += [number(counted.up), number(counted.no_change), number(counted.down)]
            rows.append(cells)
        self.table.show_rows(head, rows, [wording.count(found) for found in self.counts])
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
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        when = _("{day}, {time}").format(day=day(tried.day), time=clock(tried.tried_at))
        text = _("{when} · {movement}. {result}").format(
            when=when, movement=tried.movement, result=wording.result(tried)
        )
        row.addWidget(label(text, wrap=True), 1)
        part = button(_("Delete"), lambda: self.deleted.emit(tried), "link")
        part.setAccessibleName(_("Delete the try of {movement}, {when}").format(movement=tried.movement, when=when))
        row.addWidget(part)
        return box


def _counted(found: MovementCount, leg: object) -> int:
    counts = found.legs[leg]  # type: ignore[index]
    return counts.up + counts.down + counts.no_change
