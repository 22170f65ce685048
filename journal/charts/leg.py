"""The leg beside the ladder: a side view from the small of the back to the toes, level by level.

Our own outline. Units are the ladder's: y is the level (1 low back .. 7 foot, so the body spans 0.5..7.5), x has the
same scale, 0 near the shin's axis, the back to the left and the toes to the right.
"""

import functools

import numpy as np
from matplotlib.path import Path

LEFT, RIGHT = -0.95, 1.05
"""What the outline takes of the x axis."""

_OUTLINE = (
    # down the back
    (-0.40, 0.50),
    (-0.36, 0.85),
    (-0.345, 1.25),
    (-0.40, 1.65),
    (-0.55, 2.05),
    (-0.72, 2.50),
    (-0.80, 2.90),
    (-0.76, 3.25),
    (-0.60, 3.58),
    (-0.52, 3.85),
    (-0.47, 4.25),
    (-0.37, 4.65),
    (-0.27, 5.00),
    (-0.31, 5.28),
    (-0.42, 5.60),
    (-0.43, 5.88),
    (-0.32, 6.25),
    (-0.18, 6.60),
    (-0.155, 6.80),
    (-0.24, 7.05),
    (-0.27, 7.24),
    # along the sole
    (-0.17, 7.37),
    (0.05, 7.36),
    (0.30, 7.31),
    (0.55, 7.36),
    (0.80, 7.385),
    (0.93, 7.33),
    # over the toes and up the front
    (0.90, 7.20),
    (0.70, 7.09),
    (0.45, 6.98),
    (0.25, 6.82),
    (0.145, 6.60),
    (0.12, 6.25),
    (0.15, 5.80),
    (0.17, 5.45),
    (0.215, 5.24),
    (0.285, 5.04),
    (0.275, 4.84),
    (0.265, 4.66),
    (0.37, 4.25),
    (0.48, 3.80),
    (0.54, 3.35),
    (0.53, 2.95),
    (0.50, 2.55),
    (0.56, 2.10),
    (0.61, 1.65),
    (0.59, 1.15),
    (0.53, 0.75),
    (0.51, 0.50),
)
_DETAILS = (
    ((-0.58, 3.62), (-0.42, 3.68), (-0.24, 3.60)),  # the fold under the buttock
    ((0.10, 4.86), (0.045, 5.02), (0.11, 5.20)),  # the kneecap's edge
    ((-0.05, 6.88), (-0.02, 6.81), (0.05, 6.80), (0.09, 6.86)),  # the ankle bone
    ((0.70, 7.22), (0.73, 7.28), (0.72, 7.36)),  # the toes
)
_VERTEBRAE = ((-0.215, 0.72), (-0.20, 1.02), (-0.20, 1.32), (-0.235, 1.62), (-0.315, 1.92))


@functools.cache
def outline() -> Path:
    """The body's edge, open at the waist."""
    return smooth(_OUTLINE)


@functools.cache
def details() -> tuple[Path, ...]:
    """Thin lines within it."""
    return tuple(smooth(points) for points in _DETAILS)


def vertebrae() -> tuple[tuple[float, float], ...]:
    """Where the lowest five of the spine lie: they tell which side is the back."""
    return _VERTEBRAE


def smooth(points: tuple[tuple[float, float], ...]) -> Path:
    """Return a smooth curve through the points (Catmull-Rom, written as cubic Bézier pieces)."""
    knots = np.asarray(points, dtype=float)
    padded = np.vstack((2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]))
    tangents = (padded[2:] - padded[:-2]) / 6.0
    vertices, codes = [knots[0]], [Path.MOVETO]
    for index in range(len(knots) - 1):
        vertices += [knots[index] + tangents[index], knots[index + 1] - tangents[index + 1], knots[index + 1]]
        codes += [Path.CURVE4] * 3
    return Path(np.array(vertices), codes)
