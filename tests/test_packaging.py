"""What is installed is what runs: the wheel's files, what the packages leave out, and one version everywhere."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest
from hatchling.builders.wheel import WheelBuilder

from journal import __version__
from journal.cli.commands import cli

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "resources" / "packaging"
SPEC = (PACKAGING / "sciatica-journal.spec").read_text(encoding="utf-8")
USED = PACKAGING / "used_without.py"
IMPORT = re.compile(r"^ *(?:from ([\w.]+) )?import (\([^)]*\)|[^\n]*)", re.MULTILINE)


def excluded() -> list[str]:
    """The modules that the packages leave out, as their specification says it."""
    (value,) = (
        node.value
        for node in ast.walk(ast.parse(SPEC))
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "EXCLUDED"
    )
    return ast.literal_eval(value)


def test_no_module_the_program_names_is_left_out_of_the_packages():
    names = set()
    for module in (ROOT / "journal").rglob("*.py"):
        for origin, parts in IMPORT.findall(module.read_text(encoding="utf-8")):
            named = [part.split()[0] for part in re.sub(r"#.*|[()\n]", " ", parts).split(",") if part.strip()]
            names |= {origin, *(f"{origin}.{name}" for name in named)} if origin else set(named)
    assert len(names) > 300
    without = excluded()
    left_out = {name for name in names for gone in without if name == gone or name.startswith(f"{gone}.")}
    assert left_out == set()


def test_everything_works_without_the_modules_that_the_packages_leave_out(tmp_path):
    """Also what the libraries import by themselves, and only when a chart is saved or the journal is encrypted."""
    command = [sys.executable, USED, tmp_path, *excluded()]
    utf8 = os.environ | {"LC_ALL": "C.UTF-8"}  # in any other place Qt would tell of it
    done = subprocess.run(command, cwd=ROOT, env=utf8, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture(scope="module")
def wheel() -> set[str]:
    return {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}


def test_the_wheel_holds_every_module_and_everything_they_read(wheel):
    for module in (ROOT / "journal").rglob("*.py"):
        assert module.relative_to(ROOT).as_posix() in wheel
    read = [path for path in (ROOT / "resources").rglob("*") if path.suffix in (".svg", ".qss", ".mo", ".desktop")]
    read = [path.relative_to(ROOT) for path in read if path.parent.name not in ("screenshots",)]
    needed = {f"journal/{path.as_posix()}" for path in read if path.parts[1] != "packaging"}
    assert len(needed) > 30
    assert needed <= wheel
    languages = {path.name for path in (ROOT / "resources" / "translations").iterdir() if path.is_dir()}
    assert {f"journal/resources/translations/{name}/LC_MESSAGES/sciatica-journal.mo" for name in languages} <= wheel


def test_the_wheel_holds_nothing_that_does_not_run(wheel):
    for name in wheel:
        assert name.startswith("journal/"), name
        if name.startswith("journal/resources/"):
            assert not name.endswith((".py", ".po", ".md", ".png")), name
            assert "packaging" not in name and "screenshots" not in name, name
        else:
            assert name.endswith(".py"), name


def test_the_version_is_the_same_everywhere():
    newest = ElementTree.parse(PACKAGING / "linux" / "sciatica-journal.metainfo.xml").find("releases/release")
    assert newest is not None and newest.get("version") == __version__
    manual = (PACKAGING / "linux" / "sciatica-journal.1").read_text(encoding="utf-8")
    assert f'"Sciatica Journal {__version__}"' in manual.splitlines()[0]


def test_the_manual_page_names_every_command_and_option():
    manual = (PACKAGING / "linux" / "sciatica-journal.1").read_text(encoding="utf-8").replace("\\-", "-")
    context = click.Context(cli)
    commands = set(cli.list_commands(context))
    options = {name for option in cli.get_params(context) for name in option.opts if name.startswith("--")}
    told = set(re.findall(r"^\.B ([a-z-]+)", manual, re.MULTILINE))
    assert commands - told == set() and told - commands - {"sciatica-journal"} == set()
    assert options <= set(re.findall(r"--[a-z-]+", manual))


def test_the_menu_entry_and_the_store_page_belong_together():
    entry = (ROOT / "resources" / "sciatica-journal.desktop").read_text(encoding="utf-8")
    page = ElementTree.parse(PACKAGING / "linux" / "sciatica-journal.metainfo.xml")
    assert page.findtext("launchable") == "sciatica-journal.desktop"
    assert page.findtext("provides/binary") == "sciatica-journal"
    assert f"Name={page.findtext('name')}\n" in entry
    assert "MimeType" not in entry and page.find("provides/mediatype") is None, "no file type is claimed"


def test_the_workflow_builds_as_the_readme_says_from_files_that_are_there():
    workflow = (ROOT / ".github" / "workflows" / "packages.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"resources/packaging/[\w./-]+\w", workflow))
    assert len(named) > 6 and [path for path in named if not (ROOT / path).is_file()] == []
    told = (PACKAGING / "README.md").read_text(encoding="utf-8")
    for command in ("--no-install-recommends $(cat resources/packaging/apt.txt)", "resources/packaging/build_linux.sh"):
        assert command in workflow and command in told
