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
from journal.storage.activation import activate_other
from journal.storage.journal_settings import AUTO_LOCK_MINUTES, RECOVERY_CODE_CHECKED, UNSAVED_TEXT
from journal.storage.repository import Repository
from journal.ui.access.dialogs.first_start import FirstStartPanel, RenewPanel
from journal.ui.access.dialogs.passphrase import Change, PassphrasePanel
from journal.ui.access.dialogs.recovery_code import RecoveryCodePanel
from journal.ui.access.dialogs.unlock import UnlockPanel
from journal.ui.access.idle_monitor import IdleMonitor
from journal.ui.access.unsaved_text import UnsavedTextPanel
from tests.ui.access_robot import NOTE, PHRASE, click, texts, type_into
from tests.ui.conftest import NOW
from tests.ui.pointer import come_to_rest, press_region


def test_a_first_start_offers_a_passphrase_and_a_code_that_is_asked_back(robot, journal_path):
    robot.actions.open(journal_path)
    first = robot.panel(FirstStartPanel)
    assert not first.agree.isEnabled()
    type_into(first.fields.first.line, "short")
    assert "at least" in first.fields.said.text()
    robot.choose(first.fields)
    click(first.agree)
    code = robot.type_code_back(robot.panel(RecoveryCodePanel))
    robot.window()
    assert robot.access.session.repository.setting(RECOVERY_CODE_CHECKED)
    robot.leave()
    assert journal_path.read_bytes()[:6] != b"SQLite"
    with Repository.open(journal_path, passphrase=PHRASE, create=False):
        pass
    assert code


def test_a_wrong_group_is_named_and_does_not_count(robot, journal_path):
    robot.actions.open(journal_path)
    first = robot.panel(FirstStartPanel)
    robot.choose(first.fields)
    click(first.agree)
    panel = robot.panel(RecoveryCodePanel)
    click(panel.have)
    type_into(panel.fields[0], "00000")
    click(panel.check)
    assert str(panel.asked[0]) in panel.error_label.text()
    assert robot.access.window is None
    click(panel.later)
    window = robot.window()
    window.go_to("settings")
    assert window.page("settings").protection.code_hint.isVisible()


def test_a_first_start_works_without_a_passphrase(robot, journal_path):
    robot.actions.open(journal_path)
    click(robot.panel(FirstStartPanel).skip)
    window = robot.window()
    assert window.sidebar.button("lock").isHidden()
    robot.actions.lock()
    assert robot.access.window is window
    assert "no passphrase" in window.notice.text.text()


def test_wrong_passphrases_are_told_as_often_as_they_are_typed(robot, protected):
    robot.actions.open(protected)
    for wrong in ("SEVEN WET STONES", "seven wet stone", " ", "x'00'"):
        panel = robot.unlock(wrong)
        robot.until(lambda panel=panel: panel.error_label.text().startswith("This passphrase does not open"))
        assert panel.field.line.isEnabled()
    robot.unlock()
    assert len(robot.window().session.records.entries) == 1


def test_the_passphrase_shows_only_on_demand_and_capitals_are_noticed(robot, protected):
    robot.actions.open(protected)
    field = robot.panel(UnlockPanel).field
    QTest.keyClick(field.line, Qt.Key.Key_A)
    assert field.line.displayText() != "a"
    click(field.show_button)
    assert field.line.displayText() == "a"
    assert field.capitals.isHidden()
    QTest.keyEvent(QTest.KeyAction.Click, field.line, "B")  # typed without Shift: Caps Lock is on
    assert field.capitals.isVisible()


def test_a_forgotten_passphrase_is_replaced_by_way_of_the_code_and_the_backups_follow(robot, protected):
    from journal.storage import recovery

    with Repository.open(protected, passphrase=PHRASE) as journal:
        backup.make(journal, NOW - timedelta(days=1), "daily")
    code = recovery.code(protected, PHRASE)
    robot.actions.open(protected)
    panel = robot.panel(UnlockPanel)
    click(panel.forgotten)
    assert "no way in" in texts(*panel.findChildren(QLabel))
    slip = code.replace(code[7], "Z" if code[7] != "Z" else "Y", 1) if code[7] != code[1] else "Z" + code[1:]
    panel.code.setPlainText(slip)
    assert "slip" in panel.code_said.text()
    assert not panel.open_button.isEnabled()
    panel.code.setPlainText(code.lower().replace("-", " "))
    click(panel.open_button)
    renew = robot.panel(RenewPanel)
    robot.choose(renew.fields, "eleven dry leaves")
    click(renew.agree)
    new_code = robot.type_code_back(robot.panel(RecoveryCodePanel))
    window = robot.window()
    assert new_code != code
    assert [entry.note for entry in window.session.records.entries] == [NOTE]
    for one in backup.found(protected):
        assert backup.examine(one.path, "eleven dry leaves") == 1


def test_setting_changing_and_removing_the_passphrase_in_settings(robot, journal_path, read_backups):
    with Repository.open(journal_path) as journal:
        journal.save(Entry(recorded_at=NOW, scope=Scope.NOW, note=NOTE))
        backup.make(journal, NOW - timedelta(days=1), "daily")
    robot.actions.open(journal_path)
    window = robot.window()
    window.go_to("settings")
    click(window.page("settings").protection.set_button)
    panel = robot.dialog(PassphrasePanel)
    assert "can be read by anybody" in texts(*panel.findChildren(QLabel))
    robot.choose(panel.fields)
    click(panel.agree)
    robot.type_code_back(robot.panel(RecoveryCodePanel))
    window = robot.window()
    assert window.page_key == "settings"
    assert robot.access.session.repository.protected
    assert set(read_backups(PHRASE)) == {1}

    click(window.page("settings").protection.change_button)
    panel = robot.dialog(PassphrasePanel)
    type_into(panel.old.line, "not this one")
    robot.choose(panel.fields, "nine old kettles")
    click(panel.agree)
    robot.until(lambda: "not the present passphrase" in panel.error_label.text())
    type_into(panel.old.line, PHRASE)
    click(panel.agree)
    click(robot.panel(RecoveryCodePanel).later)
    window = robot.window()
    assert set(read_backups("nine old kettles")) == {1}

    click(window.page("settings").protection.remove_button)
    panel = robot.dialog(PassphrasePanel)
    type_into(panel.old.line, "nine old kettles")
    click(panel.agree)
    robot.until(lambda: robot.access.window is not window and robot.access.window is not None)
    window = robot.window()
    assert not robot.access.session.repository.protected
    assert set(read_backups(None)) == {1}
    assert [entry.note for entry in window.session.records.entries] == [NOTE]


@pytest.fixture
def read_backups(journal_path):
    return lambda phrase: [backup.examine(one.path, phrase) for one in backup.found(journal_path)]


def test_the_code_can_be_shown_again_with_the_passphrase(robot, protected):
    robot.actions.open(protected)
    robot.unlock()
    window = robot.window()
    window.go_to("settings")
    click(window.page("settings").protection.code_button)
    panel = robot.dialog(PassphrasePanel)
    type_into(panel.old.line, PHRASE)
    click(panel.agree)
    robot.type_code_back(robot.dialog(RecoveryCodePanel))
    robot.until(window.page("settings").protection.code_hint.isHidden)


def test_locking_clears_everything_and_unlocking_comes_back_to_the_place(robot, protected):
    robot.actions.open(protected)
    robot.unlock()
    window = robot.window()
    press_region(window, "left_heel")
    window.page("check_in").details.note.setPlainText("unfinished words")
    window.go_to("journal")
    QApplication.clipboard().setText(NOTE)
    assert NOTE in texts() or robot.access.session.records.entries
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    panel = robot.panel(UnlockPanel)
    assert robot.access.window is None
    assert robot.access.session is None
    seen = texts()
    for word in (NOTE, "unfinished words", "heel", "Heel"):
        assert word not in seen
    assert QApplication.clipboard().text() == ""
    assert not [
        part for part in QApplication.topLevelWidgets() if part.isVisible() and part is not robot.access.startup
    ]
    with Repository.open(protected, passphrase=PHRASE, read_only=True) as journal:
        assert journal.draft(editing=False).entry.note == "unfinished words"
    type_into(panel.field.line, PHRASE)
    QTest.keyClick(panel.field.line, Qt.Key.Key_Return)
    window = robot.window()
    assert window.page_key == "journal"
    assert window.page("check_in").details.note.toPlainText() == "unfinished words"


def test_locking_answers_an_open_question_with_no(robot, protected, qtbot):
    robot.actions.open(protected)
    robot.unlock()
    window = robot.window()
    press_region(window, "left_heel")
    come_to_rest()
    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, robot.actions.lock)
    window.page("check_in").none.click()  # asks in a dialog with an event loop of its own
    robot.unlock()
    assert len(robot.window().session.records.entries) == 1
    assert robot.access.window.page("check_in").marks.symptoms


def test_what_was_typed_in_a_dialog_is_shown_after_unlocking(robot, protected):
    robot.actions.open(protected)
    robot.unlock()
    window = robot.window()
    dialog = QDialog(window)
    field, secret = QLineEdit(dialog), QLineEdit(dialog)
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    dialog.open()
    type_into(field, "walked with sticks")
    type_into(secret, PHRASE)
    robot.actions.lock()
    robot.panel(UnlockPanel)
    robot.unlock()
    robot.window()
    panel = robot.dialog(UnsavedTextPanel)
    assert panel.text.toPlainText() == "walked with sticks"
    click(panel.copy_button)
    click(panel.done_button)
    assert QApplication.clipboard().text() == "walked with sticks"
    assert robot.access.session.repository.setting(UNSAVED_TEXT) == ()


def test_hands_on_the_window_are_noticed(robot, protected):
    robot.actions.open(protected)
    robot.unlock()
    window = robot.window()
    idle = robot.access.idle
    for touch in (
        lambda handle: QTest.keyClick(handle, Qt.Key.Key_Tab),
        lambda handle: QTest.mouseMove(handle, QPoint(50, 60)),
        lambda handle: QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)),
    ):
        before = idle.active_at
        touch(window.windowHandle())
        assert idle.active_at > before


def test_it_locks_when_nobody_is_there_and_after_a_sleep(qtbot, theme):
    now = {"running": 0.0, "wall": 1000.0}
    idle = IdleMonitor(None, lambda: now["running"], lambda: now["wall"])
    due = []
    idle.timed_out.connect(lambda: due.append(1))

    def pass_seconds(running, wall=None):
        now["running"] += running
        now["wall"] += running if wall is None else wall
        idle.check()

    idle.start(5)
    for _ in range(10):
        pass_seconds(29)
    assert not due
    idle.reset()
    for _ in range(10):
        pass_seconds(29)
    assert not due
    pass_seconds(60)
    assert due == [1]
    idle.start(5)
    pass_seconds(5, wall=3600)  # the clock on the wall ran on, ours did not: it slept
    assert due == [1, 1]
    idle.start(0)
    pass_seconds(10_000)
    assert due == [1, 1]


def test_the_time_until_it_locks_is_kept_in_the_journal(robot, protected, preferences):
    robot.actions.open(protected)
    robot.unlock()
    window = robot.window()
    assert robot.access.idle.minutes == AUTO_LOCK_MINUTES.default
    window.go_to("settings")
    minutes = window.page("settings").protection.minutes
    minutes.setCurrentIndex(minutes.findData(15))
    minutes.activated.emit(minutes.currentIndex())
    assert robot.access.idle.minutes == 15
    robot.leave()
    with Repository.open(protected, passphrase=PHRASE) as journal:
        assert journal.setting(AUTO_LOCK_MINUTES) == 15


def test_a_second_start_brings_the_first_window_to_front(robot, make_robot, protected, qtbot):
    robot.actions.open(protected)
    robot.panel(UnlockPanel)
    with qtbot.waitSignal(robot.access.activation_requested):
        other = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "import sys, pathlib; from journal.storage.activation import activate_other;"
                " sys.exit(0 if activate_other(pathlib.Path(sys.argv[1])) else 1)",
                str(protected),
            ],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    qtbot.waitUntil(lambda: other.poll() is not None)
    assert other.returncode == 0


def test_a_second_start_that_nobody_answers_says_where_the_journal_is_open(robot, protected, monkeypatch):
    from journal.storage import activation
    from journal.storage.lock import Lock
    from journal.ui.access.dialogs.fault import FaultPanel

    monkeypatch.setattr(activation, "ANSWER_SECONDS", 0.1)
    held = Lock(protected.with_name(f".{protected.name}.window"))
    robot.actions.open(protected)
    panel = robot.panel(FaultPanel)
    held.release()
    assert "open in another window" in texts(*panel.sentences)
    assert not activate_other(protected)


def test_a_passphrase_for_the_next_dialog_is_never_kept_by_the_last(robot, protected):
    robot.actions.open(protected)
    robot.unlock()
    robot.window()
    assert PHRASE not in texts()
    assert not robot.access.flows.busy


def test_every_question_about_the_passphrase_can_be_left(robot, protected):
    robot.actions.open(protected)
    robot.unlock()
    window = robot.window()
    window.go_to("settings")
    for change in (Change.CHANGE, Change.REMOVE, Change.SHOW_CODE):
        robot.actions.change_passphrase(change)
        click(robot.dialog(PassphrasePanel).cancel)
    assert robot.access.window is window
