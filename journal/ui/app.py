"""Starts the program on one journal. Neither numpy nor matplotlib is loaded here: they come when first needed."""

import ctypes
import gc
import os
import signal
import sys
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from journal import paths
from journal.crash_reports import CrashReports
from journal.i18n import _
from journal.printing.application import make_application
from journal.storage import engine
from journal.ui import language as languages
from journal.ui import screen
from journal.ui.access.actions import AccessActions
from journal.ui.access.controller import AccessController
from journal.ui.icons import app_icon
from journal.ui.main_window import MainWindow
from journal.ui.page import PAGES
from journal.ui.preferences import LANGUAGE, LAST_JOURNAL, Preferences
from journal.ui.theme import Theme

_STARTED_MS = 3_000
_MALLOC_OPTIONS = ((-8, 1), (-3, 128 * 1024), (-1, 128 * 1024))
"""M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD of malloc.h: one heap for all threads, and no large block in it."""
_SWITCH_SECONDS = 0.0001
"""How soon a thread that draws or computes lets the window's go on: a fiftieth of Python's own. The window's waits many
times for each thing it does."""


def run(journal: Path | None, passphrase: str | None = None, language: str = "") -> int:
    """Open the window on a journal (None: the one that was open last), and return the exit code when it closes.

    language: "" for the one chosen in Settings.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends it at once: Python's own way waits for Python to run
    return_memory()
    os.umask(0o077)  # whatever a library writes besides us is nobody else's to read either
    app = QApplication.instance() or make_application(QApplication)
    assert isinstance(app, QApplication)
    preferences = Preferences(paths.settings_file())
    languages.use(language or preferences.get(LANGUAGE))
    app.setApplicationName(_("Sciatica Journal"))
    app.setDesktopFileName(paths.APP)
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)  # the controller decides: a backup follows the last window
    crashes = CrashReports(paths.data_folder(), datetime.now, screen.qt_versions())
    crashes.install()
    access = AccessController(Theme(app, preferences), preferences)
    actions = AccessActions(access)
    access.opened.connect(partial(tell_of_crash, crashes))
    crashes.on_report = partial(tell_of_fault, access)
    access.closed.connect(app.quit)
    actions.open(journal or Path(preferences.get(LAST_JOURNAL) or paths.default_journal()), passphrase)
    PAGES[0].load()  # while the journal is read
    QTimer.singleShot(_STARTED_MS, settle)
    del passphrase  # nobody keeps it longer than it takes
    return app.exec()


def return_memory() -> None:
    """Let what is freed go back to the system, where the C library is glibc: a program that is open all day would else
    keep the most it ever needed, in a heap for each thread.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            for option, value in _MALLOC_OPTIONS:
                ctypes.CDLL(None).mallopt(option, value)


def settle() -> None:
    """Once it has started: load what saving needs; collect garbage from now on, but never again look through what the
    start has made; and let the window's thread go on soon beside others.
    """
    engine.load_tools()
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.freeze()
    gc.enable()


def tell_of_crash(crashes: CrashReports, window: MainWindow) -> None:
    """Tell of the last crash, once."""
    report = crashes.found()
    if report:
        from journal.ui.access.dialogs.crash import CrashPanel
        from journal.ui.access.panel import show_over

        crashes.put_away()
        show_over(window, CrashPanel(report), lambda delete: crashes.delete() if delete else None)


def tell_of_fault(access: AccessController) -> None:
    """Tell of a fault that the program survived, in the window that is open."""
    if access.window is not None:
        access.window.notice.fault(
            _("Something in the program went wrong. What you saved is kept; if a page looks odd, start again.")
        )
