"""Urgent signs: what raises each, what closes it, and that nothing else does."""

import pytest
from diaries import day, entries, entry, marks, moment
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.progress import compute
from journal.analysis.redflags import holding, last_asked, newly_raised, open_flags, raised_by
from journal.domain.entry import Kind, Scope
from journal.domain.records import Records
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


@pytest.mark.parametrize(
    ("tier", "signs"),
    [
        (
            Tier.EMERGENCY,
            "saddle_numbness bladder bowel sexual_sensation both_legs both_legs_weak accident chest_pain",
        ),
        (Tier.SAME_DAY, "foot_drop worsening_weakness"),
        (Tier.SOON, "fever weight_loss night_pain past_cancer weak_immunity osteoporosis"),
    ],
)
def test_every_sign_answered_opens_alone_and_in_its_tier(tier, signs):
    for sign in signs.split():
        assert [(flag.sign, flag.tier) for flag in open_flags([], [check(0, RedFlag(sign))])] == [(sign, tier)]
    assert set(signs.split()) == {sign.value for sign in RedFlag if sign.tier is tier}


@pytest.mark.parametrize(
    ("symptoms", "comes_back"),
    [(SADDLE, True), (WEAK, False), (BOTH, False), (marks("left_calf_upper"), False)],
)
@pytest.mark.parametrize("answered", [True, False])
def test_the_same_mark_in_the_second_week(symptoms, comes_back, answered):
    """Marked every evening: asked about once, except the saddle; and unanswered it stays from its first day."""
    daily = [entry(number, *symptoms) for number in range(14)]
    found = open_flags(daily, [check(7, hour=22)] if answered else [])
    if answered:
        assert [flag.since for flag in found] == ([day(8)] if comes_back else [])
    else:
        assert [flag.since for flag in found] == ([day(0)] if raised_by(daily[0]) else [])


good_days = st.lists(
    st.builds(lambda number, hour: entry(number, hour=hour), st.integers(0, 120), st.integers(8, 21)), max_size=40
)


@settings(max_examples=60, deadline=None)
@given(good_days, st.sampled_from([sign for sign in RedFlag if sign.tier is Tier.EMERGENCY]))
def test_no_sequence_of_good_days_hides_an_open_emergency_sign(calm, sign):
    by_answer = open_flags(calm, [check(0, sign, hour=7)])
    assert [flag.sign for flag in by_answer] == [sign]
    by_mark = open_flags([entry(0, *SADDLE, hour=7), *calm], [])
    assert [flag.sign for flag in by_mark] == [RedFlag.SADDLE_NUMBNESS]


@settings(max_examples=25, deadline=None)
@given(st.lists(entries, max_size=12))
def test_whatever_is_written_later_only_an_answer_closes_a_sign(later):
    records = Records(
        entries=tuple(sorted([entry(-2, *SADDLE, *WEAK), *later], key=lambda one: one.recorded_at)),
        red_flag_checks=(),
    )
    found = {flag.sign for flag in compute(records, day(80)).red_flags}
    assert {RedFlag.SADDLE_NUMBNESS, RedFlag.FOOT_DROP} <= found


def test_changing_an_entry_asks_only_about_what_it_adds():
    before = entry(3, *SADDLE)
    after = entry(3, *SADDLE, *WEAK)
    assert newly_raised(after, before) == (RedFlag.FOOT_DROP,)
    assert newly_raised(before, after) == ()
    assert newly_raised(before, None) == (RedFlag.SADDLE_NUMBNESS,)


def test_a_mark_written_down_late_is_not_closed_by_an_answer_given_before():
    earlier_answer = check(5)
    late = entry(3, *SADDLE)
    raised = newly_raised(late, None, [late])
    standing = open_flags([late], [earlier_answer])
    assert standing == ()
    held = holding(raised, standing, moment(6))
    assert held is not None
    assert [flag.sign for flag in open_flags([late], [earlier_answer, held])] == [RedFlag.SADDLE_NUMBNESS]


def test_nothing_is_held_where_the_mark_opens_the_sign_by_itself():
    one = entry(6, *SADDLE)
    assert holding(raised_by(one), open_flags([one], [check(5)]), moment(6)) is None
