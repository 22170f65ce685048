"""Damaged, copied and strange files: noticed, left alone, and closed to who may not read them."""

import random

import pytest

from journal.domain.entry import Entry, Scope
from journal.domain.errors import StorageError
from journal.storage import protect
from journal.storage.backup import make
from journal.storage.journal_settings import UNSAVED_TEXT
from journal.storage.repository import Repository
from tests.storage import fault_injection
from tests.storage.fault_injection import PHRASE


@pytest.mark.usefixtures("cheap_keys")
def test_every_damage_to_a_protected_journal_is_noticed_and_no_file_is_written_to(tmp_path):
    whole = fault_injection.a_journal(tmp_path / "whole.sqlite", PHRASE)
    for seed in range(8):
        assert fault_injection.damage(whole, tmp_path / "j.sqlite", PHRASE, random.Random(seed)), f"seed {seed}"


def test_damage_to_a_plain_journal_writes_to_no_file_and_ends_in_no_traceback(tmp_path):
    whole = fault_injection.a_journal(tmp_path / "whole.sqlite", None)
    noticed = sum(fault_injection.damage(whole, tmp_path / "j.sqlite", None, random.Random(seed)) for seed in range(80))
    assert noticed > 30


def test_spoilt_imports_are_refused_or_read_whole():
    for seed in range(400):
        fault_injection.spoil_import(random.Random(seed))


def test_no_other_passphrase_opens(tmp_path):
    path = tmp_path / "j.sqlite"
    fault_injection.a_journal(path, PHRASE)
    for wrong in (PHRASE.title(), PHRASE + " ", " " + PHRASE, PHRASE[:-1], PHRASE * 2, "'", "ſ"):
        with pytest.raises(StorageError) as caught:
            Repository.open(path, passphrase=wrong)
        assert caught.value.fault == "passphrase_wrong"


@pytest.mark.usefixtures("cheap_keys")
def test_nothing_readable_is_left_beside_a_protected_journal(tmp_path):
    path = tmp_path / "j.sqlite"
    words = [f"XYZZY{number}PRIVATE" for number in range(20)]
    at = fault_injection.RECORDS.entries[0].recorded_at
    with Repository.open(path, passphrase=PHRASE) as journal:
        for word in words:
            journal.save(Entry(recorded_at=at, scope=Scope.NOW, note=word * 50, reliefs=(word,)))
        journal.delete(journal.records().entries[0].id)
        make(journal, at, "by-hand")
        journal.set_setting(UNSAVED_TEXT, (words[0],))
    protect.change_passphrase(path, PHRASE, "another", at)
    scanned = 0
    for file in tmp_path.rglob("*"):
        data = file.read_bytes() if file.is_file() else b""
        scanned += len(data)
        assert not [word for word in words if word.encode() in data or word.encode("utf-16-le") in data], file
    assert scanned > 100_000
