"""Keeping it away: once recovered, a lighter rhythm and an early, calm look at what comes back."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.analysis.daily import between
from journal.analysis.results import Day, EarlySign, Episode, Recurrence, RelapsePrevention
from journal.domain.body import LEGS
from journal.domain.treatment import Treatment, TreatmentKind

RHYTHM_DAYS = 7
"""One check-in a week is enough once recovered (ours)."""
EARLY_DAYS = 14
"""What was felt longer ago and did not come again is no early sign (ours)."""


def relapse_prevention(
    days: Sequence[Day],
    episodes: Sequence[Episode],
    recurrence: Recurrence | None,
    treatments: Sequence[Treatment],
    as_of: date,
) -> RelapsePrevention | None:
    """Return the rhythm after a recovery; None before one, and again once it is a recurrence.

    days: all logged days up to `as_of`, oldest first; episodes and recurrence: of the same days. An early sign is pain
    of 1 or more on a logged day of the last 14, or on one more numbness, tingling or weakness of a leg than in the days
    that made the recovery: what lingers is no sign. All that is less than the pain of 2 or more on two days that makes
    a recurrence. One check-in is due a week after the last logged day.
    """
    ended = [episode for episode in episodes if episode.recovered_on is not None]
    if not ended:
        return None
    last = ended[-1]
    assert last.recovered_on is not None and last.ended is not None
    if recurrence is not None and recurrence.on > last.ended:
        return None
    since = between(days, max(last.recovered_on, as_of - timedelta(days=EARLY_DAYS - 1)), as_of)
    quiet = between(days, last.ended + timedelta(days=1), last.recovered_on)
    sensation, weakness = max(map(_sensation, quiet), default=0), max(map(_weakness, quiet), default=0)
    signs = tuple(sign for day in since if (sign := _sign(day, sensation, weakness)))
    return RelapsePrevention(
        recovered_on=last.recovered_on,
        last_pain=last.ended,
        last_logged=days[-1].date,
        next_check=days[-1].date + timedelta(days=RHYTHM_DAYS),
        due=(as_of - days[-1].date).days >= RHYTHM_DAYS,
        signs=signs,
        exercises=tuple(item for item in treatments if item.kind is TreatmentKind.EXERCISE and item.runs_on(as_of)),
    )


def _sign(day: Day, usual_sensation: int, usual_weakness: int) -> EarlySign | None:
    pain = day.pain_worst or 0.0
    sensation, weakness = _sensation(day), _weakness(day)
    sensation, weakness = sensation * (sensation > usual_sensation), weakness * (weakness > usual_weakness)
    if not (pain or sensation or weakness):
        return None
    return EarlySign(day.date, pain, max(day.legs[leg].level or 0.0 for leg in LEGS), sensation, weakness)


def _sensation(day: Day) -> int:
    return max(day.legs[leg].sensation or 0 for leg in LEGS)


def _weakness(day: Day) -> int:
    return max(day.legs[leg].weakness or 0 for leg in LEGS)
