"""The four signs, each with its own verdict, and the thresholds under which nothing is claimed."""

from dataclasses import replace

import pytest
from diaries import at_level, day, entry, in_pain, marks, mirrored, moment
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.measures import percent_change, size_of_fall
from journal.analysis.progress import compute
from journal.analysis.results import SignKey, SignVerdict, Size, Verdict
from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.domain.function import ActivityRating
from journal.domain.records import Records
from journal.domain.strength import StrengthTest


def falling(first, last, days=28):
    return [first + (last - first) * number / (days - 1) for number in range(days)]


def sign(records, key, as_of=27):
    return compute(records, day(as_of)).signs[key]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (8.0, 3.0, SignVerdict.IMPROVING),
        (3.0, 8.0, SignVerdict.WORSENING),
        (6.0, 4.4, SignVerdict.PROBABLY_IMPROVING),
        (4.4, 6.0, SignVerdict.PROBABLY_WORSENING),
        (5.0, 4.5, SignVerdict.NO_CLEAR_CHANGE),
        (5.0, 5.0, SignVerdict.NO_CLEAR_CHANGE),
    ],
)
def test_a_steady_change_of_pain_is_said_as_surely_as_its_size_allows(first, last, expected):
    assert sign(in_pain(falling(first, last)), SignKey.PAIN).verdict is expected


def test_no_verdict_on_pain_before_ten_days():
    assert sign(in_pain(falling(9, 1, 9)), SignKey.PAIN, 8).verdict is SignVerdict.NOT_ENOUGH


def test_one_bad_last_day_does_not_take_a_verdict_back_nor_make_one():
    steady = in_pain([4.0] * 27 + [10.0])
    assert sign(steady, SignKey.PAIN).verdict is SignVerdict.NO_CLEAR_CHANGE


def test_then_and_now_of_pain_are_those_of_the_table():
    progress = compute(in_pain(falling(8, 3, 40)), day(39))
    row = progress.measures[0]
    found = progress.signs[SignKey.PAIN]
    assert (found.then, found.then_days, found.now, found.now_days) == (row.then, row.then_days, row.now, row.now_days)


@pytest.mark.parametrize(
    ("then", "now", "percent", "size"),
    [
        (10.0, 9.1, -9, None),
        (10.0, 9.0, -10, Size.MINIMAL),
        (10.0, 7.3, -27, Size.MINIMAL),
        (10.0, 7.0, -30, Size.MODERATE),
        (10.0, 6.99, -30, Size.MODERATE),
        (10.0, 5.1, -49, Size.MODERATE),
        (10.0, 5.0, -50, Size.SUBSTANTIAL),
        (4.0, 0.0, -100, Size.SUBSTANTIAL),
        (4.0, 6.0, 50, None),
        (0.0, 3.0, None, None),
        (None, 3.0, None, None),
        (3.0, None, None, None),
    ],
)
def test_a_fall_has_its_percent_and_its_word(then, now, percent, size):
    assert percent_change(then, now) == percent
    assert size_of_fall(percent) is size


@pytest.mark.parametrize(("then", "percent"), [(0.5, None), (0.9, None), (1.0, -100)])
def test_a_pain_that_was_hardly_there_has_no_percentage(then, percent):
    found = compute(in_pain([then] * 14 + [0.0] * 14), day(27)).signs[SignKey.PAIN]
    assert (found.now, found.percent) == (0.0, percent)


def test_location_is_the_direction_of_the_leg_that_hurts():
    moving = Records(tuple(at_level(n, 6 if n < 14 else 2) for n in range(28)))
    progress = compute(moving, day(27))
    found = progress.signs[SignKey.LOCATION]
    assert progress.legs[Side.LEFT].headline.verdict is Verdict.CLEARLY_UP
    assert (found.verdict, found.leg, found.then, found.now) == (SignVerdict.IMPROVING, Side.LEFT, 6, 2)
    assert [leg.leg for leg in found.legs] == [Side.LEFT]


def test_pain_in_the_centre_does_not_make_the_other_leg_speak():
    central = marks("sacrum")
    moving = Records(tuple(entry(n, *central, *marks("left_sole" if n < 14 else "left_low_back")) for n in range(28)))
    found = compute(moving, day(27)).signs[SignKey.LOCATION]
    assert (found.leg, found.verdict, len(found.legs)) == (Side.LEFT, SignVerdict.IMPROVING, 1)


def test_where_both_legs_hurt_the_worse_one_decides_and_both_are_kept():
    crossing = Records(
        tuple(
            entry(n, *marks(*(("left_sole", "right_low_back") if n < 14 else ("left_low_back", "right_sole"))))
            for n in range(28)
        )
    )
    found = compute(crossing, day(27)).signs[SignKey.LOCATION]
    assert (found.leg, found.verdict) == (Side.RIGHT, SignVerdict.WORSENING)
    assert {leg.leg: leg.verdict for leg in found.legs} == {
        Side.LEFT: SignVerdict.IMPROVING,
        Side.RIGHT: SignVerdict.WORSENING,
    }


def numb(values, kind=Kind.NUMBNESS, place="left_sole"):
    return Records(
        tuple(entry(n, *(marks(place, kind=kind, intensity=value) if value else ())) for n, value in enumerate(values))
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([6] * 14 + [2] * 14, SignVerdict.IMPROVING),
        ([2] * 14 + [6] * 14, SignVerdict.WORSENING),
        ([10] * 14 + [8] * 14, SignVerdict.NO_CLEAR_CHANGE),  # sure, but a fall of less than 30 %
        ([8] * 14 + [10] * 14, SignVerdict.NO_CLEAR_CHANGE),  # nor a rise of less
        ([4] * 14 + [6] * 14, SignVerdict.WORSENING),
        ([4] * 28, SignVerdict.NO_CLEAR_CHANGE),
        ([6] * 9, SignVerdict.NOT_ENOUGH),
    ],
)
@pytest.mark.parametrize("kind", [Kind.NUMBNESS, Kind.TINGLING])
def test_numbness_and_tingling_improve_by_points_and_by_thirty_percent(values, expected, kind):
    found = sign(numb(values, kind), SignKey.SENSATION, len(values) - 1)
    assert found.leg is Side.LEFT
    assert found.verdict is expected


def test_pain_and_weakness_are_no_numbness():
    found = sign(numb([6] * 28, Kind.WEAKNESS), SignKey.SENSATION)
    assert (found.leg, found.verdict, found.then, found.now) == (None, SignVerdict.NO_CLEAR_CHANGE, 0, 0)


def with_tests(*rows):
    return replace(
        in_pain([4.0] * 28),
        strength_tests=tuple(StrengthTest(tested_at=moment(at), leg=leg, **results) for at, leg, results in rows),
    )


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (6, 12, SignVerdict.NO_CLEAR_CHANGE),
        (6, 13, SignVerdict.IMPROVING),
        (13, 7, SignVerdict.NO_CLEAR_CHANGE),
        (13, 6, SignVerdict.WORSENING),
        (25, 25, SignVerdict.NO_CLEAR_CHANGE),
        (0, 0, SignVerdict.NO_CLEAR_CHANGE),
    ],
)
def test_only_seven_heel_raises_count(then, now, expected):
    records = with_tests((0, "left", {"heel_raises": then}), (25, "left", {"heel_raises": now}))
    found = sign(records, SignKey.STRENGTH)
    assert (found.verdict, found.leg, found.then, found.now) == (expected, Side.LEFT, then, now)


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ({"heel_walk": "no"}, {"heel_walk": "yes"}, SignVerdict.PROBABLY_IMPROVING),
        ({"heel_walk": "no"}, {"heel_walk": "partly"}, SignVerdict.NO_CLEAR_CHANGE),
        ({"toe_walk": "yes"}, {"toe_walk": "no"}, SignVerdict.PROBABLY_WORSENING),
        ({"big_toe_lift": "normal"}, {"big_toe_lift": "none"}, SignVerdict.PROBABLY_WORSENING),
        (
            {"big_toe_lift": "none", "toe_walk": "yes"},
            {"big_toe_lift": "normal", "toe_walk": "no"},
            SignVerdict.PROBABLY_WORSENING,
        ),
        ({"heel_walk": "no", "heel_raises": 20}, {"heel_walk": "yes", "heel_raises": 10}, SignVerdict.WORSENING),
        ({"heel_walk": "no"}, {"toe_walk": "yes"}, SignVerdict.NOT_ENOUGH),
        ({"heel_raises": 5}, {"heel_raises": 20, "limited_by": "not_tried"}, SignVerdict.NOT_ENOUGH),
        ({"heel_raises": 5}, {"heel_raises": 20, "limited_by": "pain"}, SignVerdict.IMPROVING),
    ],
)
def test_the_other_tests_count_from_one_end_to_the_other(then, now, expected):
    assert sign(with_tests((0, "left", then), (25, "left", now)), SignKey.STRENGTH).verdict is expected


def test_weakness_marked_on_the_map_never_decides():
    found = sign(numb([8] * 14 + [1] * 14, Kind.WEAKNESS), SignKey.STRENGTH)
    assert found.verdict is SignVerdict.NOT_ENOUGH
    assert compute(numb([8] * 28, Kind.WEAKNESS), day(27)).strength[Side.LEFT].weakness_days == 28


def test_an_untested_leg_does_not_hide_the_tested_one():
    records = with_tests(
        (0, "right", {"heel_raises": 4}), (25, "right", {"heel_raises": 12}), (25, "left", {"heel_raises": 9})
    )
    found = sign(records, SignKey.STRENGTH)
    assert (found.verdict, found.leg) == (SignVerdict.IMPROVING, Side.RIGHT)


@pytest.mark.parametrize(
    ("left", "right", "leg", "expected"),
    [
        ((22, 25), (10, 18), Side.RIGHT, SignVerdict.IMPROVING),  # the sound leg is only there to compare with
        ((22, 15), (10, 18), Side.LEFT, SignVerdict.WORSENING),
        ((22, 24), (10, 12), Side.RIGHT, SignVerdict.NO_CLEAR_CHANGE),
    ],
)
def test_the_weaker_leg_speaks_for_strength_unless_one_gets_worse(left, right, leg, expected):
    records = with_tests(
        (0, "left", {"heel_raises": left[0]}),
        (0, "right", {"heel_raises": right[0]}),
        (25, "left", {"heel_raises": left[1]}),
        (25, "right", {"heel_raises": right[1]}),
    )
    found = sign(records, SignKey.STRENGTH)
    assert (found.leg, found.verdict, len(found.legs)) == (leg, expected, 2)


def test_function_is_the_mean_of_activities_rated_both_times():
    rated = [("Drive", 0, 2.0), ("Drive", 25, 6.0), ("Walk", 1, 4.0), ("Walk", 24, 5.0), ("Swim", 25, 9.0)]
    records = replace(
        in_pain([4.0] * 28),
        activity_ratings=tuple(ActivityRating(rated_at=moment(at), activity=a, ability=b) for a, at, b in rated),
    )
    found = compute(records, day(27)).function
    assert (found.then, found.now, found.activities) == (3.0, 5.5, 2)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([None, 0, 2, 5, 9]), min_size=12, max_size=40))
def test_mirroring_mirrors_numbness(values):
    records = Records(
        tuple(
            entry(n, *(marks("left_sole", kind=Kind.NUMBNESS, intensity=value) if value else ()))
            for n, value in enumerate(values)
            if value is not None
        )
    )
    here = compute(records, day(len(values))).signs[SignKey.SENSATION]
    there = compute(mirrored(records), day(len(values))).signs[SignKey.SENSATION]
    assert there.headline == here.headline
    assert there.leg is (here.leg and here.leg.mirrored)
