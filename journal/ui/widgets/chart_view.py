"""A chart in the window: drawn at the screen's own resolution, and pointed at like a map."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from journal.charts.chart_spec import ChartSpec, Rendering, Tooltip, figure, with_ending
from journal.domain.errors import JournalError
from journal.i18n import _
from journal.ui.theme import BASE_FONT_PX, Theme
from journal.ui.widgets import dialogs
from journal.ui.widgets.chart_artist import ChartArtist, DrawnChart
from journal.ui.widgets.controls import announce, single_shot
from journal.ui.widgets.hint import Hint
from journal.ui.widgets.roles import set_accessible_role

if TYPE_CHECKING:
    from journal.charts.pointing import Key, Pointing, Spot

_SETTLE_MS = 40
_STEPS_A_PAGE = 7


class ChartView(QWidget):
    """Shows a chart, drawn when it comes into view; pointer and arrow keys tell its values, a click or Enter opens."""

    message = Signal(str)
    saved = Signal(str, object)
    """What was saved in a sentence, and the file."""
    opened = Signal(object)
    """The key of what was clicked, or of what the cursor is on at Enter."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        height_ems: float | Callable[[float], float],
        pool: QThreadPool | None = None,
    ) -> None:
        """height_ems: how high it is, in lines of text; or how high for a width in those."""
        super().__init__()
        self._theme = theme
        self._name = name
        self._height_ems = height_ems
        self._chart: ChartSpec | None = None
        self._image = QImage()
        self._pointing: Pointing | None = None
        self._stale = True
        self._delay_ms = _SETTLE_MS
        self.cursor_on: Key | None = None
        """What the pointer or the arrow keys are on."""
        self.hint = Hint(theme, self, self.forget_cursor)
        self._artist = ChartArtist(self, pool)
        self._artist.answered.connect(self._show)
        self._settle = single_shot(self, _SETTLE_MS, self._redraw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        set_accessible_role(self, QAccessible.Role.Graphic)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_chart(self, chart: ChartSpec) -> None:
        """Show another chart; it is drawn as soon as it is seen."""
        self._chart = chart
        self.setAccessibleDescription(chart.words)
        self.forget_cursor()
        self._update_layout()
        self._outdate(0)

    @property
    def drawn(self) -> bool:
        """Whether what shows is what was last asked for."""
        return not self._image.isNull() and not self._stale and not self._artist.busy

    @property
    def words(self) -> str:
        """The chart in plain words."""
        return "" if self._chart is None else self._chart.words

    @property
    def picture(self) -> QImage:
        """The chart as it shows."""
        return self._image

    def place_of(self, key: "Key") -> QRectF | None:
        """Where something is, in the widget's coordinates; None while it is not drawn, or not on the chart."""
        spots = self._pointing.where(key) if self._pointing else ()
        return self._rect(spots[0]) if spots else None

    def menu(self) -> QMenu:
        """Build what can be done with the chart."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Save this chart …"), self._save)
        menu.addAction(_("Copy as a picture"), self._copy_picture)
        menu.addAction(_("Copy in words"), self._copy_words)
        return menu

    def save_to(self, path: Path) -> None:
        """Write the chart to a .png, .svg or .pdf file, as it shows. Raises JournalError."""
        from journal.charts.save import save

        if self._chart is not None:
            save(figure(self._chart.draw, self._look()), path)

    def finish(self) -> None:
        """Let no thread work on: before closing."""
        self._settle.stop()
        self._artist.wait()

    @Slot()
    def forget_cursor(self) -> None:
        """Point at nothing, and tell nothing."""
        self.hint.hide()
        if self.cursor_on is not None:
            self.cursor_on = None
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stale and not self._settle.isActive():
            # it is in view, or it would not be painted; the first time there is no picture to go on showing
            self._settle.start(0 if self._image.isNull() else self._delay_ms)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        if self._image.isNull():
            painter.setPen(self._theme.color("quiet"))
            # Translators: the chart is being drawn.
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Drawing …"))
        else:
            painter.drawImage(self.rect(), self._image)
        self._paint_cursor(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._update_layout()
        if event.size() != event.oldSize():
            self.forget_cursor()
            self._outdate()

    def showEvent(self, event: QShowEvent) -> None:
        self._update_layout()

    def hideEvent(self, event: QHideEvent) -> None:
        self.forget_cursor()
        self._settle.stop()
        if self._artist.busy:  # drawn when it is seen again: the page that shows now is not to wait for it
            self._artist.drop()
            self._stale = True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._outdate()
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.forget_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.forget_cursor()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.forget_cursor()
        event.ignore()  # the page scrolls

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.point_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.cursor_on is not None:
            self.opened.emit(self.cursor_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = self._chart.keys if self._chart else ()
        here = keys.index(self.cursor_on) if self.cursor_on in keys else None
        last = len(keys) - 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.cursor_on is not None:
            self.opened.emit(self.cursor_on)
        elif event.key() == Qt.Key.Key_Escape and self.cursor_on is not None:
            self.forget_cursor()
        elif keys and event.key() in _STEPS:
            step = _STEPS[event.key()]
            self.move_cursor_to(keys[last if here is None and step < 0 else max(0, min(last, (here or 0) + step))])
        elif keys and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.move_cursor_to(keys[0 if event.key() == Qt.Key.Key_Home else last])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def point_at(self, at: QPointF) -> None:
        key = self._key_at(at)
        told = self._told(key)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if told and isinstance(key, date) else Qt.CursorShape.ArrowCursor
        )
        if told is None:
            self.forget_cursor()
            return
        self.cursor_on = key
        self.hint.show_at(told, QRectF(at.x() - 8, at.y() - 8, 16, 16))
        self.update()

    def _key_at(self, at: QPointF) -> "Key | None":
        if self._pointing is None or self._chart is None or not self.width():
            return None
        key = self._pointing.at(at.x() / self.width(), at.y() / self.height())
        column = self.place_of(key) if isinstance(key, date) else None
        if key is None or column is None or self._chart.nearest is None:
            return key
        return self._chart.nearest(key, column.width())

    def _told(self, key: "Key | None") -> Tooltip | None:
        chart = self._chart
        return chart.tell(key) if chart and chart.tell and key is not None and key in chart.keys else None

    def move_cursor_to(self, key: "Key") -> None:
        """Put the cursor on something by the keyboard, and say it."""
        told, place = self._told(key), self.place_of(key)
        self.cursor_on = key
        self.update()
        if told is None:
            return
        if place is not None:
            self.hint.show_at(told, place)
        announce(self, told.whole)

    def _paint_cursor(self, painter: QPainter) -> None:
        if self.cursor_on is None or self._pointing is None:
            return
        colour = self._theme.color("primary")
        for spot in self._pointing.where(self.cursor_on):
            rect = self._rect(spot)
            painter.setPen(QPen(colour, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if spot.outline:
                painter.drawPolygon(QPolygonF([self._at(x, y) for x, y in spot.outline]))
            elif isinstance(spot.key, date) and rect.height() > 3 * rect.width():
                wash = QColor(colour)
                wash.setAlpha(36)
                wide = max(rect.width(), 3.0)
                painter.fillRect(QRectF(rect.center().x() - wide / 2, rect.top(), wide, rect.height()), wash)
                painter.setPen(QPen(colour, 1))
                painter.drawLine(QPointF(rect.center().x(), rect.top()), QPointF(rect.center().x(), rect.bottom()))
            else:
                painter.drawRect(rect.adjusted(-1, -1, 1, 1))

    def _rect(self, spot: "Spot") -> QRectF:
        box = spot.box
        return QRectF(self._at(box.left, box.top), self._at(box.right, box.bottom))

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.width(), y * self.height())

    def _update_layout(self) -> None:
        """Be as high as the width asks."""
        ems = self._height_ems
        height = self._theme.px(ems(self.width() / self._theme.em) if callable(ems) else ems)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def _outdate(self, delay_ms: int = _SETTLE_MS) -> None:
        """Draw anew as soon as it is seen. delay_ms: how long to wait for more of the same, as in a resize."""
        self._delay_ms = delay_ms
        self._stale = True
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self._update_layout()
        self._outdate()

    @Slot()
    def _redraw(self) -> None:
        chart = self._chart
        if chart is None or self.width() < 50:
            return
        self._stale = False
        self._artist.ask(chart, self._look(), self.devicePixelRatioF())

    def _look(self) -> Rendering:
        return Rendering(self._theme.palette.dark, self._theme.em / BASE_FONT_PX, self.width(), self.height())

    @Slot(object)
    def _show(self, one: DrawnChart) -> None:
        self._image, self._pointing = one.image(), one.pointing
        self.update()

    @Slot()
    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self._image)
        self.message.emit(_("The picture is copied."))

    @Slot()
    def _copy_words(self) -> None:
        QGuiApplication.clipboard().setText(self.words)
        self.message.emit(_("The words are copied."))

    @Slot()
    def _save(self) -> None:
        kinds = ";;".join((_("Picture (*.png)"), _("Drawing (*.svg)"), _("PDF (*.pdf)")))
        chosen = dialogs.choose_place_and_kind(self, _("Save this chart"), kinds, f"{self._name}.png")
        if chosen is None:
            return
        try:
            self.save_to(path := with_ending(*chosen))
        except JournalError as error:
            self.message.emit(str(error))
        else:
            self.saved.emit(_("Saved as {name}.").format(name=path), path)


_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -_STEPS_A_PAGE,
    Qt.Key.Key_PageDown: _STEPS_A_PAGE,
}
