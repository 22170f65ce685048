"""One sheet with a heading, as the way into the journal and the dialogs about it show it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.parts import Card, label


class Sheet(Card):
    """A title, some sentences, the parts of a subclass, and its buttons last, the most likely first."""

    def __init__(self, heading: str, *sentences: str) -> None:
        super().__init__()
        self.body.setContentsMargins(28, 24, 28, 24)
        self.body.setSpacing(12)
        self.heading = label(heading, "title", wrap=True)
        self.body.addWidget(self.heading)
        self.sentences: list[QLabel] = []
        for sentence in sentences:
            self.say(sentence)

    def say(self, sentence: str, role: str = "") -> QLabel:
        """Add a sentence."""
        part = label(sentence, role, wrap=True)
        self.sentences.append(part)
        self.body.addWidget(part)
        return part

    def add(self, part: QWidget) -> None:
        """Add a part."""
        self.body.addWidget(part)

    def forget(self) -> None:
        """Forget what was typed: the sheet is done with."""
        for line in self.findChildren(QLineEdit):
            line.blockSignals(True)
            line.clear()
        for text in self.findChildren(QPlainTextEdit):
            text.blockSignals(True)
            text.clear()

    def add_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Add a row of buttons that wraps where it is narrow."""
        row = QWidget()
        flow = FlowLayout(row, 10)
        for part in buttons:
            flow.addWidget(part)
        self.body.addSpacing(4)
        self.body.addWidget(row)


def column_of(*parts: QWidget) -> QWidget:
    """Some parts under each other that can be shown and hidden together."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for part in parts:
        column.addWidget(part)
    return box
