"""What is said about days with an activity against days without it. Never that it caused anything."""

from collections.abc import Sequence

from journal.analysis.limits import ACTIVITY_DAYS
from journal.analysis.results import Aggravator, DayDifference, DifferenceVerdict
from journal.i18n import N_, _, listing, ngettext, number
from journal.wording.counts import days

_SAME_DAY = {
    DifferenceVerdict.MORE: N_("Worst pain was higher on days with {activity}: {figures}."),
    DifferenceVerdict.LESS: N_("Worst pain was lower on days with {activity}: {figures}."),
    DifferenceVerdict.NO_CLEAR: N_("Worst pain was not clearly different on days with {activity}: {figures}."),
}
_NEXT_DAY = {
    DifferenceVerdict.MORE: N_("On the day after it was higher: {figures}."),
    DifferenceVerdict.LESS: N_("On the day after it was lower: {figures}."),
    DifferenceVerdict.NO_CLEAR: N_("On the day after there was no clear difference: {figures}."),
}
_LEVEL = {
    DifferenceVerdict.MORE: N_("Pain reached further down the leg: {figures} levels."),
    DifferenceVerdict.LESS: N_("Pain reached less far down the leg: {figures} levels."),
}
_LEVEL_NEXT = {
    DifferenceVerdict.MORE: N_("On the day after it reached further down the leg: {figures} levels."),
    DifferenceVerdict.LESS: N_("On the day after it reached less far down the leg: {figures} levels."),
}


def sentence(found: Aggravator) -> str:
    """Return what days with one activity look like, on the same day and on the next, with counts."""
    pain, level = found.same_day
    next_pain, next_level = found.next_day
    if pain.verdict is DifferenceVerdict.NOT_ENOUGH:
        return _("{activity}: not enough yet, {counts}; {needed} of each are needed.").format(
            activity=_(found.activity), counts=counts(pain), needed=number(ACTIVITY_DAYS)
        )
    said = [_(_SAME_DAY[pain.verdict]).format(activity=_(found.activity), figures=_figures(pain))]
    if level.verdict in _LEVEL:
        said.append(_(_LEVEL[level.verdict]).format(figures=difference(level)))
    if next_pain.verdict is not DifferenceVerdict.NOT_ENOUGH:
        said.append(_(_NEXT_DAY[next_pain.verdict]).format(figures=_figures(next_pain)))
    if next_level.verdict in _LEVEL_NEXT:
        said.append(_(_LEVEL_NEXT[next_level.verdict]).format(figures=difference(next_level)))
    return " ".join(said)


def table(found: Sequence[Aggravator]) -> tuple[tuple[str, ...], list[tuple[str, ...]], list[str]]:
    """Return activities side by side: the table's head, its rows, each in words."""
    head = (
        _("Activity"),
        _("days with\n/ without"),
        _("worst pain,\nsame day"),
        _("day after"),
        _("levels down,\nsame day"),
        _("day after"),
    )
    return head, [_cells(one) for one in found], [sentence(one) for one in found]


def standing_out(found: Sequence[Aggravator]) -> str:
    """Return a line for each activity with a clear difference, or that there is none."""
    told = (DifferenceVerdict.MORE, DifferenceVerdict.LESS)
    said = [sentence(one) for one in found if any(part.verdict in told for part in (*one.same_day, *one.next_day))]
    return "\n".join(said) or _("No activity stands out from the others so far.")


def too_few(found: Sequence[Aggravator]) -> str:
    """Return which activities have not enough days yet."""
    each = [_("{activity}, {counts}").format(activity=_(one.activity), counts=counts(one.same_day[0])) for one in found]
    text = _("Not enough days yet, {needed} of each are needed: {counts}.")
    return text.format(needed=number(ACTIVITY_DAYS), counts="; ".join(each))


def summary(found: Sequence[Aggravator]) -> tuple[str, str]:
    """Return which activities go with worse days, and by how much the worst pain is higher then: lead and rest."""
    lead = _("Worse days go with: {activities}").format(activities=listing(_(one.activity) for one in found))
    figures = "; ".join(difference(one.same_day[0]) for one in found)
    return lead, _(" (worst pain {figures}). What goes together need not be what caused it.").format(figures=figures)


def difference(found: DayDifference) -> str:
    """Return a difference with its 90 % interval: "+1.2 (+0.4 to +2.0)"; "not enough" where it was not computed."""
    if found.difference is None or found.interval is None:
        return _("not enough")
    low, high = found.interval
    return _("{difference} ({low} to {high})").format(
        difference=_signed(found.difference, 1), low=_signed(low, 1), high=_signed(high, 1)
    )


def counts(found: DayDifference) -> str:
    """Return how many days are compared: "12 days with it and 40 without"."""
    return ngettext(
        "{days} with it and {count} without", "{days} with it and {count} without", found.days_without
    ).format(days=days(found.days_with), count=number(found.days_without))


def explanation() -> str:
    """Return how the figures were found and what they cannot tell; shown once beside them."""
    return _(
        "Days on which you noted the activity, against the other logged days of the last 26 weeks, cleared of the"
        " slow change over the weeks; in brackets the 90\N{NO-BREAK SPACE}% interval. Worst pain is 0–10; a level is"
        " one step from the low back to the foot. What goes together need not be what caused it."
    )


def _cells(found: Aggravator) -> tuple[str, ...]:
    (pain, level), (next_pain, next_level) = found.same_day, found.next_day
    with_and_without = _("{count} / {others}").format(count=number(pain.days_with), others=number(pain.days_without))
    differences = (difference(part).replace(" (", "\n(", 1) for part in (pain, next_pain, level, next_level))
    return (_(found.activity), with_and_without, *differences)


def _figures(found: DayDifference) -> str:
    return _("{difference}, {counts}").format(difference=difference(found), counts=counts(found))


def _signed(value: float, digits: int) -> str:
    """Write a difference with its sign; a true minus, and no sign on nothing."""
    text = number(abs(value), digits)
    if not round(value, digits):
        return text
    return f"−{text}" if value < 0 else f"+{text}"
