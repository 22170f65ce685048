"""The window is there at once: what it does not show is loaded, made and drawn later, or not again."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest

from journal.charts.chart_spec import ChartSpec
from journal.domain.entry import Entry, Kind, Symptom
from journal.storage.repository import Repository
from journal.ui.widgets.chart_view import ChartView
from tests.ui.pointer import LEFT, middle

ROOT = Path(__file__).parents[2]
START = """
import os, sys
from PySide6.QtWidgets import QApplication
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
    "journal.exchange", "journal.ui.access.flows.closing", "journal.ui.access.flows.moving",
    "journal.wording.direction",
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
