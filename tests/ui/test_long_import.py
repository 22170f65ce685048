"""A long import is saved beside the window: it shows how far it is, can be stopped, and is all there or not at all."""

import threading
from datetime import date

import pytest
from PySide6.QtCore import QTimer

from journal.storage import rows
from journal.storage.engine import connect
from journal.storage.repository import Repository
from journal.ui.access.flows import transfer
from journal.ui.importing.columns_step import ColumnsStep
from journal.ui.importing.details_step import DetailsStep
from journal.ui.importing.names_step import NamesStep
from journal.ui.importing.preview_step import PreviewStep
from journal.ui.importing.progress_panel import ProgressPanel
from journal.ui.session import Session
from tests.exchange.importers import samples
from tests.ui.access_robot import click, dialogs
from tests.ui.conftest import entry, journal_path_with
from tests.ui.test_importing import zone

ROWS = 120


@pytest.fixture
def go_on(monkeypatch):
    """What is saved waits half way until this is set, or it is stopped."""
    monkeypatch.setattr(rows, "_IDS_A_QUERY", 4)
    monkeypatch.setattr(transfer, "_LONG", 50)
    real, real_halt = Session.change, Session.halt
    go_on = threading.Event()

    def change(session, records, gone, tick, *, undo):
        def wait(done, total):
            tick(done, total)
            while done >= total // 2 and not go_on.wait(0.01):
                tick(done, total)

        return real(session, records, gone, wait, undo=undo)

    def halt(session):
        real_halt(session)
        go_on.set()

    monkeypatch.setattr(Session, "change", change)
    monkeypatch.setattr(Session, "halt", halt)
    yield go_on
    go_on.set()


@pytest.fixture
def window(robot, settings, journal_path, tmp_path, answer_file, monkeypatch):
    monkeypatch.setattr(samples, "FIRST", date(2025, 1, 1))
    window = settings(journal_path_with(journal_path))
    (tmp_path / "table.csv").write_bytes(samples.own_table(ROWS).data)
    answer_file(tmp_path / "table.csv")
    return window


@pytest.fixture
def to_the_preview(robot, window):
    def go():
        click(window.page("settings").journal.import_button)
        click(robot.dialog(ColumnsStep).next_button)
        click(robot.dialog(NamesStep).next_button)
        zone(robot.dialog(DetailsStep))
        click(robot.dialog(DetailsStep).next_button)
        return robot.dialog(PreviewStep)

    return go


@pytest.fixture
def in_the_middle(robot, to_the_preview):
    """Begins to save, and returns the panel once half of it is written."""

    def go():
        click(to_the_preview().next_button)
        panel = robot.dialog(ProgressPanel)
        robot.until(lambda: panel.bar.value() * 2 >= panel.bar.maximum() > 0)
        return panel

    return go


def kept(path):
    with Repository.open(path, read_only=True) as journal:
        return len(journal.records())


def test_it_shows_how_far_it_is_while_the_window_goes_on_and_can_be_undone(robot, window, in_the_middle, go_on):
    panel = in_the_middle()
    turns = []
    timer = QTimer(window, interval=1)
    timer.timeout.connect(lambda: turns.append(1))
    timer.start()
    robot.until(lambda: len(turns) > 10)
    assert not panel.ended
    assert len(window.session.records) == 1, "nothing shows before all of it is in the file"
    go_on.set()
    robot.until(lambda: len(window.session.records) == ROWS + 1)
    robot.until(lambda: not dialogs())
    click(window.notice.undo)
    robot.dialog(ProgressPanel)
    robot.until(lambda: len(window.session.records) == 1)


def test_stopping_it_leaves_the_file_as_it_was_byte_for_byte(robot, window, in_the_middle, journal_path, go_on):
    before = journal_path.read_bytes()
    click(in_the_middle().cancel)
    robot.until(lambda: not robot.access.flows.busy)
    assert journal_path.read_bytes() == before
    assert len(window.session.records) == 1 and not dialogs()
    assert window.session.save(entry(2)), "the journal can be used on"


def test_an_undo_that_is_stopped_can_be_begun_again(robot, window, in_the_middle, go_on):
    in_the_middle()
    go_on.set()
    robot.until(lambda: len(window.session.records) == ROWS + 1)
    robot.until(lambda: not dialogs())
    go_on.clear()
    click(window.notice.undo)
    click(robot.dialog(ProgressPanel).cancel)
    robot.until(lambda: not robot.access.flows.busy)
    assert len(window.session.records) == ROWS + 1
    go_on.set()
    click(window.notice.undo)
    robot.until(lambda: len(window.session.records) == 1)


def test_closing_the_window_in_the_middle_leaves_the_journal_as_it_was(robot, in_the_middle, journal_path, go_on):
    in_the_middle()
    robot.leave()
    assert kept(journal_path) == 1


def test_a_journal_that_another_program_holds_is_told_and_tried_again(
    robot, window, to_the_preview, journal_path, monkeypatch, go_on
):
    asked = []
    go_on.set()
    preview = to_the_preview()
    other = connect(journal_path)

    def try_again(error, records):
        asked.append((str(error), len(records)))
        other.close()
        return True

    monkeypatch.setattr(window.session.save_error_handler, "ask_retry", try_again)
    monkeypatch.setattr("journal.storage.second.back_up", lambda *_args, **_named: True)
    window.session.repository.copy_to(lambda db, _key: db.execute("PRAGMA busy_timeout = 50"))
    other.execute("BEGIN EXCLUSIVE")
    click(preview.next_button)
    robot.until(lambda: len(window.session.records) == ROWS + 1)
    assert len(asked) == 1 and "another window or program" in asked[0][0]
