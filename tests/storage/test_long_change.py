"""A long change is all in the file or not at all: stopped, killed, on a full disk, or beside other writing."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.errors import Fault, StorageError
from journal.storage import backup, rows
from journal.storage.engine import connect
from journal.storage.journal_settings import WEEKLY_PASSED
from journal.storage.repository import Repository
from tests.storage.stories import ago

MARKS = (Symptom("left_calf_upper", Kind.PAIN, 5),)
OLD = tuple(Entry(recorded_at=ago(day), scope=Scope.NOW, symptoms=MARKS, note=f"old {day}") for day in range(20))
NEW = tuple(Entry(recorded_at=ago(day + 0.5), scope=Scope.NOW, symptoms=MARKS, note="new") for day in range(60))


class Stopped(Exception):
    pass


@pytest.fixture
def few_at_once(monkeypatch):
    monkeypatch.setattr(rows, "_IDS_A_QUERY", 5)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(*OLD)
    return path


def kept(path):
    with Repository.open(path) as journal:
        return set(journal.records())


def test_progress_is_told_to_the_end_and_everything_is_there(path, few_at_once):
    told = []
    with Repository.open(path) as journal:
        gone = journal.change(NEW, [entry.id for entry in OLD[:7]], told.append)
    assert told == sorted(told) and told[-1] == 67 and len(told) > 10
    assert set(gone) == set(OLD[:7])
    assert kept(path) == {*OLD[7:], *NEW}


@pytest.mark.parametrize("after", [0, 3, 7, 30, 67])
def test_what_is_stopped_leaves_every_byte_of_the_file_as_it_was(path, few_at_once, after):
    before = path.read_bytes()

    def stop(count):
        if count >= after:
            raise Stopped

    with Repository.open(path) as journal:
        with pytest.raises(Stopped):
            journal.change((*NEW, replace(OLD[10], note="changed")), [entry.id for entry in OLD[:7]], stop)
        assert set(journal.records()) == set(OLD)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*-journal"))


def test_a_full_disk_leaves_the_journal_as_it_was(path):
    before = path.read_bytes()
    with Repository.open(path) as journal:
        pages = path.stat().st_size // 4096
        journal.copy_to(lambda db, _key: db.execute(f"PRAGMA max_page_count = {pages + 3}"))
        with pytest.raises(StorageError) as raised:
            journal.change(tuple(replace(entry, note="x" * 5000) for entry in NEW))
        assert raised.value.fault is Fault.DISK_FULL
    assert path.read_bytes() == before


def test_a_journal_that_another_program_holds_is_left_alone(path, monkeypatch):
    monkeypatch.setattr("journal.storage.engine._WAIT_SECONDS", 0.05)
    with Repository.open(path) as journal:
        other = connect(path)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError) as raised:
            journal.change(NEW)
        assert raised.value.fault is Fault.LOCKED
        other.close()
    assert kept(path) == set(OLD)


KILLED = """
import os, signal, sys
from pathlib import Path
from journal.storage import rows
from journal.storage.repository import Repository
from tests.storage.test_long_change import NEW
rows._IDS_A_QUERY = 5
def kill(count):
    if count >= 30:
        os.kill(os.getpid(), signal.SIGKILL)
with Repository.open(Path(sys.argv[1])) as journal:
    journal.copy_to(lambda db, _key: db.execute("PRAGMA cache_size = 1"))  # so that pages are in the file by then
    journal.change(NEW, (), kill)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills as Unix does")
def test_a_program_killed_in_the_middle_leaves_the_journal_as_it_was(path):
    done = subprocess.run([sys.executable, "-c", KILLED, path], env=os.environ | {"PYTHONPATH": "."}, check=False)
    assert done.returncode == -signal.SIGKILL
    assert kept(path) == set(OLD)


def test_other_writing_and_a_backup_wait_for_it_and_are_no_part_of_it(path, few_at_once):
    began, go_on = threading.Event(), threading.Event()

    def stop(_count):
        began.set()
        go_on.wait(10)
        raise Stopped

    with Repository.open(path) as journal:

        def change():
            with pytest.raises(Stopped):
                journal.change(NEW, (), stop)

        long = threading.Thread(target=change)
        long.start()
        assert began.wait(10)
        others = [
            threading.Thread(target=lambda: journal.set_setting(WEEKLY_PASSED, ago(1).date())),
            threading.Thread(target=lambda: backup.make(journal, ago(0), "daily")),
        ]
        for other in others:
            other.start()
        go_on.set()
        for thread in (long, *others):
            thread.join(20)
        assert journal.setting(WEEKLY_PASSED) == ago(1).date()
        assert set(journal.records()) == set(OLD)
        (made,) = backup.found(path)
    with Repository.open_as_it_is(made.path) as copy:
        assert set(copy.records()) == set(OLD)
