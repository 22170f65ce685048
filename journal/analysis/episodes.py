"""Time: episodes with the weeks since their start, recovery, recurrence, and flares.

Episode: pain with 30 pain-free days before and after it (de Vet 2002; Stanton's Delphi). A day without an entry is
unknown, and so is one that says nothing of pain: 30 days end an episode only if on 8 of them no pain was said so.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from journal.analysis.daily import between
from journal.analysis.limits import BASELINE_DAYS, FLARE_POINTS
from journal.analysis.measures import reaches
from journal.analysis.onset import stage_after
from journal.analysis.results import Day, Episode, Flare, Recurrence
from journal.domain.flare import FlareAnswer
from journal.domain.records import Records

PAIN_FREE_DAYS = 30
LOGGED_PAIN_FREE_DAYS = 8
RECURRENCE_PAIN = 2.0
RECURRENCE_DAYS = 2

FLARE_LOOKS_BACK_DAYS = 14
FLARE_JOINS_DAYS = 7
"""Flaring days so close to each other are one flare, asked about once."""


def flare_answer(records: Records, at: datetime, flare: Flare, *, confirmed: bool) -> FlareAnswer:
    """Return a new answer about a flare, which takes the place of the one before."""
    known = [item for item in records.flare_answers if flare.first <= item.flare_on <= flare.last]
    same = {"id": known[-1].id} if known else {}
    return FlareAnswer(**same, answered_at=at.replace(microsecond=0), flare_on=flare.first, confirmed=confirmed)


def episodes(days: Sequence[Day], as_of: date) -> tuple[Episode, ...]:
    """Return every episode up to `as_of`, oldest first; `days` are all logged days up to then, oldest first."""
    found = []
    for painful, recovered_on, onset_seen in _spells(days, as_of):
        found.append(_episode(days, painful, onset_seen, as_of, recovered_on))
    return tuple(found)


def returns(days: Sequence[Day]) -> tuple[date, ...]:
    """Return the first painful day after each recovery, oldest first: no look at a move reaches back over it."""
    return tuple(painful[0] for painful, _, _ in list(_spells(days, days[-1].date))[1:]) if days else ()


def recurrence(days: Sequence[Day], found: Sequence[Episode]) -> Recurrence | None:
    """Return the latest return of pain after a recovery: above 2 (0..10 NRS) on two days or more (Stanton 2010).

    found: the episodes of the same days. Lesser pain after a recovery begins an episode, but is no recurrence.
    """
    for before, after in reversed(list(pairwise(found))):
        if before.ended is None:
            continue
        within = between(days, after.started, after.ended or days[-1].date)
        strong = [day.date for day in within if day.pain_worst is not None and day.pain_worst > RECURRENCE_PAIN]
        if len(strong) >= RECURRENCE_DAYS:
            return Recurrence(on=strong[0], after_days=(strong[0] - before.ended).days)
    return None


def flares(
    days: Sequence[Day], answers: Sequence[FlareAnswer] = (), ask_until: date | None = None
) -> tuple[Flare, ...]:
    """Return every flare, oldest first, with what the person said about it (idea: Costa 2019).

    A day flares if its worst pain is 2 or more above the median worst pain of the 14 days before, of which at least 7
    must be known. Flaring days within 7 of each other are one flare, from the first to the last of them.
    The latest answer about any day of a flare counts; one about a day that flares no more is kept and has no effect.
    ask_until: as the function of that name gives it; nothing is asked in the first 14 days of a diary either.
    """
    if not days:
        return ()
    ask_from = days[0].date + timedelta(days=FLARE_LOOKS_BACK_DAYS)
    return tuple(_flare(run, answers, ask_from, ask_until or date.max) for run in _runs(days))


def ask_until(worsening: bool, returned: Recurrence | None) -> date:
    """Return the last day of which a flare is asked about: none while pain gets worse, none after a return of it."""
    if worsening:
        return date.min
    return date.max if returned is None else returned.on - timedelta(days=1)


def _spells(days: Sequence[Day], as_of: date) -> Iterator[tuple[list[date], date | None, bool]]:
    """Yield for each episode its painful days, when it was recovered from, and whether 30 free days before are known.

    More than 30 days must lie between two pains (from the last one to `as_of`), with 8 logged days that had none.
    """
    painful: list[date] = []
    free: list[date] = []  # known to be without pain, since the last painful day
    onset_seen = False
    for day in days:
        if not day.hurts:
            if day.hurts is False:
                free.append(day.date)
            continue
        if painful and (recovered_on := _recovered_on(painful[-1], free, day.date)):
            yield painful, recovered_on, onset_seen
            painful, onset_seen = [], True
        elif not painful:
            onset_seen = bool(free) and _recovered_on(free[0] - timedelta(days=1), free, day.date) is not None
        painful.append(day.date)
        free = []
    if painful:
        yield painful, _recovered_on(painful[-1], free, as_of), onset_seen


def _recovered_on(last_pain: date, free: Sequence[date], until: date) -> date | None:
    """The first day on which more than 30 days since `last_pain`, 8 of them known to be free, are over, by `until`."""
    if len(free) < LOGGED_PAIN_FREE_DAYS or (until - last_pain).days <= PAIN_FREE_DAYS:
        return None
    return max(last_pain + timedelta(days=PAIN_FREE_DAYS), free[LOGGED_PAIN_FREE_DAYS - 1])


def _episode(
    days: Sequence[Day], painful: Sequence[date], onset_seen: bool, as_of: date, recovered_on: date | None
) -> Episode:
    ended = painful[-1] if recovered_on else None
    logged = [day.date for day in between(days, painful[0], ended or as_of)]
    gaps = ((later - earlier).days - 1 for earlier, later in pairwise((*logged, as_of) if ended is None else logged))
    weeks = ((ended or as_of) - painful[0]).days / 7
    return Episode(
        started=painful[0],
        onset_seen=onset_seen,
        ended=ended,
        recovered_on=recovered_on,
        longest_gap=max(0, max(gaps, default=0)),
        weeks=weeks,
        stage=stage_after(weeks) if onset_seen else None,
    )


def _runs(days: Sequence[Day]) -> Iterator[list[tuple[Day, float]]]:
    """Flaring days within 7 of each other, each with the median before it."""
    before: deque[tuple[date, float]] = deque()
    run: list[tuple[Day, float]] = []
    for day in days:
        if day.pain_worst is None:
            continue
        while before and (day.date - before[0][0]).days > FLARE_LOOKS_BACK_DAYS:
            before.popleft()
        usual = median(pain for _, pain in before) if len(before) >= BASELINE_DAYS else None
        if usual is not None and reaches(day.pain_worst - usual, FLARE_POINTS):
            if run and (day.date - run[-1][0].date).days > FLARE_JOINS_DAYS:
                yield run
                run = []
            run.append((day, usual))
        before.append((day.date, day.pain_worst))
    if run:
        yield run


def _flare(run: Sequence[tuple[Day, float]], answers: Sequence[FlareAnswer], ask_from: date, ask_until: date) -> Flare:
    first, last = run[0][0].date, run[-1][0].date
    about = [answer for answer in answers if first <= answer.flare_on <= last]
    latest = max(about, key=lambda answer: answer.answered_at, default=None)
    return Flare(
        first=first,
        last=last,
        days_logged=len(run),
        worst=max(day.pain_worst or 0 for day, _ in run),
        usual=run[0][1],
        confirmed=None if latest is None else latest.confirmed,
        asked=latest is None and ask_from <= first <= ask_until,
    )
