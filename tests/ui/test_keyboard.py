"""Everything by keyboard alone, and everything named: walked over every page as a screen reader sees it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from journal.domain.body import REGIONS
from journal.domain.entry import Entry, Symptom
from journal.ui import page
from journal.ui.body_map.region_button import RegionButton
from journal.ui.check_in.refine_dialog import RefineDialog
from journal.ui.help_cards import StrugglingCard
from tests.ui.conftest import NOW
from tests.ui.pointer import come_to_rest, marks, press_region

PAGES = tuple(info.key for info in page.PAGES)

PRESS = "Toggle"
"""What Qt calls the press of a check box."""


def entries():
    return [
        Entry(recorded_at=NOW.replace(day=day), scope="now", symptoms=(Symptom("left_shin", "pain", 4),))
        for day in range(1, 25)
    ]


def name_of(widget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else ""


def inside_another_control(widget) -> bool:
    """A spin box's own line, a view's own scrolling area: their owner has the name."""
    owner = widget.parentWidget()
    return isinstance(owner, QAbstractSpinBox | QComboBox)


def controls(root: QWidget) -> list[QWidget]:
    """Everything visible in a page that takes the focus."""
    return [
        part
        for part in root.findChildren(QWidget)
        if part.isVisibleTo(root)
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(part, QScrollArea)
        and not inside_another_control(part)
    ]


@pytest.fixture
def full_window(open_window):
    window = open_window(*entries())
    window.resize(1280, 820)
    return window


def on_each_page(window):
    """Go through the pages; on the check-in with a place painted."""
    for key in PAGES:
        window.go_to(key)
        if key == "check_in":
            press_region(window, "left_shin")
            come_to_rest()
        yield key


def test_every_control_of_a_page_has_a_name_and_a_role(full_window):
    for key in on_each_page(full_window):
        found = controls(full_window)
        assert found, key
        nameless = [
            f"{type(part).__name__} {part.objectName()} in {type(part.parent()).__name__}"
            for part in found
            if not name_of(part).strip()
        ]
        assert nameless == [], key
        for part in found:
            spoken = QAccessible.queryAccessibleInterface(part)
            assert isinstance(spoken, QAccessibleInterface)
            assert spoken.role() is not QAccessible.Role.NoRole


def test_tab_reaches_every_control_of_a_page_and_comes_round(full_window):
    for key in on_each_page(full_window):
        reached, part = [], QApplication.focusWidget()
        for _step in range(300):
            QTest.keyClick(part, Qt.Key.Key_Tab)
            before, part = part, QApplication.focusWidget()
            if reached and part is reached[0] and before is not part:  # round once; links inside a text are stops too
                break
            reached.append(part)
        wanted = [part for part in controls(full_window) if part.isEnabled() and by_tab(part)]
        missed = [f"{type(part).__name__} “{name_of(part)}”" for part in wanted if part not in reached]
        assert missed == [], (key, missed)


def by_tab(part) -> bool:
    """Whether Tab should stop here: in a group of buttons at the chosen one, the arrows reach the others."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    if group is not None:
        assert any(other.focusPolicy() & Qt.FocusPolicy.TabFocus for other in group.buttons())
        return part.isChecked() or (
            not any(other.isChecked() for other in group.buttons()) and part is group.buttons()[0]
        )
    if isinstance(part, QLabel):  # to be copied from by mouse
        return False
    return not isinstance(part, RegionButton) or part.parentWidget().focusProxy() is part


def test_arrows_choose_within_a_group(window):
    bar = window.page("check_in").brush_panel.bar
    bar.button(5).setFocus()
    QTest.keyClick(bar.button(5), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is bar.button(6)
    QTest.keyClick(bar.button(6), Qt.Key.Key_Space)
    assert bar.strength == 6


def test_tab_goes_through_the_check_in_in_the_order_of_reading(window):
    page = window.page("check_in")
    press_region(window, "left_shin")
    come_to_rest()
    page.scope.part("now").setFocus()
    order = []
    for _step in range(60):
        order.append(QApplication.focusWidget())
        QTest.keyClick(order[-1], Qt.Key.Key_Tab)
    row, remove = page.places.listed()["left_shin"]
    reading = [
        page.scope.part("now"),
        page.moment.other,
        page.evening,
        page.map.focusProxy(),
        page.brush_panel.kind_button("pain"),
        page.brush_panel.bar.button(5),
        row,
        remove,
        page.details.activities.chips["sitting long"],
        page.details.activities.chips["lying down"],
        page.details.activities.own,
        page.details.reliefs.chips["lying down"],
        page.details.reliefs.own,
        page.details.note,
        page.none,
        page.save,
    ]
    places = [order.index(part) for part in reading]
    assert places == sorted(places)


def test_a_screen_reader_hears_what_changed_where(window, monkeypatch):
    said = []
    monkeypatch.setattr(
        "journal.ui.body_map.body_map.QAccessible.updateAccessibility", lambda event: said.append(event.message())
    )
    button = window.page("check_in").map.buttons("left_shin")[0]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Delete)
    assert said == ["Left front of shin: pain 5", "Left front of shin: nothing marked"]


def test_every_region_is_a_check_box_with_name_side_state_and_an_action(window):
    press_region(window, "right_sole")
    for region in REGIONS.values():
        for button in window.page("check_in").map.buttons(region.id):
            spoken = QAccessible.queryAccessibleInterface(button)
            assert spoken.role() is QAccessible.Role.CheckBox
            assert spoken.text(QAccessible.Text.Name) == region.label
            assert bool(spoken.state().checked) is (region.id == "right_sole")
            assert PRESS in spoken.actionInterface().actionNames()


def test_a_screen_reader_s_press_paints(window):
    button = window.page("check_in").map.buttons("right_sole")[0]
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    actions.doAction(PRESS)
    assert marks(window) == {("right_sole", "pain"): 5}
    actions.doAction(PRESS)
    assert marks(window) == {}


@pytest.mark.parametrize("make", ["refine", "struggling"])
def test_dialogs_are_named_and_close_by_escape(full_window, make):
    window = full_window
    if make == "refine":
        dialog: QDialog = RefineDialog(window.theme, "left_shin", (), window)
    else:
        dialog = StrugglingCard(window.theme, window.numbers, window)
    dialog.open()
    assert dialog.windowTitle()
    assert [part for part in controls(dialog) if not name_of(part).strip()] == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.deleteLater()


def test_text_fields_say_what_they_are_for(full_window):
    for part in full_window.findChildren(QLineEdit):
        if not inside_another_control(part):
            assert name_of(part).strip(), part.placeholderText()


def test_taking_places_away_by_keyboard_goes_on_with_the_next(window):
    for region in ("left_hip", "left_shin"):
        press_region(window, region)
    come_to_rest()
    first, second = (window.page("check_in").places.listed()[region][1] for region in ("left_hip", "left_shin"))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert QApplication.focusWidget() in (
        window.page("check_in").places.add,
        window.page("check_in").places.add.lineEdit(),
    )
