"""The engine: how much a daily series changed over its days, and how sure that is. Exact, without sampling.

A straight line is fitted through the daily values with errors that are alike on neighbouring days (the method
and its figures are ours). With t the day numbers, y the values, u = (t - mean t) / (t_last - t_first):

    y = a + change * u + e
    corr(e_i, e_j) = 0.85 * phi ** |t_i - t_j|, 1 on the diagonal
    phi on a grid with prior weights; a flat; change ~ N(0, (2 sigma)^2); sigma^2 ~ scaled-inverse-chi^2(4, s0)

Given phi, `change` is Student-t; over phi it is a mixture of eleven of them, and every figure is read off that
mixture. The curved fit adds u2 = v^2 - 1/3, v = 2 (t - t_first) / (t_last - t_first) - 1, with the same prior as u.

The correlation is that of a first-order autoregression seen through white noise. So the errors are whitened by one
forward pass over the days (a scalar Kalman filter), which equals the Cholesky factor of the correlation matrix but
costs n steps instead of n^3 and runs over many windows at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from journal.analysis import student_t
from journal.analysis.student_t import Floats

PHI: Floats = np.array([0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95])
PHI_PRIOR: Floats = np.array([0.2, 0.3, 0.5, 0.7, 0.9, 1.1, 1.2, 1.2, 1.0, 0.6, 0.2])
LASTING = 0.85
"""Share of the errors' variance that carries over from day to day; the rest is each day's own."""
NU0 = 4.0
"""Degrees of freedom of the prior of sigma^2."""
PRIOR_SD = 2.0
"""Prior standard deviation of the change (and of the curvature), in sigmas."""
BAND = (0.05, 0.95)
"""Ends of a 90 % interval."""

_LOG_PHI_PRIOR = np.log(PHI_PRIOR / PHI_PRIOR.sum())
_STEPS = 60
_CLOSE = 1e-13
"""A quantile is found when its probability is that close, beyond what its sum can tell."""
_WINDOWS_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Posterior:
    """What is known of one coefficient after seeing the days, in the unit of the values."""

    mean: float
    probability_below_zero: float
    """0..1; the probability above zero is the rest."""
    interval: tuple[float, float]
    """90 %."""
    probability_within_one: float
    """P(-1 < coefficient < 1)."""


@dataclass(frozen=True, slots=True)
class Band:
    """The fitted line or curve day by day: three arrays of one length, in the unit of the values."""

    mean: Floats
    low: Floats
    high: Floats
    """Pointwise 5 % and 95 % quantiles."""


@dataclass(frozen=True, slots=True)
class Glances:
    """The figures a verdict needs, one per window: five arrays of one length."""

    change: Floats
    """Posterior mean of the change over each window's days."""
    change_below_zero: Floats
    """P(change < 0)."""
    curvature: Floats
    """Posterior mean of the coefficient of u2; below zero the values rose and then fell."""
    curvature_below_zero: Floats
    """P(curvature < 0)."""
    change_within_one: Floats
    """P(-1 < change < 1)."""


def change(t: ArrayLike, y: ArrayLike, s0: float) -> Posterior:
    """The change of a series over its days, by the straight line.

    t: day numbers, rising, at least one. y: the values, finite, as many. s0: the prior's scale of the errors in the
    unit of y (0.6 for levels, 0.8 for 0..10 ratings, 0.3 for painful days against free ones). Raises ValueError for no
    days or unlike lengths.
    """
    return _coefficient(_fit([_series(t, y)], s0, columns=2), 1)


def curvature(t: ArrayLike, y: ArrayLike, s0: float) -> Posterior:
    """The coefficient of u2 in the curved fit; below zero the series rose and came back down. As `change`."""
    return _coefficient(_fit([_series(t, y)], s0, columns=3), 2)


def fitted(t: ArrayLike, y: ArrayLike, s0: float, at: ArrayLike, *, curved: bool = False) -> Band:
    """The fitted line (or curve) at the day numbers `at`, with its pointwise 90 % band. Else as `change`."""
    series = _series(t, y)
    fit = _fit([series], s0, columns=3 if curved else 2)
    where = _design(np.asarray(at, dtype=float), series[0])[:, : 3 if curved else 2]
    centre = np.einsum("px,kx->pk", where, fit.location[0])
    spread = np.sqrt(fit.scale2[0] * np.einsum("px,kxz,pz->pk", where, fit.covariance[0], where))
    weights = np.broadcast_to(fit.weights[0], centre.shape)
    low, high = (_quantile(weights, float(fit.df[0]), centre, spread, q) for q in BAND)
    return Band((weights * centre).sum(axis=1), low, high)


def glances(windows: Sequence[tuple[ArrayLike, ArrayLike]], s0: float) -> Glances:
    """Change and curvature of many windows (t, y) at once; each as `change` and `curvature` say."""
    series = [_series(t, y) for t, y in windows]
    result = Glances(*np.empty((5, len(series))))
    # Windows of like length go together, so that a pass over the days wastes little on the shorter ones.
    order = sorted(range(len(series)), key=lambda w: len(series[w][0]), reverse=True)
    for start in range(0, len(order), _WINDOWS_AT_ONCE):
        chunk = order[start : start + _WINDOWS_AT_ONCE]
        line, curve = _fits([series[w] for w in chunk], s0)
        result.change[chunk], result.change_below_zero[chunk] = _mean_and_sign(line, 1)
        result.change_within_one[chunk] = _below(line, 1, 1.0) - _below(line, 1, -1.0)
        result.curvature[chunk], result.curvature_below_zero[chunk] = _mean_and_sign(curve, 2)
    return result


def differences(t: ArrayLike, y: ArrayLike, groups: Sequence[Sequence[bool]], s0: float) -> list[Posterior]:
    """How much higher the values are on the days of each group than on the others, beside a slow drift and a bend.

    groups: for each group whether each day belongs to it. The columns are 1, u, u2 and the group less its mean, with
    the same prior for the difference as for the change. Else as `change`.
    """
    series = _series(t, y)
    members = np.asarray(groups, dtype=float)
    count, days = members.shape
    columns = np.empty((count, days, 5))
    columns[..., :3] = _design(series[0], series[0])
    columns[..., 3] = members - members.mean(axis=1, keepdims=True)
    columns[..., 4] = series[1] - series[1].mean()
    gaps = np.broadcast_to(np.diff(series[0], prepend=series[0][0]), (count, days))
    gram, log_det = _whitened(gaps, columns, np.full(count, days))
    fit = _solve(gram, log_det, np.full(count, days), s0)
    return [_coefficient(fit, 3, row) for row in range(count)]


@dataclass(frozen=True, slots=True)
class _Fit:
    """A mixture over phi for each of W windows: K = 11 values of phi, C coefficients (a, change[, curvature])."""

    weights: Floats
    """(W, K), summing to 1 over K."""
    location: Floats
    """(W, K, C)."""
    covariance: Floats
    """(W, K, C, C): inverse of G, to be multiplied with scale2."""
    scale2: Floats
    """(W, K): Q / df."""
    df: Floats
    """(W,)."""


def _series(t: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
    days, values = np.asarray(t, dtype=float), np.asarray(y, dtype=float)
    if days.ndim != 1 or days.shape != values.shape or not len(days):
        raise ValueError("a series needs at least one day and one value for each")
    return days, values


def _design(at: Floats, t: Floats) -> Floats:
    """Columns 1, u and u2 of the series' days t, at the day numbers `at`: shape (len(at), 3)."""
    span = float(t[-1] - t[0]) or 1.0
    v = 2 * (at - t[0]) / span - 1
    return np.stack([np.ones(len(at)), (at - t.mean()) / span, v * v - 1 / 3], axis=1)


def _fit(series: Sequence[tuple[Floats, Floats]], s0: float, columns: int) -> _Fit:
    return _fits(series, s0)[columns - 2]


def _fits(series: Sequence[tuple[Floats, Floats]], s0: float) -> tuple[_Fit, _Fit]:
    """The straight and the curved fit of each series; longest series first."""
    counts = np.array([len(t) for t, _ in series])
    gaps = np.zeros((len(series), counts[0]))
    columns = np.zeros((len(series), counts[0], 4))
    middles = np.array([y.mean() for _, y in series])
    for row, (t, y) in enumerate(series):
        gaps[row, 1 : len(t)] = np.diff(t)
        columns[row, : len(t), :3] = _design(t, t)
        # `a` is flat, so a shift of all values moves only `a`; shifting first keeps the sums small.
        columns[row, : len(t), 3] = y - middles[row]
    gram, log_det = _whitened(gaps, columns, counts)
    straight = _solve(gram[..., [0, 1, 3], :][..., [0, 1, 3]], log_det, counts, s0)
    curved = _solve(gram, log_det, counts, s0)
    for fit in (straight, curved):
        fit.location[..., 0] += middles[:, None]
    return straight, curved


def _whitened(gaps: Floats, columns: Floats, counts: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Inner products of the columns under R^-1, and log |R|, for each window and phi.

    gaps: (W, N) days since the day before. columns: (W, N, C), padded with anything beyond counts: (W,), falling.
    Gives (W, K, C, C) and (W, K).
    """
    windows, days, width = columns.shape
    gram = np.zeros((windows, len(PHI), width, width))
    log_det = np.zeros((windows, len(PHI)))
    expected = np.zeros((windows, len(PHI), width))
    variance = np.full((windows, len(PHI)), LASTING)
    for day in range(days):
        on = int(np.searchsorted(-counts, -day, side="left"))  # windows that still have this day come first
        kept, left = expected[:on], variance[:on]
        if day:
            decay = PHI ** gaps[:on, day, None]
            kept *= decay[..., None]
            left *= decay**2
            left += LASTING * (1 - decay**2)
        total = left + (1 - LASTING)
        surprise = columns[:on, day, None, :] - kept
        scaled = surprise / total[..., None]
        gram[:on] += surprise[..., :, None] * scaled[..., None, :]
        log_det[:on] += np.log(total)
        kept += left[..., None] * scaled
        left *= (1 - LASTING) / total
    return gram, log_det


def _solve(gram: Floats, log_det: Floats, counts: NDArray[np.intp], s0: float) -> _Fit:
    """The posterior from the whitened inner products; the values are the last column."""
    precision = gram[..., :-1, :-1].copy()
    slopes = np.arange(1, precision.shape[-1])
    precision[..., slopes, slopes] += PRIOR_SD**-2
    covariance: Floats = np.linalg.inv(precision)
    moment = gram[..., :-1, -1]
    location = np.einsum("wkxz,wkz->wkx", covariance, moment)
    rest = gram[..., -1, -1] - np.einsum("wkx,wkx->wk", location, moment) + NU0 * s0**2
    df: Floats = counts - 1 + NU0
    log_weight = _LOG_PHI_PRIOR - 0.5 * (log_det + np.linalg.slogdet(precision)[1] + df[:, None] * np.log(rest))
    weights = np.exp(log_weight - log_weight.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    scale2: Floats = rest / df[:, None]
    return _Fit(weights, location, covariance, scale2, df)


def _mean_and_sign(fit: _Fit, place: int) -> tuple[Floats, Floats]:
    """Posterior mean of one coefficient and the probability that it is below zero, per window."""
    return (fit.weights * fit.location[..., place]).sum(axis=1), _below(fit, place, 0.0)


def _below(fit: _Fit, place: int, limit: float) -> Floats:
    """P(coefficient < limit), per window."""
    centre, spread = _marginal(fit, place)
    each = student_t.below(fit.df[:, None], (limit - centre) / spread)
    below: Floats = np.clip((fit.weights * each).sum(axis=1), 0.0, 1.0)
    return below


def _coefficient(fit: _Fit, place: int, window: int = 0) -> Posterior:
    centre, spread = (part[window : window + 1] for part in _marginal(fit, place))
    mean, below = _mean_and_sign(fit, place)
    weights = fit.weights[window : window + 1]
    low, high = (float(_quantile(weights, float(fit.df[window]), centre, spread, q)[0]) for q in BAND)
    within = _below(fit, place, 1.0)[window] - _below(fit, place, -1.0)[window]
    return Posterior(float(mean[window]), float(below[window]), (low, high), float(within))


def _marginal(fit: _Fit, place: int) -> tuple[Floats, Floats]:
    return fit.location[..., place], np.sqrt(fit.scale2 * fit.covariance[..., place, place])


def _quantile(weights: Floats, df: float, centre: Floats, spread: Floats, q: float) -> Floats:
    """Quantile of each row's mixture of Student-t's (all with df): arrays (rows, K) to (rows,).

    Newton's steps, halving instead where one would leave the stretch in which the quantile is known to lie.
    """
    # Beyond 3 spreads lie less than 2 % of any component: df is at least 4.
    low, high = (centre - 3 * spread).min(axis=1), (centre + 3 * spread).max(axis=1)
    found: Floats = (weights * centre).sum(axis=1)
    for _ in range(_STEPS):
        z = (found[:, None] - centre) / spread
        excess: Floats = (weights * student_t.below(df, z)).sum(axis=1) - q
        low, high = np.where(excess < 0, found, low), np.where(excess < 0, high, found)
        slope: Floats = (weights * student_t.density(df, z) / spread).sum(axis=1)
        step = found - excess / slope
        found = np.where((low <= step) & (step <= high), step, (low + high) / 2)
        if np.abs(excess).max() < _CLOSE:
            break
    return found
