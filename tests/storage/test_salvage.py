"""Salvage: what can be read comes over, what cannot is counted, and the damaged file is left as it is."""

import random
import stat
from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.errors import StorageError
from journal.storage import recovery
from journal.storage.journal_settings import Setting
from journal.storage.repository import Repository
from journal.storage.salvage import salvage
from tests.storage import fault_injection
from tests.storage.fault_injection import PHRASE

pytestmark = pytest.mark.usefixtures("cheap_keys")
AT = datetime(2026, 3, 1, 20, 30, tzinfo=UTC)
PAGE = 4096
OWN = Setting("own", "", str)
ENTRIES = tuple(
    Entry(
        recorded_at=AT + timedelta(days=number),
        scope=Scope.DAY,
        symptoms=(Symptom("left_calf_upper", Kind.PAIN, 1 + number % 10), Symptom("sacrum", Kind.PAIN, 1)),
        note=f"day {number} " + "n" * 300,
    )
    for number in range(400)
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "j.sqlite"


def a_journal(path, passphrase=None):
    with Repository.open(path, passphrase=passphrase) as journal:
        journal.save(*ENTRIES)
        journal.set_setting(OWN, "kept")
    return bytearray(path.read_bytes())


@pytest.mark.parametrize("passphrase", [None, PHRASE])
def test_a_spoilt_page_takes_only_what_lies_on_it(path, tmp_path, passphrase):
    data = a_journal(path, passphrase)
    start = (len(data) // PAGE * 2 // 3) * PAGE
    data[start : start + PAGE] = random.Random(5).randbytes(PAGE)
    path.write_bytes(data)
    new = tmp_path / "new.sqlite"
    found = salvage(path, new, passphrase)
    assert path.read_bytes() == data
    assert len(found.records) + found.lost == len(ENTRIES)
    assert 0 < found.lost < 60
    assert set(found.records.entries) <= set(ENTRIES), "nothing half, nothing invented"
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    with Repository.open(new, passphrase=passphrase) as journal:
        journal.check()
        assert journal.records() == found.records
        assert journal.setting(OWN) == "kept"
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_a_file_cut_short_gives_what_is_left_of_it(path, tmp_path):
    data = a_journal(path)
    path.write_bytes(data[: len(data) * 3 // 4])
    found = salvage(path, tmp_path / "new.sqlite")
    assert set(found.records.entries) <= set(ENTRIES) and found.lost
    assert len(found.records) + len(found.torn) > 100


def test_words_of_an_entry_without_its_marks_are_told_and_no_entry_is_made_of_them(path, tmp_path):
    data = a_journal(path)
    for start in range(0, len(data), PAGE):
        if data[start : start + PAGE].count(b"left_calf_upper") > 5:
            data[start : start + PAGE] = bytes(PAGE)
            break
    path.write_bytes(data)
    found = salvage(path, tmp_path / "new.sqlite")
    assert found.lost == len(found.torn) > 5
    whole = {entry.note: entry for entry in ENTRIES}
    for torn in found.torn:
        assert whole[torn.words[0]].day == torn.on
    assert all(entry.marks for entry in found.records.entries)


def test_a_salvaged_journal_opens_with_its_passphrase_and_its_code(path, tmp_path):
    a_journal(path, PHRASE)
    code = recovery.key(recovery.code(path, PHRASE))
    for number, words in enumerate((PHRASE, code)):
        new = tmp_path / f"{number}.sqlite"
        salvage(path, new, words)
        for key in (PHRASE, code):
            with Repository.open(new, passphrase=key) as journal:
                assert len(journal.records()) == len(ENTRIES)


@pytest.mark.parametrize("passphrase", [None, PHRASE])
def test_whatever_the_damage_it_ends_in_a_new_journal_or_a_sentence(path, tmp_path, passphrase):
    whole = fault_injection.a_journal(path, passphrase)
    came_over = 0
    for seed in range(8):
        chance = random.Random(seed)
        data = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            start = chance.randrange(len(data) // PAGE) * PAGE
            data[start : start + PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))
        if seed % 2:
            del data[chance.randrange(len(data) // 2, len(data)) :]
        path.write_bytes(data)
        try:
            found = salvage(path, tmp_path / f"{seed}.sqlite", passphrase)
        except StorageError as error:
            assert str(error).endswith("."), error
        else:
            assert set(found.records) <= set(fault_injection.RECORDS)
            came_over += 1
        assert path.read_bytes() == data
    assert came_over > 2


def test_nothing_is_written_over_and_what_is_no_journal_is_told(path, tmp_path):
    a_journal(path)
    with pytest.raises(StorageError) as caught:
        salvage(path, path)
    assert caught.value.fault == "there_already"
    (tmp_path / "letter").write_text("Dear doctor, " * 500)
    told = {}
    (tmp_path / "rubbish").write_bytes(b"SQLite format 3\0" + b"rubbish" * 5000)
    for name, words in (("rubbish", None), ("letter", None), ("gone", None), ("j.sqlite", PHRASE)):
        with pytest.raises(StorageError) as caught:
            salvage(tmp_path / name, tmp_path / "new.sqlite", words)
        told[name] = caught.value.fault
    assert told == {
        "rubbish": "beyond_reading",
        "letter": "passphrase_needed",
        "gone": "missing",
        "j.sqlite": "not_protected",
    }
    assert not (tmp_path / "new.sqlite").exists()


def test_a_wrong_passphrase_is_not_taken_for_damage(path, tmp_path):
    a_journal(path, PHRASE)
    with pytest.raises(StorageError) as caught:
        salvage(path, tmp_path / "new.sqlite", "other words")
    assert caught.value.fault == "passphrase_wrong" and not (tmp_path / "new.sqlite").exists()
