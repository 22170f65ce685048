"""Other journals, files in and out, synced folders, crashes; and that nobody reads it from outside."""

import sys
import threading
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QApplication, QLabel

from journal import paths
from journal.crash_reports import CrashReports, report
from journal.domain.entry import Kind, Symptom
from journal.domain.records import Records
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.treatment import Treatment, TreatmentKind
from journal.exchange.files import read_file, write_file
from journal.storage import backup
from journal.storage.journal_settings import SYNCED_FOLDER_KEPT, UNSAVED_TEXT
from journal.storage.repository import Repository
from journal.ui.access.dialogs.conflicts import ConflictsPanel
from journal.ui.access.dialogs.crash import CrashPanel
from journal.ui.access.dialogs.first_start import FirstStartPanel
from journal.ui.access.dialogs.passphrase import PassphrasePanel
from journal.ui.access.dialogs.recovery_code import RecoveryCodePanel
from journal.ui.access.dialogs.restore import RestorePanel
from journal.ui.access.dialogs.unlock import UnlockPanel
from journal.ui.access.panel import Panel
from journal.ui.app import tell_of_crash, tell_of_fault
from tests.ui.access_robot import NOTE, PHRASE, click, dialogs, texts, type_into
from tests.ui.conftest import NOW, entry, journal_path_with
from tests.ui.pointer import come_to_rest, press_region


def test_another_journal_opens_and_the_first_is_backed_up(robot, settings, journal_path, tmp_path, answer_file):
    other = tmp_path / "other.sqlite"
    with Repository.open(other) as journal:
        journal.save(entry(note=NOTE))
    window = settings(journal_path_with(journal_path))
    answer_file(other)
    click(window.page("settings").journal.other_button)
    robot.until(lambda: robot.access.window not in (None, window))
    assert [one.note for one in robot.window().session.records.entries] == [NOTE]
    assert len(backup.found(journal_path)) == 1
    answer_file(tmp_path / "third")
    robot.access.window.go_to("settings")
    click(robot.access.window.page("settings").journal.new_button)
    click(robot.panel(FirstStartPanel).skip)
    assert robot.window().session.repository.path == tmp_path / "third.sqlite"


def test_everything_goes_out_and_comes_in_without_doubling(robot, settings, journal_path, tmp_path, answer_file):
    here, new = entry(3, note="here"), entry(2, note="new")
    with Repository.open(journal_path) as journal:
        journal.save(here)
    window = settings(journal_path)
    out = tmp_path / "out.json"
    answer_file(out)
    click(window.page("settings").journal.export_button)
    robot.until(lambda: "not encrypted" in window.notice.text.text())
    assert read_file(out).entries == (here,)
    write_file(out, Records(entries=(here, new)))
    click(window.page("settings").journal.import_button)
    robot.until(lambda: len(window.session.records.entries) == 2)
    assert "before-import" in {one.reason for one in backup.found(journal_path)}
    click(window.page("settings").journal.import_button)
    robot.until(lambda: "already" in window.notice.text.text())
    assert len(window.session.records.entries) == 2


def test_a_recent_urgent_sign_that_comes_in_is_asked_about_although_an_answer_stands_after_it(
    robot, settings, journal_path, tmp_path, answer_file
):
    saddle = replace(entry(2), symptoms=(Symptom("saddle", Kind.NUMBNESS, 3),))
    with Repository.open(journal_path) as journal:
        journal.save(entry(3), RedFlagCheck(checked_at=NOW - timedelta(days=1)))
    other = tmp_path / "laptop.sqlite"
    with Repository.open(other) as journal:
        journal.save(saddle)
    window = settings(journal_path)
    answer_file(other)
    click(window.page("settings").journal.import_button)
    robot.until(lambda: window.page_key == "urgent")
    assert window.page("urgent").questions.signs() == (RedFlag.SADDLE_NUMBNESS,)
    click(window.notice.undo)
    robot.until(lambda: window.session.open_flags() == ())
    assert len(window.session.records.red_flag_checks) == 1


def test_two_versions_stand_side_by_side_and_one_is_chosen_for_each(
    robot, settings, journal_path, tmp_path, answer_file
):
    ours = [entry(4, note="ours 1"), entry(3, note="ours 2"), entry(2, note="ours 3")]
    theirs = [replace(one, note=one.note.replace("ours", "theirs")) for one in ours]
    new = Treatment(kind=TreatmentKind.EXERCISE, name="walking", started_on=date(2026, 3, 1))
    other = tmp_path / "laptop.sqlite"
    with Repository.open(journal_path) as journal:
        journal.save(*ours)
    with Repository.open(other, passphrase="the laptop's words") as journal:
        journal.save(*theirs, new)
    window = settings(journal_path)
    answer_file(other)
    click(window.page("settings").journal.import_button)
    ask = robot.dialog(PassphrasePanel)
    type_into(ask.old.line, "the laptop's words")
    click(ask.agree)
    panel = robot.dialog(ConflictsPanel)
    assert "ours 1" in panel.here_text.text()
    assert "theirs 1" in panel.there_text.text()
    assert panel.here.isChecked()
    click(panel.there)
    click(panel.next_button)
    assert panel.here.isChecked()
    click(panel.next_button)
    click(panel.there)
    click(panel.back_button)
    assert panel.here.isChecked()
    click(panel.next_button)
    assert panel.there.isChecked()
    click(panel.next_button)
    robot.until(lambda: len(window.session.records) == 4)
    assert sorted(one.note for one in window.session.records.entries) == ["ours 2", "theirs 1", "theirs 3"]
    click(window.notice.undo)
    robot.until(lambda: set(window.session.records) == set(ours))
    assert not dialogs()


def test_a_synced_folder_is_told_once_and_left_for_a_better_one(robot, make_robot, tmp_path, monkeypatch):
    home = tmp_path / "data"
    monkeypatch.setattr(paths, "data_folder", lambda: home)
    path = tmp_path / "Nextcloud" / "j.sqlite"
    path.parent.mkdir()
    journal_path_with(path)
    robot.actions.open(path)
    window = robot.window()
    panel = robot.dialog(Panel)
    assert "Nextcloud" in panel.heading.text()
    stay, move = panel.findChildren(type(window.page("settings").journal.other_button))[::-1]
    click(stay)
    robot.leave()
    again = make_robot()
    again.actions.open(path)
    again.window()
    assert not dialogs()
    with_move = again.access.session.repository
    with_move.set_setting(SYNCED_FOLDER_KEPT, "")
    again.leave()
    third = make_robot()
    third.actions.open(path)
    window = third.window()
    move = third.dialog(Panel).findChildren(type(move))[0]
    click(move)
    third.until(lambda: third.access.window not in (None, window))
    assert third.window().session.repository.path == home / "journal.sqlite"
    assert len(third.access.session.records.entries) == 1
    assert not path.exists()
    assert path.with_name("j-moved.sqlite").exists()


def test_a_crash_leaves_a_report_of_places_and_no_word_of_the_journal(tmp_path, robot, settings, journal_path):
    keeper = CrashReports(tmp_path / "data", lambda: NOW)

    def fail(secret):
        try:
            raise ValueError(f"{secret} in {NOTE}")
        except ValueError as error:
            raise KeyError(secret) from error

    try:
        fail("burning heel")
    except KeyError as error:
        keeper.write(error)
    text = keeper.found()
    assert "fail" in text and "KeyError" in text and "ValueError" in text
    assert "burning" not in text and "Quillerby" not in text and str(tmp_path) not in text
    (file,) = (tmp_path / "data").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    window = settings(journal_path_with(journal_path))
    tell_of_crash(keeper, window)
    panel = robot.dialog(CrashPanel)
    assert "Nothing is lost" in texts(*panel.findChildren(QLabel))
    click(panel.show_button)
    assert "KeyError" in panel.report.toPlainText()
    click(panel.delete_button)
    assert keeper.found() == ""
    assert list((tmp_path / "data").iterdir()) == []
    tell_of_crash(keeper, window)
    assert not dialogs()
    tell_of_fault(robot.access)
    assert "What you saved is kept" in window.notice.text.text()


def test_threads_and_slots_that_fail_are_reported_too(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("faulthandler.enable", lambda *_args: None)
    keeper = CrashReports(tmp_path, lambda: NOW)
    keeper.install()
    worker = threading.Thread(target=lambda: 1 / 0, name="worker")
    worker.start()
    worker.join()
    sys.excepthook(*exception(TypeError(NOTE)))
    text = keeper.found()
    assert "ZeroDivisionError" in text and "TypeError" in text and NOTE not in text
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" not in keeper.found()


def exception(error):
    try:
        raise error
    except type(error) as caught:
        return type(caught), caught, caught.__traceback__


def test_a_report_survives_an_exception_that_is_its_own_cause():
    error = ValueError("x")
    error.__context__ = error
    assert "ValueError" in report(error, NOW)


MARKERS = [
    f"mark{word}oak" for word in ("al", "bir", "ced", "dog", "el", "fi", "gor", "haz", "iv", "jun", "kap", "lar")
]


def test_nothing_written_while_using_a_protected_journal_can_be_read_from_outside(
    robot, tmp_path, monkeypatch, preferences, answer_file
):
    """Names, notes, tags, treatments, drafts, settings, backups, a second folder, a lock, a restore: all scanned."""
    home = tmp_path / "home"
    temporary = home / "tmp"
    temporary.mkdir(parents=True)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setattr(paths, "data_folder", lambda: home / "data")
    path = home / "data" / "journal.sqlite"
    crashes = CrashReports(home / "data", lambda: NOW)
    robot.actions.open(path)
    first = robot.panel(FirstStartPanel)
    robot.choose(first.fields)
    click(first.agree)
    robot.type_code_back(robot.panel(RecoveryCodePanel))
    window = robot.window()
    marks = iter(MARKERS)
    window.page("check_in").details.note.setPlainText(" ".join(next(marks) for _ in range(3)))
    press_region(window, "left_heel")
    click(window.page("check_in").save)
    session = window.session
    session.save(
        entry(2, note=next(marks), activities=(next(marks), next(marks)), reliefs=(next(marks),)),
        Treatment(
            kind=TreatmentKind.OTHER, name=next(marks), started_on=date(2026, 1, 1), dose=next(marks), note=next(marks)
        ),
    )
    session.repository.set_setting(UNSAVED_TEXT, (next(marks),))
    press_region(window, "left_big_toe")
    window.page("check_in").details.note.setPlainText(next(marks))
    window.page("check_in").keep_draft()
    stick = home / "stick"
    stick.mkdir()
    window.go_to("settings")
    answer_file(stick)
    click(window.page("settings").backups.second_button)
    robot.until(lambda: list(stick.glob("*.sqlite")))
    for page in ("journal", "progress", "summary"):
        window.go_to(page)
        come_to_rest()
    crashes.write(ValueError(MARKERS[0]))
    robot.actions.lock()
    robot.panel(UnlockPanel)
    robot.unlock()
    window = robot.window()
    assert window.page("check_in").details.note.toPlainText() == MARKERS[11]
    backups = backup.found(path)
    window.go_to("settings")
    window.page("settings").backups.refresh()
    window.page("settings").backups.table.selectRow(0)
    click(window.page("settings").backups.restore_button)
    click(robot.dialog(RestorePanel).agree)
    robot.until(lambda: robot.access.window not in (None, window))
    robot.window()
    robot.leave()
    assert backups
    words = [
        *MARKERS,
        PHRASE,
        "left_heel",
        "left_big_toe",
        "Left heel",
        "tingling",
        "recorded_at",
        "SQLite format",
    ]
    words += ["activities", "treatments", "symptoms", "pain_average"]
    assert len(words) >= 20
    scanned = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(scanned) >= 5
    for file in scanned:
        held = file.read_bytes()
        for word in words:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert word.encode(encoding) not in held, (word, encoding, file)
        if file.is_relative_to(home):
            assert file.stat().st_mode & 0o077 == 0, file
    with Repository.open(path, passphrase=PHRASE) as journal:
        assert any(MARKERS[3] in one.note for one in journal.records().entries)
    assert QApplication.clipboard().text() not in words


def test_an_imported_entry_later_than_now_is_asked_about(robot, settings, journal_path, tmp_path, answer_file):
    window = settings(journal_path_with(journal_path))
    file = tmp_path / "ahead.json"
    write_file(file, Records(entries=(entry(-400),)))
    answer_file(file)
    click(window.page("settings").journal.import_button)
    robot.until(lambda: "later than now" in window.notice.text.text())
    assert window.notice.act_button.isVisible() and window.notice.undo.isVisible()
