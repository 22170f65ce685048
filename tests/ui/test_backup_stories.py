"""What happened to people's backups elsewhere, done in the window: nothing is lost, and nobody's are mixed up."""

from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.entry import Entry, Scope
from journal.storage import backup, second
from journal.storage.repository import Repository
from journal.ui.access.dialogs.fault import FaultPanel
from journal.ui.access.dialogs.restore import RestorePanel
from journal.wording.recovery_actions import RecoveryAction
from tests.storage.stories import ago, notes, open_and_close_daily
from tests.ui.access_robot import click, click_save, texts
from tests.ui.conftest import NOW, entry
from tests.ui.pointer import press_region
from tests.ui.test_access_backups import column

_WHY, _STATE = 1, 4


@pytest.fixture
def later(make_robot):
    """Opens a journal in the window some days from now, on its settings page."""

    def open_one(path, days=0.0):
        robot = make_robot(lambda: datetime.now(UTC).astimezone() + timedelta(days=days))
        robot.actions.open(path)
        robot.window().go_to("settings")
        return robot

    return open_one


def card(robot):
    return robot.access.window.page("settings").backups


def begun(path, note):
    with Repository.open(path) as journal:
        journal.save(Entry(recorded_at=ago(3), scope=Scope.NOW, note=note))
        backup.make(journal, ago(2), "by-hand")
    return path


def save_something(robot):
    press_region(robot.access.window, "left_heel")
    click_save(robot.access.window)


def restore(robot, row):
    """Restore the backup in a row of the table, and wait for the window to be there again."""
    window = robot.access.window
    card(robot).table.selectRow(row)
    click(card(robot).restore_button)
    click(robot.dialog(RestorePanel).agree)
    robot.until(lambda: robot.access.window not in (None, window))
    return robot.window()


def test_two_journals_of_one_stem_each_list_restore_and_thin_their_own(later, tmp_path):
    me, you = begun(tmp_path / "me.db", "mine"), begun(tmp_path / "me.sqlite", "yours")
    open_and_close_daily(me, 11)
    robot = later(me, 12)
    save_something(robot)
    robot.leave()
    assert [notes(one.path) for one in backup.found(you)] == [{"yours"}]
    robot = later(you)
    assert card(robot).table.rowCount() == 1
    robot.until(lambda: column(card(robot), _STATE) == ["verified"])
    window = restore(robot, 0)
    assert [one.note for one in window.session.records.entries] == ["yours"]
    robot.leave()


def test_two_people_on_one_stick_see_and_keep_their_own(later, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    people = [tmp_path / name for name in ("ann", "bob")]
    for home in people:
        home.mkdir()
        with Repository.open(begun(home / "journal.sqlite", home.name)) as journal:
            second.choose(journal, stick)
            second.back_up(journal, ago(1), reason="by-hand")
    with Repository.open(people[0] / "journal.sqlite") as journal:
        for hours in range(22, 0, -1):
            second.back_up(journal, ago(hours / 24), reason="by-hand")
    for home, count in zip(people, (second.KEPT, 2), strict=True):
        robot = later(home / "journal.sqlite")
        click(card(robot).make_button)
        robot.until(lambda robot=robot, count=count: f"{count} backups there" in card(robot).second_text.text())
        robot.leave()
    assert [notes(path) for path in stick.iterdir()].count({"bob"}) == 2


def test_a_clock_that_was_ahead_is_not_taken_for_today_and_holds_up_no_backup(later, tmp_path):
    path = begun(tmp_path / "journal.sqlite", "first")
    with Repository.open(path) as journal:
        ahead = [backup.make(journal, ago(-3650 - 20 * number), "daily").path for number in range(25)]
    robot = later(path)
    assert "today" not in card(robot).state.text() and "2036" not in card(robot).state.text()
    save_something(robot)
    robot.leave()
    made = backup.last(backup.found(path), datetime.now(UTC))
    assert backup.examine(made.path, None) == 2
    assert all(one.exists() for one in ahead)


def test_what_a_restore_put_aside_is_listed_the_next_day_and_can_be_restored(later, tmp_path):
    path = begun(tmp_path / "journal.sqlite", "old")
    with Repository.open(path) as journal:
        journal.save(Entry(recorded_at=ago(1), scope=Scope.NOW, note="new"))
    robot = later(path)
    restore(robot, 0)
    robot.leave()
    open_and_close_daily(path, 9)
    robot = later(path, 10)
    whys = column(card(robot), _WHY)
    assert whys.count("before restoring") == 1
    window = restore(robot, whys.index("before restoring"))
    assert {one.note for one in window.session.records.entries} == {"old", "new"}
    robot.leave()


@pytest.fixture
def chosen_backup(robot, journal_path):
    """A backup opened as if it was the journal, the panel that tells so, and its journal."""
    with Repository.open(journal_path) as journal:
        journal.save(entry(note="then"))
        made = backup.make(journal, NOW - timedelta(days=1), "daily").path
        journal.save(entry(note="since"))
    held = made.read_bytes()
    robot.actions.open(made)
    panel = robot.panel(FaultPanel)
    assert "is a backup" in texts(*panel.sentences)
    yield panel
    assert made.read_bytes() == held


def test_a_backup_that_is_opened_can_be_restored_into_its_journal(robot, chosen_backup, journal_path):
    click(chosen_backup.buttons[RecoveryAction.RESTORE_THIS])
    panel = robot.dialog(RestorePanel)
    assert robot.access.path == journal_path
    assert "1 record is removed" in texts(*panel.sentences)
    window = robot.access.window
    click(panel.agree)
    robot.until(lambda: robot.access.window not in (None, window))
    assert [one.note for one in robot.window().session.records.entries] == ["then"]


def test_a_backup_that_is_opened_can_be_copied_into_a_journal_of_its_own(
    robot, chosen_backup, journal_path, tmp_path, answer_file
):
    place = tmp_path / "copy.sqlite"
    answer_file(place)
    click(chosen_backup.buttons[RecoveryAction.COPY])
    window = robot.window()
    assert robot.access.path == place
    assert [one.note for one in window.session.records.entries] == ["then"]
    with Repository.open(journal_path, read_only=True) as journal:
        assert journal.id != window.session.repository.id


def test_a_backup_that_is_opened_can_be_read(robot, chosen_backup):
    click(chosen_backup.buttons[RecoveryAction.READ_ONLY])
    assert not robot.window().session.writable
