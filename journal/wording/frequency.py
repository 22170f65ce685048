"""What is said about how often it hurts: on how many days, then and now."""

from collections.abc import Mapping

from journal.analysis.results import Frequency, FrequencyVerdict
from journal.i18n import N_, _, number

_CLAUSES = {
    # Translators: goes on after a comma: "Left leg: no clear change in 28 days (14 painful days), on clearly ...".
    FrequencyVerdict.CLEARLY_FEWER: N_("on clearly fewer days: {then} of {of}, then {now} of {of}"),
    FrequencyVerdict.PROBABLY_FEWER: N_("probably on fewer days: {then} of {of}, then {now} of {of}"),
    FrequencyVerdict.CLEARLY_MORE: N_("on clearly more days: {then} of {of}, then {now} of {of}"),
    FrequencyVerdict.PROBABLY_MORE: N_("probably on more days: {then} of {of}, then {now} of {of}"),
    FrequencyVerdict.NO_CLEAR_CHANGE: N_("pain on {then} of {of} days, then on {now} of {of}: no clear change"),
    FrequencyVerdict.NOT_ENOUGH: N_("pain on {then} of {of} days, then on {now} of {of}"),
}
_SENTENCES = {
    # Translators: on how many days it hurts, as a sentence of its own.
    FrequencyVerdict.CLEARLY_FEWER: N_("On clearly fewer days: {then} of {of}, then {now} of {of}."),
    FrequencyVerdict.PROBABLY_FEWER: N_("Probably on fewer days: {then} of {of}, then {now} of {of}."),
    FrequencyVerdict.CLEARLY_MORE: N_("On clearly more days: {then} of {of}, then {now} of {of}."),
    FrequencyVerdict.PROBABLY_MORE: N_("Probably on more days: {then} of {of}, then {now} of {of}."),
    FrequencyVerdict.NO_CLEAR_CHANGE: N_("Pain on {then} of {of} days, then on {now} of {of}: no clear change."),
    FrequencyVerdict.NOT_ENOUGH: N_("Pain on {then} of {of} days, then on {now} of {of}."),
}


def sentence(found: Frequency) -> str:
    """Return on how many days it hurt, in a sentence: "On clearly fewer days: 14 of 14, then 7 of 14."."""
    return _filled(_SENTENCES, found) or _("Not known yet on how many days it hurts.")


def clause(found: Frequency) -> str:
    """Return the same as part of a sentence; "" while it is not known."""
    return _filled(_CLAUSES, found)


def _filled(texts: Mapping[FrequencyVerdict, str], found: Frequency) -> str:
    if found.then is None or found.now is None:
        return ""
    (then, of), (now, _of) = found.then, found.now
    return _(texts[found.verdict]).format(then=number(then), of=number(of), now=number(now))


def tells_change(found: Frequency) -> bool:
    """Whether it says that it hurts on fewer or more days."""
    return found.verdict not in (FrequencyVerdict.NOT_ENOUGH, FrequencyVerdict.NO_CLEAR_CHANGE)
