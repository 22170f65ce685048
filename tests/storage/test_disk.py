"""What is on the disk when something is called saved: names in new folders, and faults that come right after."""

import errno
import os
import sqlite3

import pytest

from journal import outfile
from journal.domain.entry import Entry, Scope
from journal.domain.errors import StorageError
from journal.storage.repository import Repository
from journal.storage.restore import restore
from tests.storage.stories import ago

ENTRY = Entry(recorded_at=ago(0), scope=Scope.NOW, note="saved")


@pytest.fixture
def synced(monkeypatch):
    """Every folder that is synced, in order."""
    found = []
    real = os.fsync

    def fsync(descriptor):
        place = os.readlink(f"/proc/self/fd/{descriptor}")
        if os.path.isdir(place):
            found.append(place)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    return found


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="asks Linux which file is open")
def test_every_new_folder_above_the_first_journal_is_on_the_disk_before_it(tmp_path, monkeypatch, synced):
    home = tmp_path / "home"
    home.mkdir()
    folder = home / ".local" / "share" / "sciatica-journal"
    monkeypatch.setattr("journal.paths.data_folder", lambda: folder)
    with Repository.open(folder / "journal.sqlite") as journal:
        journal.save(ENTRY)
    expected = [str(home), str(home / ".local"), str(home / ".local" / "share"), str(folder)]
    assert [place for place in dict.fromkeys(synced) if place in expected] == expected
    for made in (home / ".local", home / ".local" / "share", folder):
        assert made.stat().st_mode & 0o077 == 0, made


def test_a_folder_that_cannot_be_synced_is_told_and_the_file_is_there(tmp_path, monkeypatch, caplog):
    told = []
    monkeypatch.setattr(outfile.disk_log, "warning", told.append)
    real = os.fsync

    def fsync(descriptor):
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):
            raise OSError(failing, "")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    for failing, sentences in ((errno.EINVAL, 0), (errno.EIO, 1), (errno.ENOSPC, 1)):
        told.clear()
        with outfile.atomic_write(tmp_path / "out.json") as unfinished:
            unfinished.write_text(str(failing))
        assert (tmp_path / "out.json").read_text() == str(failing)
        assert len(told) == sentences
        assert all("is saved, but your disk reported" in sentence for sentence in told)


def test_a_kill_while_saving_and_one_at_the_end_of_a_restore_leave_no_torn_journal(tmp_path, monkeypatch):
    """The engine's own journal of a save that was killed is played back before the file is touched at all."""
    path, source = tmp_path / "j.sqlite", tmp_path / "source.sqlite"
    for place, note in ((path, "n" * 400), (source, "theirs")):
        with Repository.open(place, passphrase="other words" if place == source else None) as journal:
            journal.save(*(Entry(recorded_at=ago(number), scope=Scope.NOW, note=note) for number in range(60)))
    child = os.fork()
    if child == 0:
        db = sqlite3.connect(path)
        db.execute("PRAGMA cache_size = 2")
        db.execute("BEGIN")
        db.execute("UPDATE entries SET note = note || note")
        os._exit(0)
    os.waitpid(child, 0)
    assert path.with_name("j.sqlite-journal").stat().st_size > 0, "it was half done"

    def killed(made, place):
        if place == path:  # the last step
            raise KeyboardInterrupt
        outfile.replace(made, place)

    monkeypatch.setattr("journal.storage.restore.replace", killed)
    with pytest.raises(KeyboardInterrupt):
        restore(path, source, ago(0), "other words")
    with Repository.open(path, create=False) as journal:
        journal.check()
        assert {entry.note for entry in journal.records().entries} == {"n" * 400}


@pytest.mark.parametrize(
    "made",
    [
        "CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM entries; END",
        "CREATE VIEW v AS SELECT * FROM entries",
        "CREATE VIRTUAL TABLE v USING fts5(note)",
    ],
)
def test_a_file_with_parts_that_are_not_ours_is_left_alone(tmp_path, made):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(ENTRY)
    db = sqlite3.connect(path)
    db.execute(made)
    db.close()
    held = path.read_bytes()
    for open_it in (Repository.open, Repository.open_as_it_is):
        with pytest.raises(StorageError) as refused:
            open_it(path)
        assert refused.value.fault == "foreign_parts"
    with pytest.raises(StorageError):
        restore(tmp_path / "mine.sqlite", path, ago(0))
    assert path.read_bytes() == held and not (tmp_path / "mine.sqlite").exists()


def test_a_file_that_is_opened_calls_nothing_of_its_own(tmp_path):
    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        values = journal.copy_to(
            lambda db, _key: [
                db.execute(f"PRAGMA {word}").fetchone()[0]
                for word in ("trusted_schema", "cell_size_check", "foreign_keys", "secure_delete", "synchronous")
            ]
        )
    assert values == [0, 1, 1, 1, 3]


def test_a_journal_in_which_two_kinds_share_an_id_is_called_damaged(tmp_path):
    from journal.domain.treatment import Treatment, TreatmentKind

    path = tmp_path / "j.sqlite"
    with Repository.open(path) as journal:
        journal.save(ENTRY)
        treatment = Treatment(id=ENTRY.id, kind=next(iter(TreatmentKind)), name="walking", started_on=ENTRY.day)
        journal.save(treatment)
        with pytest.raises(StorageError) as refused:
            journal.records()
        assert refused.value.fault == "damaged"
