"""What was tried, on the same time axis as everything else: a bar a treatment, below the weeks' mean pain."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from types import MappingProxyType

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from journal.analysis.limits import MOST_TREATMENTS, SHORTEST_CHART_DAYS
from journal.analysis.results import Progress
from journal.charts import canvas
from journal.charts.canvas import Box
from journal.charts.key import KeyItem, KeyLines, flare_item
from journal.charts.style import Style
from journal.charts.timeline import Timeline, flares_within
from journal.domain.treatment import Treatment
from journal.i18n import _, number

SIZE = (10.4, 3.2)
_GAP, _MARGIN = 0.12, 0.03
_PAIN_LINES = 3.4
"""Lines of text that the strip of pain is high."""


def rows(progress: Progress, most: int | None = MOST_TREATMENTS) -> tuple[Treatment, ...]:
    """Return the treatments that the chart shows, the latest start first."""
    return tuple(sorted(progress.treatments, key=lambda item: (item.started_on, item.name), reverse=True))[:most]


def draw(
    progress: Progress,
    style: Style,
    *,
    taken: Mapping[str, Sequence[date]] = MappingProxyType({}),
    appointments: Sequence[date] = (),
    most: int | None = MOST_TREATMENTS,
    size_inches: tuple[float, float] = SIZE,
) -> Figure:
    """Draw the treatments of the range; an arrowhead where one goes on, a diamond for a single event.

    taken: the days on which each was taken or done, by its id; a tick in its bar. appointments: a dashed line each;
    those to come lengthen the time shown. most: rows, None for all.
    """
    last = max([progress.as_of, *appointments])
    first = min(progress.since, progress.as_of - timedelta(days=SHORTEST_CHART_DAYS - 1))
    shown = rows(progress, most)
    visits = [day for day in appointments if day >= first]
    ticks = {item.id: [day for day in taken.get(item.id, ()) if first <= day <= last] for item in shown}
    made = canvas.figure(style, size_inches)
    width, height = made.get_size_inches()
    flares = flares_within(progress, (first, last))
    key = _Key(made, style, bool(flares), any(ticks.values()), bool(visits))
    line = canvas.line_height(style, 0.9)
    names = [canvas.shortened(made, style, item.name, width * 0.3, 0.9) for item in shown]
    pain_name = _("mean pain of a week")
    named = [*names, pain_name]
    left = max(canvas.width_of(made, style, name, 0.9) for name in named) + _GAP + _MARGIN
    strip = line * _PAIN_LINES
    bottom = height - line - key.height(_MARGIN) - canvas.key_gap(style) - 0.06
    box = Box(left, 0.08, width - left - 0.06, strip - 0.08)
    pain = Timeline.add(made, style, box, (first, last), "treatments-pain")
    pain.axes.set_ylim(-0.5, 10.5)
    pain.shade_flares(flares)
    _pain(pain, progress, pain_name)
    lanes = Timeline.add(
        made, style, Box(left, strip + 0.08, box.width, bottom - strip - 0.08), (first, last), "treatments"
    )
    lanes.axes.set_ylim(max(len(shown), 1) - 0.5, -0.5)
    lanes.shade_flares(flares)
    each = lanes.box.height / max(len(shown), 1)
    for row, (item, name) in enumerate(zip(shown, names, strict=True)):
        lanes.axes.plot([lanes.left, lanes.right], [row] * 2, color=style.colours.border, lw=0.7, zorder=0.5)
        at = (left - _GAP, lanes.box.top + (row + 0.5) * each)
        canvas.write(made, style, name, at, rank=0.9, across="right", up="center_baseline", name="treatment")
        _bar(lanes, row, item, ticks[item.id], progress.as_of)
    for panel in (pain, lanes):
        panel.axes.vlines(
            [day.toordinal() for day in visits], *panel.axes.get_ylim(), color=style.colours.text, lw=1.2,
            linestyles=(0, (4, 3)), zorder=4, gid="appointments",
        )  # fmt: skip
    lanes.name_dates(bottom + line)
    key.draw(_MARGIN, bottom + line + canvas.key_gap(style))
    return made


def _pain(timeline: Timeline, progress: Progress, name: str) -> None:
    style, box = timeline.style, timeline.box
    for value in (0, 10):
        timeline.axes.plot([timeline.left, timeline.right], [value] * 2, color=style.colours.border, lw=0.7, zorder=0.5)
    at = (box.left - _GAP, box.top + box.height / 2)
    quiet = style.colours.quiet
    canvas.write(timeline.made, style, name, at, rank=0.9, colour=quiet, across="right", up="center_baseline")
    for value in (0, 10):
        at = (box.left - _GAP, box.top + (10.5 - value) / 11 * box.height)
        canvas.write(
            timeline.made, style, number(value), at, rank=0.8, colour=quiet, across="right", up="center_baseline"
        )
    weeks = progress.weeks
    x = [(week.first.toordinal() + week.last.toordinal()) / 2 for week in weeks]
    y = [np.nan if week.pain_average is None else week.pain_average for week in weeks]
    timeline.axes.plot(
        x, y, color=style.colours.quiet, lw=1.8 * style.scale, marker="o" if len(x) <= 30 else None,
        ms=4.0 * style.scale, mec=style.colours.card, mew=0.8, zorder=3, gid="pain-weeks",
    )  # fmt: skip


def _bar(timeline: Timeline, row: int, item: Treatment, taken: Sequence[date], as_of: date) -> None:
    style = timeline.style
    colour = style.colours.primary
    first = max(item.started_on.toordinal() - 0.5, timeline.left)
    if item.ended_on == item.started_on:
        timeline.axes.plot(
            [item.started_on.toordinal()], [row], marker="D", ms=7.5 * style.scale, mfc=colour, mec=style.colours.card,
            ls="none", zorder=3, gid=f"once-{row}",
        )  # fmt: skip
        return
    last = as_of.toordinal() + 0.5 if item.ended_on is None else item.ended_on.toordinal() + 0.5
    bar = Rectangle(
        (first, row - 0.22), last - first, 0.44, fc=style.colours.tint, ec=colour, lw=1.2, zorder=2, gid=f"bar-{row}"
    )
    timeline.axes.add_patch(bar)
    if taken:
        width = min(1.8 * style.scale, 0.6 * timeline.day_points)
        days = [day.toordinal() for day in taken]
        timeline.axes.vlines(days, row - 0.16, row + 0.16, color=colour, lw=width, zorder=2.5, gid=f"taken-{row}")
    if item.ended_on is None:
        timeline.axes.plot(
            [last], [row], marker=">", ms=8.5 * style.scale, mfc=colour, mec=style.colours.card, ls="none", zorder=3,
            clip_on=False, gid=f"goes-on-{row}",
        )  # fmt: skip


class _Key(KeyLines):
    def __init__(self, made: Figure, style: Style, flares: bool, ticks: bool, visits: bool) -> None:
        colour = style.colours.primary

        def bar(axes: Axes, x: float, y: float) -> None:
            axes.add_patch(Rectangle((x, y - 0.04), 0.26, 0.08, fc=style.colours.tint, ec=colour, lw=1.2))

        def on(axes: Axes, x: float, y: float) -> None:
            axes.plot([x + 0.05], [y], marker=">", ms=7.5 * style.scale, mfc=colour, mec="none", ls="none")

        def once(axes: Axes, x: float, y: float) -> None:
            axes.plot([x + 0.06], [y], marker="D", ms=6.5 * style.scale, mfc=colour, mec="none", ls="none")

        def tick(axes: Axes, x: float, y: float) -> None:
            axes.plot([x + 0.04, x + 0.04], [y - 0.05, y + 0.05], color=colour, lw=1.8 * style.scale)

        def visit(axes: Axes, x: float, y: float) -> None:
            axes.plot([x + 0.04, x + 0.04], [y - 0.08, y + 0.08], color=style.colours.text, lw=1.2, ls=(0, (3, 2)))

        items = [
            KeyItem(_("from its start to its end"), 0.26, partial(bar)),
            # Translators: of a treatment.
            KeyItem(_("goes on"), 0.1, on),
            KeyItem(_("once"), 0.12, once),
            *([KeyItem(_("taken or done"), 0.08, tick)] if ticks else []),
            *([KeyItem(_("appointment"), 0.08, visit)] if visits else []),
            *([flare_item(style)] if flares else []),
        ]
        super().__init__(made, style, items)
