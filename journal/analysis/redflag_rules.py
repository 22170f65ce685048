"""Which urgent signs the marks and the home tests show, record by record. Standard library only.

Days are local dates as written. "Within 3 days" is dates at most 3 apart: Monday and Thursday are, Monday and Friday
are not. "The 14 days before" a day are the 14 dates before it and what came earlier on that day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from itertools import groupby
from typing import NamedTuple

from journal.analysis.limits import HEEL_RAISES_COUNT_FROM
from journal.analysis.results import RaisedBy
from journal.domain.body import LEGS, REGIONS, SADDLE, Side
from journal.domain.entry import FELT, WEAK, Kind, Symptom
from journal.domain.records import Records
from journal.domain.redflag import RedFlag
from journal.domain.strength import BigToeLift, HomeTest, LimitedBy, StrengthTest, Walk

TOGETHER_DAYS = 3
"""Two sides belong together when they are marked so many days apart, or fewer (ours)."""
NEW_AFTER_DAYS = 14
"""A mark is new where the like was not marked in so many days before (ours)."""
REACH_DAYS = NEW_AFTER_DAYS + TOGETHER_DAYS + 2
"""What is marked on a day changes findings of no record further from it than 14 days, and each looks back as far as
this at most; the two are for days that are not 24 hours apart, as they are written in different zones."""
WORSE_BY = 3
"""Of 10, above the lowest weakness of the last 14 days (ours)."""

_NEW_AFTER, _TOGETHER = timedelta(days=NEW_AFTER_DAYS), timedelta(days=TOGETHER_DAYS)
_BELOW_BUTTOCK = 4
"""The first level below the buttock: the thigh."""
_SACRUM = "sacrum"
_BUTTOCKS = {region for region in REGIONS if "_buttock_" in region}


class Finding(NamedTuple):
    """A sign that one record shows."""

    at: datetime
    record: str
    """Its id."""
    sign: RedFlag
    raised_by: RaisedBy
    leg: Side | None = None
    """Of which leg a foot drop or weakness is."""
    new: bool = True
    """False for what the days before showed as well, so that it is asked about only once."""

    @property
    def day(self) -> date:
        """The local date as written."""
        return self.at.date()


class _Marked(NamedTuple):
    """Marks of one moment."""

    at: datetime
    record: str
    marks: Sequence[Symptom]


class _About(NamedTuple):
    """What a mark in a place can be a sign of."""

    in_the_middle: bool
    """Whether it is one of the saddle by itself."""
    buttock: Side | None
    """Whose changed feeling it is."""
    below: Side | None
    """The leg below whose buttock it lies."""
    weak: Side | None
    """The leg whose weakness it is."""


class _Result(NamedTuple):
    """Of one home test of one leg."""

    day: date
    value: int | Walk | BigToeLift


def findings(records: Records) -> list[Finding]:
    """Return what every entry, every movement tried and every home test shows, in the order of time.

    - saddle: any mark in the saddle; numbness or tingling in the sacrum, or in the buttocks of both sides within 3 days
    - both legs: marks of any kind below the buttock in both legs within 3 days, new without such a pair in the 14 days
      before
    - a foot that drops, or new weakness: weakness in a leg, new without any in the 14 days before; a heel walk or toe
      walk "no", or a big toe that does not lift, in one leg only: the other leg's latest result of the same test, of
      the last 14 days, is a better one or there is none
    - worsening weakness: a mark 3 or more above the lowest in that place in the 14 days before (in that leg, where the
      place had none); 7 heel raises fewer (Hebert-Losier 2017), or from yes to no, or from a big toe that lifts to one
      that does not (ours), against that leg's test before, or its last one of an earlier day
    """
    moments = [_Marked(entry.recorded_at, entry.id, entry.marks) for entry in records.entries if entry.marks]
    for tried in records.movement_tries:
        moments += [_Marked(tried.tried_at, tried.id, marks) for marks in (tried.before, tried.after) if marks]
    found = [*_in_marks(sorted(moments, key=lambda one: one.at)), *_in_tests(records.strength_tests)]
    return sorted(found, key=lambda one: one.at)


def _in_marks(moments: Iterable[_Marked]) -> Iterator[Finding]:
    numb: dict[Side, date] = {}  # the latest day with changed feeling in that buttock
    below: dict[Side, date] = {}  # the latest day with marks below that buttock
    pair: date | None = None  # the latest day that made a pair of both legs
    weak: dict[Side, list[tuple[date, Symptom]]] = {leg: [] for leg in LEGS}
    for one in moments:
        day = one.at.date()
        in_the_middle = in_buttock = in_leg = False
        weakness: list[tuple[Symptom, Side]] = []
        for mark in one.marks:
            about = _about(mark.region, mark.kind)
            in_the_middle = in_the_middle or about.in_the_middle
            if about.buttock:
                in_buttock, numb[about.buttock] = True, day
            if about.below:
                in_leg, below[about.below] = True, day
            if about.weak:
                weakness.append((mark, about.weak))
        if in_the_middle or (in_buttock and _together(numb)):
            yield Finding(one.at, one.record, RedFlag.SADDLE_NUMBNESS, "mark")
        if in_leg and _together(below):
            new = pair is None or not _recent(pair, day)
            yield Finding(one.at, one.record, RedFlag.BOTH_LEGS, "mark", new=new)
            pair = day
        for leg in LEGS if weakness else ():
            now = [mark for mark, side in weakness if side is leg]
            if not now:
                continue
            weak[leg] = [(when, mark) for when, mark in weak[leg] if _recent(when, day)]
            yield Finding(one.at, one.record, RedFlag.FOOT_DROP, "mark", leg, new=not weak[leg])
            if any(_is_worse(mark, [earlier for _when, earlier in weak[leg]]) for mark in now):
                yield Finding(one.at, one.record, RedFlag.WORSENING_WEAKNESS, "mark", leg)
            weak[leg] += [(day, mark) for mark in now]


@cache
def _about(region: str, kind: Kind) -> _About:
    """There are few places and kinds, and many marks."""
    place, felt = REGIONS[region], kind in FELT
    return _About(
        region == SADDLE or (felt and region == _SACRUM),
        place.side if felt and region in _BUTTOCKS else None,
        place.side if (place.level or 0) >= _BELOW_BUTTOCK else None,
        place.side if kind in WEAK and place.side in LEGS else None,
    )


def _in_tests(tests: Iterable[StrengthTest]) -> Iterator[Finding]:
    done: defaultdict[tuple[HomeTest, Side], list[_Result]] = defaultdict(list)  # oldest first
    tried = sorted((one for one in tests if one.limited_by is not LimitedBy.NOT_TRIED), key=lambda one: one.tested_at)
    for at, together in groupby(tried, key=lambda one: one.tested_at):
        measured = [(one, _results(one)) for one in together]  # both legs, whichever was written down first
        worse = [
            one for one, results in measured if any(_fell(done[test, one.leg], now) for test, now in results.items())
        ]
        for one, results in measured:
            for test, now in results.items():
                done[test, one.leg].append(now)
        for one, results in measured:
            other = one.leg.mirrored
            if any(_fails(now) and not _failed(done[test, other], now.day) for test, now in results.items()):
                yield Finding(at, one.id, RedFlag.FOOT_DROP, "test", one.leg)
            if one in worse:
                yield Finding(at, one.id, RedFlag.WORSENING_WEAKNESS, "test", one.leg)


def _results(one: StrengthTest) -> dict[HomeTest, _Result]:
    return {test: _Result(one.day, value) for test in HomeTest if (value := getattr(one, test)) is not None}


def _fails(result: _Result) -> bool:
    return result.value in (Walk.NO, BigToeLift.NONE)


def _failed(done: Sequence[_Result], day: date) -> bool:
    """Whether the latest of these results is a failure, and not an old one."""
    return bool(done) and _fails(done[-1]) and _recent(done[-1].day, day)


def _fell(done: Sequence[_Result], now: _Result) -> bool:
    """Whether a result is clearly less than the one before it, or than the last one of an earlier day."""
    earlier = next((one for one in reversed(done) if one.day < now.day), None)
    return any(before is not None and _less(before.value, now.value) for before in (*done[-1:], earlier))


def _less(before: int | Walk | BigToeLift, now: int | Walk | BigToeLift) -> bool:
    if isinstance(before, int) and isinstance(now, int):
        return before - now >= HEEL_RAISES_COUNT_FROM
    return before in (Walk.YES, BigToeLift.NORMAL) and now in (Walk.NO, BigToeLift.NONE)


def _is_worse(mark: Symptom, before: Sequence[Symptom]) -> bool:
    """Whether weakness is clearly more than the least before it in its place, or else in the leg.

    A leg that is weak by 3 in one place and by 8 in another, day after day, does not get worse.
    """
    there = [earlier.intensity for earlier in before if earlier.region == mark.region]
    least = min(there or [earlier.intensity for earlier in before], default=mark.intensity)
    return mark.intensity - least >= WORSE_BY


def _recent(before: date, day: date) -> bool:
    return day - before <= _NEW_AFTER


def _together(latest: Mapping[Side, date]) -> bool:
    return len(latest) == len(LEGS) and abs(latest[Side.LEFT] - latest[Side.RIGHT]) <= _TOGETHER
