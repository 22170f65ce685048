"""Place and frequency against the rules computed a second time, from entries to verdicts, on random diaries."""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from diaries import day, entry, marks, moment

from journal.analysis.daily import daily
from journal.analysis.direction import leg_progress
from journal.domain.body import Side
from tests.analysis import plain_rules as plain

PLACES = {
    1: ("sacrum", "low_back_centre"),
    2: ("left_low_back",),
    3: ("left_hip", "left_buttock_lower"),
    4: ("left_thigh_outer",),
    5: ("left_knee_back",),
    6: ("left_shin", "left_calf_upper"),
    7: ("left_heel", "left_sole"),
}


def random_diary(rng):
    """Some months of one leg: free and unknown days, gaps, recoveries, sittings written as several entries."""
    free, unknown = rng.choice(((0, 0), (0.2, 0.05), (0.5, 0.1))), rng.choice((0, 0.05, 0.15))
    level, step = rng.uniform(2, 6.5), rng.choice((0, 0, -0.06, 0.06, -0.12))
    noise, gap = rng.choice((0.2, 0.6, 1.1)), rng.choice((0, 0.1, 0.4))
    well = rng.randrange(20, 60) if rng.random() < 0.4 else None
    days = []
    for n in range(rng.randrange(15, 120)):
        level = min(7, max(1, level + step))
        if rng.random() < gap:
            continue
        calm = well is not None and well <= n < well + 40
        days.append(
            (n, _entries(rng, level + rng.gauss(0, noise), 1.0 if calm else rng.choice(free), 0 if calm else unknown))
        )
    return days


def _entries(rng, level, free, unknown):
    deepest = min(7, max(1, round(level)))
    if rng.random() < unknown:
        return [(1200, "day", None, rng.choice((None, 0, 6)))]
    if rng.random() < free:
        return [(600, "now", [], None)] + ([(1200, "day", None, 0)] if rng.random() < 0.2 else [])
    found, minute = [], rng.randrange(300, 500)
    for _ in range(rng.choice((1, 1, 2, 4))):
        at = max(1, min(7, deepest - rng.choice((0, 0, 1, 3))))
        found.append((minute, "now", [(at, at > 1)], None))
        minute += rng.choice((0, 29, 30, 31, 200))
    if rng.random() < 0.2:
        found.append((1300, "day", rng.choice(([], None, [(deepest, deepest > 1)])), rng.choice((None, 5))))
    return found


def entries_of(rng, diary):
    for number, found in diary:
        for minute, scope, levels, rating in found:
            regions = {rng.choice(PLACES[level]) for level, _own in levels or ()}
            said = None if levels is None else marks(*sorted(regions))
            yield replace(
                entry(number, scope=scope),
                recorded_at=moment(number, 0) + timedelta(minutes=minute),
                symptoms=said,
                pain_worst=rating,
            )


@pytest.mark.parametrize("seed", range(6))
def test_every_verdict_and_figure_is_that_of_the_rules(seed):
    rng, seen = random.Random(seed), Counter()
    for _ in range(12):
        diary = random_diary(rng)
        days = daily(entries_of(rng, diary))
        as_of = diary[-1][0] + rng.choice((0, 0, 1, 5))
        found = leg_progress(days, Side.LEFT, day(as_of))
        for one, often, length in (
            (found.headline, found.often.headline, 28),
            (found.longer, found.often.longer, 56),
        ):
            verdict, mean, up = plain.place(diary, as_of, length)
            assert (one.verdict.value, seed, length) == (verdict, seed, length)
            assert one.change_levels == (None if mean is None else pytest.approx(mean, abs=0.006))
            assert one.probability_up == (None if up is None else pytest.approx(up, abs=0.006))
            verdict, mean, fewer, then, now = plain.frequency(diary, as_of, length)
            assert (often.verdict.value, often.then, often.now) == (verdict, then, now)
            assert often.change == (None if mean is None else pytest.approx(mean, abs=0.006))
            assert often.probability_fewer == (None if fewer is None else pytest.approx(fewer, abs=0.006))
            seen[one.verdict.value] += 1
    assert len(seen) > 2, seen
