"""Direction: which way the pain of one leg moves, said no more surely than the days allow (CLINICAL: which way).

One look is what a window says by itself. The verdict announced is what three looks agree on: the one asked for and
those from each of the two logged days before it, so that a single odd day neither makes nor breaks a verdict. The
intensity of a pain never enters, only where it is.
"""

import threading
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

import numpy as np

from journal.analysis import posterior
from journal.analysis.measures import is_unplaced
from journal.analysis.results import Day, Direction, LinePoint, Verdict
from journal.domain.body import LEG_FROM, Side

HEADLINE_DAYS = 28
LONGER_DAYS = 56

LEVEL_SCALE = 0.6
"""s0 of the prior of sigma, in levels."""

ENOUGH_DAYS = 10
ENOUGH_SPAN = 12
"""Days from the first to the last logged day."""
ENOUGH_IN_A_THIRD = 3

CLEARLY, CLEARLY_LEVELS = 0.975, 1.0
PROBABLY, PROBABLY_LEVELS = 0.90, 0.5
TURN, TURN_LEVELS = 0.975, 0.75

_LOOKS_KEPT = 100_000


def direction(days: Sequence[Day], leg: Side, as_of: date, window_days: int = HEADLINE_DAYS) -> Direction:
    """The direction of one leg over the last `window_days` calendar days up to and including `as_of`.

    days: as `daily` gives them, oldest first; later ones than `as_of` are not looked at. The verdict is the first of:

    - not_enough, unless the window has 10 logged days, 12 days from first to last, and 3 logged days in the first and
      in the last third of that span (a day on the border counts); then no number is given
    - no_symptoms, if the leg's level is 0 on every logged day
    - clearly or probably up or down, as far as it held: the weakest that the line says the same way in this window
      and in the two that end on each of the two logged days before the last
    - turned, if the curve shows the same turn in all three windows
    - no_clear_change

    Waiting without logging changes nothing but where the window starts.
    """
    diary = _Diary(days, leg)
    window = diary.window(as_of.toordinal(), window_days)
    announced = _announced(diary, [as_of.toordinal()], window_days)[0]
    logged = days[window]
    first, last = (logged[0].date, logged[-1].date) if logged else (None, None)
    numbers = line = None
    if announced.verdict is not Verdict.NOT_ENOUGH:
        t, y = diary.series(window)
        numbers = posterior.change(t, y, LEVEL_SCALE)
        line = _line(t, y, logged[0].date, curved=announced.verdict in (Verdict.TURNED_UP, Verdict.TURNED_DOWN))
    return Direction(
        leg=leg,
        verdict=announced.verdict,
        turn=announced.turn,
        as_of=as_of,
        window_days=window_days,
        days_logged=len(logged),
        first_day=first,
        last_day=last,
        change_levels=numbers.mean if numbers else None,
        probability_up=numbers.probability_below_zero if numbers else None,
        interval=numbers.interval if numbers else None,
        line=line or (),
        painful_days=sum(day.legs[leg].level > 0 for day in logged),
        leg_days=sum(max(day.legs[leg].places, default=0) >= LEG_FROM for day in logged),
        other_symptom_days=sum(day.legs[leg].sensation > 0 or day.legs[leg].weakness > 0 for day in logged),
        unplaced_days=sum(is_unplaced(day) for day in logged),
    )


def verdicts(
    days: Sequence[Day], leg: Side, first: date, last: date, window_days: int = HEADLINE_DAYS
) -> tuple[Verdict, ...]:
    """The verdict announced on each calendar day from `first` to `last`, the same as `direction` gives one by one.

    All looks are computed together, and looks at days already seen are remembered: ten years take about a second the
    first time, and after one more entry only the windows that hold it are computed anew.
    """
    asked = range(first.toordinal(), last.toordinal() + 1)
    return tuple(announced.verdict for announced in _announced(_Diary(days, leg), asked, window_days))


@dataclass(frozen=True, slots=True)
class Look:
    """What one window says, by itself or as announced."""

    verdict: Verdict
    """By itself never turned; as announced, turned where the line has nothing clear or probable to announce."""
    turn: Verdict | None = None
    """TURNED_UP, TURNED_DOWN or None, whatever the verdict."""


def looks(series: Sequence[tuple[posterior.Floats, posterior.Floats]]) -> list[Look]:
    """What each window (t, y) says by itself: t are rising day numbers, y the levels, both maybe empty.

    Remembered by a digest of the window, never by what it holds.
    """
    keys = [blake2b(t.tobytes() + y.tobytes(), digest_size=16).digest() for t, y in series]
    with _known_lock:
        found = {key: _known[key] for key in keys if key in _known}
    fresh = {key: window for key, window in zip(keys, series, strict=True) if key not in found}
    found |= dict(zip(fresh, _fresh_looks(list(fresh.values())), strict=True))
    with _known_lock:
        if len(_known) + len(fresh) > _LOOKS_KEPT:
            _known.clear()
        _known.update((key, found[key]) for key in fresh)
    return [found[key] for key in keys]


def held(look: Look, *before: Look) -> Look:
    """The look as it may be announced: as strong as the weakest that all looks say the same way.

    before: the looks from each of the two logged days before. Turns are held likewise (ours, beyond CLINICAL): by
    itself one odd last day bends the curve of a steady diary. Read every day for 8 weeks, 41 % of steady diaries would
    once be told of a turn; held, 16 % (tests/benchmarks/direction.py). A turn is the verdict where the line has nothing
    clear or probable left to announce.
    """
    verdict = look.verdict
    turn = look.turn if all(each.turn is look.turn for each in before) else None
    if verdict in _STRENGTH:
        strengths = [_STRENGTH.get(each.verdict, 0) for each in (look, *before)]
        weakest = min(max(strengths), 0) if strengths[0] < 0 else max(min(strengths), 0)
        verdict = _OF_STRENGTH[weakest]
    if verdict is Verdict.NO_CLEAR_CHANGE and turn is not None:
        verdict = turn
    return Look(verdict, turn)


class _Diary:
    """The daily values of one leg, as arrays."""

    def __init__(self, days: Sequence[Day], leg: Side) -> None:
        self.days = [day.date.toordinal() for day in days]
        self.t = np.array(self.days, dtype=float)
        self.levels = np.array([day.legs[leg].level for day in days], dtype=float)

    def window(self, as_of: int, window_days: int) -> slice:
        """The logged days of the window up to and including `as_of`, an ordinal as `date` counts them."""
        return slice(bisect_right(self.days, as_of - window_days), bisect_right(self.days, as_of))

    def series(self, window: slice) -> tuple[posterior.Floats, posterior.Floats]:
        """Day numbers from the window's first logged day, and the levels."""
        t = self.t[window]
        return t - t[:1], self.levels[window]


def _announced(diary: _Diary, asked: Iterable[int], window_days: int) -> list[Look]:
    """The verdict and the turn announced on each of the days asked about."""
    three = [_three_windows(diary, as_of, window_days) for as_of in asked]
    distinct = list(dict.fromkeys(window for windows in three for window in windows))
    seen = dict(zip(distinct, looks([diary.series(slice(*window)) for window in distinct]), strict=True))
    return [held(*(seen[window] for window in windows)) for windows in three]


def _three_windows(diary: _Diary, as_of: int, window_days: int) -> list[tuple[int, int]]:
    """The window asked for and, where it may be enough, those of the two logged days before its last one."""
    window = diary.window(as_of, window_days)
    windows = [window]
    if window.stop - window.start >= ENOUGH_DAYS:
        windows += [diary.window(diary.days[window.stop - back], window_days) for back in (2, 3)]
    return [(window.start, window.stop) for window in windows]


_STRENGTH = {
    Verdict.CLEARLY_UP: -2,
    Verdict.PROBABLY_UP: -1,
    Verdict.NO_CLEAR_CHANGE: 0,
    Verdict.PROBABLY_DOWN: 1,
    Verdict.CLEARLY_DOWN: 2,
}
_OF_STRENGTH = {strength: verdict for verdict, strength in _STRENGTH.items()}


_known: dict[bytes, Look] = {}
_known_lock = threading.Lock()


def _fresh_looks(series: Sequence[tuple[posterior.Floats, posterior.Floats]]) -> list[Look]:
    looks = [Look(Verdict.NO_SYMPTOMS if enough(t) else Verdict.NOT_ENOUGH) for t, _ in series]
    fitted = [n for n, (_, y) in enumerate(series) if looks[n].verdict is Verdict.NO_SYMPTOMS and y.any()]
    figures = posterior.glances([series[n] for n in fitted], LEVEL_SCALE)
    for place, n in enumerate(fitted):
        looks[n] = Look(
            _line_verdict(float(figures.change[place]), float(figures.change_below_zero[place])),
            _turn(float(figures.curvature[place]), float(figures.curvature_below_zero[place])),
        )
    return looks


def enough(t: posterior.Floats) -> bool:
    """Whether the logged days t (day numbers, rising) carry a verdict at all."""
    if len(t) < ENOUGH_DAYS:
        return False
    span = t[-1] - t[0]
    since_first, until_last = 3 * (t - t[0]), 3 * (t[-1] - t)
    return bool(
        span >= ENOUGH_SPAN
        and (since_first <= span).sum() >= ENOUGH_IN_A_THIRD
        and (until_last <= span).sum() >= ENOUGH_IN_A_THIRD
    )


def _line_verdict(change: float, probability_up: float) -> Verdict:
    probability = max(probability_up, 1 - probability_up)
    up = probability_up > 0.5
    if probability >= CLEARLY and abs(change) >= CLEARLY_LEVELS:
        return Verdict.CLEARLY_UP if up else Verdict.CLEARLY_DOWN
    if probability >= PROBABLY and abs(change) >= PROBABLY_LEVELS:
        return Verdict.PROBABLY_UP if up else Verdict.PROBABLY_DOWN
    return Verdict.NO_CLEAR_CHANGE


def _turn(curvature: float, probability_below_zero: float) -> Verdict | None:
    """Below zero the pain went down the leg (to higher levels) and is coming back up."""
    if max(probability_below_zero, 1 - probability_below_zero) < TURN or abs(curvature) < TURN_LEVELS:
        return None
    return Verdict.TURNED_UP if probability_below_zero > 0.5 else Verdict.TURNED_DOWN


def _line(t: posterior.Floats, y: posterior.Floats, first: date, *, curved: bool) -> tuple[LinePoint, ...]:
    """A point for each calendar day from the first to the last logged day."""
    at = np.arange(t[-1] + 1)
    band = posterior.fitted(t, y, LEVEL_SCALE, at, curved=curved)
    return tuple(
        LinePoint(first + timedelta(days=n), *values)
        for n, values in enumerate(zip(band.mean.tolist(), band.low.tolist(), band.high.tolist(), strict=True))
    )
