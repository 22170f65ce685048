"""Every scenario that changes a file, killed, failed and cut off at steps picked by a seed."""

import tempfile
from functools import partial
from pathlib import Path

import pytest

from tests.torture import private, shim
from tests.torture.scenarios import SCENARIOS

pytestmark = pytest.mark.skipif(shim.missing() is not None, reason=str(shim.missing()))
SECONDS = 60


@pytest.fixture(scope="module")
def work():
    with tempfile.TemporaryDirectory(dir=shim.fast_folder()) as folder:
        yield partial(shim.work, Path(folder), seconds=SECONDS)


def test_a_kill_at_any_step_loses_nothing_acknowledged_and_leaves_a_whole_journal(work):
    found = work("kills", scenarios=None, count=2 * len(SCENARIOS), seed=1)
    assert found["failed"] == [] and found["done"] == 2 * len(SCENARIOS)


def test_a_power_cut_at_any_moment_loses_nothing_acknowledged(work):
    found = work("cuts", scenarios=None, count=210, seed=1)
    assert found["failed"] == [] and found["done"] == 210


def test_the_power_cuts_would_find_a_loss(work):
    assert work("control", count=40, seed=1)["lost"] > 5


def test_a_call_that_fails_is_told_in_one_sentence_and_all_is_well_once_it_works_again(work):
    found = work("faults", scenarios=list(SCENARIOS)[::2], count=60, seed=1)
    assert found["failed"] == []
    assert found["kinds"] >= 40 and found["refused"] > 20


def test_what_is_called_not_saved_is_not_there_when_a_folder_cannot_be_synced(work):
    found = work("faults", scenarios=["save, plain"], count=100, seed=1, kinds_of_call="d")
    assert found["failed"] == [] and found["done"] >= 8
    assert found["refused"] < found["done"], "some were saved, and said so"


def test_no_byte_written_with_a_passphrase_can_be_read_without(work):
    found = work("plaintext")
    assert found["failed"] == [] and found["done"] >= 20
    assert {"j.sqlite", "copy.sqlite", "saved.sqlite"} <= set(found["names"])
    assert private.hits(["\n".join(private.MARKERS).encode("utf-16-le")]) == list(private.MARKERS), "it would find them"
