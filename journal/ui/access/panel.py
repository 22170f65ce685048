"""One panel with a heading that asks something, in the startup window or in a dialog over the journal."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from journal.ui.widgets.controls import Card, button, flowing, in_a_column, label, scroll_area, set_style_role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidget

_WIDTH_EMS = 40
_EDGES = 40


class Panel(Card):
    """A title, some sentences, the parts of a subclass, and its buttons last, the most likely first."""

    answered = Signal(object)
    """What the person chose; None for leaving it."""

    def __init__(self, heading: str, *sentences: str) -> None:
        super().__init__()
        self.body.setContentsMargins(28, 24, 28, 24)
        self.body.setSpacing(12)
        self.heading = label(heading, "title", wrap=True)
        self.body.addWidget(self.heading)
        self.sentences: list[QLabel] = []
        self.error_label = label("", "strong", wrap=True)
        self.error_label.hide()
        for sentence in sentences:
            self.add_text(sentence)

    def add_text(self, sentence: str, role: str = "") -> QLabel:
        """Add a sentence."""
        part = label(sentence, role, wrap=True)
        self.sentences.append(part)
        self.body.addWidget(part)
        return part

    def add(self, *parts: QWidget) -> None:
        """Add parts."""
        for part in parts:
            self.body.addWidget(part)

    def new_list(self, name: str, rows: int) -> "QListWidget":
        """A list for the panel, at least so many rows high."""
        from PySide6.QtWidgets import QListWidget

        part = QListWidget()
        set_style_role(part, "list")
        part.setSpacing(4)
        part.setAccessibleName(name)
        part.setMinimumHeight(self.fontMetrics().height() * rows)
        return part

    def add_buttons(self, *buttons: QWidget) -> None:
        """Add a row of buttons that wraps where it is narrow."""
        self.body.addSpacing(4)
        self.body.addWidget(flowing(*buttons))

    def answer_button(self, text: str, answer: object, role: str = "") -> QPushButton:
        """A button that answers with one value."""
        return button(text, lambda: self.answered.emit(answer), role)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, where the panel has its error label."""
        self.error_label.setText(sentence)
        self.error_label.setVisible(bool(sentence))

    def forget(self) -> None:
        """Forget what was typed: the panel is done with."""
        for line in self.findChildren(QLineEdit):
            line.blockSignals(True)
            line.clear()
        for text in self.findChildren(QPlainTextEdit):
            text.blockSignals(True)
            text.clear()


class PanelDialog(QDialog):
    """A panel over the window, as high as its panel, or as the screen: then it scrolls. Closing it leaves the panel."""

    def __init__(self, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self.setWindowTitle(panel.heading.text())
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayout(in_a_column(scroll_area(panel), margins=(12, 12, 12, 12)))
        panel.installEventFilter(self)
        self._update_layout()
        panel.setFocus()

    def done(self, result: int) -> None:
        self.panel.forget()
        super().done(result)

    def reject(self) -> None:
        super().reject()
        self.panel.answered.emit(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # something on the panel came or went
            QTimer.singleShot(0, self, self._update_layout)
        return False

    @Slot()
    def _update_layout(self) -> None:
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        wanted = max(self.fontInfo().pixelSize() * _WIDTH_EMS, self.panel.minimumSizeHint().width() + _EDGES)
        width = max(self.width() if self.isVisible() else 0, min(wanted, room.width()))
        needed = max(self.panel.heightForWidth(width - _EDGES), self.panel.minimumSizeHint().height())
        self.resize(width, min(needed + _EDGES, room.height()))


def text_to_read(text: str, name: str) -> QPlainTextEdit:
    """A text that can be read and copied; Tab leaves it."""
    part = QPlainTextEdit(text)
    part.setReadOnly(True)
    part.setTabChangesFocus(True)
    part.setAccessibleName(name)
    return part


def show_over(window: QWidget, panel: Panel, answered: Callable[[object], object]) -> PanelDialog:
    """Show a panel over a window for one answer; leaving it answers None."""
    dialog = PanelDialog(panel, window)

    def take(answer: object) -> None:
        panel.answered.disconnect(take)
        if answer is not None:
            dialog.accept()
        answered(answer)

    panel.answered.connect(take)
    dialog.open()
    return dialog
