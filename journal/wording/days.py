"""Words for one day of the calendar: what was noted that day, or that nothing was."""

from datetime import date

from journal.analysis.results import Day
from journal.domain.entry import Kind
from journal.i18n import _, ngettext, number, weekday
from journal.wording import labels


def calendar_day(day: date, noted: Day | None, today: date) -> str:
    """Return a day in a line: "Sunday, 22 November 2026: deepest buttock, hip; worst pain 5 of 10; 2 entries"."""
    name = _("{day}, today").format(day=weekday(day)) if day == today else weekday(day)
    if noted is not None:
        return _("{day}: {noted}").format(day=name, noted=_noted(noted))
    if day > today:
        return _("{day}: still to come").format(day=name)
    return _("{day}: not logged").format(day=name)


def deepest_level(day: Day) -> int:
    """Return the deepest level (1..7) with pain marked in either leg on that day, or 0 for none.

    A place that was marked, not the day's value for the direction, which is a mean where there is no whole-day entry.
    """
    return max((level for leg in day.legs.values() for level in leg.places), default=0)


def symptom_free(day: Day) -> bool:
    """Whether entries of that day say that nothing at all was felt."""
    return day.placed and not day.marks and day.pain_worst == 0


def _noted(day: Day) -> str:
    deepest = deepest_level(day)
    felt = {kind for _region, kind in day.marks}
    said = []
    if symptom_free(day):
        said.append(_("no symptoms"))
    else:
        if deepest:
            said.append(_("deepest {place}").format(place=labels.level(deepest)))
        if day.pain_worst:
            worst = number(day.pain_worst, 0 if day.pain_worst == int(day.pain_worst) else 1)
            said.append(_("worst pain {value} of 10").format(value=worst))
        elif day.hurts is False:
            said.append(_("no pain"))
        if not day.placed:
            said.append(_("place not given"))
        said.extend(labels.label(kind).lower() for kind in Kind if kind in felt and kind is not Kind.PAIN)
    said.append(ngettext("{count} entry", "{count} entries", day.entries).format(count=day.entries))
    return "; ".join(said)
