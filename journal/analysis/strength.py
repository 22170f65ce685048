"""Strength: home tests of each leg, the first of the range against the last."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from journal.analysis.daily import between
from journal.analysis.limits import HEEL_RAISES_COUNT_FROM
from journal.analysis.measures import first_and_last
from journal.analysis.results import Day, SignVerdict, StrengthPair
from journal.domain.body import LEGS, Side
from journal.domain.strength import BigToeLift, LimitedBy, StrengthTest, Walk

Value = TypeVar("Value")

_WALKS: dict[object, int] = {Walk.NO: 0, Walk.PARTLY: 1, Walk.YES: 2}
_LIFTS: dict[object, int] = {BigToeLift.NONE: 0, BigToeLift.WEAK: 1, BigToeLift.NORMAL: 2}
_WHOLE_SCALE = 2


def strength_pairs(
    tests: Sequence[StrengthTest], days: Sequence[Day], since: date, as_of: date
) -> Mapping[Side, StrengthPair]:
    """Return each leg's results, first and last of the range, test by test; the last if recent and on another day.

    Of several tests on one day the last counts. A test that was not tried does not.
    """
    tried = [
        test
        for test in sorted(tests, key=lambda test: test.tested_at)
        if since <= test.day <= as_of and test.limited_by is not LimitedBy.NOT_TRIED
    ]
    return MappingProxyType({leg: _pair(tried, days, since, as_of, leg) for leg in LEGS})


def verdict(pair: StrengthPair) -> SignVerdict:
    """Return what one leg's tests say: only a change of 7 heel raises or more counts (Hebert-Losier 2017).

    We know no limits of agreement for the two walks and the toe lift. So a change over their whole scale, yes to no or
    none to normal, is said as probable where the heel raises say nothing, and a lesser one is only shown (ours).
    Weakness marked on the map never decides.
    """
    raises = pair.heel_raises
    if None not in raises:
        change = (raises[1] or 0) - (raises[0] or 0)
        if abs(change) >= HEEL_RAISES_COUNT_FROM:
            return SignVerdict.IMPROVING if change > 0 else SignVerdict.WORSENING
    steps = [
        order[now] - order[then]
        for order, (then, now) in ((_WALKS, pair.heel_walk), (_WALKS, pair.toe_walk), (_LIFTS, pair.big_toe_lift))
        if then is not None and now is not None
    ]
    if not steps and None in raises:
        return SignVerdict.NOT_ENOUGH
    if -_WHOLE_SCALE in steps:
        return SignVerdict.PROBABLY_WORSENING
    return SignVerdict.PROBABLY_IMPROVING if _WHOLE_SCALE in steps else SignVerdict.NO_CLEAR_CHANGE


def _pair(tried: Sequence[StrengthTest], days: Sequence[Day], since: date, as_of: date, leg: Side) -> StrengthPair:
    tests = [test for test in tried if test.leg is leg]

    def pair_of(result: Callable[[StrengthTest], Value | None]) -> tuple[Value | None, Value | None]:
        known = [(test.day, value) for test in tests if (value := result(test)) is not None]
        return first_and_last(known, since, as_of)

    tested_on = sorted({test.day for test in tests})
    return StrengthPair(
        leg=leg,
        heel_raises=pair_of(lambda test: test.heel_raises),
        heel_walk=pair_of(lambda test: test.heel_walk),
        toe_walk=pair_of(lambda test: test.toe_walk),
        big_toe_lift=pair_of(lambda test: test.big_toe_lift),
        limited_by=tests[-1].limited_by if tests else None,
        first_day=tested_on[0] if tested_on else None,
        last_day=tested_on[-1] if tested_on else None,
        tests=len(tested_on),
        weakness_days=sum(bool(day.legs[leg].weakness) for day in between(days, since, as_of)),
    )
