"""How the analysis grows with the length of a journal: seconds, memory and ratios, from 1 to 50 years.

    python -m tests.benchmarks.analysis_scaling [--years 1 2 5 10 20 50]

Four entries of three marks each on every day. Each length runs in a process of its own, so that peak memory (of the
whole process, records and libraries included) and what is remembered are its own. "Once more" is after one more entry.
Ends with 1 if ten years take 3 seconds or more for one Progress, or 200 MB or more, or if 50 years take more than
twice the time per year that ten do.
"""

import argparse
import multiprocessing
import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from journal.domain.body import LEGS, REGIONS
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.records import Records

FIRST = date(1970, 1, 1)
PLACES = [region.id for region in REGIONS.values() if region.level is not None]


@dataclass(frozen=True)
class Cost:
    """Seconds of each step for one length of journal, and the process's peak memory in MB."""

    years: int
    daily: float
    progress: float
    verdicts: float
    once_more: float
    megabytes: float | None


def entries_of(years: int) -> list[Entry]:
    rng = random.Random(1)
    return [moment(rng, day, hour) for day in range(365 * years) for hour in (8, 12, 16, 20)]


def moment(rng: random.Random, day: int, hour: int) -> Entry:
    at = datetime(FIRST.year, FIRST.month, FIRST.day, hour, tzinfo=UTC) + timedelta(days=day)
    marks = tuple(Symptom(place, Kind.PAIN, rng.randint(1, 10)) for place in rng.sample(PLACES, 3))
    return Entry(id=f"00000000-0000-4000-8000-{day:08d}{hour:04d}", recorded_at=at, scope=Scope.NOW, symptoms=marks)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cost(years: int) -> Cost:
    """Run every step once for a journal of that length."""
    from journal.analysis.daily import daily
    from journal.analysis.direction import HEADLINE_DAYS, LONGER_DAYS, verdicts
    from journal.analysis.progress import compute

    entries = entries_of(years)
    last = entries[-1].day
    more = [*entries, moment(random.Random(2), 365 * years, 8)]
    days, more_days = daily(entries), daily(more)

    def every_day(logged: tuple) -> None:
        for leg in LEGS:
            for window in (HEADLINE_DAYS, LONGER_DAYS):
                verdicts(logged, leg, FIRST, logged[-1].date, window)

    return Cost(
        years=years,
        daily=seconds(lambda: daily(entries)),
        progress=seconds(lambda: compute(Records(entries=tuple(entries)), last)),
        verdicts=seconds(lambda: every_day(days)),
        once_more=seconds(lambda: every_day(more_days)),
        megabytes=peak_megabytes(),
    )


def peak_megabytes() -> float | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> int:
    """Print the table; 1 if a limit is not kept, else 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--years", type=int, nargs="+", default=[1, 2, 5, 10, 20, 50])
    asked = parser.parse_args()
    print("| years | entries | daily | Progress | verdicts of every day, both legs and windows | once more | peak |")
    print("|---|---|---|---|---|---|---|")
    costs = []
    for years in asked.years:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            found = pool.submit(cost, years).result()
        costs.append(found)
        memory = "unknown" if found.megabytes is None else f"{found.megabytes:.0f} MB"
        print(
            f"| {years} | {4 * 365 * years} | {found.daily:.2f} s | {found.progress:.2f} s | {found.verdicts:.2f} s "
            f"| {found.once_more:.2f} s | {memory} |",
            flush=True,
        )
    print("\nTime per year, as a ratio to the shortest journal's (1 is linear growth):\n")
    print("| years | daily | Progress | verdicts |\n|---|---|---|---|")
    least = costs[0]
    for each in costs:
        ratios = (
            getattr(each, step) / each.years / (getattr(least, step) / least.years)
            for step in ("daily", "progress", "verdicts")
        )
        print(f"| {each.years} | {' | '.join(f'{ratio:.2f}' for ratio in ratios)} |")
    by_years = {each.years: each for each in costs}
    kept = True
    if ten := by_years.get(10):
        kept = ten.progress < 3 and (ten.megabytes is None or ten.megabytes < 200)
        if fifty := by_years.get(50):
            kept = kept and fifty.progress / 5 < 2 * ten.progress
    print("\nEvery limit is kept." if kept else "\nA limit is not kept.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
