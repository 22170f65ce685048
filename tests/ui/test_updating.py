"""After an update, in the window: older journals are brought up to date after a backup, newer ones are left alone."""

import pytest
from PySide6.QtWidgets import QLabel

from journal.storage import backup, migrations
from journal.storage.engine import connect
from journal.storage.repository import Repository
from journal.ui.access.dialogs.fault import FaultPanel
from tests.storage import older
from tests.ui.access_robot import PHRASE, texts
from tests.ui.conftest import entry


@pytest.mark.parametrize("phrase", [None, PHRASE])
@pytest.mark.parametrize("version", range(1, migrations.VERSION))
def test_a_journal_of_every_older_version_opens_after_a_backup(robot, journal_path, version, phrase):
    older.write(journal_path, version, entry(note="as first written"), phrase=phrase)
    robot.actions.open(journal_path)
    if phrase:
        robot.unlock()
    assert [found.note for found in robot.window().session.records.entries] == ["as first written"]
    assert "before-update" in [made.reason for made in backup.found(journal_path)]


@pytest.mark.parametrize("phrase", [None, PHRASE])
def test_a_journal_of_a_newer_version_is_refused_and_not_a_byte_of_it_changed(robot, journal_path, phrase):
    with Repository.open(journal_path, passphrase=phrase) as journal:
        journal.save(entry())
    db = connect(journal_path, phrase)
    db.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    db.close()
    before = journal_path.read_bytes()
    robot.actions.open(journal_path)
    if phrase:
        robot.unlock()
    assert "newer" in texts(*robot.panel(FaultPanel).findChildren(QLabel))
    assert journal_path.read_bytes() == before and robot.access.window is None
