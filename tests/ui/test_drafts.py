"""What is unfinished comes back: after closing, another page, a crash; and is never an entry by itself."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from journal.domain.draft import Draft
from journal.domain.entry import Entry, Scope, Symptom
from journal.domain.errors import StorageError
from journal.storage.journal_settings import Setting
from journal.storage.repository import Repository
from tests.ui.conftest import NOW
from tests.ui.pointer import click, key, marks, press_region

BACK = "Your unfinished check-in is back."


def old_entry():
    return Entry(recorded_at=NOW - timedelta(days=2), scope="now", symptoms=(Symptom("sacrum", "pain", 4),))


def kept(path, *, editing=False):
    """The draft as the file holds it."""
    with Repository.open(path, create=False, read_only=True) as repository:
        return repository.draft(editing=editing)


def fill(window):
    page = window.page("check_in")
    click(page.scope.part(Scope.DAY))
    press_region(window, "left_shin")
    page.day_panel.field("pain_worst").setValue(7)
    page.details.activities.chips["driving"].click()
    page.details.reliefs.own.setText("warm bath")
    page.details.note.setPlainText("Before the phone rang")


def test_everything_said_is_in_the_file_within_two_seconds_and_no_entry_yet(qtbot, window, journal_path):
    fill(window)
    said = window.page("check_in").entry()
    qtbot.waitUntil(lambda: kept(journal_path) is not None)
    assert kept(journal_path) == Draft(said, editing=False, timed=False)
    with Repository.open(journal_path, create=False, read_only=True) as repository:
        assert repository.records().entries == ()


def test_steady_typing_does_not_put_it_off(qtbot, window, journal_path):
    window.page("check_in").details.note.setFocus()

    def typed_on_and_kept():
        key(Qt.Key.Key_A)
        return kept(journal_path) is not None

    qtbot.waitUntil(typed_on_and_kept)
    assert kept(journal_path).entry.note.startswith("aaa")


def test_it_comes_back_in_another_window_and_can_be_started_over_and_brought_back(open_window, window):
    fill(window)
    said = window.page("check_in").entry()
    window.close()
    again = open_window()
    assert again.page("check_in").entry() == said
    assert again.page("check_in").aside.text.text() == BACK
    click(again.page("check_in").aside.answers[0])
    assert again.page("check_in").draft() is None
    click(again.notice.undo)
    assert again.page("check_in").entry() == said


def test_a_saved_check_in_leaves_no_draft_behind(open_window, window, journal_path):
    press_region(window, "left_shin")
    window.page("check_in").keep_draft()
    click(window.page("check_in").save)
    assert kept(journal_path) is None
    window.close()
    again = open_window()
    assert not again.page("check_in").aside.isVisible()
    assert marks(again) == {}


def test_a_draft_of_what_was_saved_just_before_a_crash_is_not_offered_twice(open_window, window, journal_path):
    press_region(window, "left_shin")
    draft = window.page("check_in").draft()
    click(window.page("check_in").save)
    window.session.repository.keep_draft(draft)  # as if the program had died between the two
    window.close()
    assert marks(open_window()) == {}


def test_going_to_another_page_keeps_it_at_once(window, journal_path):
    press_region(window, "left_shin")
    window.go_to("progress")
    assert kept(journal_path) is not None


def test_undoing_everything_forgets_the_draft(qtbot, window, journal_path):
    press_region(window, "left_shin")
    window.page("check_in").keep_draft()
    window.page("check_in").marks.undo()
    window.page("check_in").keep_draft()
    assert kept(journal_path) is None


def test_a_check_in_waits_while_an_older_entry_is_changed(open_window, journal_path):
    old = old_entry()
    window = open_window(old)
    press_region(window, "left_shin")
    window.go_to("check_in", old)
    assert marks(window) == {("sacrum", "pain"): 4}
    press_region(window, "left_heel")
    window.page("check_in").keep_draft()
    assert kept(journal_path).entry.marks[0].region == "left_shin"
    assert kept(journal_path, editing=True).entry.id == old.id
    window.close()
    again = open_window()  # the change first ...
    assert set(marks(again)) == {("sacrum", "pain"), ("left_heel", "pain")}
    assert again.page("check_in").edited == old
    click(again.page("check_in").save)
    assert set(marks(again)) == {("left_shin", "pain")}  # ... then what waited
    assert again.page("check_in").edited is None
    assert len(again.session.records.entries) == 1


def test_leaving_an_entry_as_it_was_forgets_the_change_only(open_window, journal_path):
    old = old_entry()
    window = open_window(old)
    window.go_to("check_in", old)
    press_region(window, "left_heel")
    window.page("check_in").keep_draft()
    click(window.page("check_in").answers.leave)
    assert kept(journal_path, editing=True) is None
    assert window.session.records.entries == (old,)


def test_what_was_begun_yesterday_stays_with_yesterday(open_window, window):
    press_region(window, "left_shin")
    window.close()
    again = open_window(now=NOW + timedelta(hours=14))
    assert again.page("check_in").entry().day == NOW.date()
    click(again.page("check_in").save)
    assert again.session.records.entries[0].day == NOW.date()


def test_a_full_disk_is_told_once_and_what_was_said_stays_on_the_page(window, monkeypatch):
    told = []
    window.session.failed.connect(told.append)

    def full(*_draft):
        raise StorageError("disk_full", "The disk is full.")

    monkeypatch.setattr(window.session.repository, "keep_draft", full)
    for region in ("left_shin", "left_heel"):
        press_region(window, region)
        window.page("check_in").keep_draft()
    assert told == ["The disk is full."]
    assert len(marks(window)) == 2


def test_a_draft_of_another_version_is_no_trouble(open_window, window):
    window.session.repository.set_setting(Setting("draft", None, dict), {"entry": {"colour": "red"}})
    window.close()
    assert marks(open_window()) == {}


def test_putting_marks_away_for_another_day_asks_first(window, questions):
    press_region(window, "left_shin")
    window.page("check_in").new_for(NOW.date() - timedelta(days=1))
    assert len(questions.asked) == 1


CHILD = Path(__file__).parent / "checking_in.py"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_check_in_killed_at_any_moment_comes_back(journal_path):
    """A real process paints a region after another; whatever was touched 2 seconds before the kill is in the file."""
    with subprocess.Popen(
        [sys.executable, "-X", "faulthandler", str(CHILD), str(journal_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        assert child.stdout is not None
        painted = [child.stdout.readline() for _touch in range(25)]  # a touch in 100 ms, each told when it was made
        os.kill(child.pid, signal.SIGKILL)
    draft = kept(journal_path)
    found = {mark.region for mark in draft.entry.marks}
    assert {line.strip() for line in painted[:5]} <= found
    with Repository.open(journal_path, create=False) as repository:
        assert repository.records().entries == ()
