"""Where a journal is: in a folder that is copied to other computers, beside a second folder, or gone while open."""

import shutil
from datetime import UTC, datetime

import pytest

from journal.domain.entry import Entry, Scope
from journal.domain.errors import StorageError
from journal.storage import backup, second
from journal.storage.repository import Repository
from journal.storage.synced import synced_by

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/health", "Dropbox"),
        ("OneDrive - Some Firm/Documents", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-me@example.org/My Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Documents/Drops", None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path, folder, service):
    assert synced_by(tmp_path / folder / "j.sqlite") == service


@pytest.mark.parametrize(("mark", "service"), [(".stfolder", "Syncthing"), (".sync_1f2e.db", "Nextcloud")])
def test_a_synced_folder_is_known_by_what_lies_in_it(tmp_path, mark, service):
    (tmp_path / mark).touch()
    (tmp_path / "health").mkdir()
    assert synced_by(tmp_path / "health" / "j.sqlite") == service


def test_the_second_folder_gets_each_backup_once_and_may_be_away(tmp_path):
    path, stick = tmp_path / "j.sqlite", tmp_path / "stick"
    with Repository.open(path) as journal:
        second.choose(journal, stick)
        assert second.folder_of(journal) == stick
        made = backup.make(journal, NOW, "by-hand")
    with pytest.raises(StorageError) as away:
        second.bring(path, stick)
    assert away.value.fault == "no_folder"
    stick.mkdir()
    assert (second.bring(path, stick), second.bring(path, stick)) == (1, 1)
    copy = stick / made.path.name
    assert copy.read_bytes() == made.path.read_bytes()
    assert copy.stat().st_mode & 0o077 == 0
    assert backup.examine(copy, None) == 0


def test_a_folder_gone_while_open_is_named_and_what_is_open_can_go_on_elsewhere(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    entry = Entry(recorded_at=NOW, scope=Scope.NOW)
    journal = Repository.open(folder / "j.sqlite", passphrase="some words")
    shutil.rmtree(folder)
    with pytest.raises(StorageError) as gone:
        journal.save(entry)
    assert gone.value.fault == "no_folder"
    with journal.begin_elsewhere(tmp_path / "here.sqlite") as new:
        new.save(entry)
    journal.close()
    with Repository.open(tmp_path / "here.sqlite", passphrase="some words", create=False) as again:
        assert again.records().entries == (entry,)
