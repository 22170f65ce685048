"""The stage is said only from an onset somebody gave, or one that the diary saw."""

from datetime import date, timedelta

import pytest
from diaries import at_level, day, in_pain, moment
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.onset import answer, onset, stage, stage_after
from journal.analysis.progress import compute
from journal.analysis.results import Stage
from journal.domain.onset import Onset, Precision
from journal.domain.records import Records
from journal.exchange.results import progress_json
from journal.report.content import build
from journal.wording import onset as words
from tests import strategies

ANSWERED = moment(400)


def began(on, precision, at=ANSWERED):
    return Onset(answered_at=at, began_on=on, precision=precision)


def test_the_latest_answer_counts_and_not_sure_is_none():
    first, second = began(day(0), "day", moment(10)), began(day(5), "month", moment(11))
    assert onset(Records()) is None
    assert onset(Records(onsets=(first, second))) is second
    assert onset(Records(onsets=(first, began(None, "unknown")))) is None


def test_another_answer_takes_the_place_of_the_one_before():
    first = answer(Records(), moment(10), day(0), Precision.DAY)
    records = Records(onsets=(first,))
    assert records.saving(answer(records, moment(11), None, Precision.UNKNOWN)).onsets == (
        Onset(id=first.id, answered_at=moment(11), precision="unknown"),
    )


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, Stage.ACUTE), (41, Stage.ACUTE), (42, Stage.SUBACUTE), (84, Stage.SUBACUTE), (85, Stage.CHRONIC)],
)
def test_weeks_since_a_day_that_was_given_have_their_stage(days, expected):
    assert stage(began(day(400 - days), "day"), day(400)) is expected


def test_a_month_or_year_has_a_stage_only_where_each_of_its_days_has_it():
    march = began(date(2026, 3, 20), "month", moment(50))  # answered on 21 April
    assert stage(march, date(2026, 4, 5)) is Stage.ACUTE
    assert stage(march, date(2026, 4, 21)) is None, "1 March is over 6 weeks ago, 31 March is not"
    assert stage(march, date(2026, 5, 20)) is Stage.SUBACUTE
    assert stage(march, date(2026, 6, 1)) is None
    assert stage(march, date(2026, 7, 1)) is Stage.CHRONIC
    assert stage(began(date(2026, 1, 1), "year"), date(2026, 12, 1)) is None
    assert stage(began(date(2025, 1, 1), "year"), date(2026, 3, 27)) is Stage.CHRONIC


@given(strategies.onsets, st.integers(0, 2000), st.data())
def test_a_stage_is_never_told_that_one_of_the_possible_days_has_not(found, later, data):
    as_of = found.day + timedelta(days=later)
    told = stage(found, as_of)
    if found.began_on is None:
        assert told is None
        return
    on = data.draw(st.dates(found.began_on, found.latest))
    assert told in (None, stage_after((as_of - on).days / 7))
    if found.precision is Precision.DAY:
        assert told is not None
    words.since(found, as_of)


@pytest.mark.parametrize(
    ("on", "precision", "text"),
    [
        (date(2026, 3, 20), "day", "Pain since 20 Mar 2026 (2 weeks), acute (under 6 weeks)"),
        (date(2025, 2, 20), "day", "Pain since 20 Feb 2025 (13 months), chronic (over 12 weeks)"),
        (date(2025, 2, 1), "month", "Pain since about February 2025 (14 months), chronic (over 12 weeks)"),
        (date(2022, 2, 1), "month", "Pain since about February 2022 (4 years), chronic (over 12 weeks)"),
        (date(2026, 4, 1), "month", "Pain since about April 2026 (this month), acute (under 6 weeks)"),
        (date(2026, 2, 1), "month", "Pain since about February 2026 (2 months)"),
        (date(2025, 1, 1), "year", "Pain since about 2025, chronic (over 12 weeks)"),
        (date(2026, 1, 1), "year", "Pain since about 2026"),
    ],
)
def test_it_is_told_no_more_exactly_than_it_was_said(on, precision, text):
    at = moment(33)
    assert words.since(began(on, precision, at), date(2026, 4, 5)) == text


def said(records, as_of):
    """The page's and the JSON's words about time."""
    progress = compute(records, as_of)
    return build(progress).course, progress_json(progress)


def test_one_entry_never_says_acute():
    course, told = said(Records(entries=(at_level(0, 6),)), day(0))
    assert course == "Pain in this journal since 2 Mar 2026"
    assert told["onset"] is None
    assert told["episodes"][0]["sentence"] == (
        "Pain has been in this journal since 2 Mar 2026, for less than a week; it may have begun earlier."
    )


def test_an_onset_that_was_given_is_told_with_its_stage():
    records = Records(entries=(at_level(0, 6),), onsets=(began(date(2025, 3, 9), "month", moment(0)),))
    course, told = said(records, day(0))
    assert course == "Pain since about March 2025 (12 months), chronic (over 12 weeks)"
    assert told["onset"] == {"began_on": "2025-03-01", "precision": "month"}
    assert told["episodes"][0]["sentence"] == f"{course}. In this journal since 2 Mar 2026."
    assert said(records, day(-1))[1]["onset"] is None, "as it stood before it was said"


def test_a_return_of_pain_seen_later_than_the_answer_has_its_own_beginning():
    pains = [5.0, *[0.0] * 40, 5.0, 5.0]
    earlier, later = (began(date(2025, 3, 1), "day", moment(at)) for at in (0, 42))
    entries = in_pain(pains).entries
    assert said(Records(entries=entries), day(42))[0].startswith("Pain since 12 Apr 2026: less than a week, acute")
    assert said(Records(entries=entries, onsets=(earlier,)), day(42))[0].startswith("Pain since 12 Apr 2026: ")
    assert said(Records(entries=entries, onsets=(later,)), day(42))[0].startswith("Pain since 1 Mar 2025 (13 months)")


def test_pain_in_the_journal_before_the_onset_that_was_given_is_told():
    records = Records(entries=(at_level(0, 6), at_level(9, 6)), onsets=(began(day(5), "day", moment(9)),))
    assert said(records, day(9))[1]["episodes"][0]["sentence"] == (
        "Pain since 7 Mar 2026 (less than a week), acute (under 6 weeks)."
        " This journal has earlier pain, since 2 Mar 2026."
    )


def test_an_episode_that_is_over_has_no_stage():
    records = Records(entries=in_pain([5.0, *[0.0] * 40]).entries, onsets=(began(day(-100), "day", moment(0)),))
    assert "acute" not in said(records, day(40))[0] and "chronic" not in said(records, day(40))[0]
