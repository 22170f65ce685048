"""Places marked, "no symptoms" said, nothing said: three answers, and none of them comes about by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from journal.domain.entry import Entry, Quality, Scope, Symptom
from tests.ui.conftest import NOW
from tests.ui.pointer import CONTROL, click, key, press_region

CALF = Symptom("left_calf_upper", "pain", 4, (Quality.SHARP,))
NUMB = Symptom("left_sole", "numbness", 3)
GO_BACK = "Go back"
LEAVE_OPEN = "Leave the place open"


def an_entry(*, days=0, hours=1, **values) -> Entry:
    values = {"scope": Scope.NOW, "symptoms": (CALF,)} | values
    return Entry(recorded_at=NOW - timedelta(days=days, hours=hours), **values)


def whole_day(window, **figures):
    click(window.page("check_in").scope.part(Scope.DAY))
    for name, value in figures.items():
        window.page("check_in").day_panel.field(name).setValue(value)


def day_line(window):
    lines = window.page("check_in").day_marks
    if not lines.isVisible():
        return ""
    return (lines.words if lines.words.isVisible() else lines.other_words).accessibleName()


def save(window) -> tuple[Entry, ...]:
    click(window.page("check_in").save)
    return window.session.records.entries


# Figures alone, and "no symptoms"


def test_sleep_and_a_note_are_saved_without_a_question_and_say_nothing_about_places(window, questions):
    whole_day(window, sleep_hours=6)
    window.page("check_in").details.note.setPlainText("Slept on the sofa")
    (entry,) = save(window)
    assert (entry.symptoms, entry.sleep_hours, questions.asked) == (None, 6, [])
    assert window.notice.text.text() == "Saved: Wed, 25 Mar 2026, whole day, place not given"


def test_a_rated_pain_without_a_place_is_asked_about_and_can_be_saved_alone(window, questions):
    whole_day(window, pain_average=5, pain_worst=7)
    questions.answer("Mark it on the body")
    assert save(window) == ()
    assert QApplication.focusWidget() in window.page("check_in").map.region_buttons
    questions.answer("Save without the place")
    (entry,) = save(window)
    assert (entry.symptoms, entry.pain_average, entry.pain_worst) == (None, 5, 7)
    assert {text for text, _answers in questions.asked} == {"You rated pain 7 of 10. Where was it?"}


def test_numbness_alone_does_not_say_where_the_rated_pain_was(window, questions):
    click(window.page("check_in").brush_panel.kind_button("numbness"))
    press_region(window, "left_sole")
    whole_day(window, pain_average=2)
    questions.answer("Save without the place")
    (entry,) = save(window)
    assert questions.asked[0][0] == "You rated pain 2 of 10. Where was it?"
    assert [mark.region for mark in entry.marks] == ["left_sole"]


def test_a_rated_pain_with_its_place_is_saved_without_a_question(window, questions):
    press_region(window, "left_shin")
    whole_day(window, pain_average=3, pain_worst=3)
    (entry,) = save(window)
    assert (len(entry.marks), questions.asked) == (1, [])


def test_no_symptoms_beside_a_rating_is_not_saved_as_no_symptoms(window, questions):
    whole_day(window, pain_worst=7)
    for answer in ("Mark where it was", "Change the rating"):
        questions.answer(answer)
        click(window.page("check_in").none)
        assert window.session.records.entries == ()
        assert window.page("check_in").day_panel.field("pain_worst").number() == 7
    assert window.page("check_in").day_panel.field("pain_worst").hasFocus()
    questions.answer("Save without the place")
    click(window.page("check_in").none)
    (entry,) = window.session.records.entries
    assert (entry.symptoms, entry.pain_worst) == (None, 7)
    assert {text for text, _answers in questions.asked} == {"You rated pain 7 of 10, so this is not “no symptoms”."}


def test_no_symptoms_beside_a_rating_and_a_marked_pain_loses_neither(window, questions):
    press_region(window, "left_shin")
    whole_day(window, pain_worst=7)
    questions.answer("Save what is marked")
    click(window.page("check_in").none)
    (entry,) = window.session.records.entries
    assert (entry.pain_worst, [mark.region for mark in entry.marks]) == (7, ["left_shin"])


def test_no_symptoms_is_one_click_with_sleep_and_a_pain_of_0_given(window, questions):
    whole_day(window, pain_average=0, pain_worst=0, sleep_hours=8)
    click(window.page("check_in").none)
    (entry,) = window.session.records.entries
    assert (entry.symptoms, entry.pain_worst, entry.sleep_hours, questions.asked) == ((), 0, 8, [])
    assert window.notice.text.text() == "Saved: Wed, 25 Mar 2026, whole day, no symptoms"


@pytest.mark.parametrize(("answer", "said"), [("No symptoms", ()), (LEAVE_OPEN, None)])
def test_a_pain_of_0_alone_is_asked_about_once(window, questions, answer, said):
    whole_day(window, pain_average=0, pain_worst=0)
    questions.answer(answer)
    (entry,) = save(window)
    assert entry.symptoms == said
    assert questions.asked == [("You rated pain 0. Was there no symptom at all?", [GO_BACK, "No symptoms", LEAVE_OPEN])]


def test_saving_nothing_at_all_explains_and_saves_nothing(window, questions):
    questions.answer(GO_BACK)
    assert save(window) == ()
    assert questions.asked[0][0] == "Nothing is marked yet. If nothing hurts, say “No symptoms”."


def test_the_worst_pain_below_the_average_is_asked_about(window, questions):
    press_region(window, "left_shin")
    whole_day(window, pain_average=6, pain_worst=3)
    questions.answer("Keep editing")
    assert save(window) == ()
    assert window.page("check_in").day_panel.field("pain_worst").hasFocus()
    questions.answer("Swap")
    (entry,) = save(window)
    assert questions.asked[0][0] == "Worst pain 3 is lower than average pain 6. Swap them?"
    assert (entry.pain_average, entry.pain_worst) == (3, 6)


def test_figures_of_the_day_do_not_vanish_behind_right_now(window, questions):
    whole_day(window, sleep_hours=6)
    click(window.page("check_in").scope.part(Scope.NOW))
    press_region(window, "left_shin")
    questions.answer(GO_BACK)
    assert save(window) == ()
    questions.answer("Save without them")
    (entry,) = save(window)
    assert (entry.scope, entry.sleep_hours) == (Scope.NOW, None)


@pytest.mark.parametrize(
    ("keys", "saved"),
    [
        ([Qt.Key.Key_Return], 0),
        ([Qt.Key.Key_Escape], 0),
        ([Qt.Key.Key_Space], 0),
        ([Qt.Key.Key_Tab, Qt.Key.Key_Space], 1),
        ([Qt.Key.Key_Down, Qt.Key.Key_Return], 1),
    ],
)
def test_a_question_is_answered_by_keys_and_none_of_the_first_ones_loses_anything(qtbot, window, keys, saved):
    whole_day(window, pain_worst=7)
    window.page("check_in").map.setFocus()
    heard = []

    def press():
        question = QApplication.activeModalWidget()
        if QApplication.focusWidget() not in question.buttons:
            QTimer.singleShot(5, press)
            return
        heard.append(QAccessible.queryAccessibleInterface(question).text(QAccessible.Text.Name))
        for each in keys:
            key(each)

    QTimer.singleShot(0, press)
    key(Qt.Key.Key_S, CONTROL)
    assert heard == ["You rated pain 7 of 10. Where was it?"]
    assert len(window.session.records.entries) == saved


# Changing, taking over, coming back


@pytest.mark.parametrize("said", [None, (), (CALF,)])
def test_changing_only_the_note_keeps_what_was_said_about_places(open_window, questions, said):
    old = an_entry(symptoms=said)
    window = open_window(old)
    window.go_to("check_in", old)
    window.page("check_in").details.note.setPlainText("later")
    (entry,) = save(window)
    assert (entry.symptoms, entry.note, questions.asked) == (said, "later", [])


def test_changing_an_entry_that_rated_pain_without_a_place_does_not_ask_again(open_window, questions):
    old = an_entry(scope=Scope.DAY, symptoms=None, pain_worst=7)
    window = open_window(old)
    window.go_to("check_in", old)
    window.page("check_in").details.note.setPlainText("later")
    (entry,) = save(window)
    assert (entry.symptoms, questions.asked) == (None, [])


def test_an_older_entry_is_changed_to_no_symptoms_in_one_click(open_window, questions):
    old = an_entry(symptoms=None, note="tired")
    window = open_window(old)
    window.go_to("check_in", old)
    click(window.page("check_in").none)
    (entry,) = window.session.records.entries
    assert (entry.id, entry.symptoms, entry.note, questions.asked) == (old.id, (), "tired", [])


def test_painting_on_no_symptoms_and_taking_it_back_is_still_no_symptoms(open_window, questions):
    old = an_entry(symptoms=())
    window = open_window(old)
    window.go_to("check_in", old)
    assert window.page("check_in").places.empty.text() == "“No symptoms” is said. A place marked takes its stead."
    press_region(window, "left_shin")
    window.page("check_in").marks.undo()
    assert save(window)[0].symptoms == ()


@pytest.mark.parametrize(("answer", "said"), [("No symptoms", ()), (LEAVE_OPEN, None)])
def test_an_entry_whose_last_place_was_taken_away_is_asked_about(open_window, questions, answer, said):
    old = an_entry()
    window = open_window(old)
    window.go_to("check_in", old)
    window.page("check_in").body_card.erase("left_calf_upper")
    questions.answer(GO_BACK)
    assert save(window) == (old,)
    questions.answer(answer)
    assert save(window)[0].symptoms == said


def test_the_same_as_last_time_passes_over_what_said_no_place(open_window):
    silent = an_entry(hours=1, symptoms=None, note="Slept badly")
    rated = an_entry(hours=2, scope=Scope.DAY, symptoms=None, pain_worst=7)
    window = open_window(an_entry(days=1), rated, silent)
    click(window.page("check_in").same)
    assert save(window)[-1].symptoms == (CALF,)


def test_the_same_as_last_time_after_no_symptoms_is_no_symptoms_in_two_clicks(open_window, questions):
    window = open_window(an_entry(days=2), an_entry(days=1, symptoms=()))
    click(window.page("check_in").same)
    assert window.page("check_in").body_card.hint.accessibleName().startswith("No symptoms")
    assert (save(window)[-1].symptoms, questions.asked) == ((), [])


def test_there_is_no_last_time_where_no_entry_said_where(open_window):
    window = open_window(an_entry(symptoms=None, note="tired"))
    assert not window.page("check_in").same.isEnabled()


@pytest.mark.parametrize("said", [None, (), (CALF,)])
def test_an_unfinished_change_comes_back_with_the_same_answer(open_window, said):
    old = an_entry(symptoms=said)
    window = open_window(old)
    window.go_to("check_in", old)
    window.page("check_in").details.note.setPlainText("later")
    window.close()
    again = open_window()
    assert (again.page("check_in").entry().symptoms, again.page("check_in").entry().note) == (said, "later")


def test_an_unfinished_no_symptoms_as_last_time_comes_back(open_window):
    window = open_window(an_entry(days=1, symptoms=()))
    click(window.page("check_in").same)
    window.close()
    assert save(open_window())[-1].symptoms == ()


# The sentence above every page follows what was said, however that came about


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("place", ["calf_upper", "thigh_outer"])
def test_the_sentence_follows_an_edit_a_deletion_and_its_undoing(qtbot, open_window, side, place):
    entries = [an_entry(days=27 - n, symptoms=(Symptom(f"{side}_{place}", "pain", 5),)) for n in range(28)]
    window = open_window(*entries)
    session = window.session

    def said(words):
        qtbot.waitUntil(lambda: words in window.strip.text.text())

    said("stayed at the")
    rated = [replace(one, scope=Scope.DAY, symptoms=None, pain_worst=7.0) for one in entries[14:]]
    session.save(*rated)
    said("14 days without a place")
    assert "moving" not in window.strip.text.text()
    session.save(*entries[14:])
    said("28 painful days")
    gone = session.delete(*(one.id for one in entries[:20]))
    said("not enough painful days yet")
    session.save(*gone)
    said("28 painful days")
