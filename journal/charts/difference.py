"""The difference between two body maps: where pain is new, more, the same, less or gone, told by fill and sign."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle

from journal.analysis.results import PlaceChange, RegionChange
from journal.charts import body, canvas
from journal.charts.canvas import Box
from journal.charts.key import KeyItem, KeyLines
from journal.charts.style import Style
from journal.drawing import Picture, View
from journal.i18n import _
from journal.wording import labels

SIZE = (4.6, 4.9)
_MARGIN = 0.03
_SIGNS = {
    PlaceChange.NEW: "+",
    PlaceChange.MORE: "+",
    PlaceChange.SAME: "=",
    PlaceChange.LESS: "−",
    PlaceChange.GONE: "−",
}
_STROKES = {
    "+": (((-1.0, 0.0), (1.0, 0.0)), ((0.0, -1.0), (0.0, 1.0))),
    "−": (((-1.0, 0.0), (1.0, 0.0)),),
    "=": (((-1.0, -0.4), (1.0, -0.4)), ((-1.0, 0.4), (1.0, 0.4))),
}
"""From the middle, in halves of the sign."""


def draw(
    changes: Sequence[RegionChange],
    style: Style,
    *,
    pictures: Sequence[Picture] | None = None,
    size_inches: tuple[float, float] = SIZE,
) -> Figure:
    """Draw the body with each changed region filled; every fill carries a sign of its own, for grey print.

    pictures: None draws the back and the front, and the soles where one changed.
    """
    made = canvas.figure(style, size_inches)
    _width, height = made.get_size_inches()
    key = _Key(made, style, [change for change in PlaceChange if any(item.change is change for item in changes)])
    title = canvas.line_height(style, 1.0) + canvas.line_height(style, 0.85) + 0.06
    key_base = height - key.height(_MARGIN) - 0.02
    box = Box(0, title, made.get_size_inches()[0], key_base - canvas.line_height(style, 0.85) - 0.06 - title)
    views = tuple(pictures) if pictures is not None else body.pictures_of({item.region for item in changes})
    left = body.lay_out(made, style, box, views, "difference", partial(_paint, style, changes))
    canvas.write(made, style, _("Difference"), (left, canvas.line_height(style, 1.0) - 0.05), bold=True)
    key.draw(_MARGIN, key_base)
    return made


def fill(style: Style, change: PlaceChange) -> str:
    """Return the fill that says how a place changed."""
    colours = style.colours
    return {
        PlaceChange.NEW: colours.down,
        PlaceChange.MORE: colours.down_tint,
        PlaceChange.SAME: colours.border,
        PlaceChange.LESS: colours.tint,
        PlaceChange.GONE: colours.primary,
    }[change]


def _edge(style: Style, change: PlaceChange) -> str:
    if change in (PlaceChange.NEW, PlaceChange.MORE):
        return style.colours.down
    return style.colours.quiet if change is PlaceChange.SAME else style.colours.primary


def _ink(style: Style, change: PlaceChange) -> str:
    """Of the sign on a fill."""
    return style.colours.card if change in (PlaceChange.NEW, PlaceChange.GONE) else _edge(style, change)


def _paint(style: Style, changes: Sequence[RegionChange], axes: Axes, view: View, unit: float) -> None:
    found = {item.region: item.change for item in changes}
    colours = style.colours
    points = unit * canvas.POINTS_AN_INCH
    for shape in view.shapes:
        if shape.role == "skin":
            axes.add_patch(PathPatch(body.path(shape), fc=colours.skin, ec="none", zorder=1))
        elif shape.role == "region":
            change = found.get(shape.region or "")
            if change is None:
                axes.add_patch(
                    PathPatch(body.path(shape), fc=colours.skin, ec=colours.seam, lw=max(0.3, points * 0.9), zorder=2)
                )
                continue
            changed = PathPatch(body.path(shape), fc=fill(style, change), ec=_edge(style, change), zorder=3)
            changed.set(linewidth=max(0.7, points * 1.4), joinstyle="round", gid=f"{shape.region}-{change}")
            axes.add_patch(changed)
            _sign(axes, style, change, body.polygon_of(shape), points)
        elif shape.role in ("detail", "outline"):
            line = max(0.3, points * 0.8) if shape.role == "detail" else max(0.6, min(1.6, points * 2))
            axes.add_patch(PathPatch(body.path(shape), fc="none", ec=colours.outline, lw=line, zorder=6))


def _sign(axes: Axes, style: Style, change: PlaceChange, corners: np.ndarray, points: float) -> None:
    """A plus, a minus or an equals sign in the middle, as long as the region has room for it."""
    middle = (corners.min(axis=0) + corners.max(axis=0)) / 2
    room = float(min(np.ptp(corners[:, 0]), np.ptp(corners[:, 1])) * points)
    half = min(3.4 * style.scale, room * 0.3) / points
    if half * points < 1.0:
        return
    x, y = float(middle[0]), float(middle[1])
    ink, width = _ink(style, change), min(1.5 * style.scale, room * 0.14)
    for (x0, y0), (x1, y1) in _STROKES[_SIGNS[change]]:
        axes.plot([x + x0 * half, x + x1 * half], [y + y0 * half, y + y1 * half], color=ink, lw=width, zorder=7)


class _Key(KeyLines):
    def __init__(self, made: Figure, style: Style, changes: Sequence[PlaceChange]) -> None:
        def square(change: PlaceChange, axes: Axes, x: float, y: float) -> None:
            half = 0.075
            axes.add_patch(
                Rectangle((x, y - half), 0.15, 0.15, fc=fill(style, change), ec=_edge(style, change), lw=1.0)
            )
            corners = np.array([(x, y - half), (x + 0.15, y - half), (x + 0.15, y + half), (x, y + half)])
            _sign(axes, style, change, corners, canvas.POINTS_AN_INCH * max(1.0, style.scale))

        items = [KeyItem(labels.label(change), 0.15, partial(square, change)) for change in changes]
        super().__init__(made, style, items or [KeyItem(_("No pain was marked."), 0, None)])
