"""An answer about a flare: one day, yes or no, and nothing else."""

from datetime import datetime

import pytest
from diaries import day, moment

from journal.domain.errors import InvalidRecord
from journal.domain.flare import FlareAnswer
from journal.domain.records import Records


def test_an_answer_belongs_to_the_day_it_was_given_on():
    answer = FlareAnswer(answered_at=moment(3), flare_on=day(1), confirmed=False)
    assert answer.day == day(3)
    assert Records(flare_answers=(answer,)).until(day(2)) == Records()
    assert len(Records(flare_answers=(answer,))) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("answered_at", datetime(2026, 3, 2, 20)),
        ("flare_on", moment(0)),
        ("confirmed", None),
        ("confirmed", 1),
        ("id", "x"),
    ],
)
def test_anything_else_is_refused_by_name(field, value):
    values = {"answered_at": moment(0), "flare_on": day(0), "confirmed": True} | {field: value}
    with pytest.raises(InvalidRecord) as refused:
        FlareAnswer(**values)
    assert refused.value.field == field
