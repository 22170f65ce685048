"""Draws charts off the window's thread, and keeps the last of them, so that going back to one draws nothing."""

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from journal.charts.chart_spec import ChartSpec, Rendering, drawn
from journal.ui.tasks import LatestTask

if TYPE_CHECKING:
    from journal.charts.pointing import Pointing
    from journal.charts.raster import Raster

_KEPT = 6
"""As many as there are ranges to choose from."""


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart as it was drawn."""

    chart: ChartSpec
    look: Rendering
    ratio: float
    image: QImage
    pointing: "Pointing"


class ChartArtist(QObject):
    """Answers the latest chart asked for."""

    answered = Signal(object)
    """A `DrawnChart`."""

    def __init__(self, parent: QObject, pool: QThreadPool | None = None) -> None:
        super().__init__(parent)
        self._kept: deque[DrawnChart] = deque(maxlen=_KEPT)
        self._asked: tuple[ChartSpec, Rendering, float]
        self._task: LatestTask[tuple[Raster, Pointing]] = LatestTask(self, pool)
        self._task.answered.connect(self._accept)
        self._task.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._task.busy

    def ask(self, chart: ChartSpec, look: Rendering, ratio: float) -> None:
        """Draw a chart, or answer at once with what was drawn. ratio: the screen's pixels to a pixel of the look."""
        self._asked = chart, look, ratio
        known = next((one for one in self._kept if one.chart is chart and (one.look, one.ratio) == (look, ratio)), None)
        if known is None:
            self._task.ask(lambda: drawn(chart.draw, look, ratio))
        else:
            self._task.drop()
            self.answered.emit(known)

    def wait(self) -> None:
        """Let nothing run on, and tell nothing: before closing."""
        self._task.wait()

    @Slot(object)
    def _accept(self, drawn: "tuple[Raster, Pointing]") -> None:
        raster, pointing = drawn
        image = QImage(raster.pixels, raster.width, raster.height, 4 * raster.width, QImage.Format.Format_RGBA8888)
        image = image.convertToFormat(QImage.Format.Format_RGB32)  # charts are opaque; QImage only borrows the bytes
        self._kept.append(DrawnChart(*self._asked, image, pointing))
        self.answered.emit(self._kept[-1])

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        raise error
