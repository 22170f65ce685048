"""Backups: listed, restored, made by themselves and in a second folder."""

import shutil
from datetime import timedelta

from journal import paths
from journal.storage import backup, protect
from journal.storage.repository import Repository
from journal.ui.access.dialogs.fault import FaultPanel
from journal.ui.access.dialogs.passphrase import PassphrasePanel
from journal.ui.access.dialogs.restore import RestorePanel
from journal.wording.recovery_actions import RecoveryAction
from tests.ui.access_robot import NOTE, PHRASE, click, click_save, texts, type_into
from tests.ui.conftest import NOW, entry, journal_path_with
from tests.ui.pointer import press_region

_STATE, _ENTRIES = 4, 3


def column(card, number):
    return [card.table.item(row, number).text() for row in range(card.table.rowCount())]


def test_each_backup_is_read_and_told_whole_or_not(robot, settings, journal_path):
    with Repository.open(journal_path, passphrase=PHRASE) as journal:
        journal.save(entry())
        first = backup.make(journal, NOW - timedelta(days=3), "daily")
        broken = backup.make(journal, NOW - timedelta(days=2), "by-hand")
    held = bytearray(broken.path.read_bytes())
    held[-2000:] = bytes(2000)
    broken.path.write_bytes(held)
    protect.change_passphrase(journal_path, PHRASE, "some other words", NOW - timedelta(days=1))
    window = settings(journal_path, "some other words")
    card = window.page("settings").backups
    assert "yesterday" in card.state.text()
    robot.until(lambda: "not read yet" not in column(card, _STATE))
    assert first.path.name.endswith("daily.sqlite")
    assert column(card, _STATE) == ["has an earlier passphrase"] * 3
    click(card.make_button)
    robot.until(lambda: column(card, _STATE)[0] == "verified")
    assert column(card, _ENTRIES)[0] == "1"
    assert "today" in card.state.text()


def test_a_damaged_backup_is_called_so(robot, settings, journal_path):
    with Repository.open(journal_path) as journal:
        journal.save(*(entry(note="n" * 900) for _ in range(30)))
        broken = backup.make(journal, NOW - timedelta(days=2), "daily")
    broken.path.write_bytes(broken.path.read_bytes()[: 6 * 4096])
    card = settings(journal_path).page("settings").backups
    robot.until(lambda: column(card, _STATE) == ["damaged: do not rely on it"])


def test_restoring_shows_what_would_change_and_keeps_the_journal_of_now(robot, settings, journal_path):
    kept, lost, later = entry(5, note="kept"), entry(4, note="lost"), entry(1, note="later")
    with Repository.open(journal_path, passphrase=PHRASE) as journal:
        journal.save(kept, lost)
        backup.make(journal, NOW - timedelta(days=3), "daily")
        journal.delete(lost.id)
        journal.save(later)
    window = settings(journal_path, PHRASE)
    card = window.page("settings").backups
    card.table.selectRow(0)
    click(card.restore_button)
    panel = robot.dialog(RestorePanel)
    said = texts(*panel.sentences)
    assert "1 record comes back" in said
    assert "1 record is removed" in said
    assert "1 stays the same" in said
    assert panel.list.count() == 2
    click(panel.agree)
    robot.until(lambda: robot.access.window not in (None, window))
    window = robot.window()
    assert set(window.session.records.entries) == {kept, lost}
    assert window.page_key == "settings"
    (aside,) = [one for one in backup.found(journal_path) if one.reason == "before-restore"]
    with Repository.open_as_it_is(aside.path, passphrase=PHRASE) as former:
        assert set(former.records().entries) == {kept, later}


def test_a_backup_with_another_passphrase_asks_for_it(robot, settings, journal_path, tmp_path, answer_file):
    other = tmp_path / "other.sqlite"
    with Repository.open(other, passphrase="words of long ago") as journal:
        journal.save(entry(note=NOTE))
    Repository.open(journal_path).close()
    window = settings(journal_path)
    answer_file(other)
    click(window.page("settings").backups.file_button)
    panel = robot.dialog(PassphrasePanel)
    type_into(panel.old.line, "words of long ago")
    click(panel.agree)
    click(robot.dialog(RestorePanel).cancel)
    assert robot.access.window is window


def test_the_second_folder_follows_when_it_is_there(robot, settings, journal_path, tmp_path, answer_file):
    stick = tmp_path / "stick"
    stick.mkdir()
    with Repository.open(journal_path) as journal:
        journal.save(entry())
    window = settings(journal_path)
    card = window.page("settings").backups
    answer_file(stick)
    click(card.second_button)
    robot.until(lambda: len(list(stick.glob("*.sqlite"))) == 1)
    robot.until(lambda: "1 backup there" in card.second_text.text())
    shutil.rmtree(stick)
    card.refresh()
    assert "not there now" in card.second_text.text()
    press_region(window, "left_heel")
    click_save(window)
    robot.leave()  # a stick that is away holds nothing up


def test_closing_makes_a_backup_and_says_if_it_could_not(robot, settings, journal_path):
    window = settings(journal_path_with(journal_path))
    press_region(window, "left_heel")
    click_save(window)
    paths.backup_folder(journal_path).write_text("a file where the folder should be")
    window.close()
    panel = robot.panel(FaultPanel)
    assert "Your journal is saved" in texts(*panel.sentences)
    paths.backup_folder(journal_path).unlink()
    with robot.qtbot.waitSignal(robot.access.closed):
        click(panel.buttons[RecoveryAction.AGAIN])
    (one,) = backup.found(journal_path)
    assert backup.examine(one.path, None) == 2


def test_a_backup_is_made_soon_after_opening_if_one_is_due_and_a_failure_stays_in_the_window(
    robot, settings, journal_path
):
    window = settings(journal_path_with(journal_path))
    robot.access.back_up_if_due()
    robot.until(lambda: len(backup.found(journal_path)) == 1)
    shutil.rmtree(paths.backup_folder(journal_path))
    paths.backup_folder(journal_path).write_text("in the way")
    robot.access.back_up_if_due()
    robot.until(lambda: "backup could not be made" in window.notice.text.text())
    assert not window.notice.timer.isActive()
    paths.backup_folder(journal_path).unlink()
