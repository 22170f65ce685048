"""Diaries with a known truth: how the place of the pain goes, and what a person writes down of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

Diary = tuple[np.ndarray, np.ndarray]
"""The logged days, as whole numbers from 0, and the level of each: 1..7, 0 without pain."""

FIRST_DAYS, READ_DAYS = 14, 56
EIGHT_WEEKS = FIRST_DAYS + READ_DAYS


@dataclass(frozen=True)
class World:
    """How a diary comes about.

    path: the true level of each day, from a generator and the day numbers. phi and spread: ranges of the noise's
    day-to-day correlation and standard deviation in levels. free: the share of days without pain, first and last.
    """

    days: int
    path: Callable[[np.random.Generator, np.ndarray], np.ndarray]
    phi: tuple[float, float] = (0.2, 0.7)
    spread: tuple[float, float] = (0.6, 1.2)
    slips: float = 0.03
    free: tuple[float, float] = (0.0, 0.0)

    def diary(self, rng: np.random.Generator) -> Diary:
        """The logged days and their levels: path and noise, 3 % mis-tapped by 1 or 2, whole levels 1..7; 0 is free."""
        days = np.arange(self.days)
        level = self.path(rng, days) + autoregression(rng, self.days, rng.uniform(*self.phi), rng.uniform(*self.spread))
        level = level + (rng.random(self.days) < self.slips) * rng.choice([-2, -1, 1, 2], self.days)
        level = np.clip(np.round(level), 1, 7)
        level[rng.random(self.days) < np.linspace(*self.free, self.days)] = 0
        logged = rng.random(self.days) < rng.uniform(0.5, 1)
        return days[logged].astype(float), level[logged]


def autoregression(rng: np.random.Generator, days: int, phi: float, spread: float) -> np.ndarray:
    """First-order autoregressive noise with a standard deviation of `spread` on every day."""
    noise = rng.normal(0, spread, days)
    for day in range(1, days):
        noise[day] = phi * noise[day - 1] + np.sqrt(1 - phi**2) * noise[day]
    return noise


def steady(rng: np.random.Generator, days: np.ndarray) -> np.ndarray:
    return np.full(len(days), rng.uniform(2, 5.5))


def steady_low(rng: np.random.Generator, days: np.ndarray) -> np.ndarray:
    return np.full(len(days), rng.uniform(4, 6))


def one_place(rng: np.random.Generator, days: np.ndarray) -> np.ndarray:
    return np.full(len(days), float(rng.integers(2, 8)))


def moving(
    start: tuple[float, float], change: float, rng: np.random.Generator, days: np.ndarray, length: int = 28
) -> np.ndarray:
    """From day 14 on over `length` days, then stays."""
    return rng.uniform(*start) + change * np.clip((days - FIRST_DAYS) / length, 0, 1)


def throughout(start: tuple[float, float], change: float, rng: np.random.Generator, days: np.ndarray) -> np.ndarray:
    return rng.uniform(*start) + change * days / days[-1]


def two_places(rng: np.random.Generator, days: np.ndarray) -> np.ndarray:
    there = np.cumsum(rng.random(len(days)) < 0.15) + rng.integers(2)
    return 2.0 + 3.0 * (there % 2)


up2, up3, down2 = (
    partial(moving, start, change) for start, change in (((4.5, 6.5), -2), ((4.5, 6.5), -3), ((1.5, 3.5), 2))
)
