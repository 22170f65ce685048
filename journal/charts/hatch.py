"""Patterns cut to a shape by hand: SVG painters that ignore clipping still keep them inside."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.path import Path

from journal.charts.style import Style
from journal.domain.entry import Kind

_SPACING = 3.4
_DOT = 1.9
"""Points."""
_DOTTED = (Kind.TINGLING,)
_LINED = {Kind.NUMBNESS: ((-45.0,), 0.9), Kind.WEAKNESS: ((0.0, 90.0), 0.55)}
"""Directions of the lines in degrees, and their width in points."""
PATTERNED = (*_DOTTED, *_LINED)
"""Every kind that is drawn as a pattern."""


def paint(
    axes: Axes, style: Style, kind: Kind, corners: np.ndarray, point: float, *, zorder: float = 4, name: str = ""
) -> None:
    """Fill a polygon with a kind's pattern: numbness blue diagonals, tingling violet dots, weakness grey crosshatch.

    corners: (n, 2) in the axes' units; point: how many of those units one point of the figure is.
    """
    if kind is Kind.PAIN:  # a solid fill, drawn below
        return
    spacing = _SPACING * max(1.0, style.scale) * point
    if kind in _DOTTED:
        at = dots_within(corners, spacing, _DOT / 2 * style.scale * point)
        size = (_DOT * style.scale) ** 2
        axes.scatter(
            at[:, 0], at[:, 1], size, c=[style.colours.kind(kind, 5)], linewidths=0, zorder=zorder + 1, gid=name
        )
        return
    angles, width = _LINED[kind]
    segments = [part for angle in angles for part in lines_within(corners, spacing, angle)]
    colour = style.colours.kind(kind, 5)
    lines = LineCollection(segments, colors=colour, linewidths=width * style.scale, zorder=zorder, gid=name)
    axes.add_collection(lines, autolim=False)


def polygon(path: Path) -> np.ndarray:
    """Return the corners of a closed path, curves flattened: shape (n, 2)."""
    parts = [corners for part in path.to_polygons(closed_only=False) if len(corners := np.asarray(part)) > 2]
    return max(parts, key=len) if parts else np.empty((0, 2))


def lines_within(corners: np.ndarray, spacing: float, degrees: float) -> list[np.ndarray]:
    """Return parallel segments inside a polygon, each of shape (2, 2).

    corners: (n, 2). The pattern is fixed to the plane, so that neighbours continue each other's lines.
    """
    if len(corners) < 3:
        return []
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    turned = corners @ turn.T
    ahead = np.roll(turned, -1, axis=0)
    low, high = turned[:, 1].min(), turned[:, 1].max()
    segments = []
    for level in np.arange(np.ceil(low / spacing), np.floor(high / spacing) + 1) * spacing + spacing * 1e-6:
        crosses = (turned[:, 1] <= level) != (ahead[:, 1] <= level)
        start, end = turned[crosses], ahead[crosses]
        x = np.sort(start[:, 0] + (level - start[:, 1]) / (end[:, 1] - start[:, 1]) * (end[:, 0] - start[:, 0]))
        for left, right in zip(x[::2], x[1::2], strict=False):
            segments.append(np.array([(left, level), (right, level)]) @ turn)
    return segments


def dots_within(corners: np.ndarray, spacing: float, margin: float) -> np.ndarray:
    """Return the points of a staggered grid that lie in a polygon, `margin` away from its edge: shape (n, 2)."""
    if len(corners) < 3:
        return np.empty((0, 2))
    low, high = corners.min(axis=0), corners.max(axis=0)
    rise = spacing * 0.75
    rows = np.arange(np.floor(low[1] / rise), np.ceil(high[1] / rise) + 1)
    columns = np.arange(np.floor(low[0] / spacing) - 1, np.ceil(high[0] / spacing) + 1)
    grid = np.array([((column + 0.5 * (row % 2)) * spacing, row * rise) for row in rows for column in columns])
    inside = Path(corners).contains_points(grid)
    for shift in ((margin, 0), (-margin, 0), (0, margin), (0, -margin)):
        inside &= Path(corners).contains_points(grid + shift)
    if not inside.any():
        return np.asarray(corners.mean(axis=0, keepdims=True))
    return np.asarray(grid[inside])
