"""After an update, on the command line: older journals are brought up to date after a backup, newer ones left alone."""

import pytest

from journal.storage import backup, migrations
from journal.storage.engine import connect
from journal.storage.repository import Repository
from tests.storage import older
from tests.ui.conftest import entry

PHRASE = "seven wet stones"


@pytest.fixture
def words(tmp_path):
    """What stands before a command, for a journal with and without a passphrase."""
    (tmp_path / "words.txt").write_text(f"{PHRASE}\n", encoding="utf-8")
    return lambda phrase: ["--passphrase-file", tmp_path / "words.txt"] if phrase else []


@pytest.mark.parametrize("phrase", [None, PHRASE])
@pytest.mark.parametrize("version", range(1, migrations.VERSION))
def test_a_journal_of_every_older_version_is_listed_after_a_backup(command, path, words, cheap_keys, version, phrase):
    older.write(path, version, entry(note="as first written"), phrase=phrase)
    for _again in range(2):
        assert "as first written" in command(*words(phrase), "list").out
        [before] = backup.found(path)
        assert before.reason == "before-update"


@pytest.mark.parametrize("phrase", [None, PHRASE])
def test_a_journal_of_a_newer_version_is_refused_and_not_a_byte_of_it_changed(
    command, path, words, cheap_keys, tmp_path, phrase
):
    with Repository.open(path, passphrase=phrase) as journal:
        journal.save(entry())
    db = connect(path, phrase)
    db.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    db.close()
    before = {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    for arguments in (["list"], ["add"], ["backup"], ["check"], ["export", "-o", tmp_path / "out.json"]):
        done = command(*words(phrase), *arguments)
        assert done.code == 1 and "newer" in done.err
    assert {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before
