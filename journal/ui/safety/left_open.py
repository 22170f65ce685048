"""What was being typed in a dialog when the journal locked: kept inside the journal, and shown after unlocking.

A check-in has its draft; a dialog has to be answered with no before the window can be cleared.
"""

import json
from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.storage.repository import Repository
from journal.ui.main_window import MainWindow
from journal.ui.safety.sheet import Sheet
from journal.ui.safety.sheet_dialog import SheetDialog
from journal.ui.widgets.parts import button

_WORD = "left_open"


class LeftOpenSheet(Sheet):
    """Shows the texts to be copied; gone once the person is done with them."""

    done = Signal()

    def __init__(self, texts: list[str]) -> None:
        super().__init__(
            _("You were typing when the journal locked"),
            _("The dialog had to close. This is what was in it; copy what you need before it goes."),
        )
        self.text = QPlainTextEdit("\n".join(texts))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("What you had typed"))
        self.add(self.text)
        self.copy_button = button(_("Copy it"), self._copy, "primary")
        self.done_button = button(_("I do not need it any more"), self.done.emit)
        self.add_buttons([self.copy_button, self.done_button])
        self.setFocusProxy(self.copy_button)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())


def typed() -> list[str]:
    """Return what a person has typed in the dialogs over the window; never a passphrase."""
    texts = []
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible() and not isinstance(dialog, SheetDialog):
            texts += [text for field in dialog.findChildren(QWidget) if (text := _typed(field))]
    return texts


def keep(repository: Repository, texts: list[str]) -> None:
    """Keep the texts in the journal, if there are any; what cannot be kept is not worth staying unlocked."""
    if texts:
        with suppress(JournalError):
            repository.keep_word(_WORD, json.dumps(texts, ensure_ascii=False))


def offer(window: MainWindow, repository: Repository) -> None:
    """Show what was kept, if anything was."""
    try:
        word = repository.word(_WORD)
        texts = [str(text) for text in json.loads(word)] if word else []
    except (JournalError, ValueError, TypeError):
        return
    if not texts:
        return
    sheet = LeftOpenSheet(texts)
    dialog = SheetDialog(sheet, window)

    def done() -> None:
        dialog.accept()
        try:
            repository.keep_word(_WORD, None)
        except JournalError as error:
            window.notice.fault(str(error))

    sheet.done.connect(done)
    dialog.open()


def _typed(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        own = field.isModified() and field.echoMode() is QLineEdit.EchoMode.Normal
        return field.text().strip() if own else ""
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.toPlainText().strip() if field.document().isModified() else ""
    return ""
