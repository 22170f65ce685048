"""The check-in as a screen reader's own protocol sees it: AT-SPI, end to end, where the system has it."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from journal.storage.repository import Repository

ROOT = Path(__file__).parents[2]
READER = Path(__file__).with_name("atspi_reader.py")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SECONDS = 300


def system_python() -> str | None:
    """A Python that can speak AT-SPI: this one, or the system's."""
    for python in (sys.executable, "/usr/bin/python3"):
        if Path(python).exists():
            asked = [python, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]
            if subprocess.run(asked, capture_output=True).returncode == 0:
                return python
    return None


def missing() -> str | None:
    """What the system lacks, in words, or None."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is Linux's"
    for tool in ("Xvfb", "dbus-run-session"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        return "at-spi2-core is not installed"
    return None if system_python() else "no Python here has gi with Atspi 2.0"


@pytest.fixture
def display():
    """A screen that nobody sees."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.mark.skipif(missing() is not None, reason=f"no AT-SPI end to end: {missing()}")
def test_a_screen_reader_finds_a_region_by_name_presses_it_and_saves(display, tmp_path):
    journal = tmp_path / "journal.sqlite"
    python = system_python()
    assert python is not None
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "PYTHONIOENCODING": "utf-8",
    }
    environment.pop("WAYLAND_DISPLAY", None)
    command = ["dbus-run-session", "--", python, str(READER), sys.executable, str(journal)]
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as session:
        try:
            said, trouble = session.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(session.pid, signal.SIGKILL)
            said, trouble = session.communicate()
            pytest.fail(f"the session did not end in {SECONDS} s\n{said}\n{trouble[-2000:]}")
    if "xcb" in trouble and "could not load" in trouble.lower():
        pytest.skip("Qt's xcb plugin lacks a library here")
    lines = said.splitlines()
    assert "found: check box “Left front of shin”, not checked" in lines, f"{said}\n{trouble[-2000:]}"
    assert "after the press: checked, “pain 5”" in lines, f"{said}\n{trouble[-2000:]}"
    assert "pressed: Save" in lines
    with Repository.open(journal, create=False, read_only=True) as repository:
        (entry,) = repository.records().entries
    assert [(mark.region, mark.intensity) for mark in entry.marks] == [("left_shin", 5)]
