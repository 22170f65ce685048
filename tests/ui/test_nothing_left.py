"""After locking nothing of the journal is in the process any more; and no image of it is written when it dies."""

import gc
import os
import resource
import signal
import subprocess
import sys
import time
import types
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journal.domain.entry import Entry, Scope, Symptom
from journal.domain.records import KINDS, Records
from journal.storage.repository import Repository
from journal.ui.access.dialogs.unlock import UnlockPanel
from journal.ui.session import Session
from tests.ui.access_robot import click_save
from tests.ui.conftest import NOW
from tests.ui.pointer import press_region

ROOT = Path(__file__).parents[2]
LETTERS = tuple("seven wet stones of ") + tuple("quillerby")
"""Of the passphrase, which nobody here keeps as one text."""
HELD = (*(kind.type for kind in KINDS), Records, Repository, Session)


def alive():
    """Every object of records, repository or session, and every text with the passphrase or a note."""
    for _ in range(3):
        gc.collect()
        QApplication.processEvents()
    words = ("".join(LETTERS), "".join(reversed("deed sdrow eht")))
    found, seen = [], set()

    for one in gc.get_objects():
        if isinstance(one, types.FrameType):
            continue
        if isinstance(one, HELD):
            found.append((type(one).__name__, [type(holder).__name__ for holder in gc.get_referrers(one)][:4]))
        for part in gc.get_referents(one):
            if isinstance(part, str) and id(part) not in seen:
                seen.add(id(part))
                if any(word in part for word in words) and one is not words:
                    found.append((part, type(one).__name__, repr(one)[:80]))

    return found


@pytest.fixture
def fresh_heap():
    """Leave out of the walk what earlier tests of this process still hold."""
    gc.collect()
    gc.freeze()  # for good: each later collection would look at all of it


@pytest.mark.usefixtures("fresh_heap")
def test_after_locking_no_record_repository_or_passphrase_is_alive(robot, journal_path):
    def begin():
        note = "".join(reversed("deed sdrow eht"))
        with Repository.open(journal_path, passphrase="".join(LETTERS)) as journal:
            journal.save(
                *(Entry(recorded_at=NOW - timedelta(days=day), scope=Scope.NOW, note=note) for day in range(1, 20))
            )

    begin()
    robot.actions.open(journal_path)
    for _ in range(2):
        robot.unlock("".join(LETTERS))
        window = robot.window()
        for page in ("journal", "progress", "settings", "check_in"):
            window.go_to(page)
        press_region(window, "left_heel")
        click_save(window)
        robot.until(lambda: not robot.access.session.busy)
        del window
        robot.actions.lock()
        robot.panel(UnlockPanel)
        robot.until(lambda: not robot.access.flows.busy or robot.access.window is None)
        robot.qtbot.waitUntil(lambda: alive() == [])


@pytest.mark.usefixtures("fresh_heap")
def test_the_walk_finds_what_is_there(journal_path):
    with Repository.open(journal_path) as journal:
        journal.save(Entry(recorded_at=NOW, scope=Scope.NOW, symptoms=(Symptom("left_heel", "pain", 3),)))
        held = journal.records(), ["".join(LETTERS) + "!"]
        kinds = {name for name, *_rest in alive()}
    assert {"Entry", "Records", "Repository", f"{''.join(LETTERS)}!"} <= kinds
    assert held


@pytest.mark.skipif(sys.platform != "linux", reason="the system's own way of writing them")
@pytest.mark.parametrize("number", [signal.SIGABRT, signal.SIGSEGV, signal.SIGINT])
def test_a_window_that_is_killed_leaves_no_core(tmp_path, number):
    env = {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    unlimited = (resource.RLIM_INFINITY,) * 2
    window = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--demo"],
        cwd=tmp_path,
        env=env,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_CORE, unlimited if resource.getrlimit(resource.RLIMIT_CORE)[1] == -1 else (0, 0)
        ),
    )
    while not list(tmp_path.glob("sciatica-journal-demo-*/.*.window")):
        assert window.poll() is None
        time.sleep(0.05)
    limits = Path(f"/proc/{window.pid}/limits").read_text()
    os.kill(window.pid, number)
    _pid, status = os.waitpid(window.pid, 0)
    window.returncode = -number
    assert os.WIFSIGNALED(status) and not os.WCOREDUMP(status)
    assert any(line.split()[:5] == ["Max", "core", "file", "size", "0"] for line in limits.splitlines())
    assert not list(tmp_path.glob("core*"))


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_the_process_may_not_be_dumped(tmp_path):
    asked = (
        "import ctypes; from journal.crash_reports import forbid_core_dumps; forbid_core_dumps();"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=ROOT).stdout == "0\n"
