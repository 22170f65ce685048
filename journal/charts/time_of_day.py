"""When it hurts and doing what: a row for each part of the day and each activity, a dot a day, with its mean."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from journal.analysis.limits import TIME_OF_DAY_DAYS
from journal.analysis.results import TimeOfDayFigures, WhenItHurts
from journal.charts import canvas
from journal.charts.canvas import Box
from journal.charts.key import KeyItem, KeyLines
from journal.charts.pointing import SPOT
from journal.charts.style import Style
from journal.i18n import _, number
from journal.wording import time_of_day as words

SIZE = (10.4, 3.6)
_GAP, _MARGIN, _BETWEEN = 0.12, 0.03, 0.36
_LEFT, _RIGHT = -0.4, 10.4
_SCALE = (0, 2, 4, 6, 8, 10)
_NARROW = 4.2
"""Inches; groups that would be narrower stand one below the other."""


def draw(found: WhenItHurts, style: Style, *, size_inches: tuple[float, float] = SIZE) -> Figure:
    """Draw the parts of the day and the activities beside each other; a row with too few days has dots and no mean."""
    made = canvas.figure(style, size_inches)
    width, height = made.get_size_inches()
    groups = [(_("Time of day"), found.parts), (_("What you were doing"), found.activities)]
    groups = [group for group in groups if group[1]]
    beside = (width - _BETWEEN) / 2 >= _NARROW * style.scale and len(groups) == 2
    key = _Key(made, style)
    all_rows = (*found.parts, *found.activities)
    heading, line = canvas.line_height(style, 1.0), canvas.line_height(style, 0.9)
    bottom = height - key.height(_MARGIN) - 0.1
    foot = line + 0.04
    if beside:
        most = max(len(rows) for _name, rows in groups)
        row = min(line * 1.9, (bottom - heading - foot) / most)
        each = (width - _BETWEEN) / 2
        for index, (name, rows) in enumerate(groups):
            box = Box(index * (each + _BETWEEN), 0, each, heading + row * len(rows))
            _group(made, style, box, name, rows, rows)
    else:
        count = sum(len(rows) for _name, rows in groups)
        row = min(line * 1.9, (bottom - len(groups) * (heading + foot + 0.1)) / count)
        top = 0.0
        for name, rows in groups:
            _group(made, style, Box(0, top, width, heading + row * len(rows)), name, rows, all_rows)
            top += heading + row * len(rows) + foot + 0.1
    key.draw(_MARGIN, bottom)
    return made


def _group(
    made: Figure,
    style: Style,
    box: Box,
    name: str,
    rows: Sequence[TimeOfDayFigures],
    aligned: Sequence[TimeOfDayFigures],
) -> None:
    """One heading with its rows; its scale begins and ends where the names and counts of `aligned` leave room."""
    heading = canvas.line_height(style, 1.0)
    canvas.write(made, style, name, (box.left + _MARGIN, box.top + heading * 0.75), rank=0.95, bold=True)
    names, measured = ([_name(made, style, box, item) for item in some] for some in (rows, aligned))
    counts = [words.counts(item) for item in rows]
    left = box.left + _MARGIN + max(canvas.width_of(made, style, text, 0.9) for text in measured) + _GAP
    counted = max(canvas.width_of(made, style, words.counts(item), 0.85) for item in aligned)
    right = box.left + box.width - counted - _GAP
    plot = Box(left, box.top + heading, right - left, box.height - heading)
    axes = canvas.axes(made, plot, f"time-of-day-{name}")
    axes.set_xlim(_LEFT, _RIGHT)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    for value in _SCALE:
        axes.plot([value] * 2, [-0.5, len(rows) - 0.5], color=style.colours.border, lw=0.7, zorder=0.5)
        at = (
            left + (value - _LEFT) / (_RIGHT - _LEFT) * plot.width,
            box.top + box.height + canvas.line_height(style, 0.85),
        )
        canvas.write(made, style, number(value), at, rank=0.85, colour=style.colours.quiet, across="center")
    each = plot.height / len(rows)
    for index, item in enumerate(rows):
        middle = plot.top + (index + 0.5) * each
        canvas.write(
            made, style, names[index], (left - _GAP, middle), rank=0.9, across="right", up="center_baseline",
            colour=style.colours.text if item.enough else style.colours.quiet,
        )  # fmt: skip
        canvas.write(
            made, style, counts[index], (right + _GAP, middle), rank=0.85, colour=style.colours.quiet,
            up="center_baseline", name=f"counts-{item.key}",
        )  # fmt: skip
        _row(axes, style, index, item)


def _name(made: Figure, style: Style, box: Box, item: TimeOfDayFigures) -> str:
    return canvas.shortened(made, style, words.name(item), box.width * 0.34, 0.9)


def _row(axes: Axes, style: Style, index: int, item: TimeOfDayFigures) -> None:
    whole = Rectangle((_LEFT, index - 0.5), _RIGHT - _LEFT, 1, fc="none", ec="none", gid=f"{SPOT}{item.key}")
    axes.add_patch(whole)
    pains = np.array([pain for _day, pain in item.pains])
    offsets = np.array([index + 0.06 * _stagger(day) for day, _pain in item.pains])
    alpha = max(0.06, min(0.4, 16 / max(1, len(pains))))  # many dots on one place still show how many
    axes.scatter(
        pains, offsets, (4.2 * style.scale) ** 2, facecolors=style.colours.quiet, edgecolors="none", alpha=alpha,
        zorder=2, gid=f"days-of-{item.key}", rasterized=len(pains) > 800,
    )  # fmt: skip
    if item.enough and item.mean is not None:
        _mean(axes, style, item.mean, index, f"mean-{item.key}")


def _mean(axes: Axes, style: Style, x: float, y: float, name: str | None = None) -> None:
    axes.plot(
        [x], [y], marker="D", ms=8.5 * style.scale, mfc=style.colours.primary, mec=style.colours.card,
        mew=1.2 * style.scale, ls="none", zorder=4, gid=name,
    )  # fmt: skip


def _stagger(day: date) -> int:
    """Spread the dots of a row over seven heights, the same way every time."""
    return day.toordinal() * 3 % 7 - 3


class _Key(KeyLines):
    def __init__(self, made: Figure, style: Style) -> None:
        def day(axes: Axes, x: float, y: float) -> None:
            axes.scatter(
                [x + 0.05], [y], (4.2 * style.scale) ** 2, facecolors=style.colours.quiet, edgecolors="none", alpha=0.5
            )

        def mean(axes: Axes, x: float, y: float) -> None:
            _mean(axes, style, x + 0.07, y)

        items = [
            KeyItem(_("one day, pain 0–10"), 0.1, partial(day)),
            KeyItem(_("mean, from {count} days on").format(count=number(TIME_OF_DAY_DAYS)), 0.14, mean),
        ]
        super().__init__(made, style, items)
