"""Whether a window can be shown at all, found out before Qt could abort the program over it."""

import os
import sys
from contextlib import suppress

_NEED_NONE = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Qt's own platforms that bring a screen along."""


def named() -> bool:
    """Whether the surroundings name a screen; Windows and macOS always do."""
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    return platform in _NEED_NONE or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def works() -> bool:
    """Whether Qt starts on it. Tried in a child process: over a missing display or library, Qt ends the program."""
    if sys.platform != "linux":
        return True
    try:
        from PySide6 import QtGui
    except ImportError:
        return False
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            import resource

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            app = QtGui.QGuiApplication(sys.argv[:1])
            os._exit(0 if app.primaryScreen() else 1)
        os._exit(1)
    return os.waitpid(child, 0)[1] == 0
