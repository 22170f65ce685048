"""The keys of the ladder and the body map, in as many quiet lines as the width needs."""

import functools
from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from journal.analysis.differences import PainDifference
from journal.charts import canvas, hatch
from journal.charts.canvas import Box
from journal.charts.style import Style
from journal.domain.entry import Kind
from journal.i18n import _
from journal.wording import labels
from journal.wording.charts import difference as difference_words
from journal.wording.charts import strength_range

_RANK = 0.85
_BETWEEN = 0.2
_AFTER_SIGN = 0.07
_SQUARE = 0.15
_STEPS = (1, 3, 5, 7, 9)


def dot_points(strength: "float | np.ndarray") -> "float | np.ndarray":
    """Return a dot's diameter in points for a pain strength of 1..10, at scale 1."""
    return 6.6 + 0.42 * strength


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One sign with its words."""

    words: str
    sign_width: float
    """Inches that the sign before the words takes."""
    paint: Callable[[Axes, float, float], None] | None
    """Draws the sign at its left edge and the line's middle."""
    after: float = _BETWEEN


class KeyLines:
    """Measured first, so that the chart can leave the height it needs."""

    def __init__(self, made: Figure, style: Style, items: list[KeyItem]) -> None:
        self.made, self.style, self.items = made, style, items

    def height(self, left: float) -> float:
        """How many inches it takes below its first baseline when it begins at `left`."""
        return (len(self._lines(left)) - 1) * self._line_height() + 0.06 * self.style.scale

    def draw(self, left: float, base: float) -> None:
        """Draw it with its first line's beginning and baseline there, in inches from the figure's top left corner."""
        width, height = self.made.get_size_inches()
        scale = self.scale
        axes = canvas.axes(self.made, Box(0, 0, width, height), "key")
        axes.set_xlim(0, width / scale)  # signs grow with the text
        axes.set_ylim(height / scale, 0)
        line_height = self._line_height()
        for number, line in enumerate(self._lines(left)):
            x, line_base = left, base + number * line_height
            middle = line_base - self.style.size(_RANK) * 0.34 / canvas.POINTS_AN_INCH
            for item in line:
                if item.paint:
                    item.paint(axes, x / scale, middle / scale)
                    x += (item.sign_width + _AFTER_SIGN) * scale
                canvas.write(
                    self.made, self.style, item.words, (x, line_base), rank=_RANK, colour=self.style.colours.quiet
                )
                x += self._width(item.words) + item.after * scale

    def _line_height(self) -> float:
        return max(canvas.line_height(self.style, _RANK) * 1.12, (_SQUARE + 0.04) * self.scale)

    @property
    def scale(self) -> float:
        """How much larger signs and gaps are than at the usual size of text."""
        return max(1.0, self.style.scale)

    def _width(self, words: str) -> float:
        return canvas.width_of(self.made, self.style, words, _RANK)

    def _lines(self, left: float) -> list[list[KeyItem]]:
        room = self.made.get_size_inches()[0] - left - 0.04
        lines: list[list[KeyItem]] = [[]]
        used = 0.0
        for item in self.items:
            sign = (item.sign_width + _AFTER_SIGN) * self.scale if item.paint else 0.0
            wide = sign + self._width(item.words)
            if lines[-1] and used + wide > room:
                lines.append([])
                used = 0.0
            lines[-1].append(item)
            used += wide + item.after * self.scale
        return lines


class LadderKey(KeyLines):
    """Dots, bars, lines and gaps; what the picture does not have is not explained."""

    def __init__(self, made: Figure, style: Style, *, flares: bool, free: bool, longer: bool) -> None:
        scale = style.scale

        def bar(axes: Axes, x: float, y: float) -> None:
            axes.plot([x + 0.02] * 2, [y - 0.07, y + 0.07], color=style.colours.quiet, alpha=0.5, lw=2.4 * scale)

        def band(axes: Axes, x: float, y: float) -> None:
            axes.fill_between([x, x + 0.24], y - 0.06, y + 0.06, color=style.unclear, alpha=0.22, lw=0)
            axes.plot([x, x + 0.24], [y, y], color=style.unclear, lw=1.8 * scale)

        def dashes(axes: Axes, x: float, y: float) -> None:
            axes.plot([x, x + 0.24], [y, y], color=style.unclear, lw=1.6 * scale, ls=(0, (3, 1.5)))

        def ring(axes: Axes, x: float, y: float) -> None:
            axes.scatter(
                [x + 0.05], [y], (dot_points(1) * scale) ** 2, facecolors=style.colours.card,
                edgecolors=style.colours.quiet, linewidths=0.9,
            )  # fmt: skip

        items = [
            *_strengths(style, _("Pain strength"), _dot),
            KeyItem(_("painful places that day"), 0.04, bar),
            *([KeyItem(_("no pain that day"), 0.1, ring)] if free else []),
            KeyItem(_("28-day trend with 90 % band"), 0.24, band),
            *([KeyItem(_("56-day trend"), 0.24, dashes)] if longer else []),
            *([flare_item(style)] if flares else []),
            KeyItem(_("no dot: no entry, or no place given"), 0, None),
        ]
        super().__init__(made, style, items)


class PainKey(KeyLines):
    """The day's average and worst, the week's mean, and the gap."""

    def __init__(self, made: Figure, style: Style, flares: bool) -> None:
        scale = style.scale

        def day(axes: Axes, x: float, y: float) -> None:
            axes.plot([x + 0.05] * 2, [y - 0.09, y], color=style.colours.quiet, alpha=0.45, lw=2.2 * scale)
            fill = style.colours.pain_fill(5)
            axes.scatter([x + 0.05], [y + 0.02], (6.4 * scale) ** 2, c=[fill], edgecolors=style.edge, linewidths=0.6)

        def week(axes: Axes, x: float, y: float) -> None:
            colour = style.colours.primary
            axes.plot([x, x + 0.24], [y, y], color=colour, lw=2.6 * scale, solid_capstyle="round")

        items = [
            KeyItem(_("the day’s average, up to its worst (0–10)"), 0.1, day),
            KeyItem(_("mean of a week, from at least 4 logged days"), 0.24, week),
            *([flare_item(style)] if flares else []),
            KeyItem(_("no dot: no entry"), 0, None),
        ]
        super().__init__(made, style, items)


class BodyKey(KeyLines):
    """Fills of pain, and the patterns of the other kinds that are there."""

    def __init__(
        self,
        made: Figure,
        style: Style,
        kinds: Collection[Kind],
        rare: bool,
        strengths: bool,
        changed: Collection[PainDifference] = (),
    ) -> None:
        items = _strengths(style, _("Pain strength"), _square) if Kind.PAIN in kinds and strengths else []
        if rare:
            items.append(KeyItem(_("outlined: under 1 in 4 days"), _SQUARE, functools.partial(_ring, style)))
        items += [
            KeyItem(labels.label(kind), _SQUARE, functools.partial(_patterned, style, kind))
            for kind in Kind
            if kind is not Kind.PAIN and kind in kinds
        ]
        items += [
            KeyItem(difference_words(found), _SQUARE, functools.partial(_differing, style, found))
            for found in PainDifference
            if found in changed
        ]
        if not kinds:
            items = [KeyItem(_("Nothing was marked."), 0, None)]
        super().__init__(made, style, items)


class CalendarKey(KeyLines):
    """Fills of the day's worst pain, and the two sorts of empty squares."""

    def __init__(self, made: Figure, style: Style) -> None:
        def square(edge: str, axes: Axes, x: float, y: float) -> None:
            half = _SQUARE / 2
            axes.add_patch(Rectangle((x, y - half), _SQUARE, _SQUARE, fc=style.colours.card, ec=edge, lw=1.2))

        items = [
            *_strengths(style, _("Worst pain of the day"), _square),
            KeyItem(_("no pain"), _SQUARE, functools.partial(square, style.colours.quiet)),
            KeyItem(_("no entry"), _SQUARE, functools.partial(square, style.colours.border)),
        ]
        super().__init__(made, style, items)


def flare_item(style: Style) -> KeyItem:
    """Return what names the shade of a flare."""

    def shade(axes: Axes, x: float, y: float) -> None:
        half = _SQUARE / 2
        axes.add_patch(Rectangle((x, y - half), _SQUARE, _SQUARE, fc=style.colours.down_tint, ec="none"))

    # Translators: a flare-up of the pain.
    return KeyItem(_("flare"), _SQUARE, shade)


def _strengths(style: Style, title: str, sign: Callable[[Style, int, Axes, float, float], None]) -> list[KeyItem]:
    items = [KeyItem(title, 0, None, 0.12)]
    for step in _STEPS:
        wide = _SQUARE if sign is _square else _points(style, step) / canvas.POINTS_AN_INCH
        after = _BETWEEN if step == _STEPS[-1] else 0.09
        items.append(KeyItem(strength_range(step), wide, functools.partial(sign, style, step), after))
    return items


def _points(style: Style, step: int) -> float:
    return float(dot_points(step + 0.5)) * 0.9


def _dot(style: Style, step: int, axes: Axes, x: float, y: float) -> None:
    points = _points(style, step)
    fill = style.colours.pain_fill(step)
    middle = x + points / canvas.POINTS_AN_INCH / 2
    axes.scatter([middle], [y], (points * style.scale) ** 2, c=[fill], edgecolors=style.edge, linewidths=0.6)


def _square(style: Style, step: int, axes: Axes, x: float, y: float) -> None:
    fill, half = style.colours.pain_fill(step), _SQUARE / 2
    axes.add_patch(Rectangle((x, y - half), _SQUARE, _SQUARE, fc=fill, ec=style.colours.outline, lw=0.5))


def _ring(style: Style, axes: Axes, x: float, y: float) -> None:
    half = _SQUARE / 2
    line = 1.6 * style.scale
    fill = style.colours.pain_fill(5)
    axes.add_patch(Rectangle((x, y - half), _SQUARE, _SQUARE, fc=style.colours.skin, ec=fill, lw=line))


_MARKERS = {PainDifference.GONE: "x", PainDifference.NEW: "P", PainDifference.WEAKER: "v", PainDifference.STRONGER: "^"}
_DISC, _SIGN = 7.6, 4.4
"""Points."""


def difference(axes: Axes, style: Style, found: PainDifference, x: float, y: float, name: str | None = None) -> None:
    """Draw the sign of a difference with its middle there: told by its shape, so that grey print keeps it."""
    ink, scale = style.colours.text, style.scale
    axes.plot(
        [x], [y], "o", ms=_DISC * scale, mfc=style.colours.card, mec=ink, mew=0.6 * scale, zorder=8, clip_on=False
    )
    width = 1.3 if found is PainDifference.GONE else 0.0
    axes.plot(
        [x], [y], _MARKERS[found], ms=_SIGN * scale, color=ink, mew=width * scale, zorder=9, clip_on=False, gid=name
    )


def _differing(style: Style, found: PainDifference, axes: Axes, x: float, y: float) -> None:
    difference(axes, style, found, x + _SQUARE / 2, y)


def _patterned(style: Style, kind: Kind, axes: Axes, x: float, y: float) -> None:
    half = _SQUARE / 2
    corners = np.array([(x, y - half), (x + _SQUARE, y - half), (x + _SQUARE, y + half), (x, y + half)])
    axes.add_patch(Rectangle((x, y - half), _SQUARE, _SQUARE, fc=style.colours.skin, ec=style.colours.outline, lw=0.5))
    hatch.paint(axes, style, kind, corners, 1 / canvas.POINTS_AN_INCH / max(1.0, style.scale), zorder=5)
