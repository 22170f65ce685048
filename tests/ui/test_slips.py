"""Slips of the hand: a turn of the wheel, a second click, Enter, a key held down. None of them says anything."""

from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QVBoxLayout, QWidget

from journal.domain.entry import Kind
from journal.ui.page import PAGES
from journal.ui.widgets.buttons import Button, Chooser, SmallButton, button, toggle
from journal.ui.widgets.date_fields import date_field, datetime_field, time_field
from journal.ui.widgets.optional_number import OptionalNumber
from journal.ui.widgets.strength_bar import StrengthBar
from tests.ui.conftest import entry
from tests.ui.pointer import LEFT, marks, middle, press_region, wheel


def double_click(part):
    """As a window system tells it: press, release, double click, release."""
    QTest.mouseClick(part, LEFT)
    QTest.mouseDClick(part, LEFT)
    QTest.mouseRelease(part, LEFT)


def value(field):
    return field.currentIndex() if isinstance(field, QComboBox) else field.text()


def test_the_wheel_changes_no_chooser_and_no_field_on_any_page(window):
    for info in PAGES:
        window.page(info.key)
    fields = [*window.findChildren(QComboBox), *window.findChildren(QAbstractSpinBox)]
    assert len(fields) > 15
    for field in fields:
        field.setFocus()
        before = value(field)
        wheel(field, 1)
        wheel(field, -3)
        assert value(field) == before, field.accessibleName()
    assert marks(window) == {}, "a turn over “Add a place by name” marked one"


@pytest.mark.parametrize(
    "make",
    [
        lambda: date_field("Day", date(2026, 3, 25)),
        lambda: datetime_field("When"),
        lambda: time_field("Hour", time(20)),
        lambda: OptionalNumber(10, 1, 0, "Pain"),
    ],
)
def test_the_wheel_scrolls_past_a_field_even_while_it_has_the_keyboard(qtbot, make):
    field = make()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    before = field.text()
    wheel(field, 2)
    assert field.text() == before


def test_the_wheel_over_the_strengths_changes_no_brush(qtbot, theme):
    bar = StrengthBar(theme)
    qtbot.addWidget(bar)
    bar.choose(5)
    wheel(bar.button(5), 3)
    assert bar.strength == 5


def test_where_the_page_scrolls_the_wheel_over_a_marked_place_scrolls(window):
    window.resize(700, 480)
    QApplication.processEvents()
    press_region(window, "left_shin")
    before = marks(window)
    spot = window.page("check_in").map.buttons("left_shin")[0]
    wheel(spot, 2, middle(spot))
    assert marks(window) == before


def test_arrow_keys_on_add_a_place_open_the_list_and_add_nothing(window, monkeypatch):
    chooser = window.page("check_in").places.add
    opened = []
    monkeypatch.setattr(chooser, "showPopup", lambda: opened.append(True))  # this screen cannot grab the keyboard
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    assert opened
    assert marks(window) == {}


@pytest.mark.parametrize("make", [Button, SmallButton, lambda: toggle("One", "chip"), lambda: button("One", int)])
def test_a_double_click_presses_a_button_once(qtbot, make):
    part = make()
    pressed = []
    part.clicked.connect(lambda: pressed.append(1))
    qtbot.addWidget(part)
    part.show()
    double_click(part)
    assert len(pressed) == 1


def test_a_third_quick_click_presses_nothing_either(qtbot):
    part = Button("One")
    pressed = []
    part.clicked.connect(lambda: pressed.append(1))
    qtbot.addWidget(part)
    part.show()
    kinds = QEvent.Type
    at = QPointF(part.rect().center())
    for number, kind in enumerate(
        (kinds.MouseButtonPress, kinds.MouseButtonRelease, kinds.MouseButtonDblClick, kinds.MouseButtonRelease) * 2
    ):
        kind = kinds.MouseButtonPress if number == 4 else kind
        event = QMouseEvent(kind, at, part.mapToGlobal(at), LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(10_000 + 40 * number)
        QApplication.sendEvent(part, event)
        if number == 5:
            break
    assert len(pressed) == 1


def test_steps_count_every_click(qtbot):
    steps = []
    part = button("›", lambda: steps.append(1), "step")
    qtbot.addWidget(part)
    part.show()
    double_click(part)
    assert len(steps) == 2


def test_enter_presses_the_button_that_has_the_keyboard_once_however_long_it_is_held(qtbot):
    box = QWidget()
    pressed = []
    part = button("One", lambda: pressed.append(1))
    QVBoxLayout(box).addWidget(part)
    qtbot.addWidget(box)
    box.show()
    QTest.keyClick(part, Qt.Key.Key_Return)
    QTest.keyClick(part, Qt.Key.Key_Enter)
    assert len(pressed) == 2
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True, 1)
    QApplication.sendEvent(part, held)
    assert len(pressed) == 2


def test_enter_chooses_a_strength(qtbot, theme):
    bar = StrengthBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    QTest.keyClick(bar.button(7), Qt.Key.Key_Return)
    assert bar.strength == 7


def test_a_double_click_on_delete_deletes_one_entry(open_history):
    page = open_history(entry(3), entry(2), entry(1))
    double_click(page.delete_button)
    assert len(page.session.records.entries) == 2


def test_a_double_click_on_save_then_enter_saves_one_entry_and_nothing_false(qtbot, window, questions):
    press_region(window, "left_shin")
    page = window.page("check_in")
    page.save.setFocus()
    double_click(page.save)
    for _press in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    saved = window.session.records.entries
    assert len(saved) == 1
    assert [mark.kind for mark in saved[0].marks] == [Kind.PAIN]


def test_the_second_click_on_a_dialogs_button_paints_nothing_on_the_body_below(window):
    spot = window.page("check_in").map.buttons("left_shin")[0]
    QTest.mouseDClick(spot, LEFT, pos=middle(spot))
    assert marks(window) == {}


def test_a_chooser_opens_and_is_chosen_from_as_before(qtbot):
    chooser = Chooser()
    chooser.addItems(["one", "two"])
    qtbot.addWidget(chooser)
    chooser.show()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    assert chooser.currentText() == "two"
