"""Killed without warning, again and again: what was acknowledged is there, and the journal opens."""

import random
import subprocess
import sys
import textwrap
import time
from datetime import UTC, datetime

import pytest

from journal.domain.entry import Entry, Scope
from journal.storage.repository import Repository

KILLS = {None: 20, "phrase": 5}
SECONDS_AT_MOST = 15
NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)

_SAVER = textwrap.dedent("""
    import sys, pathlib
    from datetime import datetime, UTC
    from journal.domain.entry import Entry, Scope, Symptom, Kind
    from journal.storage.repository import Repository
    journal = Repository.open(pathlib.Path(sys.argv[1]), passphrase=sys.argv[2] or None)
    mark = (Symptom("left_sole", Kind.PAIN, 3), Symptom("sacrum", Kind.PAIN, 2))
    while True:
        one = Entry(recorded_at=datetime.now(UTC), scope=Scope.NOW, symptoms=mark, note="n" * 3000)
        two = Entry(recorded_at=datetime.now(UTC), scope=Scope.NOW, note=one.id)
        journal.save(one, two)
        sys.stdout.write(f"{one.id} {two.id}\\n")
        sys.stdout.flush()
""")


@pytest.mark.parametrize("passphrase", list(KILLS))
def test_no_acknowledged_entry_is_lost_to_a_kill(tmp_path, passphrase):
    path = tmp_path / "j.sqlite"
    chance = random.Random(7)
    acknowledged: set[str] = set()
    stop = time.monotonic() + SECONDS_AT_MOST
    for _ in range(KILLS[passphrase]):
        saver = subprocess.Popen(
            [sys.executable, "-c", _SAVER, str(path), passphrase or ""], stdout=subprocess.PIPE, text=True
        )
        if chance.random() < 0.8:
            told = saver.stdout.readline()
            time.sleep(chance.random() * 0.05)
        else:  # at times before the first save, or the journal itself, is done
            told = ""
            time.sleep(chance.random() * 0.3)
        saver.kill()
        told += saver.communicate()[0]
        complete = told[: told.rfind("\n") + 1].split()
        acknowledged.update(complete)
        if path.exists():  # the first kill may come before there is a journal
            with Repository.open(path, passphrase=passphrase) as journal:
                entries = {entry.id: entry for entry in journal.records().entries}
            assert acknowledged <= set(entries)
            pairs = [entry.note for entry in entries.values() if not entry.symptoms]
            assert len(pairs) * 2 == len(entries) and set(pairs) <= set(entries), "half a save"
        if time.monotonic() > stop:
            break
    assert acknowledged
    assert not [file for file in tmp_path.iterdir() if file.name.endswith(".new")]


_RESTORER = textwrap.dedent("""
    import sys, pathlib
    from datetime import datetime, UTC
    from journal.storage.restore import restore
    print("begun", flush=True)
    while True:
        for backup in sys.argv[2:]:
            restore(pathlib.Path(sys.argv[1]), pathlib.Path(backup), datetime.now(UTC))
""")


def test_a_kill_while_restoring_leaves_the_one_or_the_other(tmp_path):
    small, large, path = (tmp_path / f"{name}.sqlite" for name in ("small", "large", "j"))
    contents = {}
    for file, count in ((small, 1), (large, 300)):
        entries = [Entry(recorded_at=NOW, scope=Scope.NOW, note="n" * 500) for _ in range(count)]
        with Repository.open(file) as journal:
            journal.save(*entries)
        contents[count] = set(entries)
    path.write_bytes(small.read_bytes())
    chance = random.Random(11)
    for _ in range(8):
        restorer = subprocess.Popen(
            [sys.executable, "-c", _RESTORER, str(path), str(large), str(small)], stdout=subprocess.PIPE, text=True
        )
        restorer.stdout.readline()
        time.sleep(chance.random() * 0.15)
        restorer.kill()
        restorer.communicate()
        with Repository.open(path, create=False) as journal:
            found = set(journal.records().entries)
        assert found == contents[len(found)]
    assert len(list((tmp_path / "j-backups").glob("*before-restore*.sqlite"))) > 3
