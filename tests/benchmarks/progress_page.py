"""How long the Progress page takes on ten years of entries: first paint, a switch of range, and what the window feels.

Run: QT_QPA_PLATFORM=offscreen python tests/benchmarks/progress_page.py
Times are medians, beside matplotlib drawing as many bare points once; the longest stop is how long one turn of the
window's event loop took while charts were drawn. A switch counts from the click until the new ladder shows.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.storage.repository import Repository
from journal.ui.help_numbers import HelpNumbers
from journal.ui.page import PageContext
from journal.ui.preferences import Preferences
from journal.ui.progress.page import ProgressPage
from journal.ui.session import Session
from journal.ui.theme import Theme
from tests.benchmarks.ladder_of_ten_years import LAST, bare, entries_of_ten_years, median_seconds

RANGES = (14, 28, 182, 365, None, 56)
ROUNDS = 3


class ResponseMonitor:
    """Turns the event loop until something is so, and remembers the longest turn."""

    def __init__(self, app: QApplication) -> None:
        self.app, self.longest = app, 0.0

    def until(self, condition: Callable[[], bool]) -> float:
        """Return the seconds it took."""
        begin = time.perf_counter()
        while not condition():
            turn = time.perf_counter()
            self.app.processEvents()
            self.longest = max(self.longest, time.perf_counter() - turn)
            time.sleep(0.001)
            if time.perf_counter() - begin > 60:
                raise SystemExit("nothing was drawn in a minute")
        return time.perf_counter() - begin


def main() -> None:
    """Print every figure."""
    app = QApplication([])
    folder = Path(tempfile.mkdtemp())
    preferences = Preferences(folder / "settings.ini")
    repository = Repository.open(folder / "journal.sqlite")
    repository.save(*entries_of_ten_years())
    session = Session(repository, lambda: datetime.combine(LAST, datetime.max.time(), UTC).replace(hour=20))
    page = ProgressPage(PageContext(session, Theme(app, preferences), preferences, HelpNumbers(preferences)))
    watch = ResponseMonitor(app)
    session.analyse()
    watch.until(lambda: session.progress is not None)
    page.resize(1060, 780)
    page.show()
    print(f"first ladder, matplotlib loaded with it: {watch.until(lambda: page.ladder.drawn) * 1000:.0f} ms")
    watch.longest = 0.0
    switches: dict[str, list[float]] = {"first time": [], "again": []}
    for times in range(ROUNDS):
        for days in RANGES:
            begin = time.perf_counter()
            QTest.mouseClick(page.ranges.choices.part(days), Qt.MouseButton.LeftButton)
            watch.until(lambda: not page.busy and page.ladder.drawn)
            switches["first time" if times == 0 else "again"].append(time.perf_counter() - begin)
    assert session.progress is not None
    progress = session.progress
    theirs = median_seconds(lambda: bare(progress))
    for name, taken in switches.items():
        middle = statistics.median(taken)
        most = max(taken)
        print(
            f"a switch, {name}: {middle * 1000:.0f} ms (most {most * 1000:.0f}),"
            f" {middle / theirs:.2f} of a bare drawing of ten years ({theirs * 1000:.0f} ms)"
        )
    print(f"longest stop of the window: {watch.longest * 1000:.0f} ms")
    page.finish()
    page.close()
    session.close()


if __name__ == "__main__":
    main()
