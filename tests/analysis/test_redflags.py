"""Urgent signs: what raises each, what closes it, and that nothing else does."""

from dataclasses import replace

import pytest
from diaries import day, entry, marks, mirrored, moment

from journal.analysis.redflags import holding, last_asked, newly_raised, open_and_past, open_flags
from journal.analysis.redflags import signs as signs_of
from journal.domain.body import LEGS, Side
from journal.domain.entry import Kind, Scope
from journal.domain.movement import MovementTry
from journal.domain.records import Records
from journal.domain.redflag import RedFlag, RedFlagCheck, Tier
from journal.domain.strength import LimitedBy, StrengthTest

SADDLE = marks("saddle", kind=Kind.NUMBNESS)
BOTH = marks("left_calf_upper", "right_thigh_outer")
WEAK = marks("left_foot_top", kind=Kind.WEAKNESS)


def check(number, *signs, hour=21):
    return RedFlagCheck(checked_at=moment(number, hour), signs=signs)


def test_of(number, leg, hour=20, **results):
    return StrengthTest(tested_at=moment(number, hour), leg=Side(leg), **results)


test_of.__test__ = False


def numb(*regions, kind=Kind.NUMBNESS):
    return marks(*regions, kind=kind)


def weak(number, intensity, region="left_foot_top", hour=20):
    return entry(number, *marks(region, kind=Kind.WEAKNESS, intensity=intensity), hour=hour)


def journal(*records):
    return Records().saving(*records)


def found(*records, as_of=None):
    """The signs that are open, on the last day of these records unless said."""
    kept = journal(*records)
    last = max(record.day for record in kept) if as_of is None else day(as_of)
    return {flag.sign for flag in open_flags(kept, last)}


@pytest.mark.parametrize(
    ("symptoms", "expected"),
    [
        ((), set()),
        (marks("left_calf_upper"), set()),
        (SADDLE, {RedFlag.SADDLE_NUMBNESS}),
        (marks("saddle"), {RedFlag.SADDLE_NUMBNESS}),
        (marks("left_buttock_lower", "right_buttock_lower"), set()),
        (numb("left_buttock_lower", "right_buttock_lower"), {RedFlag.SADDLE_NUMBNESS}),
        (numb("left_buttock_upper") + numb("right_buttock_lower", kind=Kind.TINGLING), {RedFlag.SADDLE_NUMBNESS}),
        (numb("left_buttock_upper") + marks("right_buttock_upper"), set()),
        (numb("left_buttock_lower", "left_buttock_upper"), set()),
        (numb("left_hip", "right_hip"), set()),
        (numb("left_groin", "right_groin"), set()),
        (numb("left_buttock_lower", "right_hip"), set()),
        (numb("sacrum", kind=Kind.TINGLING), {RedFlag.SADDLE_NUMBNESS}),
        (numb("low_back_centre"), set()),
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
    assert found(one) == expected
    assert found(*mirrored(journal(one)).entries) == expected
    assert set(signs_of(newly_raised(Records(), journal(one)))) == expected
    if symptoms:
        tried = MovementTry(tried_at=moment(0), movement="bending back", after=symptoms)
        assert found(tried) == expected, "what a movement brings on is as urgent"


PAIRS = [
    (numb("left_buttock_lower"), numb("right_buttock_upper"), RedFlag.SADDLE_NUMBNESS),
    (marks("left_sole"), marks("right_thigh_outer", kind=Kind.TINGLING), RedFlag.BOTH_LEGS),
]


@pytest.mark.parametrize(("days", "together"), [(0, True), (1, True), (3, True), (4, False), (30, False)])
@pytest.mark.parametrize(("one", "other", "sign"), PAIRS)
def test_two_sides_belong_together_up_to_three_days_apart(days, together, one, other, sign):
    first, second = entry(0, *one, scope=Scope.NOW, hour=8), entry(days, *other, scope=Scope.NOW)
    assert found(first, second) == ({sign} if together else set())
    assert found(entry(0, *other, hour=8), entry(days, *one)) == ({sign} if together else set())


def test_a_calf_one_day_and_the_other_the_next_is_both_legs():
    legs = [entry(number, *marks(("left", "right")[number % 2] + "_calf_upper")) for number in range(10)]
    (flag,) = open_flags(journal(*legs), day(9))
    assert (flag.sign, flag.since) == (RedFlag.BOTH_LEGS, day(1))
    assert found(*legs, check(4)) == set(), "once denied it comes back only when it is new again"


@pytest.mark.parametrize(("days", "is_new"), [(0, False), (14, False), (15, True)])
@pytest.mark.parametrize(("symptoms", "sign"), [(WEAK, RedFlag.FOOT_DROP), (BOTH, RedFlag.BOTH_LEGS)])
def test_what_was_there_within_a_fortnight_is_not_new(days, is_new, symptoms, sign):
    earlier = entry(0, *symptoms, hour=8)
    assert found(earlier, check(0, hour=9), entry(days, *symptoms)) == ({sign} if is_new else set())


def test_weakness_in_the_other_leg_is_new():
    other = entry(1, *marks("right_sole", kind=Kind.WEAKNESS))
    assert found(entry(0, *WEAK), check(0), other) == {RedFlag.FOOT_DROP, RedFlag.BOTH_LEGS}
    assert found(entry(0, *WEAK), check(0), entry(1, *marks("right_hip", kind=Kind.WEAKNESS))) == {RedFlag.FOOT_DROP}


@pytest.mark.parametrize(
    ("days", "before", "now", "worse"),
    [(1, 2, 5, True), (1, 2, 4, False), (14, 2, 5, True), (15, 2, 5, False), (0, 2, 5, True), (1, 5, 2, False)],
)
def test_weakness_that_is_three_more_than_the_least_of_a_fortnight_is_getting_worse(days, before, now, worse):
    first, second = weak(0, before, hour=8), weak(days, now)
    assert (RedFlag.WORSENING_WEAKNESS in found(first, second)) is worse
    assert (RedFlag.WORSENING_WEAKNESS in found(first, check(0, hour=9), second)) is worse, "also after a denial"
    assert RedFlag.WORSENING_WEAKNESS not in found(first, weak(days, now, "right_foot_top"))


def test_weakness_is_compared_with_its_own_place_and_with_the_leg_where_that_had_none():
    both = [
        entry(
            number,
            *marks("left_foot_top", kind=Kind.WEAKNESS, intensity=2),
            *marks("left_shin", kind=Kind.WEAKNESS, intensity=8),
        )
        for number in range(5)
    ]
    assert RedFlag.WORSENING_WEAKNESS not in found(*both), "the same two places day after day"
    assert RedFlag.WORSENING_WEAKNESS in found(*both, weak(5, 5))
    assert RedFlag.WORSENING_WEAKNESS in found(weak(0, 2), weak(1, 6, "left_shin"))
    creeping = [weak(0, 2), weak(1, 4), weak(2, 5)]
    assert RedFlag.WORSENING_WEAKNESS in found(*creeping), "little by little counts too"


@pytest.mark.parametrize("leg", LEGS)
@pytest.mark.parametrize(
    "results",
    [{"heel_walk": "no"}, {"toe_walk": "no"}, {"big_toe_lift": "none"}, {"heel_walk": "no", "toe_walk": "yes"}],
)
def test_a_foot_that_fails_in_the_very_first_test_is_a_foot_drop(leg, results):
    (flag,) = open_flags(journal(test_of(0, leg, **results)), day(0))
    assert (flag.sign, flag.raised_by, flag.since) == (RedFlag.FOOT_DROP, "test", day(0))


@pytest.mark.parametrize(
    ("left", "right", "days", "dropped"),
    [
        ({"heel_walk": "no"}, {"heel_walk": "yes"}, 0, True),
        ({"heel_walk": "no"}, {"heel_walk": "partly"}, 0, True),
        ({"heel_walk": "no"}, {"heel_walk": "no"}, 0, False),
        ({"big_toe_lift": "none"}, {"big_toe_lift": "none"}, 0, False),
        ({"heel_walk": "no"}, {"toe_walk": "no"}, 0, True),
        ({"heel_walk": "no"}, {"heel_walk": "no", "limited_by": LimitedBy.NOT_TRIED}, 0, True),
        ({"heel_walk": "no"}, {"heel_walk": "no", "limited_by": LimitedBy.PAIN}, 0, False),
        ({"heel_walk": "no", "limited_by": LimitedBy.NOT_TRIED}, {"heel_walk": "yes"}, 0, False),
        ({"heel_walk": "partly", "big_toe_lift": "weak"}, {"heel_walk": "yes"}, 0, False),
        ({"heel_walk": "no"}, {"heel_walk": "no"}, 14, False),
        ({"heel_walk": "no"}, {"heel_walk": "no"}, 15, True),
        ({"heel_raises": 0}, {"heel_raises": 25}, 0, False),
    ],
)
def test_a_foot_drop_is_in_one_leg_only(left, right, days, dropped):
    """`days`: how long ago the other leg was tested."""
    tests = test_of(days, "left", **left), test_of(0, "right", **right)
    denied = check(0) if days else check(-1)
    for records in (journal(*tests, denied), mirrored(journal(*tests, denied))):
        assert (RedFlag.FOOT_DROP in {flag.sign for flag in open_flags(records, day(days))}) is dropped


@pytest.mark.parametrize(
    ("before", "now", "worse"),
    [
        ({"heel_raises": 20}, {"heel_raises": 13}, True),
        ({"heel_raises": 20}, {"heel_raises": 14}, False),
        ({"heel_raises": 13}, {"heel_raises": 20}, False),
        ({"heel_walk": "yes"}, {"heel_walk": "no"}, True),
        ({"heel_walk": "yes"}, {"heel_walk": "partly"}, False),
        ({"toe_walk": "no"}, {"toe_walk": "yes"}, False),
        ({"big_toe_lift": "normal"}, {"big_toe_lift": "none"}, True),
        ({"heel_raises": 20}, {"limited_by": LimitedBy.NOT_TRIED}, False),
        ({"heel_raises": 20}, {"heel_raises": 2, "limited_by": LimitedBy.NOT_TRIED}, False),
        ({"heel_raises": 20, "limited_by": LimitedBy.NOT_TRIED}, {"heel_raises": 2}, False),
    ],
)
@pytest.mark.parametrize("leg", LEGS)
def test_a_leg_that_did_clearly_less_than_last_time_is_getting_worse(leg, before, now, worse):
    earlier, later = test_of(0, leg, **before), test_of(90, leg, **now)
    assert (RedFlag.WORSENING_WEAKNESS in found(earlier, check(80), later)) is worse
    assert RedFlag.WORSENING_WEAKNESS not in found(earlier, test_of(90, leg.mirrored, **now))


def test_less_and_less_on_one_day_is_compared_with_the_day_before():
    counts = (
        test_of(0, "left", heel_raises=20),
        test_of(7, "left", 9, heel_raises=14),
        test_of(7, "left", heel_raises=8),
    )
    assert found(*counts) == {RedFlag.WORSENING_WEAKNESS}


def test_a_test_opens_its_sign_again_every_time_and_the_check_after_it_closes_it():
    tests = [test_of(number, "left", heel_walk="no") for number in (0, 7)]
    assert found(tests[0], check(0)) == set()
    assert found(tests[0], check(0), tests[1]) == {RedFlag.FOOT_DROP}
    assert found(tests[0], check(0), tests[1], check(7, hour=20)) == set(), "answered in the same weekly check"


def test_what_is_changed_deleted_or_undone_counts_as_it_stands():
    left, right = entry(0, *numb("left_buttock_lower")), entry(2, *numb("right_buttock_lower"))
    assert found(left, right) == {RedFlag.SADDLE_NUMBNESS}
    assert found(left) == found(left, replace(right, symptoms=numb("right_hip"))) == set()
    assert found(left, replace(right, recorded_at=moment(4))) == set()
    fall = test_of(0, "left", heel_raises=20), test_of(7, "left", heel_raises=2)
    kept = journal(*fall)
    assert open_flags(kept.deleting([fall[0].id]), day(7)) == ()
    assert open_flags(kept.deleting([fall[0].id]).saving(fall[0]), day(7)) == open_flags(kept, day(7)) != ()


def test_a_later_check_without_the_sign_closes_it_and_nothing_else_does():
    raised = [entry(0, *SADDLE)]
    calm = [entry(number) for number in range(1, 60)]
    assert [flag.since for flag in open_flags(journal(*raised, *calm), day(59))] == [day(0)]
    assert found(*raised, *calm, check(1)) == set()
    assert found(*raised, check(0, hour=9)) == {RedFlag.SADDLE_NUMBNESS}


def test_the_saddle_comes_back_after_a_check_but_known_weakness_does_not():
    again = journal(entry(0, *SADDLE), check(1), entry(2, *SADDLE))
    assert [flag.since for flag in open_flags(again, day(2))] == [day(2)]
    assert found(entry(0, *WEAK), check(1), entry(2, *WEAK)) == set()
    later = journal(entry(0, *WEAK), check(1), entry(20, *WEAK))
    assert [flag.since for flag in open_flags(later, day(20))] == [day(20)]


def test_a_sign_keeps_the_day_it_was_first_raised_on():
    marked = journal(entry(0, *WEAK), check(3, RedFlag.FOOT_DROP), check(9, RedFlag.FOOT_DROP))
    (kept,) = open_flags(marked, day(9))
    assert (kept.since, kept.raised_by) == (day(0), "mark")
    (answered,) = open_flags(journal(check(3, RedFlag.FEVER), check(9, RedFlag.FEVER)), day(9))
    assert (answered.since, answered.raised_by) == (day(3), "answer")


def test_a_sign_answered_again_after_none_stands_from_then_on_and_the_first_is_past():
    opened, past = open_and_past(journal(check(1, RedFlag.FEVER), check(2), check(3, RedFlag.FEVER)), day(3))
    assert [flag.since for flag in opened] == [day(3)]
    assert [(flag.sign, flag.since, flag.answered_on) for flag in past] == [(RedFlag.FEVER, day(1), day(2))]


def test_nothing_of_a_later_day_counts():
    records = journal(entry(0, *SADDLE), check(5))
    assert [flag.sign for flag in open_flags(records, day(4))] == [RedFlag.SADDLE_NUMBNESS]
    assert open_and_past(records, day(5))[1][0].answered_on == day(5)


def test_the_most_urgent_comes_first():
    records = journal(entry(0, *WEAK), check(0, RedFlag.NIGHT_PAIN, RedFlag.BLADDER, RedFlag.FOOT_DROP, hour=22))
    assert [flag.tier for flag in open_flags(records, day(0))] == [Tier.EMERGENCY, Tier.SAME_DAY, Tier.SOON]


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
        (Tier.SAME_DAY, "foot_drop worsening_weakness fever swollen_calf"),
        (
            Tier.SOON,
            "weight_loss night_pain back_lump shoulder_blade_pain past_cancer weak_immunity osteoporosis"
            " first_pain_by_age",
        ),
    ],
)
def test_every_sign_answered_opens_alone_and_in_its_tier(tier, signs):
    for sign in signs.split():
        opened = open_flags(journal(check(0, RedFlag(sign))), day(100))
        assert [(flag.sign, flag.tier, flag.old) for flag in opened] == [(sign, tier, False)]
    assert set(signs.split()) == {sign.value for sign in RedFlag if sign.tier is tier}


@pytest.mark.parametrize(
    ("symptoms", "comes_back"),
    [(SADDLE, True), (WEAK, False), (BOTH, False), (marks("left_calf_upper"), False)],
)
@pytest.mark.parametrize("answered", [True, False])
def test_the_same_mark_in_the_second_week(symptoms, comes_back, answered):
    """Marked every evening: asked about once, except the saddle; and unanswered it stays from its first day."""
    daily = [entry(number, *symptoms) for number in range(14)]
    opened = open_flags(journal(*daily, *([check(7, hour=22)] if answered else [])), day(13))
    if answered:
        assert [flag.since for flag in opened] == ([day(8)] if comes_back else [])
    else:
        assert [flag.since for flag in opened] == ([day(0)] if found(daily[0]) else [])


@pytest.mark.parametrize(
    "raising",
    [
        [entry(0, *SADDLE)],
        [entry(0, *numb("sacrum"))],
        [entry(-2, *numb("left_buttock_lower")), entry(0, *numb("right_buttock_lower"))],
        [entry(-9, *BOTH), entry(0, *BOTH)],
        [entry(-9, *WEAK), entry(0, *WEAK)],
        [test_of(0, "left", heel_walk="no")],
    ],
)
@pytest.mark.parametrize(("days", "old"), [(0, False), (14, False), (15, True), (400, True)])
def test_what_last_showed_more_than_a_fortnight_ago_and_nobody_asked_about_is_a_question(raising, days, old):
    (flag,) = open_flags(journal(*raising), day(days))
    assert (flag.old, flag.raised_by == "answer") == (old, False)
    assert open_flags(journal(*raising, check(days, hour=23)), day(days)) == ()
    (said,) = open_flags(journal(*raising, check(1, flag.sign)), day(max(days, 1)))
    assert not said.old, "an answer of yes stays as urgent as it was"


def test_an_old_question_stands_below_what_is_new_and_a_new_mark_makes_it_urgent_again():
    (fever, saddle) = open_flags(journal(entry(0, *SADDLE, hour=22), check(0, RedFlag.NIGHT_PAIN)), day(90))
    assert (fever.sign, saddle.sign, saddle.old) == (RedFlag.NIGHT_PAIN, RedFlag.SADDLE_NUMBNESS, True)
    (again,) = open_flags(journal(entry(0, *SADDLE), entry(80, *SADDLE)), day(90))
    assert (again.since, again.old) == (day(0), False)


def raised_by_change(before, after):
    return signs_of(newly_raised(journal(*before), journal(*after)))


def test_changing_an_entry_asks_only_about_what_it_adds():
    before = entry(3, *SADDLE)
    after = replace(before, symptoms=SADDLE + WEAK)
    assert raised_by_change([before], [after]) == (RedFlag.FOOT_DROP,)
    assert raised_by_change([after], [before]) == ()
    assert raised_by_change([], [before]) == (RedFlag.SADDLE_NUMBNESS,)
    other_leg = replace(before, symptoms=marks("left_hip", "right_hip", kind=Kind.WEAKNESS))
    assert raised_by_change([replace(before, symptoms=marks("left_hip", kind=Kind.WEAKNESS))], [other_leg]) == (
        RedFlag.FOOT_DROP,
    )


def test_an_entry_for_the_day_before_makes_a_pair_with_the_day_after():
    right = entry(3, *marks("right_calf_upper"))
    assert raised_by_change([right], [entry(2, *marks("left_calf_upper")), right]) == (RedFlag.BOTH_LEGS,)


def held(before, after, number):
    earlier, later = journal(*before), journal(*after)
    return holding(newly_raised(earlier, later), earlier, later, moment(number, 23))


def test_a_mark_written_down_late_is_not_closed_by_an_answer_given_before():
    earlier_answer, late = check(5), entry(3, *SADDLE)
    assert found(late, earlier_answer) == set()
    kept = held([earlier_answer], [earlier_answer, late], 6)
    assert kept is not None
    assert found(late, earlier_answer, kept) == {RedFlag.SADDLE_NUMBNESS}


def test_nothing_is_held_where_the_mark_opens_the_sign_by_itself_or_is_old():
    answer, one = check(5), entry(6, *SADDLE)
    assert held([answer], [answer, one], 6) is None
    assert held([answer], [answer, entry(3, *SADDLE)], 30) is None


def test_an_answer_that_is_imported_with_its_mark_closes_it():
    here, mark, there = check(5), entry(3, *SADDLE), check(4)
    assert held([here], [here, mark, there], 6) is None
    assert found(here, mark, there) == set()
