"""The way over the body by keys: up and down the leg, across to the other one, and from one picture to the next."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF

from journal.drawing import Picture
from journal.ui.body_map.figure import RegionShape


class Direction(Enum):
    """Where a key leads."""

    UP = (0, -1)
    DOWN = (0, 1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)
    NEXT = (1, 1)
    PREVIOUS = (-1, -1)
    """To the next or the last picture: back, front, soles, feet from above."""


_ROUND = (Picture.BACK, Picture.FRONT, Picture.FEET, Picture.SOLES)
_SIDEWAYS = 2.5
"""How much further aside than along a neighbour may be."""


def neighbour(here: RegionShape, way: Direction, parts: Sequence[RegionShape]) -> RegionShape:
    """The region a key leads to; the same one where the body ends."""
    if way in (Direction.NEXT, Direction.PREVIOUS):
        return _in_picture(here, _ROUND[(_ROUND.index(here.picture) + way.value[0]) % len(_ROUND)], parts)
    direction = QPointF(*way.value)
    found = _nearest(here, direction, [part for part in parts if part.picture is here.picture])
    if found is None and direction.y() == 0:  # sideways beyond a picture's edge lies the next picture
        found = _nearest(here, direction, parts)
    return found or here


def _in_picture(here: RegionShape, picture: Picture, parts: Sequence[RegionShape]) -> RegionShape:
    """The same region as that picture shows it, or the one closest to its height and side."""
    there = [part for part in parts if part.picture is picture]
    same = [part for part in there if part.shape.region == here.shape.region]
    side = (here.shape.region or "").split("_")[0]
    of_side = [part for part in there if (part.shape.region or "").startswith(side)]
    return min(same or of_side or there, key=lambda part: abs(part.label_point.y() - here.label_point.y()))


def _nearest(here: RegionShape, way: QPointF, among: Sequence[RegionShape]) -> RegionShape | None:
    best, shortest = None, float("inf")
    for other in among:
        offset = other.label_point - here.label_point
        along = QPointF.dotProduct(offset, way)
        across = abs(offset.x() * way.y() - offset.y() * way.x())
        if other is here or along < 2 or across > _SIDEWAYS * along:
            continue
        distance = along + 2 * across
        if distance < shortest:
            best, shortest = other, distance
    return best
