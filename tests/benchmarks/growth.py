"""How the command line grows with the journal: processor time and peak memory against floors of the same run.

    python -m tests.benchmarks.growth [--entries 73000] [--treatments 10000]

- `add` in the large journal against `add` in one of a hundredth: at most 1.5 times the time and the memory.
- `list` and `export` (json and zip): ten times the entries take at most 15 times the time of a tenth, without what
  every command takes first; and at most twice the memory of reading all records and doing nothing with them.
- `report` with all treatments against a tenth of them: at most 15 times.
- Saving in the window: bytes that each further save leaves behind in a session, at most a tenth of its records.

Ends with 1 if one is missed. Each command is a process of its own.
"""

import argparse
import gc
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from journal.domain.treatment import Treatment, TreatmentKind
from journal.storage.repository import Repository
from tests.benchmarks.analysis_scaling import moment

ROOT = Path(__file__).parents[2]
_READ = """
import sys, pathlib
from journal.storage.repository import Repository
journal = Repository.open(pathlib.Path(sys.argv[1]), read_only=True)
records = journal.records()
"""


@dataclass(frozen=True)
class Cost:
    """Processor seconds and peak megabytes."""

    seconds: float
    megabytes: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=73_000)
    parser.add_argument("--treatments", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # in a process of their own: what this one once needed would be counted as the commands' peak
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as made:
            journals = {
                share: made.submit(with_entries, folder / f"{share}.sqlite", asked.entries // share).result()
                for share in (1, 10, 100)
            }
            treated = {
                share: made.submit(with_treatments, folder / f"t{share}.sqlite", asked.treatments // share).result()
                for share in (1, 10)
            }
        rows = [*entry_rows(folder, journals), *report_rows(folder, treated), saving_row(journals[10])]
    print("| what | reached | asked |\n|---|---|---|")
    for what, reached, most in rows:
        print(f"| {what} | {reached:.2f} | <= {most} |")
    return int(any(reached > most for _what, reached, most in rows))


def entry_rows(folder: Path, journals: dict[int, Path]) -> list[tuple[str, float, float]]:
    small, tenth, large = (journals[share] for share in (100, 10, 1))
    first = command(small, "add", "--regions").seconds
    added = [command(journal, "add") for journal in (small, large)]
    rows = [
        ("add: time, large / small", added[1].seconds / added[0].seconds, 1.5),
        ("add: memory, large / small", added[1].megabytes / added[0].megabytes, 1.5),
    ]
    floor = run([sys.executable, "-c", _READ, str(large)]).megabytes
    for words in (("list",), ("export", "-o", folder / "a.json"), ("export", "-o", folder / "a.zip")):
        some, many = command(tenth, *words), command(large, *words)
        named = " ".join([words[0], *(Path(word).suffix for word in words[2:])])
        grown = (many.seconds - first) / max(some.seconds - first, 0.02)
        rows += [(f"{named}: time, all / a tenth", grown, 15), (f"{named}: memory / floor", many.megabytes / floor, 2)]
    return rows


def report_rows(folder: Path, treated: dict[int, Path]) -> list[tuple[str, float, float]]:
    few, many = (command(treated[share], "report", "-o", folder / "page.pdf") for share in (10, 1))
    return [
        ("report: time, all treatments / a tenth", many.seconds / few.seconds, 15),
        (f"report: memory, the same ({many.seconds:.1f} s)", many.megabytes / few.megabytes, 3),
    ]


def saving_row(path: Path) -> tuple[str, float, float]:
    """Save in a session a hundred times, and weigh what stays against what one entry itself weighs."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from journal.ui.session import Session

    application = QApplication.instance() or QApplication([])
    session = Session(Repository.open(path))
    count = len(session.records.entries)
    rng = random.Random(3)

    def save(number: int) -> None:
        session.save(moment(rng, 30_000 + number, 8))
        while session.busy:
            application.processEvents()
        gc.collect()

    import journal.charts.ladder  # noqa: F401, the session loads it after the first

    tracemalloc.start()
    for number in range(-3, 2):  # what is computed of the whole journal is there once, and then replaced
        save(number)
    before = tracemalloc.get_traced_memory()[0]
    for number in range(2, 12):
        save(number)
    left = (tracemalloc.get_traced_memory()[0] - before) / 10
    tracemalloc.stop()
    session.close()
    references = 8 * count  # a tuple of all records: what one copy that is kept would add
    return (f"a save in the window leaves {left / 1024:.1f} KiB; / one copy of all references", left / references, 0.5)


def command(journal: Path, *words: str | Path) -> Cost:
    return run([sys.executable, str(ROOT / "main.py"), "--journal", str(journal), *map(str, words)])


def run(arguments: list[str]) -> Cost:
    started = subprocess.Popen(
        arguments, cwd=ROOT, stdout=subprocess.DEVNULL, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    _pid, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise RuntimeError(f"{arguments} ended with {started.returncode}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def with_entries(path: Path, count: int) -> Path:
    rng = random.Random(1)
    with Repository.open(path) as journal:
        journal.save(*(moment(rng, number // 4, 8 + 4 * (number % 4)) for number in range(count)))
    return path


def with_treatments(path: Path, count: int) -> Path:
    kinds, first = list(TreatmentKind), date(2020, 1, 1)
    with Repository.open(path) as journal:
        journal.save(
            *(
                Treatment(
                    kind=kinds[number % len(kinds)],
                    name=f"treatment {number}",
                    started_on=first + timedelta(days=number % 2000),
                )
                for number in range(count)
            ),
            *(moment(random.Random(2), 365 * 55 + number, 8) for number in range(400)),
        )
    return path


if __name__ == "__main__":
    sys.exit(main())
