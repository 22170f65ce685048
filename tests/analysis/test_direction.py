"""Which way a leg goes: painful days only, windows that must hold, and a second computation from the rules alone."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest
from diaries import at_level, day, entry, marks
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from journal.analysis import looks, posterior
from journal.analysis.daily import daily
from journal.analysis.direction import changed_sides, direction, leg_progress, verdicts
from journal.analysis.looks import Look, held
from journal.analysis.results import FrequencyVerdict, Verdict
from journal.domain.body import LEGS, REGIONS, Side
from tests.analysis import brute_force
from tests.analysis.diaries import diaries

V = Verdict


def days_of(levels, side="left"):
    """A whole-day entry a day: a level 1..7, 0 for no symptoms, "?" for nothing said, None for no entry."""
    entries = []
    for n, level in enumerate(levels):
        if level == "?":
            entries.append(replace(at_level(n, 0), symptoms=None, sleep_hours=7))
        elif level is not None:
            entries.append(at_level(n, level, side))
    return daily(entries)


def left(levels, window_days=28):
    return direction(days_of(levels), Side.LEFT, day(len(levels) - 1), window_days)


@pytest.mark.parametrize(
    ("levels", "verdict"),
    [
        ([6] * 14 + [3] * 14, V.CLEARLY_UP),
        ([3] * 14 + [6] * 14, V.CLEARLY_DOWN),
        ([5] * 28, V.STAYED),
        ([2] * 9 + [6] * 10 + [2] * 9, V.TURNED_UP),
        ([0] * 28, V.NO_SYMPTOMS),
        ([1] * 28, V.BACK_ONLY),
        ([5] * 9, V.NOT_ENOUGH),
        ([0] * 27 + ["?"], V.NOT_ENOUGH),
        ([6, 0] * 14, V.STAYED),
    ],
)
def test_a_diary_gets_the_verdict_one_would_expect(levels, verdict):
    assert left(levels).verdict is verdict


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("level", [3, 4, 5, 6, 7])
def test_pain_that_comes_on_fewer_days_has_not_moved(side, level):
    days = days_of([level] * 14 + [level, 0] * 7, side)
    found = leg_progress(days, Side(side), day(27))
    assert found.headline.verdict is V.STAYED
    assert found.often.headline.verdict in (FrequencyVerdict.CLEARLY_FEWER, FrequencyVerdict.PROBABLY_FEWER)
    assert (found.often.headline.then, found.often.headline.now) == ((14, 14), (7, 14))


@pytest.mark.parametrize("level", [3, 4, 6])
def test_a_pain_that_comes_back_at_the_same_place_has_not_moved(level):
    found = leg_progress(days_of([level] * 20 + [0] * 50 + [level] * 20), Side.LEFT, day(89))
    assert {found.headline.verdict, found.told_longer.verdict} == {V.STAYED}


def test_a_window_never_reaches_back_over_a_recovery():
    found = left([6] * 30 + [0] * 31 + [3] * 14, 56)
    assert (found.first_day, found.painful_days, found.verdict) == (day(61), 14, V.STAYED)


def test_the_centre_counts_only_in_a_window_with_pain_of_the_leg_itself():
    only_back = left([1] * 28)
    assert (only_back.verdict, only_back.painful_days) == (V.BACK_ONLY, 28)
    with_leg = left([6] * 10 + [1] * 18)
    assert with_leg.verdict is V.CLEARLY_UP


def test_a_day_with_a_pain_that_nobody_placed_is_unknown():
    days = daily(
        [*(at_level(n, 6) for n in range(14)), *(replace(at_level(n, 0), pain_worst=7.0) for n in range(14, 28))]
    )
    found = direction(days, Side.LEFT, day(27))
    assert (found.verdict, found.painful_days, found.unknown_days) == (V.STAYED, 14, 14)


def test_someone_who_went_up_and_then_stayed_hears_both():
    levels = [7] * 10 + [6] * 10 + [5] * 12 + [4] * 28
    found = leg_progress(days_of(levels), Side.LEFT, day(59))
    assert found.headline.verdict is V.STAYED
    assert found.told_longer.verdict is V.CLEARLY_UP
    assert found.told_as == 56


def test_a_longer_window_without_days_of_its_own_repeats_the_shorter():
    found = leg_progress(days_of([0] * 24 + [5] * 28), Side.LEFT, day(51))
    assert found.told_longer is found.headline


def test_while_not_enough_the_earliest_day_it_can_say_more_is_told():
    found = left([5] * 7)
    assert (found.earliest, found.painful_days_needed) == (day(12), 3)
    assert left([5] * 28).earliest is None
    assert (left([5]).earliest, left([5]).painful_days_needed) == (day(12), 9)
    nothing = direction((), Side.LEFT, day(0))
    assert (nothing.earliest, nothing.painful_days_needed) == (day(12), 10)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(st.sampled_from((0, 5, 5, None)), min_size=7, max_size=14))
@example([5, 0, *[5] * 9])  # days enough, and only the span is missing
def test_the_earliest_day_is_reached_with_just_so_many_painful_days(levels):
    now = left(levels)
    assume(now.earliest is not None)
    kept = levels[:-1] if levels[-1] is None else levels
    ahead = (now.earliest - day(0)).days - len(kept) + 1
    assume(ahead <= 8)
    assert ahead == 1 or not left([*kept, *[5] * (ahead - 1)]).can_speak
    ways = sorted(product((0, 5), repeat=ahead - 1), key=sum)
    fewest = next(sum(way) // 5 + 1 for way in ways if left([*kept, *way, 5]).can_speak)
    assert fewest == now.painful_days_needed


@pytest.mark.parametrize(("length", "clearly", "probably"), [(28, 8, 5), (56, 16, 10)])
def test_a_verdict_must_have_held(length, clearly, probably):
    assert held([Look(2)] * clearly, length).steps == 2
    assert held([Look(2)] * (clearly - 1), length).steps == 1
    assert held([Look(-2)] * (clearly - 1) + [Look(-1)], length).steps == -1
    assert held([Look(1)] * probably + [Look(0)], length).steps == 1
    assert held([Look(1)] * (probably - 1) + [Look(0)], length).steps == 0
    assert held([Look(2)] * (clearly - 1) + [Look(-2)], length).steps == 1
    assert held([Look(0, -1)] * probably, length).turn == -1
    assert held([Look(0, -1)] * (probably - 1) + [Look(0, 0)], length).turn == 0


def test_one_more_entry_costs_only_its_own_windows(monkeypatch):
    levels = [random.Random(5).randint(3, 6) for _ in range(200)]
    verdicts(days_of(levels), Side.LEFT, day(0), day(199))
    computed = []
    glances = posterior.glances
    monkeypatch.setattr(posterior, "glances", lambda windows, s0: computed.extend(windows) or glances(windows, s0))
    direction(days_of([*levels, 4]), Side.LEFT, day(200))
    assert len(computed) == 1


def test_changed_sides_are_seen():
    before = [at_level(n, 6, "left") for n in range(20)]
    after = [at_level(n, 5, "right") for n in range(20, 34)]
    assert changed_sides(daily([*before, *after])) is Side.RIGHT
    assert changed_sides(daily(before)) is None
    assert changed_sides(daily([*before, *after[:8]])) is None


@settings(max_examples=40, deadline=None)
@given(diaries(), st.sampled_from(LEGS), st.sampled_from((28, 56)), st.integers(-3, 30))
def test_any_diary_has_a_direction_that_keeps_its_word(entries, leg, window_days, later):
    days = daily(entries)
    as_of = (days[-1].date if days else date(2026, 1, 1)) + timedelta(days=later)
    found = direction(days, leg, as_of, window_days)
    known = found.change_levels is not None
    assert known == (found.verdict not in (V.NOT_ENOUGH, V.NO_SYMPTOMS, V.BACK_ONLY))
    assert (found.earliest is not None) == (found.verdict is V.NOT_ENOUGH)
    if found.verdict in (V.CLEARLY_UP, V.PROBABLY_UP):
        assert found.change_levels < 0 and found.probability_up >= 0.9
    assert found == direction([day for day in days if day.date <= as_of], leg, as_of, window_days)


@settings(max_examples=25, deadline=None)
@given(diaries(), st.sampled_from((28, 56)))
def test_mirroring_left_and_right_mirrors_the_verdicts(entries, window_days):
    mirrored = [
        replace(
            one,
            symptoms=None
            if one.symptoms is None
            else tuple(replace(mark, region=REGIONS[mark.region].mirrored_id) for mark in one.symptoms),
        )
        for one in entries
    ]
    as_of = max((one.day for one in entries), default=date(2026, 1, 1))
    here = direction(daily(entries), Side.LEFT, as_of, window_days)
    assert replace(direction(daily(mirrored), Side.RIGHT, as_of, window_days), leg=Side.LEFT) == here


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(3, 7), min_size=14, max_size=28), st.lists(st.integers(0, 28), max_size=12))
def test_free_and_unknown_days_between_never_change_where(levels, extra):
    painful = [at_level(2 * n, level) for n, level in enumerate(levels)]
    at = sorted({2 * n + 1 for n in extra if 2 * n + 1 < 2 * len(levels) - 1})
    free = [at_level(n, 0) for n in at]
    unknown = [replace(at_level(n, 0), symptoms=None, pain_worst=6.0) for n in at]
    figures = [
        replace(direction(daily(one), Side.LEFT, day(2 * len(levels) - 2), 56), days_logged=0, unknown_days=0)
        for one in (painful, painful + free, painful + unknown)
    ]
    assert figures[0] == figures[1] == figures[2]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sets(st.sampled_from(sorted(REGIONS)), min_size=1, max_size=4), min_size=12, max_size=30))
def test_writing_a_sitting_as_several_entries_changes_nothing(places):
    whole = [entry(n, *marks(*sorted(found)), scope="now") for n, found in enumerate(places)]
    split = [entry(n, *marks(place), scope="now") for n, found in enumerate(places) for place in sorted(found)]
    for leg in LEGS:
        one, two = (leg_progress(daily(entries), leg, day(len(places) - 1)) for entries in (whole, split))
        assert one == two


def test_the_figures_are_those_of_a_second_computation():
    rng = random.Random(11)
    for _ in range(8):
        path = rng.choice((0.0, -0.08, 0.06))
        levels = [
            rng.choice((None, 0, "?"))
            if rng.random() < 0.35
            else min(7, max(2, round(4.5 + path * n + rng.gauss(0, 0.8))))
            for n in range(28)
        ]
        days = days_of(levels)
        found = direction(days, Side.LEFT, day(27))
        t = np.array([n for n, level in enumerate(levels) if level not in (None, 0, "?")], dtype=float)
        y = np.array([level for level in levels if level not in (None, 0, "?")], dtype=float)
        if found.probability_up is not None:
            assert found.probability_up == pytest.approx(brute_force.change_below_zero(t, y), abs=0.006)
        known = [(n, float(level != 0)) for n, level in enumerate(levels) if level not in (None, "?")]
        often = leg_progress(days, Side.LEFT, day(27)).often.headline
        if often.probability_fewer is not None:
            t, y = (np.array(part, dtype=float) for part in zip(*known, strict=True))
            assert often.probability_fewer == pytest.approx(
                brute_force.change_below_zero(t, y, s0=0.3, step=0.02, reach=6.0), abs=0.006
            )


def test_only_the_enough_rule_decides_whether_there_are_numbers():
    assert looks.enough(np.arange(13.0))
    assert not looks.enough(np.arange(12.0))
    assert not looks.enough(np.array([0, 1, *range(14, 24)], dtype=float))
