"""Words for when the pain began, never more exact than the person was."""

from datetime import date

from journal.analysis.onset import stage
from journal.domain.onset import Onset, Precision
from journal.i18n import N_, _, day, month_of_year, ngettext, number
from journal.wording import labels
from journal.wording.counts import weeks

_WEEKS_TOLD = 26
_MONTHS_TOLD = 24
"""Beyond so many, time is told in months, then in years."""

_BEGAN = {
    Precision.DAY: N_("This pain began on {start}."),
    Precision.MONTH: N_("This pain began about {start}."),
    Precision.YEAR: N_("This pain began about {start}."),
    Precision.UNKNOWN: N_("You are not sure when this pain began."),
}
_SINCE = {
    # Translators: {start} is "22 Nov 2026" or "March 2025", {time} "7 weeks", {stage} "acute (under 6 weeks)".
    Precision.DAY: (N_("Pain since {start} ({time})"), N_("Pain since {start} ({time}), {stage}")),
    Precision.MONTH: (N_("Pain since about {start} ({time})"), N_("Pain since about {start} ({time}), {stage}")),
    Precision.YEAR: (N_("Pain since about {start}"), N_("Pain since about {start}, {stage}")),
}
"""Without and with the stage. How long ago a year was is not known well enough to be told."""


def question() -> str:
    """Return what is asked."""
    return _("When did this pain begin?")


def began(answer: Onset) -> str:
    """Return the answer as a sentence: "This pain began about March 2025."."""
    return _(_BEGAN[answer.precision]).format(start=_start(answer))


def since(found: Onset, as_of: date) -> str:
    """Return since when there is pain, found being no "not sure": "Pain since about March 2025 (14 months), chronic
    (over 12 weeks)"; without the stage where it could be another one.
    """
    reached = stage(found, as_of)
    alone, staged = _SINCE[found.precision]
    values = {"start": _start(found), "time": _time(found, as_of)}
    if reached is None:
        return _(alone).format(**values)
    return _(staged).format(stage=labels.label(reached), **values)


def _start(found: Onset) -> str:
    if found.began_on is None:
        return ""
    if found.precision is Precision.DAY:
        return day(found.began_on)
    return month_of_year(found.began_on) if found.precision is Precision.MONTH else number(found.began_on.year)


def _time(found: Onset, as_of: date) -> str:
    start = found.began_on or as_of
    gone = (as_of - start).days / 7
    if found.precision is Precision.DAY and gone < _WEEKS_TOLD:
        return weeks(max(0, gone))
    months = 12 * (as_of.year - start.year) + as_of.month - start.month
    if found.precision is Precision.DAY and as_of.day < start.day:
        months -= 1
    if months <= 0:
        return _("this month")
    if months < _MONTHS_TOLD:
        return ngettext("{count} month", "{count} months", months).format(count=number(months))
    return ngettext("{count} year", "{count} years", months // 12).format(count=number(months // 12))
