"""Starts the program on one journal. Neither numpy nor matplotlib is loaded here: they come when first needed."""

import os
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journal import i18n, paths
from journal.i18n import _
from journal.ui.icons import app_icon
from journal.ui.main_window import MainWindow
from journal.ui.preferences import LAST_JOURNAL, Preferences
from journal.ui.safety import keeper
from journal.ui.safety.crash import CrashKeeper
from journal.ui.safety.crash_sheet import CrashSheet
from journal.ui.safety.door import Door
from journal.ui.safety.sheet_dialog import SheetDialog
from journal.ui.theme import Theme


def run(journal: Path | None, passphrase: str | None = None) -> int:
    """Open the window on a journal (None: the one that was open last), and return the exit code when it closes."""
    os.umask(0o077)  # whatever a library writes besides us is nobody else's to read either
    i18n.use_language(None)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(_("Sciatica Journal"))
    app.setDesktopFileName(paths.APP)
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)  # the door decides: a backup follows the last window
    preferences = Preferences(paths.settings_file())
    crashes = CrashKeeper(paths.data_folder(), datetime.now)
    crashes.install()
    door = Door(Theme(app, preferences), preferences)
    door.opened.connect(keeper.attach(door))
    door.opened.connect(lambda window: tell_of_crash(crashes, window))
    crashes.told = lambda: tell_of_fault(door)
    door.left.connect(app.quit)
    door.open(journal or Path(preferences.get(LAST_JOURNAL) or paths.default_journal()), passphrase)
    return app.exec()


def tell_of_crash(crashes: CrashKeeper, window: MainWindow) -> None:
    """Tell of the last crash, once."""
    report = crashes.found()
    if not report:
        return
    sheet = CrashSheet(report)
    dialog = SheetDialog(sheet, window)

    def done(delete: bool) -> None:
        dialog.accept()
        if delete:
            crashes.delete()

    sheet.done.connect(done)
    crashes.put_away()
    dialog.open()


def tell_of_fault(door: Door) -> None:
    """Tell of a fault that the program survived, in the window that is open."""
    if door.window is not None:
        door.window.notice.fault(
            _("Something in the program went wrong. What you saved is kept; if a page looks odd, start again.")
        )
