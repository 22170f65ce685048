"""The drawing as Qt paths, scaled into a rectangle; where a region's number fits; which region is at a point."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from journal.drawing import BodyDrawing, Picture, Shape

_LINE_ROOM = 3.0
"""Pixels around a shape that its line may cover."""


class RegionShape(NamedTuple):
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

    def __init__(
        self,
        drawing: BodyDrawing,
        target: QRectF,
        pictures: tuple[Picture, ...] = tuple(Picture),
        section: QRectF | None = None,
    ) -> None:
        """section: what of the drawing fills the rectangle, in its own coordinates; all of it without."""
        views = [view for view in drawing.views if view.picture in pictures]
        source = section or QRectF()
        for view in views if section is None else ():
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
    path = placing.map(_qt_path(shape))
    bounds = path.controlPointRect().adjusted(-_LINE_ROOM, -_LINE_ROOM, _LINE_ROOM, _LINE_ROOM)
    point = placing.map(QPointF(*shape.label))
    return RegionShape(shape, picture, path, bounds, point, shape.label_room * placing.m11())


@functools.cache
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
