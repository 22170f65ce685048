"""What happened to people's backups elsewhere, done on the command line: nothing is lost, and nobody's are mixed up."""

import os
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from journal.storage import backup, second
from journal.storage.repository import Repository
from tests.storage.stories import ago, notes, older_backup, open_and_close_daily

pytestmark = pytest.mark.usefixtures("cheap_keys")


def id_of(path):
    with Repository.open(path, read_only=True) as journal:
        return journal.id


@pytest.fixture
def two(command, tmp_path):
    """Two journals of one stem in one folder, each with a backup made by hand."""
    me, you = tmp_path / "me.db", tmp_path / "me.sqlite"
    for path, note in ((me, "mine"), (you, "yours")):
        command("add", "--note", note, journal=path)
        command("backup", journal=path)
    return me, you


def test_two_journals_of_one_stem_never_thin_each_others_backups(two, command):
    me, you = two
    assert len(list((me.parent / "me-backups").iterdir())) == 2
    open_and_close_daily(me, 12)
    (kept,) = backup.found(you)
    assert notes(kept.path) == {"yours"}
    assert all(notes(one.path) == {"mine"} for one in backup.found(me))
    assert command("restore", kept.path, journal=you).code == 0
    assert "yours" in command("list", journal=you).out


def test_check_praises_no_strangers_backup(two, command):
    me, you = two
    (mine,) = backup.found(me)
    mine.path.unlink()
    assert "no backup yet" in command("check", journal=me).out
    assert "holds 1 entry" in command("check", journal=you).out
    disguised = backup.found(you)[0].path  # renamed so that only what is inside tells
    disguised.rename(disguised.with_name(f"{me.name}_{id_of(me)[:8]}_2026-01-01_000000Z_daily.sqlite"))
    assert "no backup yet" in command("check", journal=me).out


def test_a_copied_journal_beside_the_first_has_backups_of_its_own(two, command, tmp_path):
    me, _you = two
    copied = tmp_path / "me.journal"
    shutil.copy(me, copied)
    command("add", "--note", "only in the copy", journal=copied)
    command("backup", journal=copied)
    open_and_close_daily(me, 12)
    (kept,) = backup.found(copied)
    assert "only in the copy" in notes(kept.path)


def test_a_passphrase_changes_only_the_backups_of_its_own_journal(two, command, tmp_path):
    me, you = two
    secret = tmp_path / "secret"
    secret.write_text("seven wet stones")
    said = command("passphrase", "set", "--new-passphrase-file", secret, journal=me)
    assert said.code == 0 and "2 backups follow it" in said.out
    assert notes(backup.found(you)[0].path) == {"yours"}, "still without a passphrase"
    for one in backup.found(me):
        assert notes(one.path, "seven wet stones") == {"mine"}


def test_two_people_on_one_stick_keep_theirs(command, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    homes = [tmp_path / name / "journal.sqlite" for name in ("ann", "bob")]
    for path in homes:
        path.parent.mkdir()
        command("add", "--note", path.parent.name, journal=path)
        with Repository.open(path) as journal:
            second.choose(journal, stick)
    ann, bob = homes
    with Repository.open(bob) as journal:
        for days in (3, 2, 1):
            second.back_up(journal, ago(days), reason="by-hand")
    with Repository.open(ann) as journal:
        for hours in range(23, 0, -1):
            second.back_up(journal, datetime.now(UTC) - timedelta(hours=hours), reason="by-hand")
    by_person = {name: [path for path in stick.iterdir() if notes(path) == {name}] for name in ("ann", "bob")}
    assert len(by_person["bob"]) == 3
    assert len(by_person["ann"]) == second.KEPT
    assert command("restore", by_person["bob"][0], journal=bob).code == 0
    assert "bob" in command("list", journal=bob).out


def test_a_clock_that_was_ahead_stops_no_backup_and_costs_none(command, path):
    command("add", "--note", "first")
    ahead = datetime.now(UTC) + timedelta(days=3650)
    with Repository.open(path) as journal:
        for days in range(0, 400, 20):
            backup.make(journal, ahead + timedelta(days=days), "daily")
    before = {one.path for one in backup.found(path)}
    command("add", "--note", "second")
    with Repository.open(path) as journal:
        made = backup.make_if_due(journal, datetime.now(UTC), closing_down=True)
    assert made is not None and made.path.exists() and notes(made.path) == {"first", "second"}
    assert before < {one.path for one in backup.found(path)}
    assert "holds 2 entries" in command("check").out, "the newest is not one of the future"


def test_a_name_with_a_day_no_calendar_has_stops_nothing(command, path):
    command("add")
    command("backup")
    (made,) = backup.found(path)
    odd = made.path.with_name(made.path.name.replace(f"_{made.made_at:%Y-%m-%d}_", "_2026-02-30_"))
    shutil.copy(made.path, odd)
    (odd.parent / "somebody_2026-02-30_000000Z_daily.sqlite").write_bytes(b"not a journal")
    (odd.parent / "gone_2026-02-01_000000Z_daily.sqlite").symlink_to("nowhere")
    with Repository.open(path) as journal:
        assert backup.make_if_due(journal, datetime.now(UTC) + timedelta(days=2), closing_down=True) is None
    command("add")
    os.utime(path, (path.stat().st_mtime + 60,) * 2)
    with Repository.open(path) as journal:
        assert backup.make_if_due(journal, datetime.now(UTC) + timedelta(days=2)) is not None
    assert odd in {one.path for one in backup.found(path)}
    assert command("check").code == 0


def test_what_a_restore_put_aside_stays_90_days_and_is_no_daily_backup(command, path, tmp_path):
    command("add", "--note", "old")
    command("backup", "-o", tmp_path / "copy.sqlite")
    command("add", "--note", "new")
    command("restore", tmp_path / "copy.sqlite")
    open_and_close_daily(path, 8)
    open_and_close_daily(path, 1, first_day=88)
    asides = [one for one in backup.found(path) if one.reason == "before-restore"]
    assert len(asides) == 1 and notes(asides[0].path) == {"old", "new"}
    open_and_close_daily(path, 1, first_day=91)
    asides = [one for one in backup.found(path) if one.reason == "before-restore"]
    assert asides == []
    assert len(backup.found(path)) >= 7


def test_a_clock_that_jumps_ahead_throws_away_nothing_put_aside(command, path, tmp_path):
    command("add", "--note", "old")
    command("backup", "-o", tmp_path / "copy.sqlite")
    command("restore", tmp_path / "copy.sqlite")
    open_and_close_daily(path, 1, first_day=4000)
    assert "before-restore" in {one.reason for one in backup.found(path)}


def test_what_a_restore_put_aside_follows_the_passphrase(command, path, tmp_path):
    command("add", "--note", "old")
    command("backup", "-o", tmp_path / "copy.sqlite")
    command("add", "--note", "new")
    command("restore", tmp_path / "copy.sqlite")
    secret = tmp_path / "secret"
    secret.write_text("seven wet stones")
    said = command("passphrase", "set", "--new-passphrase-file", secret)
    assert "What was not changed" not in said.out
    for one in backup.found(path):
        assert "old" in notes(one.path, "seven wet stones")


def test_a_restored_journal_is_the_same_journal_and_keeps_its_backups(command, path, tmp_path):
    command("add", "--note", "mine")
    command("backup")
    command("add", "--note", "a stranger's", journal=tmp_path / "other.sqlite")
    command("backup", "-o", tmp_path / "stranger.sqlite", journal=tmp_path / "other.sqlite")
    before = id_of(path)
    command("restore", tmp_path / "stranger.sqlite")
    assert id_of(path) == before
    assert {one.reason for one in backup.found(path, before)} == {"by-hand", "before-restore"}


def test_backups_from_before_journals_had_an_id_are_found_used_and_never_thrown_away(command, path):
    old = [older_backup(path, days, note="from the old days") for days in range(1, 60, 5)]
    assert {one.path for one in backup.found(path)} == set(old)
    assert command("list", journal=old[0]).code == 0
    assert command("restore", old[3]).code == 0
    assert "from the old days" in command("list").out
    assert "holds 1 entry" in command("check").out
    open_and_close_daily(path, 9)
    assert set(old) <= {one.path for one in backup.found(path)}


def test_the_backups_of_a_link_are_those_of_its_file(command, path, tmp_path):
    shutil.move(older_backup(path, 1, note="one journal"), path)
    command("add", "--note", "later")
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.sqlite"
    link.symlink_to(path)
    command("backup", journal=link)
    assert {one.path.parent for one in backup.found(path)} == {tmp_path / "journal-backups"}
    left = tmp_path / "elsewhere" / "link-backups"  # where earlier versions put it
    left.mkdir()
    shutil.move(older_backup(path, 1, note="one journal"), left / "link_2026-01-01_000000Z_daily.sqlite")
    secret = tmp_path / "secret"
    secret.write_text("seven wet stones")
    assert command("passphrase", "set", "--new-passphrase-file", secret, journal=link).code == 0
    for file in (path, *(one.path for one in backup.found(link))):
        assert not file.read_bytes().startswith(b"SQLite format 3"), file


def test_a_backup_is_no_journal_to_write_in(command, path, tmp_path):
    command("add", "--note", "in it")
    command("backup")
    (made,) = backup.found(path)
    before = made.path.read_bytes()
    (tmp_path / "secret").write_text("seven wet stones")
    setting = ("passphrase", "set", "--new-passphrase-file", tmp_path / "secret")
    command("export", "-o", tmp_path / "all.json")
    for arguments in (("add", "--note", "lost"), ("import", tmp_path / "all.json"), setting, ("onset", "2025")):
        said = command(*arguments, journal=made.path)
        assert said.code == 1 and "is a backup" in said.err
    assert "in it" in command("list", journal=made.path).out
    assert made.path.read_bytes() == before


def test_a_dry_run_and_an_old_backup_leave_nothing_readable_behind(command, path, tmp_path):
    old = older_backup(path, 1, note="XYZZY")
    copy = tmp_path / "old.sqlite"
    shutil.move(old, copy)
    secret = tmp_path / "secret"
    secret.write_text("seven wet stones")
    command("add", "--note", "plain")
    before = {file for file in tmp_path.rglob("*") if file.is_file()}
    assert command("restore", "--dry-run", copy).code == 0
    assert {file for file in tmp_path.rglob("*") if file.is_file()} == before
    hidden = tmp_path / f".{path.name}-backups"  # what an earlier version's dry run left
    hidden.mkdir()
    left = hidden / f".{path.name}_2026-01-01_000000Z_before-update.sqlite"
    shutil.copy(copy, left)
    command("restore", copy)
    said = command("passphrase", "set", "--new-passphrase-file", secret)
    assert said.code == 0
    readable = [file for file in tmp_path.rglob("*.sqlite") if file != copy and b"XYZZY" in file.read_bytes()]
    assert readable == []


def test_the_stick_follows_the_passphrase_or_is_named(command, path, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    command("add", "--note", "XYZZY")
    with Repository.open(path) as journal:
        second.choose(journal, stick)
        second.back_up(journal, datetime.now(UTC), reason="by-hand")
    stranger = tmp_path / "other" / "journal.sqlite"
    stranger.parent.mkdir()
    command("add", "--note", "another's", journal=stranger)
    command("backup", "-o", stick / "journal_2026-01-01_000000Z_daily.sqlite", journal=stranger)
    secret, third = tmp_path / "secret", tmp_path / "third"
    secret.write_text("seven wet stones")
    third.write_text("eight dry leaves")
    said = command("passphrase", "set", "--new-passphrase-file", secret)
    assert "3 backups follow it" in said.out, "two beside it, one on the stick"
    assert b"XYZZY" not in b"".join(file.read_bytes() for file in stick.iterdir())
    assert notes(stick / "journal_2026-01-01_000000Z_daily.sqlite") == {"another's"}
    stick.rename(tmp_path / "in a drawer")
    said = command("--passphrase-file", secret, "passphrase", "change", "--new-passphrase-file", third)
    assert said.code == 0 and f"Copies in “{stick}” keep the one they have" in said.out
