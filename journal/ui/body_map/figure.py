"""The drawing as Qt paths, scaled into a rectangle; where a region's number fits; which region is at a point."""

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from journal.drawing import BodyDrawing, Picture, Shape

_LINE_ROOM = 3.0
"""Pixels around a shape that its line may cover."""


@dataclass(frozen=True, slots=True)
class RegionShape:
    """One shape, placed."""

    shape: Shape
    picture: Picture
    path: QPainterPath
    bounds: QRectF
    """What painting it may touch, its line included."""
    label_point: QPointF
    """The middle of its widest place."""
    label_room: float
    """How far a number may reach from there without leaving it."""


class Figure:
    """The drawing, or some of its pictures, placed so that it fills a rectangle."""

    def __init__(self, drawing: BodyDrawing, target: QRectF, pictures: tuple[Picture, ...] = tuple(Picture)) -> None:
        views = [view for view in drawing.views if view.picture in pictures]
        source = QRectF()
        for view in views:
            source = source.united(QRectF(*view.frame))
        self.scale = min(target.width() / source.width(), target.height() / source.height())
        placing = QTransform()
        placing.translate(target.center().x(), target.center().y())
        placing.scale(self.scale, self.scale)
        placing.translate(-source.center().x(), -source.center().y())
        clear, full = drawing.fade
        self.fade = (placing.map(QPointF(0, clear)).y(), placing.map(QPointF(0, full)).y())
        """Heights at which the upper body is gone, and where it has its full tone."""
        self.frames = {view.picture: placing.mapRect(QRectF(*view.frame)) for view in views}
        self.parts = [_placed(shape, view.picture, placing) for view in views for shape in view.shapes]

    def regions(self) -> Iterator[RegionShape]:
        """The parts that are regions, in painting order."""
        return (part for part in self.parts if part.shape.region is not None)


def _placed(shape: Shape, picture: Picture, placing: QTransform) -> RegionShape:
    drawn, point, room = _drawn(shape)
    path = placing.map(drawn)
    bounds = path.controlPointRect().adjusted(-_LINE_ROOM, -_LINE_ROOM, _LINE_ROOM, _LINE_ROOM)
    return RegionShape(shape, picture, path, bounds, placing.map(point), room * placing.m11())


@functools.cache
def _drawn(shape: Shape) -> tuple[QPainterPath, QPointF, float]:
    """A shape in the drawing's own coordinates, worked out once for every size."""
    path = _qt_path(shape)
    return (path, QPointF(), 0.0) if shape.region is None else (path, *_roomiest_point(path))


def _qt_path(shape: Shape) -> QPainterPath:
    path = QPainterPath()
    for verb, points in shape.steps:
        if verb == "move":
            path.moveTo(*points[0])
        elif verb == "line":
            path.lineTo(*points[0])
        elif verb == "curve":
            (ax, ay), (bx, by), (x, y) = points
            path.cubicTo(ax, ay, bx, by, x, y)
        else:
            path.closeSubpath()
    return path


def _roomiest_point(path: QPainterPath) -> tuple[QPointF, float]:
    """Of the chords at some heights, the middle of the one with the most room around it."""
    polygon = path.toFillPolygon()
    box = polygon.boundingRect()
    best, room = box.center(), 0.0
    for step in range(1, 16):
        y = box.top() + box.height() * step / 16
        for left, right in _chords(polygon, y):
            here = min((right - left) / 2, y - box.top(), box.bottom() - y)
            if here > room:
                best, room = QPointF((left + right) / 2, y), here
    return best, room


def _chords(polygon: QPolygonF, y: float) -> Iterator[tuple[float, float]]:
    points = [polygon.at(index) for index in range(polygon.count())]
    crossings = []
    for a, b in itertools.pairwise(points):
        if (a.y() > y) != (b.y() > y):
            crossings.append(a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x()))
    crossings.sort()
    return zip(crossings[::2], crossings[1::2], strict=False)
