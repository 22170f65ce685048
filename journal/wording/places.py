"""What is said about places of the body: where a leg mostly hurts, and one place then and now."""

from journal.analysis.results import BodySummary, RegionLoad
from journal.domain.entry import Kind
from journal.i18n import N_, _, ngettext, number
from journal.wording import labels
from journal.wording.counts import on_days

_PLACES = {
    # Translators: stands by itself, and in "between the knee and the lower leg".
    1: N_("the low back"),
    2: N_("the low back"),
    # Translators: stands by itself, and in "between the buttock and the knee".
    3: N_("the buttock"),
    # Translators: stands by itself, and in "between the thigh and the knee".
    4: N_("the thigh"),
    # Translators: stands by itself, and in "between the knee and the lower leg".
    5: N_("the knee"),
    # Translators: stands by itself, and in "between the knee and the lower leg".
    6: N_("the lower leg"),
    # Translators: stands by itself, and in "between the knee and the foot".
    7: N_("the foot"),
}
_AT = {
    # Translators: where the pain stayed: "Left leg: stayed at the low back".
    1: N_("at the low back"),
    2: N_("at the low back"),
    3: N_("at the buttock"),
    4: N_("at the thigh"),
    5: N_("at the knee"),
    6: N_("at the lower leg"),
    7: N_("at the foot"),
}


def band(levels: tuple[int, int] | None) -> str:
    """Name where it mostly hurts: "the lower leg", or "between the knee and the lower leg"; "" without a day."""
    if levels is None:
        return ""
    upper, lower = (_(_PLACES[level]) for level in levels)
    if upper == lower:
        return upper
    return _("between {upper} and {lower}").format(upper=upper, lower=lower)


def stayed_at(levels: tuple[int, int] | None) -> str:
    """Say where it stayed: "at the lower leg", or "between the knee and the lower leg"."""
    if levels is None:
        return ""
    return _(_AT[levels[0]]) if _PLACES[levels[0]] == _PLACES[levels[1]] else band(levels)


def place(region: str, then: BodySummary | None, now: BodySummary) -> tuple[str, ...]:
    """Return one place then and now, a line each: "Then: pain 6.2 of 10 on 9 of 12 days"."""
    lines = [] if then is None else [_("Then: {marks}").format(marks=_marks(region, then))]
    return (*lines, _("Now: {marks}").format(marks=_marks(region, now)))


def _marks(region: str, summary: BodySummary) -> str:
    loads = [load for load in summary.loads if load.region == region]
    if not summary.days_logged:
        return _("no entries")
    if not loads:
        return _("not marked {on_days}").format(on_days=on_days(summary.days_logged))
    return "; ".join(
        _load(load, summary.days_logged) for load in sorted(loads, key=lambda load: list(Kind).index(load.kind))
    )


def _load(load: RegionLoad, logged: int) -> str:
    text = ngettext(
        "{kind} {strength} of 10, on {count} of {logged} day",
        "{kind} {strength} of 10, on {count} of {logged} days",
        logged,
    )
    return text.format(
        kind=labels.label(load.kind), strength=number(load.strength, 1), count=number(load.days), logged=number(logged)
    )
