"""What was being typed in a dialog when the journal locked: kept inside the journal, and shown after unlocking.

A check-in has its draft; a dialog has to be answered with no before the window can be cleared.
"""

from contextlib import suppress

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.storage.journal_settings import UNSAVED_TEXT
from journal.storage.repository import Repository
from journal.ui.access.panel import Panel, PanelDialog, show_over, text_to_read
from journal.ui.main_window import MainWindow
from journal.ui.widgets.controls import button


class UnsavedTextPanel(Panel):
    """Shows the texts to be copied; answers True once the person is done with them."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        super().__init__(
            _("You were typing when the journal locked"),
            _("The dialog had to close. This is what was in it; copy what you need before it goes."),
        )
        self.text = text_to_read("\n".join(texts), _("What you had typed"))
        self.add(self.text)
        self.copy_button = button(_("Copy it"), self._copy, "primary")
        self.done_button = self.answer_button(_("I do not need it any more"), True)
        self.add_buttons(self.copy_button, self.done_button)
        self.setFocusProxy(self.copy_button)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())


def save(repository: Repository) -> None:
    """Keep what is typed in the dialogs over the window; what cannot be kept is not worth staying unlocked."""
    texts = tuple(
        text
        for dialog in QApplication.topLevelWidgets()
        if isinstance(dialog, QDialog) and dialog.isVisible() and not isinstance(dialog, PanelDialog)
        for field in dialog.findChildren(QWidget)
        if (text := _typed(field))
    )
    if texts:
        with suppress(JournalError):
            repository.set_setting(UNSAVED_TEXT, texts)


def offer(window: MainWindow) -> None:
    """Show what was kept, if anything was."""
    try:
        texts = window.session.repository.setting(UNSAVED_TEXT)
    except JournalError:
        return
    if texts:
        show_over(window, UnsavedTextPanel(texts), lambda done: _forget(window) if done else None)


def _forget(window: MainWindow) -> None:
    window.session.set_setting(UNSAVED_TEXT, ())


def _typed(field: QWidget) -> str:
    """Return what a person has typed in a field; never a passphrase."""
    if isinstance(field, QLineEdit):
        own = field.isModified() and field.echoMode() is QLineEdit.EchoMode.Normal
        return field.text().strip() if own else ""
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.toPlainText().strip() if field.document().isModified() else ""
    return ""
