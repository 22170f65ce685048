"""Treatments on a time axis: a dashed line down the rows where one starts, with its name above; what began earlier."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal.charts import canvas
from journal.charts.timeline import Timeline
from journal.i18n import _, day

LANES = 2
LANE = 1.1
"""Lines of text that a lane is high."""
RANK = 0.9
_LONGEST = (1.9, 1.2, 0.8)
"""Inches that a name may take, at scale 1; shorter where there is no room."""
_LONGEST_EARLIER = 3.2
_MARK = 0.1
"""Inches of the line that is left of a flag without a name."""
_BESIDE = 0.05


@dataclass(frozen=True, slots=True)
class Flag:
    """One treatment on the axis."""

    first: date
    last: date | None
    """None while it goes on."""
    name: str


def place_flags(timeline: Timeline, lanes_top: float, flags: Sequence[Flag]) -> None:
    """Draw what was tried in the days shown; names never touch, and a start without room for its name keeps a mark.

    lanes_top: where the names' first lane begins, in inches from the figure's top.
    """
    style, box, axes = timeline.style, timeline.box, timeline.axes
    lane_height = canvas.line_height(style, RANK) * LANE
    bottom, top = axes.get_ylim()
    an_inch = (bottom - top) / box.height
    quiet = style.colours.quiet
    placed: list[_Placed] = []
    first, last = timeline.span
    shown = [flag for flag in flags if flag.first <= last and (flag.last is None or flag.last >= first)]
    for flag in sorted(shown, key=lambda flag: flag.first, reverse=True):
        began = flag.first >= first
        # between the day before and the first day with it; what began earlier is named at the edge, without a line
        x = flag.first.toordinal() - 0.5 if began else timeline.left
        mine = _find_room(timeline, flag.name if began else _running(flag), x, began, placed)
        if mine:
            placed.append(mine)
            base = lanes_top + (mine.lane + 1) * lane_height - 0.04
            canvas.write(timeline.made, style, mine.name, (mine.start, base), rank=RANK, colour=quiet, name="treatment")
        if not began:
            continue
        reach, ends = top, top + _MARK * an_inch
        if mine:
            reach, ends = top - (box.top - (lanes_top + mine.lane * lane_height + 0.03)) * an_inch, bottom
        axes.plot(
            [x, x], [reach, ends], color=quiet, lw=0.9 * style.scale, ls=(0, (3, 2.4)), zorder=2.5, clip_on=False,
            gid="treatment-line",
        )  # fmt: skip


def _running(flag: Flag) -> str:
    """Name what began before the days shown."""
    if flag.last is None:
        return _("{name}, since {day}").format(name=flag.name, day=day(flag.first, year=False))
    return _("{name}, to {day}").format(name=flag.name, day=day(flag.last, year=False))


def _find_room(timeline: Timeline, name: str, x: float, began: bool, placed: Sequence["_Placed"]) -> "_Placed | None":
    """The lowest lane where the name, or as much of it as still says something, touches nothing."""
    at = timeline.inches(x) if began else timeline.box.left - _BESIDE
    made, style, box = timeline.made, timeline.style, timeline.box
    for longest in _LONGEST if began else (_LONGEST_EARLIER, *_LONGEST):
        short = canvas.shortened(made, style, name, min(longest * style.scale, box.width * 0.6), RANK)
        wide = canvas.width_of(made, style, short, RANK)
        start = at + _BESIDE if at + _BESIDE + wide <= box.left + box.width else at - _BESIDE - wide
        for lane in reversed(range(LANES)):
            tried = _Placed(short, at, start, start + wide, lane, began)
            if not any(tried.touches(other) for other in placed):
                return tried
    return None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A flag with its name, in inches: the line at `at` runs from its lane down through the lanes below."""

    name: str
    at: float
    start: float
    end: float
    lane: int
    """0 is the highest."""
    lined: bool = True

    def touches(self, other: "_Placed") -> bool:
        """Whether a name would touch the other's name or line."""
        overlap = self.lane == other.lane and self.start < other.end + 0.1 and other.start < self.end + 0.1
        return overlap or self._crossed_by(other) or other._crossed_by(self)

    def _crossed_by(self, other: "_Placed") -> bool:
        return other.lined and other.lane <= self.lane and self.start - 0.02 < other.at < self.end + 0.02
