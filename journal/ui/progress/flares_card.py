"""Flares that the journal saw, each with the person's own word on whether it was one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from journal.analysis.results import Flare
from journal.i18n import _
from journal.ui.widgets.controls import Card, LineLabel, button, label, toggle
from journal.ui.widgets.flow import FlowLayout
from journal.wording import episodes as episode_words

SHOWN_AT_FIRST = 4


class FlareRow(QWidget):
    """One flare: its sentence, and the two answers."""

    def __init__(self, answered: Callable[[Flare, bool], object]) -> None:
        super().__init__()
        self._answered = answered
        self._flare: Flare | None = None
        self.sentence = LineLabel("")
        self.yes, self.no = toggle(_("It was a flare"), "chip"), toggle(_("It was not"), "chip")
        self._group = QButtonGroup(self)
        for part in (self.yes, self.no):
            self._group.addButton(part)
        self._group.setExclusive(False)  # none is checked before the first answer
        flow = FlowLayout(self, 8)
        flow.addWidget(self.sentence)
        flow.addWidget(self.yes)
        flow.addWidget(self.no)
        self.yes.clicked.connect(partial(self._answer, True))
        self.no.clicked.connect(partial(self._answer, False))

    def show_flare(self, flare: Flare) -> None:
        """Show one."""
        self._flare = flare
        self.sentence.setText(episode_words.flare(flare))
        self.yes.setChecked(flare.confirmed is True)
        self.no.setChecked(flare.confirmed is False)
        for part in (self.yes, self.no):
            part.setVisible(flare.asked or flare.confirmed is not None)
            part.setAccessibleDescription(self.sentence.text())

    def _answer(self, confirmed: bool, _checked: bool = False) -> None:
        self.yes.setChecked(confirmed)
        self.no.setChecked(not confirmed)
        if self._flare is not None:
            self._answered(self._flare, confirmed)


class FlaresCard(Card):
    """The flares of the range, the latest first."""

    answered = Signal(object, bool)
    """A flare, and whether it was one."""

    def __init__(self) -> None:
        super().__init__(_("Flares"))
        self.nothing = label(_("No flare was seen in these days."), "quiet", wrap=True)
        self.about = label(
            _(
                "Days whose worst pain was 2 points or more above the usual of the 14 days before. They are shaded on"
                " the charts; one that was none is no longer shaded, and stays in this list."
            ),
            "quiet",
            wrap=True,
        )
        self.rows: list[FlareRow] = []
        self._flares: tuple[Flare, ...] = ()
        self._all = False
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.show_all = button("", self._open, "link")
        for part in (self.nothing, self.about):
            self.body.addWidget(part)
        self.body.addLayout(self._list)
        self.body.addWidget(self.show_all)

    def show_flares(self, flares: tuple[Flare, ...]) -> None:
        """Show these, oldest first as they come."""
        self._flares = tuple(reversed(flares))
        self._fill()

    def _fill(self) -> None:
        shown = self._flares if self._all else self._flares[:SHOWN_AT_FIRST]
        while len(self.rows) < len(shown):
            row = FlareRow(self.answered.emit)
            self.rows.append(row)
            self._list.addWidget(row)
        for row, flare in zip(self.rows, shown, strict=False):
            row.show_flare(flare)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(shown))
        more = len(self._flares) - len(shown)
        self.show_all.setText(episode_words.earlier_ones(more))
        self.show_all.setVisible(more > 0)
        self.nothing.setVisible(not self._flares)
        self.about.setVisible(bool(self._flares))

    @Slot()
    def _open(self) -> None:
        self._all = True
        self._fill()
