"""Movements collected, what goes with worse days, and the rhythm after a recovery."""

import random
from dataclasses import replace

import pytest
from diaries import at_level, day, entry, in_pain, marks, moment

from journal.analysis.aggravators import aggravators
from journal.analysis.daily import daily
from journal.analysis.movements import movements
from journal.analysis.progress import compute
from journal.analysis.results import DifferenceVerdict, MovementLeg
from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.domain.movement import MovementTry
from journal.domain.records import Records
from journal.domain.treatment import Treatment
from journal.wording import relapse_prevention as keeping_words
from journal.wording import treatments as treatment_words

UP = (marks("right_calf_upper"), marks("right_buttock_lower", intensity=3))
DOWN = (marks("right_thigh_outer"), marks("right_sole"))
SAME = (marks("right_knee_back"), marks("right_knee_back"))


def tries(movement, *pairs, first=0):
    return [
        MovementTry(tried_at=moment(first + number), movement=movement, before=before, after=after)
        for number, (before, after) in enumerate(pairs)
    ]


def test_tries_are_collected_by_movement_and_leg():
    done = [
        *tries("Press-up", UP, UP, SAME, UP, DOWN, (marks("left_sole"), marks("left_hip"))),
        *tries("bending  Forward", DOWN, first=2),
        *tries("Bending forward ", DOWN, SAME, first=4),
    ]
    first, second = movements(done)
    assert (first.movement, first.tries, first.first, first.last) == ("Press-up", 6, day(0), day(5))
    assert first.legs == {Side.LEFT: MovementLeg(1, 0, 0), Side.RIGHT: MovementLeg(3, 1, 1)}
    assert first.pain_before == 5 and first.pain_after == pytest.approx((3 * 3 + 3 * 5) / 6)
    assert (second.movement, second.tries) == ("Bending forward", 3)
    assert second.legs[Side.RIGHT] == MovementLeg(0, 2, 1)
    assert movements([]) == ()


def diary(days, effect=0.0, next_day=0.0, often=0.4, drift=0.0, seed=1):
    chance = random.Random(seed)
    before = False
    found = []
    for number in range(days):
        driven = chance.random() < (often if not drift else number / days)
        pain = 5 - drift * number / days + chance.gauss(0, 0.8) + effect * driven + next_day * before
        pain = max(1, min(10, round(pain)))
        found.append(at_level(number, 4, intensity=pain, pain_worst=pain, activities=("Driving",) if driven else ()))
        before = driven
    return found


def driving(entries):
    return aggravators(entries, daily(entries), entries[-1].day)[0]


def test_worse_days_with_an_activity_stand_out_with_counts_and_an_interval():
    found = driving(diary(60, effect=2))
    pain, level = found.same_day
    assert found.activity == "Driving"
    assert pain.verdict is DifferenceVerdict.MORE and level.verdict is DifferenceVerdict.NO_CLEAR
    assert pain.days_with == found.days_with and pain.days_with + pain.days_without == 60
    low, high = pain.interval
    assert 0 < low < pain.difference < high and 1 < pain.difference < 3


def test_what_comes_the_day_after_is_told_apart():
    found = driving(diary(80, next_day=2.5))
    assert found.same_day[0].verdict is DifferenceVerdict.NO_CLEAR
    assert found.next_day[0].verdict is DifferenceVerdict.MORE
    assert found.next_day[0].days_with + found.next_day[0].days_without == 79


def test_an_activity_that_grew_while_pain_fell_is_no_relief():
    found = driving(diary(100, drift=3)).same_day[0]
    assert found.mean_with < found.mean_without - 0.7
    assert found.verdict is DifferenceVerdict.NO_CLEAR


def test_the_next_day_is_the_calendar_day_after_if_it_was_logged():
    entries = [at_level(n, 4, activities=("lifting",) if n % 4 == 0 else ()) for n in range(0, 60, 2)]
    found = aggravators(entries, daily(entries), day(59))[0]
    assert (found.next_day[0].days_with, found.next_day[0].days_without) == (0, 0)
    assert found.next_day[0].verdict is DifferenceVerdict.NOT_ENOUGH and found.next_day[0].mean_with is None


@pytest.mark.parametrize(("with_it", "without", "enough"), [(8, 8, True), (7, 30, False), (30, 7, False)])
def test_below_eight_of_each_nothing_is_said(with_it, without, enough):
    entries = [
        at_level(number, 4, activities=("Sitting",) if number < with_it else ()) for number in range(with_it + without)
    ]
    found = driving(entries).same_day[0]
    assert (found.days_with, found.days_without) == (with_it, without)
    assert (found.verdict is DifferenceVerdict.NOT_ENOUGH) is not enough
    assert (found.interval is None) is not enough


def test_a_word_is_one_activity_however_it_is_written_and_entries_of_a_day_are_one_day():
    entries = [
        *(at_level(n, 4, activities=("Driving",)) for n in range(5)),
        *(at_level(n, 4, activities=("driving ",), hour=8) for n in range(5)),
    ]
    (found,) = aggravators(entries, daily(entries), day(4))
    assert found.days_with == 5 and found.same_day[0].days_without == 0


def test_what_is_older_than_half_a_year_does_not_count():
    entries = diary(20, effect=3)
    assert aggravators(entries, daily(entries), day(19 + 182)) == ()


GLIDES = Treatment(kind="exercise", name="Nerve glides", started_on=day(14), dose="10 times")


def recovered(*after, quiet_marks=()):
    days = [*(at_level(n, 5) for n in range(20)), *(entry(n, *quiet_marks) for n in range(20, 52))]
    return Records(entries=(*days, *after), treatments=(GLIDES,))


def test_once_recovered_one_check_in_a_week_is_enough():
    found = compute(recovered(), day(53)).relapse_prevention
    assert (found.last_pain, found.recovered_on) == (day(19), day(49))
    assert (found.next_check, found.due, found.signs) == (day(58), False, ())
    assert [item.name for item in found.exercises] == ["Nerve glides"]
    assert compute(recovered(), day(58)).relapse_prevention.due
    assert compute(recovered(), day(48)).relapse_prevention is None


def test_something_felt_again_is_told_early_and_calmly():
    again = at_level(60, 6, intensity=3)
    found = compute(recovered(again), day(62)).relapse_prevention
    assert [(sign.on, sign.pain, sign.level) for sign in found.signs] == [(day(60), 3, 6)]
    said = keeping_words.sentence(found)
    assert "often passes" in said and "lower leg" in said
    assert compute(recovered(again), day(74)).relapse_prevention.signs == ()


def test_a_recurrence_ends_the_lighter_rhythm():
    found = compute(recovered(at_level(60, 6), at_level(61, 6)), day(62))
    assert found.recurrence is not None and found.relapse_prevention is None


def test_numbness_that_lingers_is_no_early_sign_and_new_weakness_is_for_the_clinician():
    numb = marks("left_sole", kind=Kind.NUMBNESS, intensity=2)
    assert compute(recovered(entry(55, *numb), quiet_marks=numb), day(56)).relapse_prevention.signs == ()
    weak = entry(55, *marks("left_shin", kind=Kind.WEAKNESS))
    found = compute(recovered(weak), day(56)).relapse_prevention
    assert [sign.weakness for sign in found.signs] == [5]
    assert "clinician" in keeping_words.notice(found) and "often passes" not in keeping_words.notice(found)


def test_pain_that_grows_for_2_5_and_9_days_after_a_first_treatment_gets_three_different_sentences():
    said = []
    for grows in (2, 5, 9):
        pains = [3.0] * 14 + [min(10.0, 5.0 + number / 2) for number in range(grows + 1)]
        records = replace(in_pain(pains), treatments=(replace(GLIDES, name="First session"),))
        (reaction,) = compute(records, day(13 + grows + 1)).reactions
        said.append(treatment_words.reaction(reaction))
    assert "48 hours" in said[0] and "contact" not in said[0]
    assert "longer than most treatment reactions" in said[1] and "5 days" in said[1]
    assert "contact your clinician" in said[2] and "9 days" in said[2]
    assert len(set(said)) == 3 and not any("caused" in text for text in said)
