"""When an entry is for: now, an earlier time, the whole day; its day stays as it was written."""

import os
import time as clocks
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QDateTime, QTime

from journal.domain.entry import Entry, Scope, Symptom
from tests.ui.conftest import NOW
from tests.ui.pointer import click, marks, press_region

needs_zones = pytest.mark.skipif(not hasattr(clocks, "tzset"), reason="this system's zone cannot be set from here")


@pytest.fixture
def zone(monkeypatch):
    """Moves the computer to another time zone."""

    def move(name):
        monkeypatch.setenv("TZ", name)
        clocks.tzset()

    yield move
    monkeypatch.undo()
    os.environ.pop("TZ", None) if "TZ" not in os.environ else None
    clocks.tzset()


def choose(window, when):
    click(window.page("check_in").moment.other)
    field = window.page("check_in").moment.field
    shown = field.dateTime()
    shown.setDate(when.date())
    shown.setTime(QTime(when.hour, when.minute))
    field.setDateTime(shown)


def save(window, region="left_shin"):
    press_region(window, region)
    click(window.page("check_in").save)
    return window.session.records.entries


@needs_zones
def test_an_earlier_day_gets_the_offset_that_this_place_had_then(open_window, zone):
    zone("Europe/Berlin")
    window = open_window(now=datetime(2026, 4, 2, 9, 0, tzinfo=timezone(timedelta(hours=2))))
    choose(window, datetime(2026, 3, 27, 21, 15))  # before the clocks went forward
    (entry,) = save(window)
    assert entry.recorded_at.isoformat() == "2026-03-27T21:15:00+01:00"


@needs_zones
def test_an_hour_that_the_clocks_skipped_stays_on_its_day(open_window, zone):
    zone("Europe/Berlin")
    window = open_window(now=datetime(2026, 3, 29, 12, 0, tzinfo=timezone(timedelta(hours=2))))
    choose(window, datetime(2026, 3, 29, 2, 30))
    (entry,) = save(window)
    assert entry.day == date(2026, 3, 29)
    assert entry.recorded_at <= window.session.now()


@needs_zones
@pytest.mark.parametrize("here", ["Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin"])
def test_changing_an_entry_from_another_country_keeps_its_day_and_offset(open_window, zone, here):
    written = datetime(2026, 3, 8, 2, 30, tzinfo=timezone(timedelta(hours=-10)))  # an hour that Los Angeles skipped
    zone(here)
    window = open_window(Entry(recorded_at=written, scope="now", symptoms=(Symptom("sacrum", "pain", 4),)))
    window.go_to("check_in", window.session.records.entries[0])
    click(window.page("check_in").moment.other)
    window.page("check_in").details.note.setPlainText("later")
    (entry,) = save(window)
    assert entry.recorded_at.isoformat() == written.isoformat()
    assert (entry.day, entry.note) == (written.date(), "later")


def test_an_entry_later_than_now_is_asked_about(open_window, questions):
    window = open_window()
    questions.answer("It was now")
    click(window.page("check_in").moment.other)
    field = window.page("check_in").moment.field
    field.setDateTime(QDateTime(field.dateTime()).addDays(3))
    (entry,) = save(window)
    assert "later than now" in questions.asked[0][0]
    assert entry.recorded_at == NOW


def test_now_after_all_is_now(open_window):
    window = open_window()
    choose(window, NOW - timedelta(days=3))
    click(window.page("check_in").moment.back)
    assert save(window)[0].recorded_at == NOW


def test_the_whole_day_is_offered_in_the_evening_until_it_is_said(open_window):
    window = open_window()
    assert window.page("check_in").evening.isVisible()
    click(window.page("check_in").evening)
    assert window.page("check_in").scope.value is Scope.DAY
    assert window.page("check_in").day_panel.isVisible()
    assert not window.page("check_in").evening.isVisible()
    save(window)
    assert not window.page("check_in").evening.isVisible()


@pytest.mark.parametrize(("hour", "offered"), [(17, False), (18, True), (23, True)])
def test_the_evening_begins_at_six(open_window, hour, offered):
    window = open_window(now=NOW.replace(hour=hour))
    assert window.page("check_in").evening.isVisible() is offered


def whole_day():
    return Entry(recorded_at=NOW - timedelta(hours=1), scope="day", symptoms=(Symptom("sacrum", "pain", 4),))


def test_a_second_whole_day_entry_changes_the_first_instead(open_window):
    window = open_window(whole_day())
    press_region(window, "left_shin")
    click(window.page("check_in").scope.part(Scope.DAY))
    aside = window.page("check_in").other_day
    assert aside.text.text() == "Wednesday, 25 March 2026 has a whole-day entry already."
    click(aside.answers[0])
    assert set(marks(window)) == {("sacrum", "pain"), ("left_shin", "pain")}  # what was marked already is kept
    click(window.page("check_in").save)
    (entry,) = window.session.records.entries
    assert len(entry.marks) == 2


def test_saved_all_the_same_it_takes_the_first_ones_place_and_undo_brings_that_back(open_window, questions):
    first = whole_day()
    window = open_window(first)
    click(window.page("check_in").scope.part(Scope.DAY))
    press_region(window, "left_shin")
    questions.answer("Replace it")
    click(window.page("check_in").save)
    (entry,) = window.session.records.entries
    assert [mark.region for mark in entry.marks] == ["left_shin"]
    click(window.notice.undo)
    assert window.session.records.entries == (first,)


def test_another_day_has_a_whole_day_of_its_own(open_window):
    window = open_window(whole_day())
    click(window.page("check_in").scope.part(Scope.DAY))
    choose(window, NOW - timedelta(days=1))
    assert not window.page("check_in").other_day.isVisible()
    assert len(save(window)) == 2
