"""Diaries for the tests: days of given levels, and entries that hypothesis makes up."""

import random
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from journal.analysis.results import Day, LegDay
from journal.domain.body import LEGS, REGIONS, Side
from journal.domain.entry import Entry, Kind, Scope, Symptom

START = date(2026, 1, 5)
ZONES = tuple(ZoneInfo(name) for name in ("UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Apia"))


def days_of(levels, start=START):
    """A left leg with these levels on consecutive days; None is a day without an entry."""
    return tuple(
        Day(
            date=start + timedelta(days=n),
            entries=1,
            legs={Side.LEFT: leg_day(level), Side.RIGHT: leg_day(0)},
            pain_average=0.0,
            pain_worst=0.0,
            marks={},
            sleep_hours=None,
            sleep_disturbed=None,
            sitting_minutes=None,
            standing_minutes=None,
            walking_minutes=None,
        )
        for n, level in enumerate(levels)
        if level is not None
    )


def leg_day(level):
    return LegDay(level=float(level), places={}, sensation=0, weakness=0)


def entry(day=START, hour=12, scope=Scope.NOW, minute=0, offset="+00:00", **figures):
    """An entry of that day; `pains` are region ids, or region ids with their intensity."""
    pains = figures.pop("pains", ())
    marks = pains.items() if isinstance(pains, dict) else ((region, 5) for region in pains)
    symptoms = tuple(Symptom(region, Kind.PAIN, intensity) for region, intensity in marks)
    at = datetime.fromisoformat(f"{datetime.combine(day, time(hour, minute)).isoformat()}{offset}")
    return Entry(recorded_at=at, scope=scope, symptoms=symptoms + figures.pop("symptoms", ()), **figures)


@st.composite
def diaries(draw, most_entries=70):
    """Entries of up to a few months: any scope, region, kind, hour and zone, on any day, sometimes with long gaps."""
    rng = random.Random(draw(st.integers(0, 2**32 - 1)))
    day = draw(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
    gap = draw(st.sampled_from((0.0, 0.6, 1.2, 3.0, 40.0)))
    widest = draw(st.integers(0, 4))
    favourites = rng.sample(sorted(REGIONS), draw(st.integers(1, 57)))
    entries = []
    for _ in range(draw(st.integers(0, most_entries))):
        day += timedelta(days=int(rng.expovariate(1 / gap) if gap else 0))
        marks = {(rng.choice(favourites), rng.choice(tuple(Kind))) for _ in range(rng.randint(0, widest))}
        entries.append(
            Entry(
                recorded_at=datetime.combine(
                    day, rng.choice((time(0, 0), time(2, 30), time(12), time(23, 59)))
                ).replace(tzinfo=rng.choice(ZONES)),
                scope=rng.choice(tuple(Scope)),
                symptoms=tuple(Symptom(region, kind, rng.randint(1, 10)) for region, kind in sorted(marks)),
                pain_average=rng.choice((None, 0, 3.5)),
                pain_worst=rng.choice((None, 4, 10)),
                sleep_hours=rng.choice((None, 7)),
                note=rng.choice(("", "slept badly")),
            )
        )
    rng.shuffle(entries)
    return entries


__all__ = ["LEGS", "START", "days_of", "diaries", "entry"]
