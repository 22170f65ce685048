"""What can go wrong with the file: one sentence, ways on, and nothing typed is lost."""

import errno
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.storage import backup, repository
from journal.storage.engine import connect
from journal.storage.repository import Repository
from journal.ui.safety import ways
from journal.ui.safety.choose_backup import ChooseBackup
from journal.ui.safety.restore_sheet import RestoreSheet
from journal.ui.safety.save_aid import NotKept, NotSaved
from journal.ui.safety.trouble_sheet import TroubleSheet
from journal.ui.safety.unlock_sheet import UnlockSheet
from journal.ui.safety.ways import Way
from tests.ui.conftest import NOW
from tests.ui.hands import press_region
from tests.ui.safety_hands import NOTE, PHRASE, click, dialogs, texts, type_into

PAGE = 4096


def entry(**values) -> Entry:
    return Entry(recorded_at=NOW - timedelta(days=1), scope=Scope.NOW, **values)


@pytest.fixture
def answer_file(monkeypatch):
    """Chooses that file in the next dialogs for one."""

    def choose(path):
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_args, **_named: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_named: str(path))

    return choose


@pytest.fixture
def act_on(qtbot):
    """Does something in the next dialog, which holds up whoever opened it."""
    done = []

    def soon(kind, act):
        def look():
            found = [dialog for dialog in dialogs() if isinstance(dialog, kind)]
            if found:
                done.append(kind)
                act(found[0])
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)
        return done

    return soon


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
def test_what_is_wrong_with_the_file_is_told_in_a_sentence_with_ways_on(hands, tmp_path, spoil):
    path = tmp_path / "stick" / "j.sqlite"
    path.parent.mkdir()
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    hands.door.open(path)
    sheet = hands.sheet(TroubleSheet)
    (sentence,) = [part.text() for part in sheet.sentences]
    assert str(path) in sentence
    assert sentence.rstrip(".?").count(". ") == 0
    assert len(sheet.buttons) >= 3
    assert list(sheet.buttons)[-1] is Way.CLOSE
    assert (path.read_bytes() if path.is_file() else None) == before
    with hands.qtbot.waitSignal(hands.door.left, timeout=5000):
        click(sheet.buttons[Way.CLOSE])


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_written_offers_to_read_only(hands, protected, monkeypatch, code):
    def refuse(_path):
        raise PermissionError(code, "")

    monkeypatch.setattr(repository, "Lock", refuse)
    hands.door.open(protected)
    click(hands.sheet(TroubleSheet).buttons[Way.READ_ONLY])
    hands.unlock()
    window = hands.window()
    assert "read only" in window.windowTitle()
    assert [one.note for one in window._session.records.entries] == [NOTE]
    assert not window.settings.protection.change_button.isEnabled()


def test_every_fault_has_a_way_on_in_words():
    from journal.storage import faults

    assert set(faults._SENTENCES) <= set(ways._AT_OPENING) | {
        "passphrase_needed",
        "passphrase_wrong",
        "passphrase_odd",
        "not_protected",
        "backup_exists",
    }
    for code in faults._SENTENCES:
        offered = ways.at_opening(code)
        assert len(offered) >= 3
        assert all(ways.words(way) for way in offered)


def test_a_damaged_journal_is_restored_from_a_backup_that_shows_what_it_holds(hands, journal_path):
    with Repository.open(journal_path) as journal:
        journal.save(*(entry(note="n" * 500) for _ in range(60)))
        backup.make(journal, NOW - timedelta(days=1), "daily")
    held = bytearray(journal_path.read_bytes())
    held[8 * PAGE : 20 * PAGE] = bytes(12 * PAGE)
    journal_path.write_bytes(held)
    hands.door.open(journal_path)
    click(hands.sheet(TroubleSheet).buttons[Way.RESTORE])
    click(hands.sheet(ChooseBackup).go)
    look = hands.sheet(RestoreSheet)
    assert "60 entries" in texts(*look.sentences)
    click(look.go)
    window = hands.window()
    assert len(window._session.records.entries) == 60
    assert "restored" in window.notice.text.text()
    (aside,) = [one for one in backup.found(journal_path) if one.reason == "before-restore"]
    assert aside.path.read_bytes() == bytes(held)


def test_what_can_be_read_of_a_damaged_protected_journal_goes_on_in_a_new_one(hands, journal_path, answer_file):
    with Repository.open(journal_path, passphrase=PHRASE) as journal:
        journal.save(*(entry(note="n" * 500) for _ in range(100)))
    held = bytearray(journal_path.read_bytes())
    pages = len(held) // PAGE
    held[(pages - 6) * PAGE : (pages - 4) * PAGE] = bytes(2 * PAGE)
    journal_path.write_bytes(held)
    answer_file(journal_path.with_name("saved.sqlite"))
    hands.door.open(journal_path)
    hands.unlock()
    click(hands.sheet(TroubleSheet).buttons[Way.SALVAGE])
    window = hands.window()
    assert window._session.repository.path.name == "saved.sqlite"
    assert window._session.repository.protected
    assert 60 < len(window._session.records.entries) < 100
    assert "could not be read" in window.notice.text.text()
    assert journal_path.read_bytes() == bytes(held)


def test_a_full_disk_keeps_what_was_typed_until_there_is_room(hands, journal_path, act_on):
    Repository.open(journal_path).close()
    hands.door.open(journal_path)
    window = hands.window()
    db = window._session.repository._db
    press_region(window, "left_heel")
    window.check_in.details.note.setPlainText("long " * 4000)
    full = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {full}")

    def go_back(dialog):
        assert "disk is full" in texts(*dialog.sheet.sentences)
        click(dialog.copy_button)
        click(dialog.later_button)

    act_on(NotSaved, go_back)
    click(window.check_in.save)
    assert "long long" in QApplication.clipboard().text()
    assert "Left heel" in QApplication.clipboard().text()
    assert window._session.records.entries == ()
    assert window.check_in.details.note.toPlainText().startswith("long")
    assert window.notice.isVisible()

    def make_room(dialog):
        db.execute("PRAGMA max_page_count = 100000")
        click(dialog.again_button)

    done = act_on(NotSaved, make_room)
    click(window.check_in.save)
    assert done == [NotSaved, NotSaved]
    (saved,) = window._session.records.entries
    assert saved.note.startswith("long")
    assert window.check_in.board.symptoms == ()
    hands.leave()
    with Repository.open(journal_path) as journal:
        assert journal.records().entries == (saved,)


def test_a_stick_pulled_out_while_writing_is_waited_for(hands, tmp_path, act_on):
    path = tmp_path / "stick" / "j.sqlite"
    path.parent.mkdir()
    Repository.open(path).close()
    hands.door.open(path)
    window = hands.window()
    press_region(window, "left_heel")
    away = tmp_path / "away"
    path.parent.rename(away)

    def put_back(dialog):
        assert "is not there" in texts(*dialog.sheet.sentences)
        shutil.copytree(away, path.parent)  # another file than the one that is open, as with a stick put in again
        click(dialog.again_button)

    act_on(NotSaved, put_back)
    click(window.check_in.save)
    assert len(window._session.records.entries) == 1
    with Repository.open(path, read_only=True) as journal:
        assert len(journal.records().entries) == 1


def test_with_its_folder_gone_for_good_everything_goes_on_in_another(hands, tmp_path, act_on, answer_file):
    path, other = tmp_path / "stick" / "j.sqlite", tmp_path / "elsewhere" / "mine.sqlite"
    path.parent.mkdir()
    other.parent.mkdir()
    old = entry(note=NOTE)
    with Repository.open(path, passphrase=PHRASE) as journal:
        journal.save(old)
    hands.door.open(path)
    hands.unlock()
    window = hands.window()
    press_region(window, "left_heel")
    shutil.rmtree(path.parent)
    answer_file(other)
    act_on(NotSaved, lambda dialog: click(dialog.elsewhere_button))
    click(window.check_in.save)
    hands.unlock()
    window = hands.window()
    entries = window._session.records.entries
    assert old in entries
    assert {mark.region for one in entries for mark in one.marks} == {"left_heel"}
    assert len(entries) == 2
    assert window.check_in.board.symptoms == ()
    assert window._session.repository.path == other


def test_closing_does_not_lose_a_check_in_that_the_file_could_not_keep(hands, tmp_path, act_on, answer_file):
    path = tmp_path / "stick" / "j.sqlite"
    path.parent.mkdir()
    Repository.open(path).close()
    hands.door.open(path)
    window = hands.window()
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
    assert kept.symptoms == (Symptom("left_heel", Kind.PAIN, window.check_in.board.symptoms[0].intensity),)
    act_on(NotKept, lambda dialog: click(dialog.close_button))
    window.close()
    sheet = hands.sheet(TroubleSheet)  # no backup could be made either
    with hands.qtbot.waitSignal(hands.door.left, timeout=5000):
        click(sheet.buttons[Way.CLOSE])


def test_a_check_in_the_file_could_not_keep_survives_locking(hands, tmp_path):
    path = tmp_path / "stick" / "j.sqlite"
    path.parent.mkdir()
    Repository.open(path, passphrase=PHRASE).close()
    hands.door.open(path)
    hands.unlock()
    window = hands.window()
    away = tmp_path / "away"
    path.parent.rename(away)
    press_region(window, "left_heel")
    hands.door.lock()
    hands.sheet(UnlockSheet)
    away.rename(path.parent)
    hands.unlock()
    assert {mark.region for mark in hands.window().check_in.board.symptoms} == {"left_heel"}


def test_another_journal_is_a_way_on(hands, tmp_path, answer_file):
    good = tmp_path / "good.sqlite"
    with Repository.open(good) as journal:
        journal.save(entry(note=NOTE))
    hands.door.open(tmp_path / "gone" / "j.sqlite")
    answer_file(good)
    click(hands.sheet(TroubleSheet).buttons[Way.OTHER])
    assert [one.note for one in hands.window()._session.records.entries] == [NOTE]


def test_a_journal_that_was_deleted_is_not_silently_begun_anew(hands, journal_path):
    with Repository.open(journal_path) as journal:
        journal.save(entry())
        backup.make(journal, NOW, "daily")
    journal_path.unlink()
    hands.door.open(journal_path)
    sheet = hands.sheet(TroubleSheet)
    assert "not there any more" in texts(*sheet.sentences)
    assert Way.RESTORE in sheet.buttons
    assert not Path(journal_path).exists()


def test_the_passphrase_can_be_typed_for_a_file_that_does_not_look_like_a_journal(hands, tmp_path):
    path = tmp_path / "j.sqlite"
    path.write_bytes(b"not one " * 1000)
    hands.door.open(path)
    click(hands.sheet(TroubleSheet).buttons[Way.UNLOCK])
    sheet = hands.sheet(UnlockSheet)
    type_into(sheet.field.line, PHRASE)
    click(sheet.open_button)
    hands.until(lambda: sheet.told.text().startswith("This passphrase"))
