"""Says that the journal cannot be opened: what happened, what is safe, what to do."""

import sys

from PySide6.QtWidgets import QMessageBox

from journal.i18n import _


def tell_trouble(sentence: str) -> None:
    """Show one sentence and wait until it is read; it also goes to the terminal, for whoever started from there."""
    print(sentence, file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.NoIcon, _("Sciatica Journal"), sentence)
    box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
