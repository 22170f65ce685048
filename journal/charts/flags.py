"""Treatments on a time axis: a thin bar from start to end under each name, a flag for what happened on one day.

A dashed line goes down the rows where one starts; what began earlier is named at the edge.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journal.charts import canvas
from journal.charts.style import Style
from journal.charts.timeline import Timeline
from journal.domain.treatment import Treatment
from journal.i18n import _, day

_MOST_LANES = 3
_LANE = 1.4
"""Lines of text that a lane is high."""
_SHARE = 0.21
"""Of a chart's height for all lanes."""
_NAMED = 0.22
"""Of the days shown: about what a name takes."""
RANK = 0.9
_LONGEST = (1.9, 1.2, 0.8)
"""Inches that a name may take, at scale 1; shorter where there is no room."""
_LONGEST_EARLIER = 3.2
_NARROWEST, _WIDEST = 0.025, 0.25
"""Inches of any letter, at scale 1."""
_MARK = 0.1
"""Inches of the line that is left of a flag without a name."""
_BESIDE = 0.05
_FLAG = 0.075
"""Inches that the sign of a single day takes, at scale 1."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One treatment on the axis."""

    first: date
    last: date | None
    """None while it goes on."""
    name: str

    @property
    def single(self) -> bool:
        """Whether it happened on one day, as an injection does."""
        return self.last == self.first


def flags_of(treatments: Iterable[Treatment], span: tuple[date, date]) -> tuple[Flag, ...]:
    """Return those that went on at some time in the days shown."""
    return tuple(
        Flag(item.started_on, item.ended_on, item.name)
        for item in treatments
        if item.started_on <= span[1] and (item.ended_on is None or item.ended_on >= span[0])
    )


def lanes_for(flags: Sequence[Flag], span: tuple[date, date], style: Style, height: float) -> int:
    """Return how many lanes they take: as many as go on or are named at one time, three at most, fewer on a low chart.

    height: of the chart, in inches.
    """
    wide = max(1, round(((span[1] - span[0]).days + 1) * _NAMED))
    taken = [
        (max(flag.first, span[0]).toordinal(), max((flag.last or span[1]).toordinal(), flag.first.toordinal() + wide))
        for flag in flags
    ]
    firsts, lasts = sorted(first for first, _last in taken), sorted(last for _first, last in taken)
    most = max((bisect_right(firsts, at) - bisect_left(lasts, at) for at in firsts), default=0)
    return min(_MOST_LANES, max(1, int(height * _SHARE / _lane_height(style))), most)


def lanes_height(style: Style, lanes: int) -> float:
    """Return the height of so many lanes, in inches."""
    return lanes * _lane_height(style) + (0.04 if lanes else 0.0)


def place_flags(timeline: Timeline, lanes_top: float, lanes: int, flags: Sequence[Flag]) -> None:
    """Draw what was tried in the days shown; names never touch, and a start without room for its name keeps a mark.

    lanes_top: where the first lane begins, in inches from the figure's top.
    """
    placed: list[_Placed] = []
    full: set[tuple[float, bool]] = set()  # where a name found no room: no other is measured there
    marked: set[float] = set()
    for flag in sorted(flags, key=lambda flag: flag.first, reverse=True):
        began = flag.first >= timeline.span[0]
        # between the day before and the first day with it; what began earlier is named at the edge, without a line
        x = flag.first.toordinal() - 0.5 if began else timeline.left
        mine = None
        if (x, flag.single) not in full:
            if _may_have_room(timeline, flag, x, lanes, placed):
                mine = _find_room(timeline, flag, x, lanes, placed)
            if mine is None:
                full.add((x, flag.single))
        if mine:
            placed.append(mine)
            _name(timeline, flag, mine, lanes_top)
        if began and (mine or x not in marked):
            marked.add(x)
            _start(timeline, x, mine, lanes_top)


def _name(timeline: Timeline, flag: Flag, mine: "_Placed", lanes_top: float) -> None:
    """Write the name; below it the bar, or before it the flag of a single day."""
    style, axes = timeline.style, timeline.axes
    quiet = style.colours.quiet
    lane_base = lanes_top + (mine.lane + 1) * _lane_height(style)
    at = (mine.start, lane_base - 0.088 * style.scale)
    canvas.write(timeline.made, style, mine.name, at, rank=RANK, colour=quiet, name="treatment")
    if flag.single:
        middle = lane_base - 0.088 * style.scale - style.size(RANK) * 0.34 / canvas.POINTS_AN_INCH
        x, y = timeline.day(mine.at + _FLAG * style.scale / 2), _above(timeline, middle)
        size = _FLAG * style.scale * canvas.POINTS_AN_INCH
        axes.plot([x], [y], ">", ms=size, color=quiet, mew=0, zorder=2.6, clip_on=False, gid="treatment-flag")
    elif mine.bar:
        ends = [timeline.day(end) for end in mine.bar]
        y = _above(timeline, lane_base - 0.026 * style.scale)
        axes.plot(
            ends, [y, y], color=quiet, lw=2.0 * style.scale, solid_capstyle="butt", zorder=2.6, clip_on=False,
            gid="treatment-span",
        )  # fmt: skip


def _start(timeline: Timeline, x: float, mine: "_Placed | None", lanes_top: float) -> None:
    """A dashed line down the rows, or a mark at their top for what has no name."""
    style, box, axes = timeline.style, timeline.box, timeline.axes
    bottom, top = axes.get_ylim()
    reach, ends = top, top + _MARK * (bottom - top) / box.height
    if mine:
        reach, ends = _above(timeline, lanes_top + mine.lane * _lane_height(style) + 0.03), bottom
    axes.plot(
        [x, x], [reach, ends], color=style.colours.quiet, lw=0.9 * style.scale, ls=(0, (3, 2.4)), zorder=2.5,
        clip_on=False, gid="treatment-line",
    )  # fmt: skip


def _above(timeline: Timeline, inches: float) -> float:
    """Where that many inches from the figure's top are on the axes' scale, which goes on above them."""
    bottom, top = timeline.axes.get_ylim()
    return float(top + (inches - timeline.box.top) * (bottom - top) / timeline.box.height)


def _lane_height(style: Style) -> float:
    return canvas.line_height(style, RANK) * _LANE


def _running(flag: Flag) -> str:
    """Name what began before the days shown."""
    if flag.last is None:
        return _("{name}, since {day}").format(name=flag.name, day=day(flag.first, year=False))
    return _("{name}, to {day}").format(name=flag.name, day=day(flag.last, year=False))


def _may_have_room(timeline: Timeline, flag: Flag, x: float, lanes: int, placed: Sequence["_Placed"]) -> bool:
    """Whether a name that is surely no wider would touch nothing, so that it is worth measuring this one."""
    least = min(len(" ".join(flag.name.split())) * _NARROWEST, _LONGEST[-1] - _WIDEST) * timeline.style.scale
    began = flag.first >= timeline.span[0]
    at = timeline.inches(x) if began else timeline.box.left - _BESIDE
    right = timeline.box.left + timeline.box.width
    start = at + _BESIDE + (_FLAG * timeline.style.scale if flag.single and began else 0.0)
    spans = ((start, start + least), (at - _BESIDE - max(least, right - start), at - _BESIDE))
    tries = (_Placed("", at, *span, lane, began, None) for span in spans for lane in range(lanes))
    return any(not any(tried.touches(other) for other in placed) for tried in tries)


def _find_room(timeline: Timeline, flag: Flag, x: float, lanes: int, placed: Sequence["_Placed"]) -> "_Placed | None":
    """The lowest lane where the name, or as much of it as still says something, touches nothing; its bar if it can."""
    began = flag.first >= timeline.span[0]
    at = timeline.inches(x) if began else timeline.box.left - _BESIDE
    made, style, box = timeline.made, timeline.style, timeline.box
    right = box.left + box.width
    beside = _BESIDE + (_FLAG * style.scale if flag.single and began else 0.0)
    bar = None if flag.single else (max(at, box.left), right if flag.last is None else min(right, _end(timeline, flag)))
    for barred in (bar, None) if bar else (None,):
        for longest in _LONGEST if began else (_LONGEST_EARLIER, *_LONGEST):
            words = flag.name if began else _running(flag)
            short = canvas.shortened(made, style, words, min(longest * style.scale, box.width * 0.6), RANK)
            wide = canvas.width_of(made, style, short, RANK)
            start = at + beside if at + beside + wide <= right else at - _BESIDE - wide
            for lane in reversed(range(lanes)):
                tried = _Placed(short, at, start, start + wide, lane, began, barred)
                if not any(tried.touches(other) for other in placed):
                    return tried
    return None


def _end(timeline: Timeline, flag: Flag) -> float:
    assert flag.last is not None
    return timeline.inches(flag.last.toordinal() + 0.5)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A flag with its name, in inches: the line at `at` runs from its lane down through the lanes below."""

    name: str
    at: float
    start: float
    end: float
    lane: int
    """0 is the highest."""
    lined: bool
    bar: tuple[float, float] | None
    """From where to where it went on."""

    def touches(self, other: "_Placed") -> bool:
        """Whether a name or bar would touch the other's, or a line cross a name."""
        (left, right), (other_left, other_right) = self._reach(), other._reach()
        overlap = self.lane == other.lane and left < other_right + 0.1 and other_left < right + 0.1
        return overlap or self._crossed_by(other) or other._crossed_by(self)

    def _reach(self) -> tuple[float, float]:
        if self.bar is None:
            return self.start, self.end
        return min(self.start, self.bar[0]), max(self.end, self.bar[1])

    def _crossed_by(self, other: "_Placed") -> bool:
        return other.lined and other.lane <= self.lane and self.start - 0.02 < other.at < self.end + 0.02
