"""The way in: passphrase, recovery code, lock, second start; on the real windows and real files."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from journal.domain.entry import Entry, Scope
from journal.storage import backup
from journal.storage.repository import Repository
from journal.ui.safety import keeper, work
from journal.ui.safety.bell import ring
from journal.ui.safety.first_sheet import FirstSheet, RenewSheet
from journal.ui.safety.left_open import LeftOpenSheet
from journal.ui.safety.passphrase_sheets import Change, PassphraseSheet
from journal.ui.safety.recovery_sheet import RecoverySheet
from journal.ui.safety.unlock_sheet import UnlockSheet
from journal.ui.safety.watch import Watch
from tests.ui.conftest import NOW
from tests.ui.hands import press_region
from tests.ui.safety_hands import NOTE, PHRASE, click, texts, type_into


def test_a_first_start_offers_a_passphrase_and_a_code_that_is_asked_back(hands, journal_path):
    hands.door.open(journal_path)
    first = hands.sheet(FirstSheet)
    assert not first.protect.isEnabled()
    type_into(first.fields.first.line, "short")
    assert "at least" in first.fields.said.text()
    hands.choose(first.fields)
    click(first.protect)
    code = hands.type_code_back(hands.sheet(RecoverySheet))
    hands.window()
    assert hands.door.session.repository.word(work.CODE_CHECKED) == "1"
    hands.leave()
    assert journal_path.read_bytes()[:6] != b"SQLite"
    with Repository.open(journal_path, passphrase=PHRASE, create=False):
        pass
    assert code


def test_a_wrong_group_is_named_and_does_not_count(hands, journal_path):
    hands.door.open(journal_path)
    first = hands.sheet(FirstSheet)
    hands.choose(first.fields)
    click(first.protect)
    sheet = hands.sheet(RecoverySheet)
    click(sheet.have)
    type_into(sheet.fields[0], "00000")
    click(sheet.check)
    assert str(sheet.asked[0]) in sheet.told.text()
    assert hands.door.window is None
    click(sheet.later)
    window = hands.window()
    window.show_page("settings")
    assert window.settings.protection.code_hint.isVisible()


def test_a_first_start_works_without_a_passphrase(hands, journal_path):
    hands.door.open(journal_path)
    click(hands.sheet(FirstSheet).skip)
    window = hands.window()
    assert window.sidebar.button("lock").isHidden()
    hands.door.lock()
    assert hands.door.window is window
    assert "no passphrase" in window.notice.text.text()


def test_wrong_passphrases_are_told_as_often_as_they_are_typed(hands, protected):
    hands.door.open(protected)
    for wrong in ("SEVEN WET STONES", "seven wet stone", " ", "x'00'"):
        sheet = hands.unlock(wrong)
        hands.until(lambda sheet=sheet: sheet.told.text().startswith("This passphrase does not open"))
        assert sheet.field.line.isEnabled()
    hands.unlock()
    assert len(hands.window()._session.records.entries) == 1


def test_the_passphrase_shows_only_on_demand_and_capitals_are_noticed(hands, protected):
    hands.door.open(protected)
    field = hands.sheet(UnlockSheet).field
    QTest.keyClick(field.line, Qt.Key.Key_A)
    assert field.line.displayText() != "a"
    click(field.show_button)
    assert field.line.displayText() == "a"
    assert field.capitals.isHidden()
    QTest.keyEvent(QTest.KeyAction.Click, field.line, "B")  # typed without Shift: Caps Lock is on
    assert field.capitals.isVisible()


def test_a_forgotten_passphrase_is_replaced_by_way_of_the_code_and_the_backups_follow(hands, protected):
    from journal.storage import recovery

    with Repository.open(protected, passphrase=PHRASE) as journal:
        backup.make(journal, NOW - timedelta(days=1), "daily")
    code = recovery.code(protected, PHRASE)
    hands.door.open(protected)
    sheet = hands.sheet(UnlockSheet)
    click(sheet.forgotten)
    assert "no way in" in texts(*sheet.findChildren(QLabel))
    slip = code.replace(code[7], "Z" if code[7] != "Z" else "Y", 1) if code[7] != code[1] else "Z" + code[1:]
    sheet.code.setPlainText(slip)
    assert "slip" in sheet.code_said.text()
    assert not sheet.open_button.isEnabled()
    sheet.code.setPlainText(code.lower().replace("-", " "))
    click(sheet.open_button)
    renew = hands.sheet(RenewSheet)
    hands.choose(renew.fields, "eleven dry leaves")
    click(renew.save)
    new_code = hands.type_code_back(hands.sheet(RecoverySheet))
    window = hands.window()
    assert new_code != code
    assert [entry.note for entry in window._session.records.entries] == [NOTE]
    for one in backup.found(protected):
        assert backup.examine(one.path, "eleven dry leaves") == 1


def test_setting_changing_and_removing_the_passphrase_in_settings(hands, journal_path, read_backups):
    with Repository.open(journal_path) as journal:
        journal.save(Entry(recorded_at=NOW, scope=Scope.NOW, note=NOTE))
        backup.make(journal, NOW - timedelta(days=1), "daily")
    hands.door.open(journal_path)
    window = hands.window()
    window.show_page("settings")
    click(window.settings.protection.set_button)
    sheet = hands.dialog(PassphraseSheet)
    assert "can be read by anybody" in texts(*sheet.findChildren(QLabel))
    hands.choose(sheet.fields)
    click(sheet.go)
    hands.type_code_back(hands.sheet(RecoverySheet))
    window = hands.window()
    assert window.page == "settings"
    assert hands.door.session.repository.protected
    assert set(read_backups(PHRASE)) == {1}

    click(window.settings.protection.change_button)
    sheet = hands.dialog(PassphraseSheet)
    type_into(sheet.old.line, "not this one")
    hands.choose(sheet.fields, "nine old kettles")
    click(sheet.go)
    hands.until(lambda: "not the present passphrase" in sheet.told.text())
    type_into(sheet.old.line, PHRASE)
    click(sheet.go)
    click(hands.sheet(RecoverySheet).later)
    window = hands.window()
    assert set(read_backups("nine old kettles")) == {1}

    click(window.settings.protection.remove_button)
    sheet = hands.dialog(PassphraseSheet)
    type_into(sheet.old.line, "nine old kettles")
    click(sheet.go)
    hands.until(lambda: hands.door.window is not window and hands.door.window is not None)
    window = hands.window()
    assert not hands.door.session.repository.protected
    assert set(read_backups(None)) == {1}
    assert [entry.note for entry in window._session.records.entries] == [NOTE]


@pytest.fixture
def read_backups(journal_path):
    return lambda phrase: [backup.examine(one.path, phrase) for one in backup.found(journal_path)]


def test_the_code_can_be_shown_again_with_the_passphrase(hands, protected):
    hands.door.open(protected)
    hands.unlock()
    window = hands.window()
    window.show_page("settings")
    click(window.settings.protection.code_button)
    sheet = hands.dialog(PassphraseSheet)
    type_into(sheet.old.line, PHRASE)
    click(sheet.go)
    hands.type_code_back(hands.dialog(RecoverySheet))
    assert window.settings.protection.code_hint.isHidden()


def test_locking_clears_everything_and_unlocking_comes_back_to_the_place(hands, protected):
    hands.door.open(protected)
    hands.unlock()
    window = hands.window()
    press_region(window, "left_heel")
    window.check_in.details.note.setPlainText("unfinished words")
    window.show_page("journal")
    QApplication.clipboard().setText(NOTE)
    assert NOTE in texts() or hands.door.session.records.entries
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    sheet = hands.sheet(UnlockSheet)
    assert hands.door.window is None
    assert hands.door.session is None
    seen = texts()
    for word in (NOTE, "unfinished words", "heel", "Heel"):
        assert word not in seen
    assert QApplication.clipboard().text() == ""
    assert not [part for part in QApplication.topLevelWidgets() if part.isVisible() and part is not hands.door.doorway]
    with Repository.open(protected, passphrase=PHRASE, read_only=True) as journal:
        assert journal.draft(editing=False).entry.note == "unfinished words"
    type_into(sheet.field.line, PHRASE)
    QTest.keyClick(sheet.field.line, Qt.Key.Key_Return)
    window = hands.window()
    assert window.page == "journal"
    assert window.check_in.details.note.toPlainText() == "unfinished words"


def test_locking_answers_an_open_question_with_no(hands, protected, qtbot):
    hands.door.open(protected)
    hands.unlock()
    window = hands.window()
    press_region(window, "left_heel")
    qtbot.wait(10)
    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, hands.door.lock)
    window.check_in._no_symptoms()  # asks in a dialog with an event loop of its own
    hands.unlock()
    assert len(hands.window()._session.records.entries) == 1
    assert hands.door.window.check_in.board.symptoms


def test_what_was_typed_in_a_dialog_is_shown_after_unlocking(hands, protected):
    hands.door.open(protected)
    hands.unlock()
    window = hands.window()
    dialog = QDialog(window)
    field, secret = QLineEdit(dialog), QLineEdit(dialog)
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    dialog.open()
    type_into(field, "walked with sticks")
    type_into(secret, PHRASE)
    hands.door.lock()
    hands.sheet(UnlockSheet)
    hands.unlock()
    hands.window()
    sheet = hands.dialog(LeftOpenSheet)
    assert sheet.text.toPlainText() == "walked with sticks"
    click(sheet.copy_button)
    click(sheet.done_button)
    assert QApplication.clipboard().text() == "walked with sticks"
    assert hands.door.session.repository.word("left_open") is None


def test_hands_on_the_window_are_noticed(hands, protected):
    hands.door.open(protected)
    hands.unlock()
    window = hands.window()
    watch = hands.door.watch
    for touch in (
        lambda handle: QTest.keyClick(handle, Qt.Key.Key_Tab),
        lambda handle: QTest.mouseMove(handle, QPoint(50, 60)),
        lambda handle: QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)),
    ):
        before = watch._touched
        touch(window.windowHandle())
        assert watch._touched > before


def test_it_locks_when_nobody_is_there_and_after_a_sleep(qtbot, theme):
    now = {"running": 0.0, "wall": 1000.0}
    watch = Watch(None, lambda: now["running"], lambda: now["wall"])
    due = []
    watch.due.connect(lambda: due.append(1))

    def pass_seconds(running, wall=None):
        now["running"] += running
        now["wall"] += running if wall is None else wall
        watch.look()

    watch.start(5)
    for _ in range(10):
        pass_seconds(29)
    assert not due
    watch.touch()
    for _ in range(10):
        pass_seconds(29)
    assert not due
    pass_seconds(60)
    assert due == [1]
    watch.start(5)
    pass_seconds(5, wall=3600)  # the clock on the wall ran on, ours did not: it slept
    assert due == [1, 1]
    watch.start(0)
    pass_seconds(10_000)
    assert due == [1, 1]


def test_the_time_until_it_locks_is_kept_in_the_journal(hands, protected, preferences):
    hands.door.open(protected)
    hands.unlock()
    window = hands.window()
    assert hands.door.watch._minutes == work.AUTO_LOCK_USUAL
    window.show_page("settings")
    minutes = window.settings.protection.minutes
    minutes.setCurrentIndex(minutes.findData(15))
    minutes.activated.emit(minutes.currentIndex())
    assert hands.door.watch._minutes == 15
    hands.leave()
    with Repository.open(protected, passphrase=PHRASE) as journal:
        assert work.auto_lock(journal) == 15


def test_a_second_start_brings_the_first_window_to_front(hands, make_hands, protected, qtbot):
    hands.door.open(protected)
    hands.sheet(UnlockSheet)
    with qtbot.waitSignal(hands.door.entrance.rung, timeout=8000):
        other = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "import sys, pathlib; from journal.ui.safety.bell import ring;"
                " sys.exit(0 if ring(pathlib.Path(sys.argv[1])) else 1)",
                str(protected),
            ],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=8000)
    assert other.returncode == 0


def test_a_second_start_that_nobody_answers_says_where_the_journal_is_open(hands, protected, monkeypatch):
    from journal.storage.lock import Lock
    from journal.ui.safety import bell
    from journal.ui.safety.trouble_sheet import TroubleSheet

    monkeypatch.setattr(bell, "_ANSWER_SECONDS", 0.1)
    held = Lock(bell._file(protected))
    hands.door.open(protected)
    sheet = hands.sheet(TroubleSheet)
    held.release()
    assert "open in another window" in texts(*sheet.sentences)
    assert not ring(protected)


def test_a_passphrase_for_the_next_dialog_is_never_kept_by_the_last(hands, protected):
    hands.door.open(protected)
    hands.unlock()
    hands.window()
    assert PHRASE not in texts()
    assert hands.door.entrance._words is None


def test_every_question_about_the_passphrase_can_be_left(hands, protected):
    hands.door.open(protected)
    hands.unlock()
    window = hands.window()
    window.show_page("settings")
    (own,) = window.findChildren(keeper.Keeper)
    for change in (Change.CHANGE, Change.REMOVE, Change.SHOW_CODE):
        own.ask_passphrase(change)
        click(hands.dialog(PassphraseSheet).cancel)
    assert hands.door.window is window
