"""The difference of two body maps: what is new, gone, more or less, from the mean over all logged days."""

import pytest
from diaries import day

from journal.analysis.places import changes
from journal.analysis.results import BodySummary, PlaceChange, RegionLoad
from journal.domain.entry import Kind


def summary(loads, logged=10):
    return BodySummary(day(0), day(13), logged, tuple(RegionLoad(*load) for load in loads))


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        (("sacrum", Kind.PAIN, 5, 10), None, PlaceChange.GONE),
        (None, ("sacrum", Kind.PAIN, 1, 1), PlaceChange.NEW),
        (("sacrum", Kind.PAIN, 5, 10), ("sacrum", Kind.PAIN, 6, 10), PlaceChange.MORE),
        (("sacrum", Kind.PAIN, 5, 10), ("sacrum", Kind.PAIN, 5, 8), PlaceChange.LESS),
        (("sacrum", Kind.PAIN, 5, 10), ("sacrum", Kind.PAIN, 5.9, 10), PlaceChange.SAME),
    ],
)
def test_how_one_place_changed(then, now, change):
    (found,) = changes(summary([then] if then else []), summary([now] if now else []))
    assert (found.region, found.change) == ("sacrum", change)


def test_numbness_is_no_pain_and_a_stretch_without_entries_says_nothing():
    numb = summary([("left_heel", Kind.NUMBNESS, 5, 10)])
    sore = summary([("sacrum", Kind.PAIN, 5, 10)])
    assert changes(numb, numb) == ()
    assert changes(summary([], logged=0), sore) == changes(sore, summary([], logged=0)) == ()
