"""A chart in the window: drawn off the window's thread at the screen's own resolution, kept until it is new."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.ui.background import Latest
from journal.ui.theme import BASE_FONT_PX, Theme

if TYPE_CHECKING:
    from journal.charts.raster import Chart, Raster
    from journal.charts.style import Style

Draw = Callable[["Style", tuple[float, float]], "Chart"]
"""Draws for a style and a size in inches. It runs in another thread, so it must be a pure function of values."""

_SETTLE_MS = 60


@dataclass(frozen=True, slots=True)
class _Look:
    dark: bool
    scale: float
    """Of the text."""
    width: int
    height: int
    """Logical pixels."""


def _figure(draw: Draw, look: _Look) -> "Chart":
    from journal.charts.raster import inches  # loads matplotlib: not before it is needed
    from journal.charts.style import Style

    style = (Style.dark if look.dark else Style.light)(look.scale)
    return draw(style, (inches(look.width), inches(look.height)))


def _raster(draw: Draw, look: _Look, ratio: float) -> "Raster":
    from journal.charts.raster import render

    return render(_figure(draw, look), ratio)


class ChartView(QWidget):
    """Shows what `draw` draws. `words` is the same in plain words, for ears and for those who prefer to read."""

    told = Signal(str)

    def __init__(self, theme: Theme, name: str, height_ems: float) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._height_ems = height_ems
        self._draw: Draw | None = None
        self._image = QImage()
        self._artist: Latest[Raster] = Latest(self)
        self._artist.answered.connect(self._take)
        self._artist.failed.connect(self._fail)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._redraw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_chart(self, draw: Draw, words: str) -> None:
        """Show another chart."""
        self._draw = draw
        self.setAccessibleDescription(words)
        self._settle.start()

    @property
    def drawn(self) -> bool:
        """Whether what shows is what was last asked for."""
        return not self._image.isNull() and not self._artist.busy and not self._settle.isActive()

    def finish(self) -> None:
        """Let no thread work on: before closing."""
        self._settle.stop()
        self._artist.wait()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(self._height_ems))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.setPen(self._theme.color("quiet"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Drawing …"))
        else:
            painter.drawImage(self.rect(), self._image)
        if self.hasFocus():
            painter.setPen(self._theme.color("primary"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        self._settle.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(_("Save this chart …"), self._save)
        menu.addAction(_("Copy as a picture"), lambda: QGuiApplication.clipboard().setImage(self._image))
        menu.addAction(_("Copy in words"), lambda: QGuiApplication.clipboard().setText(self.accessibleDescription()))
        menu.exec(event.globalPos())

    def save_to(self, path: Path) -> None:
        """Write the chart to a .png, .svg or .pdf file, as it shows. Raises JournalError."""
        from journal.charts.save import save

        if self._draw is not None:
            save(_figure(self._draw, self._look()), path)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(self._height_ems))
        self._settle.start()

    @Slot()
    def _redraw(self) -> None:
        draw = self._draw
        if draw is None or not self.isVisible() or self.width() < 50:
            return
        look, ratio = self._look(), self.devicePixelRatioF()
        self._artist.ask(lambda: _raster(draw, look, ratio))

    def _look(self) -> "_Look":
        return _Look(self._theme.palette.dark, self._theme.em / BASE_FONT_PX, self.width(), self.height())

    @Slot(object)
    def _take(self, raster: "Raster") -> None:
        image = QImage(raster.pixels, raster.width, raster.height, 4 * raster.width, QImage.Format.Format_RGBA8888)
        self._image = image.copy()  # QImage only borrows the bytes
        self.update()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        raise error

    def _save(self) -> None:
        kinds = ";;".join((_("Picture (*.png)"), _("Drawing (*.svg)"), _("PDF (*.pdf)")))
        name, _kind = QFileDialog.getSaveFileName(self, _("Save this chart"), f"{self._name}.png", kinds)
        if not name:
            return
        try:
            self.save_to(Path(name))
        except JournalError as error:
            self.told.emit(str(error))
        else:
            self.told.emit(_("Saved as {name}.").format(name=Path(name).name))
