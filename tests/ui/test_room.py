"""Long words and things that come and go: nothing is cut off, and nothing moves under the pointer."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from journal.domain.entry import Entry, Scope, Symptom
from journal.domain.strength import HomeTest
from journal.printing.type import Paragraph, Run
from journal.ui.access.startup_window import StartupWindow
from journal.ui.main_window import MainWindow
from journal.ui.page import PAGES
from journal.ui.weekly.strength_step import TestStep
from journal.ui.widgets.chart_card import ChartCard
from tests.ui.conftest import NOW, entry
from tests.ui.pointer import click, come_to_rest, press_region

LONG = "walking the dog along the river and back up the hill to the house"


def within(area):
    """Whether what an area scrolls is no wider than what is seen of it."""
    content = area.widget()
    return content.minimumSizeHint().width() <= area.viewport().width() and content.width() <= area.viewport().width()


@pytest.mark.parametrize("width", [1366, 1280, 1024])
def test_a_whole_day_cuts_nothing_of_the_panel(open_window, width):
    window = open_window()
    window.resize(width, 768)
    come_to_rest()
    page = window.page("check_in")
    click(page.scope.part(Scope.DAY))
    come_to_rest()
    assert within(page.panel)


def test_long_tags_widen_nothing_and_are_whole_for_ears_and_as_a_tip(open_window):
    tagged = entry(1, activities=(LONG,), reliefs=("R&B",))
    window = open_window(tagged)
    window.resize(1366, 768)
    page = window.page("check_in")
    page.edit(tagged)
    come_to_rest()
    assert within(page.panel)
    chip = page.details.activities.chips[LONG]
    assert chip.accessibleName() == chip.toolTip() == LONG
    assert page.details.activities.tags() == (LONG,)
    assert page.details.reliefs.chips["R&B"].text() == "R&&B"


def test_a_question_about_the_side_moves_nothing_on_the_page(open_window):
    left = Entry(recorded_at=NOW - timedelta(days=1), scope="now", symptoms=(Symptom("left_shin", "pain", 4),))
    for size in (QSize(1366, 768), QSize(700, 600)):
        window = open_window(left)
        window.resize(size)
        come_to_rest()
        page = window.page("check_in")
        before = page.map.mapTo(window, QPoint())
        press_region(window, "right_shin")
        come_to_rest()
        assert page.side_question.isVisible()
        assert page.map.mapTo(window, QPoint()) == before
        page.editor.clear()
        window.close()


def test_a_banner_that_is_done_with_moves_nothing_until_another_page_shows(open_window):
    numb = Entry(recorded_at=NOW, scope="now", symptoms=(Symptom("saddle", "numbness", 4),))
    window = open_window(numb)
    window.go_to("journal")
    come_to_rest()
    assert window.banner.asks
    before = window.banner.geometry()
    window.page("journal").delete()
    come_to_rest()
    assert not window.banner.asks
    assert window.banner.geometry() == before
    window.go_to("settings")
    assert not window.banner.isVisible()


def test_the_first_window_fits_the_screen_with_its_title_bar(theme, preferences, open_window, monkeypatch):
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(1366, 768))
    window = open_window()
    assert window.height() <= 768 - 40
    assert window.width() <= 1366


class Shown(QObject):
    """Notes every window that shows."""

    def __init__(self):
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


@pytest.fixture
def shown(qapp):
    shown = Shown()
    qapp.installEventFilter(shown)
    yield shown
    qapp.removeEventFilter(shown)


def test_no_stray_window_flashes_while_it_unlocks_and_every_page_opens(robot, shown, protected):
    robot.actions.open(protected)
    robot.unlock()
    window = robot.window()
    for info in PAGES:
        window.go_to(info.key)
        QApplication.processEvents()
    assert {type(one) for one in shown.windows} <= {StartupWindow, MainWindow}


def test_the_words_of_a_chart_show_under_its_heading_and_the_button_is_not_cut(qtbot, theme):
    card = ChartCard(theme, "How far down the leg, day by day", 20)
    qtbot.addWidget(card)
    card.resize(700, 600)
    card.show()
    card.view.show()
    card.words.setText("In March the pain reached the calf.")
    before = card.in_words.width()
    click(card.in_words)
    come_to_rest()
    assert card.words.isVisible()
    assert card.words.mapTo(card, QPoint()).y() < card.view.mapTo(card, QPoint()).y()
    assert card.in_words.width() == before >= card.in_words.sizeHint().width()


def test_a_note_on_the_page_keeps_every_line_that_has_room(qapp):
    note = "Monday\nTuesday\nWednesday\nThursday\nFriday\nSaturday"
    kept = Paragraph([Run(note, 8.5)], 4000, most_lines=4)
    assert kept.lines == 4
    assert kept.text.startswith("Monday")
    assert "Thursday" in kept.text


def test_holding_on_is_said_where_one_stands_and_nowhere_else(qtbot, theme):
    for test in HomeTest:
        step = TestStep(test, theme)
        qtbot.addWidget(step)
        said = " ".join(part.text() for part in step.findChildren(QLabel))
        assert ("Hold on" in said) is (test is not HomeTest.BIG_TOE_LIFT)


def test_a_whole_day_shows_no_hour(open_history):
    whole = Entry(recorded_at=NOW, scope=Scope.DAY, symptoms=())
    page = open_history(whole)
    page.show_day(NOW.date())
    come_to_rest()
    texts = [part.text() for part in page.findChildren(QLabel)] + [page.model.index(0).data()]
    assert not any("20:30" in text for text in texts)


def test_the_journal_chooses_a_newly_saved_entry(qtbot, open_history):
    page = open_history(entry(5), entry(3))
    qtbot.waitUntil(lambda: not page.session.busy and page.entries.choose(page.session.records.entries[0].id))
    qtbot.waitUntil(lambda: page.chosen()[0].recorded_at == NOW - timedelta(days=5))
    page.session.save(entry(0))
    assert page.chosen()[0].recorded_at == NOW


def test_after_saving_the_panel_is_at_its_top_and_the_keyboard_on_the_body(window):
    window.activateWindow()
    page = window.page("check_in")
    press_region(window, "left_shin")
    bars = [area.verticalScrollBar() for area in page.findChildren(QScrollArea)]
    for bar in bars:
        bar.setValue(bar.maximum())
    click(page.save)
    assert bars and not any(bar.value() for bar in bars)
    assert page.map.isAncestorOf(QApplication.focusWidget())


def test_a_day_that_has_a_whole_day_entry_and_a_second_sentence_push_the_body_nowhere(open_window):
    window = open_window(Entry(recorded_at=NOW, scope="day", symptoms=(Symptom("left_shin", "pain", 4),)))
    window.resize(1366, 768)
    come_to_rest()
    page = window.page("check_in")
    before = page.map.mapTo(window, QPoint()), page.map.height()
    page.scope.choose(Scope.DAY)
    page.scope.chosen.emit(Scope.DAY)
    window.strip.text.setText("Left leg: one sentence.<br>Right leg: another.")
    come_to_rest()
    assert page.other_day.isVisible()
    assert (page.map.mapTo(window, QPoint()), page.map.height()) == before
