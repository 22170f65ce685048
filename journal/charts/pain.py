"""Pain day by day: average and worst on the 0-10 scale, with the means of whole weeks and what would count as less."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from journal.analysis.limits import PAIN_COUNTS_FROM, PAIN_COUNTS_FROM_PERCENT, SHORTEST_CHART_DAYS
from journal.analysis.results import Day, Progress, Week
from journal.charts import canvas
from journal.charts.canvas import Box
from journal.charts.flags import flags_of, lanes_for, lanes_height, place_flags
from journal.charts.key import PainKey
from journal.charts.style import Style
from journal.charts.timeline import MANY_DAYS, Timeline, flares_within
from journal.i18n import _, number
from journal.wording import counts

SIZE = (10.4, 3.6)
_TOP, _BOTTOM = 10.4, -0.4
_SCALE = (0, 2, 4, 6, 8, 10)
_GAP, _MARGIN = 0.1, 0.03
_NO_PAIN = 0.5
"""Averages below it round to none and stay empty."""
_NARROW_WEEK = 0.1
"""Inches; narrower weeks are joined to a curve."""


def draw(
    progress: Progress,
    style: Style,
    *,
    first: date | None = None,
    last: date | None = None,
    size_inches: tuple[float, float] = SIZE,
    legend: bool = True,
) -> Figure:
    """Draw the pain of `first`..`last`, by default what Progress shows. A day without an entry stays empty.

    Where the first whole week has a mean, two lines mark what counts as less pain than in it: 2 points and 30 %.
    """
    last = last or progress.as_of
    first = min(first or progress.since, last - timedelta(days=SHORTEST_CHART_DAYS - 1))
    made = canvas.figure(style, size_inches)
    width, height = made.get_size_inches()
    flares = flares_within(progress, (first, last))
    key = PainKey(made, style, bool(flares)) if legend else None
    flags = flags_of(progress.treatments, (first, last))
    lanes = lanes_for(flags, (first, last), style, height)
    line = canvas.line_height(style, 0.9)
    left = canvas.width_of(made, style, number(10)) + _GAP + _MARGIN
    weeks = [week for week in progress.weeks if first <= week.first and week.last <= last]
    marks = counts_as_less(weeks)
    right = max((canvas.width_of(made, style, words, 0.85) + 0.1 for words, _value in marks), default=0.06)
    top = 0.06 + (lanes_height(style, lanes) if lanes else 0.08)
    bottom = height - 2 * line - (key.height(_MARGIN) + canvas.key_gap(style) + 0.04 if key else 0.10)
    timeline = Timeline.add(made, style, Box(left, top, width - left - right, bottom - top), (first, last), "pain")
    timeline.axes.set_ylim(_BOTTOM, _TOP)
    _scale(timeline)
    timeline.shade_flares(flares)
    place_flags(timeline, 0.04, lanes, flags)
    timeline.name_dates(bottom + 2 * line + 0.02)
    days = [day for day in progress.days if first <= day.date <= last]
    if days:
        _less(timeline, weeks, marks)
        _days(timeline, days)
        _weeks(timeline, weeks, bottom + line - 0.01)
    else:
        at = (left + (width - left) / 2, (top + bottom) / 2)
        words = _("No entries in these days.")
        canvas.write(made, style, words, at, colour=style.colours.quiet, across="center", up="center")
    if key:
        key.draw(_MARGIN, bottom + 2 * line + 0.02 + canvas.key_gap(style))
    return made


def _scale(timeline: Timeline) -> None:
    style, box = timeline.style, timeline.box
    for value in _SCALE:
        ends = [timeline.left, timeline.right]
        timeline.axes.plot(ends, [value, value], color=style.colours.border, lw=0.7, zorder=0.5)
        middle = box.top + (_TOP - value) / (_TOP - _BOTTOM) * box.height
        at = (box.left - _GAP, middle)
        quiet = style.colours.quiet
        canvas.write(timeline.made, style, number(value), at, colour=quiet, across="right", up="center_baseline")


def _days(timeline: Timeline, days: Sequence[Day]) -> None:
    """A dot for the average, a thin bar up to the worst."""
    style, many = timeline.style, len(days) > MANY_DAYS
    known = [day for day in days if day.pain_average is not None and day.pain_worst is not None]
    x = np.array([day.date.toordinal() for day in known], dtype=float)
    average = np.array([day.pain_average for day in known], dtype=float)
    worst = np.array([day.pain_worst for day in known], dtype=float)
    bars = [np.array([(at, low), (at, high)]) for at, low, high in zip(x, average, worst, strict=True) if high > low]
    size = min(1.0, max(0.24, timeline.day_points / 7)) * style.scale
    width = min(2.2, max(0.4, timeline.day_points * 0.28)) * style.scale
    lines = LineCollection(
        bars, colors=style.colours.quiet, linewidths=width, alpha=0.35, zorder=2, gid="worst", rasterized=many
    )
    timeline.axes.add_collection(lines, autolim=False)
    fills = style.pain_fills(average)
    fills[average < _NO_PAIN] = to_rgba(style.colours.card)
    rim = style.colours.quiet if style.colours.dark else style.edge
    edge = 0.6 * min(1.0, size) if size > 0.3 else 0.0
    timeline.axes.scatter(
        x, average, (6.4 * size) ** 2, c=fills, edgecolors=rim,
        linewidths=edge, zorder=3, gid="average", rasterized=many,
    )  # fmt: skip


def _weeks(timeline: Timeline, weeks: Sequence[Week], base: float) -> None:
    """A bar across each week at the mean of its daily averages; below the scale the mean in figures, and its days."""
    made, style = timeline.made, timeline.style
    colour = style.colours.primary
    room = timeline.day_points * 7 / canvas.POINTS_AN_INCH
    if room < _NARROW_WEEK:
        _curve(timeline, weeks)
        return
    for week in weeks:
        if week.pain_average is None:
            continue
        ends = [week.first.toordinal() - 0.4, week.last.toordinal() + 0.4]
        width = min(2.6, max(1.0, room * 6)) * style.scale
        timeline.axes.plot(
            ends, [week.pain_average] * 2, color=colour, lw=width, solid_capstyle="round", zorder=4, gid="week"
        )
        mean = number(week.pain_average, 1)
        whole = _("{mean} ({logged})").format(mean=mean, logged=counts.days(week.days_logged))
        said = next((text for text in (whole, mean) if canvas.width_of(made, style, text, 0.8) < room * 0.92), "")
        at = (timeline.inches(sum(ends) / 2), base)
        if said:
            canvas.write(made, style, said, at, rank=0.8, colour=colour, across="center", name="week-mean")


def _curve(timeline: Timeline, weeks: Sequence[Week]) -> None:
    """Where weeks are hair thin: one line through their means, broken where a week has none."""
    middles = [(week.first.toordinal() + week.last.toordinal()) / 2 for week in weeks]
    means = [np.nan if week.pain_average is None else week.pain_average for week in weeks]
    colour, width = timeline.style.colours.primary, 1.6 * timeline.style.scale
    timeline.axes.plot(middles, means, color=colour, lw=width, solid_joinstyle="round", zorder=4, gid="week")


def counts_as_less(weeks: Sequence[Week]) -> list[tuple[str, float]]:
    """Return what would count as less pain than in the first week with a mean: words and 0..10, highest first."""
    start = next((week.pain_average for week in weeks if week.pain_average is not None), None)
    if not start or len(weeks) < 2:
        return []
    marks = [(_("30 % less"), start * (1 - PAIN_COUNTS_FROM_PERCENT / 100))]
    if start > PAIN_COUNTS_FROM:
        marks.append((_("2 points less"), start - PAIN_COUNTS_FROM))
    return sorted(marks, key=lambda mark: mark[1], reverse=True)


def _less(timeline: Timeline, weeks: Sequence[Week], marks: Sequence[tuple[str, float]]) -> None:
    """Dotted lines from the end of that week on, named in the right margin."""
    start = next((week for week in weeks if week.pain_average is not None), None)
    if start is None:
        return
    style, box = timeline.style, timeline.box
    quiet, line = style.colours.quiet, canvas.line_height(style, 0.85)
    ends = [start.last.toordinal() + 0.5, timeline.right]
    lowest = 0.0
    for words, value in marks:
        timeline.axes.plot(
            ends, [value, value], color=quiet, lw=1.0 * style.scale, ls=(0, (1, 1.8)), zorder=1.5, gid="counts-from"
        )
        middle = max(box.top + (_TOP - value) / (_TOP - _BOTTOM) * box.height, lowest + line)
        at = (box.left + box.width + 0.05, middle)
        canvas.write(timeline.made, style, words, at, rank=0.85, colour=quiet, up="center_baseline")
        lowest = middle
