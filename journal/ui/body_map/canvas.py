"""The painted body, kept as a picture: a stroke repaints the one region it touched, not the whole body."""

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from journal.palette import Palette
from journal.ui.body_map import painter as body_painter
from journal.ui.body_map.figure import Figure


class Canvas:
    """A figure with its marks, in one theme, at the screen's own resolution."""

    def __init__(self, figure: Figure, palette: Palette, size: QSize, ratio: float, largest_number: float) -> None:
        self._figure = figure
        self._palette = palette
        self._largest_number = largest_number
        self._marks: body_painter.Marks = {}
        self._picture = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        self._paint(QRectF(0, 0, size.width(), size.height()))

    @property
    def ratio(self) -> float:
        """The screen pixels a pixel of the picture was made for."""
        return self._picture.devicePixelRatio()

    def show_marks(self, marks: body_painter.Marks) -> QRegion:
        """Paint what differs from the marks shown so far, and return where that was."""
        before, self._marks = self._marks, marks
        changed = {region for region in {*before, *marks} if before.get(region) != marks.get(region)}
        boxes = [part.bounds.toAlignedRect() for part in self._figure.regions() if part.shape.region in changed]
        for box in boxes:
            self._paint(QRectF(box))
        dirty = QRegion()
        for box in boxes:
            dirty += box
        return dirty

    def draw(self, painter: QPainter, where: QRect) -> None:
        """Copy a part of the picture onto the widget it was made for."""
        source = QRectF(where)
        ratio = self.ratio
        painter.drawPixmap(
            QRectF(where),
            self._picture,
            QRectF(source.x() * ratio, source.y() * ratio, source.width() * ratio, source.height() * ratio),
        )

    def _paint(self, box: QRectF) -> None:
        painter = QPainter(self._picture)
        painter.setClipRect(box)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(box, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        body_painter.paint(
            painter,
            self._figure,
            self._palette,
            self._marks,
            numbers=True,
            largest_number=self._largest_number,
            within=box,
        )
        painter.end()
