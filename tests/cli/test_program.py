"""The program about itself: its versions, and its entry in the menu for those who installed it by pip."""

import platform
import re
import subprocess
import sys

import pytest
from PySide6.QtCore import qVersion

from journal import __version__

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only desktops on Linux have such an entry")


@pytest.fixture
def share(tmp_path):
    return tmp_path / "home"  # conftest's XDG_DATA_HOME


def program_of(entry: str) -> list[str]:
    """What a desktop starts: first the escapes of any value are undone, then those of a command line."""
    (line,) = re.findall(r"^Exec=(.*)$", entry, re.MULTILINE)
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', line.replace("\\\\", "\\"))
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words]


def test_the_version_tells_what_a_report_needs(command):
    first, second, third = command("--version", journal=None).out.splitlines()
    assert first == f"sciatica-journal {__version__}"
    assert f"Python {platform.python_version()}, Qt {qVersion()} (PySide " in second
    assert re.search(r"SQLCipher 4\.\d+\.\d+ .*, SQLite 3\.\d+\.\d+$", second)
    assert third == platform.platform()


@linux
@pytest.mark.parametrize("folder", ["bin", "a home", 'quo"te', "$HOME", "back\\slash", "100%u", "tick`s", "Überall"])
def test_the_menu_entry_starts_this_very_program(command, share, monkeypatch, tmp_path, folder):
    script = tmp_path / folder / "sciatica-journal"
    monkeypatch.setattr(sys, "argv", [str(script)])
    entry = share / "applications" / "sciatica-journal.desktop"
    assert command("install-menu", journal=None).out == f"{entry}\n"
    text = entry.read_text(encoding="utf-8")
    assert program_of(text) == [str(script)]
    assert "MimeType" not in text, "journals are not claimed as a file type"
    assert (share / "icons/hicolor/scalable/apps/sciatica-journal.svg").read_text().startswith("<svg")


@linux
def test_from_a_checkout_the_entry_starts_it_with_the_same_python(command, share, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "main.py")])
    command("install-menu", journal=None)
    text = (share / "applications" / "sciatica-journal.desktop").read_text(encoding="utf-8")
    assert program_of(text) == [sys.executable, str(tmp_path / "main.py")]


@linux
def test_the_entry_goes_again_and_nothing_else(command, share):
    command("install-menu", journal=None)
    other = share / "applications" / "other.desktop"
    other.write_text("")
    command("install-menu", "--remove", journal=None)
    assert [path for path in share.rglob("*") if path.is_file()] == [other]
    assert command("install-menu", "--remove", journal=None).code == 0, "twice is no mistake"


@linux
def test_where_nothing_can_be_written_one_sentence_says_so(command, share):
    share.write_text("a file where a folder should be")
    assert "so the menu is as it was" in command("install-menu", journal=None).err


@linux
def test_the_program_started_from_the_entry_is_there(command, share, monkeypatch, tmp_path):
    """Run what the entry says, as a desktop would."""
    from pathlib import Path

    main = Path(__file__).parents[2] / "main.py"
    monkeypatch.setattr(sys, "argv", [str(main)])
    command("install-menu", journal=None)
    words = program_of((share / "applications" / "sciatica-journal.desktop").read_text(encoding="utf-8"))
    done = subprocess.run([*words, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"sciatica-journal {__version__}\n")
