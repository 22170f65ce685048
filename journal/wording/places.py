"""What is said about one place of the body, then and now."""

from journal.analysis.results import BodySummary, RegionLoad
from journal.domain.entry import Kind
from journal.i18n import _, ngettext, number
from journal.wording import labels
from journal.wording.counts import days


def place(region: str, then: BodySummary | None, now: BodySummary) -> tuple[str, ...]:
    """Return one place then and now, a line each: "Then: pain 6.2 of 10 on 9 of 12 days"."""
    lines = [] if then is None else [_("Then: {marks}").format(marks=_marks(region, then))]
    return (*lines, _("Now: {marks}").format(marks=_marks(region, now)))


def _marks(region: str, summary: BodySummary) -> str:
    loads = [load for load in summary.loads if load.region == region]
    if not summary.days_logged:
        return _("no entries")
    if not loads:
        return _("not marked on {days}").format(days=days(summary.days_logged))
    return "; ".join(
        _load(load, summary.days_logged) for load in sorted(loads, key=lambda load: list(Kind).index(load.kind))
    )


def _load(load: RegionLoad, logged: int) -> str:
    text = ngettext(
        "{kind} {strength} of 10, on {count} of {days}", "{kind} {strength} of 10, on {count} of {days}", logged
    )
    return text.format(
        kind=labels.label(load.kind), strength=number(load.strength, 1), count=number(load.days), days=days(logged)
    )
