"""What goes with worse days: pain and distal level on days with an activity against days without it. Never a cause.

The method (ours). Days, not entries, are compared: entries of one day are too alike to be counted apart. A day is
"with" an activity if any of its entries names it, and "without" if it was logged and none does. Two things would make
a plain difference of means dishonest: the weeks drift (whoever recovers drives again, so "driving" would fall on the
better weeks), and neighbouring days are alike. So the engine that judges the direction of a leg fits

    y = a + drift * u + bend * u2 + difference * (with - mean of with) + e

with its own autocorrelated errors and its own priors (`posterior`), and the interval is the 90 % interval of
`difference`. The same day and the next one are compared apart; "next" is the calendar day after, if it was logged.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from journal.analysis import posterior
from journal.analysis.daily import between
from journal.analysis.limits import ACTIVITY_DAYS
from journal.analysis.results import Aggravator, Day, DayDifference, DifferenceVerdict
from journal.domain.body import LEGS
from journal.domain.entry import Entry

LOOK_BACK_DAYS = 182
"""Half a year: long enough for rare activities, short enough to be about the person as they are now (ours)."""
MOST_TAGS = 30
"""The most frequent ones; a longer list would only raise the chance that one of them stands out by chance."""
STANDS_OUT = 0.995
"""Probability on one side from which a difference is called one. Stricter than elsewhere, since many are looked at:
of diaries with nine activities that mean nothing, one in fifteen has one that stands out for pain on the same day,
where plain t tests find one in two (tests/benchmarks/aggravators.py)."""
PAIN_SCALE, LEVEL_SCALE = 0.8, 0.6
"""s0 of the prior of sigma, as for the signs and the direction."""


def aggravators(entries: Sequence[Entry], days: Sequence[Day], as_of: date) -> tuple[Aggravator, ...]:
    """Return a row for each activity named in the last 182 days, what goes with the most pain first.

    entries and days: of the same journal, up to `as_of`; days oldest first. Pain is the day's worst pain (0..10 NRS),
    the level the deeper one of the two legs (0..7). Rows without enough days follow, the most frequent first.
    """
    first = as_of - timedelta(days=LOOK_BACK_DAYS - 1)
    shown = between(days, first, as_of)
    tagged: defaultdict[str, set[date]] = defaultdict(set)
    words: dict[str, str] = {}
    for entry in entries:
        if first <= entry.day <= as_of:
            for word in entry.activities:
                key = " ".join(word.split()).casefold()
                tagged[key].add(entry.day)
                words[key] = word
    counted = Counter({key: len(dates) for key, dates in tagged.items()})
    tags = [key for key, _count in counted.most_common(MOST_TAGS)]
    logged = {day.date: day for day in shown}
    same = [(day.date, day) for day in shown]
    after = [(day.date, nxt) for day in shown if (nxt := logged.get(day.date + timedelta(days=1))) is not None]
    dates = [tagged[key] for key in tags]
    found = [
        Aggravator(activity=words[key], days_with=counted[key], same_day=today, next_day=tomorrow)
        for key, today, tomorrow in zip(tags, _compared(same, dates), _compared(after, dates), strict=True)
    ]
    return tuple(sorted(found, key=_most_pain_first))


def _compared(
    pairs: Sequence[tuple[date, Day]], tags: Sequence[set[date]]
) -> list[tuple[DayDifference, DayDifference]]:
    """For each tag the difference in pain and in level; pairs: the day of the activity, and the day that is judged.

    The level is compared between days on which it hurt.
    """
    pain = _known(pairs, tags, lambda day: day.pain_worst, PAIN_SCALE)
    return list(zip(pain, _known(pairs, tags, _deeper_level, LEVEL_SCALE), strict=True))


def _known(
    pairs: Sequence[tuple[date, Day]], tags: Sequence[set[date]], figure: Callable[[Day], float | None], s0: float
) -> list[DayDifference]:
    known = [(day, judged.date, value) for day, judged in pairs if (value := figure(judged)) is not None]
    groups = [[day in dates for day, _, _ in known] for dates in tags]
    return _differences([on.toordinal() for _, on, _ in known], [value for _, _, value in known], groups, s0)


def _deeper_level(day: Day) -> float | None:
    return max((level for leg in LEGS if (level := day.legs[leg].level) is not None), default=None)


def _differences(
    t: Sequence[int], y: Sequence[float], groups: Sequence[Sequence[bool]], s0: float
) -> list[DayDifference]:
    judged = [place for place, group in enumerate(groups) if ACTIVITY_DAYS <= sum(group) <= len(group) - ACTIVITY_DAYS]
    known = posterior.differences(t, y, [groups[place] for place in judged], s0) if judged else []
    found = dict(zip(judged, known, strict=True))
    return [_difference(y, group, found.get(place)) for place, group in enumerate(groups)]


def _difference(y: Sequence[float], group: Sequence[bool], found: posterior.Posterior | None) -> DayDifference:
    with_it = [value for value, named in zip(y, group, strict=True) if named]
    without = [value for value, named in zip(y, group, strict=True) if not named]
    return DayDifference(
        verdict=_verdict(found),
        days_with=len(with_it),
        days_without=len(without),
        mean_with=sum(with_it) / len(with_it) if with_it else None,
        mean_without=sum(without) / len(without) if without else None,
        difference=None if found is None else found.mean,
        interval=None if found is None else found.interval,
    )


def _verdict(found: posterior.Posterior | None) -> DifferenceVerdict:
    if found is None:
        return DifferenceVerdict.NOT_ENOUGH
    if 1 - found.probability_below_zero >= STANDS_OUT:
        return DifferenceVerdict.MORE
    return DifferenceVerdict.LESS if found.probability_below_zero >= STANDS_OUT else DifferenceVerdict.NO_CLEAR


def _most_pain_first(row: Aggravator) -> tuple[bool, float, int, str]:
    known = [pair[0].difference for pair in (row.same_day, row.next_day) if pair[0].difference is not None]
    return not known, -max(known, default=0.0), -row.days_with, row.activity.casefold()
