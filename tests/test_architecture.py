"""The house keeps its shape: imports run one way, a toolkit has one room, the window opens before the heavy parts."""

import ast
import graphlib
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
    "printing": 5,
    "ui": 6,
    "cli": 7,
}
"""A room imports from floors below its own, or from itself."""
LEAVES = {"paths", "i18n", "drawing", "palette", "outfile", "sample"}
TOOLKITS = {
    "PySide6": {"printing", "ui"},
    "shiboken6": {"ui"},
    "matplotlib": {"charts"},
    "sqlite3": {"storage"},
    "sqlite_utils": {"storage"},
    "sqlcipher3": {"storage"},
    "pysqlite3": {"storage"},
    "numpy": {"analysis", "charts"},
    "scipy": set(),  # judges our Student's t in the tests only
    "click": {"cli"},
}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def nodes(module: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))


@pytest.fixture(autouse=True, scope="module")
def forgotten_afterwards():
    """A million nodes, which every later search for garbage would look at."""
    yield
    nodes.cache_clear()


def imports(module: Path) -> Iterator[str]:
    for node in nodes(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_module_imports_only_from_below():
    for module in MODULES:
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


def test_every_toolkit_stays_in_its_room_and_nothing_goes_online():
    for module in MODULES:
        for name in imports(module):
            top = name.split(".")[0]
            assert room(module) in TOOLKITS.get(top, {room(module)}), f"{module} imports {name}"
            assert top not in NETWORK, f"{module} could go online by {name}"
            assert "QtNetwork" not in name, f"{module} could go online by {name}"
            assert "pyplot" not in name, f"{module} imports pyplot, which keeps state for the whole program"


def test_what_a_record_is_needs_only_the_standard_library():
    for module in (module for module in MODULES if room(module) == "domain"):
        for name in imports(module):
            top = name.split(".")[0]
            assert top == "journal" or top in sys.stdlib_module_names, f"{module} imports {name}"


def test_no_result_depends_on_the_clock():
    rooms = ("domain", "analysis", "wording", "charts", "report")
    for module in (module for module in MODULES if room(module) in rooms):
        for node in nodes(module):
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("today", "utcnow"), f"{module} asks the clock"
                own = node.attr == "now" and getattr(node.value, "id", "") == "datetime"
                assert not own, f"{module} asks the clock"


def test_a_page_is_laid_out_and_written_without_a_window():
    for module in MODULES:
        if room(module) == "printing":
            assert not any(name.startswith(("PySide6.QtWidgets", "PySide6.QtPrintSupport")) for name in imports(module))


def test_every_dialog_is_counted_as_open_while_it_waits():
    for module in (module for module in MODULES if room(module) == "ui" and module.stem not in ("dialogs", "app")):
        calls = (node.func for node in nodes(module) if isinstance(node, ast.Call))
        assert "exec" not in {call.attr for call in calls if isinstance(call, ast.Attribute)}, f"{module} waits alone"


def test_the_window_can_open_before_numpy_and_matplotlib_are_loaded():
    script = "import sys, journal.ui.app;print([name for name in ('numpy', 'matplotlib') if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert done.stdout.strip() == "[]"


def file_of(name: str) -> Path | None:
    """The file that an imported name stands for, if it is one of the package's."""
    path = PACKAGE.parent.joinpath(*name.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.is_file() and file.is_relative_to(PACKAGE):
            return file
    return None


def needed(module: Path) -> set[Path]:
    """The files a file imports, at any time and if only for its types: a stranger reads them together."""
    found = set()
    for node in nodes(module):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {file_of(name) or file_of(node.module or "") for name in names}
        elif isinstance(node, ast.Import):
            found |= {file_of(alias.name) for alias in node.names}
    return {file for file in found if file is not None and file != module}


def test_no_files_need_each_other_in_a_circle():
    order = graphlib.TopologicalSorter({module: needed(module) for module in MODULES})
    try:
        order.prepare()
    except graphlib.CycleError as error:
        pytest.fail(" needs ".join(str(file.relative_to(PACKAGE)) for file in error.args[1]))


def test_no_file_is_so_long_that_nobody_reads_it():
    found = {str(file.relative_to(PACKAGE)): len(file.read_text().splitlines()) for file in MODULES}
    assert {name: lines for name, lines in found.items() if lines > 400} == {}


def test_the_window_knows_no_page_by_name_and_loads_none_before_it_is_shown():
    pages = {module for module in MODULES if module.name == "page.py" and module.parent.parent.name == "ui"}
    assert len(pages) >= 10
    for module in (PACKAGE / "ui" / "main_window.py", PACKAGE / "ui" / "sidebar.py", PACKAGE / "ui" / "app.py"):
        assert not needed(module) & pages
    script = (
        "import sys, journal.ui.app;"
        "print([name for name in sys.modules if name.startswith('journal.ui.') and name.count('.') == 3"
        " and name.endswith('.page')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert done.stdout.strip() == "[]"


def test_every_button_chooser_and_field_takes_slips_of_the_hand_from_one_place():
    """Raw ones let the wheel change them and a double click press them twice: `journal/ui/widgets/buttons.py`."""
    raw = {"QPushButton", "QToolButton", "QComboBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QSpinBox"}
    raw |= {"QDoubleSpinBox", "QSlider", "QDial", "QAbstractButton", "QFontComboBox", "QCommandLinkButton"}
    made = {
        f"{module.relative_to(PACKAGE)}:{node.lineno} {node.func.id}"
        for module in MODULES
        for node in nodes(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in raw
    }
    made |= {
        f"{module.relative_to(PACKAGE)}:{node.lineno} {node.name}"
        for module in MODULES
        for node in nodes(module)
        if isinstance(node, ast.ClassDef)
        and node.name != "RegionButton"  # the body: each press of it is a stroke, and it minds double clicks itself
        and any(isinstance(base, ast.Name) and base.id in raw for base in node.bases)
        and not any(
            isinstance(base, ast.Name) and base.id in ("OneClick", "Wheelless", "_CalendarOnDemand")
            for base in node.bases
        )
    }
    assert not made
