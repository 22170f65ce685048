"""The four signs: pain, location, numbness and tingling, strength, each with a verdict of its own.

Pain and sensation are judged by the engine that also judges the direction of a leg, with the same windows, the same
enough-rule and the same care that a verdict must have held on the days before.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from math import inf
from types import MappingProxyType

from journal.analysis import posterior, strength
from journal.analysis.daily import between
from journal.analysis.direction import sensation_place
from journal.analysis.episodes import returns
from journal.analysis.limits import PERCENT_FROM, WEEK_DAYS
from journal.analysis.looks import HEADLINE_DAYS, LONGER_DAYS, WINDOWS, Judge, Series, announced, enough, signed
from journal.analysis.measures import mean, percent_change, size_of_fall
from journal.analysis.results import (
    Day,
    Direction,
    Function,
    LegProgress,
    Measure,
    MeasureKey,
    OpenFlag,
    Sign,
    SignKey,
    SignVerdict,
    StrengthPair,
    Stretch,
    Verdict,
    WindowFinding,
    Worse,
)
from journal.analysis.student_t import Floats
from journal.domain.body import LEGS, Side
from journal.domain.redflag import Tier

RATING_SCALE = 0.8
"""s0 of the prior of sigma for 0..10 ratings: real diaries vary by .2 to .8 a day, seldom by 1.4."""
STRONG_POINTS, STRONG_SHARE = 1.0, 0.30
WEAK_POINTS, WEAK_SHARE = 0.7, 0.15
"""A change counts from so many points, and from so much of the mean of the window's first week."""
SENSATION_SHARE, SENSATION_RISE = 0.30, 1.0
"""Numbness and tingling: less of a fall is not called improving, less of a rise not worsening, weakly either."""


def _pain_steps(t: Floats, y: Floats, change: float, below_zero: float) -> int:
    then = float(y[t < t[0] + WEEK_DAYS].mean())
    return signed(change, below_zero, max(STRONG_POINTS, STRONG_SHARE * then), max(WEAK_POINTS, WEAK_SHARE * then))


def _sensation_steps(t: Floats, y: Floats, change: float, below_zero: float) -> int:
    then = float(y[t < t[0] + WEEK_DAYS].mean())
    least = SENSATION_SHARE * then if below_zero > 0.5 else max(SENSATION_RISE, SENSATION_SHARE * then)
    return _pain_steps(t, y, change, below_zero) if abs(change) >= least else 0


PAIN = Judge("pain", RATING_SCALE, _pain_steps)
SENSATION = Judge("sensation", RATING_SCALE, _sensation_steps)

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
class ThenAndNow:
    """What every sign looks at: the logged days up to `as_of`, the range, and the two weeks that are compared."""

    days: Sequence[Day]
    since: date
    as_of: date
    then: Stretch | None
    now: Stretch


def signs(seen: ThenAndNow, legs: Legs, pairs: Mapping[Side, StrengthPair]) -> Mapping[SignKey, Sign]:
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


def worse(seen: ThenAndNow, four: Mapping[SignKey, Sign], flags: Sequence[OpenFlag], leg: Side) -> tuple[Worse, ...]:
    """Return what gets worse in one leg, and whether an emergency or same-day sign is open: told before good news."""
    getting_worse = (SignVerdict.WORSENING, SignVerdict.PROBABLY_WORSENING)
    weakness = judged(seen.days, lambda day: day.legs[leg].weakness, seen.as_of, HEADLINE_DAYS, SENSATION)
    found = {
        Worse.STRENGTH: _verdict_of(four[SignKey.STRENGTH], leg) in getting_worse,
        Worse.WEAKNESS: weakness.verdict in getting_worse,
        Worse.SENSATION: _verdict_of(four[SignKey.SENSATION], leg) in getting_worse,
        Worse.URGENT: any(flag.tier in (Tier.EMERGENCY, Tier.SAME_DAY) for flag in flags),
    }
    return tuple(each for each in Worse if found[each])


def _verdict_of(sign: Sign, leg: Side) -> SignVerdict | None:
    return next((one.verdict for one in sign.legs or (sign,) if one.leg is leg), None)


def judged(
    days: Sequence[Day], value: Callable[[Day], float | None], as_of: date, window_days: int, judge: Judge = PAIN
) -> WindowFinding:
    """Return what the last `window_days` (28 or 56) days up to `as_of` say about a daily 0..10 rating.

    Days without a rating do not count. improving or worsening: a probability of 92.5 % and a change of 1 point and 30 %
    of the window's first week; probably so: 90 %, and .7 points and 15 %; both only as far as they held like a
    direction (`looks.announced`). not_enough by the rule of directions.
    """
    known = [(day.date.toordinal(), figure) for day in days if (figure := value(day)) is not None]
    starts = [day.toordinal() for day in returns(days)]
    series = Series([day for day, _ in known], [figure for _, figure in known], starts)
    window = series.window(as_of.toordinal(), window_days)
    t, y = series.seen(window)
    shown = series.days[window]
    ready = enough(t)
    change = posterior.change(t, y, judge.scale) if ready else None
    steps = announced(series, judge, [as_of.toordinal()], window_days)[0].steps if ready else 0
    return WindowFinding(
        verdict=_VERDICTS[steps] if ready else SignVerdict.NOT_ENOUGH,
        window_days=window_days,
        days_logged=len(shown),
        first_day=date.fromordinal(shown[0]) if shown else None,
        last_day=date.fromordinal(shown[-1]) if shown else None,
        change=change.mean if change else None,
    )


def _pain(seen: ThenAndNow) -> Sign:
    return _rated(SignKey.PAIN, None, seen, lambda day: day.pain_average, PAIN)


def _sensation(seen: ThenAndNow) -> Sign:
    """The leg with numbness or tingling within the longer window, or in the week of then."""
    watched = between(seen.days, seen.as_of - timedelta(days=LONGER_DAYS - 1), seen.as_of)
    first = between(seen.days, seen.then.first, seen.then.last) if seen.then else ()
    legs = tuple(
        replace(
            _rated(SignKey.SENSATION, leg, seen, partial(_sensation_of, leg), SENSATION),
            place=sensation_place(seen.days, leg, seen.as_of),
        )
        for leg in LEGS
        if any(day.legs[leg].sensation for day in (*first, *watched))
    )
    if not legs:
        return _rated(SignKey.SENSATION, None, seen, partial(_sensation_of, LEGS[0]), SENSATION)
    return _worse_of(legs)


def _location(seen: ThenAndNow, legs: Legs) -> Sign:
    """The leg with pain in regions of its own; both where both have, or where all pain is in the centre."""
    found = {leg: _located(leg, seen, progress) for leg, progress in legs.items()}
    watched = between(seen.days, seen.as_of - timedelta(days=HEADLINE_DAYS - 1), seen.as_of)
    own = [leg for leg in found if any(day.legs[leg].own for day in watched)]
    return _worse_of(tuple(found[leg] for leg in own or found))


def _located(leg: Side, seen: ThenAndNow, progress: LegProgress) -> Sign:
    return _sign(
        SignKey.LOCATION,
        leg,
        _of_direction(progress.headline),
        _of_direction(progress.longer),
        seen,
        partial(_level_of, leg),
    )


def _of_direction(direction: Direction) -> WindowFinding:
    return WindowFinding(
        verdict=_OF_DIRECTION.get(direction.verdict, SignVerdict.NO_CLEAR_CHANGE),
        window_days=direction.window_days,
        days_logged=direction.days_logged,
        first_day=direction.first_day,
        last_day=direction.last_day,
        change=direction.change_levels,
    )


def _strength(seen: ThenAndNow, pairs: Mapping[Side, StrengthPair]) -> Sign:
    legs = tuple(_tested(seen, pair) for pair in pairs.values())
    tested = tuple(sign for sign in legs if sign.headline.days_logged) or legs[:1]
    worst = _worse_of(tested)
    if _STEPS.get(worst.verdict, 0) > 0:
        return worst
    with_verdict = [sign for sign in tested if sign.verdict is not SignVerdict.NOT_ENOUGH] or tested
    weaker = min(with_verdict, key=lambda sign: inf if sign.then is None else sign.then)
    return replace(weaker, legs=tested)


def _tested(seen: ThenAndNow, pair: StrengthPair) -> Sign:
    then, now = (None if count is None else float(count) for count in pair.heel_raises)
    look = WindowFinding(
        verdict=strength.verdict(pair),
        window_days=(seen.as_of - seen.since).days + 1,
        days_logged=pair.tests,
        first_day=pair.first_day,
        last_day=pair.last_day,
        change=None if then is None or now is None else now - then,
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


def _rated(
    key: SignKey, leg: Side | None, seen: ThenAndNow, value: Callable[[Day], float | None], judge: Judge
) -> Sign:
    headline, longer = (judged(seen.days, value, seen.as_of, window, judge) for window in WINDOWS)
    return _sign(key, leg, headline, longer, seen, value)


def _sign(
    key: SignKey,
    leg: Side | None,
    headline: WindowFinding,
    longer: WindowFinding,
    seen: ThenAndNow,
    value: Callable[[Day], float | None],
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


def _sensation_of(leg: Side, day: Day) -> float | None:
    return day.legs[leg].sensation


def _level_of(leg: Side, day: Day) -> float | None:
    return day.legs[leg].level
