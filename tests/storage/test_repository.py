"""The journal's file: what goes in comes out, and what goes wrong is told in one sentence."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings

from journal.domain.draft import Draft
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.errors import StorageError
from journal.domain.records import Records
from journal.domain.treatment import Treatment, TreatmentKind
from journal.exchange.json_file import write_records
from journal.storage import backup, migrations
from journal.storage.journal_settings import DRAFT, DRAFT_OF_EDIT, SAMPLE
from journal.storage.repository import Repository
from journal.storage.salvage import salvage
from tests import strategies
from tests.storage import older

AT = datetime(2026, 3, 1, 20, 30, tzinfo=timezone(timedelta(hours=1)))


def an_entry(**changes):
    values = {"recorded_at": AT, "scope": Scope.DAY, "symptoms": (Symptom("left_calf_upper", Kind.PAIN, 4),)}
    return Entry(**(values | changes))


def code(path, **options):
    """Return the code of the fault on opening, after checking that it is one sentence."""
    with pytest.raises(StorageError) as caught:
        Repository.open(path, **options)
    sentence = str(caught.value)
    assert path.name in sentence and sentence.endswith((".", "?")) and "\n" not in sentence
    return caught.value.fault


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strategies.journals)
def test_whatever_is_saved_is_read_again_after_closing(tmp_path, records):
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
    with Repository.open(path) as journal:
        journal.save(*records)
    with Repository.open(path) as journal:
        assert journal.records() == records
        assert write_records(journal.records()) == write_records(records)
        assert all(journal.entry(entry.id) == entry for entry in records.entries)


def test_the_day_of_an_entry_stays_the_local_date_as_written(tmp_path):
    late = an_entry(recorded_at=datetime(2026, 3, 1, 23, 50, tzinfo=timezone(timedelta(hours=-8))))
    with Repository.open(tmp_path / "j.sqlite") as journal:
        journal.save(late)
        assert journal.records().entries[0].day == date(2026, 3, 1)


def test_saving_again_replaces_and_entries_come_oldest_first(tmp_path):
    first, second = an_entry(), an_entry(recorded_at=AT.astimezone(UTC) - timedelta(minutes=1))
    changed = an_entry(id=first.id, symptoms=(), note="better", activities=("walking", "sitting"))
    with Repository.open(tmp_path / "j.sqlite") as journal:
        journal.save(first, second)
        journal.save(changed)
        assert journal.records().entries == (second, changed)
        assert journal.entry(first.id) == changed
        assert journal.entry("no such id") is None


def test_a_deletion_gives_back_what_undo_needs(tmp_path):
    entry = an_entry(note="long", reliefs=("heat", "lying down"))
    treatment = Treatment(kind=TreatmentKind.OTHER, name="belt", started_on=date(2026, 1, 1))
    with Repository.open(tmp_path / "j.sqlite") as journal:
        journal.save(entry, treatment)
        before = journal.records()
        deleted = journal.delete(entry.id, treatment.id, "unknown")
        assert set(deleted) == {entry, treatment}
        assert journal.records() == Records()
        journal.save(*deleted)
        assert journal.records() == before


def test_more_ids_than_one_query_takes_are_deleted(tmp_path):
    many = [an_entry(recorded_at=AT + timedelta(minutes=n)) for n in range(1201)]
    with Repository.open(tmp_path / "j.sqlite") as journal:
        journal.save(*many)
        assert len(journal.delete(*(entry.id for entry in many))) == 1201
        assert not len(journal.records())


def test_what_was_deleted_is_not_left_readable_in_the_file(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(an_entry(note="XYZZY-PRIVATE"))
        entry = journal.records().entries[0]
        journal.delete(entry.id)
    assert b"XYZZY-PRIVATE" not in path.read_bytes()


def test_any_sqlite_tool_reads_a_journal_without_passphrase(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(an_entry(note="hello"))
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT recorded_at, region, intensity, note FROM entries JOIN symptoms ON entry_id = id"
    ).fetchall()
    modes = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    assert rows == [("2026-03-01T20:30:00+01:00", "left_calf_upper", 4, "hello")]
    assert modes == ("delete",)


def test_the_connection_keeps_the_rules_of_safe_writing(tmp_path):
    with Repository.open(tmp_path / "j.sqlite") as journal:
        pragma = lambda name: journal.copy_to(lambda db, _key: db.execute(f"PRAGMA {name}").fetchone()[0])  # noqa: E731
        assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("delete", 3, 1)


def test_files_and_folders_belong_to_their_owner_alone(tmp_path):
    path = tmp_path / "new folder" / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(an_entry())
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    path.chmod(0o644)
    Repository.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_sample_is_marked_for_ever(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        assert not journal.sample
        journal.set_setting(SAMPLE, True)
    with Repository.open(path) as journal:
        assert journal.sample


def test_a_second_window_is_refused_and_reading_beside_it_works(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(an_entry())
        assert code(path) == "locked"
        with Repository.open(path, read_only=True) as reader:
            assert len(reader.records()) == 1
            with pytest.raises(StorageError):
                reader.save(an_entry())
    Repository.open(path).close()


def test_a_window_that_was_killed_leaves_no_lock(tmp_path):
    path = tmp_path / "j.sqlite"
    holder = subprocess.Popen([sys.executable, "-c", _HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "open\n"
    assert code(path) == "locked"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    Repository.open(path).close()


_HOLDER = textwrap.dedent("""
    import sys, time, pathlib
    from journal.storage.repository import Repository
    journal = Repository.open(pathlib.Path(sys.argv[1]))
    print("open", flush=True)
    time.sleep(60)
""")


def test_places_that_hold_no_journal_are_told_apart(tmp_path):
    (tmp_path / "empty.sqlite").touch()
    (tmp_path / "letter.sqlite").write_text("Dear doctor, " * 500)
    (tmp_path / "folder.sqlite").mkdir()
    other = sqlite3.connect(tmp_path / "other.sqlite")
    other.execute("CREATE TABLE notes (text)")
    other.commit()
    other.close()
    os.mkfifo(tmp_path / "pipe.sqlite")
    found = {name: code(tmp_path / f"{name}.sqlite") for name in ("empty", "letter", "folder", "other", "pipe")}
    assert found == {
        "empty": "empty",
        "letter": "not_a_database",
        "folder": "folder",
        "other": "other_program",
        "pipe": "not_a_file",
    }
    assert (tmp_path / "empty.sqlite").stat().st_size == 0
    assert code(tmp_path / "none.sqlite", create=False) == "missing"
    assert code(tmp_path / "none.sqlite", read_only=True) == "missing"
    assert code(tmp_path / "gone" / "j.sqlite", create=False) == "no_folder"
    assert code(tmp_path / "gone" / "deeper" / "j.sqlite") == "no_folder"
    assert code(tmp_path / "letter.sqlite" / "j.sqlite") == "no_folder"
    assert code(tmp_path / ("x" * 300 + ".sqlite")) == "bad_path"
    assert not (tmp_path / "none.sqlite").exists() and not (tmp_path / "gone").exists()


def test_a_file_gone_from_beside_its_rollback_journal_is_not_begun_anew(tmp_path):
    path = tmp_path / "j.sqlite"
    Repository.open(path).close()
    path.rename(tmp_path / "elsewhere.sqlite")
    (tmp_path / "j.sqlite-journal").write_bytes(b"what a kill left")
    assert code(path) == "lost_file"
    assert (tmp_path / "j.sqlite-journal").read_bytes() == b"what a kill left"


def test_a_newer_journal_is_left_untouched(tmp_path):
    path = tmp_path / "j.sqlite"
    Repository.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    assert code(path) == "newer"
    assert path.read_bytes() == before


def test_a_journal_cut_short_or_overwritten_is_noticed_and_kept(tmp_path):
    whole = tmp_path / "whole.sqlite"
    with Repository.open(whole) as journal:
        journal.save(*(an_entry(note="x" * 500) for _ in range(200)))
    for name, damage in {
        "cut": lambda data: data[: len(data) // 2],
        "few": lambda data: data[:100],
        "zeroed": lambda data: data[:4096] + bytes(len(data) - 4096),
    }.items():
        path = tmp_path / f"{name}.sqlite"
        path.write_bytes(damage(whole.read_bytes()))
        before = path.read_bytes()
        with pytest.raises(StorageError) as caught, Repository.open(path) as journal:
            journal.records()
        assert caught.value.fault in ("damaged", "not_a_database"), name
        assert path.read_bytes() == before


def test_a_row_that_is_no_record_is_told_as_damage(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(an_entry())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE symptoms SET region = 'elbow'")
    connection.commit()
    connection.close()
    with Repository.open(path) as journal, pytest.raises(StorageError) as caught:
        journal.records()
    assert caught.value.fault == "damaged"


def test_a_full_disk_keeps_what_was_there_and_saves_later(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(an_entry())
        pages = journal.copy_to(lambda db, _key: db.execute("PRAGMA page_count").fetchone()[0])
        journal.copy_to(lambda db, _key: db.execute(f"PRAGMA max_page_count = {pages}"))
        before = journal.records()
        big = an_entry(note="n" * 100_000)
        with pytest.raises(StorageError) as caught:
            journal.save(an_entry(), big)
        assert caught.value.fault == "disk_full"
        assert journal.records() == before
        journal.copy_to(lambda db, _key: db.execute("PRAGMA max_page_count = 100000"))
        journal.save(big)
        assert big in journal.records().entries


def test_a_failure_half_way_saves_nothing_of_it(tmp_path):
    entry = an_entry()
    with Repository.open(tmp_path / "j.sqlite") as journal:
        journal.save(entry)
        object.__setattr__(broken := an_entry(), "scope", "never")
        with pytest.raises(StorageError):
            journal.save(an_entry(), broken)
        assert journal.records().entries == (entry,)


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("setpriv"), reason="needs another user")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="only root can become another user")
def test_somebody_elses_folder_is_told(tmp_path):
    path = tmp_path / "j.sqlite"
    Repository.open(path).close()
    path.chmod(0o644)
    script = (
        "import sys, pathlib\nfrom journal.storage.repository import Repository\n"
        "from journal.domain.errors import StorageError\n"
        "try: Repository.open(pathlib.Path(sys.argv[1]))\nexcept StorageError as e: print(e.fault)\n"
    )
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and len(folder.parts) > 2:
            folder.chmod(0o755)
    done = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
    )
    if "ModuleNotFoundError" in done.stderr or "Permission denied" in done.stderr:
        pytest.skip("the other user cannot read the program")
    assert done.stdout.strip() in ("no_permission", "read_only")


def test_a_passphrase_opens_and_nothing_else_does(tmp_path):
    path = tmp_path / "j.sqlite"
    secret = "it's a “long” pass phrase – ñ"
    with Repository.open(path, passphrase=secret) as journal:
        journal.save(an_entry(note="XYZZY-PRIVATE"))
    assert b"XYZZY-PRIVATE" not in path.read_bytes() and b"entries" not in path.read_bytes()
    with Repository.open(path, passphrase=secret) as journal:
        assert journal.records().entries[0].note == "XYZZY-PRIVATE"
    assert code(path) == "passphrase_needed"
    for wrong in (secret.upper(), secret[:-1], "x"):
        assert code(path, passphrase=wrong) == "passphrase_wrong"
    assert code(path, passphrase="") == "passphrase_odd"
    Repository.open(tmp_path / "plain.sqlite").close()
    assert code(tmp_path / "plain.sqlite", passphrase=secret) == "not_protected"


def test_a_journal_from_before_changes_were_dated_opens_with_everything_in_it(tmp_path):
    path = tmp_path / "j.sqlite"
    entry = an_entry(note="as first written")
    older.write(path, 1, entry)
    with Repository.open(path) as journal:
        assert journal.records().entries == (entry,)
        changed = an_entry(id=entry.id, note="changed", edited_at=AT + timedelta(days=1))
        journal.save(changed)
        assert journal.entry(entry.id) == changed


@pytest.mark.parametrize("editing", [False, True])
def test_an_unfinished_check_in_of_an_older_journal_has_not_said_no_symptoms(tmp_path, editing):
    path = tmp_path / "j.sqlite"
    older.write(path, 4)
    begun = Draft(an_entry(symptoms=(), note='He wrote "symptoms": []'), editing=editing, timed=False)
    with closing(sqlite3.connect(path)) as connection, connection:
        setting = DRAFT_OF_EDIT if editing else DRAFT
        connection.execute("INSERT INTO meta (key, value) VALUES (?, ?)", [setting.key, setting.encode(begun)])
    with Repository.open(path) as journal:
        found = journal.draft(editing=editing)
    assert found == replace(begun, entry=replace(begun.entry, symptoms=() if editing else None))


SOLE = (Symptom("left_sole", Kind.NUMBNESS, 3),)
IN_VERSION_4 = {
    "marks alone": ({}, {}),
    "marks and a rating": ({"pain_worst": 6}, {}),
    "numbness and a rating": ({"symptoms": SOLE, "pain_average": 6}, {}),
    "only an average": ({"symptoms": (), "pain_average": 0.5, "pain_worst": 0}, {"symptoms": None}),
    "only a worst": ({"symptoms": (), "pain_worst": 7}, {"symptoms": None}),
    "no symptoms": ({"symptoms": ()}, {}),
    "no symptoms, rated 0": ({"symptoms": (), "pain_average": 0, "pain_worst": 0}, {}),
    "no symptoms and a note": ({"symptoms": (), "note": "rested", "sleep_hours": 8}, {}),
}
"""What an entry of a version-4 file held, and what is otherwise in it since an entry may say nothing about places."""


@pytest.mark.parametrize("phrase", [None, "a phrase"])
def test_a_pain_only_rated_in_an_older_journal_is_one_whose_place_nobody_gave(tmp_path, cheap_keys, phrase):
    path = tmp_path / "j.sqlite"
    old = [an_entry(recorded_at=AT + timedelta(days=n), **had) for n, (had, _now) in enumerate(IN_VERSION_4.values())]
    expected = [an_entry(id=entry.id, recorded_at=entry.recorded_at, **(had | now))
                for entry, (had, now) in zip(old, IN_VERSION_4.values(), strict=True)]  # fmt: skip
    older.write(path, 4, *old, phrase=phrase)
    salvaged = salvage(path, tmp_path / "salvaged.sqlite", phrase)
    assert list(salvaged.records.entries) == expected and not salvaged.lost
    with Repository.open(path, passphrase=phrase) as journal:
        assert list(journal.records().entries) == expected
        said = journal.copy_to(lambda db, _key: db.execute("SELECT id, places_said FROM entries").fetchall())
        assert dict(said) == {entry.id: entry.symptoms is not None for entry in expected}, "whoever reads the file"
    [before] = backup.found(path)
    assert before.reason == "before-update"
    assert list(salvage(path, tmp_path / "again.sqlite", phrase).records.entries) == expected


def test_nothing_said_no_symptoms_and_marks_stay_apart_in_the_file(tmp_path):
    path = tmp_path / "j.sqlite"
    three = [an_entry(recorded_at=AT + timedelta(days=n), symptoms=said) for n, said in enumerate((None, (), SOLE))]
    with Repository.open(path) as journal:
        journal.save(*three)
        assert [entry.symptoms for entry in journal.records().entries] == [None, (), SOLE]
        journal.save(an_entry(id=three[1].id, recorded_at=three[1].recorded_at, symptoms=None))
    with Repository.open(path) as journal:
        assert [entry.symptoms for entry in journal.records().entries] == [None, None, SOLE]
    assert list(salvage(path, tmp_path / "new.sqlite").records.entries)[1].symptoms is None
