"""Progress as a whole: any journal has one, and it is the same one however the journal is turned or dated."""

from dataclasses import replace
from datetime import timedelta

import pytest
from diaries import day, in_pain, journals, mirrored, shifted
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.progress import compute
from journal.domain.body import LEGS
from journal.domain.records import Records

few = settings(max_examples=25, deadline=None)


@few
@given(journals, st.integers(-5, 90), st.none() | st.integers(0, 100))
def test_every_journal_has_a_progress(records, as_of, back):
    compute(records, day(as_of), None if back is None else day(as_of - back))


@few
@given(journals, st.integers(0, 70))
def test_mirroring_the_journal_mirrors_the_verdicts(records, as_of):
    plain, turned = compute(records, day(as_of)), compute(mirrored(records), day(as_of))
    for leg in LEGS:
        for window in ("headline", "longer"):
            here, there = getattr(plain.legs[leg], window), getattr(turned.legs[leg.mirrored], window)
            assert (here.verdict, here.days_logged, here.change_levels) == (
                there.verdict,
                there.days_logged,
                there.change_levels,
            )


@few
@given(journals, st.integers(0, 70), st.integers(-400, 400))
def test_shifting_every_date_shifts_the_figures(records, as_of, by):
    plain, later = compute(records, day(as_of)), compute(shifted(records, by), day(as_of + by))
    assert later.measures == plain.measures
    assert later.since == plain.since + timedelta(days=by)
    assert [leg.headline.verdict for leg in later.legs.values()] == [
        leg.headline.verdict for leg in plain.legs.values()
    ]


@few
@given(journals, st.integers(0, 70))
def test_what_is_written_for_later_days_changes_nothing(records, as_of):
    assert compute(records, day(as_of)) == compute(records.until(day(as_of)), day(as_of))


def test_the_range_starts_with_the_journal_or_56_days_ago():
    assert compute(in_pain([5.0] * 20), day(19)).since == day(0)
    assert compute(in_pain([5.0] * 90), day(89)).since == day(34)
    assert compute(Records(), day(89)).since == day(34)


def test_a_chosen_range_is_kept():
    progress = compute(in_pain([None] * 5 + [5.0] * 20), day(24), since=day(0))
    assert (progress.since, progress.days_logged, progress.days_elapsed) == (day(0), 20, 25)
    with pytest.raises(ValueError, match="since"):
        compute(Records(), day(0), since=day(1))


def test_only_treatments_of_the_range_are_shown():
    from journal.domain.treatment import Treatment

    ended = Treatment(kind="rest", name="Bed rest", started_on=day(0), ended_on=day(3))
    going_on = replace(ended, name="Glides", ended_on=None)
    planned = replace(ended, name="Injection", started_on=day(40), ended_on=None)
    records = replace(in_pain([5.0] * 30), treatments=(ended, going_on, planned))
    assert [item.name for item in compute(records, day(29), since=day(4)).treatments] == ["Glides"]
