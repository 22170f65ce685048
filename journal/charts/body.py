"""The body map of two stretches of days side by side, then and now, in one scale and with one key."""

import functools
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from journal import drawing, i18n
from journal.analysis.differences import PainDifference, differences, is_rare
from journal.analysis.results import BodySummary, Progress, RegionLoad
from journal.charts import canvas, hatch, key
from journal.charts.canvas import Box
from journal.charts.style import Style
from journal.domain.body import DEEPEST_LEVEL, REGIONS
from journal.domain.entry import Kind
from journal.drawing import FigureView, Picture, Shape
from journal.i18n import _
from journal.wording.counts import days_logged

SIZE = (10.4, 4.9)
_MAIN = (Picture.BACK, Picture.FRONT)
_INSETS = (Picture.SOLES, Picture.FEET)
_BETWEEN = 0.2
_MARGIN = 0.03
_ROOMY = 0.85
"""Width to height for each body map, from which enlarged feet take nothing from the bodies."""
_GAP = 26.0
"""Between the pictures of one map, in units of the drawing."""
_AFTER_NAME = 0.08
_CODES = {"move": int(Path.MOVETO), "line": int(Path.LINETO), "curve": int(Path.CURVE4), "close": int(Path.CLOSEPOLY)}


def draw(
    progress: Progress,
    style: Style,
    *,
    summaries: Sequence[BodySummary] | None = None,
    pictures: Sequence[Picture] | None = None,
    size_inches: tuple[float, float] = SIZE,
    legend: bool = True,
    strengths: bool = True,
) -> Figure:
    """Draw the body of each stretch of days (by default Progress's then and now), side by side.

    A region's fill is its mean pain on the days it was marked, only an outline where those were few (`is_rare`);
    patterns show numbness, tingling and weakness. The last body carries signs where it differs from the first (see
    journal.analysis.differences). pictures: None draws the back and the front, and the soles or the
    feet where one is marked. `strengths` has the key explain the fills, too.
    """
    shown = tuple(summaries) if summaries is not None else _both(progress)
    made = canvas.figure(style, size_inches)
    width, height = made.get_size_inches()
    marked = {load.region for summary in shown for load in summary.loads}
    views = tuple(pictures) if pictures is not None else pictures_of(marked, roomy=width / height > _ROOMY * len(shown))
    kinds = {load.kind for summary in shown for load in summary.loads}
    rare = any(load.kind is Kind.PAIN and is_rare(load, summary) for summary in shown for load in summary.loads)
    changed = differences(shown[0], shown[-1]) if len(shown) > 1 else {}
    legend_key = key.BodyKey(made, style, kinds, rare, strengths, frozenset(changed.values())) if legend else None
    title = canvas.line_height(style, 1.0) + canvas.line_height(style, 0.85) + 0.06
    key_base = height - legend_key.height(_MARGIN) - 0.02 if legend_key else height
    bottom = key_base - canvas.line_height(style, 0.85) - 0.06 if legend_key else height
    each = (width - _BETWEEN * (len(shown) - 1)) / len(shown)
    names = _names(len(shown))
    inset = _inset(style, Box(0, title, each, bottom - title), views)
    stacked = any(
        inset + _heading_width(made, style, one, name) > each for one, name in zip(shown, names, strict=False)
    )
    title += canvas.line_height(style, 1.0) if stacked else 0.0
    for index, summary in enumerate(shown):
        box = Box(index * (each + _BETWEEN), title, each, bottom - title)
        told = changed if index == len(shown) - 1 else {}
        left = lay_out(made, style, box, views, f"{index}", functools.partial(_paint, style, summary, told))
        _heading(made, style, left, summary, names[index], stacked=stacked)
    if legend_key:
        legend_key.draw(_MARGIN, key_base)
    return made


def _both(progress: Progress) -> tuple[BodySummary, ...]:
    return (progress.body_now,) if progress.body_then is None else (progress.body_then, progress.body_now)


def _names(count: int) -> tuple[str, ...]:
    # Translators: the body earlier and now, side by side.
    return (_("Then"), _("Now")) if count == 2 else ("",) * count


def pictures_of(marked: Collection[str], roomy: bool = False) -> tuple[Picture, ...]:
    """Return the pictures that show those regions: back and front, the soles where one is marked, else enlarged feet
    where there is room for them.
    """
    soles = any(region.endswith("_sole") for region in marked)
    feet = roomy and any(REGIONS[region].level == DEEPEST_LEVEL for region in marked) and not soles
    return (*_MAIN, *((Picture.SOLES,) if soles else ()), *((Picture.FEET,) if feet else ()))


def _heading_width(made: Figure, style: Style, summary: BodySummary, name: str) -> float:
    """What a name and its dates take beside each other."""
    dates = canvas.width_of(made, style, i18n.span(summary.first, summary.last))
    return dates + (canvas.width_of(made, style, name, bold=True) + _AFTER_NAME if name else 0.0)


def _heading(made: Figure, style: Style, left: float, summary: BodySummary, name: str, *, stacked: bool) -> None:
    """Write a name, its dates beside it or below where there is no room, and how many days were logged."""
    first = canvas.line_height(style, 1.0) - 0.05
    at = left
    if name:
        canvas.write(made, style, name, (at, first), bold=True)
        at += canvas.width_of(made, style, name, bold=True) + _AFTER_NAME
    if stacked:
        at, first = left, first + canvas.line_height(style, 1.0)
    canvas.write(made, style, i18n.span(summary.first, summary.last), (at, first))
    second = (left, first + canvas.line_height(style, 0.85))
    canvas.write(made, style, days_logged(summary.days_logged), second, rank=0.85, colour=style.colours.quiet)


@dataclass(frozen=True, slots=True)
class _Bounds:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@functools.cache
def _bounds(picture: Picture) -> _Bounds:
    """What the regions of a picture take, in the drawing's units; arms and chest are left out."""
    shapes = [shape for shape in drawing.body().view(picture).shapes if shape.role in ("skin", "outline", "region")]
    corners = np.vstack([path(shape).vertices for shape in shapes])
    (left, top), (right, bottom) = corners.min(axis=0) - 2, corners.max(axis=0) + 2
    return _Bounds(float(left), float(top), float(right), float(bottom))


def lay_out(
    made: Figure,
    style: Style,
    box: Box,
    pictures: Sequence[Picture],
    name: str,
    paint: Callable[[Axes, FigureView, float], None],
) -> float:
    """Lay the pictures of one map side by side, as large as the box lets them; return where they begin.

    paint: paints a view on its axes; its last argument is how many inches a unit of the drawing takes.
    """
    bounds = [_bounds(picture) for picture in pictures]
    units_high = max(bound.height for bound in bounds)
    unit = _unit(style, box, pictures)
    begin = left = box.left + _inset(style, box, pictures)
    floor = box.top + units_high * unit
    for picture, bound in zip(pictures, bounds, strict=True):
        top = floor - bound.height * unit if picture not in _INSETS else floor - (units_high * 0.5) * unit
        place = Box(left, top, bound.width * unit, bound.height * unit)
        axes = canvas.axes(made, place, f"{picture}-{name}")
        axes.set_xlim(bound.left, bound.right)
        axes.set_ylim(bound.bottom, bound.top)
        paint(axes, drawing.body().view(picture), unit)
        _captions(made, style, place, picture, floor if picture not in _INSETS else top + bound.height * unit)
        left += (bound.width + _GAP) * unit
    return begin


def _units_wide(pictures: Sequence[Picture]) -> float:
    return sum(_bounds(picture).width for picture in pictures) + _GAP * (len(pictures) - 1)


def _unit(style: Style, box: Box, pictures: Sequence[Picture]) -> float:
    """How many inches a unit of the drawing takes, the captions below left room."""
    captions = 2 * canvas.line_height(style, 0.85) + 0.04
    units_high = max(_bounds(picture).height for picture in pictures)
    return float(min((box.height - captions) / units_high, box.width / _units_wide(pictures)))


def _inset(style: Style, box: Box, pictures: Sequence[Picture]) -> float:
    """How far from the left of its box a map begins."""
    return max(0.0, min(0.6, (box.width - _units_wide(pictures) * _unit(style, box, pictures)) / 2))


def _captions(made: Figure, style: Style, place: Box, picture: Picture, floor: float) -> None:
    """Say which side is whose, and from where the body is seen."""
    # Translators: which side of the person is on that side of the picture.
    sides = (_("left"), _("right")) if picture is not Picture.FRONT else (_("right"), _("left"))
    line = canvas.line_height(style, 0.85)
    quiet = style.colours.quiet
    for share, side in zip((0.25, 0.75), sides, strict=True):
        at = (place.left + share * place.width, floor + line)
        canvas.write(made, style, side, at, rank=0.8, colour=quiet, across="center")
    # Translators: which picture of the body it is: from behind, from the front, the soles, the feet from above.
    names = {Picture.BACK: _("back"), Picture.FRONT: _("front"), Picture.SOLES: _("soles"), Picture.FEET: _("feet")}
    at = (place.left + place.width / 2, floor + 2 * line)
    canvas.write(made, style, names[picture], at, rank=0.85, across="center")


def _paint(
    style: Style, summary: BodySummary, changed: Mapping[str, PainDifference], axes: Axes, view: FigureView, unit: float
) -> None:
    _differences(axes, style, view, changed)
    loads: dict[str, list[RegionLoad]] = {}
    for load in summary.loads:
        loads.setdefault(load.region, []).append(load)
    colours = style.colours
    points = unit * canvas.POINTS_AN_INCH  # of one drawing unit
    # Shapes are added as artists: as patches, each would be measured for limits that are already set.
    for shape in view.shapes:
        if shape.role == "skin":
            axes.add_artist(PathPatch(path(shape), fc=colours.skin, ec="none", zorder=1))
        elif shape.role == "region":
            marks = loads.get(shape.region or "", [])
            pain = next((load for load in marks if load.kind is Kind.PAIN), None)
            fill = colours.pain_fill(pain.strength) if pain else colours.skin
            seam, width, layer = colours.seam, max(0.3, points * 0.9), 2.0
            if pain and is_rare(pain, summary):
                seam, width, layer, fill = fill, max(1.1, points * 2.6), 3.0, colours.skin
            name = f"{shape.region}-pain" if pain else None
            axes.add_artist(
                PathPatch(path(shape), fc=fill, ec=seam, lw=width, zorder=layer, joinstyle="round", gid=name)
            )
            for load in marks:
                hatch.paint(axes, style, load.kind, polygon_of(shape), 1 / points, name=f"{shape.region}-{load.kind}")
        elif shape.role == "detail":
            line = max(0.25, points * 0.5)  # thin, not translucent: a PDF would hold every such line as an area
            axes.add_artist(PathPatch(path(shape), fc="none", ec=colours.outline, lw=line, zorder=6, joinstyle="round"))
        elif shape.role == "outline":
            line = max(0.6, min(1.6, points * 2))
            axes.add_artist(PathPatch(path(shape), fc="none", ec=colours.outline, lw=line, zorder=7, joinstyle="round"))


def _differences(axes: Axes, style: Style, view: FigureView, changed: Mapping[str, PainDifference]) -> None:
    """A sign in the middle of each region that differs, on a ground of its own so that any fill lets it be read."""
    for shape in view.shapes:
        found = changed.get(shape.region) if shape.role == "region" and shape.region else None
        if found:
            x, y = middle_of(polygon_of(shape))
            key.difference(axes, style, found, x, y, name=f"{shape.region}-{found}")


def middle_of(corners: np.ndarray) -> tuple[float, float]:
    """Return the centre of a polygon's area. corners: shape (n, 2)."""
    x, y = corners[:, 0], corners[:, 1]
    ahead_x, ahead_y = np.roll(x, -1), np.roll(y, -1)
    cross = x * ahead_y - ahead_x * y
    area = cross.sum() / 2
    if abs(area) < 1e-9:
        return float(x.mean()), float(y.mean())
    return float(((x + ahead_x) * cross).sum() / (6 * area)), float(((y + ahead_y) * cross).sum() / (6 * area))


def path(shape: Shape) -> Path:
    """Return a shape of the drawing as matplotlib's path."""
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    for verb, given in shape.steps:
        if verb == "close":
            vertices.append(vertices[-1])
            codes.append(_CODES[verb])
        else:
            vertices.extend(given)
            codes.extend([_CODES[verb]] * len(given))
    return Path(np.array(vertices), np.array(codes))


def polygon_of(shape: Shape) -> np.ndarray:
    """Return a shape's corners, curves flattened finely enough for paper: shape (n, 2)."""
    return hatch.polygon(path(shape))
