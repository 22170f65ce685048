"""Before and after a treatment's start, and a worsening after it in its three ages."""

from dataclasses import replace

import pytest
from diaries import PLACE_AT_LEVEL, at_level, day, entry, in_pain, marks

from journal.analysis.daily import daily
from journal.analysis.results import ReactionAge
from journal.analysis.treatments import effects, reactions
from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.domain.treatment import Treatment

GLIDES = Treatment(kind="exercise", name="Nerve glides", started_on=day(14))


def effect(pains, as_of):
    return effects(daily(in_pain(pains).entries), [GLIDES], day(as_of))[0]


def test_a_fortnight_before_is_set_beside_a_fortnight_from_the_start_on():
    found = effect([9.0] * 3 + [6.0] * 14 + [4.0] * 20, 36)
    assert (found.before.days_logged, found.after.days_logged) == (14, 14)
    assert found.before.pain_average == pytest.approx((3 * 9 + 11 * 6) / 14)
    assert found.after.pain_average == pytest.approx((3 * 6 + 11 * 4) / 14)
    assert (found.after.over.first, found.after.over.last) == (day(14), day(27))


def test_thin_stretches_are_shown_with_their_counts():
    found = effect([None] * 11 + [6.0] * 3 + [5.0, None, 4.0], 16)
    assert (found.before.days_logged, found.before.pain_average) == (3, 6)
    assert (found.after.days_logged, found.after.pain_average, found.after.over.last) == (2, 4.5, day(16))
    assert effect([None] * 14 + [5.0], 14).before.pain_average is None


def test_how_far_down_the_leg_is_compared_leg_by_leg():
    moving = daily([at_level(number, 6 if number < 14 else 4) for number in range(28)])
    found = effects(moving, [GLIDES], day(27))[0]
    assert (found.before.level[Side.LEFT], found.after.level[Side.LEFT]) == (6, 4)
    assert (found.before.level[Side.RIGHT], found.after.level[Side.RIGHT]) == (None, None)


def reaction(after, as_of=None, before=(3.0,) * 14, treatment=GLIDES):
    pains = [*before, *after]
    found = reactions(daily(in_pain(pains).entries), [treatment], day(len(pains) - 1 if as_of is None else as_of))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("worse_days", "age"),
    [
        (1, ReactionAge.FIRST_48_HOURS),
        (3, ReactionAge.FIRST_48_HOURS),
        (4, ReactionAge.TO_7_DAYS),
        (8, ReactionAge.TO_7_DAYS),
        (9, ReactionAge.BEYOND_7_DAYS),
        (28, ReactionAge.BEYOND_7_DAYS),
    ],
)
def test_a_worsening_has_three_ages(worse_days, age):
    found = reaction([5.0] * worse_days)
    assert (found.age, found.first, found.points) == (age, day(14), 2)


@pytest.mark.parametrize(
    "after",
    [
        [4.9] * 3,  # not 2 points worse
        [6.0] * 3 + [3.0],  # over
        [6.0] + [3.0] * 8 + [6.0],  # over, and another bad day
        [3.0] * 8 + [7.0],  # began more than 7 days after the start
        [6.0] * 30,  # started more than 28 days ago
    ],
)
def test_what_is_no_worsening_after_a_start(after):
    assert reaction(after) is None


def test_a_worsening_is_not_told_from_old_entries_or_too_few_before():
    assert reaction([6.0], as_of=17) is not None
    assert reaction([6.0], as_of=18) is None
    assert reaction([6.0], before=[3.0] * 6 + [None] * 8) is None
    assert reaction([6.0], before=[None] * 7 + [3.0] * 7) is not None


@pytest.mark.parametrize(("kind", "counts"), [(Kind.NUMBNESS, True), (Kind.WEAKNESS, True), (Kind.TINGLING, False)])
def test_new_numbness_or_weakness_counts_without_more_pain(kind, counts):
    usual = [at_level(number, 4) for number in range(14)]
    since = [entry(14 + n, *marks("left_thigh_outer"), *marks("left_sole", kind=kind)) for n in range(3)]
    found = reactions(daily([*usual, *since]), [GLIDES], day(16))
    assert [one.new for one in found] == ([(kind,)] if counts else [])
    known = [replace(one, symptoms=(*one.marks, *marks("left_heel", kind=kind))) for one in usual]
    assert reactions(daily([*known, *since]), [GLIDES], day(16)) == ()


def test_the_newest_treatment_comes_first():
    older = replace(GLIDES, name="Rest", started_on=day(13))
    found = reactions(daily(in_pain([3.0] * 13 + [6.0] * 4).entries), [older, GLIDES], day(16))
    assert [one.treatment.name for one in found] == ["Nerve glides", "Rest"]
    assert PLACE_AT_LEVEL["left"][0] is None
