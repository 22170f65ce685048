"""Strength: every home test of the range, heel raises as points on 0..25, the two walks and the toe lift as signs."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from journal.analysis.limits import HEEL_RAISES_COUNT_FROM, SHORTEST_CHART_DAYS
from journal.charts import canvas
from journal.charts.canvas import Box
from journal.charts.key import KeyItem, KeyLines
from journal.charts.style import Style
from journal.charts.timeline import Timeline
from journal.domain.body import LEGS, Side
from journal.domain.strength import HEEL_RAISE_CAP, BigToeLift, LimitedBy, StrengthTest, Walk
from journal.i18n import _, number
from journal.wording import labels

SIZE = (10.4, 4.0)
_FULL, _HALF, _EMPTY = "full", "top", "none"
_FILLS = {
    Walk.YES: _FULL,
    Walk.PARTLY: _HALF,
    Walk.NO: _EMPTY,
    BigToeLift.NORMAL: _FULL,
    BigToeLift.WEAK: _HALF,
    BigToeLift.NONE: _EMPTY,
}
_TOP, _BOTTOM = HEEL_RAISE_CAP + 1.8, -1.8
_SCALE = (0, 5, 10, 15, 20, 25)
_GAP, _MARGIN, _AFTER = 0.1, 0.03, 0.1
_SIGNS: tuple[tuple[str, Callable[[StrengthTest], Walk | BigToeLift | None]], ...] = (
    ("heel_walk", lambda test: test.heel_walk),
    ("toe_walk", lambda test: test.toe_walk),
    ("big_toe_lift", lambda test: test.big_toe_lift),
)


def draw(
    tests: Sequence[StrengthTest],
    first: date,
    last: date,
    style: Style,
    *,
    size_inches: tuple[float, float] = SIZE,
) -> Figure:
    """Draw the tests of `first`..`last`; one that was not tried is left out. tests: oldest first."""
    first = min(first, last - timedelta(days=SHORTEST_CHART_DAYS - 1))
    shown = [test for test in tests if first <= test.day <= last and test.limited_by is not LimitedBy.NOT_TRIED]
    made = canvas.figure(style, size_inches)
    width, height = made.get_size_inches()
    rows = [(key, leg) for key, of in _SIGNS for leg in LEGS if any(test.leg is leg and of(test) for test in shown)]
    key = _Key(made, style, bool(rows))
    line = canvas.line_height(style, 0.9)
    names = [_row_name(key, leg) for key, leg in rows]
    left = max((canvas.width_of(made, style, name, 0.9) for name in names), default=0.3) + _GAP + _MARGIN
    bottom = height - line - key.height(_MARGIN) - canvas.key_gap(style) - 0.06
    signs = len(rows) * line * 1.25
    top = line * 1.3
    canvas.write(made, style, _("Heel raises on one leg, counted to 25"), (left, line * 0.85), rank=0.9, bold=True)
    box = Box(left, top, width - left - 0.06, bottom - top - (signs + _AFTER * style.scale if rows else 0))
    raises = Timeline.add(made, style, box, (first, last), "heel-raises")
    raises.axes.set_ylim(_BOTTOM, _TOP)
    _heel_raises(raises, shown)
    lowest = raises
    if rows:
        lowest = Timeline.add(made, style, Box(left, bottom - signs, box.width, signs), (first, last), "tests")
        lowest.axes.set_ylim(len(rows) - 0.5, -0.5)
        _signs(lowest, shown, rows)
    lowest.name_dates(bottom + line)
    key.draw(_MARGIN, bottom + line + canvas.key_gap(style))
    return made


def _row_name(key: str, leg: Side) -> str:
    return {
        ("heel_walk", Side.LEFT): _("Heel walk, left"),
        ("heel_walk", Side.RIGHT): _("Heel walk, right"),
        ("toe_walk", Side.LEFT): _("Toe walk, left"),
        ("toe_walk", Side.RIGHT): _("Toe walk, right"),
        ("big_toe_lift", Side.LEFT): _("Big-toe lift, left"),
        ("big_toe_lift", Side.RIGHT): _("Big-toe lift, right"),
    }[key, leg]


class LegLook(NamedTuple):
    """How a leg's line and points look."""

    marker: str
    colour: str
    fill: str
    dashes: object


def look_of(style: Style, leg: Side) -> LegLook:
    """Return how a leg looks: told apart without colour, too."""
    if leg is Side.LEFT:
        return LegLook("o", style.colours.quiet, style.colours.card, (0, (4, 2)))
    return LegLook("s", style.colours.primary, style.colours.primary, "-")


def _heel_raises(timeline: Timeline, tests: Sequence[StrengthTest]) -> None:
    style, box, made = timeline.style, timeline.box, timeline.made
    for value in _SCALE:
        timeline.axes.plot([timeline.left, timeline.right], [value] * 2, color=style.colours.border, lw=0.7, zorder=0.5)
        at = (box.left - _GAP, box.top + (_TOP - value) / (_TOP - _BOTTOM) * box.height)
        canvas.write(
            made, style, number(value), at, rank=0.9, colour=style.colours.quiet, across="right", up="center_baseline"
        )
    for leg in LEGS:
        found = [
            (test.day.toordinal(), test.heel_raises)
            for test in tests
            if test.leg is leg and test.heel_raises is not None
        ]
        if not found:
            continue
        marker, colour, fill, dashes = look_of(style, leg)
        x, y = zip(*found, strict=True)
        timeline.axes.plot(
            x, y, color=colour, lw=1.8 * style.scale, ls=dashes, marker=marker, ms=6.5 * style.scale, mfc=fill,
            mec=colour, mew=1.5 * style.scale, zorder=4 if leg is Side.LEFT else 3, gid=f"raises-{leg}",
        )  # fmt: skip


def _signs(timeline: Timeline, tests: Sequence[StrengthTest], rows: Sequence[tuple[str, Side]]) -> None:
    style, box = timeline.style, timeline.box
    of = dict(_SIGNS)
    each = box.height / len(rows)
    for row, (key, leg) in enumerate(rows):
        timeline.axes.plot([timeline.left, timeline.right], [row] * 2, color=style.colours.border, lw=0.7, zorder=0.5)
        at = (box.left - _GAP, box.top + (row + 0.5) * each)
        canvas.write(
            timeline.made, style, _row_name(key, leg), at, rank=0.9, colour=style.colours.quiet, across="right",
            up="center_baseline",
        )  # fmt: skip
        for test in tests:
            result = of[key](test)
            if test.leg is leg and result is not None:
                _sign(timeline.axes, style, test.day.toordinal(), row, _FILLS[result], f"{key}-{leg}")


def _sign(axes: Axes, style: Style, x: float, y: float, fill: str, name: str | None = None) -> None:
    axes.plot(
        [x], [y], marker="o", ms=7.0 * style.scale, fillstyle=fill, color=style.colours.text,
        markerfacecoloralt=style.colours.card, mec=style.colours.text, mew=1.0 * style.scale, ls="none", zorder=3,
        gid=name,
    )  # fmt: skip


class _Key(KeyLines):
    def __init__(self, made: Figure, style: Style, signs: bool) -> None:
        def leg_line(leg: Side, axes: Axes, x: float, y: float) -> None:
            marker, colour, fill, dashes = look_of(style, leg)
            axes.plot([x, x + 0.36], [y, y], color=colour, lw=1.8 * style.scale, ls=dashes)
            axes.plot(
                [x + 0.18], [y], marker=marker, ms=6.0 * style.scale, mfc=fill, mec=colour, mew=1.5 * style.scale,
                ls="none",
            )  # fmt: skip

        def sign(fill: str, axes: Axes, x: float, y: float) -> None:
            _sign(axes, style, x + 0.07, y, fill)

        items = [
            *(KeyItem(labels.leg(leg), 0.36, partial(leg_line, leg)) for leg in LEGS),
            KeyItem(_("a change counts from {count}").format(count=number(HEEL_RAISES_COUNT_FROM)), 0, None),
        ]
        if signs:
            items += [
                KeyItem(_("yes, normal"), 0.14, partial(sign, _FULL)),
                KeyItem(_("partly, weak"), 0.14, partial(sign, _HALF)),
                KeyItem(_("no, none"), 0.14, partial(sign, _EMPTY)),
            ]
        super().__init__(made, style, items)
