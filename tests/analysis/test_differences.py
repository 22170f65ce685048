"""Which places are called gone, new, weaker or stronger from one stretch of days to another."""

from datetime import timedelta

import pytest
from diaries import FIRST
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.differences import PainDifference, differences
from journal.analysis.results import BodySummary, RegionLoad
from journal.domain.entry import Kind

CALF, THIGH = "left_calf_upper", "left_thigh_outer"


def summary(*loads, logged=12, kind=Kind.PAIN):
    """A fortnight with these (region, strength, days)."""
    found = tuple(RegionLoad(region, kind, strength, days) for region, strength, days in loads)
    return BodySummary(FIRST, FIRST + timedelta(days=13), logged, found)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ((6.0, 12), None, PainDifference.GONE),
        (None, (6.0, 3), PainDifference.NEW),
        ((6.0, 12), (4.0, 12), PainDifference.WEAKER),
        ((6.0, 12), (4.1, 12), None),
        ((4.0, 12), (6.0, 3), PainDifference.STRONGER),
        ((6.0, 12), (6.0, 2), PainDifference.WEAKER),
        ((6.0, 2), (3.0, 12), PainDifference.STRONGER),
        ((6.0, 2), None, None),
        (None, (9.0, 2), None),
        ((9.0, 2), (1.0, 2), None),
    ],
)
def test_a_place_is_called_different_only_if_it_was_marked_on_a_quarter_of_the_days(then, now, said):
    before = summary((CALF, *then)) if then else summary()
    after = summary((CALF, *now)) if now else summary()
    assert differences(before, after) == ({CALF: said} if said else {})


def test_without_days_on_both_sides_nothing_is_called_gone_or_new():
    painful = summary((CALF, 6.0, 12))
    assert differences(None, painful) == {}
    assert differences(summary(logged=0), painful) == {}
    assert differences(painful, summary(logged=0)) == {}


def test_numbness_is_not_pain():
    assert (
        differences(summary((CALF, 6.0, 12), kind=Kind.NUMBNESS), summary((THIGH, 6.0, 12), kind=Kind.TINGLING)) == {}
    )


loads = st.lists(
    st.tuples(st.sampled_from([CALF, THIGH, "sacrum"]), st.floats(1, 10), st.integers(1, 14)),
    unique_by=lambda load: load[0],
)


@given(loads, loads)
def test_exchanging_then_and_now_turns_every_difference_round(first, second):
    turned = {
        PainDifference.GONE: PainDifference.NEW,
        PainDifference.NEW: PainDifference.GONE,
        PainDifference.WEAKER: PainDifference.STRONGER,
        PainDifference.STRONGER: PainDifference.WEAKER,
    }
    one, other = summary(*first, logged=14), summary(*second, logged=14)
    assert differences(other, one) == {region: turned[found] for region, found in differences(one, other).items()}
