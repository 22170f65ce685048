"""What charts say: the words on them, and each chart in plain words for who does not see it."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from journal.analysis.differences import PainDifference, differences
from journal.analysis.results import BodySummary, Day, Direction, Progress, SignKey
from journal.domain.body import LEGS, REGIONS, Side
from journal.domain.entry import Kind
from journal.domain.strength import StrengthTest
from journal.domain.treatment import Treatment
from journal.i18n import N_, _, day, listing, ngettext, number, span
from journal.wording import chart_days, labels
from journal.wording import direction as direction_words
from journal.wording import signs as sign_words
from journal.wording.counts import days, days_logged, on_days

_PLACES_NAMED = 6
_DIFFERENCES = {
    # Translators: how places differ from then to now: "gone: Left calf, upper".
    PainDifference.GONE: N_("gone"),
    # Translators: how places differ from then to now: "new: Left calf, upper".
    PainDifference.NEW: N_("new"),
    PainDifference.WEAKER: N_("weaker or rarer"),
    PainDifference.STRONGER: N_("stronger or more often"),
}


def difference(found: PainDifference) -> str:
    """Name how a place differs from then to now."""
    return _(_DIFFERENCES[found])


_STRONG = 7
_FLARES_NAMED = 6
_CALENDAR_DAYS = 182


def strength_range(strength: float) -> str:
    """Name the step of pain strength that shares one colour: "3–4"."""
    low = min(9, max(1, (round(strength) - 1) // 2 * 2 + 1))
    return f"{low}–{low + 1}"


def ladder(progress: Progress, legs: Sequence[Side] = LEGS) -> str:
    """Say what the ladder of those legs shows: the days, how far down the pain reached, the line, what was tried."""
    shown = _shown(progress)
    said = [_how_far(progress, shown)]
    for leg in legs:
        said += [_reach(shown, leg), direction_words.sentence(progress.legs[leg])]
        said.append(_line(progress.legs[leg].headline))
    said += [_tried(progress), _flares(progress)]
    return _joined(said)


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
    rated = [(one.pain_worst, one.date) for one in shown if one.pain_worst is not None]
    if rated:
        worst, on = max(rated, key=lambda one: one[0])
        said.append(_("The worst pain was {worst} on {day}.").format(worst=number(worst), day=day(on)))
    said += [_tried(progress), _flares(progress)]
    return _joined(said)


def signs(progress: Progress) -> str:
    """Say what the four signs show: the sentence of each, with what belongs under it."""
    said = [
        part for key in SignKey for part in (sign_words.sentence(progress, key), sign_words.explanation(progress, key))
    ]
    return " ".join(filter(None, said))


def sign_sentences(progress: Progress) -> tuple[tuple[str, str], ...]:
    """Say each sign's sentences with what belongs under them, in two parts; the direction stands above them all."""
    said = []
    for key in (SignKey.PAIN, SignKey.SENSATION, SignKey.STRENGTH):
        lead, rest = sign_words.parts(progress, key)
        whole = sign_words.sentence(progress, key)
        rest = whole.removeprefix(lead) if whole.startswith(lead) else rest
        said.append((lead, " ".join(filter(None, (rest, sign_words.explanation(progress, key))))))
    return tuple(said)


def calendar(progress: Progress) -> str:
    """Say what the calendar shows: how many days were logged, how many of them without pain, the strongest days."""
    shown = _shown(progress)
    said = [_how_far(progress, shown)]
    if shown:
        free = sum(one.hurts is False for one in shown)
        said.append(
            ngettext("{count} logged day without pain.", "{count} logged days without pain.", free).format(
                count=number(free)
            )
        )
        strong = [one for one in shown if (one.pain_worst or 0) >= _STRONG]
        if strong:
            text = ngettext(
                "{count} day with a worst pain of 7 or more, the last on {day}.",
                "{count} days with a worst pain of 7 or more, the last on {day}.",
                len(strong),
            )
            said.append(text.format(count=number(len(strong)), day=day(strong[-1].date)))
    return " ".join(said)


def calendar_cut(progress: Progress) -> str:
    """Say that the calendar has only the latest weeks, where the range is longer than it can show; else ""."""
    if progress.days_elapsed <= _CALENDAR_DAYS:
        return ""
    return _("The calendar shows the latest weeks of these days; the Journal page has every month.")


def sensation(progress: Progress) -> str:
    """Say on how many days numbness, tingling or weakness was marked in each leg, and how strongly."""
    shown = _shown(progress)
    said = [_how_far(progress, shown)]
    for leg in LEGS:
        for kind in Kind:
            if kind is Kind.PAIN:
                continue
            felt = [value for one in shown if (value := _strongest(one, leg, kind))]
            if felt:
                text = _("{leg}: {kind} {on_days}, {mean} of 10 on average, {most} at most.")
                values_ = {"leg": labels.leg(leg), "kind": labels.inside(kind), "on_days": on_days(len(felt))}
                said.append(text.format(**values_, mean=number(sum(felt) / len(felt), 1), most=number(max(felt))))
    if len(said) == 1 and shown:
        said.append(no_sensation())
    return " ".join(said)


def no_sensation() -> str:
    """Say that no numbness, tingling or weakness was marked."""
    return _("No numbness, tingling or weakness was marked in these days.")


def strength_tests(tests: Sequence[StrengthTest]) -> str:
    """Say every test, oldest first."""
    if not tests:
        return _("No home test in these days.")
    text = _("{day}: {tests}.")
    return " ".join(text.format(day=day(test.day), tests=chart_days.tests((test,))[0]) for test in tests)


def treatments(progress: Progress, taken: Mapping[str, Collection[date]] = MappingProxyType({})) -> str:
    """Say what was tried, from when to when, and on how many days it was noted as taken or done, by its id."""
    if not progress.treatments:
        return _("Nothing was tried in these days.")
    return " ".join(_one_treatment(item, len(set(taken.get(item.id, ())))) for item in progress.treatments)


def _one_treatment(item: Treatment, days: int) -> str:
    dates = _dates_of(item)
    if not days:
        return dates
    noted = ngettext("{treatment} Noted on {count} day.", "{treatment} Noted on {count} days.", days)
    return noted.format(treatment=dates, count=number(days))


def _dates_of(item: Treatment) -> str:
    if item.ended_on is None:
        return _("{name}: since {day}.").format(name=item.name, day=day(item.started_on))
    if item.ended_on == item.started_on:
        return _("{name}: on {day}.").format(name=item.name, day=day(item.started_on))
    return _("{name}: {dates}.").format(name=item.name, dates=span(item.started_on, item.ended_on))


def body(summaries: Sequence[BodySummary]) -> str:
    """Say what each body map shows: its days, the places of each kind, strongest first; then what differs."""
    said = [_summary(summary) for summary in summaries]
    if len(summaries) > 1:
        said.append(differing(summaries[0], summaries[-1]))
    return " ".join(filter(None, said))


def differing(then: BodySummary, now: BodySummary) -> str:
    """Say which places differ from then to now; that none does; "" where a side has no logged day."""
    if not (then.days_logged and now.days_logged):
        return ""
    found = differences(then, now)
    parts = []
    for kind in PainDifference:
        named = [labels.region(region) for region in found if found[region] is kind]
        if named:
            parts.append(_("{difference}: {places}").format(difference=difference(kind), places=listing(named)))
    if not parts:
        return _("From then to now no place differs by enough to be told.")
    return _("From then to now: {parts}.").format(parts="; ".join(parts))


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
            parts.append(_("{kind}: {places}").format(kind=labels.label(kind), places=listing(named)))
    return _("{dates} ({logged}). {parts}.").format(**values, parts="; ".join(parts))


def _place(region: str, strength: float, count: int) -> str:
    text = _("{place} {strength} of 10 {on_days}")
    return text.format(place=labels.region(region), strength=number(strength, 1), on_days=on_days(count))


def _joined(sentences: Sequence[str]) -> str:
    """Put sentences together; one that ends with a short month ("22. Nov.") has its dot already."""
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", " ".join(filter(None, sentences)))


def _shown(progress: Progress) -> list[Day]:
    return [one for one in progress.days if progress.since <= one.date <= progress.as_of]


def _strongest(one: Day, leg: Side, kind: Kind) -> int:
    return max((value for (at, of), value in one.marks.items() if of is kind and REGIONS[at].side is leg), default=0)


def _how_far(progress: Progress, shown: Sequence[Day]) -> str:
    dates = span(progress.since, progress.as_of)
    if not shown:
        return _("{dates}: no entries.").format(dates=dates)
    text = ngettext(
        "{dates}: {logged} of {count} day logged.", "{dates}: {logged} of {count} days logged.", progress.days_elapsed
    )
    return text.format(dates=dates, logged=number(len(shown)), count=number(progress.days_elapsed))


def _reach(shown: Sequence[Day], leg: Side) -> str:
    """How far down a leg the pain reached on the first and the last day with any, and at the furthest."""
    painful = [one for one in shown if one.legs[leg].level is not None]
    if not painful:
        return ""
    deepest = max(painful, key=lambda one: one.legs[leg].level or 0)
    text = _(
        # Translators: {first}, {last} and {deepest} are "down to the foot".
        "{leg}: pain {first} on {first_day}, {last} on {last_day}; at the furthest {deepest}, on {deepest_day}."
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
    # Translators: {first} and {last} are "thigh", "lower leg". No sentence ends with a date: "22 Nov." has its own dot.
    text = _("The line begins at {first} on {first_day}; on {last_day} it is at {last}.")
    return text.format(
        first=labels.level(first.level),
        first_day=_day(first.date),
        last=labels.level(last.level),
        last_day=_day(last.date),
    )


def _tried(progress: Progress) -> str:
    if not progress.treatments:
        return ""
    named = listing(
        _("{name} from {day}").format(name=item.name, day=_day(item.started_on)) for item in progress.treatments
    )
    return _("Tried: {list}.").format(list=named)


def _flares(progress: Progress) -> str:
    found = [flare for flare in progress.flares if flare.confirmed is not False]
    if not found:
        return ""
    named = [
        day(flare.first, year=False) if flare.first == flare.last else span(flare.first, flare.last)
        for flare in found[-_FLARES_NAMED:]
    ]
    text = _("Flares: {list}.") if len(found) <= _FLARES_NAMED else _("{count} flares, the last ones: {list}.")
    return text.format(count=number(len(found)), list="; ".join(named))


def _level(one: Day, leg: Side) -> str:
    """Of a painful day, so never without a place."""
    return labels.down_to(max(1.0, one.legs[leg].level or 0))


def _day(value: date) -> str:
    return day(value, year=False)
