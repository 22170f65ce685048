"""How long a key press or a click takes until the region is painted, with all 57 regions marked.

    python -m tests.benchmarks.paint [ROUNDS]

One frame at 60 Hz is 16.7 ms. Measured from sending the real event until the map has painted itself, in a window of
1280 x 820 at 100 % and at 200 % text, in the offscreen platform: the same raster painting as on a screen, without
the time the desktop takes to show it. Ends with 1 if the 95th percentile passes 16 ms.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from journal.domain.body import REGIONS
from journal.domain.entry import Entry, Kind, Symptom
from journal.storage.repository import Repository
from journal.ui.main_window import MainWindow
from journal.ui.preferences import TEXT_SIZE, WELCOMED, Preferences
from journal.ui.session import Session
from journal.ui.theme import Theme
from tests.ui.pointer import LEFT, middle, wait

FRAME_MS = 16.0
GIVE_UP_S = 20
NOW = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)


class Painted(QObject):
    """Notices when a widget has painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.count += 1
        return False


def timed(app: QApplication, painted: Painted, act: Callable[[], None]) -> tuple[float, float]:
    """Milliseconds from the event until the map has painted what it asks for: by the wall, and of this thread."""
    app.processEvents()
    before, start, worked = painted.count, time.perf_counter(), time.thread_time()
    act()
    while painted.count == before:
        app.processEvents()
        if time.perf_counter() - start > GIVE_UP_S:
            raise TimeoutError("nothing was painted")
    return (time.perf_counter() - start) * 1000, (time.thread_time() - worked) * 1000


def measure(app: QApplication, folder: Path, size: int, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Times by what was done."""
    preferences = Preferences(folder / f"settings{size}.ini")
    preferences.set_value(TEXT_SIZE, size)
    preferences.set_value(WELCOMED, "yes")
    theme = Theme(app, preferences)
    repository = Repository.open(folder / f"journal{size}.sqlite")
    repository.save(*(Entry(recorded_at=NOW, scope="now", symptoms=marks) for marks in all_regions()))
    window = MainWindow(Session(repository, lambda: NOW), theme, preferences)
    window.resize(1280, 820)
    window.show()
    page = window.page("check_in")
    page.marks.load(all_regions()[0])
    wait(1500)  # charts and analysis have been loaded
    painted = Painted(page.map)
    times: dict[str, list[tuple[float, float]]] = {"click": [], "Space": [], "wheel step": [], "erase": []}
    regions = list(REGIONS)
    for step in range(rounds):
        region = regions[step % len(regions)]
        button = page.map.buttons(region)[0]
        bring_into_view(button)
        page.brush_panel.choose_strength(1 + step % 4)
        times["click"].append(timed(app, painted, lambda b=button: QTest.mouseClick(b, LEFT, pos=middle(b))))
        page.brush_panel.choose_strength(6 + step % 4)
        button.setFocus()
        times["Space"].append(timed(app, painted, lambda b=button: QTest.keyClick(b, Qt.Key.Key_Space)))
        times["wheel step"].append(timed(app, painted, lambda r=region: page.map.turned.emit(r, -1)))
        times["erase"].append(timed(app, painted, lambda b=button: QTest.keyClick(b, Qt.Key.Key_Delete)))
        page.marks.undo()
    window.close()
    return times


def bring_into_view(button: QWidget) -> None:
    """What large text puts out of sight is not painted."""
    inside: QWidget | None = button
    while (inside := inside.parentWidget()) is not None:
        if isinstance(inside, QScrollArea):
            inside.ensureWidgetVisible(button)


def all_regions() -> list[tuple[Symptom, ...]]:
    """Every region with two kinds each."""
    pain = tuple(Symptom(region, Kind.PAIN, 5) for region in REGIONS)
    return [pain + tuple(Symptom(region, Kind.TINGLING, 4) for region in REGIONS)]


def main() -> int:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    slowest = 0.0
    print(f"{'text':>5} {'what':<11} {'median ms':>9} {'95 % ms':>8} {'of them computing, median ms':>29}")
    with tempfile.TemporaryDirectory() as folder:
        for size in (100, 200):
            for what, pairs in measure(app, Path(folder), size, rounds).items():
                walls, works = zip(*pairs, strict=True)
                median, high = statistics.median(walls), statistics.quantiles(walls, n=20)[-1]
                slowest = max(slowest, high)
                print(f"{size:>4}% {what:<11} {median:9.1f} {high:8.1f} {statistics.median(works):29.1f}")
    return 0 if slowest < FRAME_MS else 1


if __name__ == "__main__":
    sys.exit(main())
