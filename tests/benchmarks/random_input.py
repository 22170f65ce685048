"""Random clicks, turns of the wheel and keys on a real window: it lives on, says no traceback, and grows not.

    python -m tests.benchmarks.random_input [--minutes 10] [--seed 1]

Needs Xvfb and xdotool; no manager of windows, whose buttons would close it. The journal is a copy of the sample,
in a folder of its own, where whatever the hands do stays. Figures go to standard output; the exit code is 1 where
one is not met.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

from journal import sample
from journal.storage.repository import Repository
from tests.benchmarks.x_display import SIZE, XDisplay, resident, wait

ROOT = Path(__file__).parents[2]
KEYS = (
    *"abc 0123456789",
    *("Tab", "shift+Tab", "Return", "Escape", "space", "Up", "Down", "Left", "Right", "Prior", "Next", "Home", "End"),
    *("Delete", "BackSpace", "F1", "F2", "F3", "ctrl+z", "ctrl+shift+z", "ctrl+s", "ctrl+f", "ctrl+l", "ctrl+a"),
    *("ctrl+plus", "ctrl+minus", "ctrl+0", "shift+1", "shift+5", *(f"alt+{digit}" for digit in range(10))),
)
GROWTH = 1.25
"""The most that memory may grow from the middle third, when every page was made, to the end."""
_DIALOGS = 2
"""One that asks before it is left, and its question."""
SMALLEST_WINDOW = 100
"""Windows smaller than this on both sides are stray: nothing of ours is so small."""


def main() -> int:
    """Run it, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if missing := [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]:
        print(f"not run: {', '.join(missing)} not installed")
        return 1
    with tempfile.TemporaryDirectory() as folder, XDisplay() as screen:
        return Hands(Path(folder), asked.seed, screen.name).play(asked.minutes * 60)


class Hands:
    """A screen, the program on it, and hands that do not know what they do."""

    def __init__(self, folder: Path, seed: int, display: str) -> None:
        self.random = random.Random(seed)
        self.errors = folder / "errors.txt"
        self.stray: set[str] = set()
        self.memory: list[float] = []
        """Megabytes, every five seconds."""
        self.journal = folder / "journal.sqlite"
        with Repository.open(self.journal) as repository:
            repository.save(*sample.generate(date.today()))
        self.settings = {
            **os.environ,
            "PYTHONFAULTHANDLER": "1",
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "HOME": str(folder),
            **{f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "CACHE", "STATE")},
        }

    def play(self, seconds: float) -> int:
        """Do something at random for that long, and return the exit code."""
        with self.errors.open("wb") as errors:
            window = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), "--journal", str(self.journal)],
                env=self.settings,
                cwd=ROOT,
                stderr=errors,
            )
            try:
                done = self._until(seconds, window)
                ended = window.poll()
                alive = ended is None
                for _press in range(8):
                    self._do("key", "Escape")
                left = [self._name(one) for one in self._windows(window.pid)] if alive else []
            finally:
                window.terminate()
                with suppress(subprocess.TimeoutExpired):
                    window.wait(10)
        return self._report(done, left, ended)

    def _until(self, seconds: float, window: "subprocess.Popen[bytes]") -> int:
        with suppress(TimeoutError):  # then no window is found at the end either
            wait(lambda: bool(self._windows(window.pid)))
        end = time.monotonic() + seconds
        done, looked = 0, 0.0
        while time.monotonic() < end and window.poll() is None:
            self._do(*self._something())
            done += 1
            if time.monotonic() - looked > 5:
                looked = time.monotonic()
                with suppress(OSError):  # it has ended meanwhile
                    self.memory.append(resident(window.pid))
                for name, (width, height) in self._windows(window.pid).items():
                    if max(width, height) < SMALLEST_WINDOW:
                        self.stray.add(f"{name} {width}×{height}")
        return done

    def _something(self) -> list[str]:
        """A click, a double click, a drag, a turn of the wheel, or some keys."""
        pick = self.random
        x, y = (str(pick.randrange(edge)) for edge in SIZE)
        move = ["mousemove", x, y]
        match pick.choices(("click", "double", "drag", "wheel", "keys", "escape"), (40, 8, 8, 14, 26, 4))[0]:
            case "click":
                return [*move, "click", pick.choice(("1", "1", "1", "3"))]
            case "double":
                return [*move, "click", "--repeat", "2", "--delay", "60", "1"]
            case "drag":
                there = [str(pick.randrange(edge)) for edge in SIZE]
                return [*move, "mousedown", "1", "mousemove", *there, "mouseup", "1"]
            case "wheel":
                return [*move, "click", "--repeat", str(pick.randrange(1, 8)), pick.choice(("4", "5"))]
            case "escape":
                return ["key", "Escape"]
        return ["key", *(pick.choice(KEYS).replace(" ", "space") for _key in range(pick.randrange(1, 6)))]

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.settings, stderr=subprocess.DEVNULL, timeout=30)

    def _windows(self, pid: int) -> dict[str, tuple[int, int]]:
        """The windows that show, by their ids, and how large they are."""
        asked = ["xdotool", "search", "--onlyvisible", "--pid", str(pid)]
        found = subprocess.run(asked, env=self.settings, capture_output=True, text=True).stdout.split()
        sizes = {}
        for window in found:
            asked = ["xdotool", "getwindowgeometry", "--shell", window]
            said = subprocess.run(asked, env=self.settings, capture_output=True, text=True).stdout
            values = dict(line.split("=") for line in said.splitlines() if "=" in line)
            if "WIDTH" in values:
                sizes[window] = int(values["WIDTH"]), int(values["HEIGHT"])
        return sizes

    def _name(self, window: str) -> str:
        asked = ["xdotool", "getwindowname", window]
        return subprocess.run(asked, env=self.settings, capture_output=True, text=True).stdout.strip()

    def _report(self, done: int, left: list[str], ended: int | None) -> int:
        said = self.errors.read_text(errors="replace")
        middle = self.memory[len(self.memory) // 3 : 2 * len(self.memory) // 3] or [1]
        end = self.memory[-max(1, len(self.memory) // 6) :] or [1]
        before, after = sum(middle) / len(middle), sum(end) / len(end)
        rows = (
            ("the program lives on", "yes" if ended is None else f"no: exit code {ended}", ended is None),
            ("tracebacks", str(said.count("Traceback")), "Traceback" not in said),
            ("stray windows", ", ".join(sorted(self.stray)) or "0", not self.stray),
            ("windows at the end", "; ".join(left), 1 <= len(left) <= _DIALOGS + 1 and all(left)),
            ("memory, MiB: middle, end", f"{before:.0f}, {after:.0f}", after < before * GROWTH),
        )
        print(f"{done:,} actions")
        for what, value, good in rows:
            print(f"{'ok ' if good else 'NOT'}  {what}: {value}")
        if "Traceback" in said or ended is not None:
            print(said[-4000:])
        return 0 if all(good for _what, _value, good in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
