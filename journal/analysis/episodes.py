"""Time: episodes with the weeks since their start, recovery, recurrence, and flares.

Episode: pain with 30 pain-free days before and after it (de Vet 2002; Stanton's Delphi). A day without an entry is
unknown, so it ends nothing by itself: 30 days end an episode only if at least 8 of them were logged and none had pain.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from journal.analysis.measures import between, is_pain_free, reaches
from journal.analysis.onset import stage_after
from journal.analysis.results import Day, Episode, Flare, Recurrence
from journal.domain.flare import FlareAnswer

PAIN_FREE_DAYS = 30
LOGGED_PAIN_FREE_DAYS = 8
RECURRENCE_PAIN = 2.0
RECURRENCE_DAYS = 2

FLARE_POINTS = 2.0
FLARE_LOOKS_BACK_DAYS = 14
FLARE_NEEDS_DAYS = 7
FLARE_BRIDGES_DAYS = 2
"""So many days without an entry do not end a flare (ours)."""


def episodes(days: Sequence[Day], as_of: date) -> tuple[Episode, ...]:
    """Return every episode up to `as_of`, oldest first; `days` are all logged days up to then, oldest first."""
    found = []
    painful: list[date] = []  # days of the present episode
    pain_free: list[date] = []  # logged since the last painful day
    onset_seen = False
    for day in days:
        if is_pain_free(day):
            pain_free.append(day.date)
            continue
        before = day.date - timedelta(days=1)
        if painful:
            recovered_on = _recovered_on(painful[-1], pain_free, before)
            if recovered_on:
                found.append(_episode(days, painful, onset_seen, as_of, recovered_on))
                painful, onset_seen = [], True
        else:
            onset_seen = (
                bool(pain_free) and _recovered_on(pain_free[0] - timedelta(days=1), pain_free, before) is not None
            )
        painful.append(day.date)
        pain_free = []
    if painful:
        recovered_on = _recovered_on(painful[-1], pain_free, as_of)
        found.append(_episode(days, painful, onset_seen, as_of, recovered_on))
    return tuple(found)


def recurrence(days: Sequence[Day], found: Sequence[Episode]) -> Recurrence | None:
    """Return the latest return of pain after a recovery: 2 or more (0..10 NRS) on two days or more.

    found: the episodes of the same days. Lesser pain after a recovery begins an episode, but is no recurrence.
    """
    for before, after in reversed(list(pairwise(found))):
        if before.ended is None:
            continue
        within = between(days, after.started, after.ended or days[-1].date)
        strong = [day.date for day in within if day.pain_worst >= RECURRENCE_PAIN]
        if len(strong) >= RECURRENCE_DAYS:
            return Recurrence(on=strong[0], after_days=(strong[0] - before.ended).days)
    return None


def flares(days: Sequence[Day], answers: Sequence[FlareAnswer] = ()) -> tuple[Flare, ...]:
    """Return every flare, oldest first, with what the person said about it (idea: Costa 2019).

    A day flares if its worst pain is 2 or more above the median worst pain of the 14 days before, of which at least 7
    must be logged. Flaring days in a row make one flare; one or two days without an entry between them do not end it.
    The latest answer about any day of a flare counts; one about a day that flares no more is kept and has no effect.
    """
    return tuple(_flare(run, answers) for run in _runs(days))


def _recovered_on(last_pain: date, pain_free: Sequence[date], until: date) -> date | None:
    """The first day on which 30 days after `last_pain` without pain, 8 of them logged, are complete, by `until`.

    pain_free: the logged days since, oldest first.
    """
    whole = last_pain + timedelta(days=PAIN_FREE_DAYS)
    for first, eighth in zip(pain_free, pain_free[LOGGED_PAIN_FREE_DAYS - 1 :], strict=False):
        complete = max(whole, eighth)
        if complete > until:
            return None
        if (complete - first).days < PAIN_FREE_DAYS:
            return complete
    return None


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
    """Flaring days in a row, each with the median before it."""
    before: deque[Day] = deque()
    run: list[tuple[Day, float]] = []
    for day in days:
        while before and (day.date - before[0].date).days > FLARE_LOOKS_BACK_DAYS:
            before.popleft()
        usual = median(earlier.pain_worst for earlier in before) if len(before) >= FLARE_NEEDS_DAYS else None
        flaring = usual is not None and reaches(day.pain_worst - usual, FLARE_POINTS)
        if run and (not flaring or (day.date - run[-1][0].date).days > FLARE_BRIDGES_DAYS + 1):
            yield run
            run = []
        if flaring and usual is not None:
            run.append((day, usual))
        before.append(day)
    if run:
        yield run


def _flare(run: Sequence[tuple[Day, float]], answers: Sequence[FlareAnswer]) -> Flare:
    first, last = run[0][0].date, run[-1][0].date
    about = [answer for answer in answers if first <= answer.flare_on <= last]
    latest = max(about, key=lambda answer: answer.answered_at, default=None)
    return Flare(
        first=first,
        last=last,
        days_logged=len(run),
        worst=max(day.pain_worst for day, _ in run),
        usual=run[0][1],
        confirmed=None if latest is None else latest.confirmed,
    )
