"""What lies where on a drawn chart: days along an axis, squares of a calendar, places of a body.

Plain values, no events.

All positions are shares of the figure, 0..1, from its top left corner.
"""

import functools
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from journal import drawing
from journal.charts import body
from journal.charts.timeline import DAYS
from journal.drawing import Picture

Key = date | str
"""What can be pointed at: a day, a region of the body map, or a row's own name."""
SPOT = "spot-"
"""Begins the name (gid) of what is a spot by itself; its key follows."""
_DAY = "day-"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class DayAxis:
    """A panel with days along x."""

    box: Box
    first: float
    """Day ordinal at its left edge."""
    last: float
    """Day ordinal at its right edge."""

    def day_at(self, x: float) -> date:
        """The day whose middle is nearest."""
        share = (x - self.box.left) / (self.box.right - self.box.left)
        return date.fromordinal(max(1, round(self.first + share * (self.last - self.first))))

    def column(self, day: date) -> Box | None:
        """The strip of a day from top to bottom; None if the panel ends before it."""
        wide = (self.box.right - self.box.left) / (self.last - self.first)
        middle = self.box.left + (day.toordinal() - self.first) * wide
        if not self.box.left <= middle <= self.box.right:
            return None
        return Box(middle - wide / 2, self.box.top, middle + wide / 2, self.box.bottom)


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing with an edge."""

    key: Key
    box: Box
    outline: tuple[tuple[float, float], ...] = ()
    """Its corners where it is no rectangle."""

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.box.holds(x, y) and (not self.outline or bool(Path(self.outline).contains_point((x, y))))


@dataclass(frozen=True, slots=True)
class Pointing:
    """Everything that can be pointed at on one figure."""

    axes: tuple[DayAxis, ...]
    spots: tuple[Spot, ...]

    def at(self, x: float, y: float) -> Key | None:
        """What lies there; None where nothing does."""
        for spot in self.spots:
            if spot.holds(x, y):
                return spot.key
        return next((axis.day_at(x) for axis in self.axes if axis.box.holds(x, y)), None)

    def where(self, key: Key) -> tuple[Spot, ...]:
        """Every place that shows it."""
        found = [spot for spot in self.spots if spot.key == key]
        if isinstance(key, date):
            columns = (axis.column(key) for axis in self.axes)
            found += [Spot(key, box) for box in columns if box is not None]
        return tuple(found)


def of(figure: Figure) -> Pointing:
    """Return what can be pointed at on a figure that one of the charts drew."""
    axes, spots = [], []
    for part in figure.axes:
        if part.xaxis.get_gid() == DAYS:
            left, right = part.get_xlim()
            axes.append(DayAxis(_box_of(part), left, right))
        spots += _named(part)
        picture = str(part.get_label()).rpartition("-")[0]
        if picture in set(Picture):
            spots += _places(part, Picture(picture))
    return Pointing(tuple(axes), tuple(spots))


def _box_of(axes: Axes) -> Box:
    place = axes.get_position()
    return Box(place.x0, 1 - place.y1, place.x1, 1 - place.y0)


def _named(axes: Axes) -> list[Spot]:
    """Rectangles that carry their own key."""
    found = []
    for patch in axes.patches:
        name = patch.get_gid() or ""
        if isinstance(patch, Rectangle) and name.startswith((SPOT, _DAY)):
            key: Key = date.fromisoformat(name.removeprefix(_DAY)) if name.startswith(_DAY) else name[len(SPOT) :]
            found.append(Spot(key, _extent(axes, patch)))
    return found


def _extent(axes: Axes, patch: Rectangle) -> Box:
    x, y = patch.get_xy()
    corners = _shares(axes, ((x, y), (x + patch.get_width(), y + patch.get_height())))
    return _around(corners)


def _places(axes: Axes, picture: Picture) -> list[Spot]:
    found = []
    for region, corners in _polygons(picture):
        outline = _shares(axes, corners)
        found.append(Spot(region, _around(outline), outline))
    return found


@functools.cache
def _polygons(picture: Picture) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
    shapes = [shape for shape in drawing.body().view(picture).shapes if shape.role == "region" and shape.region]
    return tuple(
        (shape.region or "", tuple((float(x), float(y)) for x, y in body.polygon_of(shape))) for shape in shapes
    )


def _shares(axes: Axes, points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    box = _box_of(axes)
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    wide, high = (box.right - box.left) / (right - left), (box.bottom - box.top) / (bottom - top)
    return tuple((box.left + (x - left) * wide, box.top + (y - top) * high) for x, y in points)


def _around(points: tuple[tuple[float, float], ...]) -> Box:
    x, y = zip(*points, strict=True)
    return Box(min(x), min(y), max(x), max(y))
