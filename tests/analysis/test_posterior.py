"""The engine against a second computation that shares nothing with it, and at its limits."""

import numpy as np
import pytest

from journal.analysis import posterior
from tests.analysis import brute_force


def random_series(rng):
    """Levels of a random diary: steady or moving, calm or restless, logged nearly always or every other day."""
    while True:
        t = np.flatnonzero(rng.random(rng.choice([20, 28, 56])) < rng.uniform(0.4, 1)).astype(float)
        if len(t) >= 3:
            break
    path = rng.uniform(1, 6) + rng.uniform(-3, 3) * t / t[-1]
    noise = rng.normal(0, rng.uniform(0, 1.4), len(t))
    return t + rng.integers(0, 1000), np.clip(np.round(path + noise), 0, 7)


def test_the_probability_agrees_with_brute_force_on_200_diaries():
    rng = np.random.default_rng(20260325)
    for _ in range(200):
        t, y = random_series(rng)
        found = posterior.change(t, y, 0.6).probability_below_zero
        assert found == pytest.approx(brute_force.change_below_zero(t, y), abs=0.002)


def test_the_curve_agrees_with_brute_force():
    rng = np.random.default_rng(7)
    for _ in range(10):
        t, y = random_series(rng)
        found = posterior.curvature(t, y, 0.6).probability_below_zero
        assert found == pytest.approx(brute_force.curvature_below_zero(t, y), abs=0.005)


def test_the_other_scale_agrees_with_brute_force():
    rng = np.random.default_rng(8)
    for _ in range(20):
        t, y = random_series(rng)
        found = posterior.change(t, y, 1.2).probability_below_zero
        assert found == pytest.approx(brute_force.change_below_zero(t, y, s0=1.2), abs=0.002)


def test_many_windows_at_once_give_what_each_gives_alone():
    rng = np.random.default_rng(9)
    series = [random_series(rng) for _ in range(40)]
    together = posterior.glances(series, 0.6)
    for n, (t, y) in enumerate(series):
        change, curvature = posterior.change(t, y, 0.6), posterior.curvature(t, y, 0.6)
        assert together.change[n] == pytest.approx(change.mean, abs=1e-9)
        assert together.change_below_zero[n] == pytest.approx(change.probability_below_zero, abs=1e-9)
        assert together.curvature[n] == pytest.approx(curvature.mean, abs=1e-9)
        assert together.curvature_below_zero[n] == pytest.approx(curvature.probability_below_zero, abs=1e-9)


def test_the_interval_holds_nine_tenths_of_the_probability():
    # The ends of the interval become probabilities when the series is tilted by them.
    t, y = random_series(np.random.default_rng(10))
    low, high = posterior.change(t, y, 0.6).interval
    weights, centre, spread, df = mixture(t, y, 0.6)
    draws = np.random.default_rng(11)
    component = draws.choice(len(weights), size=400_000, p=weights)
    change = centre[component] + spread[component] * draws.standard_t(df, size=component.size)
    assert (change < low).mean() == pytest.approx(0.05, abs=0.002)
    assert (change > high).mean() == pytest.approx(0.05, abs=0.002)


def mixture(t, y, s0):
    """The mixture of Student-t's by the textbook formulas with dense matrices."""
    u = (t - t.mean()) / (t[-1] - t[0])
    x = np.column_stack([np.ones_like(u), u])
    df, log_weights, centre, spread = len(t) + 3, [], [], []
    for phi, weight in brute_force.PHI_AND_WEIGHT:
        r = 0.85 * phi ** np.abs(t[:, None] - t)
        np.fill_diagonal(r, 1)
        r_inverse = np.linalg.inv(r)
        g = x.T @ r_inverse @ x + np.diag([0, 0.25])
        b = np.linalg.solve(g, x.T @ r_inverse @ y)
        q = y @ r_inverse @ y - b @ g @ b + 4 * s0**2
        log_weights.append(np.log(weight) - (np.linalg.slogdet(r)[1] + np.linalg.slogdet(g)[1] + df * np.log(q)) / 2)
        centre.append(b[1])
        spread.append(np.sqrt(q / df * np.linalg.inv(g)[1, 1]))
    weights = np.exp(np.array(log_weights) - max(log_weights))
    return weights / weights.sum(), np.array(centre), np.array(spread), df


def test_the_line_runs_through_its_change_and_its_band_is_narrowest_inside():
    t, y = random_series(np.random.default_rng(12))
    line = posterior.fitted(t, y, 0.6, np.arange(t[0], t[-1] + 1))
    assert line.mean[-1] - line.mean[0] == pytest.approx(posterior.change(t, y, 0.6).mean)
    assert np.all(line.low < line.mean) and np.all(line.mean < line.high)
    width = line.high - line.low
    assert 0 < width.argmin() < len(width) - 1


@pytest.mark.parametrize("curved", [False, True])
def test_the_band_of_many_days_is_that_of_each_day_alone_and_holds_nine_tenths(curved):
    rng = np.random.default_rng(13)
    for _ in range(20):
        t, y = random_series(rng)
        at = np.arange(t[0], t[-1] + 1)
        band = posterior.fitted(t, y, 0.6, at, curved=curved)
        for n in {*range(0, len(at), 3), len(at) - 1}:
            alone = posterior.fitted(t, y, 0.6, at[n : n + 1], curved=curved)
            assert band.low[n] == pytest.approx(alone.low[0], abs=1e-9)
            assert band.high[n] == pytest.approx(alone.high[0], abs=1e-9)
        # A band without a kink: its edges bend as little from day to day as the line or curve itself.
        assert np.abs(np.diff(band.high, 2)).max(initial=0) < 0.5 and np.abs(np.diff(band.low, 2)).max(initial=0) < 0.5


def test_the_curve_bends_the_way_its_coefficient_says():
    t = np.arange(21.0)
    y = 6 - 4 * (t / 10 - 1) ** 2
    assert posterior.curvature(t, y, 0.6).mean < -3
    curve = posterior.fitted(t, y, 0.6, t, curved=True)
    assert curve.mean[10] > curve.mean[0] + 2 and curve.mean[10] > curve.mean[-1] + 2


@pytest.mark.parametrize(
    ("t", "y"),
    [
        ([0], [3]),
        ([0, 1], [7, 7]),
        (range(30), [0] * 30),
        (range(30), [7] * 30),
        ([0, 20_000, 40_000], [0, 7, 0]),
        (range(4000), [n % 8 for n in range(4000)]),
    ],
    ids=["one day", "two alike", "all 0", "all 7", "decades between", "ten years"],
)
def test_odd_series_have_finite_figures_and_no_warning(t, y):
    for found in (posterior.change(t, y, 0.6), posterior.curvature(t, y, 0.6)):
        assert np.all(np.isfinite([found.mean, *found.interval]))
        assert 0 <= found.probability_below_zero <= 1
        assert found.interval[0] <= found.mean <= found.interval[1]


@pytest.mark.parametrize(("t", "y"), [([], []), ([0, 1], [3])])
def test_no_days_or_unlike_lengths_are_refused(t, y):
    with pytest.raises(ValueError, match="at least one day"):
        posterior.change(t, y, 0.6)
