"""Killed without warning, again and again: what was acknowledged is there, and the journal opens."""

import random
import time
from datetime import UTC, datetime

import pytest

from tests.storage import fault_injection

KILLS = {None: 5, "phrase": 2}
SECONDS_AT_MOST = 15
NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.mark.parametrize("passphrase", list(KILLS))
def test_no_acknowledged_entry_is_lost_to_a_kill(tmp_path, passphrase):
    path = tmp_path / "j.sqlite"
    chance = random.Random(7)
    acknowledged: set[str] = set()
    stop = time.monotonic() + SECONDS_AT_MOST
    for _ in range(KILLS[passphrase]):
        fault_injection.kill_while_saving(path, passphrase, chance, acknowledged)
        if time.monotonic() > stop:
            break
    assert acknowledged
    assert not [file for file in tmp_path.iterdir() if file.name.endswith(".new")]
