"""Asks once in a check-in whether the side is the one that was meant: left and right are easily mixed up."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from journal.analysis import prompts
from journal.domain.body import Side
from journal.i18n import _
from journal.ui.check_in.marks_model import MarksModel
from journal.ui.session import Session
from journal.ui.widgets.quiet_line import QuietLine


class SideQuestion(QuietLine):
    """Shows itself beside the map when a mark appears on a side never marked before. It never keeps from saving."""

    def __init__(self, session: Session, marks: MarksModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._marks_model = marks
        self._asked = False
        self._before: frozenset[Side] = frozenset()
        marks.changed.connect(self._look)

    def begin(self) -> None:
        """Another check-in: it may ask again."""
        self.clear()
        self._asked = False
        self._before = prompts.sides(self._session.records.entries)

    @Slot()
    def _look(self) -> None:
        side = prompts.unusual_side(self._before, self._marks_model.symptoms)
        if side is None:
            self.clear()
        elif not self._asked:
            self._asked = True
            self._ask(side)

    def _ask(self, side: Side) -> None:
        if side is Side.RIGHT:
            text = _("You have marked the left side before; this is your right side. Is that right?")
            move = _("Move it to the left")
        else:
            text = _("You have marked the right side before; this is your left side. Is that right?")
            move = _("Move it to the right")
        self.ask(text, (_("Yes"), lambda: None), (move, lambda: self._marks_model.mirror(side)))
