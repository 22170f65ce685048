"""When it hurts, and doing what: the pain of momentary entries by part of the day and by activity.

Only entries of a moment know their hour and what was being done; a whole-day entry speaks of all of it. Entries of one
day are too alike to be counted apart, so each day gives one value. People write when there is something to write, so
this tells when pain was noted, never what caused it; no verdict is drawn from it. Standard library only.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from journal.analysis.limits import TIME_OF_DAY_DAYS
from journal.analysis.results import PartOfDay, TimeOfDayFigures, WhenItHurts
from journal.domain.entry import Entry, Kind, Scope

MOST_ACTIVITIES = 8
_PARTS = tuple(PartOfDay)
_HOURS = 24 // len(_PARTS)


def when_it_hurts(entries: Iterable[Entry], since: date, as_of: date) -> WhenItHurts:
    """Return what the momentary entries of since..as_of say: all parts of the day, and the most frequent activities.

    Hours are local ones as written. Pain is the strongest that an entry marks or states, 0..10 NRS.
    """
    shown = [entry for entry in entries if entry.scope is Scope.NOW and since <= entry.day <= as_of]
    by_part: defaultdict[PartOfDay, list[Entry]] = defaultdict(list)
    by_activity: defaultdict[str, list[Entry]] = defaultdict(list)
    words: dict[str, str] = {}
    for entry in shown:
        by_part[part_of_day(entry)].append(entry)
        for key, word in {" ".join(word.split()).casefold(): word for word in entry.activities}.items():
            by_activity[key].append(entry)
            words[key] = word
    activities = [_figures(words[key], found) for key, found in by_activity.items()]
    activities.sort(key=lambda item: (-item.days, str(item.name).casefold()))
    return WhenItHurts(
        entries=len(shown),
        parts=tuple(_figures(part, by_part[part]) for part in _PARTS),
        activities=tuple(activities[:MOST_ACTIVITIES]),
    )


def part_of_day(entry: Entry) -> PartOfDay:
    """Return the quarter of the clock in which an entry was written."""
    return _PARTS[entry.recorded_at.hour // _HOURS]


def _figures(name: PartOfDay | str, entries: Sequence[Entry]) -> TimeOfDayFigures:
    by_day: defaultdict[date, list[float]] = defaultdict(list)
    for entry in entries:
        strongest = max(float(entry.strongest(Kind.PAIN)), entry.pain_average or 0.0, entry.pain_worst or 0.0)
        by_day[entry.day].append(strongest)
    pains = tuple((day, sum(by_day[day]) / len(by_day[day])) for day in sorted(by_day))
    return TimeOfDayFigures(name, len(entries), pains, enough=len(pains) >= TIME_OF_DAY_DAYS)
