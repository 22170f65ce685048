"""Looks: what one window of a daily series says by itself, and what of it may be announced.

Nothing is announced on one look. A look is taken from each of the last days that have a value, each looking back over
its own window, and only what they all say is announced: a single odd day neither makes nor breaks a verdict, and a
steady diary that is read every day for months is seldom told of a change (tests/benchmarks/direction.py has the
figures). All looks are computed together and remembered, so that one more entry costs only the windows that hold it.
"""

import threading
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from journal.analysis import posterior
from journal.analysis.limits import DIRECTION_DAYS, DIRECTION_SPAN
from journal.analysis.student_t import Floats

HEADLINE_DAYS = 28
LONGER_DAYS = 56
WINDOWS = (HEADLINE_DAYS, LONGER_DAYS)

ENOUGH_IN_A_THIRD = 3

CLEARLY = 0.925
"""Probability from which a look is strong."""
PROBABLY = 0.90
"""Probability from which a look is weak."""
HELD = {HEADLINE_DAYS: (8, 5), LONGER_DAYS: (16, 10)}
"""From how many of the last days with a value the looks must agree: for "clearly", and for "probably" or a turn."""

_LOOKS_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Look:
    """What one window says, by itself or as announced."""

    steps: int = 0
    """-2 strongly falling, -1 weakly, 0 nothing clear, 1 weakly rising, 2 strongly."""
    turn: int = 0
    """-1 for values that rose and fell again, 1 for fell and rose, 0 for no turn; whatever the steps."""
    enough: bool = True
    """Whether the window has days enough to say anything."""


@dataclass(frozen=True, slots=True)
class Judge:
    """How a window of one kind of series is judged."""

    name: str
    scale: float
    """s0 of the prior of the errors, in the unit of the values."""
    steps: Callable[[Floats, Floats, float, float], int]
    """From day numbers, values, posterior mean of the change and P(change < 0) to the steps of a `Look`."""
    turn_from: tuple[float, float] | None = None
    """Probability and size of the curvature from which a turn is one; None where turns are not told."""


class Series:
    """The daily values of one kind, and the days that no window may reach back over."""

    def __init__(self, days: Sequence[int], values: Sequence[float], starts: Sequence[int] = ()) -> None:
        """days: ordinals of the days with a value, rising. starts: the first pains after recoveries, rising."""
        self.days = list(days)
        self.t: Floats = np.array(self.days, dtype=float)
        self.y: Floats = np.array(values, dtype=float)
        self.starts = list(starts)

    def window(self, as_of: int, length: int) -> slice:
        """The days of the `length` up to and including `as_of`, from the latest recovery's end on."""
        first = max(as_of - length + 1, self.start(as_of))
        return slice(bisect_right(self.days, first - 1), bisect_right(self.days, as_of))

    def seen(self, window: slice) -> tuple[Floats, Floats]:
        """Day numbers from the window's first day on, and the values."""
        t = self.t[window]
        return t - t[:1], self.y[window]

    def looked_from(self, as_of: int, length: int) -> list[tuple[int, int]]:
        """The windows whose looks decide: the one asked for, then those of the days with a value before its last."""
        most = HELD[length][0]
        last = bisect_right(self.days, as_of)
        before = self.days[bisect_right(self.days, self.start(as_of) - 1) : max(last - 1, 0)]
        ends = [as_of, *reversed(before[max(0, len(before) - most + 1) :])]
        windows = (self.window(end, length) for end in ends)
        return [(window.start, window.stop) for window in windows]

    def start(self, as_of: int) -> int:
        """The first pain after the latest recovery that was over by then, as an ordinal; 0 without any."""
        place = bisect_right(self.starts, as_of)
        return self.starts[place - 1] if place else 0


def announced(series: Series, judge: Judge, asked: Iterable[int], length: int) -> list[Look]:
    """Return what may be announced of a window of `length` days (28 or 56) ending on each of the days asked about.

    A step is announced as far as it held: strongly where the looks from the last 8 days with a value (16 in the longer
    window) are all strong the same way, weakly where those from the last 5 (10) are weak or strong the same way. A turn
    likewise from the last 5 (10). A look without enough days, or fewer days than asked for, means not held.
    """
    decide = [series.looked_from(as_of, length) for as_of in asked]
    distinct = list(dict.fromkeys(window for windows in decide for window in windows))
    found = dict(zip(distinct, looks(judge, [series.seen(slice(*window)) for window in distinct]), strict=True))
    return [held([found[window] for window in windows], length) for windows in decide]


def held(seen: Sequence[Look], length: int) -> Look:
    """Return the first look as far as the ones after it agree; seen: from the last days with a value, newest first."""
    for_clearly, for_probably = HELD[length]
    steps = _agreed([look.steps for look in seen], for_clearly, least=2) or _agreed(
        [look.steps for look in seen], for_probably, least=1
    )
    return Look(steps, _agreed([look.turn for look in seen], for_probably, least=1), seen[0].enough)


def _agreed(steps: Sequence[int], needed: int, least: int) -> int:
    """`least` with the sign that the first `needed` steps share, all being as large; 0 if they do not."""
    if len(steps) < needed:
        return 0
    low, high = min(steps[:needed]), max(steps[:needed])
    return least if low >= least else -least if high <= -least else 0


def looks(judge: Judge, windows: Sequence[tuple[Floats, Floats]]) -> list[Look]:
    """Return what each window (t, y) says by itself: t are rising day numbers, y the values, both maybe empty.

    Remembered by a digest of the window, never by what it holds.
    """
    name = judge.name.encode()
    keys = [blake2b(name + t.tobytes() + y.tobytes(), digest_size=16).digest() for t, y in windows]
    with _known_lock:
        found = {key: _known[key] for key in keys if key in _known}
    fresh = {key: window for key, window in zip(keys, windows, strict=True) if key not in found}
    found |= dict(zip(fresh, _fresh_looks(judge, list(fresh.values())), strict=True))
    with _known_lock:
        if len(_known) + len(fresh) > _LOOKS_KEPT:
            _known.clear()
        _known.update((key, found[key]) for key in fresh)
    return [found[key] for key in keys]


_known: dict[bytes, Look] = {}
_known_lock = threading.Lock()


def enough(t: Floats) -> bool:
    """Whether the days t (day numbers, rising) carry a verdict: 10, over 12 days, 3 in the first and the last third.

    A day on the border of a third counts.
    """
    if len(t) < DIRECTION_DAYS:
        return False
    span = t[-1] - t[0]
    since_first, until_last = 3 * (t - t[0]), 3 * (t[-1] - t)
    return bool(
        span >= DIRECTION_SPAN - 1
        and (since_first <= span).sum() >= ENOUGH_IN_A_THIRD
        and (until_last <= span).sum() >= ENOUGH_IN_A_THIRD
    )


def by_size(strong: float, weak: float) -> Callable[[Floats, Floats, float, float], int]:
    """Return the steps of a `Judge` that asks for a change of `strong` or `weak` in the unit of the values."""

    def steps(_t: Floats, _y: Floats, change: float, below_zero: float) -> int:
        return signed(change, below_zero, strong, weak)

    return steps


def signed(change: float, below_zero: float, strong: float, weak: float) -> int:
    """Return the steps of a change with its P(change < 0), where `strong` and `weak` are the sizes that count."""
    probability, size = max(below_zero, 1 - below_zero), abs(change)
    steps = 0
    if probability >= PROBABLY and size >= weak:
        steps = 1
    if probability >= CLEARLY and size >= strong:
        steps = 2
    return -steps if below_zero > 0.5 else steps


def _fresh_looks(judge: Judge, windows: Sequence[tuple[Floats, Floats]]) -> list[Look]:
    found = [Look(enough=enough(t)) for t, _ in windows]
    fitted = [n for n, look in enumerate(found) if look.enough]
    figures = posterior.glances([windows[n] for n in fitted], judge.scale)
    for place, n in enumerate(fitted):
        steps = judge.steps(*windows[n], float(figures.change[place]), float(figures.change_below_zero[place]))
        turn = 0
        if judge.turn_from is not None:
            probability, size = judge.turn_from
            below = float(figures.curvature_below_zero[place])
            if max(below, 1 - below) >= probability and abs(figures.curvature[place]) >= size:
                turn = -1 if below > 0.5 else 1
        found[n] = Look(steps, turn)
    return found
