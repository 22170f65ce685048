"""Urgent signs: what raises each, what closes it, and that nothing else does."""

import pytest
from diaries import day, entry, marks, moment

from journal.analysis.redflags import last_asked, open_flags, raised_by
from journal.domain.entry import Kind, Scope
from journal.domain.redflag import RedFlag, RedFlagCheck, Tier

SADDLE = marks("saddle", kind=Kind.NUMBNESS)
BOTH = marks("left_calf_upper", "right_thigh_outer")
WEAK = marks("left_foot_top", kind=Kind.WEAKNESS)


@pytest.mark.parametrize(
    ("symptoms", "expected"),
    [
        ((), set()),
        (marks("left_calf_upper"), set()),
        (SADDLE, {RedFlag.SADDLE_NUMBNESS}),
        (marks("saddle"), {RedFlag.SADDLE_NUMBNESS}),
        (marks("left_buttock_lower", "right_buttock_lower"), set()),
        (marks("left_buttock_lower", "right_thigh_outer"), set()),
        (marks("sacrum", "right_thigh_outer"), set()),
        (marks("left_thigh_inner", "right_thigh_outer"), {RedFlag.BOTH_LEGS}),
        (marks("left_sole", kind=Kind.TINGLING) + marks("right_knee_back"), {RedFlag.BOTH_LEGS}),
        (WEAK, {RedFlag.FOOT_DROP}),
        (marks("left_hip", kind=Kind.WEAKNESS), {RedFlag.FOOT_DROP}),
        (SADDLE + BOTH, {RedFlag.SADDLE_NUMBNESS, RedFlag.BOTH_LEGS}),
        (SADDLE + WEAK, {RedFlag.SADDLE_NUMBNESS, RedFlag.FOOT_DROP}),
        (
            marks("left_sole", "right_sole", kind=Kind.WEAKNESS) + SADDLE,
            {RedFlag.SADDLE_NUMBNESS, RedFlag.BOTH_LEGS, RedFlag.FOOT_DROP},
        ),
    ],
)
def test_marks_raise_a_sign(symptoms, expected):
    one = entry(0, *symptoms)
    assert {flag.sign for flag in open_flags([one], [])} == expected
    assert set(raised_by(one)) == expected


def test_both_legs_on_one_day_need_not_be_in_one_entry():
    morning = entry(0, *marks("left_sole"), scope=Scope.NOW, hour=8)
    evening = entry(0, *marks("right_sole"), scope=Scope.NOW)
    assert raised_by(evening, [morning]) == (RedFlag.BOTH_LEGS,)
    assert raised_by(entry(1, *marks("right_sole")), [morning]) == ()


@pytest.mark.parametrize(("days", "is_new"), [(0, False), (14, False), (15, True)])
@pytest.mark.parametrize(("symptoms", "sign"), [(WEAK, RedFlag.FOOT_DROP), (BOTH, RedFlag.BOTH_LEGS)])
def test_what_was_there_within_a_fortnight_is_not_new(days, is_new, symptoms, sign):
    earlier = entry(0, *symptoms, hour=8)
    assert (sign in raised_by(entry(days, *symptoms), [earlier])) is is_new


def test_weakness_in_the_other_leg_is_new():
    assert raised_by(entry(1, *marks("right_sole", kind=Kind.WEAKNESS)), [entry(0, *WEAK)]) == (RedFlag.FOOT_DROP,)


def check(number, *signs, hour=21):
    return RedFlagCheck(checked_at=moment(number, hour), signs=signs)


def test_a_later_check_without_the_sign_closes_it_and_nothing_else_does():
    raised = [entry(0, *SADDLE)]
    calm = [entry(number) for number in range(1, 60)]
    assert [flag.since for flag in open_flags([*raised, *calm], [])] == [day(0)]
    assert open_flags([*raised, *calm], [check(1)]) == ()
    earlier = check(0, hour=9)
    assert [flag.sign for flag in open_flags(raised, [earlier])] == [RedFlag.SADDLE_NUMBNESS]


def test_the_saddle_comes_back_after_a_check_but_known_weakness_does_not():
    assert [flag.since for flag in open_flags([entry(0, *SADDLE), entry(2, *SADDLE)], [check(1)])] == [day(2)]
    assert open_flags([entry(0, *WEAK), entry(2, *WEAK)], [check(1)]) == ()
    assert [flag.since for flag in open_flags([entry(0, *WEAK), entry(20, *WEAK)], [check(1)])] == [day(20)]


def test_a_sign_keeps_the_day_it_was_first_raised_on():
    (kept,) = open_flags([entry(0, *WEAK)], [check(3, RedFlag.FOOT_DROP), check(9, RedFlag.FOOT_DROP)])
    assert (kept.since, kept.by_mark) == (day(0), True)
    (answered,) = open_flags([], [check(3, RedFlag.FEVER), check(9, RedFlag.FEVER)])
    assert (answered.since, answered.by_mark) == (day(3), False)


def test_a_sign_answered_again_after_none_stands_from_then_on():
    (again,) = open_flags([], [check(1, RedFlag.FEVER), check(2), check(3, RedFlag.FEVER)])
    assert again.since == day(3)


def test_the_most_urgent_comes_first():
    found = open_flags([entry(0, *WEAK)], [check(0, RedFlag.FEVER, RedFlag.BLADDER, RedFlag.FOOT_DROP, hour=22)])
    assert [flag.tier for flag in found] == [Tier.EMERGENCY, Tier.SAME_DAY, Tier.SOON]


def test_when_the_signs_were_last_asked_about():
    assert last_asked([]) is None
    assert last_asked([check(3), check(9)]) == day(9)
