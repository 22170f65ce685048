"""Backups: which are made, which are kept, and what is thrown away."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal.domain.entry import Entry, Scope
from journal.domain.errors import StorageError
from journal.storage import migrations, snapshot
from journal.storage.backup import Backup, found, make, make_if_due, superfluous
from journal.storage.repository import Repository

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path):
    with Repository.open(tmp_path / "j.sqlite") as journal:
        journal.save(Entry(recorded_at=NOW, scope=Scope.DAY))
        yield journal


def test_a_backup_is_due_a_day_after_the_last_if_something_changed(journal):
    later = datetime.now(UTC)  # the journal's file was changed just now
    assert make_if_due(journal, later).reason == "daily"
    assert make_if_due(journal, later + timedelta(days=3)) is None, "nothing changed since"
    for backup_made in found(journal.path):
        backup_made.path.rename(backup_made.path.with_name(f"j_{_stamp(later - timedelta(hours=30))}_daily.sqlite"))
    assert make_if_due(journal, later).reason == "daily"


def test_closing_backs_up_what_the_day_brought(journal):
    make(journal, datetime.now(UTC) - timedelta(hours=2), "daily")
    assert make_if_due(journal, datetime.now(UTC)) is None
    assert make_if_due(journal, datetime.now(UTC), closing_down=True).reason == "closing"


def test_a_copy_that_cannot_be_verified_is_thrown_away_and_nothing_is_thinned(journal, monkeypatch):
    old = [make(journal, datetime.now(UTC) - timedelta(days=1 + days), "daily") for days in range(40)]
    monkeypatch.setattr(snapshot, "sound", lambda _db: False)
    with pytest.raises(StorageError) as caught:
        make_if_due(journal, datetime.now(UTC), closing_down=True)
    assert caught.value.fault == "backup_failed"
    assert {item.path for item in found(journal.path)} == {item.path for item in old}
    assert len(list(old[0].path.parent.iterdir())) == 40


def test_two_backups_in_one_second_both_stay(journal):
    assert make(journal, NOW, "by-hand").path != make(journal, NOW, "by-hand").path
    assert len(found(journal.path)) == 2


@pytest.mark.parametrize("whose", ["", ".", ".."])
def test_a_name_without_a_journal_in_it_stops_nothing(journal, whose):
    made = make(journal, NOW, "by-hand")
    made.path.with_name(f"{whose}_1a2b3c4d_2026-11-22_200000Z_daily.sqlite").write_bytes(b"somebody's")
    assert found(journal.path) == found(journal.path, journal.id) == (made,)


def test_seven_days_four_weeks_and_twelve_months_are_kept():
    backups = tuple(Backup(Path(f"{n}"), NOW - timedelta(days=n), "daily", 1) for n in range(800))
    kept = sorted(set(range(800)) - {int(item.path.name) for item in superfluous(backups)})
    assert kept[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert 18 <= len(kept) <= 7 + 4 + 12
    assert 300 < kept[-1] < 370, "a year back, and no further"
    assert superfluous(()) == ()


def test_what_was_made_today_before_an_import_stays():
    times = [NOW, NOW - timedelta(minutes=1), NOW - timedelta(hours=3)]
    backups = tuple(Backup(Path(f"{n}"), at, "before-import", 1) for n, at in enumerate(times))
    assert superfluous(backups) == ()


def test_a_journal_of_an_older_version_is_backed_up_before_it_is_changed(tmp_path, monkeypatch):
    path = tmp_path / "j.sqlite"
    Repository.open(path).close()
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    Repository.open(path).close()
    assert [item.reason for item in found(path)] == ["before-update"]


def _stamp(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%d_%H%M%SZ")
