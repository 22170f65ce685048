"""Rough handling in great numbers: kills, damaged files, spoilt imports, wrong passphrases; and what safety costs.

    python -m tests.benchmarks.safekeeping [--kills 1000] [--damages 3000] [--imports 20000] [--passphrases 1000]
                                           [--seed 1] [--minutes 20]

Prints a Markdown table and ends with 1 if anything was lost, opened or went unnoticed that must not. Each row stops
when its share of the time is over and says how far it came. Quick versions of all of it are in the suite.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.errors import StorageError
from journal.storage import rows
from journal.storage.engine import connect
from journal.storage.repository import Repository
from tests.storage import rounds
from tests.storage.rounds import PHRASE


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--damages", type=int, default=3000)
    parser.add_argument("--imports", type=int, default=20000)
    parser.add_argument("--passphrases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=20)
    wanted = parser.parse_args()
    share = wanted.minutes * 60 / 6
    failures = 0
    print("| test | rounds | result |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, count, start in (
            ("kill -9 while saving, plain", wanted.kills // 2, lambda: _kills(folder / "plain.sqlite", None)),
            ("kill -9 while saving, encrypted", wanted.kills // 2, lambda: _kills(folder / "keyed.sqlite", PHRASE)),
            ("damaged files, encrypted: noticed", wanted.damages // 2, lambda: _damages(folder, PHRASE)),
            ("damaged files, plain: none written to", wanted.damages // 2, lambda: _damages(folder, None)),
            ("spoilt imports: all or nothing", wanted.imports, lambda: rounds.spoil_import),
            ("wrong passphrases: none opens", wanted.passphrases, lambda: _passphrases(folder)),
        ):
            failures += _row(title, count, start(), wanted.seed, share)
        _costs(folder)
    return int(failures > 0)


def _row(title: str, count: int, once: Callable[[random.Random], None], seed: int, seconds: float) -> int:
    stop = time.monotonic() + seconds
    done, failed = 0, []
    for number in range(count):
        try:
            once(random.Random(f"{seed}/{number}"))
        except AssertionError as error:
            failed.append(f"{number}: {error}")
        done += 1
        if time.monotonic() > stop:
            break
    print(f"| {title} | {done} of {count} | {'; '.join(failed[:3]) or 'none failed'} |", flush=True)
    return len(failed)


def _kills(path: Path, passphrase: str | None) -> Callable[[random.Random], None]:
    acknowledged: set[str] = set()

    def once(chance: random.Random) -> None:
        rounds.kill_while_saving(path, passphrase, chance, acknowledged)
        if len(acknowledged) > 2000:  # a journal that grows for ever would only measure its own size
            path.unlink()
            acknowledged.clear()

    return once


def _damages(folder: Path, passphrase: str | None) -> Callable[[random.Random], None]:
    whole = rounds.a_journal(folder / f"whole-{passphrase}.sqlite", passphrase)

    def once(chance: random.Random) -> None:
        noticed = rounds.damage(whole, folder / "damaged.sqlite", passphrase, chance)
        assert noticed or passphrase is None, "unnoticed"

    return once


def _passphrases(folder: Path) -> Callable[[random.Random], None]:
    path = folder / "closed.sqlite"
    rounds.a_journal(path, PHRASE)

    def once(chance: random.Random) -> None:
        letters = list(PHRASE)
        for _ in range(chance.randint(1, 3)):
            letters[chance.randrange(len(letters))] = chance.choice("abcdefghijklmnopqrstuvwxyz '\"ABC")
        wrong = "".join(letters)[: chance.randint(1, len(PHRASE))]
        if wrong == PHRASE:
            return
        try:
            Repository.open(path, passphrase=wrong, read_only=True).close()
        except StorageError as error:
            assert error.code == "passphrase_wrong", error.code
        else:
            raise AssertionError(f"{wrong!r} opens it")

    return once


def _costs(folder: Path) -> None:
    """Ten years of four entries a day: seconds to load, and saving beside bare rows on the same engine."""
    print("\n| ten years, 14,600 entries | plain | encrypted |\n|---|---|---|")
    opened, loaded, ratio = [], [], []
    for passphrase in (None, PHRASE):
        path = folder / f"ten-years-{passphrase is None}.sqlite"
        with Repository.open(path, passphrase=passphrase) as journal:
            journal.save(*(_entry(number) for number in range(14_600)))
        start = time.perf_counter()
        with Repository.open(path, passphrase=passphrase) as journal:
            opened.append(time.perf_counter() - start)
            start = time.perf_counter()
            journal.records()
            loaded.append(time.perf_counter() - start)
            ours = statistics.median(_timed(lambda: journal.save(_entry(0))) for _ in range(100))
        db = connect(path, passphrase)
        for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON", "secure_delete = ON"):
            db.execute(f"PRAGMA {pragma}")
        bare = statistics.median(_timed(partial(_bare, db)) for _ in range(100))
        db.close()
        ratio.append(ours / bare)
    print(f"| open | {opened[0]:.3f} s | {opened[1]:.3f} s |")
    print(f"| read every record | {loaded[0]:.2f} s | {loaded[1]:.2f} s |")
    print(f"| save one entry, beside the same rows written bare | {ratio[0]:.2f} x | {ratio[1]:.2f} x |")


def _entry(number: int) -> Entry:
    at = datetime(2016, 1, 1, 8, tzinfo=UTC) + timedelta(hours=6 * number)
    places = ("left_calf_upper", "left_sole", "sacrum")
    marks = tuple(Symptom(place, Kind.PAIN, 1 + (number + n) % 10) for n, place in enumerate(places))
    return Entry(recorded_at=at, scope=Scope.NOW, symptoms=marks, activities=("walking",), note="as usual")


def _bare(db) -> None:
    with db.atomic():
        for table, row in rows.of(_entry(0)):
            db.conn.execute(table.insert, row)


def _timed(call: Callable[[], None]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
