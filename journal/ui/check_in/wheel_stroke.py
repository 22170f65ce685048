"""The wheel over a marked region: makes what is felt there stronger or weaker, each run of the wheel one step back."""

from PySide6.QtCore import QObject, Slot

from journal.ui.check_in.brush_panel import BrushPanel
from journal.ui.check_in.marks_model import MarksModel
from journal.ui.widgets.controls import single_shot

_RUN_ENDS_AFTER_MS = 600


class WheelStroke(QObject):
    """Changes the brush's own kind, or the only one felt there."""

    def __init__(self, marks: MarksModel, brush_panel: BrushPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._marks_model = marks
        self._brush_panel = brush_panel
        self._region = ""
        self._timer = single_shot(self, _RUN_ENDS_AFTER_MS, marks.end)

    @Slot(str, int)
    def turn(self, region: str, steps: int) -> None:
        """The wheel went so many steps over a region."""
        kinds = [mark.kind for mark in self._marks_model.at(region)]
        if not kinds:
            return
        if region != self._region or not self._timer.isActive() or not self._marks_model.in_stroke:
            self._marks_model.begin()
        self._region = region
        kind = self._brush_panel.brush.kind
        self._marks_model.strengthen(region, kind if kind in kinds else kinds[0], steps)
        self._timer.start()
