"""Input, output and names as shells and disks give them: silence or one sentence, and the right exit code."""

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from journal.storage.repository import Repository

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells close streams with >&- here")


@pytest.fixture
def shell(tmp_path, path):
    """Run the program through a shell, as $J; return code, output and error."""
    env = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    env |= {"J": f"{sys.executable} {ROOT / 'main.py'} --journal {path}", "LC_ALL": "C.UTF-8"}

    def run(line, code=0):
        done = subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], env=env, capture_output=True, text=True)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr
        assert done.stderr.count("\n") <= (1 if code < 2 else 4), done.stderr
        return done

    return run


def count(path):
    with Repository.open(path, read_only=True) as journal:
        return len(journal.records().entries)


def test_who_reads_only_the_head_ends_nothing_in_a_fault(shell, command):
    assert shell("$J add --regions | head -1").stderr == ""
    command("add", "--note", "one")
    assert shell("$J list --json | head -1").stderr == ""
    assert shell("$J --help | head -1").stderr == ""


def test_a_saved_entry_is_never_called_not_saved_because_its_id_could_not_be_told(shell, path):
    assert shell("$J add >&-").stderr == ""
    assert "It is done" in shell("$J add > /dev/full").stderr
    assert shell("$J add | true").stderr == ""
    assert shell("$J add <&- >&- 2>&-").stderr == ""
    assert count(path) == 4
    with Repository.open(path) as journal:
        journal.check()


@pytest.mark.parametrize("words", ["list", "list --json", "progress --json", "check", "--help", "--version"])
def test_what_cannot_be_written_out_is_no_success(shell, command, words):
    command("add")
    said = shell(f"$J {words} > /dev/full", code=1).stderr
    assert os.strerror(errno.ENOSPC) in said
    if not words.startswith("--"):
        assert shell(f"$J {words} >&-", code=1).stderr.count("\n") == 1


def test_without_any_input_a_passphrase_cannot_be_asked_for_and_that_is_said(shell, command, path):
    with Repository.open(path, passphrase="seven wet stones"):
        pass
    for nothing in ("<&-", "< /dev/null"):
        assert "passphrase" in shell(f"$J list {nothing}", code=1).stderr
    path.unlink()
    command("add")
    assert "--new-passphrase-file" in shell("$J passphrase set <&-", code=2).stderr


def test_urgent_words_come_though_nobody_reads_the_id(shell):
    for nobody in (">&-", "> /dev/full", "| true"):
        said = shell(f"$J add --mark saddle:numbness:5 2> $HOME/said {nobody}; cat $HOME/said; rm $HOME/said").stdout
        assert "back passage" in said, nobody


@pytest.fixture
def short_folder():
    """One with a short path, which leaves room for long names: SQLite opens no path of more than 512 bytes."""
    with tempfile.TemporaryDirectory(prefix="j") as folder:
        yield folder


def test_a_path_too_long_for_the_backups_is_refused_before_anything_is_begun(command, tmp_path):
    deep = tmp_path.joinpath(*["n" * 50] * 6)
    deep.mkdir(parents=True)
    refused = command("add", journal=deep / "journal-of-the-left-leg.sqlite")
    assert refused.code == 1 and "no name a file can have here" in refused.err
    assert not list(deep.iterdir())


def test_names_of_255_bytes_work_or_are_refused_before_anything_is_begun(command, tmp_path, short_folder):
    long = "ä" * 120 + "nn" + ".json"
    assert len(long.encode()) == 247
    for output in (tmp_path / ("n" * 250 + ".json"), tmp_path / ("z" * 251 + ".zip"), tmp_path / long):
        command("add")
        assert command("export", "-o", output).code == 0
        assert output.exists()
        output.unlink()
    before = sorted(file.name for file in tmp_path.iterdir())
    for journal in (tmp_path / ("n" * 248 + ".sqlite"), tmp_path / ("n" * 240)):
        refused = command("add", journal=journal)
        assert refused.code == 1 and "no name a file can have here" in refused.err
        assert command("backup", "-o", journal).code == 1
        assert command("salvage", "-o", journal).code == 1
    assert command("export", "-o", tmp_path / ("n" * 252 + ".json")).code == 1
    assert sorted(file.name for file in tmp_path.iterdir()) == before
    longest = Path(short_folder) / ("n" * 223 + ".sqlite")
    assert command("add", journal=longest).code == 0
    assert command("backup", journal=longest).code == 0
    assert command("restore", command("backup", journal=longest).out.strip(), journal=longest).code == 0
    full = Path(short_folder) / ("f" * 248 + ".sqlite")  # made by another hand
    shutil.copy(longest, full)
    assert command("list", journal=full).code == 0
    assert command("restore", full, journal=tmp_path / "other.sqlite").code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only here is a name any bytes")
def test_names_that_are_no_text_work(command, tmp_path):
    journal = Path(os.fsdecode(os.fsencode(tmp_path) + b"/j\xff\xfe.sqlite"))
    copy = Path(os.fsdecode(os.fsencode(tmp_path) + b"/copy\xff.sqlite"))
    secret = tmp_path / "secret"
    secret.write_text("seven wet stones")
    assert command("add", "--note", "kept", journal=journal).code == 0
    assert command("backup", journal=journal).code == 0
    assert command("backup", "-o", copy, journal=journal).code == 0
    assert command("check", journal=journal).code == 0
    assert command("export", "-o", copy.with_suffix(".json"), journal=journal).code == 0
    assert command("report", "-o", copy.with_suffix(".pdf"), journal=journal).code == 0
    assert command("passphrase", "set", "--new-passphrase-file", secret, journal=journal).code == 0
    assert command("--passphrase-file", secret, "restore", copy, journal=journal).code in (0, 1)
    assert command("salvage", "-o", tmp_path / "new.sqlite", journal=copy).code == 0


def test_a_failed_chmod_stops_no_export(command, tmp_path, monkeypatch):
    command("add")

    def refuse(*_args, **_named):
        raise PermissionError(errno.EPERM, "")

    monkeypatch.setattr(os, "chmod", refuse)
    monkeypatch.setattr(Path, "chmod", refuse)
    for name in ("all.json", "all.zip", "page.pdf", "ladder.svg"):
        what = {"pdf": ("report",), "svg": ("chart", "ladder")}.get(name[-3:], ("export",))
        assert command(*what, "-o", tmp_path / name).code == 0, name
    assert command("backup").code == 0
    assert stat.S_IMODE((tmp_path / "all.json").stat().st_mode) == 0o600


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a disk that is always full")
def test_a_read_only_place_is_called_that(command, tmp_path, monkeypatch):
    command("add")
    real = os.open

    def read_only(path, flags, *args, **named):
        if flags & (os.O_CREAT | os.O_WRONLY | os.O_RDWR) and str(path) != os.devnull:
            raise OSError(errno.EROFS, "")
        return real(path, flags, *args, **named)

    def no_folder(*_args, **_named):
        raise OSError(errno.EROFS, "")

    monkeypatch.setattr(os, "open", read_only)
    monkeypatch.setattr(os, "mkdir", no_folder)
    new = tmp_path / "new.sqlite"
    for what in (("backup",), ("backup", "-o", new), ("salvage", "-o", new), ("export", "-o", tmp_path / "all.json")):
        refused = command(*what)
        assert refused.code == 1 and "read-only" in refused.err, what


def test_a_locale_that_is_missing_is_no_warning_of_a_library(shell, tmp_path):
    assert shell(f"LC_ALL=xx_YY $J form -o {tmp_path}/form.pdf").stderr == ""
