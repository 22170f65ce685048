"""Student's t distribution for whole degrees of freedom, in finite sums: Abramowitz and Stegun 1964, 26.7.3-4.

With theta = atan(t / sqrt(df)), P(-t < T < t) is
    for even df: sin theta * (1 + 1/2 cos^2 theta + 1*3/(2*4) cos^4 theta + ... to cos^(df-2))
    for odd df:  2/pi * (theta + sin theta cos theta * (1 + 2/3 cos^2 theta + ... to cos^(df-3)))
"""

from functools import cache
from math import exp, lgamma, pi, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


def below(df: Floats | float, t: Floats) -> Floats:
    """P(T < t). df: whole numbers from 2 up, of a shape that broadcasts to that of t. Exact to 1e-13."""
    tangent = t / np.sqrt(df)
    cos2 = 1 / (1 + tangent**2)
    terms = _terms(df)
    total = np.zeros(tangent.shape)
    for place in reversed(range(terms.shape[-1])):
        total *= cos2
        total += terms[..., place]
    even = tangent * np.sqrt(cos2) * total
    odd = 2 / pi * (np.arctan(tangent) + tangent * cos2 * total)
    result: Floats = (1 + np.where(df % 2, odd, even)) / 2
    return result


def density(df: float, t: Floats) -> Floats:
    """The probability density at t."""
    factor = exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / sqrt(df * pi)
    result: Floats = factor * (1 + t**2 / df) ** (-(df + 1) / 2)
    return result


def _terms(df: Floats | float) -> Floats:
    """The coefficients of the powers of cos^2 theta in a further last dimension, 0 beyond each sum's end."""
    different, which = np.unique(df, return_inverse=True)
    rows = [_row(int(whole)) for whole in different]
    table = np.zeros((len(rows), len(rows[-1])))
    for row, coefficients in zip(table, rows, strict=True):
        row[: len(coefficients)] = coefficients
    terms: Floats = table[which.reshape(np.shape(df))]
    return terms


@cache
def _row(df: int) -> Floats:
    place = np.arange(1, df // 2)
    ratios = 2 * place / (2 * place + 1) if df % 2 else (2 * place - 1) / (2 * place)
    coefficients: Floats = np.concatenate([[1.0], np.cumprod(ratios)])
    return coefficients
