"""Kills a real check-in at many moments and looks for the draft: how much of what was touched came back.

    python -m tests.benchmarks.killed_check_ins [KILLS]

A child process paints a region every 60 ms in a real (offscreen) window and says each one; it is killed (SIGKILL) at a
moment of its own, from a twentieth of a second to four seconds after its first touch. The journal is the same file
throughout, so that each child also begins with the draft that the one before left behind. Every touch made two
seconds or longer before the kill must be in the file, and no entry ever. Ends with 1 otherwise.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from journal.storage.repository import Repository

CHILD = Path(__file__).parents[1] / "ui" / "checking_in.py"
PAUSE_MS = 60
SEED = 7


def kill_one(journal: Path, wait: float) -> list[tuple[str, float]]:
    """Let a child paint, kill it `wait` seconds after its first touch, and return what it touched and when."""
    touched: list[tuple[str, float]] = []
    command = [sys.executable, str(CHILD), str(journal), str(PAUSE_MS)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline().strip()
        start = time.monotonic()
        touched.append((first, start))
        while time.monotonic() - start < wait:
            touched.append((child.stdout.readline().strip(), time.monotonic()))
        os.kill(child.pid, signal.SIGKILL)
        touched.append(("", time.monotonic()))
    return touched


def main() -> int:
    """Print what came back."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    rng = random.Random(SEED)
    bad = back = 0
    oldest_lost = 0.0
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal.sqlite"
        for number in range(kills):
            *touched, (_end, killed) = kill_one(journal, rng.uniform(0.05, 4))
            with Repository.open(journal, create=False) as repository:
                draft = repository.draft(editing=False)
                entries = repository.records().entries
                repository.drop_draft(editing=False)
            kept = {mark.region for mark in draft.entry.marks} if draft else set()
            lost = [killed - when for region, when in touched if region not in kept]
            oldest_lost = max([oldest_lost, *lost])
            back += draft is not None
            if entries or any(age >= 2 for age in lost):
                bad += 1
                print(f"kill {number}: lost a touch {max(lost, default=0):.2f} s old, {len(entries)} entries")
    print(f"{kills} kills: draft back in {back} (the others were killed before the first was due),")
    print(
        f"oldest touch lost {oldest_lost:.2f} s before the kill, {bad} kills broke the promise of 2 s, 0 half entries"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
