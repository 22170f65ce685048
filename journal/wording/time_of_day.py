"""What is said about when it hurts and doing what: counts and means of momentary entries, never a cause."""

from journal.analysis.limits import TIME_OF_DAY_DAYS
from journal.analysis.results import PartOfDay, TimeOfDayFigures, WhenItHurts
from journal.i18n import _, ngettext, number
from journal.wording import labels
from journal.wording.counts import days, on_days


def name(found: TimeOfDayFigures) -> str:
    """Return a row's name: "morning, 6 to 12", or the activity in the person's words."""
    return labels.label(found.name) if isinstance(found.name, PartOfDay) else _(found.name)


def counts(found: TimeOfDayFigures) -> str:
    """Return how much a row rests on: "9 days"; with what is missing where that is too little for a mean."""
    if found.enough:
        return days(found.days)
    return _("{count} of {needed} days").format(count=number(found.days), needed=number(TIME_OF_DAY_DAYS))


def sentence(found: TimeOfDayFigures) -> str:
    """Return one row in words: its mean with its counts, or how many days are missing."""
    values = {
        "name": name(found),
        "entries": ngettext("{count} entry", "{count} entries", found.entries).format(count=number(found.entries)),
        "on_days": on_days(found.days),
    }
    if not found.entries:
        return _("{name}: no entry.").format(**values)
    if not found.enough or found.mean is None:
        text = _("{name}: {entries} {on_days}, too few for a mean; {needed} days are needed.")
        return text.format(**values, needed=number(TIME_OF_DAY_DAYS))
    return _("{name}: pain {mean} of 10 on average, {entries} {on_days}.").format(**values, mean=number(found.mean, 1))


def words(found: WhenItHurts) -> str:
    """Return the whole chart in words."""
    if not found.entries:
        return nothing()
    rows = [*found.parts, *found.activities]
    return " ".join([sentence(row) for row in rows if row.entries] + [explanation()])


def nothing() -> str:
    """Return what is said while no entry tells a time."""
    return _(
        "No “right now” entry in these days. They tell the hour and what you were doing; whole-day entries do not."
    )


def explanation() -> str:
    """Return what this cannot tell; shown beside it."""
    return _(
        "From “right now” entries, one value a day. It shows when pain was noted, which need not be when it is worst,"
        " and nothing here is a cause."
    )
