"""How often a diary in which no activity means anything has one that stands out, and how often a real one is found.

Run by hand: python -m tests.benchmarks.aggravators [diaries]. Nothing here is timed.

Diaries: pain 5 falling by 0..3 points over 42..112 days, AR(1) noise (phi 0.2..0.7, sd 0.8..1.6), each day logged with
probability 0.5..1; nine activities a day each with a probability of its own, one of which rises from 0.1 to 0.8 over
the weeks, as driving does when somebody recovers. In the second cell one activity adds 1.5 points to its own day.
"""

import sys

import numpy as np

from journal.analysis import posterior
from journal.analysis.aggravators import PAIN_SCALE, STANDS_OUT
from journal.analysis.limits import ACTIVITY_DAYS


def diary(chance: np.random.Generator, effect: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Day numbers, worst pain, and for each of nine activities whether it was done on each day."""
    days = int(chance.integers(42, 113))
    phi, sd = chance.uniform(0.2, 0.7), chance.uniform(0.8, 1.6)
    noise = np.empty(days)
    noise[0] = chance.normal(0, sd)
    for day in range(1, days):
        noise[day] = phi * noise[day - 1] + chance.normal(0, sd * np.sqrt(1 - phi**2))
    often = np.tile(chance.uniform(0.1, 0.7, 9)[:, None], days)
    often[8] = np.linspace(0.1, 0.8, days)
    often[0] = 0.35
    done = chance.random((9, days)) < often
    pain = 5 - chance.uniform(0, 3) * np.linspace(0, 1, days) + noise + effect * done[0]
    logged = chance.random(days) < chance.uniform(0.5, 1)
    return np.flatnonzero(logged), np.clip(np.round(pain), 0, 10)[logged], done[:, logged]


def standing_out(t: np.ndarray, pain: np.ndarray, done: np.ndarray) -> list[int]:
    """Which activities stand out, by the program's own rule."""
    enough = [place for place in range(9) if ACTIVITY_DAYS <= done[place].sum() <= len(t) - ACTIVITY_DAYS]
    found = posterior.differences(t, pain, [done[place] for place in enough], PAIN_SCALE) if enough else []
    return [
        place
        for place, each in zip(enough, found, strict=True)
        if max(each.probability_below_zero, 1 - each.probability_below_zero) >= STANDS_OUT
    ]


def plain(pain: np.ndarray, done: np.ndarray) -> list[int]:
    """The same by an ordinary t test of the plain means."""
    found = []
    for place in range(9):
        a, b = pain[done[place]], pain[~done[place]]
        if min(len(a), len(b)) >= ACTIVITY_DAYS:
            error = np.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
            if error and abs(a.mean() - b.mean()) / error >= 1.99:
                found.append(place)
    return found


def main(diaries: int) -> None:
    """Print both cells."""
    for effect in (0.0, 1.5):
        chance = np.random.default_rng(26)
        ours, ordinary, hit, drifting = 0, 0, 0, [0, 0]
        for _ in range(diaries):
            t, pain, done = diary(chance, effect)
            found, simple = standing_out(t, pain, done), plain(pain, done)
            ours += any(place for place in found if effect == 0 or place)
            ordinary += any(place for place in simple if effect == 0 or place)
            hit += 0 in found
            drifting[0] += 8 in found
            drifting[1] += 8 in simple
        share = 100 / diaries
        print(f"one activity adds {effect} points; {diaries} diaries")
        print(f"  some other activity stands out: {ours * share:.1f} %, by plain t tests {ordinary * share:.1f} %")
        print(f"  the one that grew with the weeks: {drifting[0] * share:.1f} %, plain {drifting[1] * share:.1f} %")
        print(f"  the first activity is found: {hit * share:.1f} %")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
