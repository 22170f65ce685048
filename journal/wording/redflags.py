"""What is said about red flags: the action first, then the reason, calmly."""

from collections.abc import Sequence
from datetime import date

from journal.analysis.results import OpenFlag
from journal.domain.redflag import Tier
from journal.i18n import N_, _, day
from journal.wording import labels

_ACTIONS = {
    Tier.EMERGENCY: N_("Get emergency help now."),
    Tier.SAME_DAY: N_("Be seen by a clinician today."),
    Tier.SOON: N_("See a clinician within the next days."),
}


def action(tier: Tier) -> str:
    """Return what to do: "Get emergency help now."."""
    return _(_ACTIONS[tier])


def sentence(flag: OpenFlag) -> str:
    """Return the action, then the sign and since when it stands."""
    text = _("{action} {sign}: marked on {day}.") if flag.by_mark else _("{action} {sign}: reported on {day}.")
    return text.format(action=action(flag.tier), sign=labels.label(flag.sign), day=day(flag.since))


def summary(flags: Sequence[OpenFlag], asked: date | None) -> str:
    """Return the line for the page: the open signs, or that there are none and when that was asked."""
    if flags:
        return " ".join(
            _("{sign}, since {day}.").format(sign=labels.label(flag.sign), day=day(flag.since)) for flag in flags
        )
    if asked is None:
        return _("Not asked yet.")
    return _("None reported. Last asked {day}.").format(day=day(asked))
