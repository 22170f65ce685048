"""How long each page takes to come, and how long the window stops while work goes on beside it.

    python -m tests.benchmarks.pages [--rounds 3]

A whole window on ten years of entries, in the offscreen platform. A page is timed from the press in the sidebar until
it has painted itself: the first time with loading what it needs, later without. The first ladder counts from that press
too, a switch of range until the new ladder shows. A stop is the longest time between two turns of the event loop, as
a timer of a millisecond feels it, while charts are drawn, the summary is laid out, a file is imported and a backup is
made. Prints a Markdown table and ends with 1 if a limit is passed.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from journal.exchange.files import read_file, write_file
from journal.storage import second
from journal.storage.repository import Repository
from journal.ui.app import settle
from journal.ui.main_window import MainWindow
from journal.ui.page import PAGES
from journal.ui.preferences import WELCOMED, Preferences
from journal.ui.session import Session
from journal.ui.tasks import LatestTask
from journal.ui.theme import Theme
from tests.benchmarks.ladder_of_ten_years import LAST, entries_of_ten_years
from tests.ui.pointer import wait

FIRST_MS, AGAIN_MS, LADDER_MS, SWITCH_MS, STOP_MS = 150, 100, 250, 120, 50
RANGES = (14, 28, 182, 365, None, 56)
NOW = datetime.combine(LAST, datetime.max.time(), UTC).replace(hour=20, microsecond=0)


class LoopProbe(QObject):
    """A timer that notices how long the event loop did not turn."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._timer = QTimer(self, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to look."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Return the longest stop since then, in milliseconds."""
        self._tick()
        self._timer.stop()
        return self.longest * 1000

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


class Painted(QObject):
    """Notices that a page paints itself; what every other widget is told would cost more than it does."""

    done = False

    def watch(self, page: QWidget) -> None:
        """Wait for this page."""
        self.done = False
        page.removeEventFilter(self)
        page.installEventFilter(self)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        self.done = self.done or event.type() is QEvent.Type.Paint
        return False


def until(app: QApplication, condition: Callable[[], bool], seconds: float = 20) -> None:
    """Turn the event loop until something is so. Raises TimeoutError after so many seconds."""
    give_up = time.perf_counter() + seconds
    awake = QTimer(interval=5)  # waiting as a program does: a loop that turns for nothing takes Python from the others
    awake.start()
    while not condition():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > give_up:
            raise TimeoutError("it did not come")


class Measured:
    """One window and what was measured on it."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        preferences = Preferences(folder / "settings.ini")
        preferences.set_value(WELCOMED, "yes")
        self.repository = Repository.open(folder / "journal.sqlite")
        self.repository.save(*entries_of_ten_years())
        self.session = Session(self.repository, lambda: NOW)
        self.window = MainWindow(self.session, Theme(app, preferences), preferences)
        self.window.resize(1280, 820)
        self.window.show()
        self.probe, self.painted = LoopProbe(), Painted()
        until(app, lambda: self.session.progress is not None)
        settle()
        wait(4000)  # what goes on after the start is measured by tests.benchmarks.startup

    def visit(self, key: str) -> float:
        """Return the milliseconds from the press until the page has painted."""
        assert self.window.page_key != key
        began = time.perf_counter()
        self.window.go_to(key)
        self.painted.watch(self.window.page(key))
        until(self.app, lambda: self.painted.done)
        return (time.perf_counter() - began) * 1000

    def first_ladder(self) -> float:
        """Return the milliseconds from the press until the first chart shows."""
        began = time.perf_counter()
        self.window.sidebar.button("progress").click()
        until(self.app, lambda: self.window.page("progress").ladder.drawn)
        return (time.perf_counter() - began) * 1000

    def switches(self) -> list[float]:
        """Return the milliseconds of each switch of range."""
        page, taken = self.window.page("progress"), []
        for days in RANGES:
            began = time.perf_counter()
            QTest.mouseClick(page.ranges.choices.part(days), Qt.MouseButton.LeftButton)
            until(self.app, lambda: not page.busy and page.ladder.drawn)
            taken.append((time.perf_counter() - began) * 1000)
        return taken

    def stop_while(self, work: Callable[[], object], done: Callable[[], bool]) -> float:
        """Return the longest stop of the window while something goes on, in milliseconds."""
        work()
        self.probe.start()
        until(self.app, done)
        return self.probe.stop()

    def stop_beside(self, work: Callable[[], object]) -> float:
        """The same for work in the window's own kind of thread."""
        task: LatestTask[object] = LatestTask(self.window)
        ended: list[object] = []
        task.answered.connect(ended.append)
        task.failed.connect(ended.append)
        stop = self.stop_while(lambda: task.ask(lambda: (work(), True)), lambda: bool(ended))
        if isinstance(ended[0], Exception):
            raise ended[0]
        return stop


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    rows: list[tuple[str, float, float]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = Measured(app, folder)
        rows.append(("first ladder, from the press on Progress", one.first_ladder(), LADDER_MS))
        scroll_through(one)
        one.switches()
        again = [taken for _round in range(rounds) for taken in one.switches()]
        rows.append(("a switch of range seen before, median", statistics.median(again), SWITCH_MS))
        one.probe.start()
        one.switches()
        scroll_through(one)
        rows.append(("stop while charts are drawn", one.probe.stop(), STOP_MS))
        for info in PAGES:
            if info.section == "start" or info.key in ("check_in", "progress"):
                continue
            first = one.visit(info.key)
            rows.append((f"{info.key}, first time", first, FIRST_MS))
            one.probe.start()
            wait(1200)
            rows.append((f"stop while {info.key} goes on", one.probe.stop(), STOP_MS))
        for info in PAGES:
            if info.section == "start":
                continue
            seen = []
            for _round in range(rounds):
                here = (one.window.page_key, info.key)
                one.visit(next(key for key in ("learn", "settings", "journal") if key not in here))
                seen.append(one.visit(info.key))
                wait(200)
            rows.append((f"{info.key}, seen before", statistics.median(seen), AGAIN_MS))
        file, backup = folder / "all.json", one.repository
        rows.append(
            (
                "stop while everything is written to a file",
                one.stop_beside(lambda: write_file(file, one.session.records)),
                STOP_MS,
            )
        )
        rows.append(("stop while a file is read to be imported", one.stop_beside(lambda: read_file(file)), STOP_MS))
        rows.append(
            (
                "stop while a backup is made",
                one.stop_beside(lambda: second.back_up(backup, NOW, reason="by-hand")),
                STOP_MS,
            )
        )
        one.window.close()
    print("| ten years of entries | ms | at most |\n|---|---|---|")
    for what, taken, most in rows:
        print(f"| {what} | {taken:.0f}{' **' if taken > most else ''} | {most:.0f} |")
    return int(any(taken > most for _what, taken, most in rows))


def scroll_through(one: Measured) -> None:
    """Look at every chart of the Progress page."""
    area = one.window.page("progress").findChild(QScrollArea)
    bar = area.verticalScrollBar()
    for step in range(0, bar.maximum() + 1, 400):
        bar.setValue(step)
        wait(250)
    bar.setValue(0)
    wait(300)


if __name__ == "__main__":
    sys.exit(main())
