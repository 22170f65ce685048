"""What is said about the difference between two body maps, and about one place on them."""

from collections.abc import Sequence

from journal.analysis.results import BodySummary, PlaceChange, RegionChange, RegionLoad
from journal.domain.entry import Kind
from journal.i18n import N_, _, ngettext, number
from journal.wording import labels
from journal.wording.counts import days

MOST_NAMED = 6
_CHANGES = {
    PlaceChange.NEW: N_("New pain: {places}."),
    PlaceChange.MORE: N_("More pain: {places}."),
    PlaceChange.LESS: N_("Less pain: {places}."),
    PlaceChange.GONE: N_("Pain gone: {places}."),
    PlaceChange.SAME: N_("About the same: {places}."),
}


def difference(changes: Sequence[RegionChange], then: BodySummary | None, now: BodySummary) -> str:
    """Return where pain is new, more, less or gone; or why nothing can be compared."""
    if then is None or not then.days_logged or not now.days_logged:
        return _("Nothing to compare: both stretches need a logged day.")
    if not changes:
        return _("No pain was marked in either stretch.")
    said = [
        _(text).format(places=_named([item.region for item in changes if item.change is change]))
        for change, text in _CHANGES.items()
        if any(item.change is change for item in changes)
    ]
    return " ".join(said)


def explanation() -> str:
    """Return what the difference is made of; shown beside it."""
    return _(
        "A place counts as more or less from 1 point of 10 on, in the mean over all logged days of each stretch;"
        " a day without a mark there counts as 0."
    )


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


def _named(regions: Sequence[str]) -> str:
    named = [labels.region(region) for region in regions[:MOST_NAMED]]
    if len(regions) > MOST_NAMED:
        more = len(regions) - MOST_NAMED
        named.append(ngettext("{count} more place", "{count} more places", more).format(count=number(more)))
    return ", ".join(named)
