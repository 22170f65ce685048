"""One region as a real button: a masked hit area with a name and a state. Its map paints it and decides."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QRegion,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from journal.domain.body import Region
from journal.i18n import _
from journal.ui.body_map.figure import RegionShape
from journal.ui.widgets.wheel import WheelSteps, scrolls

_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class RegionButton(QAbstractButton):
    """A named check box to a screen reader; checked while something is marked."""

    touched = Signal()
    dragged = Signal(QPoint)
    """Where the pressed pointer is, in the map's coordinates."""
    let_go = Signal()
    refine_asked = Signal()
    erase_asked = Signal()
    turned = Signal(int)
    """Steps of the wheel, up being stronger."""
    pointed_at = Signal(bool)
    focused = Signal(bool, bool)
    """Whether the focus came or went, and whether by a key."""

    def __init__(self, region: Region, part: RegionShape, parent: QWidget) -> None:
        super().__init__(parent)
        self.region = region
        self.part = part
        self._wheel = WheelSteps()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_(region.label))
        self.setAccessibleDescription(_("nothing marked"))
        self._marked = False
        self.clicked.connect(self._touch_once)
        self.toggled.connect(self._toggle)

    def show_marked(self, marked: bool) -> None:
        """Be checked while something is marked here."""
        self._marked = marked
        self.setChecked(marked)

    def place(self, part: RegionShape, area: QRegion) -> None:
        """Take the hit area of a placed part, in the map's coordinates."""
        self.part = part
        box = area.boundingRect().united(part.path.boundingRect().toAlignedRect())
        self.setGeometry(box)
        self.setMask(area.translated(-box.left(), -box.top()))

    def nextCheckState(self) -> None:
        """The state follows the marks, never the click alone."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the map has painted the whole body at once."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.touched.emit()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing: the first of the two clicks may have been meant for what lay here before, such as a dialog."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.let_go.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.refine_asked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.isChecked() or scrolls(self):  # over an empty place, or on a page that scrolls, it scrolls
            event.ignore()
            return
        steps = self._wheel.accept(event)
        if steps:
            self.turned.emit(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the map knows the way over the body

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed_at.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed_at.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True, event.reason() in _BY_KEYS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False, event.reason() in _BY_KEYS)

    @Slot(bool)
    def _toggle(self, checked: bool) -> None:
        """A screen reader's own press changes the state and nothing else: it means to mark, or to take away."""
        if checked == self._marked:
            return
        self.setChecked(self._marked)
        if checked:
            self._touch_once()
        else:
            self.erase_asked.emit()

    @Slot()
    def _touch_once(self) -> None:
        self.touched.emit()
        self.let_go.emit()
