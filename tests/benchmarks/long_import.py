"""A table of 100,000 rows brought along: through the window, and by the command line.

    python -m tests.benchmarks.long_import [--rows 100000]

The window imports it with real panels in the offscreen platform, once stopped in the middle of the saving and once to
the end, and takes it back; the command line imports it in a process of its own. Prints a Markdown table of the time,
the processor's time, the longest stop of the window's event loop and the most memory; ends with 1 if the processor
took longer than 20 s, memory went above 400 MB or a stop while a progress bar showed was longer than 50 ms.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from journal.exchange.importers.reading import Ask
from journal.storage.repository import Repository
from journal.ui.access.actions import AccessActions
from journal.ui.access.controller import AccessController
from journal.ui.access.panel import PanelDialog
from journal.ui.app import return_memory, settle
from journal.ui.importing.columns_step import ColumnsStep
from journal.ui.importing.details_step import DetailsStep
from journal.ui.importing.names_step import NamesStep
from journal.ui.importing.preview_step import PreviewStep
from journal.ui.importing.progress_panel import ProgressPanel
from journal.ui.preferences import WELCOMED, Preferences
from journal.ui.theme import Theme
from journal.ui.widgets import dialogs
from tests.benchmarks.pages import LoopProbe, until
from tests.exchange.importers.samples import DIARY, table

SECONDS, MOST_MB, STOP_MS = 20, 400, 50
A_DAY = 28
PLACES = ("left calf", "left knee; left calf", "lower back", "right buttock, right calf")
NOW = datetime(2026, 11, 26, 20, tzinfo=UTC)


def long_table(rows: int) -> bytes:
    """A table of many rows a day, up to the last day."""
    first = NOW.date() - timedelta(days=rows // A_DAY)
    return table([DIARY, *(_row(first, number) for number in range(rows))])


def _row(first: date, number: int) -> list[str]:
    minute = number % A_DAY * 50
    note = f"note {number}" if number % 3 == 0 else ""
    day = first + timedelta(days=number // A_DAY)
    return [
        day.isoformat(), f"{minute // 60:02}:{minute % 60:02}", str(number % 10 + 1), PLACES[number % 4], "6.5", note,
    ]  # fmt: skip


class Imported:
    """A window that imports a file, and how long it stopped in each part."""

    def __init__(self, app: QApplication, folder: Path, file: Path) -> None:
        self.app = app
        self.stops: dict[str, float] = {}
        self._probe = LoopProbe()
        path = folder / "journal.sqlite"
        Repository.open(path).close()
        preferences = Preferences(folder / "settings.ini")
        preferences.set_value(WELCOMED, "yes")
        self._theme = Theme(app, preferences)
        self.access = AccessController(self._theme, preferences, lambda: NOW)
        AccessActions(self.access).open(path)
        self.until(lambda: self.access.window is not None and self.access.window.isVisible())
        self.until(lambda: self.access.session.progress is not None)
        settle()
        dialogs.choose_file = lambda *_args: file

    def until(self, there: Callable[[], bool]) -> None:
        """Turn the event loop until something is so. Raises TimeoutError after five minutes."""
        until(self.app, there, 300)

    def panel(self, kind: type) -> PanelDialog | None:
        """The panel of that kind that shows."""
        shown = (part for part in self.app.topLevelWidgets() if isinstance(part, PanelDialog) and part.isVisible())
        return next((part.panel for part in shown if isinstance(part.panel, kind)), None)

    def part(self, name: str, act: Callable[[], object], there: Callable[[], bool]) -> None:
        """Do something and wait for what comes of it, with an eye on the event loop."""
        act()
        self._probe.start()
        self.until(there)
        self.stops[name] = max(self._probe.stop(), self.stops.get(name, 0.0))

    def to_the_preview(self) -> None:
        """Answer everything up to the preview."""
        button = self.access.window.page("settings").journal.import_button
        self.access.window.go_to("settings")
        self.part("reading", button.click, lambda: self.panel(ColumnsStep) is not None)
        for kind, after in ((ColumnsStep, NamesStep), (NamesStep, DetailsStep), (DetailsStep, PreviewStep)):
            step = self.panel(kind)
            if kind is DetailsStep:
                step.parts[Ask.ZONE, ""].setCurrentText("Europe/London")
            self.part("reading", step.next_button.click, lambda after=after: self.panel(after) is not None)

    def save(self, *, stop: bool) -> None:
        """Import it; stop: but stop in the middle."""
        session = self.access.session
        self.part("before saving", self.panel(PreviewStep).next_button.click, lambda: bool(self.panel(ProgressPanel)))
        panel = self.panel(ProgressPanel)
        self.part("saving", lambda: None, lambda: panel.bar.value() * 2 > panel.bar.maximum() > 0)
        if stop:
            self.part("stopping", panel.cancel.click, lambda: not self.access.flows.busy)
            assert len(session.records) == 0
            return
        self.part("saving", lambda: None, lambda: panel.ended)
        self.part("showing it", lambda: None, lambda: len(session.records) > 0 and not session.busy)

    def undo(self) -> None:
        """Take it back."""
        session = self.access.session
        self.part("undo", self.access.window.notice.undo.click, lambda: self.panel(ProgressPanel) is not None)
        panel = self.panel(ProgressPanel)
        self.part("undo", lambda: None, lambda: panel.ended)
        self.part("showing that", lambda: None, lambda: not len(session.records) and not session.busy)


def by_command_line(folder: Path, file: Path) -> tuple[float, float, float]:
    """Return seconds, seconds of the processor, and megabytes."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [
        sys.executable,
        "main.py",
        "--journal",
        folder / "other.sqlite",
        "import",
        file,
        "--zone",
        "Europe/London",
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return time.perf_counter() - began, used, after.ru_maxrss / 1024


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "table.csv"
        file.write_bytes(long_table(rows))
        wall, used, most = by_command_line(folder, file)
        print("| by | s | CPU, s | MB |\n|---|---|---|---|")
        print(f"| the command line | {wall:.1f} | {used:.1f} | {most:.0f} |")
        bad = used > SECONDS or most > MOST_MB
        return_memory()
        app = QApplication([])
        one = Imported(app, folder, file)
        one.to_the_preview()
        one.save(stop=True)
        began, began_used = time.perf_counter(), time.process_time()
        one.to_the_preview()
        one.save(stop=False)
        wall, used = time.perf_counter() - began, time.process_time() - began_used
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| the window | {wall:.1f} | {used:.1f} | {most:.0f} |\n")
        one.undo()
        print("| the window | longest stop, ms |\n|---|---|")
        for what, stop in one.stops.items():
            print(f"| {what} | {stop:.0f} |")
        bad = (
            bad
            or most > MOST_MB
            or any(one.stops[what] > STOP_MS for what in ("reading", "saving", "stopping", "undo"))
        )
        one.access.window.close()
        one.until(lambda: not one.access.flows.busy)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
