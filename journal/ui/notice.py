"""A line in the place of the direction strip: what was just done, with its undo; or what could not be done."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame

from journal.i18n import _
from journal.ui.widgets.controls import announce, button, in_a_row, label, set_style_role, single_shot

_STAYS_MS = 12_000


class Notice(QFrame):
    """Shows one thing at a time. What was done goes by itself after a while; a fault stays until it is closed."""

    shown = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        set_style_role(self, "notice")
        self.text = label("", wrap=True)
        self.undo = button(_("Undo"), self._undo)
        self.close_button = button(_("Close"), self.hide)
        self._act: Callable[[], object] | None = None
        self.setLayout(in_a_row((self.text, 1), self.undo, self.close_button, margins=(16, 8, 12, 8)))
        self.timer = single_shot(self, _STAYS_MS, self.hide)
        self.hide()

    def done(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done, and how to take it back."""
        self._say(text, undo)
        self.timer.start()

    @Slot(str)
    def fault(self, text: str) -> None:
        """Say what could not be done."""
        self.timer.stop()
        self._say(text, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    def _say(self, text: str, undo: Callable[[], object] | None) -> None:
        self._act = undo
        self.text.setText(text)
        self.undo.setVisible(undo is not None)
        self.show()
        announce(self, text)

    def _undo(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
