"""How the places that hurt differ between two stretches of days. All rules are ours."""

from collections.abc import Mapping
from enum import StrEnum

from journal.analysis.limits import PAIN_COUNTS_FROM
from journal.analysis.measures import reaches
from journal.analysis.results import BodySummary, RegionLoad
from journal.domain.entry import Kind

RARE_SHARE = 0.25
"""Of the logged days; a region marked on fewer is rare: shown as an outline, and never called new or gone."""


class PainDifference(StrEnum):
    """How the pain of one region differs from then to now."""

    GONE = "gone"
    NEW = "new"
    WEAKER = "weaker"
    STRONGER = "stronger"


def is_rare(load: RegionLoad, summary: BodySummary) -> bool:
    """Whether a region was marked on so few of the logged days that it is only outlined."""
    return load.days < summary.days_logged * RARE_SHARE


def differences(then: BodySummary | None, now: BodySummary) -> Mapping[str, PainDifference]:
    """Return the regions whose pain differs, in body order; empty where a side has no logged day.

    Gone and new: marked on at least a quarter of the days of one side and on none of the other. Weaker and stronger:
    two points apart, or a quarter of the days on one side and fewer on the other.
    """
    if then is None or not (then.days_logged and now.days_logged):
        return {}
    before, after = _painful(then), _painful(now)
    found = {}
    for region in (*before, *(region for region in after if region not in before)):
        difference = _difference(before.get(region), after.get(region), then, now)
        if difference is not None:
            found[region] = difference
    return found


def _painful(summary: BodySummary) -> dict[str, RegionLoad]:
    return {load.region: load for load in summary.loads if load.kind is Kind.PAIN}


def _difference(
    before: RegionLoad | None, after: RegionLoad | None, then: BodySummary, now: BodySummary
) -> PainDifference | None:
    often_before = before is not None and not is_rare(before, then)
    often_after = after is not None and not is_rare(after, now)
    if before is None or after is None:
        if often_before:
            return PainDifference.GONE
        return PainDifference.NEW if often_after else None
    if often_before != often_after:
        return PainDifference.WEAKER if often_before else PainDifference.STRONGER
    change = after.strength - before.strength
    if often_before and reaches(abs(change), PAIN_COUNTS_FROM):
        return PainDifference.WEAKER if change < 0 else PainDifference.STRONGER
    return None
