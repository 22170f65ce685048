"""What is said about red flags: the action first, then the reason, calmly. Never what it is, never how it will end."""

from collections.abc import Sequence
from datetime import date

from journal.analysis.results import OpenFlag, PastFlag
from journal.domain.body import Side
from journal.domain.redflag import RedFlag, RedFlagCheck, Tier
from journal.i18n import N_, _, day, ngettext, number
from journal.wording import help_lines, labels
from journal.wording.help_lines import Country

SOURCES = N_(
    "Sources: the NHS advice on back pain, sciatica, cauda equina syndrome and deep vein thrombosis, and the GIRFT"
    " national pathway for suspected cauda equina syndrome (England)."
)
QUESTION = N_("Is any of these true for you?")
WHAT_TO_TICK = N_(
    "Tick what is new, what is getting worse, and what no clinician has looked at yet. What a clinician knows and what"
    " has not changed since needs no tick."
)
NO_FLAG = N_("Constipation alone is common with strong painkillers and does not belong here.")

_OLD = N_("Was this looked at?")
_WHY_OLD = N_(
    "It is more than two weeks old, and no answer about it is in this journal. If it is still there, or nobody has"
    " looked at it, tick it below. If not, leave it without a tick, and it is not asked about again."
)

_SEEN = {
    "answer": N_("{sign}: reported on {day}."),
    "mark": N_("{sign}: marked on {day}."),
    "test": N_("{sign}: in a home test on {day}."),
}
_PAST = {
    "answer": N_("{sign}: reported {day}, none on {answered}."),
    "mark": N_("{sign}: marked {day}, none on {answered}."),
    "test": N_("{sign}: home test {day}, none on {answered}."),
}
_ACTIONS = {
    Tier.EMERGENCY: N_("Get emergency help now."),
    Tier.SAME_DAY: N_("Be seen by a clinician today."),
    Tier.SOON: N_("See a clinician within the next days."),
}
_REASONS = {
    Tier.EMERGENCY: N_(
        "Treatment within hours can prevent lasting harm, if nerves at the base of the spine are under pressure or"
        " something else needs help at once. Often it turns out to be harmless, and nobody will mind that you called."
    ),
    Tier.SAME_DAY: N_(
        "Some causes of this must not wait, and a clinician can tell by examining you. Pain alone can be behind it too."
        " If it gets worse within hours, call {emergency}."
    ),
    Tier.SOON: N_("It usually has a simple explanation, and it is worth a look: some causes of back pain hide here."),
}
_HINTS = {
    RedFlag.SADDLE_NUMBNESS: N_("Where a saddle would touch, or toilet paper feels different there."),
    RedFlag.BLADDER: N_("Hard to start, a weak stream, leaking, or not feeling when it is full."),
    RedFlag.BOTH_LEGS: N_("Pain, numbness or tingling in both legs, new or spreading."),
    RedFlag.FOOT_DROP: N_("The toes catch when walking, or you cannot lift the foot or stand on tiptoe."),
    RedFlag.WORSENING_WEAKNESS: N_("If it gets worse within hours: call {emergency}."),
    RedFlag.SWOLLEN_CALF: N_("A blood clot can feel like the calf pain of sciatica."),
    RedFlag.WEAK_IMMUNITY: N_("Steroids: also long courses of tablets."),
}
TIERS = {
    Tier.EMERGENCY: N_("Emergency: call {emergency} now"),
    Tier.SAME_DAY: N_("Be seen today"),
    Tier.SOON: N_("Be seen within days"),
}
EARLIER_SHOWN = 6
_PAST_ON_THE_PAGE = 2


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
    return _(_SEEN[flag.raised_by]).format(sign=labels.label(flag.sign), day=day(flag.since))


def what_to_do(flag: OpenFlag, country: Country) -> str:
    """Return what stands first: what to do and whom to call, or the question about an old sign."""
    return _(_OLD) if flag.old else full_action(flag.tier, country)


def why(flag: OpenFlag, country: Country) -> str:
    """Return what stands after it, in a few calm sentences."""
    return _(_WHY_OLD) if flag.old else reason(flag.tier, country)


def sentence(flag: OpenFlag, country: Country | None = None) -> str:
    """Return what to do, then the sign and since when it stands. country: whose numbers; None for any."""
    values = {"action": what_to_do(flag, country or help_lines.country(help_lines.ANYWHERE)), "sign": seen(flag)}
    return _("{action} {sign}").format(**values)


def in_tests(sign: RedFlag, leg: Side) -> str:
    """Return what the tests of one leg, just done, point to."""
    text = (
        _("The tests of your left leg point to “{sign}”. It is ticked below.")
        if leg is Side.LEFT
        else _("The tests of your right leg point to “{sign}”. It is ticked below.")
    )
    return text.format(sign=labels.label(sign))


def summary(flags: Sequence[OpenFlag], asked: date | None, past: Sequence[PastFlag] = ()) -> str:
    """Return the line for the page: the open signs, or that there are none and when that was asked; then past ones."""
    said = [_open_on_paper(flag) for flag in flags]
    if not flags:
        none = _("None reported. Last asked {day}.") if not past else _("None now. Last asked {day}.")
        said.append(_("Not asked yet.") if asked is None else none.format(day=day(asked)))
    said += [answer(flag) for flag in past[:_PAST_ON_THE_PAGE]]
    if (more := len(past) - _PAST_ON_THE_PAGE) > 0:
        text = ngettext("{count} earlier one, answered too.", "{count} earlier ones, answered too.", more)
        said.append(text.format(count=number(more)))
    return " ".join(said)


def _open_on_paper(flag: OpenFlag) -> str:
    text = _("{sign}, {day}: was this looked at?") if flag.old else _("{sign}, since {day}.")
    return text.format(sign=labels.label(flag.sign), day=day(flag.since))


def answer(flag: PastFlag) -> str:
    """Return a past sign and how it was answered: "Foot drop: reported 3 Mar, none on 10 Mar."."""
    values = {"sign": labels.label(flag.sign), "day": day(flag.since), "answered": day(flag.answered_on)}
    return _(_PAST[flag.raised_by]).format(**values)


def banner(flags: Sequence[OpenFlag], country: Country) -> tuple[str, str]:
    """Return what stands above every page while a sign is open: what to do, and the signs."""
    first = flags[0]
    signs = [seen(flag) for flag in flags if first.old or (flag.tier is first.tier and not flag.old)]
    more = len(flags) - len(signs)
    if more:
        signs.append(ngettext("And {count} other sign.", "And {count} other signs.", more).format(count=number(more)))
    return what_to_do(first, country), " ".join(signs)


def not_yet_seen(answer: str, count: int) -> str:
    """Return why an answer of none cannot be given yet, and how it can; "" when every sign was on the screen."""
    if not count:
        return ""
    text = ngettext(
        "“{answer}” waits until every sign was on the screen. {count} is left: scroll on, or press Page Down.",
        "“{answer}” waits until every sign was on the screen. {count} are left: scroll on, or press Page Down.",
        count,
    )
    return text.format(answer=answer, count=number(count))


def answered(check: RedFlagCheck) -> str:
    """Return one earlier answer: "22 Nov 2026: none of them"."""
    if not check.signs:
        return _("{day}: none of them").format(day=day(check.day))
    signs = "; ".join(labels.label(sign) for sign in check.signs)
    return _("{day}: {signs}").format(day=day(check.day), signs=signs)
