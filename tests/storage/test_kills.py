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
from tests.storage import rounds

KILLS = {None: 14, "phrase": 4}
SECONDS_AT_MOST = 15
NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.mark.parametrize("passphrase", list(KILLS))
def test_no_acknowledged_entry_is_lost_to_a_kill(tmp_path, passphrase):
    path = tmp_path / "j.sqlite"
    chance = random.Random(7)
    acknowledged: set[str] = set()
    stop = time.monotonic() + SECONDS_AT_MOST
    for _ in range(KILLS[passphrase]):
        rounds.kill_while_saving(path, passphrase, chance, acknowledged)
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
    for _ in range(6):
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
