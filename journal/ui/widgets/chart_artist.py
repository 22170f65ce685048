"""Draws charts off the window's thread, and keeps each while its page does, so that going back to one draws nothing."""

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from journal.charts.chart_spec import ChartSpec, Rendering, drawn
from journal.ui.tasks import LatestTask

if TYPE_CHECKING:
    from journal.charts.pointing import Pointing


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart as it was drawn."""

    look: Rendering
    ratio: float
    packed: bytes
    """Its pixels, which are flat colours: packed they take a fiftieth of the memory."""
    width: int
    height: int
    pointing: "Pointing"

    def image(self) -> QImage:
        """Unpack the picture."""
        pixels = zlib.decompress(self.packed)
        image = QImage(pixels, self.width, self.height, 4 * self.width, QImage.Format.Format_RGBA8888)
        return image.convertToFormat(QImage.Format.Format_RGB32)  # charts are opaque; QImage only borrows the bytes


class ChartArtist(QObject):
    """Answers the latest chart asked for."""

    answered = Signal(object)
    """A `DrawnChart`."""

    def __init__(self, parent: QObject, pool: QThreadPool | None = None) -> None:
        super().__init__(parent)
        self._kept: WeakKeyDictionary[ChartSpec, DrawnChart] = WeakKeyDictionary()
        self._asked: ChartSpec
        self._task: LatestTask[DrawnChart] = LatestTask(self, pool)
        self._task.answered.connect(self._accept)
        self._task.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._task.busy

    def ask(self, chart: ChartSpec, look: Rendering, ratio: float) -> None:
        """Draw a chart, or answer at once with what was drawn. ratio: the screen's pixels to a pixel of the look."""
        self._asked = chart
        known = self._kept.get(chart)
        if known is None or (known.look, known.ratio) != (look, ratio):
            self._task.ask(lambda: _draw(chart, look, ratio))
        else:
            self._task.drop()
            self.answered.emit(known)

    def drop(self) -> None:
        """Want no chart any more."""
        self._task.drop()

    def wait(self) -> None:
        """Let nothing run on, and tell nothing: before closing."""
        self._task.wait()

    @Slot(object)
    def _accept(self, made: DrawnChart) -> None:
        self._kept[self._asked] = made
        self.answered.emit(made)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        raise error


def _draw(chart: ChartSpec, look: Rendering, ratio: float) -> DrawnChart:
    """In the other thread."""
    raster, pointing = drawn(chart.draw, look, ratio)
    return DrawnChart(look, ratio, zlib.compress(raster.pixels, 1), raster.width, raster.height, pointing)
