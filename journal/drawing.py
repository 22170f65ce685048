"""The body as drawn in resources/body_map.svg, loaded once for every painter (the window, the charts, the page).

It is loaded from body_map.json, which resources/draw_body_map.py writes beside the picture, as parsing an SVG's paths
takes longer than a window may. Coordinates are the drawing's own: x to the right, y down, in user units of the SVG.
Figures stand as a clinician's chart has them: in the back view the person's left is on the left, in the front view it
is on the right.
"""

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from journal import palette, paths

Point = tuple[float, float]
Verb = Literal["move", "line", "curve", "close"]
Step = tuple[Verb, tuple[Point, ...]]
"""move and line carry one point, curve three (two controls and the end), close none."""


class Picture(StrEnum):
    """One of the pictures that make up the drawing."""

    BACK = "back"
    FRONT = "front"
    SOLES = "soles"
    FEET = "feet"


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One closed or open outline of the drawing. Each is equal to itself only: there is one of it."""

    steps: tuple[Step, ...]
    region: str | None
    """The region it is, or None for a line that only makes the body look like one."""
    role: str
    """"region", or for the rest the SVG class: "skin" (filled, under the regions), "outline", "detail", "ghost"."""
    label: Point = (0.0, 0.0)
    """Of a region: the middle of its widest place."""
    label_room: float = 0.0
    """How far a number may reach from there without leaving it."""


class FigureView(NamedTuple):
    """One picture with its own frame, so that painters can place pictures as they like."""

    picture: Picture
    frame: tuple[float, float, float, float]
    """x, y, width, height that hold everything of it."""
    shapes: tuple[Shape, ...]
    """In painting order."""


class BodyDrawing(NamedTuple):
    """The whole drawing."""

    size: tuple[float, float]
    fade: tuple[float, float]
    """Ghost shapes (closed: upper body, arms) go from clear to their full tone between these two heights."""
    views: tuple[FigureView, ...]

    def view(self, picture: Picture) -> FigureView:
        """Return one picture."""
        return next(view for view in self.views if view.picture is picture)


@functools.cache
def body() -> BodyDrawing:
    """Return the drawing, read on first use."""
    drawn = json.loads(paths.resource("body_map.json").read_text(encoding="utf-8"))
    return BodyDrawing(tuple(drawn["size"]), tuple(drawn["fade"]), tuple(_view(view) for view in drawn["views"]))


@functools.cache
def to_shade() -> bytes:
    """Return the same drawing as SVG for a sheet that is filled in by hand: black outlines, grey seams, no fill."""
    ink, seam = palette.PRINT.text, palette.PRINT.to_shade
    style = (
        ".skin{fill:none}"
        f".region{{fill:none;stroke:{seam};stroke-width:.8}}"
        f".outline{{fill:none;stroke:{ink};stroke-width:1.6;stroke-linejoin:round}}"
        f".detail{{fill:none;stroke:{seam};stroke-width:.8;stroke-linecap:round}}"
        ".ghost{fill:none;stroke:url(#fade);stroke-width:1.2}"
    )
    drawn = paths.resource("body_map.svg").read_text(encoding="utf-8")
    drawn = re.sub(r"<style>.*?</style>", f"<style>{style}</style>", drawn, flags=re.DOTALL)
    for opacity, tone in (("0", palette.PRINT.ground), (r"[\d.]+", seam)):  # paper knows no half clear line
        drawn = re.sub(f'stop-color="[^"]+" stop-opacity="{opacity}"', f'stop-color="{tone}"', drawn)
    return drawn.encode()


def _view(view: dict[str, Any]) -> FigureView:
    return FigureView(Picture(view["picture"]), tuple(view["frame"]), tuple(_shape(shape) for shape in view["shapes"]))


def _shape(shape: dict[str, Any]) -> Shape:
    x, y, room = shape.get("label", (0.0, 0.0, 0.0))
    return Shape(tuple(_steps(shape["verbs"], shape["numbers"])), shape["region"], shape["role"], (x, y), room)


_POINTS: dict[str, tuple[Verb, int]] = {"M": ("move", 1), "L": ("line", 1), "C": ("curve", 3), "Z": ("close", 0)}


def _steps(verbs: str, numbers: list[float]) -> Iterator[Step]:
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    start = 0
    for letter in verbs:
        verb, count = _POINTS[letter]
        yield verb, tuple(points[start : start + count])
        start += count
