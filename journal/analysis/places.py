"""Where pain changed from one stretch of days to another, region by region. Standard library only."""

from journal.analysis.results import BodySummary, PlaceChange, RegionChange
from journal.domain.body import REGIONS
from journal.domain.entry import Kind

COUNTS_FROM = 1.0
"""Points of the mean over all logged days, 0..10, from which a place hurts more or less (ours)."""


def changes(then: BodySummary, now: BodySummary) -> tuple[RegionChange, ...]:
    """Return every region with pain then or now, in body order; none unless both stretches have a logged day."""
    if not then.days_logged or not now.days_logged:
        return ()
    before, after = _means(then), _means(now)
    return tuple(
        RegionChange(
            region, _change(before.get(region), after.get(region)), before.get(region, 0), after.get(region, 0)
        )
        for region in REGIONS
        if region in before or region in after
    )


def _means(summary: BodySummary) -> dict[str, float]:
    return {
        load.region: load.strength * load.days / summary.days_logged for load in summary.loads if load.kind is Kind.PAIN
    }


def _change(then: float | None, now: float | None) -> PlaceChange:
    if then is None:
        return PlaceChange.NEW
    if now is None:
        return PlaceChange.GONE
    if now - then >= COUNTS_FROM:
        return PlaceChange.MORE
    return PlaceChange.LESS if then - now >= COUNTS_FROM else PlaceChange.SAME
