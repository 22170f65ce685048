"""Numbers of days in words, and why there are not enough of them: shared by every sentence."""

from datetime import date

from journal.analysis.limits import DIRECTION_DAYS, DIRECTION_SPAN
from journal.i18n import _, ngettext, number


def days(count: int) -> str:
    """Return a number of days: "28 days"."""
    return ngettext("{count} day", "{count} days", count).format(count=number(count))


def on_days(count: int) -> str:
    """Return on how many days: "on 3 days"."""
    return ngettext("on {count} day", "on {count} days", count).format(count=number(count))


def within(count: int) -> str:
    """Return within how many days something went on: "in 28 days"."""
    return ngettext("in {count} day", "in {count} days", count).format(count=number(count))


def in_the_last(count: int) -> str:
    """Return the same up to today: "in the last 28 days"."""
    return ngettext("in the last {count} day", "in the last {count} days", count).format(count=number(count))


def days_logged(count: int) -> str:
    """Return a number of logged days: "22 days logged"."""
    return ngettext("{count} day logged", "{count} days logged", count).format(count=number(count))


def painful_days(count: int) -> str:
    """Return a number of painful days: "22 painful days"."""
    return ngettext("{count} painful day", "{count} painful days", count).format(count=number(count))


def weeks(count: float) -> str:
    """Return whole weeks gone by: "7 weeks", or "less than a week"."""
    whole = int(count)
    if whole == 0:
        return _("less than a week")
    return ngettext("{count} week", "{count} weeks", whole).format(count=number(whole))


def weeks_ago(count: float) -> str:
    """Return how many whole weeks ago: "7 weeks ago", or "less than a week ago"."""
    whole = int(count)
    if whole == 0:
        return _("less than a week ago")
    return ngettext("{count} week ago", "{count} weeks ago", whole).format(count=number(whole))


def spanned(first: date | None, last: date | None) -> int:
    """Return the calendar days from the first to the last logged day, both counted; 0 without any."""
    return 0 if first is None or last is None else (last - first).days + 1


def not_enough(about: str, logged: int, span: int, window_days: int) -> str:
    """Return why no verdict is given yet: the first condition that is not met. What stands between ** is bold.

    about: what the verdict would be about, as the first words of a sentence. logged: days logged. span: calendar days
    they reach over. window_days: of the window.
    """
    if logged == 0:
        text = ngettext(
            "**{about}: no entries** in the last {count} day.",
            "**{about}: no entries** in the last {count} days.",
            window_days,
        )
        return text.format(about=about, count=number(window_days))
    if logged < DIRECTION_DAYS:
        text = _("**{about}: not enough entries yet**, {count} of {needed} days.")
        return text.format(about=about, count=number(logged), needed=number(DIRECTION_DAYS))
    if span < DIRECTION_SPAN:
        text = _("**{about}: not enough entries yet**, they reach over {count} of {needed} days.")
        return text.format(about=about, count=number(span), needed=number(DIRECTION_SPAN))
    text = ngettext(
        "**{about}: not enough entries yet**, too few at the beginning or at the end of this {count} day ({logged}).",
        "**{about}: not enough entries yet**, too few at the beginning or at the end of these {count} days ({logged}).",
        span,
    )
    return text.format(about=about, count=number(span), logged=days_logged(logged))


def in_two(marked: str) -> tuple[str, str]:
    """Split a sentence into the part shown in bold, between **, and the rest with its own comma and space."""
    lead, _mark, rest = marked.removeprefix("**").partition("**")
    return lead, rest
