"""A damaged journal gives back what is whole, never an entry without its marks, and stays as it is."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.errors import StorageError
from journal.storage import salvage
from journal.storage.repository import Repository

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
PAGE = 4096


@pytest.fixture(params=[None, "a long phrase"])
def phrase(request):
    return request.param


@pytest.fixture
def entries():
    return [
        Entry(
            recorded_at=NOW - timedelta(hours=i),
            scope=Scope.NOW,
            symptoms=(Symptom("left_heel", Kind.PAIN, i % 10 + 1),),
            note="n" * 300,
        )
        for i in range(400)
    ]


def damage(path, pages, seed):
    chance = random.Random(seed)
    held = bytearray(path.read_bytes())
    for _ in range(pages):
        at = chance.randrange(len(held) // PAGE // 2, len(held) // PAGE) * PAGE
        held[at : at + PAGE] = chance.randbytes(PAGE)
    path.write_bytes(held)


def test_what_is_whole_comes_back_and_nothing_else(tmp_path, phrase, entries):
    path = tmp_path / "j.sqlite"
    with Repository.open(path, passphrase=phrase) as journal:
        journal.save(*entries)
    damage(path, 4, 3)
    before = path.read_bytes()
    salvaged = salvage.read(path, phrase)
    assert set(salvaged.records.entries) <= set(entries)
    assert len(salvaged.records.entries) > 300
    salvage.into(salvaged, tmp_path / "new.sqlite", phrase)
    with Repository.open(tmp_path / "new.sqlite", passphrase=phrase, create=False) as journal:
        assert journal.records() == salvaged.records
    assert path.read_bytes() == before


def test_a_wrong_passphrase_is_not_taken_for_damage(tmp_path, entries):
    path = tmp_path / "j.sqlite"
    with Repository.open(path, passphrase="right words") as journal:
        journal.save(*entries)
    with pytest.raises(StorageError) as refused:
        salvage.read(path, "other words")
    assert refused.value.code == "passphrase_wrong"


def test_a_file_of_rubbish_gives_nothing_and_a_new_journal_takes_no_file_s_place(tmp_path, entries):
    path = tmp_path / "j.sqlite"
    path.write_bytes(b"SQLite format 3\0" + b"rubbish" * 5000)
    with pytest.raises(StorageError):
        salvage.read(path)
    with Repository.open(tmp_path / "good.sqlite") as journal:
        journal.save(*entries)
    salvaged = salvage.read(tmp_path / "good.sqlite")
    with pytest.raises(StorageError) as refused:
        salvage.into(salvaged, path)
    assert refused.value.code == "there_already"
