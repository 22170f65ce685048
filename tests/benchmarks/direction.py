"""How often the direction of a leg is right: simulated diaries with a known truth, and what each method says of them.

    python -m tests.benchmarks.direction [--diaries 600] [--seed 1] [--jobs 2]

A minute on two cores. Prints a Markdown table, from which journal/analysis/README.md has its figures, and ends with 1
if a row that must be met is not.
"Read" means on every logged day of the 8 weeks after the first 14 days, as announced; "single look" is one window by
itself. Beside our verdict stand three that people use, on the same days: last week minus first week (moved if the means
differ by a level or more), ordinary regression (two-sided p < 0.05) and Mann-Kendall (two-sided p < 0.05, ties
corrected). Where diaries have free days, those three take them as level 0, as a plain diary would. A bound that is
passed by less than two standard errors is "within chance".
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from journal.analysis import posterior
from journal.analysis.direction import FREQUENCY, LEVEL_SCALE, PLACE, STAYED
from journal.analysis.looks import WINDOWS, Look, Series, announced, enough, looks
from tests.benchmarks.other_methods import OTHERS
from tests.benchmarks.simulated_diaries import (
    EIGHT_WEEKS,
    FIRST_DAYS,
    Diary,
    World,
    down2,
    one_place,
    steady,
    steady_low,
    throughout,
    two_places,
    up2,
    up3,
)

UP, DOWN = -1, 1
YEAR_DAYS = 365
VERY_SURE = 0.975
AT_ONCE = 40
"""Diaries whose looks are computed together: as many as are surely remembered."""


@dataclass(frozen=True)
class Row:
    """One figure of the table: ours in both windows, and what the other methods show in the longer one, 0..1."""

    cell: str
    figure: str
    ours: tuple[float, float]
    must: tuple[float | None, float | None] = (None, None)
    least: bool = False
    """Whether `must` is a floor; else it is a ceiling."""
    others: tuple[float | None, ...] = (None, None, None)

    count: int = 600
    """Diaries in it."""

    def met(self) -> str:
        """Whether every bound is kept; "by chance" where one is passed by less than two standard errors."""
        over = [
            (bound - share if self.least else share - bound) / (bound * (1 - bound) / self.count) ** 0.5
            for share, bound in zip(self.ours, self.must, strict=True)
            if bound is not None
        ]
        if not over:
            return ""
        return "yes" if max(over) <= 0 else "within chance" if max(over) <= 2 else "NO"

    def markdown(self) -> str:
        sign = "≥" if self.least else "≤"
        asked = [f"{sign} {100 * bound:g}" if bound is not None else "" for bound in self.must]
        shares = [
            f"{100 * share:.1f} ({bound})" if bound else f"{100 * share:.1f}"
            for share, bound in zip(self.ours, asked, strict=True)
        ]
        return f"| {' | '.join([self.cell, self.figure, *shares, self.met(), *map(percent, self.others)])} |"


def percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def read(diaries: Sequence[Diary], length: int, judge: object = PLACE) -> Iterator[list[Look]]:
    """What is announced of each diary on every logged day after the first 14, its painful days judged."""
    for start in range(0, len(diaries), AT_ONCE):
        chunk = [(t, Series([int(day) for day in t[y > 0]], y[y > 0])) for t, y in diaries[start : start + AT_ONCE]]
        asked = [[int(day) for day in t if day >= FIRST_DAYS] for t, _ in chunk]
        windows = {
            (n, window)
            for n, (_, series) in enumerate(chunk)
            for day in asked[n]
            for window in series.looked_from(day, length)
        }
        looks(judge, [chunk[n][1].seen(slice(*window)) for n, window in windows])  # all at once, and remembered
        for (_, series), days in zip(chunk, asked, strict=True):
            yield announced(series, judge, days, length)


def read_rows(
    rng: np.random.Generator,
    count: int,
    name: str,
    world: World,
    must: dict[str, tuple[float | None, float | None]],
    way: int = 0,
    compared: bool = True,
) -> Iterator[Row]:
    """What is ever announced. way: UP or DOWN where the leg moves; 0 where every announcement is false."""
    diaries = [world.diary(rng) for _ in range(count)]
    said = {length: list(read(diaries, length)) for length in WINDOWS}

    def share(holds: Callable[[list[Look]], bool]) -> tuple[float, float]:
        first, second = (float(np.mean([holds(days) for days in said[length]])) for length in WINDOWS)
        return first, second

    def ever(steps: Sequence[int]) -> Callable[[list[Look]], bool]:
        return lambda days: any(look.steps in steps for look in days)

    others = ever_by_others(diaries) if compared else {}
    figures = {
        "ever clearly": share(ever((2 * way,) if way else (-2, 2))),
        "ever probably or clearly": share(ever((way, 2 * way) if way else (-2, -1, 1, 2))),
        "both ways": share(lambda days: {-2, 2} <= {look.steps for look in days}),
        "ever a turn": share(lambda days: any(look.turn for look in days)),
        "ever clearly the wrong way": share(ever((-2 * way,))),
    }
    for figure, ours in figures.items():
        if figure in (("both ways", "ever a turn") if way else ("ever clearly the wrong way",)):
            continue
        bound = must.get(figure, (None, None))
        sign = -way if "wrong" in figure else way
        beside = tuple(others[sign]) if compared and "clearly" in figure and "probably" not in figure else (None,) * 3
        yield Row(name, f"{figure}{'' if way else ' (false)'}", ours, bound, way != 0 and "wrong" not in figure, beside)


def ever_by_others(diaries: Sequence[Diary]) -> dict[int, list[float]]:
    """What each of the other methods ever says of the last 56 days, read on the same days; 0 is any direction."""
    seen = []
    for t, y in diaries:
        days = [int(day) for day in t if day >= FIRST_DAYS]
        windows = [((t > day - WINDOWS[1]) & (t <= day)) for day in days]
        ready = [window for window in windows if enough(t[window])]
        seen.append([{method(t[window], y[window]) for window in ready} for method in OTHERS.values()])
    return {
        way: [
            float(np.mean([bool(said[n] - {0}) if not way else way in said[n] for said in seen]))
            for n in range(len(OTHERS))
        ]
        for way in (0, UP, DOWN)
    }


def single_rows(
    rng: np.random.Generator,
    count: int,
    name: str,
    world: World,
    must: dict[str, tuple[float | None, float | None]],
) -> Iterator[Row]:
    """One look at a whole window of 28 and of 56 days; shares are of all diaries, but "stayed" of those with enough."""
    seen, others = [], []
    for length in WINDOWS:
        diaries = [replace(world, days=length).diary(rng) for _ in range(count)]
        painful = [(t[y > 0], y[y > 0]) for t, y in diaries]
        found = looks(PLACE, [(t - t[:1], y) for t, y in painful])
        ready = [(t - t[0], y) for t, y in painful if enough(t)]
        figures_of = posterior.glances(ready, LEVEL_SCALE)
        stays = figures_of.change_within_one >= STAYED
        sure = np.maximum(figures_of.change_below_zero, 1 - figures_of.change_below_zero) >= VERY_SURE
        seen.append((found, stays, float((sure & (np.abs(figures_of.change) >= 1)).sum() / count)))
        others = [float(np.mean([method(t, y) != 0 for t, y in diaries if len(t) > 2])) for method in OTHERS.values()]

    def share(steps: Sequence[int]) -> tuple[float, float]:
        first, second = (float(np.mean([look.steps in steps for look in found])) for found, _, _ in seen)
        return first, second

    figures = {
        "P ≥ .975 and 1 level": (seen[0][2], seen[1][2]),
        "strong": share((-2, 2)),
        "weak or strong": share((-2, -1, 1, 2)),
        "weak or strong up": share((-2, -1)),
        "weak or strong down": share((1, 2)),
        "stayed": (float(seen[0][1].mean()), float(seen[1][1].mean())),
    }
    for figure in must:
        beside = tuple(others) if figure == "strong" else (None,) * 3
        yield Row(name, f"{figure}, single look", figures[figure], must[figure], figure == "stayed", beside)


def calibration_rows(rng: np.random.Generator, count: int) -> Iterator[Row]:
    """Of all diaries with a stated P of .9 or more, how many were right; true changes as the prior expects them."""
    apart = []
    for length in WINDOWS:
        truth, diaries = [], []
        for _ in range(4 * count):
            change = rng.normal(0, 1.8)
            start = rng.uniform(2, 5.5) - change / 2
            diary = World(length, partial(throughout, (start, start), change)).diary(rng)
            if enough(diary[0]):
                truth.append(change)
                diaries.append((diary[0] - diary[0][0], diary[1]))
        below = posterior.glances(diaries, LEVEL_SCALE).change_below_zero
        stated = np.maximum(below, 1 - below)
        right = (below > 0.5) == (np.array(truth) < 0)
        sure = stated >= 0.9
        apart.append(abs(float(stated[sure].mean()) - float(right[sure].mean())))
    yield Row("changes drawn from the prior", "stated P ≥ .9 less share right", (apart[0], apart[1]), (0.05, 0.05))


def frequency_rows(rng: np.random.Generator, count: int) -> Iterator[Row]:
    """How often it hurts: a single look at 28 and 56 days, 1 for a painful day and 0 for a free one."""

    def spells(length: int) -> np.ndarray:
        """Pain that comes and goes in spells of about a week."""
        return (np.cumsum(rng.random(length) < 1 / 7) + rng.integers(2)) % 2

    def at_random(length: int) -> np.ndarray:
        return rng.random(length) < rng.uniform(0.2, 1)

    def falling(length: int) -> np.ndarray:
        return rng.random(length) < np.linspace(1, 0.4, length)

    for name, made, way in (
        ("pain on as many days", at_random, 0),
        ("pain in spells of a week", spells, 0),
        ("from every day to 4 in 10", falling, -1),
    ):
        strong, weak = [], []
        for length in WINDOWS:
            windows = []
            for _ in range(count):
                logged = rng.random(length) < rng.uniform(0.5, 1)
                windows.append((np.arange(length)[logged].astype(float), made(length)[logged].astype(float)))
            found = looks(FREQUENCY, [(t - t[:1], y) for t, y in windows])
            steps = np.array([look.steps for look in found if look.enough])
            strong.append(float(np.mean(steps == 2 * way if way else np.abs(steps) == 2)))
            weak.append(float(np.mean(np.isin(steps, (way, 2 * way)) if way else steps != 0)))
        told = "" if way else " (false)"
        yield Row(f"how often: {name}", f"strong, single look{told}", (strong[0], strong[1]))
        yield Row(f"how often: {name}", f"weak or strong{told}", (weak[0], weak[1]))


def year_rows(rng: np.random.Generator, count: int) -> Iterator[Row]:
    yield from read_rows(
        rng, max(200, count // 3), "none, read a whole year", World(YEAR_DAYS, steady), {}, compared=False
    )


# The whole table

Task = Callable[[np.random.Generator, int], Iterator[Row]]
WRONG = {"ever clearly the wrong way": (0.008, 0.003)}

TASKS: tuple[Task, ...] = (
    year_rows,
    partial(
        read_rows,
        name="none, read 8 weeks",
        world=World(EIGHT_WEEKS, steady),
        must={
            "ever clearly": (0.09, 0.05),
            "ever probably or clearly": (0.46, 0.21),
            "both ways": (0.015, 0.005),
            "ever a turn": (0.09, 0.02),
        },
    ),
    partial(
        read_rows,
        name="none, φ = .8, read 8 weeks",
        world=World(EIGHT_WEEKS, steady, phi=(0.8, 0.8)),
        must={"ever clearly": (0.33, 0.12)},
    ),
    partial(
        read_rows,
        name="two places, read 8 weeks",
        world=World(EIGHT_WEEKS, two_places, spread=(0.4, 0.4)),
        must={"ever clearly": (0.40, 0.10)},
    ),
    partial(
        read_rows,
        name="up2, read 8 weeks",
        world=World(EIGHT_WEEKS, up2),
        way=UP,
        must={"ever clearly": (0.52, 0.73), **WRONG},
    ),
    partial(
        read_rows,
        name="up3, read 8 weeks",
        world=World(EIGHT_WEEKS, up3),
        way=UP,
        must={"ever clearly": (0.80, 0.90), **WRONG},
    ),
    partial(read_rows, name="down2, read 8 weeks", world=World(EIGHT_WEEKS, down2), way=DOWN, must=WRONG),
    *(
        partial(
            single_rows,
            name=f"pain-free {name}, steady place",
            world=World(28, steady_low, free=free),
            must={
                "P ≥ .975 and 1 level": (0.03, 0.03),
                "strong": (None, None),
                "weak or strong": (0.18, 0.18),
            },
        )
        for name, free in (("0 -> 60 %", (0.0, 0.6)), ("60 -> 0 %", (0.6, 0.0)))
    ),
    partial(
        single_rows,
        name="up2, pain-free 60 -> 0 %",
        world=World(28, partial(throughout, (4.5, 6.5), -2), free=(0.6, 0.0)),
        must={"strong": (None, None), "weak or strong up": (None, None), "weak or strong down": (0.01, 0.01)},
    ),
    partial(
        single_rows,
        name="a leg at one place",
        world=World(28, one_place, spread=(0, 0), slips=0),
        must={"stayed": (0.97, 0.99)},
    ),
    calibration_rows,
    frequency_rows,
)


def rows_of(task: Task, seed: np.random.SeedSequence, count: int) -> list[Row]:
    return [replace(row, count=count) for row in task(np.random.default_rng(seed), count)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 if a row that must be met is not, else 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--diaries", type=int, default=600, help="diaries a row (calibration: four times as many)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    asked = parser.parse_args(arguments)
    seeds = np.random.SeedSequence(asked.seed).spawn(len(TASKS))
    wobble = 100 * 0.5 / asked.diaries**0.5
    print(f"{asked.diaries} diaries a row, seed {asked.seed}; one half has a standard error of {wobble:.1f} points.\n")
    print(f"| {' | '.join(['diaries', 'figure, in %', '28 days', '56 days', 'met', *OTHERS])} |")
    print("|---|---|---|---|---|---|---|---|")
    missed = 0
    with ProcessPoolExecutor(asked.jobs) as pool:
        for rows in pool.map(rows_of, TASKS, seeds, [asked.diaries] * len(TASKS)):
            for row in rows:
                print(row.markdown(), flush=True)
                missed += row.met() == "NO"
    print(f"\n{missed} rows missed." if missed else "\nEvery row that must be met is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
