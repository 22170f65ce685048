"""What can go wrong with the file: one sentence, ways on, and nothing typed is lost."""

import errno
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journal.domain.entry import Kind, Symptom
from journal.domain.errors import Fault
from journal.storage import backup, repository
from journal.storage.engine import connect
from journal.storage.repository import Repository
from journal.ui.access.dialogs.choose_backup import ChooseBackupPanel
from journal.ui.access.dialogs.fault import FaultPanel
from journal.ui.access.dialogs.restore import RestorePanel
from journal.ui.access.dialogs.save_error import NotKept, NotSaved
from journal.ui.access.dialogs.unlock import UnlockPanel
from journal.wording import recovery_actions
from journal.wording.recovery_actions import RecoveryAction
from tests.ui.access_robot import NOTE, PHRASE, click, texts, type_into
from tests.ui.conftest import NOW, entry
from tests.ui.pointer import press_region

PAGE = 4096


def folder_instead(path):
    path.mkdir()


def empty_file(path):
    path.touch()


def lost_file(path):
    path.with_name(f"{path.name}-journal").write_bytes(b"pages")


def not_a_database(path):
    path.write_bytes(b"Dear diary, " * 100)


def other_program(path):
    db = connect(path, create=True)
    db.execute("CREATE TABLE other (x)")
    db.close()


def newer(path):
    Repository.open(path).close()
    db = connect(path)
    db.execute("PRAGMA user_version = 9999")
    db.close()


def damaged(path):
    with Repository.open(path) as journal:
        journal.save(*(entry(note="n" * 500) for _ in range(60)))
    held = bytearray(path.read_bytes())
    middle = len(held) // PAGE // 2 * PAGE
    held[middle : middle + 4 * PAGE] = bytes(4 * PAGE)
    path.write_bytes(held)


def truncated(path):
    damaged(path)
    path.write_bytes(path.read_bytes()[: 5 * PAGE])


def no_folder(path):
    path.parent.rmdir()


@pytest.mark.parametrize(
    "spoil",
    [folder_instead, empty_file, lost_file, not_a_database, other_program, newer, damaged, truncated, no_folder],
)
def test_what_is_wrong_with_the_file_is_told_in_a_sentence_with_ways_on(robot, tmp_path, spoil):
    path = tmp_path / "stick" / "j.sqlite"
    path.parent.mkdir()
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    robot.actions.open(path)
    panel = robot.panel(FaultPanel)
    (sentence,) = [part.text() for part in panel.sentences]
    assert str(path) in sentence
    assert sentence.rstrip(".?").count(". ") == 0
    assert len(panel.buttons) >= 3
    assert list(panel.buttons)[-1] is RecoveryAction.CLOSE
    assert (path.read_bytes() if path.is_file() else None) == before
    with robot.qtbot.waitSignal(robot.access.closed):
        click(panel.buttons[RecoveryAction.CLOSE])


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_written_offers_to_read_only(robot, protected, monkeypatch, code):
    def refuse(_path):
        raise PermissionError(code, "")

    monkeypatch.setattr(repository, "Lock", refuse)
    robot.actions.open(protected)
    click(robot.panel(FaultPanel).buttons[RecoveryAction.READ_ONLY])
    robot.unlock()
    window = robot.window()
    assert "read only" in window.windowTitle()
    assert [one.note for one in window.session.records.entries] == [NOTE]
    assert not window.page("settings").protection.change_button.isEnabled()


def test_every_fault_has_a_way_on_in_words():
    for fault in Fault:
        offered = recovery_actions.actions_for(fault)
        assert len(offered) >= 3
        assert all(recovery_actions.label(action) for action in offered)


def test_a_damaged_journal_is_restored_from_a_backup_that_shows_what_it_holds(robot, journal_path):
    with Repository.open(journal_path) as journal:
        journal.save(*(entry(note="n" * 500) for _ in range(60)))
        backup.make(journal, NOW - timedelta(days=1), "daily")
    held = bytearray(journal_path.read_bytes())
    held[8 * PAGE : 20 * PAGE] = bytes(12 * PAGE)
    journal_path.write_bytes(held)
    robot.actions.open(journal_path)
    click(robot.panel(FaultPanel).buttons[RecoveryAction.RESTORE])
    click(robot.panel(ChooseBackupPanel).look)
    look = robot.panel(RestorePanel)
    assert "60 entries" in texts(*look.sentences)
    click(look.agree)
    window = robot.window()
    assert len(window.session.records.entries) == 60
    assert "restored" in window.notice.text.text()
    (aside,) = [one for one in backup.found(journal_path) if one.reason == "before-restore"]
    assert aside.path.read_bytes() == bytes(held)


def test_what_can_be_read_of_a_damaged_protected_journal_goes_on_in_a_new_one(robot, journal_path, answer_file):
    with Repository.open(journal_path, passphrase=PHRASE) as journal:
        journal.save(*(entry(note="n" * 500) for _ in range(100)))
    held = bytearray(journal_path.read_bytes())
    pages = len(held) // PAGE
    held[(pages - 6) * PAGE : (pages - 4) * PAGE] = bytes(2 * PAGE)
    journal_path.write_bytes(held)
    answer_file(journal_path.with_name("saved.sqlite"))
    robot.actions.open(journal_path)
    robot.unlock()
    click(robot.panel(FaultPanel).buttons[RecoveryAction.SALVAGE])
    window = robot.window()
    assert window.session.repository.path.name == "saved.sqlite"
    assert window.session.repository.protected
    assert 60 < len(window.session.records.entries) < 100
    assert "could not be read" in window.notice.text.text()
    assert journal_path.read_bytes() == bytes(held)


def test_a_full_disk_keeps_what_was_typed_until_there_is_room(robot, journal_path, act_on):
    Repository.open(journal_path).close()
    robot.actions.open(journal_path)
    window = robot.window()
    db = window.session.repository.copy_to(lambda db, _key: db)
    press_region(window, "left_heel")
    window.page("check_in").details.note.setPlainText("long " * 4000)
    full = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {full}")

    def go_back(dialog):
        assert "disk is full" in texts(*dialog.panel.sentences)
        click(dialog.copy_button)
        click(dialog.later_button)

    act_on(NotSaved, go_back)
    click(window.page("check_in").save)
    assert "long long" in QApplication.clipboard().text()
    assert "Left heel" in QApplication.clipboard().text()
    assert window.session.records.entries == ()
    assert window.page("check_in").details.note.toPlainText().startswith("long")
    assert window.notice.isVisible()

    def make_room(dialog):
        db.execute("PRAGMA max_page_count = 100000")
        click(dialog.again_button)

    done = act_on(NotSaved, make_room)
    click(window.page("check_in").save)
    assert done == [NotSaved, NotSaved]
    (saved,) = window.session.records.entries
    assert saved.note.startswith("long")
    assert window.page("check_in").marks.symptoms == ()
    robot.leave()
    with Repository.open(journal_path) as journal:
        assert journal.records().entries == (saved,)


def test_a_stick_pulled_out_while_writing_is_waited_for(robot, tmp_path, act_on):
    path = tmp_path / "stick" / "j.sqlite"
    path.parent.mkdir()
    Repository.open(path).close()
    robot.actions.open(path)
    window = robot.window()
    press_region(window, "left_heel")
    away = tmp_path / "away"
    path.parent.rename(away)

    def put_back(dialog):
        assert "is not there" in texts(*dialog.panel.sentences)
        shutil.copytree(away, path.parent)  # another file than the one that is open, as with a stick put in again
        click(dialog.again_button)

    act_on(NotSaved, put_back)
    click(window.page("check_in").save)
    assert len(window.session.records.entries) == 1
    with Repository.open(path, read_only=True) as journal:
        assert len(journal.records().entries) == 1


def test_with_its_folder_gone_for_good_everything_goes_on_in_another(robot, tmp_path, act_on, answer_file):
    path, other = tmp_path / "stick" / "j.sqlite", tmp_path / "elsewhere" / "mine.sqlite"
    path.parent.mkdir()
    other.parent.mkdir()
    old = entry(note=NOTE)
    with Repository.open(path, passphrase=PHRASE) as journal:
        journal.save(old)
    robot.actions.open(path)
    robot.unlock()
    window = robot.window()
    press_region(window, "left_heel")
    shutil.rmtree(path.parent)
    answer_file(other)
    act_on(NotSaved, lambda dialog: click(dialog.elsewhere_button))
    click(window.page("check_in").save)
    robot.until(lambda: robot.access.window is not window and robot.access.path == other)
    window = robot.window()  # with the passphrase that was given already
    entries = window.session.records.entries
    assert old in entries
    assert {mark.region for one in entries for mark in one.marks} == {"left_heel"}
    assert len(entries) == 2
    assert window.page("check_in").marks.symptoms == ()
    assert window.session.repository.path == other


def test_closing_does_not_lose_a_check_in_that_the_file_could_not_keep(robot, tmp_path, act_on, answer_file):
    path = tmp_path / "stick" / "j.sqlite"
    path.parent.mkdir()
    Repository.open(path).close()
    robot.actions.open(path)
    window = robot.window()
    shutil.rmtree(path.parent)
    press_region(window, "left_heel")
    answer_file(tmp_path / "typed.json")

    def keep_a_copy(dialog):
        click(dialog.file_button)
        click(dialog.stay_button)

    done = act_on(NotKept, keep_a_copy)
    window.close()
    assert done
    assert window.isVisible()
    from journal.exchange.files import read_file

    (kept,) = read_file(tmp_path / "typed.json").entries
    assert kept.symptoms == (Symptom("left_heel", Kind.PAIN, window.page("check_in").marks.symptoms[0].intensity),)
    act_on(NotKept, lambda dialog: click(dialog.close_button))
    window.close()
    panel = robot.panel(FaultPanel)  # no backup could be made either
    with robot.qtbot.waitSignal(robot.access.closed):
        click(panel.buttons[RecoveryAction.CLOSE])


def test_a_check_in_the_file_could_not_keep_survives_locking(robot, tmp_path):
    path = tmp_path / "stick" / "j.sqlite"
    path.parent.mkdir()
    Repository.open(path, passphrase=PHRASE).close()
    robot.actions.open(path)
    robot.unlock()
    window = robot.window()
    away = tmp_path / "away"
    path.parent.rename(away)
    press_region(window, "left_heel")
    robot.actions.lock()
    robot.panel(UnlockPanel)
    away.rename(path.parent)
    robot.unlock()
    assert {mark.region for mark in robot.window().page("check_in").marks.symptoms} == {"left_heel"}


def test_another_journal_is_a_way_on(robot, tmp_path, answer_file):
    good = tmp_path / "good.sqlite"
    with Repository.open(good) as journal:
        journal.save(entry(note=NOTE))
    robot.actions.open(tmp_path / "gone" / "j.sqlite")
    answer_file(good)
    click(robot.panel(FaultPanel).buttons[RecoveryAction.OTHER])
    assert [one.note for one in robot.window().session.records.entries] == [NOTE]


def test_a_journal_that_was_deleted_is_not_silently_begun_anew(robot, journal_path):
    with Repository.open(journal_path) as journal:
        journal.save(entry())
        backup.make(journal, NOW, "daily")
    journal_path.unlink()
    robot.actions.open(journal_path)
    panel = robot.panel(FaultPanel)
    assert "not there any more" in texts(*panel.sentences)
    assert RecoveryAction.RESTORE in panel.buttons
    assert not Path(journal_path).exists()


def test_the_passphrase_can_be_typed_for_a_file_that_does_not_look_like_a_journal(robot, tmp_path):
    path = tmp_path / "j.sqlite"
    path.write_bytes(b"not one " * 1000)
    robot.actions.open(path)
    click(robot.panel(FaultPanel).buttons[RecoveryAction.UNLOCK])
    panel = robot.panel(UnlockPanel)
    type_into(panel.field.line, PHRASE)
    click(panel.open_button)
    robot.until(lambda: panel.error_label.text().startswith("This passphrase"))
