"""What is said about red flags: the action first, then the reason, calmly. Never what it is, never how it will end."""

from collections.abc import Sequence
from datetime import date

from journal.analysis.results import OpenFlag
from journal.domain.redflag import RedFlag, RedFlagCheck, Tier
from journal.i18n import N_, _, day, ngettext, number
from journal.wording import labels
from journal.wording.help_lines import Country

SOURCES = N_(
    "Sources: the NHS advice on back pain and on cauda equina syndrome, and the GIRFT national pathway for suspected"
    " cauda equina syndrome (England)."
)
QUESTION = N_("Is any of these true for you?")
WHAT_TO_TICK = N_(
    "Tick what is new, what is getting worse, and what no clinician has looked at yet. What a clinician knows and what"
    " has not changed since needs no tick."
)
NO_FLAG = N_("Constipation alone is common with strong painkillers and does not belong here.")

_ACTIONS = {
    Tier.EMERGENCY: N_("Get emergency help now."),
    Tier.SAME_DAY: N_("Be seen by a clinician today."),
    Tier.SOON: N_("See a clinician within the next days."),
}
_REASONS = {
    Tier.EMERGENCY: N_(
        "If this is new, nerves at the base of the spine may be under pressure, or something else may need help at"
        " once. Often it turns out to be harmless, but treatment within hours can prevent lasting harm. Nobody will"
        " mind that you called."
    ),
    Tier.SAME_DAY: N_(
        "New weakness can come from pain alone, or from a nerve that needs attention soon. A clinician can tell the"
        " two apart by examining you. If it gets worse within hours, call {emergency}."
    ),
    Tier.SOON: N_("It usually has a simple explanation, and it is worth a look: some causes of back pain hide here."),
}
_HINTS = {
    RedFlag.SADDLE_NUMBNESS: N_("Where a saddle would touch, or toilet paper feels different there."),
    RedFlag.BLADDER: N_("Hard to start, a weak stream, leaking, or not feeling when it is full."),
    RedFlag.BOTH_LEGS: N_("Pain, numbness or tingling in both legs, new or spreading."),
    RedFlag.FOOT_DROP: N_("The toes catch when walking, or you cannot lift the foot or stand on tiptoe."),
    RedFlag.WORSENING_WEAKNESS: N_("If it gets worse within hours: call {emergency}."),
    RedFlag.WEAK_IMMUNITY: N_("Also long courses of steroid tablets, or drugs that were injected."),
}
TIERS = {
    Tier.EMERGENCY: N_("Emergency: call {emergency} now"),
    Tier.SAME_DAY: N_("Be seen today"),
    Tier.SOON: N_("Be seen within days"),
}
EARLIER_SHOWN = 6


def action(tier: Tier) -> str:
    """Return what to do: "Get emergency help now."."""
    return _(_ACTIONS[tier])


def full_action(tier: Tier, country: Country) -> str:
    """Return what to do and whom to call: "Get emergency help now: call 112 ..."."""
    if tier is Tier.EMERGENCY:
        return _("Get emergency help now: call {number}, or go to an emergency department.").format(
            number=country.emergency
        )
    if tier is Tier.SAME_DAY and country.advice:
        return _("Be seen by a clinician today. If nobody can see you, call {number}.").format(number=country.advice)
    if tier is Tier.SAME_DAY:
        return _("Be seen by a clinician today. If nobody can see you, go to an emergency department.")
    return action(tier)


def reason(tier: Tier, country: Country) -> str:
    """Return why, in a few calm sentences."""
    return _(_REASONS[tier]).format(emergency=country.emergency)


def tier_heading(tier: Tier, country: Country) -> str:
    """Return the heading of a group of questions: "Emergency: call 112 now"."""
    return _(TIERS[tier]).format(emergency=country.emergency)


def hint(sign: RedFlag, country: Country) -> str:
    """Return what helps to answer a question; "" where the question says it all."""
    return _(_HINTS[sign]).format(emergency=country.emergency) if sign in _HINTS else ""


def seen(flag: OpenFlag) -> str:
    """Return a sign and since when it stands, without the action."""
    text = _("{sign}: marked on {day}.") if flag.by_mark else _("{sign}: reported on {day}.")
    return text.format(sign=labels.label(flag.sign), day=day(flag.since))


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


def banner(flags: Sequence[OpenFlag], country: Country) -> tuple[str, str]:
    """Return what stands above every page while a sign is open: what to do, and the signs."""
    signs = [seen(flag) for flag in flags if flag.tier is flags[0].tier]
    more = len(flags) - len(signs)
    if more:
        signs.append(ngettext("And {count} other sign.", "And {count} other signs.", more).format(count=number(more)))
    return full_action(flags[0].tier, country), " ".join(signs)


def answered(check: RedFlagCheck) -> str:
    """Return one earlier answer: "22 Nov 2026: none of them"."""
    if not check.signs:
        return _("{day}: none of them").format(day=day(check.day))
    signs = "; ".join(labels.label(sign) for sign in check.signs)
    return _("{day}: {signs}").format(day=day(check.day), signs=signs)
