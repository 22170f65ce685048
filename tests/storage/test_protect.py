"""The passphrase: who gets in. That a kill at no moment locks the owner out is in tests/torture."""

import functools
import hashlib
import hmac
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.entry import Entry, Scope
from journal.domain.errors import StorageError
from journal.storage import recovery
from journal.storage.protect import change_passphrase, renew_backups
from journal.storage.repository import Repository

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
ENTRIES = tuple(Entry(recorded_at=NOW, scope=Scope.DAY, note=f"entry {number}") for number in range(200))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(*ENTRIES)
    return path


def holds(path, passphrase):
    with Repository.open(path, passphrase=passphrase, create=False) as journal:
        return set(journal.records().entries) == set(ENTRIES)


@pytest.mark.usefixtures("cheap_keys")
def test_every_record_survives_setting_changing_and_removing(path):
    for old, new in ((None, "one phrase"), ("one phrase", "zwei wörter"), ("zwei wörter", None)):
        change_passphrase(path, old, new, NOW)
        assert holds(path, new)
        with pytest.raises(StorageError):
            Repository.open(path, passphrase=old)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] > 0


@pytest.mark.usefixtures("cheap_keys")
def test_a_wrong_passphrase_changes_nothing(path):
    change_passphrase(path, None, "right", NOW)
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        change_passphrase(path, "wrong", "other", NOW)
    assert caught.value.fault == "passphrase_wrong" and path.read_bytes() == before


@pytest.mark.usefixtures("cheap_keys")
def test_nobody_changes_the_passphrase_under_an_open_window(path):
    with Repository.open(path) as journal:
        with pytest.raises(StorageError) as caught:
            change_passphrase(path, None, "phrase", NOW)
        assert caught.value.fault == "locked"
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


@settings(max_examples=80, deadline=None)
@given(st.data(), st.sampled_from(["phrase", "another", "third"]))
def test_one_slip_in_a_recovery_code_is_found_in_its_group(data, phrase):
    signs = list(_code(phrase))
    place = data.draw(st.sampled_from([n for n, sign in enumerate(signs) if sign != "-"]))
    if data.draw(st.booleans()) and place + 1 < len(signs) and signs[place + 1] not in ("-", signs[place]):
        signs[place], signs[place + 1] = signs[place + 1], signs[place]
    else:
        signs[place] = data.draw(st.sampled_from([sign for sign in recovery.LETTERS if sign != signs[place]]))
    with pytest.raises(StorageError, match=f"Group {place // 6 + 1} "):
        recovery.key("".join(signs))


@functools.cache
def _code(phrase):
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"sixteen bytes ..")
        file.flush()
        return recovery.code(Path(file.name), phrase)


def test_a_protected_file_is_standard_sqlcipher_4(path):
    """Page 1 is authenticated as SQLCipher 4 does it by default, computed here with nothing but the standard library.

    Source: SQLCipher's design page. 4096-byte pages, the last 80 bytes of each an initialisation vector and its HMAC.
    """
    change_passphrase(path, None, "the words", NOW)
    page = path.read_bytes()[:4096]
    salt, body, sign = page[:16], page[16:-64], page[-64:]
    key = hashlib.pbkdf2_hmac("sha512", b"the words", salt, 256_000, 32)
    signing = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    assert hmac.digest(signing, body + (1).to_bytes(4, "little"), "sha512") == sign


def test_what_a_kill_left_readable_beside_a_protected_journal_is_gone_at_the_next_start(path):
    change_passphrase(path, None, "the words", NOW)
    left = path.with_name(".j.sqlite.rekeyed")
    left.write_text("readable")
    Repository.open(path, passphrase="the words", read_only=True).close()
    assert left.exists(), "who only reads removes nothing"
    Repository.open(path, passphrase="the words").close()
    assert not left.exists()
    half = path.parent / "j-backups" / ".j_2026-01-01_000000Z_daily.sqlite.part"
    half.write_text("readable")
    renew_backups(path, None, "the words")
    assert not half.exists()
