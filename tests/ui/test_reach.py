"""Keys, sizes and screen readers: what is said of a thing, and how it is reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from journal.domain.redflag import RedFlag, Tier
from journal.ui.access.dialogs.first_start import FirstStartPanel, IntroductionPanel
from journal.ui.access.dialogs.unlock import UnlockPanel
from journal.ui.access.panel import Panel
from journal.ui.access.startup_window import StartupWindow
from journal.ui.keys_dialog import KeysDialog
from journal.ui.page import PAGES
from journal.ui.preferences import TEXT_SIZE, THEME, ThemeChoice
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.controls import Segments, announce, label
from journal.ui.widgets.quiet_line import QuietLine
from tests.ui.conftest import discard, entry
from tests.ui.pointer import click

CONTROL = Qt.KeyboardModifier.ControlModifier
Role = QAccessible.Role


def role(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


def name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.fixture
def startup(theme):
    window = StartupWindow(theme)
    yield window
    window.close_quietly()
    discard(window)


def test_control_plus_minus_and_0_change_the_size_of_the_text(window, preferences):
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    assert preferences.get(TEXT_SIZE) == 150
    QTest.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    assert preferences.get(TEXT_SIZE) == 125
    QTest.keyClick(window, Qt.Key.Key_0, CONTROL)
    assert preferences.get(TEXT_SIZE) == 100
    QTest.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    assert preferences.get(TEXT_SIZE) == 100


def test_the_size_changes_in_a_dialog_and_before_the_journal_is_open_too(qtbot, window, startup, preferences):
    dialog = KeysDialog(window.theme, window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Plus, CONTROL)
    assert preferences.get(TEXT_SIZE) == 125
    dialog.close()
    startup.show_panel(UnlockPanel(window.session.repository.path))
    qtbot.waitUntil(lambda: QApplication.activeWindow() is startup)
    QTest.keyClick(startup, Qt.Key.Key_Plus, CONTROL)
    assert preferences.get(TEXT_SIZE) == 150


def test_settings_show_the_size_that_keys_chose(window):
    window.go_to("settings")
    window.theme.step_text_size(1)
    assert window.page("settings").text_size.value == 125


def test_f1_lists_every_key(qtbot, window):
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), KeysDialog))
    dialog = QApplication.activeModalWidget()
    shown = {part.text() for part in dialog.findChildren(QLabel)}
    assert {page.shortcut for page in PAGES if page.shortcut} | {"F1", "F3", "Ctrl+S", "Ctrl+F", "Ctrl+Z"} <= shown
    dialog.close()


def test_the_first_screen_says_what_this_is_before_it_offers_a_passphrase(robot, journal_path, preferences):
    robot.actions.open(journal_path)
    first = robot.panel(IntroductionPanel)
    assert "drawing of the body" in first.sentences[0].text()
    click(first.look.text_size.part(150))
    click(first.look.theme.part(ThemeChoice.DARK))
    assert (preferences.get(TEXT_SIZE), preferences.get(THEME)) == (150, ThemeChoice.DARK)
    click(first.go_on)
    robot.panel(FirstStartPanel)


def test_pages_and_switches_are_radio_buttons_and_headings_are_headings(window):
    assert role(window.sidebar.button("journal")) is Role.RadioButton
    segments = window.findChildren(Segments)
    assert segments
    for part in segments:
        assert role(part) is Role.Grouping
        assert name(part)
        assert all(role(button) is Role.RadioButton for button in part.findChildren(QPushButton))
    for info in PAGES:
        page = window.page(info.key)
        assert any(role(part) is Role.Heading and name(part) for part in page.findChildren(QLabel)), info.key


def test_a_heading_is_named_as_it_reads_now(qtbot):
    part = label("Where do you feel it?", "title")
    qtbot.addWidget(part)
    assert name(part) == "Where do you feel it?"
    part.setText("Change an entry")
    assert name(part) == "Change an entry"


def test_charts_are_pictures_with_a_name(window):
    charts = window.page("progress").findChildren(ChartView)
    assert charts
    assert all(role(chart) is Role.Graphic and name(chart) for chart in charts)


def test_an_urgent_box_carries_what_its_group_says(window):
    window.go_to("urgent", True)
    questions = window.page("urgent").questions
    headings = {part.text() for part in questions.findChildren(QLabel) if part.property("tier")}
    assert len(headings) == len(Tier)
    for sign in RedFlag:
        box = questions.box(sign)
        group = box.parentWidget().parentWidget()
        assert role(group) is Role.Grouping
        assert name(group) in headings
        assert box.accessibleDescription().startswith(name(group))


def test_no_tab_stop_is_nameless(open_window):
    window = open_window(entry(1))
    for info in PAGES:
        window.go_to(info.key)
        QApplication.processEvents()
        nameless = [
            part
            for part in window.findChildren(QWidget)
            if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not name(part)
        ]
        assert not nameless, (info.key, nameless)


def test_nothing_is_announced_before_it_is_shown(qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    line = QuietLine()
    qtbot.addWidget(line)
    outer = QWidget()
    qtbot.addWidget(outer)
    line.setParent(outer)
    line.ask("Your unfinished check-in is back.")
    announce(line, "The last of it.")
    assert told == []
    outer.show()
    assert told == ["The last of it."]


def test_the_window_of_the_passphrase_is_a_window(startup):
    startup.show_panel(Panel("Your journal is locked"))
    assert role(startup) is Role.Window
