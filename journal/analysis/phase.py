"""The article's four phases, read off the signs. One clinic's description, not a test: a diary cannot see a nerve.

1 reducing inflammation, 2 improving oxygenation, 3 regeneration of nerve cells, 4 rehabilitation and desensitization.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.analysis import signs
from journal.analysis.daily import between, first_with_enough
from journal.analysis.limits import (
    PAIN_COUNTS_FROM,
    PAIN_COUNTS_FROM_PERCENT,
    PHASE_DAYS,
    SENSATION_COUNTS_FROM_PERCENT,
    WEEK_DAYS,
)
from journal.analysis.measures import abilities, mean_of, percent_change, reaches
from journal.analysis.results import (
    Day,
    Episode,
    Function,
    LegProgress,
    OpenFlag,
    Phase,
    PhaseFigure,
    PhaseReason,
    PhaseState,
    SignVerdict,
    Stretch,
    Verdict,
)
from journal.analysis.strength import strength_pairs, verdict
from journal.domain.body import LEGS, Side
from journal.domain.entry import FELT as FELT_KINDS
from journal.domain.records import Records
from journal.domain.strength import HEEL_RAISE_CAP, LimitedBy

LAST_DAYS = 14

SOME_PERCENT = 10
DISTURBED_NIGHT = 4.0
"""0..10; so much counts as a disturbed night: moderate on a rating scale (ours)."""
NIGHTS_NEEDED = 4
LOW_FUNCTION, FULL_FUNCTION = 5.0, 9.0
FUNCTION_POINTS = 2.0
FELT = 1.0
"""A mean of numbness or tingling under this is too little to speak of a fall (ours)."""
CALM_PAIN = 1.0
CALM_LEVEL = 1.0
ALIKE = 0.8
"""Of the stronger leg's heel raises."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """The last 14 days beside the first logged week."""

    records: Records
    days: Sequence[Day]
    last: Sequence[Day]
    """Logged days of the last 14."""
    first: Sequence[Day]
    """Logged days of the baseline week; empty without one."""
    baseline: Stretch | None
    legs: Mapping[Side, LegProgress]
    as_of: date
    pain_then: float | None
    pain_now: float | None


def phase(
    records: Records,
    days: Sequence[Day],
    legs: Mapping[Side, LegProgress],
    episodes: Sequence[Episode],
    flags: Sequence[OpenFlag],
    as_of: date,
) -> Phase:
    """Return the phase that the last 14 days (8 logged) look like, against the first logged week.

    The first logged week is the first with at least 4 logged days of the present or latest episode, whole before the
    14 days. Nights count as disturbed from 4 of 10; more pain-free days means a greater share of the logged days; a
    sign that was not noted cannot speak for a phase. Where a figure that was not given could have named one, that is
    said and nothing about the signs. A red flag hides the phase, unless it is only asked about because it is old.
    """
    last = between(days, as_of - timedelta(days=LAST_DAYS - 1), as_of)
    onset = episodes[-1].started if episodes else days[0].date if days else as_of
    baseline = first_with_enough(between(days, onset, as_of), WEEK_DAYS, as_of - timedelta(days=LAST_DAYS))
    first = between(days, baseline.first, baseline.last) if baseline else ()
    seen = _Seen(records, days, last, first, baseline, legs, as_of, _pain(first), _pain(last))
    if any(not flag.old for flag in flags):
        return _phase(seen, PhaseState.HIDDEN)
    if len(last) < PHASE_DAYS:
        return _phase(seen, PhaseState.NOT_ENOUGH)
    calm = _of_calm(seen)
    if calm is not None and calm.state is PhaseState.NAMED:
        return calm
    if baseline is None:
        return calm or _phase(seen, PhaseState.NOT_ENOUGH)
    if seen.pain_then is None or seen.pain_now is None:
        return _missing(seen, PhaseFigure.PAIN)
    found = _of_pain_down(seen) if _pain_is_down(seen) else _of_pain_not_down(seen)
    return found if found.state is PhaseState.NAMED else calm or found


def _of_pain_down(seen: _Seen) -> Phase:
    """Phase 2 or 3, or why not."""
    against = []
    if any(leg.headline.verdict is Verdict.CLEARLY_DOWN for leg in seen.legs.values()):
        against.append(PhaseReason.MOVING_DOWN)
    function = _function(seen)
    if not (function and reaches(function.now - function.then, FUNCTION_POINTS)) and not _more_pain_free_days(seen):
        if function is None and not against:
            return _missing(seen, PhaseFigure.FUNCTION_TWICE)
        if function is not None:
            against.append(PhaseReason.FUNCTION_NOT_UP)
    if against:
        return _phase(seen, PhaseState.MIXED, reasons=(PhaseReason.PAIN_DOWN, *against))
    return _phase(seen, PhaseState.NAMED, 3 if _sensation_is_down(seen) or _strength_is_up(seen) else 2)


def _of_pain_not_down(seen: _Seen) -> Phase:
    """Phase 1, or why not."""
    percent = percent_change(seen.pain_then, seen.pain_now)
    is_less = percent is not None and percent <= -PAIN_COUNTS_FROM_PERCENT
    disturbed, low = _sleep_is_disturbed(seen), _function_is_low(seen)
    if not is_less and (disturbed or low):
        return _phase(seen, PhaseState.NAMED, 1)
    pain = PhaseReason.PAIN_SAME
    if (percent is not None and percent >= SOME_PERCENT) or (percent is None and (seen.pain_now or 0) > 0):
        pain = PhaseReason.PAIN_UP
    if is_less:
        return _phase(seen, PhaseState.MIXED, reasons=(pain,))
    asked = ((PhaseFigure.SLEEP, disturbed), (PhaseFigure.FUNCTION, low))
    unknown = [figure for figure, answer in asked if answer is None]
    if unknown:
        return _missing(seen, *unknown)
    return _phase(seen, PhaseState.MIXED, reasons=(pain, PhaseReason.SLEEP_AND_FUNCTION_GOOD))


def _missing(seen: _Seen, *figures: PhaseFigure) -> Phase:
    return replace(_phase(seen, PhaseState.MISSING), missing=figures)


def _phase(seen: _Seen, state: PhaseState, number: int | None = None, reasons: tuple[PhaseReason, ...] = ()) -> Phase:
    return Phase(state, number, reasons, (), seen.baseline, len(seen.last), seen.pain_then, seen.pain_now)


def _pain(days: Sequence[Day]) -> float | None:
    return mean_of(day.pain_average for day in days)


def _pain_is_down(seen: _Seen) -> bool:
    """By 2 points and by 30 %."""
    percent = percent_change(seen.pain_then, seen.pain_now)
    if percent is None or seen.pain_then is None or seen.pain_now is None:
        return False
    return percent <= -PAIN_COUNTS_FROM_PERCENT and reaches(seen.pain_then - seen.pain_now, PAIN_COUNTS_FROM)


def _more_pain_free_days(seen: _Seen) -> bool:
    then, now = (mean_of(not day.hurts for day in days if day.hurts is not None) for days in (seen.first, seen.last))
    return then is not None and now is not None and now > then


def _sleep_is_disturbed(seen: _Seen) -> bool | None:
    """On half the noted nights or more; None with too few noted."""
    nights = [day.sleep_disturbed for day in seen.last if day.sleep_disturbed is not None]
    if len(nights) < NIGHTS_NEEDED:
        return None
    return sum(night >= DISTURBED_NIGHT for night in nights) * 2 >= len(nights)


def _function(seen: _Seen) -> Function | None:
    since = seen.baseline.first if seen.baseline else seen.as_of
    return signs.function(tuple(abilities(seen.records.activity_ratings, since, seen.as_of)))


def _latest_function(seen: _Seen) -> float | None:
    """Mean over the own activities of the latest rating of the last 14 days, 0..10."""
    after = seen.as_of - timedelta(days=LAST_DAYS)
    latest = {
        rating.activity: rating.ability
        for rating in sorted(seen.records.activity_ratings, key=lambda rating: rating.rated_at)
        if after < rating.day <= seen.as_of
    }
    return sum(latest.values()) / len(latest) if latest else None


def _function_is_low(seen: _Seen) -> bool | None:
    latest = _latest_function(seen)
    return None if latest is None else latest < LOW_FUNCTION


def _sensation_is_down(seen: _Seen) -> bool:
    """By 30 % in a leg, and risen as much in none."""
    changes = []
    for leg in LEGS:
        then, now = (mean_of(day.legs[leg].sensation for day in days) for days in (seen.first, seen.last))
        if then is None or now is None:
            continue
        percent = percent_change(then, now)
        if max(then, now) >= FELT:
            changes.append(100 if percent is None else percent)
    limit = SENSATION_COUNTS_FROM_PERCENT
    return bool(changes) and min(changes) <= -limit and max(changes) < limit


def _strength_is_up(seen: _Seen) -> bool:
    """By the rule of the strength sign, in a leg; and down by it in none."""
    since = seen.baseline.first if seen.baseline else seen.as_of
    pairs = strength_pairs(seen.records.strength_tests, seen.days, since, seen.as_of)
    verdicts = {verdict(pair) for pair in pairs.values()}
    return SignVerdict.IMPROVING in verdicts and SignVerdict.WORSENING not in verdicts


def _of_calm(seen: _Seen) -> Phase | None:
    """Phase 4: all signs at rest and all of them noted; or what of it is missing; None where it does not fit."""
    at_rest = (
        all(day.pain_worst is not None and day.pain_worst <= CALM_PAIN for day in seen.last)
        and not any(kind in FELT_KINDS for day in seen.last for _, kind in day.marks)
        and all(day.placed and (leg.level or 0) <= CALM_LEVEL for day in seen.last for leg in day.legs.values())
    )
    function, alike = _latest_function(seen), _legs_are_alike(seen)
    if not at_rest or (function is not None and function < FULL_FUNCTION) or alike is False:
        return None
    unknown = [
        figure
        for figure, answer in ((PhaseFigure.FUNCTION, function), (PhaseFigure.HEEL_RAISES, alike))
        if answer is None
    ]
    return _missing(seen, *unknown) if unknown else _phase(seen, PhaseState.NAMED, 4)


def _legs_are_alike(seen: _Seen) -> bool | None:
    """Whether the latest heel raises of the last 14 days are within 20 % of the other leg, or at the cap."""
    after = seen.as_of - timedelta(days=LAST_DAYS)
    latest = {
        test.leg: test.heel_raises
        for test in sorted(seen.records.strength_tests, key=lambda test: test.tested_at)
        if after < test.day <= seen.as_of
        if test.heel_raises is not None and test.limited_by is not LimitedBy.NOT_TRIED
    }
    if any(leg not in latest for leg in LEGS):
        return None
    weaker, stronger = sorted(latest.values())
    return weaker == HEEL_RAISE_CAP or (stronger > 0 and weaker >= ALIKE * stronger)
