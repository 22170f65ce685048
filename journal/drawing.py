"""The body as drawn in resources/body_map.svg, parsed once for every painter (the window, the charts, the page).

Coordinates are the drawing's own: x to the right, y down, in user units of the SVG. Figures stand as a clinician's
chart has them: in the back view the person's left is on the left, in the front view it is on the right.
"""

import functools
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal
from xml.etree import ElementTree

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from journal import paths

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


@dataclass(frozen=True, slots=True)
class Shape:
    """One closed or open outline of the drawing."""

    steps: tuple[Step, ...]
    region: str | None
    """The region it is, or None for a line that only makes the body look like one."""
    role: str
    """"region", or for the rest the SVG class: "skin" (filled, under the regions), "outline", "detail", "ghost"."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """One picture with its own frame, so that painters can place pictures as they like."""

    picture: Picture
    frame: tuple[float, float, float, float]
    """x, y, width, height that hold everything of it."""
    shapes: tuple[Shape, ...]
    """In painting order."""


@dataclass(frozen=True, slots=True)
class BodyDrawing:
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
    root = ElementTree.parse(paths.resource("body_map.svg")).getroot()
    _, _, width, height = _numbers(root.attrib["viewBox"])
    clear, full = _numbers(root.attrib["data-fade"])
    views = tuple(_view(group) for group in root.iterfind("{*}g"))
    return BodyDrawing((width, height), (clear, full), views)


def _view(group: ElementTree.Element) -> FigureView:
    x, y, width, height = _numbers(group.attrib["data-frame"])
    shapes = tuple(
        Shape(_steps(path.attrib["d"]), path.get("data-region"), path.attrib["class"])
        for path in group.iterfind("{*}path")
    )
    return FigureView(Picture(group.attrib["id"]), (x, y, width, height), shapes)


def _numbers(text: str) -> list[float]:
    return [float(word) for word in text.split()]


_VERBS: dict[str, Verb] = {"moveTo": "move", "lineTo": "line", "curveTo": "curve", "closePath": "close"}


def _steps(d: str) -> tuple[Step, ...]:
    pen = RecordingPen()
    parse_path(d, pen)
    return tuple((_VERBS[name], tuple(points)) for name, points in pen.value if name in _VERBS)
