"""What opening an encrypted journal of ten years costs beyond deriving its key, and saving beside the bare engine.

    python -m tests.benchmarks.opening [--years 10] [--rounds 7]

Prints a Markdown table (medians of interleaved rounds) and ends with 1 if opening costs more than the key derivation
plus 100 ms, or saving an entry more than twice the same rows through bare sqlcipher3 with the same settings.
"""

import argparse
import hashlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlcipher3

from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.storage import rows
from journal.storage.repository import Repository

PHRASE = "seven wet stones"
BEYOND_SECONDS, TIMES_BARE = 0.1, 2.0
REGIONS = ("left_heel", "left_calf_upper", "left_calf_lower", "left_thigh_outer")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=7)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "journal.sqlite"
        fill(path, wanted.years)
        derive, opening, reading = (
            statistics.median(times)
            for times in interleaved(wanted.rounds, lambda: derived(path), lambda: opened(path), lambda: read(path))
        )
        ours, bare = saved(path, wanted.rounds * 10)
    print(f"| {wanted.years} years, {path.name} | ms |\n|---|---|")
    print(f"| deriving the key | {derive * 1000:.1f} |")
    print(f"| opening, with it | {opening * 1000:.1f} |")
    print(f"| opening beyond the derivation (at most {BEYOND_SECONDS * 1000:.0f}) | {(opening - derive) * 1000:.1f} |")
    print(f"| then reading every record, off the window's thread | {(reading - opening) * 1000:.1f} |")
    print(f"| saving an entry | {ours * 1000:.2f} |")
    print(f"| the same rows, bare engine | {bare * 1000:.2f} |")
    print(f"| ratio (at most {TIMES_BARE}) | {ours / bare:.2f} |")
    return int(opening - derive > BEYOND_SECONDS or ours / bare > TIMES_BARE)


def fill(path: Path, years: int) -> None:
    """Two entries a day, four places each."""
    start = datetime(2016, 11, 22, 8, tzinfo=UTC)
    with Repository.open(path, passphrase=PHRASE) as journal:
        journal.save(*(entry(start + timedelta(hours=12 * number)) for number in range(years * 365 * 2)))


def entry(at: datetime) -> Entry:
    marks = tuple(Symptom(region, Kind.PAIN, 1 + at.day % 10) for region in REGIONS)
    return Entry(recorded_at=at, scope=Scope.NOW, symptoms=marks, note="Sat too long, walked it off " * 2)


def interleaved(rounds: int, *works: Callable[[], float]) -> list[list[float]]:
    """Time each work in every round, so that what else the computer does meets them alike."""
    times: list[list[float]] = [[] for _work in works]
    for _round in range(rounds):
        for index, work in enumerate(works):
            times[index].append(work())
    return times


def derived(path: Path) -> float:
    """What SQLCipher itself must do before it can read the first page."""
    with path.open("rb") as file:
        salt = file.read(16)
    started = time.perf_counter()
    key = hashlib.pbkdf2_hmac("sha512", PHRASE.encode(), salt, 256_000, 32)
    hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    return time.perf_counter() - started


def opened(path: Path) -> float:
    started = time.perf_counter()
    journal = Repository.open(path, passphrase=PHRASE, create=False)
    took = time.perf_counter() - started
    journal.close()
    return took


def read(path: Path) -> float:
    started = time.perf_counter()
    with Repository.open(path, passphrase=PHRASE, create=False) as journal:
        journal.records()
        took = time.perf_counter() - started
    return took


def insert(table: rows.Table, row: rows.Row) -> str:
    """The bare statement that adds a row."""
    return f"INSERT INTO {table.name} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"


def saved(path: Path, rounds: int) -> tuple[float, float]:
    """Return the median seconds to save one new entry: ours, and its rows through the bare engine."""
    start = datetime(2027, 1, 1, tzinfo=UTC)
    with Repository.open(path, passphrase=PHRASE, create=False) as journal:
        ours, bare = [], []
        bare_path = path.with_name("bare.sqlite")
        bare_path.write_bytes(path.read_bytes())
        connection = sqlcipher3.connect(str(bare_path))
        connection.execute(f"PRAGMA key = '{PHRASE}'")
        for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        for number in range(rounds):
            one = entry(start + timedelta(hours=number))
            started = time.perf_counter()
            journal.save(one)
            ours.append(time.perf_counter() - started)
            made = list(rows.of(one))
            started = time.perf_counter()
            with connection:
                for table, row in made:
                    connection.execute(insert(table, row), list(row.values()))
            bare.append(time.perf_counter() - started)
        connection.close()
    return statistics.median(ours), statistics.median(bare)


if __name__ == "__main__":
    sys.exit(main())
