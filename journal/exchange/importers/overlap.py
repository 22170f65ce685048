"""Two exports of one program that overlap: a treatment in both is one, from its first dose to its last."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from journal.domain.records import Record, Records, age
from journal.domain.treatment import Treatment
from journal.exchange.importers.builder import ENDED_AFTER
from journal.exchange.merge import Merge


def fitted(incoming: Records, existing: Records) -> Records:
    """Return the incoming records with each treatment that the journal has already spanning the doses of both."""
    known = {treatment.id: treatment for treatment in existing.treatments}
    if not any(treatment.id in known for treatment in incoming.treatments):
        return incoming
    doses: dict[str, set[date]] = defaultdict(set)
    for event in (*existing.treatment_events, *incoming.treatment_events):
        doses[event.treatment].add(event.day)
    last = max(record.day for records in (existing, incoming) for record in records)
    treatments = (
        _spanning(known[treatment.id], treatment, doses[treatment.id], last) if treatment.id in known else treatment
        for treatment in incoming.treatments
    )
    return replace(incoming, treatments=tuple(sorted(treatments, key=age)))


def _spanning(old: Treatment, new: Treatment, doses: set[date], last: date) -> Treatment:
    """The journal's treatment, longer where the file says so."""
    started = min(old.started_on, new.started_on)
    ended = old.ended_on
    if doses:
        ended = max(doses) if last - max(doses) > ENDED_AFTER else None
    elif old.ended_on is not None and new.ended_on is not None:
        ended = max(old.ended_on, new.ended_on)
    elif new.ended_on is None and old.ended_on is not None and new.started_on > old.ended_on:
        ended = None
    elif old.ended_on is None and new.ended_on is not None and new.ended_on > old.started_on:
        ended = new.ended_on
    return replace(old, started_on=started, ended_on=ended if ended is None or ended >= started else started)


def stretched(merged: Merge) -> tuple[Merge, tuple[Treatment, ...]]:
    """Take out of the conflicts the treatments that only last longer now: that needs no choice."""
    longer: list[Treatment] = []
    others: list[tuple[Record, Record]] = []
    for old, new in merged.conflicts:
        if isinstance(old, Treatment) and isinstance(new, Treatment) and _only_dates_differ(old, new):
            longer.append(new)
        else:
            others.append((old, new))
    return replace(merged, conflicts=tuple(others)), tuple(longer)


def _only_dates_differ(old: Treatment, new: Treatment) -> bool:
    return replace(old, started_on=new.started_on, ended_on=new.ended_on) == new
