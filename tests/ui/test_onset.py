"""Saying when the pain began: asked quietly, answered as exactly as one knows, changed and taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.onset import Onset, Precision
from tests.ui.conftest import NOW
from tests.ui.pointer import click, key

ENTRY = Entry(
    recorded_at=NOW - timedelta(days=2), scope=Scope.DAY, symptoms=(Symptom("left_calf_upper", Kind.PAIN, 5),)
)
SAID = Onset(answered_at=NOW - timedelta(days=1), began_on=date(2025, 3, 1), precision=Precision.MONTH)


@pytest.fixture
def opened(open_window, qtbot):
    """Opens Progress on one entry and these records, and gives the window and its question."""

    def open_one(*records):
        window = open_window(ENTRY, *records)
        window.go_to("progress")
        qtbot.waitUntil(window.page("progress").onset.isVisible)
        return window, window.page("progress").onset

    return open_one


def test_it_asks_quietly_until_it_is_answered(opened):
    _window, question = opened()
    assert question.said.text() == "When did this pain begin?" and question.ask.text() == "Say when"
    assert not question.form.isVisible()


@pytest.mark.parametrize(
    ("precision", "chosen", "sentence", "began_on"),
    [
        (Precision.DAY, QDate(2025, 3, 14), "This pain began on 14 Mar 2025.", date(2025, 3, 14)),
        (Precision.MONTH, QDate(2025, 3, 14), "This pain began about March 2025.", date(2025, 3, 1)),
        (Precision.YEAR, QDate(2024, 3, 14), "This pain began about 2024.", date(2024, 1, 1)),
        (Precision.UNKNOWN, None, "You are not sure when this pain began.", None),
    ],
)
def test_a_day_a_month_a_year_or_not_sure_is_kept_as_it_was_said(opened, precision, chosen, sentence, began_on):
    window, question = opened()
    click(question.ask)
    click(question.how.part(precision))
    assert question.date.isVisible() is (chosen is not None)
    if chosen:
        question.date.setDate(chosen)
    assert question.preview.text() == sentence, "told before it is kept"
    click(question.save)
    [kept] = window.session.repository.records().onsets
    assert (kept.began_on, kept.precision, kept.answered_at) == (began_on, precision, NOW)
    assert question.said.text() == window.notice.text.text() == sentence
    assert question.ask.text() == "Change" and not question.form.isVisible()


def test_the_course_follows_and_undo_takes_it_back(opened, qtbot):
    window, question = opened()
    course = window.page("progress").episodes.text
    assert "chronic" not in course.text() and "acute" not in course.text(), "one entry is no beginning"
    click(question.ask)
    question.date.setDate(QDate(2025, 3, 1))
    click(question.save)
    qtbot.waitUntil(lambda: course.text().startswith("Pain since about March 2025 (12 months), chronic"))
    click(window.notice.undo)
    assert window.session.repository.records().onsets == ()
    qtbot.waitUntil(lambda: "chronic" not in course.text())
    assert question.ask.text() == "Say when"


def test_a_change_begins_with_what_was_said_and_undo_brings_that_back(opened):
    window, question = opened(SAID)
    click(question.ask)
    assert question.how.value is Precision.MONTH and question.date.date() == QDate(2025, 3, 1)
    click(question.how.part(Precision.UNKNOWN))
    click(question.save)
    [changed] = window.session.repository.records().onsets
    assert (changed.id, changed.began_on) == (SAID.id, None)
    click(window.notice.undo)
    assert window.session.repository.records().onsets == (SAID,)


def test_the_keyboard_alone_says_it_and_escape_leaves_it(opened):
    window, question = opened()
    question.ask.setFocus()
    key(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is question.how.part(Precision.MONTH)
    key(Qt.Key.Key_Escape)
    assert not question.form.isVisible() and QApplication.focusWidget() is question.ask
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is question.date
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Tab)  # from the month to the year
    key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is question.save
    key(Qt.Key.Key_Space)
    assert window.session.records.onsets[0].began_on == date(2026, 2, 1)


def test_the_form_begins_with_the_month_of_the_first_entry(opened):
    earlier = Entry(recorded_at=NOW - timedelta(days=80), scope=Scope.NOW, symptoms=())
    _window, question = opened(earlier)
    click(question.ask)
    assert question.preview.text() == "This pain began about January 2026."


def test_nothing_after_today_can_be_said(opened):
    _window, question = opened()
    click(question.ask)
    question.date.setDate(QDate(2030, 1, 1))
    assert question.date.date() == QDate(2026, 3, 25)


def test_each_part_has_its_name_for_a_screen_reader(opened):
    _window, question = opened()
    assert question.ask.accessibleDescription() == "When did this pain begin?"
    click(question.ask)
    assert question.date.accessibleName() and question.how.accessibleName()
    assert question.save.accessibleDescription() == "This pain began about March 2026."
