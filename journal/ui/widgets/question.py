"""A question that has to be answered before something goes on."""

from typing import TypeVar

from PySide6.QtWidgets import QMessageBox, QWidget

from journal.i18n import _

Answer = TypeVar("Answer")


def choose(parent: QWidget, question: str, *answers: tuple[str, Answer]) -> Answer:
    """Ask, and return the value of the answer given.

    answers: the words of each button and its value. The first is what Enter, Escape and closing the question give, so
    it has to be the one that neither loses nor invents anything.
    """
    box = QMessageBox(QMessageBox.Icon.NoIcon, _("Sciatica Journal"), question, parent=parent)
    values: dict[object, Answer] = {}
    for number, (words, value) in enumerate(answers):
        role = QMessageBox.ButtonRole.AcceptRole if number else QMessageBox.ButtonRole.RejectRole
        button = box.addButton(words, role)
        values[button] = value
        if not number:
            box.setDefaultButton(button)
            box.setEscapeButton(button)
    box.exec()
    return values.get(box.clickedButton(), answers[0][1])
