"""The wheel over a marked region: makes what is felt there stronger or weaker, each run of the wheel one step back."""

from PySide6.QtCore import QObject, QTimer, Slot

from journal.ui.check_in.board import Board
from journal.ui.check_in.brush_panel import BrushPanel

_RUN_ENDS_AFTER_MS = 600


class WheelStroke(QObject):
    """Changes the brush's own kind, or the only one felt there."""

    def __init__(self, board: Board, brush_panel: BrushPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._brush_panel = brush_panel
        self._region = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RUN_ENDS_AFTER_MS)
        self._timer.timeout.connect(self._end)

    @Slot(str, int)
    def turn(self, region: str, steps: int) -> None:
        """The wheel went so many steps over a region."""
        kinds = [mark.kind for mark in self._board.at(region)]
        if not kinds:
            return
        if region != self._region or not self._timer.isActive() or not self._board.in_stroke:
            self._board.begin()
        self._region = region
        kind = self._brush_panel.brush.kind
        self._board.strengthen(region, kind if kind in kinds else kinds[0], steps)
        self._timer.start()

    @Slot()
    def _end(self) -> None:
        self._board.end()
