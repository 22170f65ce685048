"""What a day on a chart says when it is pointed at: how far down, how strong, where; a line each."""

from collections.abc import Sequence
from datetime import date

from journal.analysis.results import Day
from journal.domain.body import LEGS, Side
from journal.domain.entry import Kind
from journal.domain.strength import LimitedBy, StrengthTest
from journal.i18n import _, listing, ngettext, number, short_number, weekday
from journal.wording import labels

_PLACES_NAMED = 5


def title(day: date) -> str:
    """Return the day's name: "Sunday, 22 November 2026"."""
    return weekday(day)


def lines(noted: Day | None) -> tuple[str, ...]:
    """Return what was noted that day; that nothing was, for None."""
    if noted is None:
        return (_("No entry"),)
    said = [_leg(noted, leg) for leg in LEGS if noted.legs[leg].places]
    if noted.pain_worst and noted.pain_average is not None:
        text = _("Pain {average} on average, {worst} at worst")
        said.append(text.format(average=short_number(noted.pain_average), worst=short_number(noted.pain_worst)))
    elif noted.placed and not noted.marks:
        said.append(_("No symptoms"))
    elif noted.hurts is False:
        said.append(_("No pain"))
    if not noted.placed:
        said.append(_("Place not given"))
    said += [text for kind in Kind if (text := _kind(noted, kind))]
    if noted.entries > 1:
        said.append(ngettext("{count} entry", "{count} entries", noted.entries).format(count=number(noted.entries)))
    return tuple(said)


def tests(found: Sequence[StrengthTest]) -> tuple[str, ...]:
    """Return the home tests of one day, a line a leg."""
    return tuple(_test(test) for test in found) or (_("No home test"),)


def _leg(noted: Day, leg: Side) -> str:
    places = noted.legs[leg].places
    deepest = max(places)
    text = _("{leg}: {down_to}, {strength} of 10 there")
    return text.format(leg=labels.leg(leg), down_to=labels.down_to(deepest), strength=number(places[deepest]))


def _kind(noted: Day, kind: Kind) -> str:
    found = sorted(((value, region) for (region, of), value in noted.marks.items() if of is kind), reverse=True)
    if not found:
        return ""
    named = [
        _("{place} {strength}").format(place=labels.region(region), strength=number(value))
        for value, region in found[:_PLACES_NAMED]
    ]
    if len(found) > _PLACES_NAMED:
        more = len(found) - _PLACES_NAMED
        named.append(ngettext("{count} more place", "{count} more places", more).format(count=number(more)))
    return _("{kind}: {places}").format(kind=labels.label(kind), places=listing(named))


def _test(test: StrengthTest) -> str:
    if test.limited_by is LimitedBy.NOT_TRIED:
        return _("{leg}: not tried").format(leg=labels.leg(test.leg))
    said = []
    if test.heel_raises is not None:
        said.append(_("heel raises {results}").format(results=number(test.heel_raises)))
    if test.heel_walk is not None:
        said.append(_("heel walk {results}").format(results=labels.label(test.heel_walk)))
    if test.toe_walk is not None:
        said.append(_("toe walk {results}").format(results=labels.label(test.toe_walk)))
    if test.big_toe_lift is not None:
        said.append(_("big-toe lift {results}").format(results=labels.label(test.big_toe_lift)))
    if test.limited_by is not None:
        said.append(labels.label(test.limited_by))
    return _("{leg}: {tests}").format(leg=labels.leg(test.leg), tests=listing(said) or _("nothing noted"))
