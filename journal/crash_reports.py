"""What is left of a crash: where in the program it was, and nothing of what anybody wrote.

A report names exception types, files and functions of the program, line numbers and versions: never a message and
never a value, as these may quote the journal.
"""

import contextlib
import faulthandler
import os
import platform
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from journal import __version__
from journal.domain.errors import StorageError

_REPORT, _FATAL, _TOLD = "crash-report.txt", "crash-fatal.txt", "crash-told.txt"
_LARGEST = 200_000
_SET_DUMPABLE = 4
"""PR_SET_DUMPABLE of Linux."""
_FRAMES = 60


def forbid_core_dumps() -> None:
    """Let the system write no image of this process when it dies: the journal and its passphrase would be in it."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # where a program that collects them does not ask for the limit
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


class CrashReports:
    """Writes reports into a folder. `install` makes it do so for whatever nobody else catches."""

    def __init__(self, folder: Path, now: Callable[[], datetime], versions: str = "") -> None:
        self._folder = folder
        self._now = now
        self._versions = versions
        """Of what the window is made with."""
        self.on_report: Callable[[], object] | None = None
        """Called after a report was written while the program goes on."""

    def install(self) -> None:
        """Take over from here on: exceptions of every thread, and what ends the process without one."""
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._caught(args.exc_type, args.exc_value, args.exc_traceback)
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self._folder / _FATAL, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
            faulthandler.enable(descriptor)  # open as long as the process is

    def found(self) -> str:
        """Return the report of the last crash, or "" if there was none since it was put away."""
        return "\n".join(filter(None, (_read(self._folder / name) for name in (_REPORT, _FATAL))))

    def put_away(self) -> None:
        """Keep the reports under another name: they have been told of."""
        text = self.found()
        with contextlib.suppress(OSError):
            descriptor = os.open(self._folder / _TOLD, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii", errors="replace") as file:
                file.write(f"{text}\n")
            (self._folder / _REPORT).unlink(missing_ok=True)
            os.truncate(self._folder / _FATAL, 0)  # not removed: this process holds it open

    def delete(self) -> None:
        """Delete what was put away."""
        with contextlib.suppress(OSError):
            (self._folder / _TOLD).unlink(missing_ok=True)

    def write(self, error: BaseException) -> None:
        """Add one report; an error while doing so is dropped, as there is nobody left to tell."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._folder / _REPORT
            if path.exists() and path.stat().st_size > _LARGEST:
                return
            with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600), "a", encoding="ascii") as file:
                file.write(report(error, self._now(), self._versions))

    def _caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        self.write(error)
        if self.on_report is not None:
            self.on_report()


def report(error: BaseException, at: datetime, versions: str = "") -> str:
    """Return a report in plain ASCII: types, places and versions."""
    lines = [
        f"Sciatica Journal {__version__}, {at.isoformat(timespec='seconds')}",
        ", ".join(filter(None, (f"Python {platform.python_version()}", versions, platform.platform()))),
    ]
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        code = _code(link)
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}" + (f" ({code})" if code else ""))
        lines += _frames(link.__traceback__)
        link = link.__cause__ or link.__context__
    return "".join(f"{ascii(line)[1:-1]}\n" for line in lines) + "\n"


def _frames(trace: TracebackType | None) -> list[str]:
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"  {_place(code.co_filename)}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return found[-_FRAMES:]


def _place(name: str) -> str:
    """Return a file's name without the folders above the program, which may hold a person's name."""
    parts = Path(name).parts
    for anchor in ("site-packages", "journal"):
        if anchor in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(anchor) - (anchor == "journal") :])
    return Path(name).name


def _code(error: BaseException) -> str:
    """Return an error's code where it has one of the program's own words or a number."""
    if isinstance(error, StorageError):
        return str(error.fault)
    numbers = (getattr(error, name, None) for name in ("sqlite_errorcode", "errno"))
    return next((str(number) for number in numbers if isinstance(number, int)), "")


def _read(path: Path) -> str:
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            return file.read(_LARGEST).strip()
    except OSError:
        return ""
