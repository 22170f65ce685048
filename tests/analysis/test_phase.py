"""The article's phases, condition by condition; anything not noted cannot speak for a phase."""

from dataclasses import replace

import pytest
from diaries import at_level, day, entry, in_pain, marks, moment

from journal.analysis.progress import compute
from journal.analysis.results import PhaseFigure, PhaseReason, PhaseState
from journal.domain.entry import Kind
from journal.domain.function import ActivityRating
from journal.domain.records import Records
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.strength import StrengthTest
from journal.wording import phase as phases


def rated(*rows):
    return tuple(ActivityRating(rated_at=moment(at), activity="Walk", ability=ability) for at, ability in rows)


def raised(*rows):
    return tuple(StrengthTest(tested_at=moment(at), leg=leg, heel_raises=count) for at, leg, count in rows)


def phase(records, as_of=27, **others):
    return compute(replace(records, **others), day(as_of)).phase


def pain(then, now, **figures):
    return in_pain([then] * 14 + [now] * 14, **figures)


BETTER = {"activity_ratings": rated((0, 3.0), (27, 5.0))}


@pytest.mark.parametrize(
    ("records", "number"),
    [
        (pain(6.0, 6.0, sleep_disturbed=4), 1),
        (pain(6.0, 8.0, sleep_disturbed=4), 1),
        (pain(6.0, 4.5, sleep_disturbed=4), 1),
        (pain(6.0, 6.0, sleep_disturbed=3), None),
        (pain(6.0, 6.0), None),
        (pain(6.0, 4.2, sleep_disturbed=8), None),  # down by 30 %, not by 2 points
    ],
)
def test_phase_one_is_pain_with_disturbed_nights(records, number):
    assert phase(records).number == number


@pytest.mark.parametrize(("ability", "number"), [(4.9, 1), (5.0, None)])
def test_phase_one_is_pain_with_low_function(ability, number):
    assert phase(pain(6.0, 6.0), activity_ratings=rated((27, ability))).number == number


@pytest.mark.parametrize(
    ("then", "now", "number"),
    [(6.0, 4.0, 2), (5.1, 3.1, 2), (6.0, 4.1, None), (7.0, 5.0, None), (6.7, 4.7, 2), (3.0, 1.1, None)],
)
def test_phase_two_needs_two_points_and_thirty_percent(then, now, number):
    assert phase(pain(then, now), **BETTER).number == number


@pytest.mark.parametrize(("after", "number"), [(5.0, 2), (4.9, None)])
def test_phase_two_needs_two_points_of_function(after, number):
    assert phase(pain(6.0, 3.0), activity_ratings=rated((0, 3.0), (27, after))).number == number


def test_phase_two_or_more_days_without_pain():
    assert phase(in_pain([6.0] * 14 + [3.0] * 13 + [0.0])).number == 2
    assert phase(pain(6.0, 3.0)).number is None


def test_no_phase_two_while_a_leg_moves_clearly_down():
    down = [at_level(n, 2 if n < 14 else 6, pain_average=6 if n < 14 else 3, pain_worst=6) for n in range(28)]
    found = phase(Records(tuple(down)), **BETTER)
    assert found.state is PhaseState.MIXED
    assert PhaseReason.MOVING_DOWN in found.reasons


def numb(then, now):
    return Records(
        tuple(
            entry(
                n,
                *marks("left_thigh_outer"),
                *(
                    marks("left_sole", kind=Kind.NUMBNESS, intensity=value)
                    if (value := then if n < 14 else now)
                    else ()
                ),
                pain_average=6 if n < 14 else 3,
            )
            for n in range(28)
        )
    )


@pytest.mark.parametrize(("then", "now", "number"), [(10, 7, 3), (10, 8, 2), (0, 0, 2), (0, 3, 2), (4, 0, 3)])
def test_phase_three_is_phase_two_with_less_numbness(then, now, number):
    assert phase(numb(then, now), **BETTER).number == number


@pytest.mark.parametrize(("count", "number"), [(11, 2), (12, 3)])
def test_or_with_more_strength(count, number):
    tests = raised((0, "left", 5), (27, "left", count))
    assert phase(pain(6.0, 3.0), **BETTER, strength_tests=tests).number == number


WELL = {
    "activity_ratings": rated((0, 3.0), (27, 9.0)),
    "strength_tests": raised((26, "left", 16), (26, "right", 20)),
}


def calm(level=1, worst=1.0):
    return Records(
        tuple(
            at_level(n, 6 if n < 14 else level, intensity=1, pain_average=6 if n < 14 else worst, pain_worst=worst)
            for n in range(28)
        )
    )


def numb_in_the_centre(records):
    *before, last = records.entries
    return Records((*before, replace(last, symptoms=(*last.marks, *marks("sacrum", kind="numbness")))))


def test_phase_four_is_all_at_rest():
    assert phase(calm(), **WELL).number == 4
    assert phase(calm(worst=0.0, level=0), **WELL).number == 4


@pytest.mark.parametrize(
    ("records", "changes"),
    [
        (calm(worst=1.1), {}),
        (calm(level=2), {}),
        (numb_in_the_centre(calm()), {}),
        (calm(), {"activity_ratings": rated((27, 8.9))}),
        (calm(), {"activity_ratings": rated((10, 9.0))}),
        (calm(), {"strength_tests": raised((26, "left", 15), (26, "right", 20))}),
        (calm(), {"strength_tests": raised((26, "left", 20))}),
        (calm(), {"strength_tests": raised((5, "left", 20), (5, "right", 20))}),
        (calm(), {"strength_tests": raised((26, "left", 0), (26, "right", 0))}),
    ],
)
def test_phase_four_needs_every_sign_noted_and_at_rest(records, changes):
    assert phase(records, **(WELL | changes)).number != 4


def test_no_phase_from_too_few_days():
    assert phase(in_pain([6.0] * 14 + [None] * 7 + [3.0] * 7)).state is PhaseState.NOT_ENOUGH
    assert phase(in_pain([6.0] * 14), 13).state is PhaseState.NOT_ENOUGH
    assert phase(in_pain([6.0] * 14 + [None] * 6 + [3.0] * 8)).state is not PhaseState.NOT_ENOUGH


def test_an_open_red_flag_hides_the_phase():
    check = RedFlagCheck(checked_at=moment(20), signs=(RedFlag.FEVER,))
    found = phase(calm(), **WELL, red_flag_checks=(check,))
    assert (found.state, found.number) == (PhaseState.HIDDEN, None)
    later = RedFlagCheck(checked_at=moment(21))
    assert phase(calm(), **WELL, red_flag_checks=(check, later)).number == 4


def test_a_missing_figure_is_asked_for_and_nothing_is_said_about_the_signs():
    unrated = phase(pain(6.0, 3.0))
    assert (unrated.state, unrated.missing) == (PhaseState.MISSING, (PhaseFigure.FUNCTION_TWICE,))
    said = phases.sentence(unrated)
    assert "weekly check" in said and "different ways" not in said
    steady = phase(pain(6.0, 6.0))
    assert (steady.state, steady.missing) == (PhaseState.MISSING, (PhaseFigure.SLEEP, PhaseFigure.FUNCTION))


def test_with_every_figure_there_the_signs_may_point_different_ways():
    found = phase(pain(6.0, 6.0, sleep_disturbed=0), activity_ratings=rated((0, 8.0), (27, 8.0)))
    assert found.state is PhaseState.MIXED


def test_a_leg_at_rest_says_what_phase_four_still_needs():
    unrated = phase(calm(), strength_tests=WELL["strength_tests"])
    assert (unrated.state, unrated.missing) == (PhaseState.MISSING, (PhaseFigure.FUNCTION,))
    untested = phase(calm(), activity_ratings=rated((27, 9.0)))
    assert (untested.state, untested.missing) == (PhaseState.MISSING, (PhaseFigure.HEEL_RAISES,))
    better = phase(calm(), activity_ratings=rated((0, 5.0), (27, 9.0)))
    assert better.number == 2, "the highest phase that holds"
