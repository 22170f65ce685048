"""Paints one entry of the list: a small body, when, where, and the start of its note."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journal import drawing
from journal.domain.entry import Entry
from journal.drawing import Picture
from journal.ui.body_map import painter as body_painter
from journal.ui.body_map.figure import Figure
from journal.ui.history.model import ENTRY_ROLE, Index, heading
from journal.ui.theme import Theme
from journal.wording import entries as wording

_BODY_EMS = 5.2


class EntryDelegate(QStyledItemDelegate):
    """A row of fixed height, so that ten years of entries scroll without a hitch."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(16), self._theme.px(_BODY_EMS + 1.2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        palette, px = self._theme.palette, self._theme.px
        box: QRect = option.rect.adjusted(2, 2, -2, -2)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(palette.primary), 2))
            painter.setBrush(QColor(palette.tint))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 8, 8)
        else:
            painter.setPen(QColor(palette.border))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        body = QRectF(box.left() + px(0.4), box.top() + px(0.4), px(_BODY_EMS), px(_BODY_EMS))
        paint_small_body(painter, body, self._theme, entry)
        words = box.adjusted(px(_BODY_EMS + 1), px(0.5), -px(0.5), -px(0.4))
        self._write(painter, words, entry)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        font = QFont(painter.font())
        font.setPixelSize(self._theme.em)
        lines = (
            (heading(entry), True, self._theme.palette.text),
            (wording.places(entry), False, self._theme.palette.text),
            (" ".join(entry.note.split()), False, self._theme.palette.quiet),
        )
        height = box.height() // 3
        for number, (text, bold, color) in enumerate(lines):
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(color))
            line = QRect(box.left(), box.top() + number * height, box.width(), height)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def paint_small_body(painter: QPainter, box: QRectF, theme: Theme, entry: Entry) -> None:
    """Paint the back and front figures with an entry's marks into a box."""
    figure = Figure(drawing.body(), box, (Picture.BACK, Picture.FRONT))
    body_painter.paint(painter, figure, theme.palette, body_painter.marks_of(entry.symptoms), numbers=False)
