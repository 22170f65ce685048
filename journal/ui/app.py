"""Starts the window on one journal. Neither numpy nor matplotlib is loaded here: they come when first needed."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journal import i18n, paths
from journal.domain.errors import JournalError
from journal.i18n import _
from journal.storage.repository import Repository
from journal.ui.icons import app_icon
from journal.ui.main_window import MainWindow
from journal.ui.preferences import Preferences
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.trouble import tell_trouble


def run(journal: Path, passphrase: str | None = None) -> int:
    """Open the window on a journal, a new one if there is none, and return the exit code when it closes."""
    i18n.use_language(None)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(_("Sciatica Journal"))
    app.setDesktopFileName(paths.APP)
    app.setWindowIcon(app_icon())
    preferences = Preferences(paths.settings_file())
    theme = Theme(app, preferences)
    try:
        repository = Repository.open(journal, passphrase=passphrase)
    except JournalError as error:
        tell_trouble(str(error))
        return 1
    window = MainWindow(Session(repository), theme, preferences)
    window.show()
    return app.exec()
