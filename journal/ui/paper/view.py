"""The preview: the very page that will be printed, scaled to fit, on a soft shadow."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.i18n import _
from journal.report.content import Page
from journal.ui.paper.layout import Paper, Sheet, lay_out
from journal.ui.paper.painter import paint

_MARGIN = 18
_SHADOW = 9
_LEAST = QSize(280, 380)
_PREFERRED = QSize(620, 860)


class PaperView(QWidget):
    """Shows one page; a screen reader hears its sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._picture = QPixmap()
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("The page as it will be printed"))

    def set_page(self, page: Page, paper: Paper = "a4") -> None:
        """Show that page."""
        self._sheet = lay_out(page, paper)
        self._picture = QPixmap()
        said = [f"{direction.lead}{direction.rest}" for direction in page.directions]
        self.setAccessibleDescription(" ".join([page.dates, page.logged, *said]))
        self.update()

    def sheet_rect(self) -> QRectF:
        """Where the sheet is in the widget: as large as fits, centred."""
        size = self._sheet.size if self._sheet else QRectF(0, 0, 210, 297)
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / size.width(), room.height() / size.height())
        fitted = QRectF(0, 0, size.width() * scale, size.height() * scale)
        fitted.moveCenter(room.center())
        return fitted

    def sizeHint(self) -> QSize:
        return _PREFERRED

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = QPixmap()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = self.sheet_rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 7))
            painter.drawRoundedRect(rect.adjusted(-step, -step + 3, step, step + 3), step, step)
        painter.fillRect(rect, QColor("white"))
        if self._sheet is not None:
            if self._picture.isNull():
                self._picture = self._painted(rect)
            painter.drawPixmap(rect.topLeft(), self._picture)

    def _painted(self, rect: QRectF) -> QPixmap:
        """Painted once for a size, so that scrolling and focus cost nothing."""
        assert self._sheet is not None
        ratio = self.devicePixelRatioF()
        picture = QPixmap((rect.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        try:
            paint(self._sheet, painter, QRectF(0, 0, rect.width(), rect.height()))
        finally:
            painter.end()
        return picture
