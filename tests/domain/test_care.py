"""Movements tried, appointments, and doses taken."""

import pytest
from diaries import marks, moment

from journal.domain.appointment import Appointment
from journal.domain.body import Side
from journal.domain.entry import Kind, Symptom
from journal.domain.errors import InvalidRecord
from journal.domain.movement import MovementResult, MovementTry
from journal.domain.treatment import TreatmentEvent


def tried(before, after, **more):
    return MovementTry(tried_at=moment(0), movement="Press-up", before=before, after=after, **more)


@pytest.mark.parametrize(
    ("before", "after", "left", "right"),
    [
        (marks("right_calf_upper"), marks("right_thigh_outer"), None, MovementResult.UP),
        (marks("right_thigh_outer"), marks("right_calf_upper"), None, MovementResult.DOWN),
        (marks("right_calf_upper"), marks("right_calf_lower", intensity=2), None, MovementResult.NO_CHANGE),
        (marks("right_calf_upper"), (), None, MovementResult.UP),
        ((), marks("left_sole"), MovementResult.DOWN, None),
        # pain that leaves the right leg for the middle of the back has not gone down the left one
        (marks("right_calf_upper"), marks("sacrum"), None, MovementResult.UP),
        (marks("sacrum"), marks("left_knee_back"), MovementResult.DOWN, None),
        (marks("sacrum"), marks("low_back_centre"), None, None),
        (
            marks("left_heel", "right_heel"),
            marks("left_heel", "right_hip"),
            MovementResult.NO_CHANGE,
            MovementResult.UP,
        ),
        # numbness alone is not pain, and the saddle has no level
        (marks("left_sole", kind=Kind.NUMBNESS), (), None, None),
        (marks("saddle"), (), None, None),
        ((), (), None, None),
    ],
)
def test_where_the_pain_of_each_leg_went_is_read_off_the_marks(before, after, left, right):
    found = tried(before, after)
    assert (found.result(Side.LEFT), found.result(Side.RIGHT)) == (left, right)


def test_the_strongest_pain_before_and_after_is_told_apart():
    found = tried(marks("left_sole", intensity=7), marks("left_hip", intensity=3))
    assert (found.strongest_pain("before"), found.strongest_pain("after")) == (7, 3)
    assert tried((), ()).strongest_pain("before") == 0


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: MovementTry(tried_at=moment(0), movement=" "), "movement"),
        (lambda: MovementTry(tried_at=moment(0).replace(tzinfo=None), movement="x"), "tried_at"),
        (lambda: MovementTry(tried_at=moment(0), movement="x", repetitions=0), "repetitions"),
        (lambda: MovementTry(tried_at=moment(0), movement="x", before=(1,)), "before"),
        (lambda: tried((), (Symptom("sacrum", Kind.PAIN, 1), Symptom("sacrum", Kind.PAIN, 2))), "after"),
        (lambda: Appointment(starts_at="tomorrow"), "starts_at"),
        (lambda: Appointment(starts_at=moment(0), questions=("", "why?")), "questions"),
        (lambda: TreatmentEvent(done_at=moment(0), treatment="ibuprofen"), "treatment"),
        (lambda: TreatmentEvent(done_at=moment(0), treatment=TreatmentEvent.__name__, dose=3), "treatment"),
    ],
)
def test_what_is_no_record_is_refused_by_its_field(make, field):
    with pytest.raises(InvalidRecord) as error:
        make()
    assert error.value.field == field
    assert f"“{field}”" in str(error.value)


def test_a_question_is_asked_once():
    found = Appointment(starts_at=moment(0), questions=("Why?", "How long?", "Why?"))
    assert found.questions == ("Why?", "How long?")
