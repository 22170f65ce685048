"""What is said about the article's four phases: one clinic's description, never a test."""

from journal.analysis.limits import PHASE_DAYS
from journal.analysis.results import Phase, PhaseState
from journal.i18n import N_, _, number
from journal.wording import labels
from journal.wording.counts import days_logged

NAMES = {
    1: N_("reducing inflammation"),
    2: N_("improving oxygenation"),
    3: N_("regeneration of nerve cells"),
    4: N_("rehabilitation and desensitization"),
}
"""As the article names them."""

_SEEN = {
    1: N_("Pain has not fallen by 30 %, and nights or own activities are much limited."),
    2: N_("Pain has fallen by 2 points and 30 % or more, and you can do more or have more days without pain."),
    3: N_(
        "Pain has fallen by 2 points and 30 % or more, you can do more or have more days without pain, and numbness or"
        " tingling has fallen by 30 % or more or a leg has gained strength."
    ),
    4: N_("Next to no pain, no numbness or tingling, both legs alike in strength, and activities as before."),
}


def sentence(phase: Phase) -> str:
    """Return which phase the last 14 days look like and why, or why none is named."""
    if phase.state is PhaseState.HIDDEN:
        return _("No phase is shown while an urgent sign is open.")
    if phase.state is PhaseState.NOT_ENOUGH:
        if phase.days_logged < PHASE_DAYS:
            text = _("No phase yet: {count} of {needed} days logged in the last 14.")
            return text.format(count=number(phase.days_logged), needed=number(PHASE_DAYS))
        return _("No phase yet: it needs a logged week before the last 14 days to compare with.")
    if phase.state is PhaseState.MISSING:
        needed = "; ".join(map(labels.label, phase.missing))
        return _("No phase can be named yet. What is missing: {figures}.").format(figures=needed)
    if phase.state is PhaseState.MIXED or phase.number is None:
        reasons = " ".join(labels.label(reason) for reason in phase.reasons)
        return _("Your signs point different ways. {reasons}").format(reasons=reasons)
    text = _("The last 14 days ({logged}) look like phase {number}, “{name}”. {seen}")
    return text.format(
        logged=days_logged(phase.days_logged),
        number=number(phase.number),
        name=_(NAMES[phase.number]),
        seen=_(_SEEN[phase.number]),
    )


def explanation() -> str:
    """Return what a phase is and is not; shown beside every one."""
    return _(
        "The four phases are one clinic's description of getting better, not a test. A diary cannot see a nerve,"
        " and the phase may go backwards."
    )
