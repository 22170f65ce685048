"""Axes with days along x, shared by every chart over time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from journal import i18n
from journal.analysis.results import Flare, Progress
from journal.charts import canvas
from journal.charts.canvas import Box
from journal.charts.style import Style

_RANK = 0.9
DAYS = "days"
"""Marks an x axis whose numbers are days, for whoever points at one."""
MANY_DAYS = 800
"""More marks than that are kept as an image in SVG and PDF files, which stay small; the rest stays lines."""
_DOT_RADIUS = 6.5
"""Points of the largest dot, with its edge."""


def flares_within(progress: Progress, span: tuple[date, date]) -> tuple[Flare, ...]:
    """Return the flares to shade in those days; a dismissed one is none."""
    return tuple(
        flare
        for flare in progress.flares
        if flare.confirmed is not False and flare.last >= span[0] and flare.first <= span[1]
    )


@dataclass(slots=True)
class Timeline:
    """One panel: bare axes whose x is the day's ordinal, with room for a whole dot at both ends."""

    made: Figure
    style: Style
    axes: Axes
    box: Box
    """In inches."""
    span: tuple[date, date]

    @classmethod
    def add(cls, made: Figure, style: Style, box: Box, span: tuple[date, date], name: str) -> "Timeline":
        """Add it to a figure."""
        axes = canvas.axes(made, box, name)
        days = (span[1] - span[0]).days + 1
        dot = _DOT_RADIUS * style.scale
        wide = box.width * canvas.POINTS_AN_INCH
        pad = max(0.6, dot * days / max(dot, wide - 2 * dot))  # the first and the last dot stay whole
        axes.xaxis.set_gid(DAYS)
        axes.set_xlim(span[0].toordinal() - pad, span[1].toordinal() + pad)
        return cls(made, style, axes, box, span)

    @property
    def left(self) -> float:
        """The axes' left end, in days."""
        return float(self.axes.get_xlim()[0])

    @property
    def right(self) -> float:
        """The axes' right end, in days."""
        return float(self.axes.get_xlim()[1])

    @property
    def day_points(self) -> float:
        """How wide a day is, in points."""
        return self.box.width * canvas.POINTS_AN_INCH / (self.right - self.left)

    def inches(self, day: float) -> float:
        """Where a day is, in inches from the figure's left edge."""
        return self.box.left + (day - self.left) / (self.right - self.left) * self.box.width

    def day(self, inches: float) -> float:
        """Which day is that many inches from the figure's left edge."""
        return self.left + (inches - self.box.left) / self.box.width * (self.right - self.left)

    def shade_flares(self, flares: Iterable[Flare]) -> None:
        """Shade flares from top to bottom; the key names them."""
        bottom, top = self.axes.get_ylim()
        boxes = []
        for flare in flares:
            left = max(self.left, flare.first.toordinal() - 0.5)
            right = min(self.right, flare.last.toordinal() + 0.5)
            boxes.append([(left, top), (right, top), (right, bottom), (left, bottom)])
        if boxes:
            # opaque, since Qt's SVG strokes a translucent patch
            fill = self.style.colours.down_tint
            shades = PolyCollection(boxes, facecolors=fill, edgecolors="none", zorder=0.4, gid="flare")
            self.axes.add_collection(shades, autolim=False)

    def name_dates(self, base: float) -> None:
        """Mark the dates worth naming at the bottom of the axes, and write them on the line at `base` inches."""
        quiet = self.style.colours.quiet
        label = canvas.width_of(self.made, self.style, i18n.day(self.span[1], year=False), _RANK)
        bottom, top = self.axes.get_ylim()
        tick_height = (top - bottom) / self.box.height * 0.04
        for tick in canvas.date_ticks(*self.span, int(self.box.width / (label * 1.45))):
            x = tick.day.toordinal()
            self.axes.plot([x, x], [bottom + tick_height, bottom], color=quiet, lw=0.8, zorder=2)
            half = canvas.width_of(self.made, self.style, tick.label, _RANK) / 2
            at = min(max(self.inches(x), self.box.left + half), self.box.left + self.box.width - half)
            canvas.write(
                self.made, self.style, tick.label, (at, base), rank=_RANK, colour=quiet, across="center", name="date"
            )
