"""Direction: which way the pain of one leg moves, said no more surely than the days allow; and how often it hurts.

Two questions, never one figure. Where it is when it hurts is asked of painful days only: taken together with the free
days as level 0, a calf that hurts every day and then every second day would read as a move up. On how many days it
hurts is asked of painful and free days. The intensity of a pain never enters. The rules and figures are ours.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from journal.analysis import posterior
from journal.analysis.episodes import returns
from journal.analysis.limits import DIRECTION_DAYS
from journal.analysis.looks import (
    ENOUGH_IN_A_THIRD,
    HEADLINE_DAYS,
    LONGER_DAYS,
    WINDOWS,
    Judge,
    Look,
    Series,
    announced,
    by_size,
    enough,
)
from journal.analysis.results import (
    Day,
    Direction,
    Frequency,
    FrequencyVerdict,
    LegProgress,
    LinePoint,
    Often,
    SensationPlace,
    Verdict,
)
from journal.analysis.student_t import Floats
from journal.domain.body import LEG_FROM, LEGS, REGIONS, Side
from journal.domain.entry import Kind

LEVEL_SCALE = 0.6
"""s0 of the prior of sigma, in levels."""
PLACE = Judge("place", LEVEL_SCALE, by_size(1.0, 0.5), turn_from=(0.975, 0.75))
FREQUENCY = Judge("frequency", 0.3, by_size(0.3, 0.2))
STAYED = 0.90
"""Probability of a change of under one level from which the pain is said to have stayed."""
COMPARED_DAYS = 14
"""Known days at each end of a window whose painful ones are counted."""
LEVEL_NOW_DAYS = 7
SIDES_DAYS = 10
"""Known days without pain in a leg, after which it has gone from there."""

_VERDICTS = {
    -2: Verdict.CLEARLY_UP,
    -1: Verdict.PROBABLY_UP,
    1: Verdict.PROBABLY_DOWN,
    2: Verdict.CLEARLY_DOWN,
}
_TURNS = {-1: Verdict.TURNED_UP, 0: None, 1: Verdict.TURNED_DOWN}
"""Values that rose and fell went down the leg and came back up."""
_FREQUENCIES = {
    -2: FrequencyVerdict.CLEARLY_FEWER,
    -1: FrequencyVerdict.PROBABLY_FEWER,
    0: FrequencyVerdict.NO_CLEAR_CHANGE,
    1: FrequencyVerdict.PROBABLY_MORE,
    2: FrequencyVerdict.CLEARLY_MORE,
}


class PainfulDays(Series):
    """The levels (1..7) of the days on which one leg hurt; in a window without a pain of its own side, none."""

    def __init__(self, days: Sequence[Day], leg: Side, starts: Sequence[int]) -> None:
        painful = [(day, level) for day in days if (level := day.legs[leg].level) is not None]
        super().__init__([day.date.toordinal() for day, _ in painful], [level for _, level in painful], starts)
        self.own = np.array([day.legs[leg].own for day, _ in painful], dtype=bool)

    def seen(self, window: slice) -> tuple[Floats, Floats]:
        return super().seen(window if self.own[window].any() else slice(0))


class KnownDays(Series):
    """1 for each day on which one leg hurt and 0 for each free one; the centre counts as in `PainfulDays`."""

    def __init__(self, days: Sequence[Day], leg: Side, starts: Sequence[int]) -> None:
        known = [day for day in days if day.placed]
        hurts = [day.legs[leg].level is not None for day in known]
        super().__init__([day.date.toordinal() for day in known], hurts, starts)
        self.own = np.array([day.legs[leg].own for day in known], dtype=bool)

    def seen(self, window: slice) -> tuple[Floats, Floats]:
        t, y = super().seen(window)
        return t, y if self.own[window].any() else np.zeros_like(y)


def leg_progress(days: Sequence[Day], leg: Side, as_of: date) -> LegProgress:
    """Return where and how often one leg hurt, over 28 and over 56 days up to `as_of`; `days` as `direction` says."""
    starts = _starts(days)
    headline, longer = (direction(days, leg, as_of, window, starts) for window in WINDOWS)
    return LegProgress(headline, longer, _often(KnownDays(days, leg, starts), as_of))


def often(days: Sequence[Day], as_of: date) -> Often:
    """Return how often the person hurts anywhere; here a rated pain without a place is painful too."""
    known = [day for day in days if day.hurts is not None]
    series = Series([day.date.toordinal() for day in known], [bool(day.hurts) for day in known], _starts(days))
    return _often(series, as_of)


def sensation_place(days: Sequence[Day], leg: Side, as_of: date) -> SensationPlace:
    """Return where numbness or tingling of one leg was over 28 days, by the rules of where it hurts."""
    felt = [(day.date.toordinal(), level) for day in days if (level := day.legs[leg].sensation_level) is not None]
    series = Series([day for day, _ in felt], [level for _, level in felt], _starts(days))
    t, y = series.seen(series.window(as_of.toordinal(), HEADLINE_DAYS))
    if not enough(t):
        return SensationPlace(Verdict.NOT_ENOUGH, None, _band(y))
    numbers = posterior.change(t, y, LEVEL_SCALE)
    look = announced(series, PLACE, [as_of.toordinal()], HEADLINE_DAYS)[0]
    return SensationPlace(_told(look, numbers.probability_within_one), numbers.mean, _band(y))


def changed_sides(days: Sequence[Day]) -> Side | None:
    """Return the leg that began to hurt while the other one stopped: free on its last 10 known days, after pain.

    Begun means that the leg hurt in those 10 days, and not in the 28 days before the other's last pain but for its
    last 14 (ours).
    """
    known = [day for day in days if day.placed]
    lately = known[-SIDES_DAYS:]
    for gone in LEGS:
        begun = gone.mirrored
        hurt = {leg: [day.date for day in known if day.legs[leg].own] for leg in LEGS}
        if len(lately) < SIDES_DAYS or not hurt[gone] or not hurt[begun]:
            continue
        last = hurt[gone][-1]
        before = (last - timedelta(days=HEADLINE_DAYS), last - timedelta(days=COMPARED_DAYS))
        new = not any(before[0] <= day <= before[1] for day in hurt[begun])
        if last < lately[0].date <= hurt[begun][-1] and (last - hurt[gone][0]).days >= COMPARED_DAYS and new:
            return begun
    return None


def direction(
    days: Sequence[Day],
    leg: Side,
    as_of: date,
    window_days: int = HEADLINE_DAYS,
    starts: Sequence[int] | None = None,
) -> Direction:
    """The direction of one leg over the last `window_days` (28 or 56) calendar days up to and including `as_of`.

    days: as `daily` gives them, oldest first; later ones than `as_of` are not looked at. starts: as `returns` gives
    them, as ordinals, where known. A window never reaches back over a recovery. The verdict is the first of:

    - no_symptoms, if there is a logged day and none of them is painful or unknown
    - back_only, if there are painful days but no pain on the leg's own side
    - not_enough, unless there are 10 painful days, 12 days from first to last, and 3 of them in the first and in the
      last third of that span (a day on the border counts); then no number is given
    - clearly or probably up or down, as far as it held (`looks.announced`)
    - turned, if the curve's turn held
    - stayed, if the change is under one level with a probability of 90 %
    - no_clear_change

    Waiting, or logging free days, changes nothing but where the window starts.
    """
    series = PainfulDays(days, leg, _starts(days) if starts is None else starts)
    window = series.window(as_of.toordinal(), window_days)
    t, y = series.seen(window)
    painful = series.days[window]
    logged = [day for day in days if as_of - timedelta(days=window_days) < day.date <= as_of]
    if series.starts:
        logged = [day for day in logged if day.date.toordinal() >= series.start(as_of.toordinal())]
    unknown = sum(not day.placed and day.legs[leg].level is None for day in logged)
    numbers = line = turn = None
    needed: tuple[date, int] | tuple[None, None] = (None, None)
    if logged and not painful and not unknown:
        verdict = Verdict.NO_SYMPTOMS
    elif painful and not len(t):
        verdict = Verdict.BACK_ONLY
    elif not enough(t):
        verdict = Verdict.NOT_ENOUGH
        needed = _earliest(series, as_of, window_days, any(day.date == as_of for day in logged))
    else:
        numbers = posterior.change(t, y, LEVEL_SCALE)
        look = announced(series, PLACE, [as_of.toordinal()], window_days)[0]
        turn = _TURNS[look.turn]
        verdict = _told(look, numbers.probability_within_one)
        line = _line(t, y, date.fromordinal(painful[0]), curved=verdict in (Verdict.TURNED_UP, Verdict.TURNED_DOWN))
    return Direction(
        leg=leg,
        verdict=verdict,
        turn=turn,
        as_of=as_of,
        window_days=window_days,
        first_logged=logged[0].date if logged else None,
        last_logged=logged[-1].date if logged else None,
        days_logged=len(logged),
        painful_days=len(painful),
        unknown_days=unknown,
        first_day=date.fromordinal(painful[0]) if painful else None,
        last_day=date.fromordinal(painful[-1]) if painful else None,
        change_levels=numbers.mean if numbers else None,
        probability_up=numbers.probability_below_zero if numbers else None,
        interval=numbers.interval if numbers else None,
        line=line or (),
        band=_band(series.y[window]),
        level_now=_level_now(series.t[window], series.y[window]),
        leg_days=sum(_own_level(day, leg) >= LEG_FROM for day in logged),
        other_symptom_days=sum(bool(day.legs[leg].sensation or day.legs[leg].weakness) for day in logged),
        earliest=needed[0],
        painful_days_needed=needed[1],
    )


def verdicts(
    days: Sequence[Day], leg: Side, first: date, last: date, window_days: int = HEADLINE_DAYS
) -> tuple[Look, ...]:
    """What of the place is announced on each calendar day from `first` to `last`, as `direction` has it one by one.

    All looks are computed together and remembered: ten years take about a second the first time, and after one more
    entry only the windows that hold it are computed anew.
    """
    asked = range(first.toordinal(), last.toordinal() + 1)
    return tuple(announced(PainfulDays(days, leg, _starts(days)), PLACE, asked, window_days))


def _starts(days: Sequence[Day]) -> list[int]:
    return [day.toordinal() for day in returns(days)]


def _told(look: Look, probability_within_one: float) -> Verdict:
    if look.steps:
        return _VERDICTS[look.steps]
    turn = _TURNS[look.turn]
    if turn is not None:
        return turn
    return Verdict.STAYED if probability_within_one >= STAYED else Verdict.NO_CLEAR_CHANGE


def _often(series: Series, as_of: date) -> Often:
    headline, longer = (_frequency(series, as_of, window) for window in WINDOWS)
    return Often(headline, longer)


def _frequency(series: Series, as_of: date, window_days: int) -> Frequency:
    t, y = series.seen(series.window(as_of.toordinal(), window_days))
    verdict, numbers = FrequencyVerdict.NOT_ENOUGH, None
    if enough(t):
        numbers = posterior.change(t, y, FREQUENCY.scale)
        verdict = _FREQUENCIES[announced(series, FREQUENCY, [as_of.toordinal()], window_days)[0].steps]
    half = min(COMPARED_DAYS, len(y) // 2)
    return Frequency(
        verdict=verdict,
        window_days=window_days,
        known_days=len(y),
        painful_days=int(y.sum()),
        change=numbers.mean if numbers else None,
        probability_fewer=numbers.probability_below_zero if numbers else None,
        then=(int(y[:half].sum()), half) if half else None,
        now=(int(y[-half:].sum()), half) if half else None,
    )


def _earliest(series: Series, as_of: date, window_days: int, logged_today: bool) -> tuple[date, int]:
    """The first day that could have enough, were every day until then painful; and the fewest of them it takes."""
    today = as_of.toordinal()
    first = today + 1 if logged_today else today
    known = series.days[series.window(today, window_days)]
    for last in range(first, first + window_days):
        days = [day for day in known if day > last - window_days]
        if enough(np.array([*days, *range(first, last + 1)], dtype=float)):
            return date.fromordinal(last), _needed([*days, *([first] if not days else [])], last) + (not days)
    raise AssertionError("a window full of painful days is always enough")


def _needed(days: Sequence[int], last: int) -> int:
    """The fewest painful days that make it enough on `last`, beside these, the first of which is the window's."""
    third = (last - days[0]) / 3
    at_first = max(0, ENOUGH_IN_A_THIRD - sum(day - days[0] <= third for day in days))
    at_last = max(0, ENOUGH_IN_A_THIRD - sum(last - day <= third for day in days))
    return max(1, DIRECTION_DAYS - len(days), at_first + at_last)  # the last day itself closes the span


def _band(levels: Floats) -> tuple[int, int] | None:
    if not len(levels):
        return None
    rounded = np.floor(levels + 0.5).astype(int)
    most = int(np.bincount(rounded).argmax())
    if 2 * (rounded == most).sum() >= len(rounded):
        return most, most
    low, high = np.quantile(rounded, (0.1, 0.9), method="inverted_cdf")
    return int(low), int(high)


def _level_now(t: Floats, levels: Floats) -> int | None:
    if not len(levels):
        return None
    return int(np.median(levels[t > t[-1] - LEVEL_NOW_DAYS]) + 0.5)


def _own_level(day: Day, leg: Side) -> int:
    """The deepest level with pain marked on the leg's own side, or 0."""
    levels = [REGIONS[at].level or 0 for at, kind in day.marks if kind is Kind.PAIN and REGIONS[at].side is leg]
    return max(levels, default=0)


def _line(t: Floats, y: Floats, first: date, *, curved: bool) -> tuple[LinePoint, ...]:
    """A point for each calendar day from the first to the last painful day."""
    at = np.arange(t[-1] + 1)
    band = posterior.fitted(t, y, LEVEL_SCALE, at, curved=curved)
    return tuple(
        LinePoint(first + timedelta(days=n), *values)
        for n, values in enumerate(zip(band.mean.tolist(), band.low.tolist(), band.high.tolist(), strict=True))
    )


__all__ = ["HEADLINE_DAYS", "LONGER_DAYS", "direction", "leg_progress", "often", "verdicts"]
