"""The first start, and the reminder: told once, quiet, and off by default."""

from datetime import time, timedelta

import pytest

from journal.domain.entry import Entry
from journal.ui.preferences import REMINDER, WELCOMED
from journal.ui.reminder import Reminder
from journal.ui.settings.reminder_card import ReminderCard
from tests.ui.conftest import NOW
from tests.ui.pointer import click


@pytest.fixture
def newcomer(preferences):
    preferences.set_value(WELCOMED, "")


def test_the_first_start_says_what_it_does_what_not_and_where_the_data_is_and_never_returns(
    newcomer, open_window, journal_path
):
    window = open_window()
    assert window.page_key == "welcome"
    said = " ".join(part.text() for part in window.page("welcome").findChildren(type(window.strip.text)))
    for words in ("1. What it does", "2. What it does not do", "3. Where your data is", str(journal_path)):
        assert words in said
    assert "4. When it began" in said and "When did this pain begin?" in said
    click(window.page("welcome").begin)
    assert not window.session.records.onsets, "skipped by going on"
    assert window.page_key == "urgent", "asked once, at the first start"
    click(window.page("urgent").later)
    assert window.page_key == "check_in"
    window.close()
    assert open_window().page_key == "check_in"


def test_when_it_began_can_be_said_on_the_first_start(newcomer, open_window):
    window = open_window()
    question = window.page("welcome").onset
    click(question.ask)
    click(question.save)
    assert question.said.text() == window.notice.text.text() == "This pain began about March 2026."
    assert window.page("progress").onset.said.text() == question.said.text(), "the same on the other page"


def test_urgent_signs_read_on_the_first_start_lead_back_to_it(newcomer, open_window):
    window = open_window()
    click(window.page("welcome").urgent)
    assert window.page_key == "urgent"
    click(window.page("urgent").later)
    assert window.page_key == "welcome"


def test_who_has_a_journal_already_is_not_welcomed(newcomer, open_window):
    assert open_window(Entry(recorded_at=NOW, scope="now")).page_key == "check_in"


class Heard:
    """A tray that remembers what it said."""

    def __init__(self):
        self.words, self.shown = [], True

    def __call__(self, pressed):
        self.pressed = pressed
        return self

    def say(self, heading, text):
        self.words.append(text)

    def hide(self):
        self.shown = False


@pytest.fixture
def tray():
    return Heard()


class Day:
    """A clock that is set, and whether the day has an entry."""

    def __init__(self):
        self.now, self.logged = NOW, False


def remind(preferences, tray, at=time(20, 30)):
    day = Day()
    preferences.set_value(REMINDER, at)
    return day, Reminder(preferences, lambda: day.now, lambda _day: day.logged, tray)


def test_no_reminder_unless_it_is_wanted(qtbot, preferences, tray):
    _day, reminder = remind(preferences, tray, None)
    reminder.check()
    assert tray.words == []


def test_it_reminds_once_in_its_hour_on_a_day_without_an_entry(qtbot, preferences, tray):
    day, reminder = remind(preferences, tray)
    for minutes, count in ((-1, 0), (0, 1), (1, 1), (24 * 60, 2)):
        day.now = NOW + timedelta(minutes=minutes)
        reminder.check()
        assert len(tray.words) == count
    assert "pain" not in " ".join(tray.words).lower()


@pytest.mark.parametrize(("minutes", "logged"), [(61, False), (0, True)])
def test_a_missed_hour_or_a_logged_day_is_never_mentioned(qtbot, preferences, tray, minutes, logged):
    day, reminder = remind(preferences, tray)
    day.now, day.logged = NOW + timedelta(minutes=minutes), logged
    reminder.check()
    assert tray.words == []


def test_following_it_leads_to_the_check_in_and_switching_it_off_takes_the_icon_away(
    qtbot, open_window, preferences, tray, monkeypatch
):
    window = open_window()
    window.reminder.make_tray = tray
    preferences.set_value(REMINDER, time(20, 30))
    window.reminder.follow()
    window.go_to("progress")
    tray.pressed()
    assert window.page_key == "check_in"
    preferences.set_value(REMINDER, None)
    window.reminder.follow()
    assert not tray.shown


def test_the_setting_keeps_the_hour_and_says_where_there_is_no_tray(qtbot, preferences, monkeypatch):
    monkeypatch.setattr("journal.ui.reminder.tray_is_there", lambda: True)
    card = ReminderCard(preferences)
    qtbot.addWidget(card)
    assert not card.wanted.isChecked()
    card.wanted.click()
    card.at.setTime(card.at.time().addSecs(-3600))
    assert preferences.get(REMINDER) == time(19)
    card.wanted.click()
    assert preferences.get(REMINDER) is None
    monkeypatch.setattr("journal.ui.reminder.tray_is_there", lambda: False)
    other = ReminderCard(preferences)
    qtbot.addWidget(other)
    assert not other.wanted.isEnabled()
    assert "no tray" in other.words.text()
