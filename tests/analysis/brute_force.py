"""A second computation of the posterior, by plain numerical integration, sharing nothing with the engine.

Sums the unnormalised density over a grid of sigma, change (and curvature) for every phi; only the flat `a` is
integrated by hand. Written from the model's text: dense correlation matrices, no conjugate algebra, no Student's t.
"""

import numpy as np

PHI_AND_WEIGHT = (
    (0.0, 0.2),
    (0.1, 0.3),
    (0.2, 0.5),
    (0.3, 0.7),
    (0.4, 0.9),
    (0.5, 1.1),
    (0.6, 1.2),
    (0.7, 1.2),
    (0.8, 1.0),
    (0.9, 0.6),
    (0.95, 0.2),
)
SIGMA = np.geomspace(0.1, 12, 45)


def change_below_zero(t, y, s0=0.6, step=0.04, reach=12.0):
    """P(change < 0) of the straight line."""
    change = _halves(step, reach)
    return _below_zero(t, y, s0, [change], np.atleast_2d(_u(t)))


def curvature_below_zero(t, y, s0=0.6, step=0.14, reach=9.0):
    """P(coefficient of u2 < 0) of the curve."""
    grid = _halves(step, reach)
    change, curvature = (axis.ravel() for axis in np.meshgrid(grid, grid))
    v = 2 * (t - t[0]) / (t[-1] - t[0]) - 1
    return _below_zero(t, y, s0, [change, curvature], np.array([_u(t), v**2 - 1 / 3]))


def _halves(step, reach):
    """Midpoints of equal cells on both sides of zero, so that no cell lies across it."""
    half = np.arange(step / 2, reach, step)
    return np.concatenate([-half[::-1], half])


def _u(t):
    return (t - np.mean(t)) / (t[-1] - t[0])


def _below_zero(t, y, s0, coefficients, columns):
    n = len(t)
    residual = y[:, None] - sum(np.outer(column, values) for column, values in zip(columns, coefficients, strict=True))
    prior_square = sum(values**2 for values in coefficients)
    log_density = np.empty((len(PHI_AND_WEIGHT), len(SIGMA), residual.shape[1]), dtype=np.float32)
    for k, (phi, weight) in enumerate(PHI_AND_WEIGHT):
        correlation = np.empty((n, n))
        for i in range(n):
            correlation[i] = 0.85 * np.power(phi, np.abs(t - t[i]))
            correlation[i, i] = 1.0
        inverse = np.linalg.inv(correlation)
        spread = inverse @ residual
        ones = inverse.sum()
        # The best `a` taken out; what its flat prior leaves behind is sigma / sqrt(1' R^-1 1).
        square = (residual * spread).sum(axis=0) - spread.sum(axis=0) ** 2 / ones
        log_density[k] = (
            np.log(weight)
            - 0.5 * np.linalg.slogdet(correlation)[1]
            - 0.5 * np.log(ones)
            + _log_of_sigma(n, len(coefficients), s0)[:, None]
            - np.outer(1 / SIGMA**2, square / 2 + prior_square / 8)
        )
    density = np.exp(log_density - log_density.max()).sum(axis=(0, 1), dtype=float)
    return density[coefficients[-1] < 0].sum() / density.sum()


def _log_of_sigma(n, coefficients, s0):
    """Everything of sigma that does not depend on the residuals, per step of log sigma."""
    likelihood_and_a = -(n - 1) * np.log(SIGMA)
    prior_of_coefficients = -coefficients * np.log(2 * SIGMA)
    # scaled-inverse-chi^2(4, s0) of sigma^2 as a density of log sigma
    prior_of_sigma = -4 * np.log(SIGMA) - 2 * s0**2 / SIGMA**2
    return likelihood_and_a + prior_of_coefficients + prior_of_sigma
