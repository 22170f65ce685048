"""Weeks unlike others are caught up on: clocks change, a day is skipped, a year ends, a border is crossed."""
# ruff: noqa: F401, F811  (fixtures of other files)

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.analysis.prompts import catch_up_is_due
from journal.domain.day_draft import DayDraft
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.storage.journal_settings import DRAFT_OF_DAYS
from journal.storage.repository import Repository
from tests.ui.test_catch_up import open_page, press_key
from tests.ui.test_time_of_day import needs_zones, zone

CALF = (Symptom("left_calf_upper", Kind.PAIN, 4),)
WEEKS = [
    ("Europe/Berlin", "2026-03-31T20:30"),  # an hour skipped
    ("Europe/Berlin", "2025-10-28T20:30"),  # an hour twice
    ("Australia/Lord_Howe", "2026-04-07T20:30"),  # half an hour twice
    ("Australia/Lord_Howe", "2025-10-07T09:00"),  # half an hour skipped
    ("America/Santiago", "2025-09-09T00:05"),  # midnight skipped
    ("America/Santiago", "2026-04-07T20:30"),  # midnight twice
    ("Pacific/Apia", "2012-01-02T20:30"),  # a whole day skipped
    ("Asia/Kathmandu", "2026-01-02T18:00"),  # the year's end
    ("America/St_Johns", "2024-03-03T20:30"),  # a leap day
    ("Europe/London", "2026-03-29T23:59"),
    ("Europe/London", "2026-03-30T00:00"),
]


def here(name, written):
    """What a clock there shows, with its offset, as the system's clock gives it."""
    at = datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(name))
    return at.replace(tzinfo=timezone(at.utcoffset()))


@needs_zones
@pytest.mark.parametrize(("name", "written"), WEEKS)
def test_every_day_of_the_week_gets_one_entry_on_its_own_evening_and_undo_takes_all_of_it_back(
    open_page,
    zone,
    name,
    written,
):
    zone(name)
    now = here(name, written)
    last = now.date() if now.hour >= 18 else now.date() - timedelta(days=1)
    days = [last - timedelta(days=back) for back in range(6, -1, -1)]
    before = Entry(recorded_at=now - timedelta(days=9), scope=Scope.DAY, symptoms=CALF)
    page = open_page(before, now=now)
    assert list(page.rows) == days
    for row in page.rows.values():
        row.none.click()
    page.save.click()
    saved = page.session.records.entries[1:]
    assert [entry.day for entry in saved] == days
    assert all(entry.recorded_at <= now and entry.scope is Scope.DAY for entry in saved)
    assert {entry.recorded_at.time() for entry in saved if entry.day != now.date()} <= {time(20)}
    assert list(page.written) == days and not page.rows, "nothing is left to write"
    page.said[0][1]()
    assert page.session.records.entries == (before,)
    assert list(page.rows) == days and page.save.text() == "Save 7 days"


@needs_zones
def test_days_written_in_another_zone_count_by_the_date_they_were_written_on(open_page, zone):
    zone("America/Los_Angeles")
    now = here("America/Los_Angeles", "2026-05-10T20:30")
    tokyo = timezone(timedelta(hours=9))
    abroad = [
        Entry(recorded_at=datetime(2026, 5, day, hour, tzinfo=tokyo), scope=Scope.DAY, symptoms=CALF)
        for day, hour in ((2, 20), (5, 1), (6, 23))
    ]
    page = open_page(*abroad, now=now)
    assert [day.day for day in page.written] == [5, 6]
    assert [day.day for day in page.rows] == [4, 7, 8, 9, 10]
    page.rows[date(2026, 5, 7)].as_before.click()
    page.save.click()
    (entry,) = (entry for entry in page.session.records.entries if entry.day == date(2026, 5, 7))
    assert entry.symptoms == CALF and entry.recorded_at.utcoffset() == timedelta(hours=-7)


@needs_zones
def test_a_day_typed_before_a_flight_back_over_midnight_is_kept_until_it_comes(
    open_page,
    zone,
    journal_path,
):
    zone("Pacific/Honolulu")
    now = here("Pacific/Honolulu", "2026-05-10T21:00")
    tomorrow, today = date(2026, 5, 11), date(2026, 5, 10)
    typed = DayDraft(day=tomorrow, symptoms=(), figures={"sleep_hours": "7"})
    with Repository.open(journal_path) as journal:
        journal.set_setting(DRAFT_OF_DAYS, (DayDraft(day=today, symptoms=()), typed))
    page = open_page(now=now)
    assert page.save.text() == "Save 1 day"
    page.save.click()
    assert [entry.day for entry in page.session.records.entries] == [today]
    open_page.close()
    page = open_page(now=now + timedelta(days=1))
    assert page.rows[tomorrow].fields["sleep_hours"].text() == "7"
    page.save.click()
    assert [entry.day for entry in page.session.records.entries] == [today, tomorrow]


def test_a_week_partly_written_is_filled_by_keys_alone_and_what_stands_there_stays(open_page):
    from tests.ui.conftest import NOW

    days = [NOW.date() - timedelta(days=back) for back in range(6, -1, -1)]
    written = [
        Entry(recorded_at=NOW - (NOW.date() - days[place]), scope=scope, symptoms=CALF, note=f"day {place}")
        for place, scope in ((0, Scope.DAY), (2, Scope.NOW), (3, Scope.DAY))
    ]
    page = open_page(*written)
    assert [days.index(day) for day in page.rows] == [1, 4, 5, 6]
    for row in page.rows.values():
        row.as_before.setFocus(Qt.FocusReason.TabFocusReason)
        press_key(Qt.Key.Key_Space, Qt.Key.Key_Tab, "4", Qt.Key.Key_Return, "6")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    entries = page.session.records.entries
    assert [days.index(entry.day) for entry in entries] == [0, 1, 2, 3, 4, 5, 6]
    assert set(written) <= set(entries)
    new = [entry for entry in entries if entry not in written]
    assert {(entry.symptoms, entry.pain_average, entry.pain_worst) for entry in new} == {(CALF, 4, 6)}


def test_an_offer_passed_over_by_a_clock_that_was_ahead_comes_again():
    today = date(2026, 5, 20)
    first = Entry(recorded_at=datetime(2026, 5, 1, 20).astimezone(), scope=Scope.DAY, symptoms=())
    assert catch_up_is_due([first], today, None)
    assert not catch_up_is_due([first], today, today)
    assert catch_up_is_due([first], today, date(2031, 1, 1))
