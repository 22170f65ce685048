"""What is said about movements tried: where the pain of each leg went within the sitting, and how often."""

from collections.abc import Sequence

from journal.analysis.results import MovementCount, MovementLeg
from journal.domain.body import LEGS, Side
from journal.domain.movement import MovementResult, MovementTry
from journal.i18n import N_, _, clock, day, ngettext, number
from journal.wording import labels

MOVEMENTS = (
    N_("Lying face down"),
    N_("Propped on the elbows"),
    N_("Press-up, lying face down"),
    N_("Bending backward, standing"),
    N_("Bending forward, standing"),
    N_("Bending forward, sitting"),
    N_("Knees to the chest, lying"),
    N_("Lying on the side"),
    N_("Nerve glide, sitting"),
    N_("Walking ten minutes"),
)
"""To choose from; any other can be typed."""
_LEG = {
    MovementResult.UP: N_("{leg}: up ({then} → {now})."),
    MovementResult.DOWN: N_("{leg}: down ({then} → {now})."),
    MovementResult.NO_CHANGE: N_("{leg}: no change ({now})."),
}


def now_do(movement: str, times: int | None) -> str:
    """Return what to do between marking before and marking after."""
    if not times:
        return _("Now do it: {movement}. Then: where do you feel it now?").format(movement=movement)
    text = ngettext(
        "Now do it: {movement}, {count} time. Then: where do you feel it now?",
        "Now do it: {movement}, {count} times. Then: where do you feel it now?",
        times,
    )
    return text.format(movement=movement, count=times)


def when(tried: MovementTry) -> str:
    """Return when one try was made."""
    return _("{day}, {time}").format(day=day(tried.day), time=clock(tried.tried_at))


def in_a_line(tried: MovementTry) -> str:
    """Return one try: when, which movement, and what it did."""
    text = _("{when} · {movement}. {result}")
    return text.format(when=when(tried), movement=tried.movement, result=result(tried))


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


def table(found: Sequence[MovementCount]) -> tuple[list[str], list[list[str]], list[str]]:
    """Return all tries of each movement, only the legs that hurt: the table's head, its rows, each in words."""
    legs = [leg for leg in LEGS if any(leg_count(leg, one.legs[leg]) for one in found)]
    # Translators: head of a column: how often a movement was tried.
    head = [_("Movement or position"), _("tries")]
    for leg in legs:
        columns = (_("{leg}\nup"), _("{leg}\nno change"), _("{leg}\ndown"))
        head += [text.format(leg=labels.leg(leg)) for text in columns]
    rows = []
    for one in found:
        cells = [one.movement, number(one.tries)]
        for leg in legs:
            counted = one.legs[leg]
            cells += [number(counted.up), number(counted.no_change), number(counted.down)]
        rows.append(cells)
    return head, rows, [count(one) for one in found]


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
