"""How long the Progress page takes on ten years of entries: first paint, a switch of range, and what the window feels.

Run: QT_QPA_PLATFORM=offscreen python tests/benchmarks/progress_page.py
Times are medians, beside matplotlib drawing as many bare points once; the longest stop is how long one turn of the
window's event loop took while charts were drawn. A switch counts from the click until the new ladder shows.
"""

import statistics
import sys
import tempfile
import time
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
from tests.benchmarks.pages import LoopProbe, until

RANGES = (14, 28, 182, 365, None, 56)
ROUNDS = 3


def main() -> None:
    """Print every figure."""
    app = QApplication([])
    folder = Path(tempfile.mkdtemp())
    preferences = Preferences(folder / "settings.ini")
    repository = Repository.open(folder / "journal.sqlite")
    repository.save(*entries_of_ten_years())
    session = Session(repository, lambda: datetime.combine(LAST, datetime.max.time(), UTC).replace(hour=20))
    page = ProgressPage(PageContext(session, Theme(app, preferences), preferences, HelpNumbers(preferences)))
    probe = LoopProbe()
    session.analyse()
    until(app, lambda: session.progress is not None)
    page.resize(1060, 780)
    begin = time.perf_counter()
    page.show()
    until(app, lambda: page.ladder.drawn)
    print(f"first ladder, matplotlib loaded with it: {(time.perf_counter() - begin) * 1000:.0f} ms")
    probe.start()
    switches: dict[str, list[float]] = {"first time": [], "again": []}
    for times in range(ROUNDS):
        for days in RANGES:
            begin = time.perf_counter()
            QTest.mouseClick(page.ranges.choices.part(days), Qt.MouseButton.LeftButton)
            until(app, lambda: not page.busy and page.ladder.drawn)
            switches["first time" if times == 0 else "again"].append(time.perf_counter() - begin)
    stop = probe.stop()
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
    print(f"longest stop of the window: {stop:.0f} ms")
    page.finish()
    page.close()
    session.close()


if __name__ == "__main__":
    main()
