"""Figures as pixels for the window."""

from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from journal.charts.canvas import SCREEN_DPI

Chart = Figure
"""What every chart's `draw` gives; other rooms name it so, since matplotlib is known in this one only."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A drawn figure: `pixels` is RGBA, 4 bytes a pixel, row after row from the top."""

    pixels: bytes
    width: int
    height: int


def inches(pixels: float) -> float:
    """The length in inches that a figure needs to be that many of the screen's logical pixels."""
    return pixels / SCREEN_DPI


def render(figure: Figure, ratio: float) -> Raster:
    """Draw a figure for a screen that shows `ratio` device pixels for a logical one."""
    figure.set_dpi(SCREEN_DPI * ratio)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    width, height = canvas.get_width_height()
    return Raster(bytes(canvas.buffer_rgba()), width, height)  # type: ignore[no-untyped-call]
