"""The passphrase: who gets in, and that a kill at no moment locks the owner out."""

import functools
import random
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.entry import Entry, Scope
from journal.domain.errors import StorageError
from journal.storage import recovery
from journal.storage.protect import change_passphrase
from journal.storage.repository import Repository

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
ENTRIES = tuple(Entry(recorded_at=NOW, scope=Scope.DAY, note=f"entry {number}") for number in range(200))
KILLS = 4


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(*ENTRIES)
    return path


def holds(path, passphrase):
    with Repository.open(path, passphrase=passphrase, create=False) as journal:
        return set(journal.records().entries) == set(ENTRIES)


def test_every_record_survives_setting_changing_and_removing(path):
    for old, new in ((None, "one phrase"), ("one phrase", "zwei wörter"), ("zwei wörter", None)):
        change_passphrase(path, old, new, NOW)
        assert holds(path, new)
        with pytest.raises(StorageError):
            Repository.open(path, passphrase=old)
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone()[0] > 0


def test_a_wrong_passphrase_changes_nothing(path):
    change_passphrase(path, None, "right", NOW)
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        change_passphrase(path, "wrong", "other", NOW)
    assert caught.value.code == "passphrase_wrong" and path.read_bytes() == before


def test_nobody_changes_the_passphrase_under_an_open_window(path):
    with Repository.open(path) as journal:
        with pytest.raises(StorageError) as caught:
            change_passphrase(path, None, "phrase", NOW)
        assert caught.value.code == "locked"
        journal.save(ENTRIES[0])


def test_the_recovery_code_opens_without_the_passphrase_until_that_changes(path):
    change_passphrase(path, None, "phrase", NOW)
    code = recovery.code(path, "phrase")
    assert len(code.split("-")) == 13
    assert holds(path, recovery.key(code.lower().replace("-", "  ")))
    change_passphrase(path, recovery.key(code), "a new one", NOW)
    assert holds(path, "a new one")
    with pytest.raises(StorageError):
        Repository.open(path, passphrase=recovery.key(code))


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(["phrase", "another", "third"]))
def test_one_slip_in_a_recovery_code_is_found_in_its_group(data, phrase):
    signs = list(_code(phrase))
    place = data.draw(st.sampled_from([n for n, sign in enumerate(signs) if sign != "-"]))
    if data.draw(st.booleans()) and place + 1 < len(signs) and signs[place + 1] not in ("-", signs[place]):
        signs[place], signs[place + 1] = signs[place + 1], signs[place]
    else:
        signs[place] = data.draw(st.sampled_from([sign for sign in recovery._LETTERS if sign != signs[place]]))
    with pytest.raises(StorageError, match=f"Group {place // 6 + 1} "):
        recovery.key("".join(signs))


@functools.cache
def _code(phrase):
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"sixteen bytes ..")
        file.flush()
        return recovery.code(Path(file.name), phrase)


_CHANGER = textwrap.dedent("""
    import sys, pathlib
    from datetime import datetime, UTC
    from journal.storage import protect
    path, old = pathlib.Path(sys.argv[1]), sys.argv[2] or None
    protect.make = lambda *arguments: None
    print("begun", flush=True)
    while True:
        for new in ("one phrase", "another phrase", None):
            protect.change_passphrase(path, old, new, datetime.now(UTC))
            old = new
            print("changed", flush=True)
""")


def test_a_kill_while_the_passphrase_changes_leaves_a_whole_journal(path):
    chance = random.Random(3)
    seen = set()
    current = None
    for number in range(KILLS):
        changer = subprocess.Popen(
            [sys.executable, "-c", _CHANGER, str(path), current or ""], stdout=subprocess.PIPE, text=True
        )
        for _line in range(1 + number % 3):
            changer.stdout.readline()
        time.sleep(chance.random() * 0.6)
        changer.kill()
        changer.communicate()
        opening = [phrase for phrase in (None, "one phrase", "another phrase") if _opens(path, phrase)]
        assert len(opening) == 1
        current = opening[0]
        seen.add(current)
        assert holds(path, current)
    assert len(seen) > 1


def _opens(path, passphrase):
    try:
        Repository.open(path, passphrase=passphrase, create=False).close()
    except StorageError:
        return False
    return True
