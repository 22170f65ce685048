"""What all charts share: a bare figure measured in inches, text in the style's type, and sensible date ticks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text

from journal import i18n
from journal.charts.style import Style

POINTS_AN_INCH = 72.0
SCREEN_DPI = 100.0
_LATIN_ENDS = "\u0250"
"""Letters before it are in every family."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the figure in inches, from its top left corner."""

    left: float
    top: float
    width: float
    height: float


def figure(style: Style, size_inches: tuple[float, float]) -> Figure:
    """Return an empty figure on the style's ground, with a canvas that needs no screen."""
    made = Figure(figsize=size_inches, dpi=SCREEN_DPI, facecolor=style.colours.card, edgecolor="none")
    FigureCanvasAgg(made)
    return made


def axes(made: Figure, box: Box, name: str) -> Axes:
    """Add bare axes, without frame and ticks, where the box says; `name` finds them again."""
    width, height = made.get_size_inches()
    place = (box.left / width, 1 - (box.top + box.height) / height, box.width / width, box.height / height)
    added = made.add_axes(place, label=name, facecolor="none")
    added.set_axis_off()
    return added


def write(
    made: Figure,
    style: Style,
    words: str,
    at: tuple[float, float],
    *,
    rank: float = 1.0,
    colour: str | None = None,
    bold: bool = False,
    across: str = "left",
    up: str = "baseline",
    name: str | None = None,
) -> Text:
    """Write a text at inches from the figure's top left corner."""
    width, height = made.get_size_inches()
    return made.text(
        at[0] / width,
        1 - at[1] / height,
        words,
        color=colour or style.colours.text,
        gid=name,
        parse_math=False,
        **type_of(style, words, rank, bold),
        ha=across,
        va=up,
    )


def type_of(style: Style, words: str, rank: float = 1.0, bold: bool = False) -> dict[str, Any]:
    """Return what a matplotlib text takes to be set in the style's type."""
    plain = max(words, default=" ") < _LATIN_ENDS  # every further family costs time
    return {
        "fontfamily": list(style.fonts[:1] if plain else style.fonts),
        "fontsize": style.size(rank),
        "fontweight": "bold" if bold else "normal",
    }


def width_of(made: Figure, style: Style, words: str, rank: float = 1.0, bold: bool = False) -> float:
    """Return how wide a text will be, in inches. Remembered, since every redraw asks for the same."""
    asked = (words, style.fonts, style.size(rank), bold)
    if (known := _widths.get(asked)) is not None:
        return known
    probe = Text(0, 0, words, figure=made, parse_math=False, **type_of(style, words, rank, bold))
    width = float(probe.get_window_extent(made.canvas.get_renderer()).width / made.dpi)  # type: ignore[attr-defined]
    if len(_widths) >= _MOST_WIDTHS:
        _widths.clear()
    _widths[asked] = width
    return width


_ELLIPSIS = "…"
_widths: dict[tuple[str, tuple[str, ...], float, bool], float] = {}
_MOST_WIDTHS = 4000


def shortened(made: Figure, style: Style, name: str, room: float, rank: float = 1.0) -> str:
    """Cut a name to the inches there are, with an ellipsis where something is lost."""
    name = " ".join(name.split())
    if width_of(made, style, name, rank) <= room:
        return name
    low, high = 1, min(len(name), 80)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(made, style, name[:middle] + _ELLIPSIS, rank) <= room:
            low = middle
        else:
            high = middle - 1
    return name[:low].rstrip() + _ELLIPSIS


def key_gap(style: Style) -> float:
    """Return the inches from the baseline of the dates to the baseline of the key below them."""
    return 0.22 * max(1.0, style.scale)


def over(colour: str, ground: str, share: float) -> tuple[float, float, float]:
    """Return a colour laid thinly on a ground, itself opaque: a PDF holds each translucent line as an area."""
    pairs = zip(to_rgb(colour), to_rgb(ground), strict=True)
    red, green, blue = (share * above + (1 - share) * below for above, below in pairs)
    return red, green, blue


def line_height(style: Style, rank: float = 1.0) -> float:
    """Return the height of a line of text, in inches."""
    return style.size(rank) * 1.35 / POINTS_AN_INCH


@dataclass(frozen=True, slots=True)
class Tick:
    """A date worth naming on the axis."""

    day: date
    label: str


_DAY_STEPS = (1, 2, 7, 14, 28)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


def date_ticks(first: date, last: date, room: int) -> tuple[Tick, ...]:
    """Choose at most `room` dates to name: days counted back from the last, or first days of months."""
    room = max(2, room)
    span = (last - first).days
    for step in _DAY_STEPS:
        if span // step + 1 <= room and not (step == 28 and span > 200):
            days = [last - timedelta(days=step * index) for index in range(span // step, -1, -1)]
            return tuple(Tick(day, i18n.day(day, year=False)) for day in days)
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in _MONTH_STEPS if months // step + 1 <= room), _MONTH_STEPS[-1])
    return tuple(_month_ticks(first, last, step))


def _month_ticks(first: date, last: date, step: int) -> Sequence[Tick]:
    ticks = []
    index = first.year * 12 + first.month - 1
    while (day := date(index // 12, index % 12 + 1, 1)) <= last:
        if day >= first and (index % step == 0 if step < 12 else day.month == 1 and day.year % (step // 12) == 0):
            ticks.append(Tick(day, str(day.year) if step >= 12 or day.month == 1 else i18n.month(day)))
        index += 1
    return ticks
