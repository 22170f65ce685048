"""A whole day begins with what the day's entries marked, and can be told to begin with nothing."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from journal.domain.entry import Quality, Scope, Symptom
from tests.ui.conftest import NOW
from tests.ui.pointer import click, marks, press_region
from tests.ui.test_places_said import CALF, NUMB, an_entry, day_line, save, whole_day


def where_the_body_is(window):
    """Once every part has come to rest."""
    for _round in range(5):
        QApplication.processEvents()
    return window.page("check_in").map.mapTo(window, QPoint()), window.page("check_in").map.size()


def test_the_whole_day_begins_with_everything_the_day_s_entries_marked_at_its_strongest(open_window, questions):
    entries = (
        an_entry(hours=9, symptoms=(Symptom("left_calf_upper", "pain", 6, ("burning",)), NUMB)),
        an_entry(hours=5),
        an_entry(hours=3, symptoms=(Symptom("sacrum", "pain", 2),)),
        an_entry(hours=2, symptoms=()),
        an_entry(days=1, symptoms=(Symptom("right_heel", "pain", 9),)),
    )
    window = open_window(*entries)
    assert (day_line(window), marks(window)) == ("", {})
    click(window.page("check_in").evening)
    felt = {("sacrum", "pain"): 2, ("left_calf_upper", "pain"): 6, ("left_sole", "numbness"): 3}
    assert marks(window) == felt
    assert day_line(window) == (
        "From your 3 entries of today: everything felt, at its strongest. "
        "Saving keeps these places for the whole day; your entries stay."
    )
    window.page("check_in").day_panel.field("pain_worst").setValue(6)
    saved = save(window)
    assert {(mark.region, mark.kind): mark.intensity for mark in saved[-1].marks} == felt
    assert set(saved[-1].marks[1].qualities) == {Quality.SHARP, Quality.BURNING}
    assert (saved[-1].scope, saved[-1].pain_worst, questions.asked) == (Scope.DAY, 6, [])
    assert saved[:-1] == tuple(sorted(entries, key=lambda entry: entry.recorded_at))


def test_not_these_puts_them_away_in_one_click_and_nothing_moves(open_window, questions):
    window = open_window(an_entry())
    whole_day(window, sleep_hours=7)
    before = where_the_body_is(window)
    click(window.page("check_in").day_marks.put_away)
    assert where_the_body_is(window) == before
    assert marks(window) == {}
    assert day_line(window) == "The places of your entry of today are not taken."
    click(window.page("check_in").day_marks.take)
    assert marks(window) == {("left_calf_upper", "pain"): 4}
    click(window.page("check_in").day_marks.put_away)
    *_first, entry = save(window)
    assert (entry.symptoms, entry.sleep_hours, questions.asked) == (None, 7, [])


def test_undo_after_not_these_brings_them_back(open_window):
    window = open_window(an_entry())
    whole_day(window)
    click(window.page("check_in").day_marks.put_away)
    window.page("check_in").marks.undo()
    assert marks(window) == {("left_calf_upper", "pain"): 4}
    assert day_line(window).startswith("From your entry of today: everything felt.")


def test_what_was_painted_before_stays_when_the_day_s_marks_come_and_go(open_window):
    window = open_window(an_entry())
    for _times in range(2):
        press_region(window, "left_shin")
    window.page("check_in").marks.load([Symptom("left_shin", "pain", 5), Symptom("left_calf_upper", "pain", 1)])
    own = marks(window)
    whole_day(window)
    assert marks(window) == {("left_shin", "pain"): 5, ("left_calf_upper", "pain"): 4}
    click(window.page("check_in").scope.part(Scope.NOW))
    assert (marks(window), day_line(window)) == (own, "")


def test_another_day_brings_its_own_marks(open_window):
    window = open_window(an_entry(), an_entry(days=1, symptoms=(NUMB,)))
    whole_day(window)
    click(window.page("check_in").moment.other)
    field = window.page("check_in").moment.field
    field.setDateTime(field.dateTime().addDays(-1))
    assert marks(window) == {("left_sole", "numbness"): 3}
    assert day_line(window).startswith("From your entry of Tue, 24 Mar 2026: everything felt.")
    field.setDateTime(field.dateTime().addDays(-1))
    assert (marks(window), day_line(window)) == ({}, "")


def test_adding_an_earlier_day_from_the_calendar_begins_with_that_day(open_window):
    window = open_window(an_entry(), an_entry(days=1, symptoms=(NUMB,)))
    assert window.page("check_in").new_for(NOW.date() - timedelta(days=1))
    assert marks(window) == {("left_sole", "numbness"): 3}


def test_the_day_s_marks_alone_are_no_unfinished_check_in(open_window, questions):
    window = open_window(an_entry())
    whole_day(window)
    assert window.page("check_in").draft() is None
    assert window.page("check_in").new_for(NOW.date())
    assert questions.asked == []
    whole_day(window)
    press_region(window, "left_shin")
    assert window.page("check_in").draft() is not None


@pytest.mark.parametrize("erased", [False, True])
def test_an_unfinished_whole_day_comes_back_as_it_was_left(open_window, erased):
    window = open_window(an_entry(symptoms=(CALF, NUMB)))
    whole_day(window, sleep_hours=5)
    if erased:
        window.page("check_in").body_card.erase("left_sole")
    left = window.page("check_in").entry()
    window.close()
    again = open_window()
    assert again.page("check_in").entry() == left
    click(again.page("check_in").day_marks.put_away)
    assert marks(again) == {}


def test_a_day_that_said_no_symptoms_begins_with_nothing(open_window):
    window = open_window(an_entry(symptoms=()))
    whole_day(window, sleep_hours=5)
    assert (marks(window), day_line(window)) == ({}, "")
    assert save(window)[-1].symptoms is None
