"""Red flags that are open: raised by an answer, a mark or a test, and closed by nothing but a later answer.

A good trend never hides one. Standard library only: the window asks at once when a mark raises a sign, before numpy is
loaded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from journal.analysis.redflag_rules import NEW_AFTER_DAYS, Finding, findings
from journal.analysis.results import OpenFlag, PastFlag, RaisedBy
from journal.domain.records import Records
from journal.domain.redflag import RedFlag, RedFlagCheck, Tier

_URGENCY = {tier: place for place, tier in enumerate(Tier)}
_ORDER = {flag: place for place, flag in enumerate(RedFlag)}


@dataclass(slots=True)
class _Standing:
    """A sign while it is open."""

    since: date
    raised_by: RaisedBy
    seen: date
    """When it last showed."""
    answered: bool = False
    """Whether a check said yes to it."""


def open_flags(records: Records, as_of: date) -> tuple[OpenFlag, ...]:
    """Return the signs that are open on that day, the most urgent first and old ones last: see `open_and_past`."""
    return open_and_past(records, as_of)[0]


def open_and_past(records: Records, as_of: date) -> tuple[tuple[OpenFlag, ...], tuple[PastFlag, ...]]:
    """Return the signs that are open on that day and those that were answered; nothing of a later day counts.

    A check opens the signs ticked in it and closes every other one, whatever had raised it. Since then, marks and tests
    open what `redflag_rules.findings` says. What is known there as not new (both legs, weakness: the same marks day
    after day) was asked about already and opens nothing. The rest opens its sign again although it was denied before:
    any mark in the saddle, weakness that is clearly worse, a test that fails in one leg.

    A sign keeps the day it was first raised on while it stays open. It is old when it last showed more than 14 days
    before that day and no check came since, as in an import of last year's diary.
    """
    records = records.until(as_of)
    # at one moment a mark or test comes first, as it was asked about
    events: list[Finding | RedFlagCheck] = [*findings(records), *records.red_flag_checks]
    events.sort(key=lambda event: event.at if isinstance(event, Finding) else event.checked_at)
    standing: dict[RedFlag, _Standing] = {}
    past: list[PastFlag] = []
    for event in events:
        if isinstance(event, RedFlagCheck):
            past += [
                PastFlag(sign, one.since, one.raised_by, event.day)
                for sign, one in standing.items()
                if sign not in event.signs
            ]
            answer = _Standing(event.day, "answer", event.day)
            standing = {sign: replace(standing.get(sign, answer), answered=True) for sign in event.signs}
        elif event.new or event.sign in standing:
            known = standing.setdefault(event.sign, _Standing(event.day, event.raised_by, event.day))
            known.seen = max(known.seen, event.day)
    found = [
        OpenFlag(sign, one.since, one.raised_by, old=not one.answered and _is_old(one.seen, as_of))
        for sign, one in standing.items()
    ]
    found.sort(key=lambda flag: (flag.old, _URGENCY[flag.tier], _ORDER[flag.sign]))
    past.sort(key=lambda flag: (flag.answered_on, -_URGENCY[flag.sign.tier], -_ORDER[flag.sign]), reverse=True)
    return tuple(found), tuple(past)


def newly_raised(before: Records, after: Records) -> tuple[Finding, ...]:
    """Return what the records raise now and did not raise before they were changed: a record, sign and leg once."""
    known = {(one.record, one.sign, one.leg) for one in findings(before) if one.new}
    found = {(one.record, one.sign, one.leg): one for one in findings(after) if one.new}
    return tuple(one for key, one in found.items() if key not in known)


def signs(raised: Iterable[Finding]) -> tuple[RedFlag, ...]:
    """Return the signs of these findings, each once, the most urgent first."""
    named = {one.sign for one in raised}
    return tuple(sorted((sign for sign in RedFlag if sign in named), key=lambda sign: list(Tier).index(sign.tier)))


def holding(raised: Sequence[Finding], before: Records, after: Records, at: datetime) -> RedFlagCheck | None:
    """Return the check to save so that each newly raised sign stays open until it is answered; None if all do anyway.

    raised: what `newly_raised` found between the two. What is written down or imported for an earlier day may stand
    before an answer already given, which would then close in silence what nobody was asked about. An answer that comes
    with it (another computer's journal) does close it, and what is older than 14 days is no emergency any more: the
    answer given since then stands.
    """
    if not raised:
        return None
    today = at.date()
    known = set(before.red_flag_checks)
    asked = tuple(check for check in after.red_flag_checks if check not in known)
    waiting = {flag.sign for flag in open_flags(replace(after, red_flag_checks=asked), today) if not flag.old}
    standing = [flag.sign for flag in open_flags(after, today)]
    silenced = [sign for sign in signs(raised) if sign in waiting and sign not in standing]
    return RedFlagCheck(checked_at=at, signs=(*standing, *silenced)) if silenced else None


def last_asked(checks: Iterable[RedFlagCheck]) -> date | None:
    """Return the day of the latest check, None if the urgent signs were never asked about."""
    return max((check.day for check in checks), default=None)


def _is_old(seen: date, as_of: date) -> bool:
    return as_of - seen > timedelta(days=NEW_AFTER_DAYS)
