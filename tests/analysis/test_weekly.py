"""When a weekly check is due, and what counts as a change since the last."""

import pytest
from diaries import at_level, day, journals, moment
from hypothesis import given, settings

from journal.analysis import weekly
from journal.domain.body import Side
from journal.domain.function import ActivityRating
from journal.domain.records import Records
from journal.domain.strength import BigToeLift, HomeTest, StrengthTest, Walk
from journal.wording import weekly as wording

LEFT, RIGHT = Side.LEFT, Side.RIGHT


def test_of(number, leg=LEFT, **results):
    return StrengthTest(tested_at=moment(number), leg=leg, **results)


test_of.__test__ = False


def rating(number, activity, ability):
    return ActivityRating(rated_at=moment(number), activity=activity, ability=ability)


def test_an_empty_journal_has_nothing_due_and_the_first_entry_begins_it():
    assert weekly.next_due(Records()) is None
    assert weekly.next_due(Records(entries=(at_level(3, 4),))) == day(3)


@pytest.mark.parametrize(("tested", "rated", "passed", "due"), [(0, None, None, 7), (0, 5, None, 12), (0, 5, 9, 16)])
def test_the_next_is_due_a_week_after_the_last_or_after_one_that_was_passed_over(tested, rated, passed, due):
    records = Records(
        entries=(at_level(0, 4),),
        strength_tests=(test_of(tested, heel_raises=3),),
        activity_ratings=() if rated is None else (rating(rated, "Drive", 4),),
    )
    assert weekly.next_due(records, None if passed is None else day(passed)) == day(due)


@pytest.mark.parametrize(
    ("before", "now", "counts"), [(10, 16, False), (10, 17, True), (17, 10, True), (17, 11, False), (25, 25, False)]
)
def test_only_seven_heel_raises_or_more_count(before, now, counts):
    records = Records(strength_tests=(test_of(0, heel_raises=before), test_of(7, heel_raises=now)))
    (one,) = weekly.compare(records, day(7))
    assert (one.before, one.now, one.counts, one.before_on) == (before, now, counts, day(0))
    assert ("so this one does" in wording.compared(one)) is counts


@pytest.mark.parametrize(("before", "now", "counts"), [(4, 5, False), (4, 6, True), (6, 4, True)])
def test_two_points_of_an_own_activity_count(before, now, counts):
    records = Records(activity_ratings=(rating(0, "Drive", before), rating(7, "Drive", now)))
    (one,) = weekly.compare(records, day(7))
    assert one.counts is counts
    assert ("so this one does" in wording.compared(one)) is counts


def test_the_first_check_has_nothing_to_compare_with():
    (one,) = weekly.compare(Records(strength_tests=(test_of(0, heel_raises=9),)), day(0))
    assert one.before is None and one.counts is None
    assert "nothing earlier" in wording.compared(one)


def test_each_result_looks_back_to_the_last_time_it_was_done():
    records = Records(
        strength_tests=(
            test_of(0, heel_raises=9, heel_walk=Walk.YES),
            test_of(7, heel_walk=Walk.PARTLY),
            test_of(14, heel_raises=10, heel_walk=Walk.NO, big_toe_lift=BigToeLift.WEAK),
        )
    )
    found = {one.test: one for one in weekly.compare(records, day(14))}
    assert found[HomeTest.HEEL_RAISES].before_on == day(0)
    assert found[HomeTest.HEEL_WALK].before is Walk.PARTLY
    assert found[HomeTest.BIG_TOE_LIFT].before is None
    assert HomeTest.TOE_WALK not in found


def test_own_activities_are_those_of_the_last_day_they_were_rated_on():
    rated = (rating(0, "Drive", 3), rating(0, "Garden", 3), rating(7, "Garden", 4), rating(7, "Sing", 4))
    assert weekly.own_activities(rated) == ("Garden", "Sing")
    assert weekly.own_activities(()) == ()


@settings(max_examples=30, deadline=None)
@given(journals)
def test_every_check_of_any_journal_can_be_told(records):
    for on in weekly.check_days(records):
        for one in weekly.compare(records, on):
            assert wording.compared(one)
            assert one.before_on is None or one.before_on < on
    due = weekly.next_due(records)
    assert due is None or weekly.last_done(records) is None or due > weekly.last_done(records)
