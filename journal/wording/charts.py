"""What charts say: the words on them, and each chart in plain words for who does not see it."""

from collections.abc import Sequence
from datetime import date

from journal.analysis.results import BodySummary, Day, Direction, Progress
from journal.domain.body import LEGS, Side
from journal.domain.entry import Kind
from journal.i18n import _, day, ngettext, number, span
from journal.wording import direction as direction_words
from journal.wording import labels
from journal.wording.counts import days, days_logged

_PLACES_NAMED = 6


def strength_range(strength: float) -> str:
    """Name the step of pain strength that shares one colour: "3–4"."""
    low = min(9, max(1, (round(strength) - 1) // 2 * 2 + 1))
    return f"{low}–{low + 1}"


def ladder(progress: Progress, legs: Sequence[Side] = LEGS) -> str:
    """Say what the ladder of those legs shows: the days, how far down the pain reached, the line, what was tried."""
    shown = _shown(progress)
    said = [_how_far(progress, shown)]
    for leg in legs:
        said += [_reach(shown, leg), direction_words.sentence(progress.legs[leg].headline)]
        said.append(_line(progress.legs[leg].headline))
    said += [_tried(progress), _flares(progress)]
    return " ".join(filter(None, said))


def pain(progress: Progress) -> str:
    """Say what the pain chart shows: the days, the first and the last week, the strongest day."""
    shown = _shown(progress)
    said = [_how_far(progress, shown)]
    weeks = [week for week in progress.weeks if week.pain_average is not None]
    if weeks:
        first, last = weeks[0], weeks[-1]
        text = _("Average pain {mean} of 10 in the week from {day} ({days}).")
        for week in (first, last) if last is not first else (first,):
            values = {"mean": number(week.pain_average or 0, 1), "day": day(week.first), "days": days(week.days_logged)}
            said.append(text.format(**values))
    if shown:
        worst = max(shown, key=lambda one: one.pain_worst)
        said.append(
            _("The worst pain was {worst} on {day}.").format(worst=number(worst.pain_worst), day=day(worst.date))
        )
    said += [_tried(progress), _flares(progress)]
    return " ".join(filter(None, said))


def body(summaries: Sequence[BodySummary]) -> str:
    """Say what each body map shows: its days, and the places of each kind, strongest first."""
    return " ".join(_summary(summary) for summary in summaries)


def _summary(summary: BodySummary) -> str:
    values = {"dates": span(summary.first, summary.last), "logged": days_logged(summary.days_logged)}
    if not summary.loads:
        return _("{dates} ({logged}): nothing marked.").format(**values)
    parts = []
    for kind in Kind:
        loads = sorted((load for load in summary.loads if load.kind is kind), key=lambda load: -load.strength)
        if loads:
            named = [_place(load.region, load.strength, load.days) for load in loads[:_PLACES_NAMED]]
            if len(loads) > _PLACES_NAMED:
                more = len(loads) - _PLACES_NAMED
                named.append(ngettext("{count} more place", "{count} more places", more).format(count=number(more)))
            parts.append(_("{kind}: {places}").format(kind=labels.label(kind), places=", ".join(named)))
    return _("{dates} ({logged}). {parts}.").format(**values, parts="; ".join(parts))


def _place(region: str, strength: float, count: int) -> str:
    text = _("{place} {strength} of 10 on {days}")
    return text.format(place=labels.region(region), strength=number(strength, 1), days=days(count))


def _shown(progress: Progress) -> list[Day]:
    return [one for one in progress.days if progress.since <= one.date <= progress.as_of]


def _how_far(progress: Progress, shown: Sequence[Day]) -> str:
    dates = span(progress.since, progress.as_of)
    if not shown:
        return _("{dates}: no entries.").format(dates=dates)
    text = _("{dates}: {logged} of {count} logged.")
    return text.format(dates=dates, logged=number(len(shown)), count=days(progress.days_elapsed))


def _reach(shown: Sequence[Day], leg: Side) -> str:
    """How far down a leg the pain reached on the first and the last day with any, and at the furthest."""
    painful = [one for one in shown if one.legs[leg].level > 0]
    if not painful:
        return ""
    deepest = max(painful, key=lambda one: one.legs[leg].level)
    text = _(
        "{leg}: pain down to {first} on {first_day}, to {last} on {last_day}; furthest {deepest}, on {deepest_day}."
    )
    return text.format(
        leg=labels.leg(leg),
        first=_level(painful[0], leg),
        first_day=_day(painful[0].date),
        last=_level(painful[-1], leg),
        last_day=_day(painful[-1].date),
        deepest=_level(deepest, leg),
        deepest_day=_day(deepest.date),
    )


def _line(direction: Direction) -> str:
    if not direction.line or not direction.painful_days:
        return ""
    first, last = direction.line[0], direction.line[-1]
    text = _("The line goes from {first} on {first_day} to {last} on {last_day}.")
    return text.format(
        first=labels.level(first.level),
        first_day=_day(first.date),
        last=labels.level(last.level),
        last_day=_day(last.date),
    )


def _tried(progress: Progress) -> str:
    if not progress.treatments:
        return ""
    named = ", ".join(
        _("{name} from {day}").format(name=item.name, day=_day(item.started_on)) for item in progress.treatments
    )
    return _("Tried: {list}.").format(list=named)


def _flares(progress: Progress) -> str:
    named = [
        day(flare.first, year=False) if flare.first == flare.last else span(flare.first, flare.last)
        for flare in progress.flares
        if flare.confirmed is not False
    ]
    return _("Flares: {list}.").format(list="; ".join(named)) if named else ""


def _level(one: Day, leg: Side) -> str:
    return labels.level(one.legs[leg].level)


def _day(value: date) -> str:
    return day(value, year=False)
