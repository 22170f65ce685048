"""Numbness and tingling day by day, each leg in its own row, with the means of whole weeks; weakness beside them."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from journal.analysis.limits import SHORTEST_CHART_DAYS
from journal.analysis.results import Day, Progress, Week
from journal.charts import canvas
from journal.charts.canvas import Box
from journal.charts.key import KeyItem, KeyLines, flare_item
from journal.charts.style import Style
from journal.charts.timeline import MANY_DAYS, Timeline, flares_within
from journal.domain.body import LEGS, REGIONS, Side
from journal.domain.entry import Kind
from journal.i18n import _, number
from journal.wording import labels

SIZE = (10.4, 3.4)
KINDS = (Kind.NUMBNESS, Kind.TINGLING, Kind.WEAKNESS)
MARKERS = {Kind.NUMBNESS: "s", Kind.TINGLING: "o", Kind.WEAKNESS: "x"}
"""Told apart without colour, too."""
_TOP, _BOTTOM = 10.9, -0.9
_SCALE = (0, 5, 10)
_GAP, _MARGIN, _BETWEEN = 0.1, 0.03, 0.16
_CURVE_FROM_DAYS = 200


def draw(
    progress: Progress,
    style: Style,
    *,
    first: date | None = None,
    last: date | None = None,
    size_inches: tuple[float, float] = SIZE,
) -> Figure:
    """Draw the strongest numbness, tingling and weakness of each logged day, 0..10, by leg; 0 where none was marked."""
    last = last or progress.as_of
    first = min(first or progress.since, last - timedelta(days=SHORTEST_CHART_DAYS - 1))
    made = canvas.figure(style, size_inches)
    width, height = made.get_size_inches()
    days = [day for day in progress.days if first <= day.date <= last]
    legs = legs_with_any(days) or LEGS
    kinds = [kind for kind in KINDS if any(strongest(day, leg, kind) for day in days for leg in legs)]
    flares = flares_within(progress, (first, last))
    key = _Key(made, style, kinds, bool(flares))
    line = canvas.line_height(style, 0.9)
    title = canvas.line_height(style, 1.0)
    left = max(canvas.width_of(made, style, number(10)), 0.2) + _GAP + _MARGIN
    bottom = height - line - key.height(_MARGIN) - canvas.key_gap(style) - 0.06
    each = (bottom - (len(legs) - 1) * _BETWEEN) / len(legs)
    for index, leg in enumerate(legs):
        top = index * (each + _BETWEEN)
        canvas.write(
            made, style, labels.leg(leg), (_MARGIN, top + title * 0.8), bold=True, rank=0.95, name=f"title-{leg}"
        )
        box = Box(left, top + title, width - left - 0.06, each - title)
        timeline = Timeline.add(made, style, box, (first, last), f"sensation-{leg}")
        timeline.axes.set_ylim(_BOTTOM, _TOP)
        _rules(timeline)
        timeline.shade_flares(flares)
        _days(timeline, days, leg, kinds)
        _weeks(timeline, [week for week in progress.weeks if first <= week.first and week.last <= last], leg)
        if index == len(legs) - 1:
            timeline.name_dates(bottom + line)
    key.draw(_MARGIN, bottom + line + canvas.key_gap(style))
    return made


def legs_with_any(days: Sequence[Day]) -> tuple[Side, ...]:
    """Return the legs in which numbness, tingling or weakness was marked."""
    return tuple(leg for leg in LEGS if any(day.legs[leg].sensation or day.legs[leg].weakness for day in days))


def strongest(day: Day, leg: Side, kind: Kind) -> int:
    """Return the strongest mark of a kind in a leg that day, 0..10; 0 for none."""
    return max(
        (value for (region, of), value in day.marks.items() if of is kind and REGIONS[region].side is leg), default=0
    )


def _rules(timeline: Timeline) -> None:
    style, box = timeline.style, timeline.box
    for value in _SCALE:
        timeline.axes.plot([timeline.left, timeline.right], [value] * 2, color=style.colours.border, lw=0.7, zorder=0.5)
        at = (box.left - _GAP, box.top + (_TOP - value) / (_TOP - _BOTTOM) * box.height)
        canvas.write(
            timeline.made, style, number(value), at, rank=0.9, colour=style.colours.quiet, across="right",
            up="center_baseline",
        )  # fmt: skip


def _days(timeline: Timeline, days: Sequence[Day], leg: Side, kinds: Sequence[Kind]) -> None:
    style, many = timeline.style, len(days) > MANY_DAYS
    size = min(1.0, max(0.3, timeline.day_points / 7)) * style.scale
    for kind in kinds:
        found = [(day.date.toordinal(), value) for day in days if (value := strongest(day, leg, kind))]
        x, y = zip(*found, strict=True) if found else ((), ())
        colour = style.colours.kind(kind, 5)
        hollow = kind is Kind.TINGLING
        timeline.axes.scatter(
            x, y, (5.6 * size) ** 2, marker=MARKERS[kind], facecolors=style.colours.card if hollow else colour,
            edgecolors=None if kind is Kind.WEAKNESS else colour, linewidths=1.3 * size, zorder=4 if hollow else 3,
            gid=f"{kind}-{leg}", rasterized=many,
        )  # fmt: skip
    said = [day for day in days if day.legs[leg].sensation is not None]
    none = [day.date.toordinal() for day in said if not any(strongest(day, leg, kind) for kind in kinds)]
    timeline.axes.scatter(
        none, [0] * len(none), (2.6 * size) ** 2, facecolors=style.colours.card, edgecolors=style.colours.quiet,
        linewidths=0.8 * min(1.0, size), zorder=2, gid=f"none-{leg}", rasterized=many,
    )  # fmt: skip


def _weeks(timeline: Timeline, weeks: Sequence[Week], leg: Side) -> None:
    """A bar across each week at its mean; over long ranges one line through them."""
    colour, width = timeline.style.colours.text, 1.8 * timeline.style.scale
    if (timeline.span[1] - timeline.span[0]).days >= _CURVE_FROM_DAYS:
        middles = [(week.first.toordinal() + week.last.toordinal()) / 2 for week in weeks]
        means = [np.nan if (mean := week.sensation[leg]) is None else mean for week in weeks]
        timeline.axes.plot(middles, means, color=colour, lw=width * 0.8, zorder=5, gid=f"week-{leg}")
        return
    for week in weeks:
        mean = week.sensation[leg]
        if mean is not None:
            ends = [week.first.toordinal() - 0.4, week.last.toordinal() + 0.4]
            timeline.axes.plot(
                ends, [mean] * 2, color=colour, lw=width, solid_capstyle="round", zorder=5, gid=f"week-{leg}"
            )


class _Key(KeyLines):
    def __init__(self, made: Figure, style: Style, kinds: Sequence[Kind], flares: bool) -> None:
        scale = style.scale

        def mark(kind: Kind, axes: Axes, x: float, y: float) -> None:
            colour = style.colours.kind(kind, 5)
            axes.scatter(
                [x + 0.05], [y], (5.6 * scale) ** 2, marker=MARKERS[kind],
                facecolors=style.colours.card if kind is Kind.TINGLING else colour,
                edgecolors=None if kind is Kind.WEAKNESS else colour, linewidths=1.3 * scale,
            )  # fmt: skip

        def week(axes: Axes, x: float, y: float) -> None:
            axes.plot([x, x + 0.24], [y, y], color=style.colours.text, lw=1.8 * scale, solid_capstyle="round")

        def none(axes: Axes, x: float, y: float) -> None:
            axes.scatter(
                [x + 0.05], [y], (2.6 * scale) ** 2, facecolors=style.colours.card, edgecolors=style.colours.quiet,
                linewidths=0.8,
            )  # fmt: skip

        items = [
            *(KeyItem(labels.label(kind), 0.1, partial(mark, kind)) for kind in kinds),
            KeyItem(_("mean of a week, numbness and tingling"), 0.24, week),
            KeyItem(_("none that day"), 0.1, none),
            *([flare_item(style)] if flares else []),
        ]
        super().__init__(made, style, items)
