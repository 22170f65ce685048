"""Words for one day of the calendar: what was noted that day, or that nothing was."""

from datetime import date

from journal.analysis.results import Day
from journal.domain.entry import Kind
from journal.i18n import _, ngettext, short_number, weekday
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


def deepest_place(day: Day) -> str:
    """Return the deepest place of that day in a word or two; "" if nothing hurt."""
    if lacks_place(day):
        return _("place not given")
    deepest = deepest_level(day)
    return labels.level(deepest) if deepest else ""


def symptom_free(day: Day) -> bool:
    """Whether entries of that day say that nothing at all was felt; figures and notes alone say it not."""
    return day.placed and day.hurts is False and not day.marks


def lacks_place(day: Day) -> bool:
    """Whether there was pain that day and nobody said where."""
    return bool(day.hurts) and not day.placed


def _noted(day: Day) -> str:
    deepest = deepest_level(day)
    felt = {kind for _region, kind in day.marks}
    said = []
    if symptom_free(day):
        said.append(_("no symptoms"))
    else:
        if deepest:
            # Translators: the place farthest down the leg that day: "deepest knee".
            said.append(_("deepest {place}").format(place=labels.level(deepest)))
        said.append(_pain(day))
        if lacks_place(day):
            said.append(_("place not given"))
        said.extend(labels.inside(kind) for kind in Kind if kind in felt and kind is not Kind.PAIN)
    said.append(ngettext("{count} entry", "{count} entries", day.entries).format(count=day.entries))
    return "; ".join(said)


def _pain(day: Day) -> str:
    if day.pain_worst is None:
        return _("nothing said about pain")
    if not day.hurts:
        return _("no pain")
    worst = short_number(day.pain_worst)
    return _("worst pain {value} of 10").format(value=worst)
