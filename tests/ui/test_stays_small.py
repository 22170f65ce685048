"""A window that is used for weeks grows not: what was closed is gone, and so is what nothing shows any more."""

import gc
from collections import Counter
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton

from journal.analysis.results import Progress
from journal.domain.function import ActivityRating
from journal.domain.treatment import Treatment
from journal.ui.progress.range_bar import CUSTOM
from journal.ui.widgets.date_fields import qt_date
from journal.ui.widgets.dialogs import sure
from tests.ui.conftest import NOW, entry
from tests.ui.pointer import click, come_to_rest

KNOWN = Treatment(kind="medication", name="ibuprofen", started_on=NOW.date() - timedelta(days=9))
OPENED = {
    "struggling": lambda window: window.show_struggling(),
    "keys": lambda window: window.show_keys(),
    "refine": lambda window: window.page("check_in").body_card.refine("left_shin"),
    "treatment": lambda window: window.page("treatments").treatments.changed.emit(KNOWN),
    "movement": lambda window: window.page("treatments").movements.try_asked.emit(),
    "appointment": lambda window: window.page("treatments").appointments.add_asked.emit(),
    "form": lambda window: form(window).click(),
    "question": lambda window: sure(window, "Delete?", "Delete"),
    "chart": lambda window: window.page("progress").pain.view.menu().popup(window.pos()),
}


def form(window):
    return next(part for part in window.page("journal").findChildren(QPushButton) if part.text() == "On paper …")


def leave():
    """Press Escape in the dialog or menu that shows, once it does."""

    def look():
        shown = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if isinstance(shown, QDialog | QMenu) and shown.isVisible():
            QTest.keyClick(shown, Qt.Key.Key_Escape)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def widgets():
    """How many widgets of each kind there are, with what is still to be deleted gone."""
    for _round in range(3):
        come_to_rest()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    return Counter(type(one).__name__ for one in QApplication.allWidgets())


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # this screen cannot
@pytest.mark.parametrize("what", OPENED)
def test_a_dialog_or_menu_that_was_closed_is_gone(qtbot, open_window, what):
    window = open_window(entry(1), KNOWN, ActivityRating(rated_at=NOW, activity="walking", ability=5))
    window.activateWindow()
    counts = []
    for _time in range(3):
        leave()
        OPENED[what](window)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None)
        counts.append(widgets())
    assert counts[1] - counts[0] == Counter()
    assert counts[2] == counts[1]


def test_what_was_computed_and_drawn_before_a_change_is_gone(qtbot, open_window):
    window = open_window(*(entry(days) for days in range(1, 30)))
    window.resize(1024, 700)
    page = window.page("progress")
    alive = []
    for number in range(4):
        window.go_to("progress")
        for days in (14, 28, 56):
            page.ranges.choices.part(days).click()
            qtbot.waitUntil(lambda: not page.busy and page.ladder.drawn)
        with qtbot.waitSignal(window.session.progress_changed):
            window.session.save(entry(0, id=f"00000000-0000-4000-8000-{number:012}"))
        qtbot.waitUntil(lambda: not page.busy and page.ladder.drawn)
        gc.collect()
        alive.append(sum(isinstance(one, Progress) for one in gc.get_objects()))
    assert alive[-1] == alive[1], alive


def test_ranges_of_own_dates_do_not_pile_up(qtbot, open_window):
    window = open_window(*(entry(days) for days in range(1, 40)))
    window.go_to("progress")
    page = window.page("progress")
    qtbot.waitUntil(lambda: not page.busy and page.ladder.drawn)
    click(page.ranges.choices.part(CUSTOM))
    for days in range(2, 16):
        page.ranges.first.setDate(qt_date(NOW.date() - timedelta(days=2 * days)))
        qtbot.waitUntil(lambda: not page.busy and page.ladder.drawn)
    assert len(page._known) <= 6
