"""A field for a passphrase: hidden or shown, and a word where capitals seem to be locked."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.i18n import _
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.controls import in_a_column, in_a_row, label, set_style_role


class _Line(QLineEdit):
    """Tells by what is typed whether Caps Lock is on: Qt cannot ask every system."""

    capitals = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(text.isupper() is not shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(False)
        super().keyPressEvent(event)


class SecretField(QWidget):
    """What is typed stays out of undo, completion and spelling; `entered` comes with the Return key."""

    entered = Signal()
    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.line.setMaxLength(1000)
        self.line.setAccessibleName(name)
        self.show_button = Button(_("Show"))
        self.show_button.setCheckable(True)
        self.show_button.setAccessibleName(_("Show the passphrase"))
        set_style_role(self.show_button, "small")
        self.capitals = label(_("Caps Lock seems to be on."), "strong")
        self.capitals.hide()
        row = in_a_row((self.line, 1), self.show_button)
        self.setLayout(in_a_column(label(name), row, self.capitals, spacing=4))
        self.setFocusProxy(self.line)
        self.show_button.toggled.connect(self._show)
        self.line.capitals.connect(self.capitals.setVisible)
        self.line.returnPressed.connect(self.entered)
        self.line.textChanged.connect(self.changed)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget it, and hide what comes next."""
        self.line.clear()
        self.show_button.setChecked(False)
        self.capitals.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and not self.isEnabled():
            self.show_button.setChecked(False)

    @Slot(bool)
    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.show_button.setText(_("Hide") if shown else _("Show"))
