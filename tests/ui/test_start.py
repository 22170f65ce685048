"""The window is there at once: what it does not show is loaded, made and drawn later, or not again."""

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journal.charts.chart_spec import ChartSpec
from journal.domain.entry import Entry, Kind, Symptom
from journal.storage.repository import Repository
from journal.ui.widgets import chart_artist
from journal.ui.widgets.chart_view import ChartView
from tests.ui.conftest import entry
from tests.ui.pointer import LEFT, middle

ROOT = Path(__file__).parents[2]
START = """
import os, sys
from journal.ui.main_window import MainWindow
was = MainWindow._go_on
def shown(window):
    loaded = sorted(sys.modules)
    print("SHOWN", " ".join(window._pages), "|", " ".join(loaded), flush=True)
    os._exit(0)
MainWindow._go_on = shown
from journal.cli import main
main()
"""
LATER = (
    "babel", "click", "dateutil", "fontTools", "matplotlib", "numpy", "pluggy",
    "journal.analysis.progress", "journal.analysis.results.progress", "journal.analysis.weekly", "journal.cli.commands",
    "journal.domain.day_draft", "journal.domain.weekly", "journal.exchange", "journal.ui.access.flows.closing",
    "journal.ui.access.flows.moving", "journal.ui.widgets.date_fields", "journal.wording.direction",
    "journal.wording.help_lines", "journal.wording.redflags", "uuid",
)  # fmt: skip
"""What the first look at the check-in does not need."""


@pytest.fixture(scope="module")
def started(tmp_path_factory) -> tuple[list[str], set[str]]:
    """The pages made and the modules loaded when the window shows for the first time."""
    home = tmp_path_factory.mktemp("home")
    places = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    journal = home / "data" / "sciatica-journal" / "journal.sqlite"
    journal.parent.mkdir(parents=True)
    with Repository.open(journal) as repository:
        repository.save(Entry(recorded_at=datetime.now(UTC), scope="day", symptoms=(Symptom("sacrum", Kind.PAIN, 4),)))
    done = subprocess.run(
        [sys.executable, "-c", START],
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "LC_ALL": "en_GB.UTF-8"},
        capture_output=True,
        text=True,
        cwd=home,
    )
    made, _bar, loaded = done.stdout.rpartition("SHOWN ")[2].partition(" | ")
    assert loaded, done.stderr
    return made.split(), set(loaded.split())


@pytest.mark.skipif(sys.platform != "linux", reason="its folders are named by variables of Linux's")
def test_when_the_window_shows_nothing_is_loaded_that_it_does_not_show(started):
    _made, loaded = started
    assert {name for name in LATER if name in loaded} == set()


@pytest.mark.skipif(sys.platform != "linux", reason="its folders are named by variables of Linux's")
def test_when_the_window_shows_the_check_in_alone_is_made(started):
    made, loaded = started
    assert made == ["check_in"]
    assert {name for name in loaded if name.startswith("journal.ui.") and name.endswith(".page")} == {
        "journal.ui.check_in.page"
    } | ({"journal.ui.page"} & loaded)


class Paints(QObject):
    """Counts how often a widget paints."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, receiver, event):
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_stroke_is_painted_before_anything_else_follows_from_it(qtbot, window):
    body = window.page("check_in").map
    button = body.buttons("left_shin")[0]
    paints = Paints(body)
    body.update()
    qtbot.waitUntil(lambda: paints.count > 0)
    before = paints.count
    QTest.mousePress(button, LEFT, pos=middle(button))
    assert paints.count > before  # no turn of the event loop between
    QTest.mouseRelease(button, LEFT, pos=middle(button))


def test_going_back_to_a_chart_seen_before_draws_nothing(qtbot, theme):
    from journal.charts import canvas

    drawn = []

    def chart(name):
        def draw(style, size):
            drawn.append(name)
            return canvas.figure(style, size)

        return ChartSpec(draw, name)

    view = ChartView(theme, "a chart", 10)
    qtbot.addWidget(view)
    view.resize(400, 150)
    view.show()
    first, second = chart("first"), chart("second")
    for one in (first, second, first, second):
        view.show_chart(one)
        qtbot.waitUntil(lambda: view.drawn)
    assert drawn == ["first", "second"]
    view.finish()


@pytest.mark.parametrize("key", ["learn", "progress", "summary"])
def test_a_page_is_not_dressed_twice_as_it_comes(qapp, window, key):
    """What has its style and is given another parent gets it again, which was a third of a page's time."""

    class Redressed(QObject):
        count = 0

        def eventFilter(self, part: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.StyleChange and part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.count += 1
            return False

    redressed = Redressed()
    qapp.installEventFilter(redressed)
    page = window.page(key)
    window.go_to(key)
    qapp.removeEventFilter(redressed)
    assert redressed.count <= len(page.findChildren(QWidget)) // 3


def test_the_first_chart_is_there_once_the_person_has_rested_but_nothing_is_made_while_a_note_is_typed(
    qtbot, open_window, monkeypatch
):
    drawn, draw = [], chart_artist._draw
    monkeypatch.setattr(chart_artist, "_draw", lambda chart, *look: (drawn.append(chart), draw(chart, *look))[1])
    window = open_window(*(entry(days, symptoms=(Symptom("left_shin", Kind.PAIN, 4),)) for days in range(1, 20)))
    check_in = window.page("check_in")
    check_in.details.note.setFocus()
    qtbot.waitUntil(window._resting.isActive)
    for _look in range(3):
        window._resting.timeout.emit()
    assert "progress" not in window._pages
    window.sidebar.button("journal").setFocus()
    qtbot.waitUntil(lambda: "progress" in window._pages)
    progress = window.page("progress")
    qtbot.waitUntil(lambda: progress.ladder.drawn)
    assert not progress.isVisible()
    window.go_to("progress")
    qtbot.waitUntil(lambda: progress.ladder.drawn and not progress.busy)
    assert drawn.count(progress.ladder._chart) == 1


def test_a_chart_that_no_longer_shows_is_drawn_when_it_is_seen_again(qtbot, theme):
    from journal.charts import canvas

    go_on, drawn = threading.Event(), []

    def chart(name):
        def draw(style, size):
            go_on.wait()
            drawn.append(name)
            return canvas.figure(style, size)

        return ChartSpec(draw, name)

    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    views = [ChartView(theme, name, 10, pool) for name in ("first", "second")]
    for view in views:
        qtbot.addWidget(view)
        view.resize(400, 150)
        view.show_chart(chart(view.words or view.accessibleName()))
        view.show()
    qtbot.waitUntil(lambda: all(view._artist.busy for view in views))
    for view in views:
        view.hide()
    go_on.set()
    pool.waitForDone()
    assert drawn in (["first"], []) and not any(view.drawn for view in views)
    views[1].show()
    qtbot.waitUntil(lambda: views[1].drawn)
    assert drawn[-1] == "second"
    for view in views:
        view.finish()
