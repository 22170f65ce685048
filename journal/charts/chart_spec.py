"""What a chart in the window is made of, and the pure work that draws it: no widget here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from journal.charts.pointing import Key, Pointing
    from journal.charts.raster import Chart, Raster
    from journal.charts.style import Style

ImageKind = Literal["png", "svg", "pdf"]
Draw = Callable[["Style", tuple[float, float]], "Chart"]
"""Draws for a style and a size in inches. It runs in another thread, so it must be a pure function of values."""

IMAGE_KINDS: tuple[ImageKind, ...] = ("png", "svg", "pdf")
"""What a chart can be saved as."""


@dataclass(frozen=True, slots=True)
class Tooltip:
    """What one thing on a chart says when it is pointed at."""

    title: str
    lines: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """All of it, to be read aloud."""
        return ". ".join((self.title, *self.lines))


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ChartSpec:
    """A chart with all that belongs to it; each is itself alone, and what was drawn of it goes with it."""

    draw: Draw
    words: str
    """The same in plain words, for ears and for those who prefer to read."""
    keys: "Sequence[Key]" = ()
    """What the arrow keys go through, in order."""
    tell: "Callable[[Key], Tooltip | None] | None" = None
    """What each thing says; None for what says nothing."""
    nearest: "Callable[[Key, float], Key] | None" = None
    """What a pointer means that is on a day: for that day, and how many pixels wide a day is, the day to tell of."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a drawing depends on besides its values."""

    dark: bool
    scale: float
    """Of the text."""
    width: int
    height: int
    """Logical pixels."""


def figure(draw: Draw, look: Rendering) -> "Chart":
    """Draw a chart for a look."""
    from journal.charts.raster import inches  # loads matplotlib: not before it is needed
    from journal.charts.style import Style

    style = (Style.dark if look.dark else Style.light)(look.scale)
    return draw(style, (inches(look.width), inches(look.height)))


def drawn(draw: Draw, look: Rendering, ratio: float) -> "tuple[Raster, Pointing]":
    """Return a chart as pixels, `ratio` of them for a logical one, with what lies where on it."""
    from journal.charts import pointing
    from journal.charts.raster import render

    made = figure(draw, look)
    return render(made, ratio), pointing.of(made)


def with_ending(path: Path, kind: str) -> Path:
    """Give a file the ending of the kind that was chosen, unless its name says another than the one suggested."""
    wanted = next((f".{name}" for name in IMAGE_KINDS if f"*.{name}" in kind), ".png")
    if path.suffix.lower() == ".png" and wanted != ".png":
        return path.with_suffix(wanted)
    known = path.suffix.lower().removeprefix(".") in IMAGE_KINDS
    return path if known else path.with_name(path.name + wanted)
