"""Days: what the entries of one date amount to, one value a day for each leg.

Only logged dates become days. The date of an entry is the local one it was written with, so a change of clocks or of
time zone moves nothing. Standard library only: the window lists days before numpy is loaded.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import fsum
from typing import TypeVar

from journal.analysis.limits import DAYS_FOR_A_WEEKLY_MEAN, WEEK_DAYS
from journal.analysis.results import Day, LegDay, Stretch
from journal.domain.body import LEGS, REGIONS, Region, Side
from journal.domain.entry import FELT, PAIN, WEAK, Entry, Kind, Scope

Value = TypeVar("Value")
Marks = Mapping[tuple[str, Kind], int]

SITTING = timedelta(minutes=30)
"""Entries of one day that follow each other so closely speak of one moment: many logs write a row for each symptom."""


def daily(entries: Iterable[Entry]) -> tuple[Day, ...]:
    """One `Day` for each logged date, oldest first; the order of the entries does not matter.

    The `now` entries of a day form sittings: each that comes at most 30 minutes after the one before it belongs to its
    sitting, marks together, the stronger where two are the same. Several whole-day entries count as one, the deepest
    of them. A whole-day entry without pain in a leg does not cancel a sitting that has it.

    Places, marks, sensation and weakness are the strongest over all entries of the day. A figure of pain is the one
    that the whole-day entry states; without it, the average is the mean and the worst the maximum over sittings (and
    the whole-day entry) of the strongest pain that each marks or states (0..10 NRS). An optional figure is the last one
    known: whole-day entries speak before momentary ones, later before earlier.
    """
    by_date: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_date[entry.day].append(entry)
    return tuple(_day(day, by_date[day]) for day in sorted(by_date))


def between(days: Sequence[Day], first: date, last: date) -> Sequence[Day]:
    """Return the logged days from `first` to `last`, both included; `days` is oldest first."""
    return days[bisect_left(days, first, key=_date) : bisect_right(days, last, key=_date)]


def needed(length: int) -> int:
    """Return how many days must have a figure for its mean over `length` days to stand: 4 of 7, in proportion."""
    return math.ceil(length * DAYS_FOR_A_WEEKLY_MEAN / WEEK_DAYS)


def first_with_enough(days: Sequence[Day], length: int, until: date) -> Stretch | None:
    """Return the first `length` days, from a logged day on and up to `until`, of which 4 of 7 are logged."""
    enough = needed(length)
    for index in range(len(days) - enough + 1):
        first = days[index].date
        last = first + timedelta(days=length - 1)
        if last > until:
            break
        if days[index + enough - 1].date <= last:
            return Stretch(first, last)
    return None


def pain_free_days(days: Sequence[Day], over: Stretch | None) -> tuple[float | None, int]:
    """Return on how many days of a stretch nothing hurt, None if that is never known, and on how many it is known."""
    known = [day for day in between(days, over.first, over.last) if day.hurts is not None] if over else []
    return (float(sum(not day.hurts for day in known)) if known else None), len(known)


def marks_together(entries: Iterable[Entry]) -> dict[tuple[str, Kind], int]:
    """Return each region and kind that any of the entries marks, with its strongest intensity (1..10)."""
    found: dict[tuple[str, Kind], int] = {}
    for entry in entries:
        for mark in entry.marks:
            key = (mark.region, mark.kind)
            found[key] = max(found.get(key, 0), mark.intensity)
    return found


def sittings(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return the `now` entries of one day in the order of their instants, those of one sitting together."""
    found: list[list[Entry]] = []
    for entry in sorted((one for one in entries if one.scope is Scope.NOW), key=lambda one: (one.recorded_at, one.id)):
        if found and entry.recorded_at - found[-1][-1].recorded_at <= SITTING:
            found[-1].append(entry)
        else:
            found.append([entry])
    return found


def _day(day: date, entries: list[Entry]) -> Day:
    entries.sort(key=lambda entry: (entry.scope is Scope.DAY, entry.recorded_at, entry.id), reverse=True)
    whole_days = [entry for entry in entries if entry.scope is Scope.DAY]
    groups = [*([whole_days] if whole_days else []), *sittings(entries)]
    parts = [marks_together(group) for group in groups]
    whole, moments = (parts[0], parts[1:]) if whole_days else ({}, parts)
    marks = marks_together(entries)
    marked = any(kind is Kind.PAIN for _, kind in marks)
    rated = any(entry.rates_pain for entry in entries)
    said = any(entry.symptoms is not None for entry in entries)
    placed = marked or (not rated and said)
    strongest = [pain for group in groups if (pain := _strongest_pain(group)) is not None]
    average = _first_known(whole_days, lambda entry: entry.pain_average)
    worst = _first_known(whole_days, lambda entry: entry.pain_worst)
    if average is None and strongest:
        average = fsum(strongest) / len(strongest)
    if worst is None and strongest:
        worst = max(strongest)
    return Day(
        date=day,
        entries=len(entries),
        legs={leg: _leg_day(leg, whole, moments, marks, said) for leg in LEGS},
        placed=placed,
        hurts=True if marked or rated else None if worst is None and average is None else False,
        pain_average=average,
        pain_worst=worst,
        marks={mark: marks[mark] for mark in sorted(marks, key=_body_order)},
        sleep_hours=_first_known(entries, lambda entry: entry.sleep_hours),
        sleep_disturbed=_first_known(entries, lambda entry: entry.sleep_disturbed),
        sitting_minutes=_first_known(entries, lambda entry: entry.sitting_minutes),
        standing_minutes=_first_known(entries, lambda entry: entry.standing_minutes),
        walking_minutes=_first_known(entries, lambda entry: entry.walking_minutes),
    )


def _leg_day(leg: Side, whole: Marks, moments: Sequence[Marks], marks: Marks, said: bool) -> LegDay:
    places: dict[int, int] = {}
    sensation = weakness = 0
    own = False
    for (region_id, kind), intensity in marks.items():
        region = REGIONS[region_id]
        if kind is Kind.PAIN:
            own = own or region.side is leg
            if region.level is not None and region.reaches(leg):
                places[region.level] = max(places.get(region.level, 0), intensity)
        elif region.side is leg:
            if kind in WEAK:
                weakness = max(weakness, intensity)
            elif kind in FELT:
                sensation = max(sensation, intensity)
    return LegDay(
        level=_level(whole, moments, PAIN, lambda region: region.reaches(leg)),
        own=own,
        places=dict(sorted(places.items())),
        sensation=sensation if said else None,
        sensation_level=_level(whole, moments, FELT, lambda region: region.side is leg),
        weakness=weakness if said else None,
    )


def _level(
    whole: Marks, moments: Sequence[Marks], kinds: Sequence[Kind], counts: Callable[[Region], bool]
) -> float | None:
    """The deepest level of the whole day, else the mean of the sittings' deepest; None where nothing counts."""
    if deepest := _deepest(whole, kinds, counts):
        return float(deepest)
    levels = [level for part in moments if (level := _deepest(part, kinds, counts))]
    return sum(levels) / len(levels) if levels else None


def _deepest(marks: Marks, kinds: Sequence[Kind], counts: Callable[[Region], bool]) -> int:
    return max((REGIONS[at].level or 0 for at, kind in marks if kind in kinds and counts(REGIONS[at])), default=0)


def _strongest_pain(entries: Iterable[Entry]) -> float | None:
    """The strongest pain that the entries of one moment mark or state, 0..10; None where nothing is said of pain."""
    said = [figure for entry in entries for figure in _pains(entry)]
    return max(said, default=None)


def _pains(entry: Entry) -> Iterable[float]:
    if entry.symptoms is not None:
        strongest = entry.strongest(Kind.PAIN)
        if strongest or not entry.rates_pain:
            yield float(strongest)
    yield from (figure for figure in (entry.pain_average, entry.pain_worst) if figure is not None)


def _first_known(entries: Iterable[Entry], figure: Callable[[Entry], Value | None]) -> Value | None:
    return next((value for value in map(figure, entries) if value is not None), None)


def _body_order(mark: tuple[str, Kind]) -> tuple[int, int]:
    return _REGION_ORDER[mark[0]], _KIND_ORDER[mark[1]]


_REGION_ORDER = {region: place for place, region in enumerate(REGIONS)}
_KIND_ORDER = {kind: place for place, kind in enumerate(Kind)}


def _date(day: Day) -> date:
    return day.date
