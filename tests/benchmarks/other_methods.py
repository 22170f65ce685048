"""Three methods that people use, and what each says of one diary: -1 up towards the back, 1 down the leg, 0 neither."""

import numpy as np
from scipy.special import ndtr, stdtr


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
