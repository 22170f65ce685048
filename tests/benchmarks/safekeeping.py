"""Rough handling in great numbers: what is promised of the file, and how far it was reached.

    python -m tests.benchmarks.safekeeping [--row NAME ...] [--quick] [--seed 1]

Prints a Markdown table (test, asked, reached) and ends with 1 if a row was not reached. Every row is decided by the
seed and bounded in time; two processes share the work. `--quick` does a fiftieth of each, which the suite does as well.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.storage import rows
from journal.storage.engine import connect
from journal.storage.files import companions
from journal.storage.repository import Repository
from tests import keys
from tests.benchmarks.opening import insert
from tests.storage import fault_injection
from tests.storage.fault_injection import PHRASE
from tests.torture import shim
from tests.torture.scenarios import SCENARIOS

SECONDS_A_ROW = 600
QUICK = 50


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--row", action="append", choices=list(ROWS), help="only that row; may be given several times")
    parser.add_argument("--quick", action="store_true", help="a fiftieth of each")
    parser.add_argument("--full", action="store_true", help="all of it, which is what is done anyway")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    missed = 0
    print("| test | asked | reached | seconds |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory(dir=shim.fast_folder()) as name, ProcessPoolExecutor(2) as pool:
        for row in wanted.row or list(ROWS):
            folder = Path(name) / row
            folder.mkdir()
            start = time.monotonic()
            asked, reached, good = ROWS[row](Row(folder, pool, wanted.seed, QUICK if wanted.quick else 1))
            missed += not good
            seconds = time.monotonic() - start
            print(f"| {row} | {asked} | {reached}{'' if good else ' **missed**'} | {seconds:.0f} |", flush=True)
    return int(missed > 0)


class Row:
    """What a row works with: a folder, two processes, the seed, and how much less than all is wanted."""

    def __init__(self, folder: Path, pool: ProcessPoolExecutor, seed: int, less: int) -> None:
        self.folder, self.pool, self.seed, self.less = folder, pool, seed, less

    def many(self, count: int) -> int:
        return max(1, count // self.less)

    def work(self, row: str, jobs: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Do jobs under the calls between, two at a time."""
        futures = [
            self.pool.submit(_work, self.folder / str(number), row, job | {"seconds": SECONDS_A_ROW})
            for number, job in enumerate(jobs)
        ]
        return [future.result() for future in futures]

    def halves(self, row: str, count: int) -> list[dict[str, Any]]:
        """Share scenarios and rounds out between two processes."""
        halves = [list(SCENARIOS)[0::2], list(SCENARIOS)[1::2]]
        return self.work(row, [{"scenarios": half, "count": -(-count // 2), "seed": self.seed} for half in halves])

    def rounds(self, count: int, once: str, *options: Any) -> tuple[int, list[str], int]:
        """Do rounds in two processes; return how many, what failed, and what they counted."""
        futures = [
            self.pool.submit(_rounds, self.folder / f"{once}-{part}", once, range(part, count, 2), self.seed, options)
            for part in (0, 1)
        ]
        found = [future.result() for future in futures]
        return sum(done for done, _f, _c in found), [x for _d, f, _c in found for x in f], sum(c for _d, _f, c in found)


def _work(folder: Path, row: str, job: dict[str, Any]) -> dict[str, Any]:
    return shim.work(folder, row, **job)


def _rounds(folder: Path, once: str, numbers: range, seed: int, options: tuple[Any, ...]) -> tuple[int, list[str], int]:
    folder.mkdir()
    keys.derive(keys.ROUNDS)
    do: Callable[[random.Random], bool | None] = _ONCE[once](folder, *options)
    stop = time.monotonic() + SECONDS_A_ROW
    done = counted = 0
    failed: list[str] = []
    for number in numbers:
        try:
            counted += bool(do(random.Random(f"{seed}/{number}")))
        except AssertionError as error:
            failed.append(f"{number}: {error}")
        done += 1
        if time.monotonic() > stop:
            break
    return done, failed, counted


def _first(failed: list[str]) -> str:
    """The first failures on one line, or nothing."""
    return "".join(f"; {' '.join(one.split())[:300].replace('|', '/')}" for one in failed[:3])


Tooltip = tuple[str, str, bool]


def _kills(row: Row) -> Tooltip:
    found = row.halves("kills", row.many(1600))
    from_outside = row.rounds(row.many(200), "kill")
    done = sum(one["done"] for one in found) + from_outside[0]
    failed = [x for one in found for x in one["failed"]] + from_outside[1]
    asked = f">= {row.many(1000):,} kills, 0 acknowledged entries lost, always opens"
    said = (
        f"{done:,} kills in {len(SCENARIOS)} scenarios at every kind of step, {from_outside[0]} of them from outside; "
    )
    return asked, f"{said}{len(failed)} lost or not whole{_first(failed)}", done >= row.many(1000) and not failed


def _cuts(row: Row) -> Tooltip:
    found = row.halves("cuts", row.many(6000))
    done, failed = sum(one["done"] for one in found), [x for one in found for x in one["failed"]]
    asked = f">= {row.many(5000):,} images, 0 lost, 0 unopenable"
    said = f"{done:,} images of {len(SCENARIOS)} scenarios; {len(failed)} lost or unopenable{_first(failed)}"
    return asked, said, done >= row.many(5000) and not failed


def _control(row: Row) -> Tooltip:
    [found] = row.work("control", [{"count": row.many(1000), "seed": row.seed}])
    said = f"{found['done']:,} images; acknowledged entries lost in {found['lost']:,}"
    return "the same test under WAL and NORMAL must fail", said, found["lost"] > 0


def _faults(row: Row) -> Tooltip:
    found = row.halves("faults", row.many(2000))
    total = {key: sum(one[key] for one in found) for key in ("done", "kinds", "refused", "steps", "sentences")}
    failed = [x for one in found for x in one["failed"]]
    said = (
        f"{total['done']:,} faults of {total['kinds']} kinds (scenario, call and error) at {total['steps']:,} steps; "
        f"{total['refused']:,} refused in a sentence, the others done all the same; {len(failed)} wrong{_first(failed)}"
    )
    return ">= 40 kinds, each its sentence, 0 tracebacks, draft kept", said, total["kinds"] >= 40 and not failed


def _damage(row: Row) -> Tooltip:
    done, failed, noticed = row.rounds(row.many(3200), "damage", PHRASE)
    asked = f">= {row.many(3000):,} protected files, every one noticed, none overwritten"
    said = f"{done:,} files; {noticed:,} noticed, {len(failed)} overwritten or badly told{_first(failed)}"
    return asked, said, done >= row.many(3000) and noticed == done and not failed


def _damage_plain(row: Row) -> Tooltip:
    done, failed, noticed = row.rounds(row.many(3200), "damage", None)
    said = f"{done:,} files; {noticed:,} noticed, {len(failed)} overwritten or badly told{_first(failed)}"
    return "without a passphrase: none overwritten, told what is noticed", said, not failed


def _imports(row: Row) -> Tooltip:
    done, failed, into = row.rounds(row.many(21_000), "import")
    said = f"{done:,} files, {into:,} of them into a journal; {len(failed)} by halves{_first(failed)}"
    return f">= {row.many(20_000):,}, all or nothing", said, done >= row.many(20_000) and not failed


def _passphrases(row: Row) -> Tooltip:
    done, failed, _n = row.rounds(row.many(1000), "guess")
    asked = f">= {row.many(1000):,}, none opens"
    return asked, f"{done:,}; {len(failed)} opened{_first(failed)}", done >= row.many(1000) and not failed


def _plaintext(row: Row) -> Tooltip:
    [found] = row.work("plaintext", [{}])
    said = (
        f"{len(found['failed'])} of {found['done']} in {found['bytes'] / 1e6:.1f} MB written, "
        f"kept or not, and in {found['files']} files{_first(found['failed'])}"
    )
    return "0 of >= 20 markers, UTF-8 and UTF-16", said, found["done"] >= 20 and not found["failed"]


def _kill(folder: Path) -> Callable[[random.Random], None]:
    acknowledged: dict[Path, set[str]] = {}

    def once(chance: random.Random) -> None:
        passphrase = chance.choice((None, PHRASE))
        path = folder / f"{passphrase is None}.sqlite"
        known = acknowledged.setdefault(path, set())
        fault_injection.kill_while_saving(path, passphrase, chance, known)
        if len(known) > 2000:  # a journal that grows for ever would only measure its own size
            for file in (path, *companions(path)):
                file.unlink(missing_ok=True)
            known.clear()

    return once


def _damages(folder: Path, passphrase: str | None) -> Callable[[random.Random], bool]:
    keys.derive(keys.CHEAP_ROUNDS)
    whole = fault_injection.a_journal(folder / "whole.sqlite", passphrase)
    return lambda chance: fault_injection.damage(whole, folder / "damaged.sqlite", passphrase, chance)


def _spoils(folder: Path) -> Callable[[random.Random], bool]:
    def once(chance: random.Random) -> bool:
        fault_injection.spoil_import(chance)
        if chance.random() > 0.05:
            return False
        path = folder / "j.sqlite"
        if not path.exists() or path.stat().st_size > 2_000_000:
            path.unlink(missing_ok=True)
            fault_injection.a_journal(path, None)
        fault_injection.spoil_import_into(path, chance)
        return True

    return once


def _guesses(folder: Path) -> Callable[[random.Random], None]:
    path = folder / "closed.sqlite"
    fault_injection.a_journal(path, PHRASE)
    return lambda chance: fault_injection.guess_passphrase(path, chance)


def _costs(row: Row) -> Tooltip:
    """Ten years of four entries a day: what opening takes beyond a new journal's key, and saving beside bare rows."""
    said, good = [], True
    with tempfile.TemporaryDirectory() as name:  # on a disk that syncs
        for word, passphrase in (("plain", None), ("protected", PHRASE)):
            small, large = Path(name) / f"new-{word}.sqlite", Path(name) / f"old-{word}.sqlite"
            Repository.open(small, passphrase=passphrase).close()
            with Repository.open(large, passphrase=passphrase) as journal:
                journal.save(*(_entry(number) for number in range(14_600 // row.less)))
            key, opened = (min(_timed(partial(_open, path, passphrase)) for _ in range(9)) for path in (small, large))
            with Repository.open(large, passphrase=passphrase) as journal:
                read = min(_timed(journal.records) for _ in range(3))
                ours = partial(journal.save, _entry(0))
                db = connect(large, passphrase)
                for pragma in ("synchronous = EXTRA", "foreign_keys = ON", "secure_delete = ON"):
                    db.execute(f"PRAGMA {pragma}")
                pairs = [(_timed(ours), _timed(partial(_bare, db))) for _ in range(max(10, 100 // row.less))]
                db.close()
            ratio = statistics.median(one for one, _two in pairs) / statistics.median(two for _one, two in pairs)
            good &= opened - key < 0.1 and ratio <= 2
            said.append(
                f"{word}: opening {opened * 1000:.0f} ms ({(opened - key) * 1000:+.0f} beside a new journal's), "
                f"reading every record {read:.2f} s, saving {ratio:.2f} x"
            )
    asked = "ten years: opening at most the key and 100 ms, saving at most 2 x the same rows written bare"
    return asked, "; ".join(said), good


def _open(path: Path, passphrase: str | None) -> None:
    Repository.open(path, passphrase=passphrase).close()


def _entry(number: int) -> Entry:
    at = datetime(2016, 1, 1, 8, tzinfo=UTC) + timedelta(hours=6 * number)
    places = ("left_calf_upper", "left_sole", "sacrum")
    marks = tuple(Symptom(place, Kind.PAIN, 1 + (number + n) % 10) for n, place in enumerate(places))
    return Entry(recorded_at=at, scope=Scope.NOW, symptoms=marks, activities=("walking",), note="as usual")


def _bare(db) -> None:
    with db.tools.atomic():
        for table, row in rows.of(_entry(0)):
            db.execute(insert(table, row), list(row.values()))


def _timed(call: Callable[[], None]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


_ONCE: dict[str, Callable[..., Callable[[random.Random], bool | None]]] = {
    "kill": _kill,
    "damage": _damages,
    "import": _spoils,
    "guess": _guesses,
}
ROWS: dict[str, Callable[[Row], Tooltip]] = {
    "kills": _kills,
    "power-cuts": _cuts,
    "wal-control": _control,
    "faults": _faults,
    "damage": _damage,
    "damage-plain": _damage_plain,
    "imports": _imports,
    "passphrases": _passphrases,
    "plaintext": _plaintext,
    "costs": _costs,
}


if __name__ == "__main__":
    sys.exit(main())
