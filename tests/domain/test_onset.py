"""When the pain began: no more exact than the person is, and never after they said so."""

from datetime import date, datetime

import pytest
from diaries import day, moment
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import InvalidRecord
from journal.domain.onset import Onset, Precision
from journal.domain.records import Records
from tests import strategies


def began(on, precision, at=None):
    return Onset(answered_at=at or moment(20), began_on=on, precision=precision)


def test_a_month_is_its_first_day_and_a_year_its_first_of_january():
    assert began(date(2025, 3, 14), "day").began_on == date(2025, 3, 14)
    assert began(date(2025, 3, 14), "month").began_on == date(2025, 3, 1)
    assert began(date(2025, 3, 14), "year").began_on == date(2025, 1, 1)
    assert began(None, "unknown").began_on is None


def test_the_last_day_it_can_have_been_is_never_after_the_answer():
    assert began(date(2024, 2, 1), "month").latest == date(2024, 2, 29)
    assert began(date(2025, 12, 1), "month").latest == date(2025, 12, 31)
    assert began(date(2025, 1, 1), "year").latest == date(2025, 12, 31)
    assert began(day(20), "month").latest == began(day(20), "year").latest == day(20)


@given(strategies.onsets)
def test_what_is_known_is_a_stretch_of_days_up_to_the_answer(onset):
    if onset.precision is Precision.UNKNOWN:
        assert onset.began_on is onset.latest is None
    else:
        assert onset.began_on <= onset.latest <= onset.day


@given(strategies.moments, strategies.days, st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR]))
def test_a_beginning_still_to_come_is_refused(at, on, precision):
    if on <= at.date():
        assert began(on, precision, at).began_on <= on
    elif precision is Precision.DAY:
        with pytest.raises(InvalidRecord, match="after the day it was answered on"):
            began(on, precision, at)


def test_an_answer_belongs_to_the_day_it_was_given_on():
    answer = began(day(3), "day")
    assert answer.day == day(20)
    assert Records(onsets=(answer,)).until(day(19)) == Records()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("answered_at", datetime(2026, 3, 2, 20)),
        ("began_on", moment(0)),
        ("began_on", None),
        ("began_on", date(1066, 10, 14)),
        ("precision", "week"),
        ("precision", None),
        ("id", "x"),
    ],
)
def test_anything_else_is_refused_by_name(field, value):
    values = {"answered_at": moment(5), "began_on": day(0), "precision": "day"} | {field: value}
    with pytest.raises(InvalidRecord) as refused:
        Onset(**values)
    assert refused.value.field == field
    assert str(refused.value).endswith(".")


def test_not_sure_has_no_day():
    with pytest.raises(InvalidRecord, match="precision"):
        began(day(0), "unknown")
