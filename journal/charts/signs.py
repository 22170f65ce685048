"""The four signs as small multiples: the verdict in words, the weeks as a line, then and now in figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from matplotlib.figure import Figure

from journal.analysis.results import Progress, Sign, SignKey, SignVerdict, Week
from journal.charts import canvas
from journal.charts.canvas import Box
from journal.charts.style import Style
from journal.charts.timeline import Timeline
from journal.domain.body import DEEPEST_LEVEL, LEGS, Side
from journal.domain.strength import HEEL_RAISE_CAP
from journal.i18n import number, pgettext
from journal.wording import labels
from journal.wording import signs as words

SIZE = (10.4, 2.3)
_GAP = 0.28
_NARROW = 1.9
"""Inches; panels that would be narrower stand two by two."""
_BETTER = {SignVerdict.IMPROVING, SignVerdict.PROBABLY_IMPROVING}
_WORSE = {SignVerdict.WORSENING, SignVerdict.PROBABLY_WORSENING}


def draw(progress: Progress, style: Style, *, size_inches: tuple[float, float] = SIZE) -> Figure:
    """Draw the four signs: pain, location and numbness as weekly means, of the leg that decides; strength as its first
    and last test. Scales run as people read them: less pain is lower, nearer the back is higher.
    """
    made = canvas.figure(style, size_inches)
    width, height = made.get_size_inches()
    columns = 4 if (width - 3 * _GAP) / 4 >= _NARROW * style.scale else 2
    rows = 4 // columns
    each, tall = (width - (columns - 1) * _GAP) / columns, (height - (rows - 1) * _GAP) / rows
    for index, key in enumerate(SignKey):
        row, column = divmod(index, columns)
        box = Box(column * (each + _GAP), row * (tall + _GAP), each, tall)
        _panel(made, style, box, progress, key)
    return made


@dataclass(frozen=True, slots=True)
class Series:
    """What one panel draws, oldest first."""

    days: tuple[date, ...]
    values: tuple[float | None, ...]
    bottom: float
    """The value at the bottom of the panel."""
    top: float
    """The value at its top."""
    named: tuple[str, str]
    """What stands at the bottom and at the top."""


def series(progress: Progress, key: SignKey) -> Series:
    """Return the values of a sign: a point a week (its middle day), or a point a test for strength."""
    leg = _leg(progress, progress.signs[key])
    if key is SignKey.STRENGTH:
        pair = progress.strength[leg]
        ends = zip((pair.first_day, pair.last_day), pair.heel_raises, strict=True)
        tests = [(day, float(count)) for day, count in ends if day is not None and count is not None]
        named = (number(0), number(HEEL_RAISE_CAP))
        return Series(
            tuple(day for day, _count in tests), tuple(count for _day, count in tests), 0, HEEL_RAISE_CAP, named
        )
    days = tuple(date.fromordinal((week.first.toordinal() + week.last.toordinal()) // 2) for week in progress.weeks)
    values = tuple(_value(week, key, leg) for week in progress.weeks)
    if key is SignKey.LOCATION:
        return Series(
            days,
            values,
            DEEPEST_LEVEL,
            1,
            (labels.level(DEEPEST_LEVEL), pgettext("the level nearest the spine", "back")),
        )
    return Series(days, values, 0, 10, (number(0), number(10)))


def _value(week: Week, key: SignKey, leg: Side) -> float | None:
    if key is SignKey.PAIN:
        return week.pain_average
    return week.level[leg] if key is SignKey.LOCATION else week.sensation[leg]


def _leg(progress: Progress, sign: Sign) -> Side:
    """The leg that decides, else the one with the deeper pain lately."""
    if sign.leg is not None:
        return sign.leg
    return max(LEGS, key=lambda leg: progress.legs[leg].longer.painful_days)


def _panel(made: Figure, style: Style, box: Box, progress: Progress, key: SignKey) -> None:
    sign = progress.signs[key]
    colour = _colour(style, sign.verdict)
    title, verdict, foot = (canvas.line_height(style, rank) for rank in (0.9, 1.0, 0.9))
    at = (box.left + 0.03, box.top + title)
    canvas.write(made, style, labels.label(key), at, rank=0.9, colour=style.colours.quiet, name=f"title-{key}")
    for line, text in enumerate(_wrapped(made, style, words.verdict(progress, key), box.width)):
        at = (box.left + 0.03, box.top + title + (line + 1) * verdict)
        shade = colour if sign.verdict in _BETTER | _WORSE else style.colours.text
        canvas.write(made, style, text, at, bold=True, colour=shade, name=f"verdict-{key}")
    base = box.top + box.height - 0.06
    canvas.write(
        made, style, words.figures(sign), (box.left + 0.03, base), rank=0.9, colour=style.colours.quiet,
        name=f"figures-{key}",
    )  # fmt: skip
    top = box.top + title + 2 * verdict + 0.14
    plot = Box(box.left, top, box.width, max(0.2, base - foot - 0.06 - top))
    _line(made, style, plot, progress, key, colour)


def _line(made: Figure, style: Style, box: Box, progress: Progress, key: SignKey, colour: str) -> None:
    drawn = series(progress, key)
    quiet = style.colours.quiet
    gutter = max(canvas.width_of(made, style, name, 0.8) for name in drawn.named) + 0.1
    inner = Box(box.left + gutter, box.top, box.width - gutter - 0.05, box.height)
    timeline = Timeline.add(made, style, inner, (progress.since, progress.as_of), f"sign-{key}")
    margin = (drawn.top - drawn.bottom) * 0.09
    timeline.axes.set_ylim(drawn.bottom - margin, drawn.top + margin)
    for value, name in zip((drawn.bottom, drawn.top), drawn.named, strict=True):
        ends = [timeline.left, timeline.right]
        timeline.axes.plot(ends, [value, value], color=style.colours.border, lw=0.8, zorder=1)
        share = (drawn.top + margin - value) / (drawn.top - drawn.bottom + 2 * margin)
        at = (inner.left - 0.06, inner.top + share * inner.height)
        canvas.write(made, style, name, at, rank=0.8, colour=quiet, across="right", up="center_baseline")
    x = np.array([day.toordinal() for day in drawn.days], dtype=float)
    y = np.array([np.nan if value is None else value for value in drawn.values])
    many = len(x) > 30
    width = (1.1 if len(x) > 150 else 2.0) * style.scale
    timeline.axes.plot(
        x, y, color=colour, lw=width, marker=None if many else "o", ms=4.2 * style.scale, zorder=3,
        mec=style.colours.card, mew=0.8, solid_capstyle="round", solid_joinstyle="round", gid=f"line-{key}",
    )  # fmt: skip


def _colour(style: Style, verdict: SignVerdict) -> str:
    if verdict in _BETTER:
        return style.colours.primary
    return style.colours.down if verdict in _WORSE else style.unclear


def _wrapped(made: Figure, style: Style, text: str, width: float) -> Sequence[str]:
    """Break a verdict into at most two lines."""
    if canvas.width_of(made, style, text, bold=True) <= width:
        return (text,)
    parts = text.split(" ")
    for cut in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:cut])
        if canvas.width_of(made, style, first, bold=True) <= width:
            return (first, " ".join(parts[cut:]))
    return (text,)
