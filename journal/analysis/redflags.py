"""Red flags that are open: raised by an answer or by a mark, and closed by nothing but a later answer.

Sources of the signs: NHS back-pain and cauda equina advice, GIRFT. A good trend never hides one. Standard library
only: the window asks at once when a mark raises a sign, before numpy is loaded.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from journal.analysis.results import OpenFlag
from journal.domain.body import LEGS, SADDLE, Side
from journal.domain.entry import Entry, Kind
from journal.domain.redflag import RedFlag, RedFlagCheck, Tier

BELOW_BUTTOCK = 4
"""The first level below the buttock: the thigh."""
NEW_AFTER_DAYS = 14
"""A mark is new where the like was not marked in so many days before (ours)."""

_URGENCY = {tier: place for place, tier in enumerate(Tier)}
_ORDER = {flag: place for place, flag in enumerate(RedFlag)}


def open_flags(entries: Iterable[Entry], checks: Sequence[RedFlagCheck]) -> tuple[OpenFlag, ...]:
    """Return the signs that are open after everything written, the most urgent first.

    A check opens the signs ticked in it and closes every other one, whatever had raised it. Since then, marks open:

    - saddle numbness: any mark in the saddle, also one that was there before the check
    - both legs: marks below the buttock in both legs on one day, where the 14 days before had no such day
    - a foot that drops or new weakness: weakness marked in a leg that had none in the 14 days before

    So the last two, once asked about and denied, come back only when they are new again, while the saddle always does.
    The same marks day after day, also in the second week and later, are therefore asked about once; they are new again
    after more than 14 days without them, and weakness also when it comes to the other leg. Unanswered, a sign stays.
    A sign keeps the day it was first raised on while it stays open.
    """
    found: dict[RedFlag, OpenFlag] = {}
    for at, raised in _events(entries, checks):
        if isinstance(raised, RedFlagCheck):
            found = {sign: found.get(sign) or OpenFlag(sign, raised.day, by_mark=False) for sign in raised.signs}
        else:
            for sign in raised:
                found.setdefault(sign, OpenFlag(sign, at.date(), by_mark=True))
    return tuple(sorted(found.values(), key=lambda flag: (_URGENCY[flag.tier], _ORDER[flag.sign])))


def raised_by(entry: Entry, others: Iterable[Entry] = ()) -> tuple[RedFlag, ...]:
    """Return the signs that the marks of one entry raise, given the other entries of the journal."""
    earlier = [other for other in others if other.id != entry.id and other.recorded_at <= entry.recorded_at]
    *_before, (_at, raised) = _raised_by_marks([*earlier, entry])
    return raised


def newly_raised(entry: Entry, replaced: Entry | None, others: Iterable[Entry] = ()) -> tuple[RedFlag, ...]:
    """Return the signs that saving an entry raises, without those that its earlier version raised already."""
    others = tuple(others)
    before = raised_by(replaced, others) if replaced else ()
    return tuple(sign for sign in raised_by(entry, others) if sign not in before)


def holding(raised: Sequence[RedFlag], now_open: Iterable[OpenFlag], at: datetime) -> RedFlagCheck | None:
    """Return the check to save so that each raised sign stays open until it is answered; None where they are anyway.

    An entry written down for an earlier day may stand before an answer already given, which would then close in
    silence what nobody was asked about.
    """
    standing = [flag.sign for flag in now_open]
    if all(sign in standing for sign in raised):
        return None
    return RedFlagCheck(checked_at=at, signs=(*standing, *raised))


def last_asked(checks: Iterable[RedFlagCheck]) -> date | None:
    """Return the day of the latest check, None if the urgent signs were never asked about."""
    return max((check.day for check in checks), default=None)


def _events(
    entries: Iterable[Entry], checks: Sequence[RedFlagCheck]
) -> list[tuple[datetime, RedFlagCheck | tuple[RedFlag, ...]]]:
    """Checks and what marks raise, in the order of time; at one moment the mark comes first, as it was asked about."""
    events: list[tuple[datetime, RedFlagCheck | tuple[RedFlag, ...]]] = list(_raised_by_marks(entries))
    events += [(check.checked_at, check) for check in checks]
    return sorted(events, key=lambda event: event[0])


def _raised_by_marks(entries: Iterable[Entry]) -> Iterator[tuple[datetime, tuple[RedFlag, ...]]]:
    """Yield, entry by entry in the order of time, what its marks raise."""
    below: dict[Side, date] = {}  # the latest day with marks below the buttock
    weak: dict[Side, date] = {}  # the latest day with weakness
    both: date | None = None  # the latest day with marks below the buttock in both legs
    for entry in sorted(entries, key=lambda entry: entry.recorded_at):
        raised = []
        if any(symptom.region == SADDLE for symptom in entry.marks):
            raised.append(RedFlag.SADDLE_NUMBNESS)
        marked = [symptom.place for symptom in entry.marks]
        below |= {place.side: entry.day for place in marked if place.level is not None and place.level >= BELOW_BUTTOCK}
        if all(below.get(leg) == entry.day for leg in LEGS):
            if _is_new(both, entry.day):
                raised.append(RedFlag.BOTH_LEGS)
            both = entry.day
        for leg in LEGS:
            if entry.strongest(Kind.WEAKNESS, leg):
                if _is_new(weak.get(leg), entry.day) and RedFlag.FOOT_DROP not in raised:
                    raised.append(RedFlag.FOOT_DROP)
                weak[leg] = entry.day
        yield entry.recorded_at, tuple(raised)


def _is_new(before: date | None, day: date) -> bool:
    return before is None or day - before > timedelta(days=NEW_AFTER_DAYS)
