"""A window left open over midnight, sleep or a changed clock is right again by itself."""

import functools
from datetime import datetime, time, timedelta, timezone

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from journal.domain.entry import Entry, Scope, Symptom
from journal.domain.treatment import Treatment
from journal.ui.day_monitor import DayMonitor
from journal.ui.preferences import REMINDER
from journal.ui.reminder import Reminder
from tests.ui.conftest import NOW, entry
from tests.ui.pointer import click, press_region

SHIN = (Symptom("left_shin", "pain", 4),)


class Clock:
    """A clock that a test sets."""

    def __init__(self, now=NOW):
        self.now = now

    def __call__(self):
        return self.now

    def go(self, **time):
        self.now += timedelta(**time)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def window(open_window, clock):
    """Opens the window by that clock."""
    return functools.partial(open_window, clock=clock)


@pytest.mark.parametrize("passed", [{"hours": 4}, {"days": 45}, {"days": -3}], ids=["midnight", "sleep", "set back"])
def test_another_day_is_noticed(qtbot, clock, passed):
    monitor = DayMonitor(clock)
    clock.go(seconds=10)
    with qtbot.assertNotEmitted(monitor.day_changed):
        monitor.check()
    clock.go(**passed)
    with qtbot.waitSignal(monitor.day_changed, timeout=100):
        monitor.check()
    with qtbot.assertNotEmitted(monitor.day_changed):
        monitor.check()


def test_another_time_zone_is_noticed(qtbot, clock):
    monitor = DayMonitor(clock)
    clock.now = clock.now.astimezone(timezone(timedelta(hours=-5)))
    with qtbot.waitSignal(monitor.day_changed, timeout=100):
        monitor.check()


def test_strip_progress_calendar_and_what_is_due_follow(qtbot, window, clock):
    diary = [Entry(recorded_at=NOW - timedelta(days=days), scope=Scope.DAY, symptoms=SHIN) for days in range(25)]
    win = window(*diary, Treatment(kind="medication", name="ibuprofen", started_on=NOW.date() - timedelta(days=9)))
    win.go_to("journal")
    before = win.strip.text.text()
    clock.go(days=45)
    with qtbot.waitSignal(win.session.progress_changed):
        win.day_monitor.check()
    assert win.session.progress.as_of == clock.now.date()
    assert win.strip.text.text() != before
    journal = win.page("journal")
    assert journal.calendar.view.day == clock.now.date()
    assert journal.calendar.view.model().today == clock.now.date()
    win.go_to("summary")
    panel = win.page("summary").panel
    qtbot.waitUntil(lambda: panel.first.maximumDate().toPython() == clock.now.date())


def test_a_whole_day_begun_before_midnight_stays_on_its_day(window, clock):
    win = window()
    page = win.page("check_in")
    click(page.scope.part(Scope.DAY))
    press_region(win, "left_shin")
    clock.go(hours=4)
    win.day_monitor.check()
    assert page.entry().day == NOW.date()


def test_an_entry_later_than_now_is_asked_about_and_can_be_reached(qtbot, window):
    ahead = Entry(recorded_at=NOW + timedelta(days=400), scope=Scope.NOW, symptoms=SHIN)
    win = window(entry(1), ahead)
    qtbot.waitUntil(win.notice.isVisible)
    assert "later than now" in win.notice.text.text()
    click(win.notice.act_button)
    assert win.page_key == "journal"
    assert win.page("journal").chosen() == [ahead]


def test_an_entry_later_than_now_is_never_the_last_time(window, clock):
    ahead = Entry(recorded_at=NOW + timedelta(days=2), scope=Scope.NOW, symptoms=SHIN)
    past = Entry(recorded_at=NOW - timedelta(days=2), scope=Scope.NOW, symptoms=(Symptom("right_heel", "pain", 3),))
    win = window(past, ahead)
    click(win.page("check_in").same)
    assert [mark.region for mark in win.page("check_in").marks.symptoms] == ["right_heel"]
    clock.go(days=3)
    win.day_monitor.check()
    click(win.page("check_in").same)
    assert [mark.region for mark in win.page("check_in").marks.symptoms] == ["left_shin"]


@pytest.mark.parametrize(
    ("answer", "saved"),
    [("Change the time", None), ("It was now", NOW), ("Save it with that date", NOW + timedelta(days=1))],
)
def test_a_time_later_than_now_is_asked_about_when_it_is_saved(window, questions, answer, saved):
    win = window()
    page = win.page("check_in")
    press_region(win, "left_shin")
    page.moment.ask_for(NOW + timedelta(days=1))
    questions.answer(answer)
    click(page.save)
    assert "later than now" in questions.asked[0][0]
    walls = [kept.recorded_at.replace(tzinfo=None) for kept in win.session.records.entries]
    assert walls == ([saved.replace(tzinfo=None)] if saved else [])


def test_the_reminder_speaks_once_a_day_also_on_the_next(window, preferences, clock):
    said = []

    class Tray:
        def say(self, heading, text):
            said.append(clock.now.date())

        def hide(self):
            pass

    preferences.set_value(REMINDER, time(20))
    reminder = Reminder(preferences, clock, lambda _day: False, tray=lambda _pressed: Tray())
    for _day in range(3):
        reminder.check()
        reminder.check()
        clock.go(days=1)
    assert said == [NOW.date() + timedelta(days=days) for days in range(3)]
    reminder.stop()


def test_no_text_of_the_window_says_the_old_day_after_midnight(qtbot, window, clock):
    clock.now = datetime(2026, 3, 25, 23, 55, tzinfo=NOW.tzinfo)
    win = window(entry(1))
    win.go_to("treatments")
    clock.go(minutes=20)
    win.day_monitor.check()
    QApplication.processEvents()
    texts = [part.text() for part in win.findChildren(QLabel) if part.isVisible()]
    assert not any("25 March" in text or "25 Mar" in text for text in texts)
