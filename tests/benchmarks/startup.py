"""How long the window takes from the start of the program until it shows and a click on the body paints.

    python -m tests.benchmarks.startup [--rounds 10]

On a virtual X screen (Xvfb) without a window manager, from outside: the moment at which the window's pixels are there,
beside a bare Qt window and, where they are there, RedNotebook and the folder that resources/packaging/build_linux.sh
makes, in turns in the same run. The memory and the processor
time are the process's own at that moment. Modules are compiled beforehand, as an installation does. Prints a Markdown
table of medians and ends with 1 if a limit is passed.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from journal import paths
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.storage.repository import Repository
from tests.benchmarks.x_display import Box, XDisplay, resident, wait

TIMES_BARE, TIMES_REDNOTEBOOK = 1.5, 0.75
TIMES_BUILT = 1.25
"""The built folder, of the same program in its virtual environment."""
MOST_MB = 110
OURSELVES = ("Sciatica Journal", "the built folder")
BUILT = Path(__file__).parents[2] / "dist" / paths.APP / paths.APP
BARE = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("A bare window")
window.setStyleSheet("font-size: 60px")
window.resize(1280, 768)
window.show()
app.exec()
"""
OURS = "from journal.cli import main; main()"
WHERE = """
import os
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from journal.ui import app
def tell():
    window = next(part for part in QApplication.topLevelWidgets() if hasattr(part, "page") and part.isVisible())
    button = window.page("check_in").map.buttons("left_thigh_outer")[0]
    at = window.page("check_in").map.mapToGlobal(button.part.label_point.toPoint())
    print(at.x(), at.y(), flush=True)
    os._exit(0)  # closing would keep another geometry
started = QApplication([])
QTimer.singleShot(3000, tell)
app.run(Path(sys.argv[1]))
"""
"""Asks the program itself where on the screen a place of the body is."""
_PAINTED = 4
"""Colours that an empty window does not have."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program."""

    seconds: float
    """Until its window shows and is painted."""
    cpu: float
    """Seconds of processor time until then, user and system, all threads."""
    megabytes: float
    """Resident then."""
    usable: float | None = None
    """Seconds until a click, made when it was painted, has painted."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name, XDisplay() as display:
        folder = Path(name)
        journal = folder / "data" / paths.APP / paths.JOURNAL_NAME  # where it is when nobody says otherwise
        journal.parent.mkdir(parents=True)
        fill(journal)
        environment = surroundings(folder, display)
        place = where(environment, journal)
        programs: dict[str, Sequence[str]] = {
            "a bare Qt window": (sys.executable, "-c", BARE),
            "Sciatica Journal": (sys.executable, "-c", OURS),
        }
        if shutil.which("rednotebook"):
            programs["RedNotebook"] = ("rednotebook",)
        if BUILT.exists():
            programs["the built folder"] = (str(BUILT),)
        starts: dict[str, list[Start]] = {program: [] for program in programs}
        for number in range(rounds + 1):
            for program, command in programs.items():
                around = environment if command[0] == sys.executable else without(environment, "PYTHONPATH")
                found = start(display, command, around, place if program in OURSELVES else None)
                if number:  # the first warms up
                    starts[program].append(found)
    return report(starts)


def fill(path: Path) -> None:
    """A year of entries, the last one yesterday."""
    now = datetime.now().astimezone()
    places = ("left_heel", "left_calf_upper", "left_thigh_outer")
    marks = tuple(Symptom(place, Kind.PAIN, 4) for place in places)
    with Repository.open(path) as repository:
        days = (now - timedelta(days=number) for number in range(1, 366))
        repository.save(*(Entry(recorded_at=day, scope=Scope.DAY, symptoms=marks) for day in days))


def surroundings(folder: Path, display: XDisplay) -> dict[str, str]:
    """An environment with a home of its own."""
    return without(dict(os.environ), "PYTHONDONTWRITEBYTECODE") | {
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "DISPLAY": display.name,
        "QT_QPA_PLATFORM": "xcb",
        "GDK_BACKEND": "x11",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "PYTHONPATH": str(Path(paths.__file__).parents[1]),
    }


def without(environment: dict[str, str], name: str) -> dict[str, str]:
    """Leave a variable out."""
    return {key: value for key, value in environment.items() if key != name}


def where(environment: dict[str, str], journal: Path) -> tuple[int, int]:
    """Return where on the screen the outer side of the left thigh is."""
    done = subprocess.run(
        [sys.executable, "-c", WHERE, str(journal)], env=environment, capture_output=True, text=True, timeout=60
    )
    x, y = done.stdout.split()
    return int(x), int(y)


def start(
    display: XDisplay, command: Sequence[str], environment: dict[str, str], place: tuple[int, int] | None
) -> Start:
    """Start a program, look at it, and end it."""
    display.point(*place or (0, 0))
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        painted = wait(lambda: (box := display.window()) is not None and display.colours(box) >= _PAINTED) - began
        cpu, megabytes = processor(process.pid), resident(process.pid)
        usable = None
        if place is not None:
            around = Box(place[0] - 3, place[1] - 3, 7, 7)
            before = display.pixels(around)
            display.click()
            usable = wait(lambda: display.pixels(around) != before) - began
        return Start(painted, cpu, megabytes, usable)
    finally:
        process.kill()
        process.wait()
        wait(lambda: display.window() is None)


def processor(pid: int) -> float:
    """Return the seconds all of a process's threads have run, to the nanosecond."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def report(starts: dict[str, list[Start]]) -> int:
    """Print the table, and return 1 if a limit is passed."""
    medians = {
        program: {
            "seconds": statistics.median(one.seconds for one in found),
            "cpu": statistics.median(one.cpu for one in found),
            "megabytes": statistics.median(one.megabytes for one in found),
            "usable": statistics.median(one.usable if one.usable is not None else one.seconds for one in found),
        }
        for program, found in starts.items()
    }
    print(f"| median of {len(starts['Sciatica Journal'])} starts | painted, s | a click has painted, s | CPU, s | MB |")
    print("|---|---|---|---|---|")
    for program, row in medians.items():
        usable = f"{row['usable']:.2f}" if program in OURSELVES else ""
        print(f"| {program} | {row['seconds']:.2f} | {usable} | {row['cpu']:.2f} | {row['megabytes']:.0f} |")
    ours = medians["Sciatica Journal"]
    limits = {"a bare Qt window": TIMES_BARE, "RedNotebook": TIMES_REDNOTEBOOK}
    failed = ours["megabytes"] > MOST_MB
    for program, most in limits.items():
        if program in medians:
            pairs = zip(starts["Sciatica Journal"], starts[program], strict=True)
            ratio = statistics.median(one.seconds / other.seconds for one, other in pairs)
            failed = failed or ratio > most
            print(f"\n{ratio:.2f} times {program} (at most {most:g})", end="")
    if built := starts.get("the built folder"):
        pairs = zip(built, starts["Sciatica Journal"], strict=True)
        ratio = statistics.median(one.seconds / other.seconds for one, other in pairs)
        failed = failed or ratio > TIMES_BUILT
        print(f"\nthe built folder: {ratio:.2f} times the virtual environment (at most {TIMES_BUILT:g})", end="")
    print(f"\n{ours['megabytes']:.0f} MB (at most {MOST_MB})")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
