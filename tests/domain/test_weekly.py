"""What a weekly check becomes when it is saved."""

import pytest
from diaries import moment

from journal.domain.body import Side
from journal.domain.errors import InvalidRecord
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.strength import HomeTest, LimitedBy, StrengthTest
from journal.domain.weekly import TestAnswer, WeeklyAnswers

AT = moment(0)
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def legs_of(answers):
    return [record for record in answers.records(AT) if isinstance(record, StrengthTest)]


def test_nothing_answered_saves_nothing():
    assert WeeklyAnswers().records(AT) == ()


def test_each_leg_is_one_record_and_what_was_skipped_stays_unknown():
    answers = WeeklyAnswers(
        {(LEFT, HomeTest.HEEL_RAISES): TestAnswer(12), (RIGHT, HomeTest.TOE_WALK): TestAnswer("partly")},
        {"Tie my shoes": 4.0},
        (),
    )
    left, right = legs_of(answers)
    assert (left.leg, left.heel_raises, left.toe_walk) == (LEFT, 12, None)
    assert (right.leg, right.heel_raises, right.toe_walk) == (RIGHT, None, "partly")
    assert len(answers.records(AT)) == 4


@pytest.mark.parametrize(
    ("reasons", "kept"),
    [
        ([(5, None), ("no", None)], None),
        ([(5, LimitedBy.PAIN), ("no", None)], LimitedBy.PAIN),
        ([(5, LimitedBy.PAIN), ("no", LimitedBy.WEAKNESS)], LimitedBy.WEAKNESS),
        ([(5, None), (None, LimitedBy.NOT_TRIED)], None),
        ([(None, LimitedBy.NOT_TRIED), (None, LimitedBy.NOT_TRIED)], LimitedBy.NOT_TRIED),
    ],
)
def test_a_leg_keeps_one_reason_and_not_tried_only_if_nothing_was(reasons, kept):
    tests = zip((HomeTest.HEEL_RAISES, HomeTest.HEEL_WALK), reasons, strict=True)
    (record,) = legs_of(WeeklyAnswers({(LEFT, test): TestAnswer(*given) for test, given in tests}))
    assert record.limited_by is kept


def test_an_answer_of_no_signs_is_an_answer_and_none_is_not():
    assert [r.signs for r in WeeklyAnswers(signs=()).records(AT) if isinstance(r, RedFlagCheck)] == [()]
    assert WeeklyAnswers(signs=(RedFlag.FEVER,)).records(AT)[0].signs == (RedFlag.FEVER,)


def test_more_raises_than_the_cap_are_refused():
    with pytest.raises(InvalidRecord):
        WeeklyAnswers({(LEFT, HomeTest.HEEL_RAISES): TestAnswer(26)}).records(AT)
