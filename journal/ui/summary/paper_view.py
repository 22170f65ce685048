"""The preview: the very pages that will be printed, one below the other, as wide as the window or a page at a time."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from journal.i18n import _
from journal.printing.layout import Paper
from journal.printing.painter import paint
from journal.printing.sheets import Document, Sheet, lay_out, missing_letters
from journal.report.options import PagePart
from journal.wording.page import numbered

_MARGIN = 18
_SHADOW = 9
_LEAST = QSize(280, 240)
_PREFERRED = QSize(620, 860)
_STEP = 1.25
_LARGEST = 4.0
"""Times the size at which the page is as wide as the window."""


class Zoom(StrEnum):
    """How large the pages are shown."""

    PAGE = "page"
    WIDTH = "width"


class PaperView(QAbstractScrollArea):
    """Shows all pages; a screen reader hears the sentences of the first.

    Keys: + and - or Ctrl and the wheel zoom, 0 the whole page, 1 the page's width, Page Up and Page Down turn pages.
    """

    turned = Signal()
    """Another page is in view, or another zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[Sheet, ...] = ()
        self._pictures: dict[int, QPixmap] = {}
        self.zoom: Zoom | float = Zoom.PAGE
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumSize(_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("The page as it will be printed"))
        self.verticalScrollBar().valueChanged.connect(self.turned)

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._sheets)

    @property
    def shortened(self) -> frozenset[PagePart]:
        """What the first page has no room for in full."""
        return self._sheets[0].shortened if self._sheets else frozenset()

    @property
    def page(self) -> int:
        """The page in the middle of the window, from 0."""
        middle = self.viewport().height() / 2
        return next((index for index in range(self.pages) if self.sheet_rect(index).bottom() + _MARGIN / 2 > middle), 0)

    def set_page(self, page: Document, paper: Paper = "a4") -> None:
        """Show that page and what follows it."""
        self._sheets = lay_out(page, paper)
        self.setAccessibleDescription(page.spoken)
        self._arrange()
        self.turned.emit()

    def set_zoom(self, zoom: Zoom | float) -> None:
        """Show the pages whole, as wide as the window, or so many times as large as that; the middle stays in place."""
        page, share = self.page, self._share_of_page()
        self.zoom = zoom if isinstance(zoom, Zoom) else min(_LARGEST, max(self._whole() / self._wide(), zoom))
        self._arrange()
        top = sum(self._height(index) + _MARGIN for index in range(page))
        if zoom is Zoom.PAGE:
            self.verticalScrollBar().setValue(round(top))
        else:
            self.verticalScrollBar().setValue(round(top + share * self._height(page) - self.viewport().height() / 2))
        self.turned.emit()

    def turn_to(self, page: int) -> None:
        """Bring a page into view, counted from 0."""
        page = min(max(0, page), self.pages - 1)
        self.verticalScrollBar().setValue(round(sum(self._height(index) + _MARGIN for index in range(page))))

    def position(self) -> str:
        """Say which page is in view: "Report 2 of 3"."""
        return numbered(self.page + 1, self.pages)

    def missing_letters(self) -> str:
        """Say that letters are missing, where there are such."""
        return missing_letters(self._sheets)

    def sheet_rect(self, index: int = 0) -> QRectF:
        """Where a sheet is in the window, scrolled as it is."""
        width, height = self._width(index), self._height(index)
        above = sum(self._height(before) + _MARGIN for before in range(index))
        left = max(float(_MARGIN), (self.viewport().width() - width) / 2) - self.horizontalScrollBar().value()
        top = self._top() + above - self.verticalScrollBar().value()
        return QRectF(left, top, width, height)

    def sizeHint(self) -> QSize:
        return _PREFERRED

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.set_zoom(self._scale() / self._wide() * _STEP)
            case Qt.Key.Key_Minus:
                self.set_zoom(self._scale() / self._wide() / _STEP)
            case Qt.Key.Key_0:
                self.set_zoom(Zoom.PAGE)
            case Qt.Key.Key_1:
                self.set_zoom(Zoom.WIDTH)
            case Qt.Key.Key_PageDown if self.zoom is Zoom.PAGE:
                self.turn_to(self.page + 1)
            case Qt.Key.Key_PageUp if self.zoom is Zoom.PAGE:
                self.turn_to(self.page - 1)
            case Qt.Key.Key_Home:
                self.turn_to(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._scale() / self._wide() * (_STEP if event.angleDelta().y() > 0 else 1 / _STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        visible = QRectF(self.viewport().rect())
        for index in range(self.pages):
            rect = self.sheet_rect(index)
            if not rect.adjusted(-_SHADOW, -_SHADOW, _SHADOW, 2 * _SHADOW).intersects(visible):
                self._pictures.pop(index, None)
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            for step in range(_SHADOW, 0, -1):
                painter.setBrush(QColor(0, 0, 0, 7))
                painter.drawRoundedRect(rect.adjusted(-step, -step + 3, step, step + 3), step, step)
            painter.fillRect(rect, QColor("white"))
            painter.drawPixmap(rect.topLeft(), self._picture(index, rect))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.palette().highlight().color())
            painter.drawRoundedRect(visible.adjusted(1, 1, -1, -1), 8, 8)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _picture(self, index: int, rect: QRectF) -> QPixmap:
        """Painted once for a size, so that scrolling and focus cost nothing."""
        known = self._pictures.get(index)
        if known is not None:
            return known
        ratio = self.devicePixelRatioF()
        picture = QPixmap((rect.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        try:
            paint(self._sheets[index], painter, QRectF(0, 0, rect.width(), rect.height()))
        finally:
            painter.end()
        self._pictures[index] = picture
        return picture

    def _arrange(self) -> None:
        """Give the scroll bars their ranges."""
        self._pictures.clear()
        room = self.viewport().size()
        wide = max((self._width(index) for index in range(self.pages)), default=0.0) + 2 * _MARGIN
        tall = sum(self._height(index) + _MARGIN for index in range(self.pages)) + _MARGIN
        needed = QPoint(round(wide) - room.width(), round(tall) - room.height())
        step = self._height(0) + _MARGIN if self.pages and self.zoom is Zoom.PAGE else room.height() * 0.9
        self.horizontalScrollBar().setRange(0, max(0, needed.x()))
        self.verticalScrollBar().setRange(0, max(0, needed.y()))
        self.verticalScrollBar().setPageStep(round(step))
        self.verticalScrollBar().setSingleStep(round(step / 12))
        self.viewport().update()

    def _top(self) -> float:
        """Where the first sheet begins; a single one that has room to spare stands in the middle."""
        spare = self.viewport().height() - self._height(0) if self.pages == 1 else 0.0
        return max(float(_MARGIN), spare / 2)

    def _share_of_page(self) -> float:
        """How far down the page in view the middle of the window is, 0..1."""
        rect = self.sheet_rect(self.page)
        return min(1.0, max(0.0, (self.viewport().height() / 2 - rect.top()) / max(1.0, rect.height())))

    def _size(self, index: int) -> QRectF:
        return self._sheets[index].size if self._sheets else QRectF(0, 0, 210, 297)

    def _wide(self) -> float:
        """Pixels a twip at which a sheet is as wide as the window; the scroll bar's room is always left."""
        bar = self.verticalScrollBar().sizeHint().width()
        return max(50.0, self.width() - bar - 2 * _MARGIN) / self._size(0).width()

    def _whole(self) -> float:
        return min(self._wide(), max(50.0, self.viewport().height() - 2 * _MARGIN) / self._size(0).height())

    def _scale(self) -> float:
        if self.zoom is Zoom.PAGE:
            return self._whole()
        return self._wide() * (1.0 if self.zoom is Zoom.WIDTH else float(self.zoom))

    def _width(self, index: int) -> float:
        return self._size(index).width() * self._scale()

    def _height(self, index: int) -> float:
        return self._size(index).height() * self._scale()
