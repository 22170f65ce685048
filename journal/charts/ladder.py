"""The ladder: day by day, how far down the leg the pain reached, beside a drawing of the leg itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from journal.analysis.limits import SHORTEST_CHART_DAYS
from journal.analysis.results import Direction, Progress, Verdict
from journal.charts import canvas, leg
from journal.charts.canvas import Box
from journal.charts.flags import Flag, flags_of, lanes_for, lanes_height, place_flags
from journal.charts.key import LadderKey, dot_points
from journal.charts.style import Style
from journal.charts.timeline import MANY_DAYS, Timeline, flares_within
from journal.domain.body import DEEPEST_LEVEL, LEGS, Side
from journal.i18n import _
from journal.wording import labels

SIZE = (10.4, 4.6)
_UP = {Verdict.CLEARLY_UP, Verdict.PROBABLY_UP, Verdict.TURNED_UP}
_DOWN = {Verdict.CLEARLY_DOWN, Verdict.PROBABLY_DOWN, Verdict.TURNED_DOWN}
_CLEAR = {Verdict.CLEARLY_UP, Verdict.CLEARLY_DOWN, Verdict.TURNED_UP, Verdict.TURNED_DOWN}
_BESIDE_THE_SPINE, _BUTTOCK = 2, 3
_TOP, _BOTTOM = -0.5, DEEPEST_LEVEL + 0.5
_MARGIN = 0.03
_GAP = 0.14
"""Inches between parts."""


def draw(
    progress: Progress,
    style: Style,
    *,
    legs: Sequence[Side] | None = None,
    first: date | None = None,
    last: date | None = None,
    size_inches: tuple[float, float] = SIZE,
    titled: bool = True,
    legend: bool = True,
) -> Figure:
    """Draw the ladder of `first`..`last` (by default what Progress shows), one panel a leg.

    legs: None draws the legs that matter (`legs_that_matter`). A day without an entry stays empty. `titled` names a
    single leg too; two are always named.
    """
    last = last or progress.as_of
    first = min(first or progress.since, last - timedelta(days=SHORTEST_CHART_DAYS - 1))
    shown = tuple(legs or legs_that_matter(progress, first, last))
    made = canvas.figure(style, size_inches)
    flags = flags_of(progress.treatments, (first, last))
    key = _key(made, style, progress, shown, (first, last)) if legend else None
    titled = titled or len(shown) > 1
    lanes = lanes_for(flags, (first, last), style, size_inches[1])
    frame = _frame(made, style, len(shown), key, lanes, titled)
    _rows(made, style, frame)
    for side, left in zip(shown, frame.lefts, strict=True):
        _Panel(made, style, frame, progress, side, (first, last), left).draw(flags, titled=titled)
    if key:
        key.draw(_MARGIN, frame.key_base)
    return made


def _key(made: Figure, style: Style, progress: Progress, legs: Sequence[Side], span: tuple[date, date]) -> LadderKey:
    days = [day for day in progress.days if span[0] <= day.date <= span[1]]
    free = any(day.placed and not day.legs[leg].places for day in days for leg in legs)
    found = [progress.legs[leg] for leg in legs]
    longer = any(one.told_longer is not one.headline and one.told_longer.line for one in found)
    return LadderKey(made, style, flares=bool(flares_within(progress, span)), free=free, longer=longer)


def legs_that_matter(progress: Progress, first: date, last: date) -> tuple[Side, ...]:
    """Return the legs that hurt from the buttock down in those days, else beside the spine, else both."""
    days = [day for day in progress.days if first <= day.date <= last]
    deepest = {side: max((max(day.legs[side].places, default=0) for day in days), default=0) for side in LEGS}
    for level in (_BUTTOCK, _BESIDE_THE_SPINE):
        reached = tuple(side for side in LEGS if deepest[side] >= level)
        if reached:
            return reached
    return LEGS


def line_colour(direction: Direction, style: Style) -> str:
    """Return the colour that says which way a leg went."""
    if direction.verdict in _UP:
        return style.colours.primary
    return style.colours.down if direction.verdict in _DOWN else style.unclear


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things are, in inches from the top left."""

    leg: Box
    """The rows, as wide as the drawing of the leg."""
    lefts: tuple[float, ...]
    """Left edge of each panel."""
    width: float
    """Of each panel."""
    flags_top: float
    lanes: int
    """For what was tried, from there down."""
    title_base: float
    ticks_base: float
    key_base: float

    @property
    def row(self) -> float:
        return self.leg.height / (_BOTTOM - _TOP)


def _frame(made: Figure, style: Style, panels: int, key: LadderKey | None, lanes: int, titled: bool) -> _Frame:
    width, height = made.get_size_inches()
    line = canvas.line_height(style, 0.9)
    title = canvas.line_height(style, 1.1) + 0.04 if titled else 0.0
    names = max(canvas.width_of(made, style, labels.level(level)) for level in range(DEEPEST_LEVEL + 1)) + 0.04
    flags_top = title + 0.04
    top = flags_top + lanes_height(style, lanes)
    below = line + (key.height(_MARGIN) + canvas.key_gap(style) + 0.02 if key else 0.08)
    bottom = height - below
    row = (bottom - top) / (_BOTTOM - _TOP)
    leg_width = (leg.RIGHT - leg.LEFT) * row * 1.08
    leg_left = names + _GAP
    lefts_from = leg_left + leg_width
    each = (width - lefts_from - 0.06 - (panels - 1) * 2 * _GAP) / panels
    return _Frame(
        leg=Box(leg_left, top, leg_width, bottom - top),
        lefts=tuple(lefts_from + index * (each + 2 * _GAP) for index in range(panels)),
        width=each,
        flags_top=flags_top,
        lanes=lanes,
        title_base=title - 0.06,
        ticks_base=bottom + line,
        key_base=bottom + line + canvas.key_gap(style),
    )


def _levels(axes: Axes) -> None:
    axes.set_ylim(_BOTTOM, _TOP)


def _bands(axes: Axes, style: Style, left: float, right: float) -> None:
    """Tint every other row, and set the row without pain apart."""
    for level in range(1, DEEPEST_LEVEL + 1, 2):
        axes.add_patch(Rectangle((left, level - 0.5), right - left, 1, fc=style.band, ec="none", zorder=0))
    axes.plot([left, right], [0.5, 0.5], color=style.colours.border, lw=0.9, zorder=1, gid="no-pain-rule")


def _rows(made: Figure, style: Style, frame: _Frame) -> None:
    """Name the rows and draw the leg along them."""
    for level in range(DEEPEST_LEVEL + 1):
        middle = frame.leg.top + (level - _TOP) * frame.row
        quiet = style.colours.quiet if level == 0 else None
        at = (frame.leg.left - _GAP, middle)
        canvas.write(made, style, labels.level(level), at, colour=quiet, across="right", up="center_baseline")
    axes = canvas.axes(made, frame.leg, "leg")
    axes.set_xlim(leg.LEFT, leg.RIGHT)
    _levels(axes)
    _bands(axes, style, leg.LEFT, leg.RIGHT)
    outline, line = style.colours.outline, 1.1 * style.scale
    # As artists: as patches their curves would be measured for limits that are already set.
    axes.add_artist(PathPatch(leg.outline(), fc=style.colours.skin, ec=outline, lw=line, gid="leg", zorder=2))
    for path in leg.details():
        axes.add_artist(PathPatch(path, fc="none", ec=outline, lw=line * 0.6, zorder=3, capstyle="round"))
    x, y = zip(*leg.vertebrae(), strict=True)
    axes.plot(x, y, "o", ms=frame.row * 6, mfc="none", mec=outline, mew=line * 0.6, zorder=3)


class _Panel:
    """One leg's days."""

    def __init__(
        self,
        made: Figure,
        style: Style,
        frame: _Frame,
        progress: Progress,
        side: Side,
        span: tuple[date, date],
        left: float,
    ) -> None:
        self.made, self.style, self.frame, self.side, self.span = made, style, frame, side, span
        self.flares = flares_within(progress, span)
        self.direction = progress.legs[side].headline
        longer = progress.legs[side].told_longer
        self.longer = None if longer is self.direction else longer
        within = [day for day in progress.days if span[0] <= day.date <= span[1]]
        self.days = [(day.date, day.legs[side]) for day in within if day.legs[side].places]
        self.free = [day.date for day in within if day.placed and not day.legs[side].places]
        self.empty = not within
        self.many = len(self.days) > MANY_DAYS
        self.timeline = Timeline.add(
            made, style, Box(left, frame.leg.top, frame.width, frame.leg.height), span, f"days-{side}"
        )
        self.axes, self.box, self.day_points = self.timeline.axes, self.timeline.box, self.timeline.day_points
        _levels(self.axes)

    def draw(self, flags: Sequence[Flag], *, titled: bool) -> None:
        """Draw everything of this leg."""
        _bands(self.axes, self.style, self.timeline.left, self.timeline.right)
        if titled:
            at = (self.box.left, self.frame.title_base)
            canvas.write(
                self.made, self.style, labels.leg(self.side), at, rank=1.1, bold=True, name=f"title-{self.side}"
            )
        self.timeline.shade_flares(self.flares)
        place_flags(self.timeline, self.frame.flags_top, self.frame.lanes, flags)
        self.timeline.name_dates(self.frame.ticks_base)
        if self.empty:
            self._nothing()
            return
        self._spread()
        self._dots()
        self._free_days()
        if self.longer is not None:
            self._line(self.longer, "longer")
        self._line(self.direction, "line")

    def _spread(self) -> None:
        """From the highest to the lowest painful place of each day."""
        spans = [
            (day.toordinal(), min(found.places), max(found.places)) for day, found in self.days if len(found.places) > 1
        ]
        if not spans:
            return
        segments = [np.array([(x, high), (x, low)], dtype=float) for x, high, low in spans]
        width = min(2.4 * self.style.scale, max(0.4, self.day_points * 0.3))
        share = 0.38 if self.day_points > 1.5 else 0.2
        colour = canvas.over(self.style.colours.quiet, self.style.colours.card, share)
        lines = LineCollection(
            segments, colors=colour, linewidths=width, zorder=3,
            gid=f"spread-{self.side}", rasterized=self.many,
        )  # fmt: skip
        self.axes.add_collection(lines, autolim=False)

    def _dots(self) -> None:
        """How far down it hurt on each painful day, larger and darker with strength; a day nobody placed has none."""
        if not self.days:
            return
        largest = min(1.0, max(0.24, self.day_points / 7)) * self.style.scale
        x = np.array([day.toordinal() for day, _found in self.days], dtype=float)
        y = np.array([found.level for _day, found in self.days], dtype=float)
        strengths = np.array([max(found.places.values()) for _day, found in self.days], dtype=float)
        layer = 3.5 if self.many else 6.0  # among thousands the line is what is read; and they share one image
        edge = 0.7 * min(1.0, largest) if largest > 0.3 else 0.0
        diameters = largest * dot_points(strengths)
        self.axes.scatter(
            x, y, diameters**2, c=self.style.pain_fills(strengths), edgecolors=self.style.edge, linewidths=edge,
            zorder=layer, gid=f"dots-{self.side}", rasterized=self.many,
        )  # fmt: skip

    def _free_days(self) -> None:
        """A small ring on the row of no pain for each day that was said to be free."""
        if not self.free:
            return
        largest = min(1.0, max(0.24, self.day_points / 7)) * self.style.scale
        self.axes.scatter(
            [day.toordinal() for day in self.free], [0.0] * len(self.free), (largest * dot_points(1)) ** 2,
            facecolors=self.style.colours.card, edgecolors=self.style.colours.quiet, linewidths=0.9 * min(1.0, largest),
            zorder=3.5 if self.many else 6.0, gid=f"rings-{self.side}", rasterized=self.many,
        )  # fmt: skip

    def _line(self, direction: Direction, name: str) -> None:
        """A window's fitted line; the longer one's dashed, the headline's with its band and, if it moves, an arrow."""
        points = [point for point in direction.line if self.span[0] <= point.date <= self.span[1]]
        if len(points) < 2:
            return
        colour = line_colour(direction, self.style)
        x = np.array([point.date.toordinal() for point in points], dtype=float)
        y, low, high = (
            np.clip([getattr(point, part) for point in points], _TOP, _BOTTOM) for part in ("level", "low", "high")
        )
        gid = f"{name}-{self.side}"
        if direction is self.longer:
            width = 1.6 * self.style.scale
            self.axes.plot(x, y, color=colour, lw=width, ls=(0, (5, 2.5)), dash_capstyle="butt", zorder=4.6, gid=gid)
            return
        outline = np.column_stack((np.concatenate((x, x[::-1])), np.concatenate((low, high[::-1]))))
        band = PolyCollection(
            [outline], facecolors=colour, edgecolors="none", alpha=0.17, zorder=4, gid=f"band-{self.side}"
        )
        self.axes.add_collection(band, autolim=False)
        width = (2.8 if direction.verdict in _CLEAR else 2.1) * self.style.scale
        self.axes.plot(x, y, color=colour, lw=width, solid_capstyle="round", zorder=5, gid=gid)
        if direction.verdict in _UP | _DOWN:
            self._arrowhead(x, y, colour, width)

    def _arrowhead(self, x: np.ndarray, y: np.ndarray, colour: str, width: float) -> None:
        """A triangle at the line's end, turned the way the line runs on the figure."""
        step = max(1, len(x) // 8)
        across = (x[-1] - x[-1 - step]) * self.day_points
        up = -(y[-1] - y[-1 - step]) * self.frame.row * canvas.POINTS_AN_INCH
        angle = float(np.degrees(np.arctan2(up, across)))
        triangle = Path([(-1.0, 0.62), (0.75, 0.0), (-1.0, -0.62), (-1.0, 0.62)], closed=True)
        turned = triangle.transformed(Affine2D().rotate_deg(angle))
        for colour_, size, layer in ((self.style.colours.card, 6.4, 8.5), (colour, 5.2, 9)):
            self.axes.plot(
                x[-1:], y[-1:], marker=turned, ms=width * size, color=colour_, mec="none", ls="none", zorder=layer,
                gid=f"arrow-{self.side}" if layer == 9 else None,
            )  # fmt: skip

    def _nothing(self) -> None:
        at = (self.box.left + self.box.width / 2, self.box.top + self.box.height / 2)
        words = _("No entries in these days.")
        canvas.write(self.made, self.style, words, at, colour=self.style.colours.quiet, across="center", up="center")
