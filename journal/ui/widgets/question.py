"""A question that has to be answered before something goes on."""

from typing import TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from journal.i18n import _
from journal.ui.widgets.parts import LineLabel, button

Answer = TypeVar("Answer")


class Question(QDialog):
    """One sentence, and its answers below one another, so that none is cut however large the text.

    The first answer is the one that neither loses nor invents anything: Enter, Escape and closing give it too.
    """

    def __init__(self, parent: QWidget, text: str, answers: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Sciatica Journal"))
        self.setAccessibleName(text)
        self.text = LineLabel(text)
        self.text.setMinimumWidth(min(self.text.sizeHint().width(), 24 * self.fontMetrics().height()))
        self.chosen = 0
        self.buttons = [self._button(words, number) for number, words in enumerate(answers)]
        self.buttons[0].setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self.text, 0, Qt.AlignmentFlag.AlignTop)
        column.addSpacing(8)
        for part in self.buttons:
            column.addWidget(part)
        self.buttons[0].setFocus()

    def _button(self, words: str, number: int) -> QPushButton:
        part = button(words, lambda: self._answer(number), "" if number else "strong")
        part.setAutoDefault(True)  # Enter is for the answer that has the keyboard
        return part

    @Slot(int)
    def _answer(self, number: int) -> None:
        self.chosen = number
        self.accept()


def choose(parent: QWidget, question: str, *answers: tuple[str, Answer]) -> Answer:
    """Ask, and return the value of the answer given. answers: each button's words and value, as in `Question`."""
    dialog = Question(parent, question, tuple(words for words, _value in answers))
    dialog.exec()
    dialog.deleteLater()
    return answers[dialog.chosen][1]
