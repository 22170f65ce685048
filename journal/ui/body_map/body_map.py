"""The body map: one picture painted at once, under one named button a region."""

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from journal import drawing
from journal.domain.body import REGIONS
from journal.i18n import _
from journal.ui.body_map import anatomy, labels, painter, targets
from journal.ui.body_map.anatomy import Direction
from journal.ui.body_map.canvas import Canvas
from journal.ui.body_map.figure import Figure, RegionShape
from journal.ui.body_map.region_button import RegionButton
from journal.ui.theme import Theme
from journal.ui.widgets import buttons
from journal.ui.widgets.controls import tab_before

_WAYS = {
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_PageDown: Direction.NEXT,
    Qt.Key.Key_PageUp: Direction.PREVIOUS,
}
_SPOKEN_AT_ONCE = 3
"""More changes than this came from elsewhere, such as a loaded entry, and are not read out one by one."""
_RING_PX = 4


class BodyMap(QWidget):
    """Shows marks and says what the person does to it. It keeps no marks of its own making."""

    stroke_began = Signal(str)
    """A region was pressed."""
    stroke_reached = Signal(str)
    """The pressed pointer reached a further region."""
    stroke_ended = Signal()
    refine_asked = Signal(str)
    erase_asked = Signal(str)
    turned = Signal(str, int)
    """The wheel went so many steps over a region, up being stronger."""
    pointed_at = Signal(str)
    """The region under the pointer or the keyboard's focus; empty for none."""
    foot_pointed_at = Signal(str)
    """What a press on the foot under the pointer does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = drawing.body()
        self._canvas: Canvas | None = None
        self._marks: painter.Marks = {}
        self._hovered: RegionButton | None = None
        self._in_stroke: set[str] = set()
        self._by_keys = False  # the ring shows only to whoever moves by keys
        self._buttons: list[RegionButton] = []
        self._feet: dict[targets.Foot, targets.FootButton] = {}
        self._section: QRectF | None = None
        """What of the drawing shows, in its own coordinates; None for all of it."""
        self.whole = buttons.button(_("‹ Whole body"), self.show_whole, "small")
        self.whole.setParent(self)
        self.whole.setAccessibleDescription(_("A foot is shown large. Escape shows the whole body again."))
        self.whole.move(4, 4)
        self.whole.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Body map"))
        theme.changed.connect(self._restyle)  # it is arranged when it gets its size

    def show_marks(self, marks: painter.Marks, words: Mapping[str, str]) -> None:
        """Show these marks; `words` says for each region that changed what is there now, for ears."""
        self._marks = marks
        for region, said in words.items():
            for button in self.buttons(region):
                button.show_marked(region in marks)
                button.setAccessibleDescription(said)
        if self._canvas is not None:
            changed = self._canvas.show_marks(marks)
            # a stroke shows now, before the lists beside the body have found their new layout
            (self.repaint if len(words) <= _SPOKEN_AT_ONCE else self.update)(changed)
        if len(words) <= _SPOKEN_AT_ONCE:
            for region in words:
                self._speak(self.buttons(region)[0])

    @cached_property
    def _figure(self) -> Figure:
        """The body as it is placed; as it was drawn until then."""
        return Figure(self._drawing, QRectF(0, 0, *self._drawing.size))

    @property
    def region_buttons(self) -> list[RegionButton]:
        """One for each place that a region is drawn in: made when they are asked for, or once the body is painted.

        Before that nobody can press one, and the window shows the sooner.
        """
        if not self._buttons:
            self._make_buttons()
        return self._buttons

    def buttons(self, region: str) -> list[RegionButton]:
        """The buttons of one region: one for each place it is drawn in."""
        return [button for button in self.region_buttons if button.region.id == region]

    def width_for(self, height: int) -> int:
        """The width that fills a height."""
        return self.width_at((height - 2 * labels.height(self._theme)) / self._drawing.size[1])

    def scale_in(self, size: QSize) -> float:
        """How large the whole body is in a map of that size, 1 being as it was drawn."""
        wide, high = self._drawing.size
        return min((size.width() - 8) / wide, (size.height() - 2 * labels.height(self._theme)) / high)

    def width_at(self, scale: float) -> int:
        """The width that the whole body needs at that scale."""
        return round(self._drawing.size[0] * scale) + 8

    def sizeHint(self) -> QSize:
        height = self._theme.px(28)
        return QSize(self.width_for(height), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 250)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._buttons:
            QTimer.singleShot(0, self, self._make_buttons)
        canvas = self._canvas
        if canvas is None or canvas.ratio != self.devicePixelRatioF():
            canvas = self._canvas = self._new_canvas()
        paint = QPainter(self)
        canvas.draw(paint, event.rect())
        paint.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._section is None:
            labels.paint(paint, self._figure, self._theme)
        if self._hovered is not None:
            self._ring(paint, self._hovered, 2.0)
        focused = self._focused()
        if focused is not None and focused.hasFocus() and self._by_keys:
            self._ring(paint, focused, 3.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Reaches the map itself before it has its buttons; later only beside the body."""
        if not self._buttons:
            self._make_buttons()
            button = self.childAt(event.position().toPoint())
            if isinstance(button, RegionButton):
                button.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._focused()
        if button is None or not self._on_key(button, event):
            super().keyPressEvent(event)

    @Slot()
    def _restyle(self) -> None:
        self._arrange()
        self.updateGeometry()

    def _new_canvas(self) -> Canvas:
        canvas = Canvas(self._figure, self._theme.palette, self.size(), self.devicePixelRatioF(), self._theme.em * 1.0)
        canvas.show_marks(self._marks)
        return canvas

    def _make_foot(self, foot: targets.Foot) -> targets.FootButton:
        button = targets.FootButton(foot, self)
        button.clicked.connect(lambda: self.show_foot(foot))
        button.pointed_at.connect(lambda: self.foot_pointed_at.emit(button.accessibleName()))
        return button

    def _make_button(self, part: RegionShape) -> RegionButton:
        button = RegionButton(REGIONS[part.shape.region or ""], part, self)
        button.touched.connect(lambda: self._press(button))
        button.dragged.connect(self._drag)
        button.let_go.connect(self._release)
        button.refine_asked.connect(lambda: self.refine_asked.emit(button.region.id))
        button.erase_asked.connect(lambda: self.erase_asked.emit(button.region.id))
        button.turned.connect(lambda steps: self.turned.emit(button.region.id, steps))
        button.pointed_at.connect(lambda inside: self._hover(button if inside else None))
        button.focused.connect(lambda gained, by_key: self._focus(button, gained, by_key))
        return button

    def _arrange(self) -> None:
        margin = labels.height(self._theme)
        target = QRectF(self.rect()).adjusted(4, margin, -4, -margin)
        if target.width() < 50 or target.height() < 50:
            return
        self._figure = Figure(self._drawing, target, section=self._section)
        if self._buttons:
            self._place_buttons()
        self.whole.setVisible(self._section is not None)
        self._canvas = None
        self.update()

    @Slot()
    def _make_buttons(self) -> None:
        if self._buttons:
            return
        parts = list(self._figure.regions())
        self._buttons = [self._make_button(part) for part in parts]
        self._feet = {foot: self._make_foot(foot) for foot in targets.feet(parts)}
        tab_before(self.whole, *self._buttons)
        has_focus = self.hasFocus()
        self._enter_by(self._buttons[0])
        if has_focus:
            self._buttons[0].setFocus()
        for button in self._buttons:
            button.show()
        self._place_buttons()

    def _place_buttons(self) -> None:
        parts = list(self._figure.regions())
        for button, part, area in zip(self._buttons, parts, targets.hit_areas(parts), strict=True):
            button.place(part, area)
        self._arrange_feet(parts)

    def _arrange_feet(self, parts: list[RegionShape]) -> None:
        """Where a foot is too small, a press on it shows it large; the keyboard reaches its regions all the same."""
        by_part = dict(zip(map(id, parts), self._buttons, strict=True))
        for foot, those in targets.feet(parts).items():
            small = self._section is None and targets.too_small(foot, those)
            for part in those:
                by_part[id(part)].setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, small)
            self._feet[foot].place(those)
            self._feet[foot].setVisible(small)

    @Slot()
    def show_whole(self) -> None:
        """Show the whole body again."""
        self._show_section(None)

    def show_foot(self, foot: targets.Foot) -> None:
        """Show a foot as large as there is room."""
        whole = Figure(self._drawing, QRectF(0, 0, *self._drawing.size))  # in the drawing's own coordinates
        self._show_section(targets.around(targets.feet(list(whole.regions()))[foot]))

    def _show_section(self, section: QRectF | None) -> None:
        self._hover(None)
        self._section = section
        self._arrange()
        self.setAccessibleDescription("" if section is None else self.whole.accessibleDescription())

    def _ring(self, paint: QPainter, button: RegionButton, width: float) -> None:
        paint.setPen(QPen(QColor(self._theme.palette.primary), width))
        paint.setBrush(Qt.BrushStyle.NoBrush)
        for twin in self.buttons(button.region.id):
            paint.drawPath(twin.part.path)

    def _update_ring(self, *around: RegionButton | None) -> None:
        for button in around:
            for twin in self.buttons(button.region.id) if button else ():
                self.update(twin.geometry().adjusted(-_RING_PX, -_RING_PX, _RING_PX, _RING_PX))

    def _press(self, button: RegionButton) -> None:
        self._by_keys = self._by_keys and button.hasFocus() and not button.underMouse()
        self._in_stroke = {button.region.id}
        self.stroke_began.emit(button.region.id)

    @Slot(QPoint)
    def _drag(self, where: QPoint) -> None:
        found = self.childAt(where)
        if isinstance(found, RegionButton):
            self._hover(found)
            if found.region.id not in self._in_stroke:
                self._in_stroke.add(found.region.id)
                self.stroke_reached.emit(found.region.id)

    @Slot()
    def _release(self) -> None:
        self._in_stroke = set()
        self.stroke_ended.emit()

    def _hover(self, button: RegionButton | None) -> None:
        if button is not self._hovered:
            before, self._hovered = self._hovered, button
            self.pointed_at.emit(button.region.id if button else "")
            self._update_ring(before, button)

    def _focus(self, button: RegionButton, gained: bool, by_key: bool) -> None:
        if not isValid(self):  # its own end takes the focus from its button
            return
        if gained:
            self._by_keys = self._by_keys or by_key
            self._enter_by(button)
        if self._by_keys:
            self.pointed_at.emit(button.region.id if gained else "")
        self._update_ring(button)

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
        if key in _WAYS:
            self._go_to(button, _WAYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.refine_asked.emit(button.region.id)
        elif key == Qt.Key.Key_Escape and self._section is not None:
            self.show_whole()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.erase_asked.emit(button.region.id)
        else:
            return False
        return True

    def _go_to(self, button: RegionButton, way: Direction) -> None:
        there = anatomy.neighbour(button.part, way, [other.part for other in self.region_buttons])
        self._update_ring(button)
        if self._section is not None and not QRectF(self.rect()).contains(there.label_point):
            self.show_whole()  # the way leads off the foot
            there = next(other.part for other in self.region_buttons if other.part.shape is there.shape)
        next(other for other in self.region_buttons if other.part is there).setFocus(Qt.FocusReason.OtherFocusReason)

    def _speak(self, button: RegionButton) -> None:
        said = _("{place}: {felt}").format(place=button.accessibleName(), felt=button.accessibleDescription())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
