"""What the READMEs say is so: their links and paths lead somewhere, their commands run, nothing is left out."""

import re
import shlex
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest

from journal import __version__
from journal.cli.app import run
from journal.domain.appointment import Appointment
from journal.storage.repository import Repository

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ANALYSIS = ROOT / "journal" / "analysis" / "README.md"
STORAGE = ROOT / "journal" / "storage" / "README.md"
ALL = pytest.mark.parametrize("readme", [README, ANALYSIS, STORAGE], ids=lambda path: path.parent.name)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
NEW = re.compile(r"\b[A-Z]{4,}\b")
"""A part of a path that stands for a name to be chosen: `journal/charts/NAME.py`."""
ENDING = re.compile(r"\.(py|md|c|svg|qss|toml|yaml)$")


def text(readme: Path) -> str:
    return readme.read_text(encoding="utf-8")


def paths(readme: Path) -> list[str]:
    """Every code span that names a file or folder of the project."""
    spans = CODE.findall(FENCED.sub("", text(readme)))
    tops = {path.name for path in ROOT.iterdir()} | {path.name for path in readme.parent.iterdir()}
    return [span for span in spans if " " not in span and (ENDING.search(span) or span.split("/")[0] in tops)]


def is_there(name: str, readme: Path) -> bool:
    known = Path(name)
    if found := next((place for place, part in enumerate(known.parts) if NEW.search(part)), None):
        known = Path(*known.parts[:found])
    return any((folder / known).exists() for folder in (ROOT, readme.parent))


@ALL
def test_every_path_named_exists(readme):
    named = paths(readme)
    assert len(named) >= 10
    assert [name for name in named if not is_there(name, readme)] == []


@ALL
def test_every_link_leads_to_a_file_of_the_project(readme):
    links = LINK.findall(text(readme))
    assert links
    assert [link for link in links if not (readme.parent / link.partition("#")[0]).is_file()] == []


@ALL
def test_every_module_that_is_run_is_there(readme):
    for name in re.findall(r"python -m ([a-z_.]+)", text(readme)):
        assert find_spec(name), name


def test_the_first_page_can_be_read_in_one_go():
    assert len(text(README).splitlines()) <= 180


@pytest.mark.parametrize("readme", [ANALYSIS, STORAGE], ids=lambda path: path.parent.name)
def test_every_module_of_the_folder_is_explained(readme):
    modules = {path.name for path in readme.parent.glob("*.py")} - {"__init__.py"}
    assert modules - set(CODE.findall(text(readme))) == set()


def test_the_table_tells_how_to_add_what_is_added_most():
    table = text(README).partition("## How to add")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| (an? .+?) \| (.+) \|$", table, re.MULTILINE))
    assert list(rows) == [
        "a region",
        "a kind of symptom",
        "a treatment kind",
        "a chart",
        "an importer",
        "a language",
        "a setting",
        "a page",
        "an entry column",
        "a red flag",
    ]
    assert all(CODE.search(files) for files in rows.values())


def test_every_room_is_in_the_picture_of_the_house():
    rooms = {path.name.removesuffix(".py") for path in (ROOT / "journal").iterdir() if path.name[0] not in "_."}
    picture = next(block for block in FENCED.findall(text(README)) if "leaves" in block)
    assert rooms - set(re.findall(r"\w+", picture)) == {"crash_reports"}


def test_the_test_command_is_the_one_that_is_run_on_every_change():
    (command,) = (line for line in text(README).splitlines() if "&& python3 -m venv --clear" in line)
    assert command in (ROOT / ".ci" / "run").read_text().splitlines()


def test_what_is_checked_before_a_commit_is_what_is_checked_after_it():
    checks = re.findall(r"^\.venv-test/bin/((?:ruff|mypy).*)$", (ROOT / ".ci" / "run").read_text(), re.MULTILINE)
    hooks = (ROOT / ".pre-commit-config.yaml").read_text()
    assert re.findall(r"entry: (.*)", hooks) == checks
    assert re.findall(r"repo: (.*)", hooks) == ["local"]


def test_the_changes_are_those_of_this_version():
    assert f"Version {__version__}" in text(README).partition("## Changes")[2]


def test_the_commands_shown_work_one_after_the_other(tmp_path, monkeypatch, capsys):
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    block = next(block for block in FENCED.findall(text(README)) if block.startswith("sciatica-journal add"))
    commands = [shlex.split(line)[1:] for line in block.splitlines()]
    assert len(commands) >= 8
    with Repository.open(tmp_path / "journal.sqlite") as journal:
        journal.save(Appointment(starts_at=datetime(2026, 3, 2, 9, tzinfo=UTC)))
    for command in commands:
        assert run(["--journal", "journal.sqlite", *command]) == 0, (command, capsys.readouterr().err)
