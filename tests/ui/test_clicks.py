"""How many clicks and keys a check-in costs, counted on the real window and printed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.domain.entry import Entry, Symptom
from tests.ui.conftest import NOW
from tests.ui.pointer import CONTROL, LEFT, come_to_rest, middle


class PointerRobot:
    """Sends every click and key to the window from outside, to what is seen at that spot, and counts them."""

    def __init__(self, window):
        self.window = window
        self.clicks = self.keys = 0

    def click(self, part, where=None):
        where = part.rect().center() if where is None else where
        spot = part.mapTo(self.window, where)
        assert self.window.childAt(spot) in (part, *part.findChildren(type(part))), "something else lies there"
        QTest.mouseClick(self.window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
        self.clicks += 1

    def press(self, region):
        button = self.window.page("check_in").map.buttons(region)[0]
        self.click(button, middle(button))

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.windowHandle(), key, modifiers)
        self.keys += 1


@pytest.fixture
def counted(qtbot, open_window, capsys):
    """Does something to a window, says what it cost, and returns clicks, keys and the saved entry."""

    def count(name, act, *records):
        window = open_window(*records)
        window.resize(1280, 820)
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        come_to_rest()
        pointer = PointerRobot(window)
        act(pointer, window.page("check_in"))
        entry = window.session.records.entries[-1]
        assert entry.recorded_at == NOW
        with capsys.disabled():
            print(f"\n  {name}: {pointer.clicks} clicks, {pointer.keys} keys", end="")
        return pointer.clicks, pointer.keys, entry

    return count


def yesterday():
    return Entry(recorded_at=NOW - timedelta(days=1), scope="now", symptoms=(Symptom("left_shin", "pain", 4),))


def three_places(pointer, page):
    pointer.click(page.brush_panel.bar.button(6))
    for region in ("left_buttock_lower", "left_calf_upper", "left_calf_lower"):
        pointer.press(region)
    pointer.click(page.save)


def three_places_of_three_strengths(pointer, page):
    """The strength by a digit while the pointer stays on the map."""
    for region, digit in (
        ("left_buttock_lower", Qt.Key.Key_3),
        ("left_calf_upper", Qt.Key.Key_6),
        ("left_calf_lower", Qt.Key.Key_8),
    ):
        pointer.key(digit)
        pointer.press(region)
    pointer.click(page.save)


def by_keys_alone(pointer, page):
    """From the low back down: a digit, Space, the arrows; the focus is on the body from the start."""
    for key in (Qt.Key.Key_7, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        pointer.key(key)
    pointer.key(Qt.Key.Key_S, CONTROL)


def same_as_last(pointer, page):
    pointer.click(page.same)
    pointer.click(page.save)


def test_three_places_cost_at_most_six_clicks(counted):
    clicks, keys, entry = counted("three places", three_places, yesterday())
    assert (clicks <= 6, keys, len(entry.marks)) == (True, 0, 3)


def test_three_places_of_three_strengths_cost_four_clicks_and_three_keys(counted):
    clicks, keys, entry = counted("three places, three strengths", three_places_of_three_strengths, yesterday())
    assert (clicks, keys) == (4, 3)
    assert sorted(mark.intensity for mark in entry.marks) == [3, 6, 8]


def test_the_same_as_last_time_costs_two_clicks(counted):
    clicks, keys, entry = counted("same as last time", same_as_last, yesterday())
    assert (clicks <= 2, keys, entry.marks) == (True, 0, yesterday().symptoms)


def test_no_symptoms_cost_one_click(counted):
    clicks, keys, entry = counted("no symptoms", lambda pointer, page: pointer.click(page.none), yesterday())
    assert (clicks <= 1, keys, entry.marks) == (True, 0, ())


def test_without_a_mouse_two_places_cost_a_handful_of_keys(counted):
    clicks, keys, entry = counted("two places by keyboard", by_keys_alone, yesterday())
    assert (clicks, keys <= 6, len(entry.marks)) == (0, True, 2)
