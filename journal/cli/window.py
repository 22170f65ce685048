"""No command: the window, if there is a screen to put it on."""

import os
import sys
from contextlib import suppress

from journal.cli.context import CannotDo, Context
from journal.i18n import _

_NEED_NO_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_HEADLESS = "add, list, progress, report, chart, import, export, backup, restore, check"


def open_window(context: Context) -> int:
    """Open the window and return its exit code. Raises CannotDo where no window can be shown."""
    if not _has_screen():
        sentence = _("There is no screen to open the window on; these commands need none: {commands} (see --help).")
        raise CannotDo(sentence.format(commands=_HEADLESS))
    try:
        from PySide6 import QtGui  # noqa: F401 - its libraries are what may be missing
    except ImportError as error:
        raise _cannot_start() from error
    if sys.platform == "linux" and not _starts():
        raise _cannot_start()
    from journal.ui.app import run

    return run(context.path, passphrase=context.passphrase())


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    return platform in _NEED_NO_SCREEN or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _starts() -> bool:
    """Try in a child process first: where a display or a library is missing, Qt aborts the whole program."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            import resource

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            from PySide6.QtGui import QGuiApplication

            app = QGuiApplication(sys.argv[:1])
            os._exit(0 if app.primaryScreen() else 1)
        os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def _cannot_start() -> CannotDo:
    sentence = _(
        "The window cannot open here, as the display or a system library is missing (on Debian and Ubuntu: apt install "
        "libxcb-cursor0 libegl1 libxkbcommon-x11-0); these commands need neither: {commands}."
    )
    return CannotDo(sentence.format(commands=_HEADLESS))
