"""The journal page tells "no symptoms" from a place nobody gave: in the list, the entry, the calendar, the search."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from journal.domain.entry import Entry, Scope, Symptom
from journal.ui.history.calendar_model import DATE_ROLE
from journal.ui.history.delegate import paint_small_body
from tests.ui.conftest import NOW

CALF = Symptom("left_calf_upper", "pain", 6)
NUMB = Symptom("left_sole", "numbness", 3)


def an_entry(days_ago, symptoms, **figures):
    return Entry(
        recorded_at=NOW - timedelta(days=days_ago), scope=Scope.DAY, symptoms=symptoms, note=str(days_ago), **figures
    )


ANSWERS = {
    "marked": an_entry(1, (CALF,)),
    "no symptoms": an_entry(2, ()),
    "not given": an_entry(3, None),
    "rated only": an_entry(4, None, pain_worst=7),
    "numb, and rated": an_entry(5, (NUMB,), pain_worst=7),
}


def small_body(theme, entry):
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_small_body(painter, QRectF(0, 0, 120, 120), theme, entry)
    painter.end()
    return bytes(image.constBits())


def test_each_answer_has_its_own_picture_in_the_list(theme):
    assert len({small_body(theme, entry) for entry in ANSWERS.values()}) == len(ANSWERS)


@pytest.mark.parametrize(
    ("answer", "words", "body"),
    [
        ("marked", "Left calf, upper: pain 6", True),
        ("no symptoms", "No symptoms", True),
        ("not given", "Place not given", False),
        ("rated only", "Pain rated 7 of 10, place not given", False),
        ("numb, and rated", "Left sole: numbness 3\nPain rated 7 of 10, place not given", True),
    ],
)
def test_an_entry_without_a_place_shows_no_unmarked_body(open_history, answer, words, body):
    page = open_history(ANSWERS[answer])
    assert page.view.sheet.places.text() == words
    assert page.view.sheet.picture.isVisible() is body


@pytest.mark.parametrize(
    ("text", "found"), [("No symptoms", ["2"]), ("Place not given", ["3", "4", "5"]), ("Any place", list("12345"))]
)
def test_entries_without_a_place_are_found_again(open_history, text, found):
    page = open_history(*ANSWERS.values())
    box = page.filters.dialog.place
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())
    shown = [page.model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(page.model.rowCount())]
    assert [entry.note for entry in shown] == found
    for chip in page.filters.chips():
        chip.click()
    assert page.model.rowCount() == len(ANSWERS)


def test_each_answer_looks_and_sounds_different_in_the_calendar_even_in_grey(open_history):
    zero = an_entry(6, None, pain_average=0, pain_worst=0)
    page = open_history(*ANSWERS.values(), zero, size=(1300, 800))
    page.show_day(NOW.date())
    view = page.calendar.view
    looks, words = [], []
    for entry in (*ANSWERS.values(), zero):
        index = view.model().index_of(entry.day)
        assert index.data(DATE_ROLE) == entry.day
        below_the_number = view.visualRect(index).adjusted(0, page.theme.px(1.7), 0, 0)
        looks.append(view.viewport().grab(below_the_number).toImage().convertToFormat(QImage.Format.Format_Grayscale8))
        words.append(index.data(Qt.ItemDataRole.AccessibleTextRole).partition(": ")[2])
    assert words == [
        "deepest lower leg; worst pain 6 of 10; 1 entry",
        "no symptoms; 1 entry",
        "nothing said about pain; 1 entry",
        "worst pain 7 of 10; place not given; 1 entry",
        "worst pain 7 of 10; place not given; numbness; 1 entry",
        "no pain; 1 entry",
    ]
    alike = {(one, other) for one in range(6) for other in range(one) if looks[one] == looks[other]}
    assert alike == {(4, 3)}  # numbness is heard, and seen on its day


def test_the_buttons_of_an_entry_without_a_body_stand_right_below_it(qtbot, open_history):
    page = open_history(ANSWERS["not given"])
    page.show_day(ANSWERS["not given"].day)
    (shown,) = page.day_view.entries
    assert shown.sheet.picture.isHidden()
    qtbot.waitUntil(lambda: 0 < shown.change.geometry().top() - shown.sheet.note.geometry().bottom() < 40)
