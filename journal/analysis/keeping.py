"""Keeping it away: once recovered, a lighter rhythm and an early, calm look at what comes back."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.analysis.measures import between, is_pain_free
from journal.analysis.results import Day, EarlySign, Episode, KeepingAway, Recurrence
from journal.domain.body import LEGS
from journal.domain.treatment import Treatment, TreatmentKind

RHYTHM_DAYS = 7
"""One check-in a week is enough once recovered (ours)."""
EARLY_DAYS = 14
"""What was felt longer ago and did not come again is no early sign (ours)."""


def keeping_away(
    days: Sequence[Day],
    episodes: Sequence[Episode],
    recurrence: Recurrence | None,
    treatments: Sequence[Treatment],
    as_of: date,
) -> KeepingAway | None:
    """Return the rhythm after a recovery; None before one, and again once it is a recurrence.

    days: all logged days up to `as_of`, oldest first; episodes and recurrence: of the same days. An early sign is pain
    of 1 or more on a logged day of the last 14, or numbness, tingling or weakness in a leg on one; less than the pain
    of 2 or more on two days that makes a recurrence. One check-in is due a week after the last logged day.
    """
    ended = [episode for episode in episodes if episode.recovered_on is not None]
    if not ended:
        return None
    last = ended[-1]
    assert last.recovered_on is not None and last.ended is not None
    if recurrence is not None and recurrence.on > last.ended:
        return None
    since = between(days, max(last.recovered_on, as_of - timedelta(days=EARLY_DAYS - 1)), as_of)
    signs = tuple(sign for day in since if (sign := _sign(day)))
    return KeepingAway(
        recovered_on=last.recovered_on,
        last_pain=last.ended,
        last_logged=days[-1].date,
        next_check=days[-1].date + timedelta(days=RHYTHM_DAYS),
        due=(as_of - days[-1].date).days >= RHYTHM_DAYS,
        signs=signs,
        exercises=tuple(item for item in treatments if item.kind is TreatmentKind.EXERCISE and item.runs_on(as_of)),
    )


def _sign(day: Day) -> EarlySign | None:
    pain = 0.0 if is_pain_free(day) else day.pain_worst
    sensation = max(day.legs[leg].sensation for leg in LEGS)
    weakness = max(day.legs[leg].weakness for leg in LEGS)
    if not (pain or sensation or weakness):
        return None
    return EarlySign(day.date, pain, max(day.legs[leg].level for leg in LEGS), sensation, weakness)
