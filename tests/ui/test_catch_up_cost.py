"""How many clicks, keys and seconds a week costs that is written down afterwards, counted on the real window.

Seconds are those of a person by the keystroke-level model (Card, Moran and Newell 1980): a key .28 (an average typist
who is no secretary), pointing 1.1, a click .2, from mouse to keys .4, and 1.35 to read and decide, here before every
single field of the paper, which is more than a practised hand needs.
"""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from journal.domain.entry import Entry, Symptom
from journal.ui.urgent.questions import scroll_area_of
from tests.ui.conftest import NOW
from tests.ui.pointer import come_to_rest, middle
from tests.ui.test_clicks import PointerRobot

KEY, POINT, CLICK, HAND, MIND = 0.28, 1.1, 0.2, 0.4, 1.35
PAPER = ("4", "6", "7", "300", "60", "40", "walking")
"""What stands in one row of the form."""


def before():
    marks = Symptom("left_calf_upper", "pain", 4), Symptom("left_thigh_back_lower", "pain", 3)
    return Entry(recorded_at=NOW - timedelta(days=7), scope="day", symptoms=marks)


@pytest.fixture
def unhurried():
    """Clicks as far apart as a hand's: none is the second of a double click."""
    usual = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    yield
    QApplication.setDoubleClickInterval(usual)


@pytest.fixture
def caught_up(open_window, unhurried, capsys):
    """Comes to the page by the quiet offer, does something, and says what it cost."""

    def count(name, act, days):
        window = open_window(before())
        window.resize(1366, 768)
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        come_to_rest()
        robot = PointerRobot(window)
        offer = window.page("check_in").catch_up_offer
        robot.click(offer.answers[0])
        come_to_rest()
        page = window.page("catch_up")
        begun = robot.clicks + robot.keys
        seconds = act(robot, page)
        cost = robot.clicks + robot.keys - begun
        entries = [entry for entry in window.session.records.entries if entry.recorded_at > NOW - timedelta(days=7)]
        assert len(entries) == days
        with capsys.disabled():
            print(
                f"\n  {name}: {robot.clicks} clicks, {robot.keys} keys with the offer and Save, {seconds:.0f} s", end=""
            )
        return cost, seconds, entries

    return count


def press_in_view(robot, part):
    """Click what may first have to be scrolled to; the wheel is part of pointing."""
    scroll_area_of(part).ensureWidgetVisible(part)
    come_to_rest()
    robot.click(part)


def type_paper_day(robot, row):
    """The figures and the words of one row, Enter after each; returns a person's seconds."""
    keys = 0
    for typed in PAPER:
        for letter in typed:
            robot.key(getattr(Qt.Key, f"Key_{letter.upper()}"))
        robot.key(Qt.Key.Key_Return)
        keys += len(typed) + 1
    return HAND + keys * KEY + len(PAPER) * MIND


def test_a_week_as_the_day_before_costs_a_click_a_day_and_one_to_save(caught_up):
    def act(robot, page):
        for row in list(page.rows.values()):
            press_in_view(robot, row.as_before)
        robot.click(page.save)
        return robot.clicks * (POINT + CLICK) + MIND

    cost, seconds, entries = caught_up("a week as the day before", act, 7)
    assert cost == 8 and seconds < 20
    assert all(entry.symptoms == before().symptoms for entry in entries)


def test_a_day_of_the_paper_is_typed_in_under_twenty_seconds_and_a_week_in_under_two_and_a_half_minutes(caught_up):
    taken = []

    def act(robot, page):
        for row in list(page.rows.values()):
            press_in_view(robot, row.as_before)
            press_in_view(robot, row.fields["pain_average"])
            taken.append(2 * (POINT + CLICK) - POINT / 2 + HAND + type_paper_day(robot, row))
        robot.click(page.save)
        return sum(taken) + 2 * (POINT + CLICK)

    cost, seconds, entries = caught_up("a week of the paper", act, 7)
    assert max(taken) < 20, "one day of the paper"
    assert seconds < 150
    assert cost <= 7 * 27
    assert {(entry.pain_average, entry.pain_worst, entry.walking_minutes) for entry in entries} == {(4, 6, 40)}


def test_a_day_with_two_new_places_costs_three_clicks(caught_up):
    def act(robot, page):
        row = next(iter(page.rows.values()))
        robot.click(row.body)
        for region in ("left_buttock_lower", "left_thigh_back_upper"):
            button = page.map_panel.body_card.map.buttons(region)[0]
            robot.click(button, middle(button))
        robot.click(page.save)
        return robot.clicks * (POINT + CLICK) + 2 * MIND

    cost, _seconds, entries = caught_up("a day with two new places", act, 1)
    assert cost == 4 and len(entries[0].marks) == 2


def test_by_keys_alone_a_day_of_the_paper_takes_thirty_of_them(caught_up):
    def act(robot, page):
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Tab):
            robot.key(key)
        seconds = type_paper_day(robot, None)
        robot.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        return seconds + 4 * KEY + MIND

    cost, seconds, entries = caught_up("a day of the paper by keys alone", act, 1)
    assert cost <= 30 and seconds < 20
    assert entries[0].symptoms == before().symptoms and entries[0].activities == ("walking",)


def test_passing_the_offer_over_costs_one_click_and_lasts(open_window):
    window = open_window(before())
    offer = window.page("check_in").catch_up_offer
    assert offer.isVisible() and offer.text.text() == "Write down the last days?"
    offer.answers[1].click()
    assert not offer.isVisible()
    window.session.save(Entry(recorded_at=NOW, scope="now", symptoms=()))
    assert not offer.isVisible()


def test_it_is_reached_from_the_journal_page_and_leads_back(open_window):
    window = open_window(before())
    window.go_to("journal")
    window.page("journal").catch_up.click()
    assert window.page_key == "catch_up"
    assert window.sidebar.button("journal").isChecked()
    leave = window.page("catch_up").leave
    assert isinstance(leave, QPushButton)
    leave.click()
    assert window.page_key == "journal"
