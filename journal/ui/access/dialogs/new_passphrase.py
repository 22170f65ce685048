"""Choosing a passphrase: twice the same, long enough to help, and with plain words about what it means."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.errors import StorageError
from journal.i18n import _
from journal.storage import protect
from journal.ui.access.dialogs.secret_field import SecretField
from journal.ui.widgets.controls import label

SHORTEST = 8
"""Characters. Fewer are tried out in minutes on a computer of today; the fields say so."""


class NewPassphrase(QWidget):
    """Two fields and one line that says what is still missing."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = SecretField(_("New passphrase"))
        self.second = SecretField(_("The same again"))
        self.said = label("", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.first, self.second, self.said):
            column.addWidget(part)
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
        words, again = self.first.text, self.second.text
        if not words:
            said = _("Several words that you will still know in a year are better than one with odd characters.")
        elif missing := wrong_with(words):
            said = missing
        elif not again:
            said = _("Now type the same again.")
        elif again != words:
            said = _("The two are not the same yet.")
        else:
            said = _("Good: both are the same.")
        self.said.setText(said)
        self.changed.emit()


def wrong_with(words: str) -> str:
    """Return what keeps a text from being a passphrase, or ""."""
    if words != words.strip():
        return _("A space at its beginning or end is too easily forgotten: leave it out.")
    if len(words) < SHORTEST:
        return _("Too short to keep anybody out: at least {count} characters.").format(count=SHORTEST)
    try:
        protect.check_new(Path(), words)
    except StorageError:
        return _("Only characters that can be seen and typed again, please.")
    return ""
