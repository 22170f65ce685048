"""Checking in, as a person does it: real clicks and keys on the real window, then the file is read back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from journal.domain.body import REGIONS
from journal.domain.entry import Entry, Kind, Quality, Scope, Symptom
from journal.storage.repository import Repository
from journal.ui.body_map.anatomy import Direction, neighbour
from journal.ui.check_in.refine_dialog import RefineDialog
from tests.ui.conftest import NOW

LEFT = Qt.MouseButton.LeftButton


def middle(button) -> QPoint:
    return button.mapFromParent(button.part.label_point.toPoint())


def press_region(qtbot, window, region):
    button = window.page("check_in").map.buttons(region)[0]
    qtbot.mouseClick(button, LEFT, pos=middle(button))


def click(qtbot, button):
    qtbot.mouseClick(button, LEFT)


@pytest.fixture
def read_back(journal_path):
    """The entries as another program would find them once the window is closed."""

    def read(window) -> tuple[Entry, ...]:
        window.close()
        with Repository.open(journal_path, create=False) as repository:
            return repository.records().entries

    return read


def test_three_places_are_marked_and_saved_in_six_clicks(qtbot, window, read_back):
    page = window.page("check_in")
    click(qtbot, page.brush_panel.bar.button(6))
    for region in ("right_buttock_lower", "right_calf_upper", "right_calf_lower"):
        press_region(qtbot, window, region)
    click(qtbot, page.save)
    (entry,) = read_back(window)
    assert {(s.region, s.kind, s.intensity) for s in entry.marks} == {
        ("right_buttock_lower", Kind.PAIN, 6),
        ("right_calf_upper", Kind.PAIN, 6),
        ("right_calf_lower", Kind.PAIN, 6),
    }
    assert (entry.recorded_at, entry.scope) == (NOW, Scope.NOW)


def test_the_window_says_saved_and_the_page_is_empty_for_the_next_time(qtbot, window):
    press_region(qtbot, window, "left_heel")
    click(qtbot, window.page("check_in").save)
    assert window.notice.isVisible()
    assert window.page("check_in").marks.symptoms == ()
    assert len(window.session.records.entries) == 1


def test_undo_after_saving_takes_the_entry_away_again(qtbot, window, read_back):
    press_region(qtbot, window, "left_heel")
    click(qtbot, window.page("check_in").save)
    click(qtbot, window.notice.undo)
    assert read_back(window) == ()


def test_no_symptoms_is_one_click(qtbot, window, read_back):
    click(qtbot, window.page("check_in").none)
    (entry,) = read_back(window)
    assert entry.symptoms == ()


def test_same_as_last_time_is_two_clicks(qtbot, open_window, read_back):
    before = Entry(
        recorded_at=NOW.replace(day=24), scope="now", symptoms=(Symptom("left_shin", "pain", 4, ("sharp",)),)
    )
    window = open_window(before)
    click(qtbot, window.page("check_in").same)
    click(qtbot, window.page("check_in").save)
    first, second = read_back(window)
    assert second.symptoms == first.symptoms
    assert second.recorded_at == NOW


def test_every_kind_of_brush_leaves_its_own_mark_in_one_place(qtbot, window, read_back):
    page = window.page("check_in")
    for strength, kind in enumerate(Kind, 2):
        click(qtbot, page.brush_panel.kind_button(kind))
        click(qtbot, page.brush_panel.bar.button(strength))
        press_region(qtbot, window, "left_foot_top")
    click(qtbot, page.save)
    (entry,) = read_back(window)
    assert {s.kind: s.intensity for s in entry.marks} == {kind: n for n, kind in enumerate(Kind, 2)}


def test_dragging_paints_every_region_on_the_way_and_one_undo_takes_the_stroke_back(qtbot, window):
    body = window.page("check_in").map
    upper, lower = body.buttons("right_calf_upper")[0], body.buttons("right_calf_lower")[0]
    qtbot.mousePress(upper, LEFT, pos=middle(upper))
    start, end = upper.part.label_point, lower.part.label_point
    for step in range(1, 11):
        where = start + (end - start) * step / 10
        position = upper.mapFromParent(where.toPoint())
        _drag(upper, position)
    qtbot.mouseRelease(upper, LEFT, pos=upper.mapFromParent(end.toPoint()))
    assert {s.region for s in window.page("check_in").marks.symptoms} == {"right_calf_upper", "right_calf_lower"}
    window.page("check_in").marks.undo()
    assert window.page("check_in").marks.symptoms == ()
    window.page("check_in").marks.redo()
    assert len(window.page("check_in").marks.symptoms) == 2


def _drag(button, position):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    at = QPointF(position)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        QPointF(button.mapToGlobal(position)),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(button, event)


def test_a_region_seen_from_both_sides_is_two_buttons_and_one_state(qtbot, window):
    body = window.page("check_in").map
    front, back = body.buttons("left_thigh_outer")[:2]
    qtbot.mouseClick(back, LEFT, pos=middle(back))
    assert front.isChecked() and back.isChecked()


def test_the_body_is_painted_by_keyboard_alone(qtbot, window, read_back):
    body = window.page("check_in").map
    body.setFocus()
    for keys in (Qt.Key.Key_Down, Qt.Key.Key_7, Qt.Key.Key_Space):
        qtbot.keyClick(QApplication.focusWidget(), keys)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (entry,) = read_back(window)
    assert [s.intensity for s in entry.marks] == [7]


def test_arrow_keys_reach_every_region(window):
    parts = [button.part for button in window.page("check_in").map.region_buttons]
    seen, queue = set(), [parts[0]]
    while queue:
        part = queue.pop()
        if id(part) not in seen:
            seen.add(id(part))
            queue += [
                neighbour(part, way, parts) for way in (Direction.UP, Direction.DOWN, Direction.LEFT, Direction.RIGHT)
            ]
    assert {part.shape.region for part in parts if id(part) in seen} == set(REGIONS)


def test_refining_says_what_the_pain_is_like(qtbot, window, monkeypatch):
    def fill(dialog):
        dialog.bars[Kind.PAIN].choose(8)
        dialog.bars[Kind.TINGLING].choose(3)
        dialog.qualities[Quality.SHOOTING].setChecked(True)
        return RefineDialog.DialogCode.Accepted

    monkeypatch.setattr(RefineDialog, "exec", fill)
    window.page("check_in").map.refine_asked.emit("left_knee_back")
    assert window.page("check_in").marks.at("left_knee_back") == (
        Symptom("left_knee_back", "pain", 8, ("shooting",)),
        Symptom("left_knee_back", "tingling", 3),
    )


def test_saving_nothing_asks_first(qtbot, window, questions, read_back):
    click(qtbot, window.page("check_in").save)
    assert (window.session.records.entries, len(questions.asked)) == ((), 1)
    questions.answer("No symptoms")
    click(qtbot, window.page("check_in").save)
    assert len(read_back(window)) == 1


def test_the_evening_figures_are_kept_and_what_was_not_said_stays_unknown(qtbot, window, read_back):
    page = window.page("check_in")
    click(qtbot, page.scope.part(Scope.DAY))
    assert page.day_panel.isVisible()
    page.day_panel.field("pain_worst").setValue(7)
    page.day_panel.field("walking_minutes").setValue(0)
    page.details.note.setPlainText("Slept badly, then a walk – Müller’s dog came along.")
    page.details.activities.chips["driving"].click()
    qtbot.keyClicks(page.details.reliefs.own, "warm bath")
    press_region(qtbot, window, "left_groin")
    click(qtbot, page.save)
    (entry,) = read_back(window)
    assert (entry.scope, entry.pain_worst, entry.pain_average, entry.walking_minutes) == (Scope.DAY, 7, None, 0)
    assert (entry.activities, entry.reliefs) == (("driving",), ("warm bath",))
    assert entry.note.endswith("came along.")


def test_the_list_of_places_and_the_map_say_the_same(qtbot, window):
    press_region(qtbot, window, "right_sole")
    rows = window.page("check_in").places
    assert not rows.empty.isVisible()
    rows.add_asked.emit("left_groin")
    assert {b.region.id for b in window.page("check_in").map.region_buttons if b.isChecked()} == {
        "right_sole",
        "left_groin",
    }
    rows.erase_asked.emit("right_sole")
    assert {b.region.id for b in window.page("check_in").map.region_buttons if b.isChecked()} == {"left_groin"}


def test_a_region_tells_a_screen_reader_its_name_and_state(qtbot, window):
    from PySide6.QtGui import QAccessible

    button = window.page("check_in").map.buttons("right_calf_upper")[0]
    press_region(qtbot, window, "right_calf_upper")
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Right calf, upper"
    assert spoken.text(QAccessible.Text.Description) == "pain 5"
    assert spoken.state().checked
    assert spoken.role() is QAccessible.Role.CheckBox


def test_a_changed_entry_says_when_it_was_changed_and_an_unchanged_one_does_not(qtbot, open_window, read_back):
    first, second = (
        Entry(recorded_at=NOW - timedelta(days=days), scope=Scope.NOW, symptoms=(Symptom("sacrum", Kind.PAIN, 4),))
        for days in (2, 1)
    )
    window = open_window(first, second)
    for entry, note in ((first, "better by the evening"), (second, "")):
        window.page("journal").choose(entry.id)
        click(qtbot, window.page("journal").edit_button)
        window.page("check_in").details.note.setPlainText(note)
        click(qtbot, window.page("check_in").save)
    changed, same = read_back(window)
    assert (changed.note, changed.edited_at) == ("better by the evening", NOW)
    assert same == second and same.edited_at is None


def test_an_entry_for_an_earlier_day_is_kept_under_that_day(qtbot, window, read_back):
    day = NOW.date() - timedelta(days=3)
    assert window.page("check_in").new_for(day)
    press_region(qtbot, window, "left_heel")
    click(qtbot, window.page("check_in").save)
    (entry,) = read_back(window)
    assert (entry.day, entry.scope, entry.edited_at) == (day, Scope.DAY, None)


def test_what_is_marked_is_not_put_away_without_asking(qtbot, window, questions):
    press_region(qtbot, window, "left_heel")
    assert not window.page("check_in").new_for(NOW.date() - timedelta(days=3))
    assert [mark.region for mark in window.page("check_in").marks.symptoms] == ["left_heel"]
    questions.answer("Start the entry")
    assert window.page("check_in").new_for(NOW.date() - timedelta(days=3))
    assert not window.page("check_in").marks.symptoms


def test_the_keys_of_the_check_in_do_nothing_on_another_page(qtbot, window):
    press_region(qtbot, window, "right_calf_upper")
    window.go_to("settings")
    window.page("settings").setFocus()
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.records.entries == ()
    assert len(window.page("check_in").marks.symptoms) == 1
