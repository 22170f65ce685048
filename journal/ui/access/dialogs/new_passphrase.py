"""Choosing a passphrase: twice the same, long enough to help, and with plain words about what it means."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.i18n import _
from journal.storage.protect import wrong_with
from journal.ui.access.dialogs.secret_field import SecretField
from journal.ui.widgets.controls import in_a_column, label
from journal.wording import passphrase as wording


class NewPassphrase(QWidget):
    """Two fields and one line that says what is still missing."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = SecretField(_("New passphrase"))
        self.second = SecretField(_("The same again"))
        self.said = label("", "quiet", wrap=True)
        self.setLayout(in_a_column(self.first, self.second, self.said, spacing=8))
        self.setFocusProxy(self.first)
        self.first.changed.connect(self._check)
        self.second.changed.connect(self._check)
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.entered)
        self._check()

    @property
    def passphrase(self) -> str | None:
        """The passphrase, once both fields agree and it will do."""
        words = self.first.text
        return words if not wrong_with(words) and words == self.second.text else None

    def clear(self) -> None:
        """Forget both."""
        self.first.clear()
        self.second.clear()

    @Slot()
    def _check(self) -> None:
        words = self.first.text
        self.said.setText(wording.progress(words, self.second.text, wrong_with(words)))
        self.changed.emit()
