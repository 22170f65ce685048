"""What is asked in a dialog that is waited for: files, questions, forms. One place knows how many are open."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLayout, QPushButton, QWidget
from shiboken6 import isValid

from journal.i18n import _
from journal.ui.widgets.controls import LineLabel, add_to, button, in_a_column, scroll_area

FRAME = QSize(8, 48)
"""What a title bar and the edges of a window take at most, before it is known what they take."""
Answer = TypeVar("Answer")
_open = 0
_waiting: list[tuple[QObject, Callable[[], object]]] = []


def when_closed(context: QObject, call: Callable[[], object]) -> None:
    """Call once no dialog is waited for any more and whoever asked has gone on; never for a context that is gone."""
    _waiting.append((context, call))
    if not _open:
        QTimer.singleShot(0, context, _tell)


def _tell() -> None:
    if not _open:
        calls, _waiting[:] = list(_waiting), []
        for context, call in calls:
            QTimer.singleShot(0, context, call)


def waited_for(show: Callable[[], Answer]) -> Answer:
    """Show a dialog that holds up the caller, and return what it gives."""
    global _open
    _open += 1
    try:
        return show()
    finally:
        _open -= 1
        if not _open and _waiting:
            QTimer.singleShot(0, _waiting[0][0], _tell)


def accepted(dialog: QDialog) -> bool:
    """Show a dialog, and return whether it was agreed to. It can be read until the caller has ended; then it goes."""
    agreed = waited_for(dialog.exec) == QDialog.DialogCode.Accepted
    if isValid(dialog):  # one that deletes itself on closing is gone
        dialog.deleteLater()
    return agreed


def choose_file(parent: QWidget, heading: str, kinds: str, folder: Path | str = "") -> Path | None:
    """Ask for a file that is there; None if the person thinks better of it."""
    return _path(lambda: QFileDialog.getOpenFileName(parent, heading, str(folder), kinds))


def choose_place(
    parent: QWidget, heading: str, kinds: str, suggestion: Path | str = "", *, overwrite: bool = True
) -> Path | None:
    """Ask where to write a file; None if the person thinks better of it. An ending is added where there is none."""
    chosen = choose_place_and_kind(parent, heading, kinds, suggestion, overwrite=overwrite)
    if chosen is None:
        return None
    place, ending = chosen[0], Path(suggestion).suffix
    return place if place.suffix or not ending else place.with_name(f"{place.name}{ending}")


def choose_place_and_kind(
    parent: QWidget, heading: str, kinds: str, suggestion: Path | str = "", *, overwrite: bool = True
) -> tuple[Path, str] | None:
    """Ask where to write a file, and as which of several kinds."""
    options = QFileDialog.Option(0) if overwrite else QFileDialog.Option.DontConfirmOverwrite
    name, kind = waited_for(
        lambda: QFileDialog.getSaveFileName(parent, heading, str(suggestion), kinds, options=options)
    )
    return (Path(name), kind) if name else None


def choose_folder(parent: QWidget, heading: str) -> Path | None:
    """Ask for a folder; None if the person thinks better of it."""
    name = waited_for(lambda: QFileDialog.getExistingDirectory(parent, heading))
    return Path(name) if name else None


def _path(show: Callable[[], tuple[str, str]]) -> Path | None:
    name, _kind = waited_for(show)
    return Path(name) if name else None


def resize_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its size in pixels, or what the screen has room for."""
    dialog.resize(QSize(width, height).boundedTo(dialog.screen().availableSize() - QSize(40, 60)))


class ScrollingDialog(QDialog):
    """As high as what it holds, or as the screen: then that scrolls, and the answers under it stay in sight."""

    def lay_out_within_screen(self, width: int, content: QWidget, answers: QLayout) -> None:
        """Put the answers under the content. width: in pixels, where the screen has room for it."""
        self._width, self._content, self._area = width, content, scroll_area(content)
        self.setLayout(in_a_column((self._area, 1), answers, spacing=12, margins=(24, 20, 24, 20)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        around = self.size() - self._area.viewport().size()
        needed = self._content.heightForWidth(self._width - around.width())
        if needed < 0:  # whatever the width
            needed = self._content.sizeHint().height()
        resize_within_screen(self, self._width, needed + around.height())


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
        column = in_a_column((self.text, Qt.AlignmentFlag.AlignTop), spacing=8, margins=(24, 20, 24, 20))
        self.setLayout(column)
        column.addSpacing(8)
        add_to(column, *self.buttons)
        self.buttons[0].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.width(), self.heightForWidth(self.width()))  # Qt narrows it after it has asked for the height

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
    waited_for(dialog.exec)
    dialog.deleteLater()
    return answers[dialog.chosen][1]


def sure(parent: QWidget, question: str, yes: str, no: str | None = None) -> bool:
    """Ask whether to do something that loses or changes something; Enter, Escape and closing say no."""
    return choose(parent, question, (no or _("Go back"), False), (yes, True))
