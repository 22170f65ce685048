"""Paints one entry of the list: a small body, when, where, and the part of its note that was looked for."""

import functools
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journal import drawing
from journal.domain.entry import Entry, Symptom
from journal.drawing import Picture
from journal.palette import Palette
from journal.ui.body_map import painter as body_painter
from journal.ui.body_map.figure import Figure
from journal.ui.history import calendar_paint
from journal.ui.history.model import ENTRY_ROLE, Index
from journal.ui.theme import Theme
from journal.wording import entries as wording
from journal.wording.search import excerpt, found_in

_BODY_EMS = 5.2
_WIDTH_EMS = 4.4


class EntryDelegate(QStyledItemDelegate):
    """A row of fixed height, so that ten years of entries scroll without a hitch."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.wanted: Sequence[str] = ()
        """The terms looked for; their words are shown in bold in the note."""
        self.several = False
        """Whether each row has a box to tick."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(14), self._theme.px(_BODY_EMS + 1.2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        px = self._theme.px
        box: QRect = option.rect.adjusted(2, 2, -2, -2)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, chosen=chosen, focused=bool(state & QStyle.StateFlag.State_HasFocus))
        left = box.left() + px(0.4)
        if self.several:
            self._tick_box(painter, QRectF(left + px(0.2), box.center().y() - px(0.6), px(1.2), px(1.2)), ticked=chosen)
            left += px(1.9)
        body = QRectF(left, box.top() + px(0.4), px(_WIDTH_EMS), px(_BODY_EMS))
        paint_small_body(painter, body, self._theme, entry)
        words = QRect(box)
        words.setLeft(left + px(_WIDTH_EMS + 0.6))
        self._write(painter, words.adjusted(0, px(0.5), -px(0.5), -px(0.4)), entry)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, *, chosen: bool, focused: bool) -> None:
        palette = self._theme.palette
        if chosen:
            painter.setPen(QPen(QColor(palette.primary), 2))
            painter.setBrush(QColor(palette.tint))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 8, 8)
            return
        painter.setPen(QColor(palette.border))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if focused:
            painter.setPen(QPen(QColor(palette.primary), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 8, 8)

    def _tick_box(self, painter: QPainter, box: QRectF, *, ticked: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.color("primary" if ticked else "quiet"), 1.5))
        painter.setBrush(theme.color("primary" if ticked else "card"))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            calendar_paint.tick(painter, box, theme.color("on_primary"))

    def _write(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        palette = self._theme.palette
        font = QFont(painter.font())
        font.setPixelSize(self._theme.em)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        height = box.height() // 3
        first, second, third = (QRect(box.left(), box.top() + n * height, box.width(), height) for n in range(3))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(bold)
        painter.setPen(QColor(palette.text))
        painter.drawText(first, flags, _fitting(wording.headings(entry), QFontMetrics(bold), box.width()))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        places = wording.places(entry, most=2)
        said = found_in(entry, self.wanted)
        if said.strip():
            painter.drawText(second, flags, metrics.elidedText(places, Qt.TextElideMode.ElideRight, box.width()))
            painter.setPen(QColor(palette.quiet))
            self._note(painter, third, said, font, bold)
        else:
            _write_two_lines(painter, second, third, places, metrics)

    def _note(self, painter: QPainter, box: QRect, said: str, font: QFont, bold: QFont) -> None:
        """Write the note's line, from its beginning or from before the first word looked for, those words in bold."""
        x = box.left()
        for shown, strong in excerpt(said, self.wanted):
            metrics = QFontMetrics(bold if strong else font)
            room = box.right() - x
            if room <= 0:
                break
            fits = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
            painter.setFont(bold if strong else font)
            painter.setPen(self._theme.color("text" if strong else "quiet"))
            line = QRect(x, box.top(), room + 2, box.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fits)
            x += metrics.horizontalAdvance(shown)


def paint_small_body(painter: QPainter, box: QRectF, theme: Theme, entry: Entry) -> None:
    """Paint the back and front figures with an entry's marks side by side into a box.

    Over them a tick for "no symptoms". For nothing said about places there are none, as their bare skin would say that
    nothing was felt: only how strong the pain was, or a question mark.
    """
    side = box.width() * 0.5
    sign = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    if entry.symptoms is None:
        if entry.rates_pain:
            calendar_paint.strength(painter, sign, theme, max(entry.pain_average or 0.0, entry.pain_worst or 0.0))
        else:
            calendar_paint.unknown(painter, sign, theme)
        return
    device = painter.device()
    image = _small_body(entry.marks, theme.palette, box.width(), box.height(), device.devicePixelRatioF())
    painter.drawImage(box.topLeft(), image)
    if not entry.symptoms:
        calendar_paint.free(painter, sign, theme)


@functools.lru_cache(maxsize=256)
def _small_body(symptoms: tuple[Symptom, ...], palette: Palette, width: float, height: float, ratio: float) -> QImage:
    """The picture itself, kept: scrolling and searching paint the same few bodies again and again."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    marks = body_painter.marks_of(symptoms)
    for picture in (Picture.BACK, Picture.FRONT):
        figure = _small_figure(picture, width / 2, height)
        body_painter.paint(painter, figure, palette, marks, numbers=False)
        painter.translate(width / 2, 0)
    painter.end()
    return image


@functools.lru_cache(maxsize=8)
def _small_figure(picture: Picture, width: float, height: float) -> Figure:
    return Figure(drawing.body(), QRectF(0, 0, width, height), (picture,))


def _fitting(texts: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """Return the first text that fits, or what fits of the last."""
    for text in texts:
        if metrics.horizontalAdvance(text) <= width:
            return text
    return metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, width)


def _write_two_lines(painter: QPainter, first: QRect, second: QRect, text: str, metrics: QFontMetrics) -> None:
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    words = text.split(" ")
    count = len(words)
    while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > first.width():
        count -= 1
    painter.drawText(
        first, flags, metrics.elidedText(" ".join(words[:count]), Qt.TextElideMode.ElideRight, first.width())
    )
    rest = metrics.elidedText(" ".join(words[count:]), Qt.TextElideMode.ElideRight, second.width())
    painter.drawText(second, flags, rest)
