"""The house keeps its shape: imports run one way, a toolkit has one room, the window opens before the heavy parts."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "journal"
MODULES = sorted(PACKAGE.rglob("*.py"))

FLOORS = {
    "domain": 0,
    "analysis": 1,
    "wording": 2,
    "exchange": 3,
    "storage": 3,
    "charts": 3,
    "report": 4,
    "ui": 5,
    "cli": 6,
}
"""A room imports from floors below its own, or from itself."""
LEAVES = {"paths", "i18n", "drawing", "palette", "outfile", "sample"}
TOOLKITS = {
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "matplotlib": {"charts"},
    "sqlite3": {"storage"},
    "sqlite_utils": {"storage"},
    "sqlcipher3": {"storage"},
    "pysqlite3": {"storage"},
    "numpy": {"analysis", "charts"},
    "scipy": {"analysis"},
    "click": {"cli"},
}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def nodes(module: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))


def imports(module: Path) -> Iterator[str]:
    for node in nodes(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_imports_only_from_below(module):
    here = room(module)
    for name in imports(module):
        parts = name.split(".")
        if parts[0] == "journal" and len(parts) > 1 and parts[1] in FLOORS | dict.fromkeys(LEAVES):
            there = parts[1]
            if there in LEAVES or there == here:
                continue
            if here in LEAVES:
                assert there == "domain", f"{module} is a leaf and imports {name}"
            elif here in FLOORS:
                assert FLOORS[there] < FLOORS[here], f"{module} imports {name}, which is not below it"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_toolkit_stays_in_its_room_and_nothing_goes_online(module):
    for name in imports(module):
        top = name.split(".")[0]
        assert room(module) in TOOLKITS.get(top, {room(module)}), f"{module} imports {name}"
        assert top not in NETWORK, f"{module} could go online by {name}"
        assert "QtNetwork" not in name
        assert "pyplot" not in name, f"{module} imports pyplot, which keeps state for the whole program"


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) == "domain"], ids=lambda path: path.stem)
def test_what_a_record_is_needs_only_the_standard_library(module):
    for name in imports(module):
        top = name.split(".")[0]
        assert top == "journal" or top in sys.stdlib_module_names, f"{module} imports {name}"


@pytest.mark.parametrize(
    "module",
    [m for m in MODULES if room(m) in ("domain", "analysis", "wording", "charts", "report")],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_no_result_depends_on_the_clock(module):
    for node in nodes(module):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("today", "utcnow"), f"{module} asks the clock"
            assert not (node.attr == "now" and getattr(node.value, "id", "") == "datetime"), f"{module} asks the clock"


def test_the_window_can_open_before_numpy_and_matplotlib_are_loaded():
    script = (
        "import sys, journal.ui.app;print([name for name in ('numpy', 'matplotlib', 'scipy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert done.stdout.strip() == "[]"
