"""How often the direction of a leg is right: simulated diaries with a known truth, and what each method says of them.

    python -m tests.benchmarks.direction [--diaries 4000] [--seed 1] [--jobs 2]

Half a minute on two cores. Prints a Markdown table (the README's) and ends with 1 if a row that must be met is not.
Beside our verdict stand three that people use: last week minus first week (moved if the means differ by a level or
more), ordinary regression (two-sided p < 0.05) and Mann-Kendall (two-sided p < 0.05, ties corrected), all on the same
diaries and only where the enough-rule is met.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy.special import ndtr, stdtr

from journal.analysis import posterior
from journal.analysis.direction import HEADLINE_DAYS, LEVEL_SCALE, LONGER_DAYS, Look, held, looks
from journal.analysis.results import Verdict

Series = tuple[np.ndarray, np.ndarray]

UP, DOWN = -1, 1
CLEARLY = {Verdict.CLEARLY_UP: UP, Verdict.CLEARLY_DOWN: DOWN}
SAID = CLEARLY | {Verdict.PROBABLY_UP: UP, Verdict.PROBABLY_DOWN: DOWN}


# Diaries


@dataclass(frozen=True)
class World:
    """How a diary comes about (CLINICAL: benchmark of the verdict).

    path: the true level of each day, from a generator and the days as 0..1. phi and spread: ranges of the noise's
    day-to-day correlation and standard deviation in levels.
    """

    days: int
    path: Callable[[np.random.Generator, np.ndarray], np.ndarray]
    phi: tuple[float, float] = (0.2, 0.7)
    spread: tuple[float, float] = (0.6, 1.2)

    def levels(self, rng: np.random.Generator) -> np.ndarray:
        """What would be tapped on each day: path and noise, 3 % mis-tapped by 1 or 2, whole levels 0..7."""
        level = self.path(rng, np.linspace(0, 1, self.days)) + autoregression(
            rng, self.days, rng.uniform(*self.phi), rng.uniform(*self.spread)
        )
        slips = rng.random(self.days) < 0.03
        level = level + slips * rng.choice([-2, -1, 1, 2], self.days)
        return np.clip(np.round(level), 0, 7)

    def diary(self, rng: np.random.Generator) -> Series:
        """The logged days and their levels."""
        t = logged_days(rng, np.full(self.days, rng.uniform(0.5, 1)))
        return t.astype(float), self.levels(rng)[t]


def autoregression(rng: np.random.Generator, days: int, phi: float, spread: float) -> np.ndarray:
    """First-order autoregressive noise with a standard deviation of `spread` on every day."""
    noise = rng.normal(0, spread, days)
    for day in range(1, days):
        noise[day] = phi * noise[day - 1] + np.sqrt(1 - phi**2) * noise[day]
    return noise


def logged_days(rng: np.random.Generator, chance: np.ndarray) -> np.ndarray:
    """Which days are logged, each with its chance; drawn again until there are at least 8."""
    while True:
        t = np.flatnonzero(rng.random(len(chance)) < chance)
        if len(t) >= 8:
            return t


def steady(rng: np.random.Generator, t: np.ndarray) -> np.ndarray:
    return np.full(len(t), rng.uniform(2, 5.5))


def moving(start: tuple[float, float], change: float, rng: np.random.Generator, t: np.ndarray) -> np.ndarray:
    return rng.uniform(*start) + change * t


def step(start: tuple[float, float], change: float, rng: np.random.Generator, t: np.ndarray) -> np.ndarray:
    return rng.uniform(*start) + change * (t >= rng.uniform(0.3, 0.7))


def there_and_back(rng: np.random.Generator, t: np.ndarray) -> np.ndarray:
    return rng.uniform(1.5, 3.5) + 3 * (1 - np.abs(2 * t - 1))


up2, up3 = partial(moving, (4, 6.3), -2), partial(moving, (5, 6.5), -3)
down2, step2 = partial(moving, (1.2, 3.5), 2), partial(step, (4, 6.3), -2)


# Methods: what each says of one diary, UP, DOWN or 0


def week_difference(t: np.ndarray, y: np.ndarray) -> int:
    difference = y[t > t[-1] - 7].mean() - y[t < t[0] + 7].mean()
    return int(np.sign(difference)) if abs(difference) >= 1 else 0


def ordinary_regression(t: np.ndarray, y: np.ndarray) -> int:
    x, z = t - t.mean(), y - y.mean()
    slope = x @ z / (x @ x)
    rest = z @ z - slope * (x @ z)
    if rest <= 1e-12:
        return int(np.sign(slope)) if abs(slope) > 1e-12 else 0
    df = len(t) - 2
    p = 2 * stdtr(df, -abs(slope) / np.sqrt(rest / df / (x @ x)))
    return int(np.sign(slope)) if p < 0.05 else 0


def mann_kendall(t: np.ndarray, y: np.ndarray) -> int:
    n = len(y)
    s = np.sign(y[None, :] - y[:, None])[np.triu_indices(n, 1)].sum()
    ties = np.unique(y, return_counts=True)[1]
    variance = (n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    if variance <= 0:
        return 0
    p = 2 * ndtr(-max(abs(s) - 1, 0) / np.sqrt(variance))
    return int(np.sign(s)) if p < 0.05 else 0


OTHERS = {
    "last week − first week": week_difference,
    "regression": ordinary_regression,
    "Mann-Kendall": mann_kendall,
}


# Rows


@dataclass(frozen=True)
class Row:
    """One figure of the table: ours, and what the other methods show, as shares 0..1."""

    cell: str
    figure: str
    ours: float
    must: str = ""
    met: bool | None = None
    others: tuple[float | None, ...] = (None, None, None)

    def markdown(self) -> str:
        mark = {True: "PASS", False: "FAIL", None: ""}[self.met]
        shares = [percent(self.ours), *map(percent, self.others)]
        return f"| {' | '.join([self.cell, self.figure, self.must, shares[0], mark, *shares[1:]])} |"


def percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f} %"


def at_most(limit: float, share: float) -> tuple[str, bool]:
    return f"≤ {100 * limit:g} %", share <= limit


def at_least(limit: float, share: float) -> tuple[str, bool]:
    return f"≥ {100 * limit:g} %", share >= limit


@dataclass(frozen=True)
class Said:
    """What was said of every diary of a cell: UP, DOWN or 0 each."""

    clearly: np.ndarray
    at_all: np.ndarray
    turned: np.ndarray
    others: tuple[np.ndarray, ...]


def say(diaries: Sequence[Series]) -> Said:
    seen = looks(diaries)
    enough = [look.verdict is not Verdict.NOT_ENOUGH for look in seen]
    return Said(
        np.array([CLEARLY.get(look.verdict, 0) for look in seen]),
        np.array([SAID.get(look.verdict, 0) for look in seen]),
        np.array([look.turn is not None for look in seen]),
        tuple(
            np.array([method(t, y) if ok else 0 for (t, y), ok in zip(diaries, enough, strict=True)])
            for method in OTHERS.values()
        ),
    )


def steady_rows(
    rng: np.random.Generator, count: int, name: str, world: World, most: dict[str, float], turns: bool = False
) -> Iterator[Row]:
    """A leg that ends where it began. turns: whether it was elsewhere meanwhile, so that a turn is no false one."""
    said = say([world.diary(rng) for _ in range(count)])
    others = tuple(float((each != 0).mean()) for each in said.others)
    clearly, at_all = float((said.clearly != 0).mean()), float((said.at_all != 0).mean())
    for figure, share in (("clearly", clearly), ("probably or clearly", at_all)):
        must = at_most(most[figure], share) if figure in most else ("", None)
        yield Row(name, f"{figure} (false)", share, *must, others=others)
    yield Row(name, "turned" if turns else "turned (false)", float(said.turned.mean()))


def moving_rows(
    rng: np.random.Generator, count: int, name: str, world: World, way: int, least: dict[str, float]
) -> Iterator[Row]:
    said = say([world.diary(rng) for _ in range(count)])
    others = tuple(float((each == way).mean()) for each in said.others)
    for figure, each in (("clearly", said.clearly), ("probably or clearly", said.at_all)):
        share = float((each == way).mean())
        must = at_least(least[figure], share) if figure in least else ("", None)
        yield Row(name, figure, share, *must, others=others)
    wrong = float((said.at_all == -way).mean())
    yield Row(
        name,
        "wrong direction",
        wrong,
        *at_most(0.005, wrong),
        others=tuple(float((each == -way).mean()) for each in said.others),
    )


def daily_looks_rows(rng: np.random.Generator, count: int) -> Iterator[Row]:
    """Steady diaries of 8 weeks, read on every logged day; what was ever said, with both of the journal's windows."""
    ever = np.zeros((count, 9 + len(OTHERS)), dtype=bool)
    for n in range(count):
        t, y = World(LONGER_DAYS, steady).diary(rng)
        seen, announced = reading_every_day(t, y, LONGER_DAYS)
        last_28, announced_28 = reading_every_day(t, y, HEADLINE_DAYS)
        readable = [k + 1 for k, look in enumerate(seen) if look.verdict is not Verdict.NOT_ENOUGH]
        ever[n] = [
            any(look.verdict in CLEARLY for look in announced),
            any(look.verdict in SAID for look in announced),
            any(look.turn for look in announced),
            any(look.verdict in CLEARLY for look in seen),
            any(look.turn for look in seen),
            any(look.verdict in CLEARLY for look in announced_28),
            any(look.verdict in SAID for look in announced_28),
            any(look.turn for look in announced_28),
            any(look.verdict in CLEARLY for look in last_28),
            *(any(method(t[:k], y[:k]) for k in readable) for method in OTHERS.values()),
        ]
    share = [float(column.mean()) for column in ever.T]
    others = tuple(share[9:])
    name = "none, 56 d, looked at every logged day"
    yield Row(f"{name}, held", "ever clearly (false)", share[0], *at_most(0.15, share[0]), others=others)
    yield Row(f"{name}, held", "ever probably or clearly (false)", share[1], others=others)
    yield Row(f"{name}, held", "ever turned (false)", share[2])
    yield Row(f"{name}, not held", "ever clearly (false)", share[3], others=others)
    yield Row(f"{name}, not held", "ever turned (false)", share[4])
    yield Row(f"{name}, last 28 d, held", "ever clearly (false)", share[5])
    yield Row(f"{name}, last 28 d, held", "ever probably or clearly (false)", share[6])
    yield Row(f"{name}, last 28 d, held", "ever turned (false)", share[7])
    yield Row(f"{name}, last 28 d, not held", "ever clearly (false)", share[8])


def reading_every_day(t: np.ndarray, y: np.ndarray, window_days: int) -> tuple[list[Look], list[Look]]:
    """The look on each logged day by itself, and as announced."""
    starts = np.searchsorted(t, t - window_days, side="right")
    seen = looks([(t[start : k + 1] - t[start], y[start : k + 1]) for k, start in enumerate(starts)])
    announced = [held(look, *seen[k - 2 : k]) if k >= 2 else Look(Verdict.NOT_ENOUGH) for k, look in enumerate(seen)]
    return seen, announced


# Calibration: of all diaries with a stated P, how many were right


def drawn_diary(rng: np.random.Generator, days: int, spread: float) -> tuple[float, Series]:
    """A diary whose true change is drawn from N(0, spread^2), with that change."""
    change = rng.normal(0, spread)
    start = rng.uniform(2, 5.5) - change / 2
    return change, World(days, partial(moving, (start, start), change)).diary(rng)


def calibration_rows(rng: np.random.Generator, count: int, days: int, spread: float, binding: bool) -> Iterator[Row]:
    changes, diaries = zip(*(drawn_diary(rng, days, spread) for _ in range(4 * count)), strict=True)
    enough = [n for n, look in enumerate(looks(diaries)) if look.verdict is not Verdict.NOT_ENOUGH]
    below = posterior.glances([diaries[n] for n in enough], LEVEL_SCALE).change_below_zero
    stated = np.maximum(below, 1 - below)
    right = (below > 0.5) == (np.array(changes)[enough] < 0)
    name = f"change drawn from N(0, {spread}²), {days} d"
    for low, high, label in (
        (0.9, 2, "≥ .90"),
        (0.9, 0.95, ".90-.95"),
        (0.95, 0.975, ".95-.975"),
        (0.975, 2, "≥ .975"),
    ):
        those = (stated >= low) & (stated < high)
        says, holds = float(stated[those].mean()), float(right[those].mean())
        met = abs(says - holds) <= 0.05 if binding else None
        must = f"{percent(says)} ± 5" if binding else f"({percent(says)} stated)"
        yield Row(name, f"right where P {label} is stated", holds, must, met)


# Hard cases


def sticky(rng: np.random.Generator, t: np.ndarray) -> np.ndarray:
    """Two places, each day the same as the day before with a chance of .80 to .93; no trend."""
    low, apart, stay = rng.uniform(1.5, 3), rng.uniform(2, 3), rng.uniform(0.8, 0.93)
    there = np.cumsum(rng.random(len(t)) > stay) + rng.integers(2)
    return low + apart * (there % 2)


def flare(rng: np.random.Generator, t: np.ndarray) -> np.ndarray:
    """A steady leg with one flare of 3 levels, over four days up and ten days down again, back where it was."""
    day = t * (len(t) - 1) - rng.uniform(2, len(t) - 16)
    return rng.uniform(1.5, 3.5) + 3 * np.clip(np.minimum(day / 4, (14 - day) / 10), 0, 1)


@dataclass(frozen=True)
class WorseDaysLogged(World):
    """The deeper the pain of a day, the likelier it is logged: .3 at the top of the leg's range, .9 at its bottom."""

    def diary(self, rng: np.random.Generator) -> Series:
        levels = self.levels(rng)
        t = logged_days(rng, np.clip(0.6 + 0.2 * (levels - levels.mean()), 0.3, 0.95))
        return t.astype(float), levels[t]


@dataclass(frozen=True)
class FewerMoments(World):
    """Entries a day fall from 4 to 1 while nothing changes; a day's value is the mean (or the deepest) of them."""

    of_the_day: Callable[[np.ndarray], float] = np.mean

    def diary(self, rng: np.random.Generator) -> Series:
        latent = self.path(rng, np.linspace(0, 1, self.days)) + autoregression(
            rng, self.days, rng.uniform(*self.phi), rng.uniform(*self.spread)
        )
        t = logged_days(rng, np.full(self.days, rng.uniform(0.5, 1)))
        kept = np.round(np.linspace(4, 1, self.days)).astype(int)
        moments = np.clip(np.round(latent[:, None] + rng.normal(0, 1, (self.days, 4))), 0, 7)
        return t.astype(float), np.array([self.of_the_day(moments[day, : kept[day]]) for day in t], dtype=float)


# The whole table

Task = Callable[[np.random.Generator, int], Iterator[Row]]

TASKS: tuple[Task, ...] = (
    partial(
        steady_rows, name="none, 28 d", world=World(28, steady), most={"clearly": 0.04, "probably or clearly": 0.20}
    ),
    partial(steady_rows, name="none, phi = .8, 28 d", world=World(28, steady, phi=(0.8, 0.8)), most={"clearly": 0.10}),
    partial(steady_rows, name="none, 56 d", world=World(56, steady), most={}),
    partial(
        moving_rows,
        name="up2, 28 d",
        world=World(28, up2),
        way=UP,
        least={"clearly": 0.32, "probably or clearly": 0.70},
    ),
    partial(
        moving_rows,
        name="up2, 56 d",
        world=World(56, up2),
        way=UP,
        least={"clearly": 0.62, "probably or clearly": 0.86},
    ),
    partial(
        moving_rows,
        name="up3, 28 d",
        world=World(28, up3),
        way=UP,
        least={"clearly": 0.65, "probably or clearly": 0.89},
    ),
    partial(moving_rows, name="down2, 28 d", world=World(28, down2), way=DOWN, least={}),
    partial(moving_rows, name="down2, 56 d", world=World(56, down2), way=DOWN, least={}),
    partial(moving_rows, name="step2, 28 d", world=World(28, step2), way=UP, least={}),
    partial(moving_rows, name="step2, 56 d", world=World(56, step2), way=UP, least={}),
    partial(steady_rows, name="3 levels down and back up, 28 d", world=World(28, there_and_back), most={}, turns=True),
    partial(steady_rows, name="3 levels down and back up, 56 d", world=World(56, there_and_back), most={}, turns=True),
    daily_looks_rows,
    partial(calibration_rows, days=28, spread=1.8, binding=True),
    partial(calibration_rows, days=56, spread=1.8, binding=True),
    partial(calibration_rows, days=28, spread=1.0, binding=False),
    partial(
        steady_rows, name="hard: two places, sticky days, 28 d", world=World(28, sticky, spread=(0.3, 0.6)), most={}
    ),
    partial(
        steady_rows, name="hard: two places, sticky days, 56 d", world=World(56, sticky, spread=(0.3, 0.6)), most={}
    ),
    partial(
        steady_rows, name="hard: worse days likelier logged, none, 28 d", world=WorseDaysLogged(28, steady), most={}
    ),
    partial(
        moving_rows,
        name="hard: worse days likelier logged, up2, 28 d",
        world=WorseDaysLogged(28, up2),
        way=UP,
        least={},
    ),
    partial(
        steady_rows,
        name="hard: entries a day fall from 4 to 1, none, 28 d, mean",
        world=FewerMoments(28, steady),
        most={},
    ),
    partial(
        steady_rows,
        name="hard: the same with the day's deepest (not used)",
        world=FewerMoments(28, steady, of_the_day=np.max),
        most={},
    ),
    partial(steady_rows, name="hard: a flare, then recovery, 28 d", world=World(28, flare), most={}, turns=True),
    partial(steady_rows, name="hard: a flare, then recovery, 56 d", world=World(56, flare), most={}, turns=True),
)


def rows_of(task: Task, seed: np.random.SeedSequence, count: int) -> list[Row]:
    return list(task(np.random.default_rng(seed), count))


def main() -> int:
    """Print the table; 1 if a row that must be met is not, else 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--diaries", type=int, default=4000, help="diaries a cell (calibration: four times as many)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    asked = parser.parse_args()
    seeds = np.random.SeedSequence(asked.seed).spawn(len(TASKS))
    wobble = 100 * 0.5 / asked.diaries**0.5
    print(
        f"{asked.diaries} diaries a cell, seed {asked.seed}, single looks unless said. Chance alone moves a share of "
        f"one half by {wobble:.1f} points (standard error).\n"
    )
    print(f"| {' | '.join(['diaries', 'figure', 'must show', 'this journal', 'met', *OTHERS])} |")
    print("|---|---|---|---|---|---|---|---|")
    missed = 0
    with ProcessPoolExecutor(asked.jobs) as pool:
        for rows in pool.map(rows_of, TASKS, seeds, [asked.diaries] * len(TASKS)):
            for row in rows:
                print(row.markdown(), flush=True)
                missed += row.met is False
    print(f"\n{missed} rows missed." if missed else "\nEvery row that must be met is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
