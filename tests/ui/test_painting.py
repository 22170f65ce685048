"""Painting on the body with mouse, wheel and keys, on the real window."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent
from PySide6.QtWidgets import QApplication

from journal.domain.body import REGIONS, Side
from journal.domain.entry import Entry, Kind, Symptom
from journal.ui.body_map.anatomy import Direction, neighbour
from journal.ui.check_in.refine_dialog import RefineDialog
from tests.ui.conftest import NOW
from tests.ui.pointer import CONTROL, LEFT, SHIFT, click, come_to_rest, drag, key, marks, middle, press_region, wheel


def entry(*symptoms, **values):
    return Entry(**{"recorded_at": NOW.replace(day=20), "scope": "now", "symptoms": symptoms} | values)


def test_digits_set_the_strength_and_0_means_10(window):
    window.page("check_in").map.setFocus()
    for digit, strength in ((Qt.Key.Key_3, 3), (Qt.Key.Key_0, 10)):
        key(digit)
        assert window.page("check_in").brush_panel.brush.strength == strength


def test_shift_and_a_digit_choose_what_is_felt(window):
    window.page("check_in").map.setFocus()
    digits = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
    for digit, kind in zip(digits, (*Kind, None), strict=True):
        key(digit, SHIFT)
        assert window.page("check_in").brush_panel.brush.kind is kind


def test_digits_typed_into_a_text_stay_text(window):
    window.page("check_in").details.note.setFocus()
    key(Qt.Key.Key_9)
    assert window.page("check_in").details.note.toPlainText() == "9"
    assert window.page("check_in").brush_panel.brush.strength == 5


def test_the_wheel_over_a_marked_place_changes_its_strength_and_one_undo_takes_the_turn_back(window):
    window.resize(1280, 820)
    QApplication.processEvents()
    press_region(window, "left_shin")
    button = window.page("check_in").map.buttons("left_shin")[0]
    wheel(button, 3, middle(button))
    assert marks(window) == {("left_shin", "pain"): 8}
    wheel(button, -20, middle(button))
    assert marks(window) == {("left_shin", "pain"): 1}  # weaker and weaker, but never gone
    window.page("check_in").marks.undo()
    assert marks(window) == {("left_shin", "pain"): 5}


def test_the_wheel_over_an_empty_place_marks_nothing(window):
    button = window.page("check_in").map.buttons("left_shin")[0]
    wheel(button, 3, middle(button))
    assert marks(window) == {}


def test_scrolling_past_a_figure_of_the_day_leaves_it_unsaid(window):
    field = window.page("check_in").day_panel.field("pain_worst")
    wheel(field, 3)
    assert field.number() is None


def test_dragging_with_the_eraser_erases_every_place_on_the_way(window):
    drag(window, "right_calf_upper", "right_calf_lower")
    assert len(marks(window)) == 2
    click(window.page("check_in").brush_panel.kind_button(None))
    drag(window, "right_calf_upper", "right_calf_lower")
    assert marks(window) == {}
    window.page("check_in").map.setFocus()
    key(Qt.Key.Key_Z, CONTROL)
    assert len(marks(window)) == 2
    key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert marks(window) == {}
    key(Qt.Key.Key_Z, CONTROL)
    key(Qt.Key.Key_Y, CONTROL)
    assert marks(window) == {}


@pytest.mark.parametrize("way", ["right click", "Enter", "press again"])
def test_a_place_is_refined_by(way, window, monkeypatch):
    asked = []
    monkeypatch.setattr(RefineDialog, "exec", lambda dialog: asked.append(dialog.windowTitle()))
    press_region(window, "left_heel")
    button = window.page("check_in").map.buttons("left_heel")[0]
    if way == "right click":
        at = middle(button)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, button.mapToGlobal(at))
        QApplication.sendEvent(button, event)
    elif way == "Enter":
        button.setFocus()
        key(Qt.Key.Key_Return)
    else:
        monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 0)  # as if time had passed
        press_region(window, "left_heel")
    assert asked == ["Left heel / Achilles"]


def test_the_place_under_the_pointer_is_named_with_its_side_and_state(window):
    hint = window.page("check_in").body_card.hint
    assert "Click or drag" in hint.text()
    press_region(window, "right_calf_upper")
    button = window.page("check_in").map.buttons("right_calf_upper")[0]
    at = QPointF(middle(button))
    QApplication.sendEvent(button, QEnterEvent(at, at, QPointF(button.mapToGlobal(at))))
    assert hint.text() == "Right calf, upper: pain 5"
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert "Click or drag" in hint.text()


def test_every_kind_in_one_place_is_seen_without_colour(window):
    """Grey pictures of one place, with each kind added, all differ."""
    page = window.page("check_in")
    button = page.map.buttons("left_foot_top")[0]
    seen = []
    for count in range(5):
        page.marks.set_value([Symptom("left_foot_top", kind, 4) for kind in list(Kind)[:count]])
        grey = page.map.grab(button.geometry()).toImage().convertToFormat(_grey())
        seen.append(bytes(grey.constBits()))
    assert len(set(seen)) == 5


def _grey():
    from PySide6.QtGui import QImage

    return QImage.Format.Format_Grayscale8


def test_the_arrows_walk_down_the_leg_to_the_heel_and_across_to_the_other(window):
    parts = [button.part for button in window.page("check_in").map.region_buttons]
    here = next(part for part in parts if part.shape.region == "left_buttock_upper")
    levels = []
    for _step in range(12):
        levels.append(REGIONS[here.shape.region].level)
        here = neighbour(here, Direction.DOWN, parts)
    assert levels == sorted(levels)
    assert (levels[0], levels[-1]) == (3, 7)
    calf = next(part for part in parts if part.shape.region == "left_calf_upper")
    passed = set()
    for _step in range(4):
        calf = neighbour(calf, Direction.RIGHT, parts)
        passed.add(calf.shape.region)
    assert "right_calf_upper" in passed


def test_page_down_goes_from_the_back_to_the_same_side_in_front(window):
    body = window.page("check_in").map
    body.buttons("left_calf_upper")[0].setFocus()
    key(Qt.Key.Key_PageDown)
    there = QApplication.focusWidget()
    assert there.region.side is Side.LEFT
    assert there.part.picture.value == "front"


def test_a_mark_on_the_side_never_marked_before_is_asked_about_quietly_and_once(open_window):
    window = open_window(entry(Symptom("left_calf_upper", "pain", 5)))
    window.resize(1280, 820)
    come_to_rest()
    question = window.page("check_in").side_question
    before = window.page("check_in").map.geometry()
    press_region(window, "left_shin")
    assert not question.isVisible()
    press_region(window, "right_shin")
    assert question.isVisible()
    assert question.text.text() == "You have marked the left side before; this is your right side. Is that right?"
    QApplication.processEvents()
    assert window.page("check_in").map.geometry() == before  # nothing moves under the hand
    click(question.answers[0])
    press_region(window, "right_heel")
    assert not question.isVisible()
    assert ("right_shin", "pain") in marks(window)


def test_the_marks_move_to_the_side_that_was_meant_and_can_come_back(open_window):
    window = open_window(entry(Symptom("right_calf_upper", "pain", 5)))
    press_region(window, "left_shin")
    press_region(window, "left_heel")
    come_to_rest()
    click(window.page("check_in").side_question.answers[1])
    assert set(marks(window)) == {("right_shin", "pain"), ("right_heel", "pain")}
    window.page("check_in").marks.undo()
    assert set(marks(window)) == {("left_shin", "pain"), ("left_heel", "pain")}


def test_the_question_about_the_side_never_keeps_from_saving(open_window):
    window = open_window(entry(Symptom("right_calf_upper", "pain", 5)))
    press_region(window, "left_shin")
    click(window.page("check_in").save)
    assert len(window.session.records.entries) == 2
    assert not window.page("check_in").side_question.isVisible()


@pytest.mark.parametrize("known", [(), ("low_back_centre",), ("left_shin", "right_shin")])
def test_the_side_is_not_asked_about_without_a_reason(open_window, known):
    window = open_window(*[entry(*(Symptom(region, "pain", 5) for region in known))] if known else [])
    press_region(window, "left_shin")
    assert not window.page("check_in").side_question.isVisible()


def test_erasing_the_mark_takes_the_question_away(open_window):
    window = open_window(entry(Symptom("right_calf_upper", "pain", 5)))
    press_region(window, "left_shin")
    window.page("check_in").marks.undo()
    assert not window.page("check_in").side_question.isVisible()


def test_the_button_under_a_left_click_only_paints(qtbot, window):
    button = window.page("check_in").map.buttons("left_shin")[0]
    qtbot.mouseClick(button, Qt.MouseButton.MiddleButton, pos=middle(button))
    assert marks(window) == {}
    qtbot.mouseClick(button, LEFT, pos=middle(button))
    assert marks(window) == {("left_shin", "pain"): 5}
