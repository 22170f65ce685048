"""The body map: one picture painted at once, under one named button a region."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal import drawing
from journal.domain.body import REGIONS
from journal.drawing import Picture
from journal.i18n import _
from journal.ui.body_map import painter
from journal.ui.body_map.figure import Figure, Part
from journal.ui.body_map.region_button import RegionButton
from journal.ui.theme import Theme

_ARROWS = {
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
}


class BodyMap(QWidget):
    """Shows marks and says what the person does to it. It keeps no marks of its own making."""

    stroke_began = Signal(str)
    """A region was pressed."""
    stroke_reached = Signal(str)
    """The pressed pointer reached a further region."""
    stroke_ended = Signal()
    refine_asked = Signal(str)
    erase_asked = Signal(str)
    strength_typed = Signal(int)
    pointed_at = Signal(str)
    """The region under the pointer or the keyboard's focus; empty for none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = drawing.body()
        self._figure = Figure(self._drawing, QRectF(0, 0, *self._drawing.size))
        self._marks: painter.Marks = {}
        self._hovered: RegionButton | None = None
        self._in_stroke: set[str] = set()
        self._by_keys = False  # the ring shows only to whoever moves by keys
        self._buttons = [self._make_button(part) for part in self._figure.regions()]
        self._enter_by(self._buttons[0])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Body map"))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_marks(self, marks: painter.Marks, words: Mapping[str, str]) -> None:
        """Show these marks; `words` says for each marked region what is there, for ears."""
        self._marks = marks
        for button in self._buttons:
            button.setChecked(button.region.id in marks)
            button.setAccessibleDescription(words.get(button.region.id, _("nothing marked")))
        self.update()

    def buttons(self, region: str) -> list[RegionButton]:
        """The buttons of one region: one for each place it is drawn in."""
        return [button for button in self._buttons if button.region.id == region]

    def sizeHint(self) -> QSize:
        width, height = self._drawing.size
        return QSize(round(width), round(height) + 2 * self._label_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 300)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint = QPainter(self)
        painter.paint(paint, self._figure, self._theme.palette, self._marks, numbers=True)
        self._paint_labels(paint)
        if self._hovered is not None:
            self._ring(paint, self._hovered, 2.0)
        focused = self._focused()
        if focused is not None and focused.hasFocus() and self._by_keys:
            self._ring(paint, focused, 3.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._focused()
        if button is None or not self._on_key(button, event):
            super().keyPressEvent(event)

    @Slot()
    def _restyle(self) -> None:
        self._arrange()
        self.updateGeometry()
        self.update()

    def _make_button(self, part: Part) -> RegionButton:
        button = RegionButton(REGIONS[part.shape.region or ""], part, self)
        button.touched.connect(lambda: self._press(button))
        button.dragged.connect(self._drag)
        button.let_go.connect(self._release)
        button.refine_asked.connect(lambda: self.refine_asked.emit(button.region.id))
        button.pointed_at.connect(lambda inside: self._hover(button if inside else None))
        button.focused.connect(lambda gained: self._focus(button, gained))
        return button

    def _arrange(self) -> None:
        margin = self._label_height()
        target = QRectF(self.rect()).adjusted(4, margin, -4, -margin)
        if target.width() < 50 or target.height() < 50:
            return
        self._figure = Figure(self._drawing, target)
        for button, part in zip(self._buttons, self._figure.regions(), strict=True):
            button.place(part)
        self.update()

    def _label_height(self) -> int:
        return round(self._theme.em * 1.7)

    def _paint_labels(self, paint: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(round(self._theme.em * 0.87))
        paint.setFont(font)
        paint.setPen(self._theme.color("quiet"))
        left, right = _("your left"), _("your right")
        height = self._label_height()
        below = {
            Picture.BACK: _("Back"),
            Picture.FRONT: _("Front"),
            Picture.SOLES: _("Soles of your feet"),
            Picture.FEET: _("Feet, from above"),
        }
        for picture, frame in self._figure.frames.items():
            wide = frame.adjusted(-60, 0, 60, 0)
            under = QRectF(wide.left(), frame.bottom() + 2, wide.width(), height)
            paint.drawText(under, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, below[picture])
            if picture in (Picture.BACK, Picture.FRONT):
                sides = (left, right) if picture is Picture.BACK else (right, left)
                above = QRectF(frame.left(), frame.top() - height, frame.width(), height - 2)
                paint.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, sides[0])
                paint.drawText(above, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, sides[1])

    def _ring(self, paint: QPainter, button: RegionButton, width: float) -> None:
        paint.setPen(QPen(QColor(self._theme.palette.primary), width))
        paint.setBrush(Qt.BrushStyle.NoBrush)
        for twin in self.buttons(button.region.id):
            paint.drawPath(twin.part.path)

    def _press(self, button: RegionButton) -> None:
        self._by_keys = self._by_keys and button.hasFocus() and not button.underMouse()
        self._in_stroke = {button.region.id}
        self.stroke_began.emit(button.region.id)

    @Slot(QPoint)
    def _drag(self, where: QPoint) -> None:
        found = self.childAt(where)
        if isinstance(found, RegionButton) and found.region.id not in self._in_stroke:
            self._in_stroke.add(found.region.id)
            self.stroke_reached.emit(found.region.id)

    @Slot()
    def _release(self) -> None:
        self._in_stroke = set()
        self.stroke_ended.emit()

    def _hover(self, button: RegionButton | None) -> None:
        self._hovered = button
        self.pointed_at.emit(button.region.id if button else "")
        self.update()

    def _focus(self, button: RegionButton, gained: bool) -> None:
        if gained:
            self._enter_by(button)
        self.pointed_at.emit(button.region.id if gained else "")
        self.update()

    def _focused(self) -> RegionButton | None:
        widget = self.focusProxy()
        return widget if isinstance(widget, RegionButton) else None

    def _enter_by(self, button: RegionButton) -> None:
        """Tab enters the body in one place, the last one; arrows move on from there."""
        before = self._focused()
        if before is not None:
            before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(button)

    def _on_key(self, button: RegionButton, event: QKeyEvent) -> bool:
        self._by_keys = True
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._neighbour(button, _ARROWS[key]).setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.refine_asked.emit(button.region.id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.erase_asked.emit(button.region.id)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and not event.modifiers():
            self.strength_typed.emit(key - Qt.Key.Key_0)
        else:
            return False
        return True

    def _neighbour(self, button: RegionButton, way: QPointF) -> RegionButton:
        """The nearest region that way in the same picture; at its edge, sideways, in the next picture."""
        here = button.part.label_point
        same = [other for other in self._buttons if other.part.picture is button.part.picture]
        found = _nearest(here, way, button, same)
        if found is None and way.y() == 0:
            found = _nearest(here, way, button, self._buttons)
        return found or button


def _nearest(here: QPointF, way: QPointF, button: RegionButton, among: list[RegionButton]) -> RegionButton | None:
    best, shortest = None, float("inf")
    for other in among:
        offset = other.part.label_point - here
        along = QPointF.dotProduct(offset, way)
        across = abs(offset.x() * way.y() - offset.y() * way.x())
        if other is button or along < 2 or across > 2.5 * along:
            continue
        distance = along + 2 * across
        if distance < shortest:
            best, shortest = other, distance
    return best
