"""Days: what the entries of one date amount to, one value a day for each leg (CLINICAL: one value a day).

Only logged dates become days. The date of an entry is the local one it was written with, so a change of clocks or of
time zone moves nothing. Standard library only: the window lists days before numpy is loaded.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import fsum
from typing import TypeVar

from journal.analysis.results import Day, LegDay
from journal.domain.body import LEGS, REGIONS, Side
from journal.domain.entry import Entry, Kind, Scope

Value = TypeVar("Value")


def daily(entries: Iterable[Entry]) -> tuple[Day, ...]:
    """One `Day` for each logged date, oldest first; the order of the entries does not matter.

    A leg's level is the distal level (0..7) of the day's whole-day entry, else the mean over all entries of the day,
    never their maximum: a maximum falls when someone merely logs less often. If a date has several whole-day entries
    (two computers, say), the one recorded last decides. An optional figure is the last one known: whole-day entries
    speak before momentary ones, later before earlier.

    Places, marks, sensation and weakness are the strongest over all entries of the day. A figure of pain is the one
    that the whole-day entry states; without it, the average is the mean and the worst the maximum over the day's
    entries of the strongest pain that each marks or states (0..10 NRS).
    """
    by_date: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_date[entry.day].append(entry)
    return tuple(_day(day, by_date[day]) for day in sorted(by_date))


def _day(day: date, entries: list[Entry]) -> Day:
    entries.sort(key=lambda entry: (entry.scope is Scope.DAY, entry.recorded_at, entry.id), reverse=True)
    whole_days = [entry for entry in entries if entry.scope is Scope.DAY]
    deciding = whole_days[:1] or entries
    marks: dict[tuple[str, Kind], int] = {}
    for entry in entries:
        for symptom in entry.marks:
            mark = (symptom.region, symptom.kind)
            marks[mark] = max(marks.get(mark, 0), symptom.intensity)
    average = _first_known(whole_days, lambda entry: entry.pain_average)
    worst = _first_known(whole_days, lambda entry: entry.pain_worst)
    strongest = [_strongest_pain(entry) for entry in entries]
    return Day(
        date=day,
        entries=len(entries),
        legs={leg: _leg_day(leg, deciding, marks) for leg in LEGS},
        pain_average=fsum(strongest) / len(strongest) if average is None else average,
        pain_worst=max(strongest) if worst is None else worst,
        marks={mark: marks[mark] for mark in sorted(marks, key=_body_order)},
        sleep_hours=_first_known(entries, lambda entry: entry.sleep_hours),
        sleep_disturbed=_first_known(entries, lambda entry: entry.sleep_disturbed),
        sitting_minutes=_first_known(entries, lambda entry: entry.sitting_minutes),
        standing_minutes=_first_known(entries, lambda entry: entry.standing_minutes),
        walking_minutes=_first_known(entries, lambda entry: entry.walking_minutes),
    )


def _leg_day(leg: Side, deciding: Sequence[Entry], marks: dict[tuple[str, Kind], int]) -> LegDay:
    places: dict[int, int] = {}
    sensation = weakness = 0
    for (region_id, kind), intensity in marks.items():
        region = REGIONS[region_id]
        if kind is Kind.PAIN:
            if region.level is not None and region.reaches(leg):
                places[region.level] = max(places.get(region.level, 0), intensity)
        elif region.side is leg:
            if kind is Kind.WEAKNESS:
                weakness = max(weakness, intensity)
            else:
                sensation = max(sensation, intensity)
    return LegDay(
        level=sum(entry.distal_level(leg) for entry in deciding) / len(deciding),
        places=dict(sorted(places.items())),
        sensation=sensation,
        weakness=weakness,
    )


def _strongest_pain(entry: Entry) -> float:
    """The strongest pain the entry marks anywhere or states, 0..10."""
    return max(float(entry.strongest(Kind.PAIN)), entry.pain_average or 0.0, entry.pain_worst or 0.0)


def _first_known(entries: Iterable[Entry], figure: Callable[[Entry], Value | None]) -> Value | None:
    return next((value for value in map(figure, entries) if value is not None), None)


def _body_order(mark: tuple[str, Kind]) -> tuple[int, int]:
    return _REGION_ORDER[mark[0]], _KIND_ORDER[mark[1]]


_REGION_ORDER = {region: place for place, region in enumerate(REGIONS)}
_KIND_ORDER = {kind: place for place, kind in enumerate(Kind)}
