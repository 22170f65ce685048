"""Progress: everything that a page, a chart, a report or the command line shows, computed once."""

from datetime import date
from types import MappingProxyType

from journal.analysis import measures
from journal.analysis.daily import daily
from journal.analysis.direction import direction
from journal.analysis.results import LegProgress, Progress
from journal.domain.body import LEGS
from journal.domain.records import Records

HEADLINE_DAYS = 28
LONGER_DAYS = 56


def compute(records: Records, as_of: date, since: date | None = None) -> Progress:
    """Return the progress as it stood on `as_of`: nothing written for a later day counts.

    `since` is the first day of what is shown and of the comparison of then with now; None takes the last 56 days, or
    from the first logged day if that is later. Raises ValueError if `since` is after `as_of`.
    """
    records = records.until(as_of)
    days = daily(records.entries)
    if since is None:
        since = measures.start_of_range(days, as_of)
    if since > as_of:
        raise ValueError("since is after as_of")
    then, now = measures.then_and_now(days, since, as_of)
    body_then, body_now = measures.body_then_and_now(days, since, as_of)
    return Progress(
        as_of=as_of,
        since=since,
        days=days,
        days_logged=len(measures.between(days, since, as_of)),
        days_elapsed=(as_of - since).days + 1,
        legs=MappingProxyType(
            {
                leg: LegProgress(
                    headline=direction(days, leg, as_of, HEADLINE_DAYS),
                    longer=direction(days, leg, as_of, LONGER_DAYS),
                )
                for leg in LEGS
            }
        ),
        then=then,
        now=now,
        measures=measures.measures(records, days, since, as_of, then, now),
        weeks=measures.weeks(days, since, as_of),
        body_then=body_then,
        body_now=body_now,
        treatments=tuple(
            sorted(
                (item for item in records.treatments if item.ended_on is None or item.ended_on >= since),
                key=lambda item: (item.started_on, item.name),
            )
        ),
    )
