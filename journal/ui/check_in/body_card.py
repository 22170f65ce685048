"""The body and what is done to it: strokes become marks on the marks, and the marks show on the map."""

from PySide6.QtCore import QElapsedTimer, QSize, Qt, Slot
from PySide6.QtWidgets import QApplication

from journal.domain.entry import Symptom
from journal.i18n import _
from journal.ui.body_map.body_map import BodyMap
from journal.ui.body_map.painter import marks_of
from journal.ui.check_in.brush_panel import BrushPanel
from journal.ui.check_in.marks_model import Brush, MarksModel
from journal.ui.check_in.refine_dialog import RefineDialog
from journal.ui.check_in.wheel_stroke import WheelStroke
from journal.ui.theme import Theme
from journal.ui.widgets import dialogs
from journal.ui.widgets.controls import Card, FittingLabel
from journal.wording import entries, labels

_MARGIN, _GAP = 10, 4


class BodyCard(Card):
    """The map, and the place under the pointer in words."""

    def __init__(self, theme: Theme, marks: MarksModel, brush_panel: BrushPanel) -> None:
        super().__init__()
        self._theme = theme
        self._marks_model = marks
        self._brush_panel = brush_panel
        self._since_paint = QElapsedTimer()
        self._last_painted = ""
        self._pointed_at = ""
        self._shown: dict[str, tuple[Symptom, ...]] = {}
        self.map = BodyMap(theme)
        self.hint = FittingLabel("quiet")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.body.setSpacing(_GAP)
        self.body.addWidget(self.map, 1)
        self.body.addWidget(self.hint)
        self.map.stroke_began.connect(self._press)
        self.map.stroke_reached.connect(self.paint_region)
        self.map.stroke_ended.connect(marks.end)
        self.map.refine_asked.connect(self.refine)
        self.map.erase_asked.connect(self.erase)
        self.map.turned.connect(WheelStroke(marks, brush_panel, self).turn)
        self.map.pointed_at.connect(self._point_at)
        self.map.foot_pointed_at.connect(self.hint.say)
        marks.changed.connect(self._show_marks)
        self._show_marks()

    def width_for(self, height: int) -> int:
        """The width that the card needs so that the body fills its height."""
        around = 2 * _MARGIN + 2
        return self.map.width_for(height - around - _GAP - self.hint.sizeHint().height()) + around

    def scale_in(self, size: QSize) -> float:
        """How large the body is in a card of that size, 1 being as it was drawn."""
        around = 2 * _MARGIN + 2
        hint = _GAP + self.hint.sizeHint().height()
        return self.map.scale_in(size - QSize(around, around + hint))

    def width_at(self, scale: float) -> int:
        """The width that the card needs for a body of that size."""
        return self.map.width_at(scale) + 2 * _MARGIN + 2

    @Slot(str)
    def paint_region(self, region: str) -> None:
        """Touch a region with the brush."""
        self._marks_model.paint(region, self._brush_panel.brush)
        self._last_painted = region
        self._since_paint.start()

    @Slot(str)
    def erase(self, region: str) -> None:
        """Take away everything marked in a region."""
        self._marks_model.paint(region, Brush(None, 1))

    @Slot(str)
    def refine(self, region: str) -> None:
        """Ask exactly what is felt in one region."""
        dialog = RefineDialog(self._theme, region, self._marks_model.at(region), self)
        if dialogs.accepted(dialog):
            self._marks_model.refine(region, dialog.symptoms())

    @Slot(str)
    def _press(self, region: str) -> None:
        brush = self._brush_panel.brush
        here = {mark.kind: mark.intensity for mark in self._marks_model.at(region)}
        again = brush.kind is not None and here.get(brush.kind) == brush.strength
        if again and not self._double_click(region):
            self.refine(region)
            return
        self._marks_model.begin()
        self.paint_region(region)

    def _double_click(self, region: str) -> bool:
        interval = QApplication.doubleClickInterval()
        return region == self._last_painted and self._since_paint.isValid() and self._since_paint.elapsed() < interval

    @Slot()
    def _show_marks(self) -> None:
        before, self._shown = self._shown, self._marks_model.by_region()
        changed = [region for region in {*before, *self._shown} if before.get(region) != self._shown.get(region)]
        words = {region: self._felt(region) for region in changed}
        self.map.show_marks(marks_of(self._marks_model.symptoms), words)
        self._point_at(self._pointed_at)

    @Slot(str)
    def _point_at(self, region: str) -> None:
        self._pointed_at = region
        if not region and self._marks_model.said == ():
            self.hint.say(_("No symptoms · click or drag to paint a place"), _("No symptoms"))
        elif not region:
            self.hint.say(
                _("Click or drag to paint · right-click to say more · arrow keys and Space work too"),
                _("Click or drag to paint · right-click for more"),
                _("Click or drag to paint"),
                _("Click to paint"),
            )
        else:
            self.hint.say(_("{place}: {felt}").format(place=labels.region(region), felt=self._felt(region)))

    def _felt(self, region: str) -> str:
        return entries.felt(self._marks_model.at(region)) or _("nothing marked")
