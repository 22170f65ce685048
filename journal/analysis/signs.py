"""The four signs: pain, location, numbness and tingling, strength, each with a verdict of its own.

Pain and sensation are judged by the engine that also judges the direction of a leg, with the same windows, the same
enough-rule and the same care that a verdict must have held on the two logged days before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from math import inf
from types import MappingProxyType

import numpy as np

from journal.analysis import posterior, strength
from journal.analysis.direction import ENOUGH_DAYS, HEADLINE_DAYS, LONGER_DAYS, enough
from journal.analysis.measures import PERCENT_FROM, between, mean, percent_change, size_of_fall
from journal.analysis.results import (
    Day,
    Direction,
    Function,
    LegProgress,
    Look,
    Measure,
    MeasureKey,
    Sign,
    SignKey,
    SignVerdict,
    StrengthPair,
    Stretch,
    Verdict,
)
from journal.domain.body import LEGS, Side

RATING_SCALE = 1.2
"""s0 of the prior of sigma for 0..10 ratings."""
CLEARLY, CLEARLY_POINTS = 0.975, 2.0
PROBABLY, PROBABLY_POINTS = 0.90, 1.0
SENSATION_FALL = 0.30
"""Of where the fitted line starts: less of a fall is not called improving."""

_VERDICTS = {
    -2: SignVerdict.IMPROVING,
    -1: SignVerdict.PROBABLY_IMPROVING,
    0: SignVerdict.NO_CLEAR_CHANGE,
    1: SignVerdict.PROBABLY_WORSENING,
    2: SignVerdict.WORSENING,
}
_STEPS = {verdict: steps for steps, verdict in _VERDICTS.items()}
_OF_DIRECTION = {
    Verdict.CLEARLY_UP: SignVerdict.IMPROVING,
    Verdict.PROBABLY_UP: SignVerdict.PROBABLY_IMPROVING,
    Verdict.PROBABLY_DOWN: SignVerdict.PROBABLY_WORSENING,
    Verdict.CLEARLY_DOWN: SignVerdict.WORSENING,
    Verdict.NOT_ENOUGH: SignVerdict.NOT_ENOUGH,
}
"""Any other direction, a turn too, is no clear change of this sign."""

Legs = Mapping[Side, LegProgress]


@dataclass(frozen=True, slots=True)
class Compared:
    """What every sign looks at: the logged days up to `as_of`, the range, and the two weeks that are compared."""

    days: Sequence[Day]
    since: date
    as_of: date
    then: Stretch | None
    now: Stretch


def signs(seen: Compared, legs: Legs, pairs: Mapping[Side, StrengthPair]) -> Mapping[SignKey, Sign]:
    """Return all four signs.

    Where a sign has sides and both legs have something to say, its verdict and figures are those of the leg that does
    worse; each leg by itself is in `Sign.legs`. Legs are never averaged. For strength, where a sound leg is tested for
    comparison, it is the leg that was weaker at first, unless one gets worse.
    """
    found = (_pain(seen), _location(seen, legs), _sensation(seen), _strength(seen, pairs))
    return MappingProxyType({sign.key: sign for sign in found})


def function(measures: Sequence[Measure]) -> Function | None:
    """Return the mean ability over the own activities that were rated both then and now; None without any."""
    pairs = [
        (row.then, row.now)
        for row in measures
        if row.key is MeasureKey.ABILITY and row.then is not None and row.now is not None
    ]
    if not pairs:
        return None
    return Function(
        then=sum(then for then, _ in pairs) / len(pairs),
        now=sum(now for _, now in pairs) / len(pairs),
        activities=len(pairs),
    )


def judged(
    days: Sequence[Day], value: Callable[[Day], float], as_of: date, window_days: int, least_fall: float = 0.0
) -> Look:
    """Return what the last `window_days` days up to `as_of` say about a daily 0..10 rating.

    improving or worsening: P >= .975 and a change of 2 points or more; probably so: P >= .90 and 1 point or more; and
    only as far as the windows that end on the two logged days before the last one say the same. A fall of less than
    the share `least_fall` of where the line starts is never called improving. not_enough by the rule of directions.
    """
    dates = [day.date for day in days]
    stop = bisect_right(dates, as_of)
    start = bisect_left(dates, as_of - timedelta(days=window_days - 1))
    windows = [(start, stop)]
    if stop - start >= ENOUGH_DAYS:
        windows += [
            (bisect_left(dates, dates[end - 1] - timedelta(days=window_days - 1)), end) for end in (stop - 1, stop - 2)
        ]
    series = [_series(days[first:end], value) for first, end in windows]
    ready = enough(series[0][0])
    change = posterior.change(*series[0], RATING_SCALE) if ready else None
    verdict = _held([_steps(t, y, least_fall) for t, y in series]) if ready else SignVerdict.NOT_ENOUGH
    return Look(
        verdict=verdict,
        window_days=window_days,
        days_logged=stop - start,
        first_day=dates[start] if start < stop else None,
        last_day=dates[stop - 1] if start < stop else None,
        change=change.mean if change else None,
        probability_better=change.probability_below_zero if change else None,
    )


def _pain(seen: Compared) -> Sign:
    return _rated(SignKey.PAIN, None, seen, lambda day: day.pain_average, 0.0)


def _sensation(seen: Compared) -> Sign:
    """The leg with numbness or tingling within the longer window, or in the week of then."""
    watched = between(seen.days, seen.as_of - timedelta(days=LONGER_DAYS - 1), seen.as_of)
    first = between(seen.days, seen.then.first, seen.then.last) if seen.then else ()
    legs = tuple(
        _rated(SignKey.SENSATION, leg, seen, partial(_sensation_of, leg), SENSATION_FALL)
        for leg in LEGS
        if any(day.legs[leg].sensation for day in (*first, *watched))
    )
    if not legs:
        return _rated(SignKey.SENSATION, None, seen, lambda day: 0.0, SENSATION_FALL)
    return _worse_of(legs)


def _location(seen: Compared, legs: Legs) -> Sign:
    """The leg with pain in regions of its own; both where both have, or where all pain is in the centre."""
    found = {leg: _located(leg, seen, progress) for leg, progress in legs.items()}
    watched = between(seen.days, seen.as_of - timedelta(days=HEADLINE_DAYS - 1), seen.as_of)
    own = [leg for leg in found if any(max(day.legs[leg].places, default=0) > 1 for day in watched)]
    return _worse_of(tuple(found[leg] for leg in own or found))


def _located(leg: Side, seen: Compared, progress: LegProgress) -> Sign:
    return _sign(
        SignKey.LOCATION,
        leg,
        _of_direction(progress.headline),
        _of_direction(progress.longer),
        seen,
        partial(_level_of, leg),
    )


def _of_direction(direction: Direction) -> Look:
    return Look(
        verdict=_OF_DIRECTION.get(direction.verdict, SignVerdict.NO_CLEAR_CHANGE),
        window_days=direction.window_days,
        days_logged=direction.days_logged,
        first_day=direction.first_day,
        last_day=direction.last_day,
        change=direction.change_levels,
        probability_better=direction.probability_up,
    )


def _strength(seen: Compared, pairs: Mapping[Side, StrengthPair]) -> Sign:
    legs = tuple(_tested(seen, pair) for pair in pairs.values())
    tested = tuple(sign for sign in legs if sign.headline.days_logged) or legs[:1]
    worst = _worse_of(tested)
    if _STEPS.get(worst.verdict, 0) > 0:
        return worst
    with_verdict = [sign for sign in tested if sign.verdict is not SignVerdict.NOT_ENOUGH] or tested
    weaker = min(with_verdict, key=lambda sign: inf if sign.then is None else sign.then)
    return replace(weaker, legs=tested)


def _tested(seen: Compared, pair: StrengthPair) -> Sign:
    then, now = (None if count is None else float(count) for count in pair.heel_raises)
    look = Look(
        verdict=strength.verdict(pair),
        window_days=(seen.as_of - seen.since).days + 1,
        days_logged=pair.tests,
        first_day=pair.first_day,
        last_day=pair.last_day,
        change=None if then is None or now is None else now - then,
        probability_better=None,
    )
    return Sign(
        key=SignKey.STRENGTH,
        leg=pair.leg,
        headline=look,
        longer=look,
        then=then,
        then_days=int(then is not None),
        now=now,
        now_days=int(now is not None),
        percent=percent_change(then, now),
        size=None,
        legs=(),
    )


def _rated(key: SignKey, leg: Side | None, seen: Compared, value: Callable[[Day], float], least_fall: float) -> Sign:
    headline, longer = (
        judged(seen.days, value, seen.as_of, window, least_fall) for window in (HEADLINE_DAYS, LONGER_DAYS)
    )
    return _sign(key, leg, headline, longer, seen, value)


def _sign(
    key: SignKey, leg: Side | None, headline: Look, longer: Look, seen: Compared, value: Callable[[Day], float]
) -> Sign:
    then, then_days = mean(seen.days, seen.then, value) if seen.then else (None, 0)
    now, now_days = mean(seen.days, seen.now, value)
    rated = key is not SignKey.LOCATION and then is not None and then >= PERCENT_FROM
    percent = percent_change(then, now) if rated else None
    return Sign(
        key=key,
        leg=leg,
        headline=headline,
        longer=longer,
        then=then,
        then_days=then_days,
        now=now,
        now_days=now_days,
        percent=percent,
        size=size_of_fall(percent),
        legs=(),
    )


def _worse_of(legs: tuple[Sign, ...]) -> Sign:
    """The sign as a whole: that of the leg that does worse; a leg with too few entries has no say beside another."""
    worst = max(legs, key=lambda sign: _STEPS.get(sign.verdict, -len(_STEPS)))
    return replace(worst, legs=legs)


def _series(days: Sequence[Day], value: Callable[[Day], float]) -> tuple[posterior.Floats, posterior.Floats]:
    t = np.array([day.date.toordinal() for day in days], dtype=float)
    return t - t[:1], np.array([value(day) for day in days], dtype=float)


def _steps(t: posterior.Floats, y: posterior.Floats, least_fall: float) -> int:
    """What one window says by itself: -2 improving .. 2 worsening."""
    if not enough(t):
        return 0
    found = posterior.change(t, y, RATING_SCALE)
    probability = max(found.probability_below_zero, 1 - found.probability_below_zero)
    better = found.probability_below_zero > 0.5
    steps = int(probability >= PROBABLY and abs(found.mean) >= PROBABLY_POINTS)
    steps += int(probability >= CLEARLY and abs(found.mean) >= CLEARLY_POINTS)
    if better and steps and least_fall:
        start = float(posterior.fitted(t, y, RATING_SCALE, t[:1]).mean[0])
        steps = steps if -found.mean >= least_fall * start else 0
    return -steps if better else steps


def _held(steps: Sequence[int]) -> SignVerdict:
    """As far as all windows say the same way as the first."""
    held = min(max(steps), 0) if steps[0] < 0 else max(min(steps), 0)
    return _VERDICTS[held]


def _sensation_of(leg: Side, day: Day) -> float:
    return day.legs[leg].sensation


def _level_of(leg: Side, day: Day) -> float:
    return day.legs[leg].level
