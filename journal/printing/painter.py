"""Paints the laid out sheet onto anything: the preview, a printer, a PDF."""

import functools
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from journal.printing.blocks import Drawing, Frame, Item, Rule, Words
from journal.printing.sheets import Sheet
from journal.printing.type import INK, Paragraph, Run

_MARK = "#8a8f94"


def paint(sheet: Sheet, painter: QPainter, rect: QRectF) -> None:
    """Paint a sheet into `rect` of the painter's device; the whole of it with its margins fills that."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / sheet.size.width(), rect.height() / sheet.size.height())
    for item in sheet.items:
        _paint(item, painter)
    if sheet.mark:
        _paint_mark(sheet, painter)
    painter.restore()


def prepare(sheets: Sequence[Sheet]) -> None:
    """Read the drawings now, in whatever thread, so that painting need not."""
    for sheet in sheets:
        for item in sheet.items:
            if isinstance(item, Drawing):
                _renderer(item.svg)


def paint_all(sheets: Sequence[Sheet], device: QPagedPaintDevice, rect: QRectF) -> None:
    """Paint each sheet into `rect` of a page of its own."""
    painter = QPainter(device)
    try:
        for index, sheet in enumerate(sheets):
            if index:
                device.newPage()
            paint(sheet, painter, rect)
    finally:
        painter.end()  # a device that dies while it is painted takes the program with it


def _paint(item: Item, painter: QPainter) -> None:
    match item:
        case Words(paragraph, left, top):
            paragraph.paint(painter, left, top)
        case Rule(left, top, width, thickness, colour):
            painter.setPen(_pen(colour, thickness))
            painter.drawLine(QPointF(left, top), QPointF(left + width, top))
        case Frame(rect, thickness, colour):
            painter.setPen(_pen(colour, thickness))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
        case Drawing(rect, svg):
            _renderer(svg).render(painter, rect)


def _paint_mark(sheet: Sheet, painter: QPainter) -> None:
    """The word in the upper margin, in a box: it says so without lying over a figure."""
    words = Paragraph([Run(sheet.mark.upper(), 11, bold=True, colour=INK)], sheet.size.width())
    pad = words.height * 0.28
    box = QRectF(0, 0, words.used_width + 4 * pad, words.height + pad)
    box.moveCenter(QPointF(sheet.size.width() / 2, sheet.size.top() + words.height * 1.4))
    painter.setPen(_pen(_MARK, words.height * 0.06))
    painter.setBrush(QColor("white"))
    painter.drawRect(box)
    words.paint(painter, box.left() + 2 * pad, box.top() + pad / 2)


def _pen(colour: str, thickness: float) -> QPen:
    pen = QPen(QColor(colour), thickness)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


@functools.lru_cache(maxsize=8)
def _renderer(svg: bytes) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg))
