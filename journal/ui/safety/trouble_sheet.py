"""A fault of the journal's file: one sentence, and the ways on as buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from journal.i18n import _
from journal.ui.safety import ways
from journal.ui.safety.sheet import Sheet
from journal.ui.safety.ways import Way
from journal.ui.widgets.parts import button


class TroubleSheet(Sheet):
    """Tells what happened, and which way the person goes on."""

    chosen = Signal(object)
    """A `Way`."""

    def __init__(self, sentence: str, offered: Sequence[Way], heading: str = "") -> None:
        super().__init__(heading or _("The journal is not open"), sentence)
        self.buttons = {way: self._button(way, first=way is offered[0]) for way in offered}
        self.add_buttons(list(self.buttons.values()))
        self.setFocusProxy(self.buttons[offered[0]])

    def _button(self, way: Way, *, first: bool) -> QPushButton:
        role = "primary" if first else ("link" if way is Way.CLOSE else "")
        return button(ways.words(way), lambda: self.chosen.emit(way), role)
