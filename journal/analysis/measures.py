"""Then and now: which days are compared, and every figure over them. One definition for window, page and JSON."""

import functools
import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TypeVar

from journal.analysis.daily import between, first_with_enough, needed, pain_free_days
from journal.analysis.limits import (
    ABILITY_COUNTS_FROM,
    DEFAULT_RANGE_DAYS,
    FORTNIGHT_DAYS,
    HEEL_RAISES_COUNT_FROM,
    PAIN_COUNTS_FROM,
    PAIN_COUNTS_FROM_PERCENT,
    SENSATION_COUNTS_FROM_PERCENT,
    WEEK_DAYS,
)
from journal.analysis.results import BodySummary, Day, Measure, MeasureKey, RegionLoad, Size, Stretch, Week
from journal.domain.body import LEGS, REGIONS, Side
from journal.domain.entry import Kind
from journal.domain.function import ActivityRating
from journal.domain.records import Records
from journal.domain.strength import LimitedBy, StrengthTest

Value = TypeVar("Value")
Figure = Callable[[Day], float | None]

STALE_AFTER_DAYS = 14
"""A weekly test older than this is no "now" (ours: one missed week is forgiven)."""

MINIMAL_PERCENT, MODERATE_PERCENT, SUBSTANTIAL_PERCENT = 10, 30, 50


def reaches(change: float, limit: float) -> bool:
    """Return whether a difference of ratings is as large as `limit`: 5.1 less 3.1 is 2, whatever its last bit says."""
    return change >= limit - 1e-9


def start_of_range(days: Sequence[Day], as_of: date) -> date:
    """Return the first day shown when nobody chose one: 56 days, or less if the journal is younger."""
    earliest = as_of - timedelta(days=DEFAULT_RANGE_DAYS - 1)
    return max(earliest, days[0].date) if days else earliest


def then_and_now(days: Sequence[Day], since: date, as_of: date) -> tuple[Stretch | None, Stretch]:
    """Return the two weeks that are compared.

    "Now" is the week that ends on `as_of`. "Then" is the first week of the range, from its first logged day on, that
    has at least 4 logged days and ends before "now"; without such a week, the one from the first logged day. A range
    of under 14 days, counted from its first logged day, is compared by halves. "Then" is None if that is one day.
    """
    logged = between(days, since, as_of)
    start = logged[0].date if logged else since
    then, now = _ends(start, as_of, WEEK_DAYS)
    if then is None:
        return None, now
    return first_with_enough(logged, then.length, now.first - timedelta(days=1)) or then, now


def mean(days: Sequence[Day], over: Stretch, value: Figure) -> tuple[float | None, int]:
    """Return the mean of one daily figure over a stretch, None where too few days have it, and how many have it."""
    known = [figure for day in between(days, over.first, over.last) if (figure := value(day)) is not None]
    if not known or len(known) < needed(over.length):
        return None, len(known)
    return sum(known) / len(known), len(known)


def mean_of(figures: Iterable[float | None]) -> float | None:
    """Return the plain mean of the figures that are known; None without any."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) / len(known) if known else None


def first_and_last(
    figures: Sequence[tuple[date, Value]], since: date, as_of: date
) -> tuple[Value | None, Value | None]:
    """Return the first of some weekly figures in the range and the last one, if that is a "now".

    figures: with their days, each kind oldest first; of several on one day the last counts. The last is None if it is
    on the same day as the first, or more than 14 days before `as_of`.
    """
    by_day = {day: value for day, value in figures if since <= day <= as_of}
    if not by_day:
        return None, None
    first, last = min(by_day), max(by_day)
    is_now = last > first and (as_of - last).days < STALE_AFTER_DAYS
    return by_day[first], by_day[last] if is_now else None


def percent_change(then: float | None, now: float | None) -> int | None:
    """Return the change in whole percent of `then`, as it is shown and judged; None if unknown or from 0."""
    return None if not then or now is None else round(100 * (now - then) / then)


def size_of_fall(percent: int | None) -> Size | None:
    """Return the word for a fall (IMMPACT, Dworkin 2008: from 10, 30 and 50 %); None for less, or for a rise."""
    if percent is None or percent > -MINIMAL_PERCENT:
        return None
    if percent > -MODERATE_PERCENT:
        return Size.MINIMAL
    return Size.MODERATE if percent > -SUBSTANTIAL_PERCENT else Size.SUBSTANTIAL


def body_then_and_now(days: Sequence[Day], since: date, as_of: date) -> tuple[BodySummary | None, BodySummary]:
    """Return the body map of the first and the last fortnight, from the first logged day; halves if under 28 days."""
    logged = between(days, since, as_of)
    then, now = _ends(logged[0].date if logged else since, as_of, FORTNIGHT_DAYS)
    return (body(days, then) if then else None), body(days, now)


def body(days: Sequence[Day], over: Stretch) -> BodySummary:
    """Return how strongly and on how many days each region was marked."""
    logged = between(days, over.first, over.last)
    marks: defaultdict[tuple[str, Kind], list[int]] = defaultdict(list)
    for day in logged:
        for mark, intensity in day.marks.items():
            marks[mark].append(intensity)
    loads = (
        RegionLoad(region, kind, sum(found) / len(found), len(found))
        for region in REGIONS
        for kind in Kind
        if (found := marks.get((region, kind)))
    )
    return BodySummary(over.first, over.last, len(logged), tuple(loads))


def weeks(days: Sequence[Day], since: date, as_of: date) -> tuple[Week, ...]:
    """Return the whole weeks of the range, counted back from `as_of` so that the newest is never half a week."""
    count = ((as_of - since).days + 1) // WEEK_DAYS
    ends = (as_of - timedelta(days=WEEK_DAYS * back) for back in reversed(range(count)))
    return tuple(_week(days, Stretch(last - timedelta(days=WEEK_DAYS - 1), last)) for last in ends)


def measures(
    records: Records, days: Sequence[Day], since: date, as_of: date, then: Stretch | None, now: Stretch
) -> tuple[Measure, ...]:
    """Return the rows of the then-and-now table; a figure that was never recorded in the range has no row."""
    logged = between(days, since, as_of)
    return (
        *_pain(logged, then, now),
        *_sensation(logged, then, now),
        *heel_raises(records.strength_tests, since, as_of),
        *abilities(records.activity_ratings, since, as_of),
        *_minutes_and_sleep(logged, then, now),
    )


def heel_raises(tests: Sequence[StrengthTest], since: date, as_of: date) -> Iterator[Measure]:
    """Yield each leg's single-leg heel raises, first and last of the range; tests not tried do not count."""
    tried = [test for test in tests if test.limited_by is not LimitedBy.NOT_TRIED]
    for leg in LEGS:
        counts = [
            (test.day, float(test.heel_raises)) for test in tried if test.leg is leg and test.heel_raises is not None
        ]
        yield from _weekly(MeasureKey.HEEL_RAISES, leg, counts, since, as_of, HEEL_RAISES_COUNT_FROM)


def abilities(ratings: Sequence[ActivityRating], since: date, as_of: date) -> Iterator[Measure]:
    """Yield each of the person's own activities, first and last rating of the range, in the order first rated."""
    by_activity: defaultdict[str, list[tuple[date, float]]] = defaultdict(list)
    for rating in ratings:
        by_activity[rating.activity].append((rating.day, rating.ability))
    for activity, rated in by_activity.items():
        yield from _weekly(MeasureKey.ABILITY, activity, rated, since, as_of, ABILITY_COUNTS_FROM)


def _pain(days: Sequence[Day], then: Stretch | None, now: Stretch) -> Iterator[Measure]:
    if not days:
        return
    counts_from, percent = PAIN_COUNTS_FROM, PAIN_COUNTS_FROM_PERCENT
    yield _daily(MeasureKey.PAIN_AVERAGE, days, then, now, lambda day: day.pain_average, counts_from, percent)
    yield _daily(MeasureKey.PAIN_WORST, days, then, now, lambda day: day.pain_worst, counts_from, percent)
    (before, of_before), (after, of_after) = pain_free_days(days, then), pain_free_days(days, now)
    yield Measure(MeasureKey.PAIN_FREE_DAYS, "", before, of_before, after, of_after, None, None)


def _sensation(days: Sequence[Day], then: Stretch | None, now: Stretch) -> Iterator[Measure]:
    for leg in LEGS:
        if any(day.legs[leg].sensation for day in days):
            value = functools.partial(_sensation_of, leg)
            row = _daily(MeasureKey.SENSATION, days, then, now, value, None, SENSATION_COUNTS_FROM_PERCENT)
            yield replace(row, detail=leg.value)


def _minutes_and_sleep(days: Sequence[Day], then: Stretch | None, now: Stretch) -> Iterator[Measure]:
    for key in _SAME_NAME:
        value = operator.attrgetter(key.value)
        if any(value(day) is not None for day in days):
            yield _daily(key, days, then, now, value, None, None)


_SAME_NAME = (
    MeasureKey.SITTING,
    MeasureKey.STANDING,
    MeasureKey.WALKING,
    MeasureKey.SLEEP_HOURS,
    MeasureKey.SLEEP_DISTURBED,
)
"""Measures whose key is the name of the day's figure."""


def _daily(
    key: MeasureKey,
    days: Sequence[Day],
    then: Stretch | None,
    now: Stretch,
    value: Figure,
    counts_from: float | None,
    percent: float | None,
) -> Measure:
    before, of_before = mean(days, then, value) if then else (None, 0)
    after, of_after = mean(days, now, value)
    return Measure(key, "", before, of_before, after, of_after, counts_from, percent)


def _weekly(
    key: MeasureKey, detail: str, figures: Sequence[tuple[date, float]], since: date, as_of: date, counts_from: float
) -> Iterator[Measure]:
    then, now = first_and_last(figures, since, as_of)
    known = {day for day, _ in figures if since <= day <= as_of}
    if len(known) == 1 and (as_of - max(known)).days < STALE_AFTER_DAYS:
        then, now = None, then  # a single one is what is now; there is nothing to compare it with
    if then is not None or now is not None:
        yield Measure(key, str(detail), then, int(then is not None), now, int(now is not None), counts_from, None)


def _week(days: Sequence[Day], over: Stretch) -> Week:
    return Week(
        first=over.first,
        last=over.last,
        days_logged=len(between(days, over.first, over.last)),
        pain_average=mean(days, over, lambda day: day.pain_average)[0],
        pain_worst=mean(days, over, lambda day: day.pain_worst)[0],
        sensation=MappingProxyType({leg: mean(days, over, functools.partial(_sensation_of, leg))[0] for leg in LEGS}),
        level=MappingProxyType({leg: mean(days, over, functools.partial(_level_of, leg))[0] for leg in LEGS}),
    )


def _ends(start: date, as_of: date, length: int) -> tuple[Stretch | None, Stretch]:
    """The first and last `length` days of start..as_of, or its halves where that is too short."""
    length = min(length, ((as_of - start).days + 1) // 2)
    if length == 0:
        return None, Stretch(as_of, as_of)
    step = timedelta(days=length - 1)
    return Stretch(start, start + step), Stretch(as_of - step, as_of)


def _sensation_of(leg: Side, day: Day) -> float | None:
    return day.legs[leg].sensation


def _level_of(leg: Side, day: Day) -> float | None:
    return day.legs[leg].level
