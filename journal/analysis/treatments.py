"""Treatments: the same figures before and after each start, and a worsening that follows one. Never a cause."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median
from types import MappingProxyType

from journal.analysis.daily import between
from journal.analysis.limits import BASELINE_DAYS, FLARE_POINTS
from journal.analysis.measures import mean_of, reaches
from journal.analysis.results import Day, Figures, Reaction, ReactionAge, Stretch, TreatmentEffect
from journal.domain.body import LEGS, REGIONS, Side
from journal.domain.entry import Kind
from journal.domain.treatment import Treatment

COMPARED_DAYS = 14
LATER_FIRST_DAY, LATER_LAST_DAY = 15, 42
"""Days after the start: what helps slowly shows only then."""
WATCHED_DAYS = 28
"""A treatment started longer ago is no longer asked about (ours)."""
FIRST_DAYS, REACTION_DAYS = 2, 7
"""Days after the start: the first 48 hours, and longer than most reactions last."""
MOST_BESIDE = 12
"""Names of others that started near by; more say nothing (ours)."""
STILL_DAYS = 3
"""So recent the latest logged day must be to speak of today (ours)."""


def effects(days: Sequence[Day], treatments: Sequence[Treatment], as_of: date) -> tuple[TreatmentEffect, ...]:
    """Return for each treatment the figures of the 14 days before its start, of the 14 from its start on, and of
    the days 15 to 42 after it; and which others started within 14 days of it, the nearest by name.

    Every mean has its count of logged days; a short or thin stretch is shown as it is, with nothing concluded from it.
    """
    by_start = sorted(range(len(treatments)), key=lambda number: treatments[number].started_on)
    starts = [treatments[number].started_on for number in by_start]
    place = {number: at for at, number in enumerate(by_start)}
    known: dict[date, tuple[Figures, Figures, Figures | None]] = {}  # many may start on one day
    found = []
    for number, treatment in enumerate(treatments):
        start = treatment.started_on
        if start not in known:
            known[start] = _around(days, start, as_of)
        reach = timedelta(days=COMPARED_DAYS)
        first, end = bisect_left(starts, start - reach), bisect_right(starts, start + reach)
        at = place[number]
        others = [*range(max(first, at - MOST_BESIDE), at), *range(at + 1, min(end, at + 1 + MOST_BESIDE))]
        nearest = sorted(others, key=lambda other: abs((starts[other] - start).days))[:MOST_BESIDE]
        beside = tuple(treatments[other].name for other in sorted(by_start[other] for other in nearest))
        found.append(TreatmentEffect(treatment, *known[start], beside, end - first - 1 - len(beside)))
    return tuple(found)


def _around(days: Sequence[Day], start: date, as_of: date) -> tuple[Figures, Figures, Figures | None]:
    """Return the figures before a start, from it on, and later."""
    before = Stretch(start - timedelta(days=COMPARED_DAYS), start - timedelta(days=1))
    after = Stretch(start, min(as_of, start + timedelta(days=COMPARED_DAYS - 1)))
    first, last = (start + timedelta(days=number) for number in (LATER_FIRST_DAY, LATER_LAST_DAY))
    later = _figures(days, Stretch(first, min(as_of, last))) if first <= as_of else None
    return _figures(days, before), _figures(days, after), later


def reactions(days: Sequence[Day], treatments: Sequence[Treatment], as_of: date) -> tuple[Reaction, ...]:
    """Return the worsenings that began within 7 days after a treatment's start and that still stand; newest first.

    Worse is a day whose worst pain is 2 or more above the median of the 14 days before the start (7 of them logged).
    It still stands if the latest logged day, at most 3 days before `as_of`, is worse, and so were at least half of the
    logged days since the first worse one (ours): a bad day long after another is no worsening that lasted. New numbness
    or weakness in a leg that had none in those 14 days counts by itself, on any day since. Looked at for 28 days.
    """
    found = (_reaction(days, treatment, as_of) for treatment in treatments)
    return tuple(sorted((item for item in found if item), key=lambda item: item.treatment.started_on, reverse=True))


def _reaction(days: Sequence[Day], treatment: Treatment, as_of: date) -> Reaction | None:
    start = treatment.started_on
    before = between(days, start - timedelta(days=COMPARED_DAYS), start - timedelta(days=1))
    before = [day for day in before if day.pain_worst is not None]
    after = [day for day in between(days, start, as_of) if day.pain_worst is not None]
    if (
        not 0 <= (as_of - start).days <= WATCHED_DAYS
        or len(before) < BASELINE_DAYS
        or not after
        or (as_of - after[-1].date).days > STILL_DAYS
    ):
        return None
    usual = median(day.pain_worst or 0 for day in before)
    worse = [day.date for day in after if reaches((day.pain_worst or 0) - usual, FLARE_POINTS)]
    stands = bool(worse) and worse[-1] == after[-1].date and (worse[0] - start).days <= REACTION_DAYS
    stands = stands and 2 * len(worse) >= sum(day.date >= worse[0] for day in after)
    new = _new_marks(before, after)
    if not stands and not new:
        return None
    since_start = (after[-1].date - start).days
    return Reaction(
        treatment=treatment,
        first=worse[0] if stands else min(new.values()),
        last=after[-1].date,
        age=_age(since_start),
        points=(after[-1].pain_worst or 0) - usual,
        new=tuple(new),
    )


def _age(days_since_start: int) -> ReactionAge:
    if days_since_start <= FIRST_DAYS:
        return ReactionAge.FIRST_48_HOURS
    return ReactionAge.TO_7_DAYS if days_since_start <= REACTION_DAYS else ReactionAge.BEYOND_7_DAYS


def _new_marks(before: Sequence[Day], after: Sequence[Day]) -> dict[Kind, date]:
    """Numbness and weakness of a leg that had none before, each with the first day it was marked."""
    known = {mark for day in before for mark in _marked(day)}
    new: dict[Kind, date] = {}
    for kind in (Kind.NUMBNESS, Kind.WEAKNESS):
        first = next((day.date for day in after if any(k is kind for k, _ in _marked(day) - known)), None)
        if first is not None:
            new[kind] = first
    return new


def _marked(day: Day) -> set[tuple[Kind, Side]]:
    return {(kind, REGIONS[region].side) for region, kind in day.marks if kind in (Kind.NUMBNESS, Kind.WEAKNESS)}


def _figures(days: Sequence[Day], over: Stretch) -> Figures:
    logged = between(days, over.first, over.last)
    return Figures(
        over=over,
        days_logged=len(logged),
        pain_average=mean_of(day.pain_average for day in logged),
        pain_worst=mean_of(day.pain_worst for day in logged),
        level=MappingProxyType({leg: mean_of(day.legs[leg].level for day in logged) for leg in LEGS}),
        sensation=MappingProxyType({leg: mean_of(day.legs[leg].sensation for day in logged) for leg in LEGS}),
    )
