"""Where a press counts for which region: nowhere less than a fingertip, and a foot too small for that opens large."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractButton, QWidget

from journal.domain.body import DEEPEST_LEVEL, REGIONS
from journal.drawing import Picture
from journal.i18n import _
from journal.ui.body_map.figure import RegionShape
from journal.ui.widgets.buttons import OneClick, set_tip

SMALLEST_PX = 24
"""Narrower or lower than this nothing can be pressed: WCAG 2.2, 2.5.8."""
_GROWS_FROM_PX = 11
"""What is smaller than this would take too much from its neighbours if it grew to the smallest target."""
_AROUND = 0.12
"""How much of a foot's own size is seen around it."""

Foot = tuple[Picture, str]
"""One foot as one picture shows it: the picture, "left" or "right"."""


def feet(parts: Sequence[RegionShape]) -> dict[Foot, list[RegionShape]]:
    """The parts of each foot, by the picture and side: everything from the ankle down."""
    found: dict[Foot, list[RegionShape]] = {}
    for part in parts:
        region = REGIONS[part.shape.region or ""]
        if region.level == DEEPEST_LEVEL:
            found.setdefault((part.picture, str(region.side)), []).append(part)
    return found


def too_small(foot: Foot, parts: Sequence[RegionShape]) -> bool:
    """Whether the toes and ankles of a foot cannot be pressed where they are.

    In the small feet of the front view they lie too close together to grow; elsewhere there is room around them.
    """
    least = SMALLEST_PX if foot[0] is Picture.FRONT else _GROWS_FROM_PX
    return any(min(box.width(), box.height()) < least for box in (part.path.boundingRect() for part in parts))


def around(parts: Sequence[RegionShape]) -> QRectF:
    """A rectangle that holds these parts and a little of what is around them."""
    box = QRectF()
    for part in parts:
        box = box.united(part.path.boundingRect())
    room = _AROUND * max(box.width(), box.height())
    return box.adjusted(-room, -room, room, room)


def hit_areas(parts: Sequence[RegionShape]) -> list[QRegion]:
    """The area of each part, in the map's coordinates, none narrower or lower than the smallest target.

    What is smaller grows into what is free around it, and takes from larger neighbours what it still needs.
    """
    areas = [QRegion(part.path.toFillPolygon().toPolygon()) for part in parts]
    small = sorted((at for at, area in enumerate(areas) if _missing(area)), key=lambda at: _size(areas[at]))
    near = {at: [other for other in _neighbours(parts, at) if other != at] for at in small}
    for at in small:
        grown = _grown(areas[at], evenly=False)
        for other in near[at]:
            grown = grown.subtracted(areas[other])
        areas[at] = grown.united(areas[at])
    for at in small:
        if _missing(areas[at]):
            areas[at] = _grown(areas[at], evenly=True)
            for other in near[at]:
                left = areas[other].subtracted(areas[at])
                if _size(areas[other]) > _size(areas[at]) and not _missing(left):
                    areas[other] = left
    for at in small:
        for other in near[at]:
            _part(areas, at, other)
    return areas


def _part(areas: list[QRegion], one: int, two: int) -> None:
    """Leave what two areas share to one of them: the larger gives it, or where it would be too small, the other.

    Where both need it, one has it above and one below, or one left and one right.
    """
    shared = areas[one].intersected(areas[two])
    if shared.isEmpty():
        return
    for giver in sorted((one, two), key=lambda at: _size(areas[at]), reverse=True):
        left = areas[giver].subtracted(shared)
        if not _missing(left):
            areas[giver] = left
            return
    box = shared.boundingRect()
    half = QRect(box)
    if box.height() > box.width():
        half.setHeight(box.height() // 2)
    else:
        half.setWidth(box.width() // 2)
    first = shared.intersected(half)
    second = shared.subtracted(first)
    ways = ((areas[one].subtracted(mine), areas[two].subtracted(theirs)) for mine, theirs in _both(first, second))
    areas[one], areas[two] = max(ways, key=lambda way: min(map(_narrowest, way)))


def _both(first: QRegion, second: QRegion) -> tuple[tuple[QRegion, QRegion], tuple[QRegion, QRegion]]:
    return (first, second), (second, first)


def _neighbours(parts: Sequence[RegionShape], at: int) -> list[int]:
    here = parts[at]
    reach = here.bounds.adjusted(-SMALLEST_PX, -SMALLEST_PX, SMALLEST_PX, SMALLEST_PX)
    return [other for other, part in enumerate(parts) if part.picture is here.picture and part.bounds.intersects(reach)]


def _size(area: QRegion) -> int:
    box = area.boundingRect()
    return box.width() * box.height()


def _missing(area: QRegion) -> bool:
    return _narrowest(area) < SMALLEST_PX


def _narrowest(area: QRegion) -> int:
    box = area.boundingRect()
    return min(box.width(), box.height())


def _grown(area: QRegion, *, evenly: bool) -> QRegion:
    """An area made as wide and as high as the smallest target: half of it on each side, or all of it on both."""
    for across in (True, False):
        box = area.boundingRect()
        missing = SMALLEST_PX - (box.width() if across else box.height())
        if missing > 0:
            before, after = (missing // 2, missing - missing // 2) if evenly else (missing, missing)
            narrow = max(1, min(box.width() if across else box.height(), 8))
            steps = {-before, after, *range(-before, after, narrow)}
            grown = area
            for by in steps:
                grown = grown.united(area.translated(by, 0) if across else area.translated(0, by))
            area = grown
    return area


class FootButton(OneClick, QAbstractButton):
    """Lies over a foot that is too small to be marked, and opens it large. The keyboard goes to its regions itself."""

    pointed_at = Signal()

    def __init__(self, foot: Foot, parent: QWidget) -> None:
        super().__init__(parent)
        self.foot = foot
        name = _("Show the left foot large") if foot[1] == "left" else _("Show the right foot large")
        self.setAccessibleName(name)
        set_tip(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def place(self, parts: Sequence[RegionShape]) -> None:
        """Cover these parts, and no less than the smallest target."""
        box = QRect()
        for part in parts:
            box = box.united(part.path.boundingRect().toAlignedRect())
        wide, high = max(0, SMALLEST_PX - box.width()), max(0, SMALLEST_PX - box.height())
        self.setGeometry(box.adjusted(-(wide // 2), -(high // 2), wide - wide // 2, high - high // 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the map has painted the foot."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed_at.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
