"""Progress: everything that a page, a chart, a report or the command line shows, computed once."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from journal.analysis import (
    aggravators,
    episodes,
    measures,
    movements,
    onset,
    redflags,
    relapse_prevention,
    signs,
    treatments,
)
from journal.analysis.daily import between, daily
from journal.analysis.direction import changed_sides, leg_progress, often
from journal.analysis.phase import phase
from journal.analysis.results import Progress, SignKey, SignVerdict
from journal.analysis.strength import strength_pairs
from journal.domain.body import LEGS
from journal.domain.records import Records


def compute(records: Records, as_of: date, since: date | None = None, *, known: Progress | None = None) -> Progress:
    """Return the progress as it stood on `as_of`: nothing written for a later day counts.

    `since` is the first day of what is shown and of the comparison of then with now; None takes the last 56 days, or
    from the first logged day if that is later. Directions, the verdicts of pain and sensation,
    the phase, episodes and red flags do not depend on it, and are taken over from `known`, a progress of the same
    records and day, if there is one: another range of ten years then takes a fraction of the time. Raises ValueError if
    `since` is after `as_of`, or if `known` is of another day.
    """
    if known is not None and known.as_of != as_of:
        raise ValueError("known is of another day")
    records = records.until(as_of)
    days = known.days if known else daily(records.entries)
    if since is None:
        since = measures.start_of_range(days, as_of)
    if since > as_of:
        raise ValueError("since is after as_of")
    then, now = measures.then_and_now(days, since, as_of)
    rows = measures.measures(records, days, since, as_of, then, now)
    body_then, body_now = measures.body_then_and_now(days, since, as_of)
    pairs = strength_pairs(records.strength_tests, days, since, as_of)
    tried = sorted(records.treatments, key=lambda treatment: (treatment.started_on, treatment.name))
    shown = tuple(treatment for treatment in tried if treatment.ended_on is None or treatment.ended_on >= since)
    found = known.episodes if known else episodes.episodes(days, as_of)
    returned = known.recurrence if known else episodes.recurrence(days, found)
    flags, past = (known.red_flags, known.past_flags) if known else redflags.open_and_past(records, as_of)
    legs = known.legs if known else {leg: leg_progress(days, leg, as_of) for leg in LEGS}
    seen = signs.ThenAndNow(days, since, as_of, then, now)
    four = signs.signs(seen, legs, pairs)
    worsening = four[SignKey.PAIN].verdict in (SignVerdict.WORSENING, SignVerdict.PROBABLY_WORSENING)
    ask = episodes.ask_until(worsening, returned)
    if not known:
        worse = {leg: signs.worse(seen, four, flags, leg) for leg in LEGS}
        legs = MappingProxyType({leg: replace(one, worse=worse[leg]) for leg, one in legs.items()})
    return Progress(
        as_of=as_of,
        since=since,
        days=days,
        days_logged=len(between(days, since, as_of)),
        days_elapsed=(as_of - since).days + 1,
        legs=legs,
        then=then,
        now=now,
        measures=rows,
        weeks=measures.weeks(days, since, as_of),
        body_then=body_then,
        body_now=body_now,
        treatments=shown,
        signs=four,
        often=known.often if known else often(days, as_of),
        strength=pairs,
        function=signs.function(rows),
        phase=known.phase if known else phase(records, days, legs, found, flags, as_of),
        episodes=found,
        onset=onset.onset(records),
        recurrence=returned,
        flares=tuple(flare for flare in episodes.flares(days, records.flare_answers, ask) if flare.last >= since),
        changed_sides=known.changed_sides if known else changed_sides(days),
        effects=treatments.effects(days, shown, as_of),
        reactions=known.reactions if known else treatments.reactions(days, tried, as_of),
        movements=known.movements if known else movements.movements(records.movement_tries),
        aggravators=known.aggravators if known else aggravators.aggravators(records.entries, days, as_of),
        relapse_prevention=known.relapse_prevention
        if known
        else relapse_prevention.relapse_prevention(days, found, returned, tried, as_of),
        red_flags=flags,
        past_flags=past,
        red_flags_asked=redflags.last_asked(records.red_flag_checks),
    )
