"""A line that asks or offers something without standing in the way: it can be answered, or left alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journal.ui.widgets.controls import LineLabel, announce, button, set_style_role
from journal.ui.widgets.flow import FlowLayout

Answer = tuple[str, Callable[[], object]]
"""The words of a button, and what it does besides closing the line."""


class QuietLine(QFrame):
    """Shows one sentence and its answers; any answer closes it."""

    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style_role(self, "aside")
        self.text = LineLabel("")
        self.answers: list[QPushButton] = []
        self._box = QWidget()
        self._row = QHBoxLayout(self._box)
        self._row.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(self, 8)
        flow.setContentsMargins(14, 5, 10, 5)
        flow.addWidget(self.text)
        flow.addWidget(self._box)
        self.hide()

    def ask(self, text: str, *answers: Answer) -> None:
        """Show a sentence; the same one again changes nothing."""
        if not self.isHidden() and self.text.text() == text:
            return
        self._forget()
        self.text.setText(text)
        for words, act in answers:
            part = button(words, partial(self._answer, act), "small")
            self.answers.append(part)
            self._row.addWidget(part)
        self.show()
        self.shown.emit(True)
        announce(self, text)

    def clear(self) -> None:
        """Show nothing."""
        if not self.isHidden():
            self._forget()
            self.hide()
            self.shown.emit(False)

    def _forget(self) -> None:
        for part in self.answers:
            self._row.removeWidget(part)
            part.deleteLater()
        self.answers = []

    def _answer(self, act: Callable[[], object]) -> None:
        self.clear()
        act()
