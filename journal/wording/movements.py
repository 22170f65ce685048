"""What is said about movements tried: where the pain of each leg went within the sitting, and how often."""

from collections.abc import Sequence

from journal.analysis.results import MovementCount, MovementLeg
from journal.domain.body import LEGS, Side
from journal.domain.movement import MovementResult, MovementTry
from journal.i18n import N_, _, ngettext, number
from journal.wording import labels

_LEG = {
    MovementResult.UP: N_("{leg}: up ({then} → {now})."),
    MovementResult.DOWN: N_("{leg}: down ({then} → {now})."),
    MovementResult.NO_CHANGE: N_("{leg}: no change ({now})."),
}


def result(tried: MovementTry) -> str:
    """Return what one try did, each leg in a sentence, and the strongest pain before and after."""
    found = [_leg_result(tried, leg) for leg in LEGS]
    said = [text for text in found if text] or [_("No pain in either leg before or after.")]
    then, now = tried.strongest_pain("before"), tried.strongest_pain("after")
    if then or now:
        said.append(_("Strongest pain {then} → {now}.").format(then=number(then), now=number(now)))
    return " ".join(said)


def count(found: MovementCount) -> str:
    """Return all tries of one movement in a sentence a leg."""
    said = [
        ngettext("{movement}: {count} try.", "{movement}: {count} tries.", found.tries).format(
            movement=found.movement, count=number(found.tries)
        )
    ]
    said += [leg_count(leg, found.legs[leg]) for leg in LEGS]
    return " ".join(filter(None, said))


def summary(found: Sequence[MovementCount]) -> tuple[str, str]:
    """Return what each of some movements did, for the page: lead and rest."""
    text = _("{movement} ({tries}): {legs}")
    each = []
    for one in found:
        legs = " ".join(filter(None, (leg_count(leg, one.legs[leg]) for leg in LEGS))) or _("No pain in either leg.")
        each.append(text.format(movement=one.movement, tries=_tries(one.tries), legs=legs))
    return _("Movements tried:"), " " + " ".join(each)


def _tries(count: int) -> str:
    return ngettext("{count} try", "{count} tries", count).format(count=number(count))


def leg_count(leg: Side, found: MovementLeg) -> str:
    """Return how often one leg's pain went which way; "" if it never hurt."""
    if not (found.up or found.down or found.no_change):
        return ""
    return _("{leg}: up {up}, down {down}, no change {same}.").format(
        leg=labels.leg(leg), up=number(found.up), down=number(found.down), same=number(found.no_change)
    )


def explanation() -> str:
    """Return what up and down mean here, and what a try at home is not; shown once beside the counts."""
    return _(
        "“Up” means that the deepest painful place came closer to the back within the sitting, “down” that it went"
        " further down the leg. These are counts of your own tries, not a clinician’s test; show them to yours."
    )


def _leg_result(tried: MovementTry, leg: Side) -> str:
    found = tried.result(leg)
    if found is None:
        return ""
    then, now = labels.level(tried.level(leg, "before")), labels.level(tried.level(leg, "after"))
    return _(_LEG[found]).format(leg=labels.leg(leg), then=then, now=now)
