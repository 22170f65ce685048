"""backup, restore, check."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from journal.storage.backup import found

ROOT = Path(__file__).parents[2]


def test_a_backup_is_private_readable_and_never_written_over(command, path, tmp_path):
    command("add", "--note", "kept")
    copy = tmp_path / "copy.sqlite"
    assert command("backup", "-o", copy).out == f"{copy}\n"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert "kept" in command("list", journal=copy).out
    before = copy.read_bytes()
    assert "already" in command("backup", "-o", copy).err
    assert copy.read_bytes() == before
    assert command("backup", "-o", tmp_path / "gone" / "copy.sqlite").code == 1
    command("backup")
    assert [backup.reason for backup in found(path)] == ["by-hand"]


def test_a_restore_brings_back_and_keeps_what_was_there(command, path, tmp_path):
    command("add", "--note", "first")
    command("backup", "-o", tmp_path / "copy.sqlite")
    command("add", "--note", "second")
    preview = command("restore", "--dry-run", tmp_path / "copy.sqlite")
    assert "bring back: 0, change: 0, take away: 1; the same: 1." in preview.out
    assert command("restore", tmp_path / "copy.sqlite").code == 0
    listed = command("list").out
    assert "first" in listed and "second" not in listed
    [aside] = found(path)
    assert aside.reason == "before-restore" and "second" in command("list", journal=aside.path).out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not [file for file in path.parent.iterdir() if "restored" in file.name]


def test_a_damaged_journal_is_replaced_and_kept_as_it_was(command, path, tmp_path):
    command("add", "--note", "first")
    command("backup", "-o", tmp_path / "copy.sqlite")
    path.write_bytes(b"not a journal any more")
    assert command("list").code == 1
    assert command("restore", tmp_path / "copy.sqlite").code == 0
    assert "first" in command("list").out
    assert found(path)[0].path.read_bytes() == b"not a journal any more"


def test_a_bad_backup_restores_nothing(command, path, tmp_path):
    command("add", "--note", "first")
    before = path.read_bytes()
    copy = tmp_path / "copy.sqlite"
    command("backup", "-o", copy)
    whole = copy.read_bytes()
    for damaged in (b"", b"hello", whole[: len(whole) // 2], whole[:4096] + bytes(len(whole) - 4096)):
        copy.write_bytes(damaged)
        assert command("restore", copy).code == 1
        assert path.read_bytes() == before and copy.read_bytes() == damaged
    assert command("restore", tmp_path / "gone").code == 1
    assert command("restore", path).code == 1
    assert not [file for file in path.parent.iterdir() if file.name.startswith(".")]


@pytest.mark.usefixtures("cheap_keys")
def test_a_protected_backup_keeps_its_passphrase(command, path, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("phrase")
    keyed = ("--passphrase-file", secret)
    command(*keyed, "add", "--note", "XYZZY")
    command(*keyed, "backup", "-o", tmp_path / "copy.sqlite")
    assert b"XYZZY" not in (tmp_path / "copy.sqlite").read_bytes()
    assert command("restore", tmp_path / "copy.sqlite").code == 1
    command(*keyed, "add", "--note", "later")
    assert command(*keyed, "restore", tmp_path / "copy.sqlite").code == 0
    assert "later" not in command(*keyed, "list").out


def test_a_check_reads_everything(command, path):
    command("add", "--mark", "left_sole:pain:3")
    assert (
        command("check").out
        == f"“{path}” is whole. The journal holds 1 entry and 0 other records. There is no backup yet.\n"
    )
    command("backup")
    told = command("check").out
    assert "Last backup: " in told and "It is whole and holds 1 entry." in told
    found(path)[0].path.write_bytes(path.read_bytes()[:5000])
    assert "make a new one" in command("check").out
    data = bytearray(path.read_bytes())
    spot = data.index(b"left_sole")
    data[spot : spot + 4] = b"lost"
    path.write_bytes(data)
    assert command("check").code == 1


@pytest.mark.usefixtures("cheap_keys")
def test_a_passphrase_is_set_changed_and_removed_and_backups_follow(command, path, tmp_path):
    first, second, code = tmp_path / "first", tmp_path / "second", tmp_path / "code"
    first.write_text("the first phrase")
    second.write_text("the second phrase")
    command("add", "--note", "XYZZY")
    command("backup")
    told = command("passphrase", "set", "--new-passphrase-file", first)
    assert "2 backups follow it" in told.out and "Recovery code" in told.out
    files = [path, *(backup.path for backup in found(path))]
    assert len(files) == 3 and not [file for file in files if b"XYZZY" in file.read_bytes()]
    assert command("list").code == 1
    assert "XYZZY" in command("--passphrase-file", first, "list").out

    change = ("passphrase", "change", "--new-passphrase-file", second, "--recovery-out", code)
    assert "Recovery" not in command("--passphrase-file", first, *change).out
    assert command("--passphrase-file", first, "list").code == 1
    assert "XYZZY" in command("--passphrase-file", second, "list").out
    assert stat.S_IMODE(code.stat().st_mode) == 0o600

    assert "XYZZY" in command("--passphrase-file", code, "list").out, "the recovery code opens it too"
    slip = code.read_text().replace("-", "- ").lower()
    code.write_text(slip[:-2] + ("0" if slip[-2] != "0" else "1"))
    assert "Group 13 of the recovery code" in command("--passphrase-file", code, "list").err

    assert command("--passphrase-file", second, "passphrase", "remove").code == 0
    assert "XYZZY" in command("list").out
    assert all(command("list", journal=backup.path).code == 0 for backup in found(path))


def test_a_passphrase_that_cannot_be_given_changes_nothing(command, path, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("phrase")
    assert command("passphrase", "set", "--new-passphrase-file", secret).code == 1
    assert not path.exists()
    command("add")
    before = path.read_bytes()
    assert command("passphrase", "change", "--new-passphrase-file", secret).code == 1
    assert command("passphrase", "remove").code == 1
    assert command("passphrase", "set", "--new-passphrase-file", tmp_path / "gone").code == 1
    gone = ("--recovery-out", tmp_path / "gone" / "code")
    assert command("passphrase", "set", "--new-passphrase-file", secret, *gone).code == 1
    assert command("passphrase", "set", "--new-passphrase-file", secret, "--recovery-out", path).code == 1
    for odd in ("", "  ", " edge ", "tab\tin", "x'00'"):
        secret.write_text(odd)
        assert command("passphrase", "set", "--new-passphrase-file", secret).code == 1
    assert path.read_bytes() == before and found(path) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_where_no_byte_can_be_written_nothing_is_lost_and_one_sentence_says_so(command, path, tmp_path):
    import resource

    command("add", "--note", "kept")
    before = path.read_bytes()
    listed = command("list").out
    for limit in (0, len(before)):
        for arguments in (["add", "--note", "n" * 50_000], ["backup"], ["export", "-o", "e.json"]):
            if limit == len(before) and arguments[0] != "add":
                continue
            done = subprocess.run(
                [sys.executable, ROOT / "main.py", "--journal", path, *arguments],
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),  # noqa: B023
                cwd=tmp_path,
                capture_output=True,
                text=True,
            )
            assert done.returncode == 1 and done.stdout == "", (limit, arguments)
            assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
            assert path.read_bytes() == before
    assert command("list").out == listed
    assert not (tmp_path / "e.json").exists() and found(path) == ()
    assert command("add", "--note", "n" * 50_000).code == 0


def test_what_is_left_of_a_damaged_journal_is_read_into_a_new_one(command, path, tmp_path):
    command("add", "--mark", "left_sole:pain:3", "--note", "before the crash")
    for number in range(30):
        command("add", "--note", f"{number} " + "n" * 4000)
    data = bytearray(path.read_bytes())
    spot = data.index(b"17 nnnn") // 4096 * 4096
    data[spot : spot + 4096] = bytes(4096)
    path.write_bytes(data)
    assert command("check").code == 1
    new = tmp_path / "new.sqlite"
    told = command("salvage", "-o", new).out
    assert "could not be read" in told and path.read_bytes() == data
    assert "before the crash" in command("list", journal=new).out
    assert command("check", journal=new).code == 0
    assert "already" in command("salvage", "-o", new).err
