"""What holds of urgent signs whatever a journal has in it."""

from datetime import datetime, time, timedelta, timezone

from diaries import day, entries, entry, journals, marks, mirrored
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.progress import compute
from journal.analysis.redflags import open_and_past, open_flags
from journal.domain.redflag import RedFlag, RedFlagCheck, Tier
from tests.analysis.test_redflags import SADDLE, WEAK, check, found, journal

good_days = st.lists(
    st.builds(lambda number, hour: entry(number, hour=hour), st.integers(0, 120), st.integers(8, 21)), max_size=40
)


@settings(max_examples=60, deadline=None)
@given(good_days, st.sampled_from([sign for sign in RedFlag if sign.tier is Tier.EMERGENCY]))
def test_no_sequence_of_good_days_hides_an_open_emergency_sign(calm, sign):
    (by_answer,) = open_flags(journal(*calm, check(0, sign, hour=7)), day(120))
    assert (by_answer.sign, by_answer.old) == (sign, False)
    assert found(entry(0, *SADDLE, hour=7), *calm, as_of=120) == {RedFlag.SADDLE_NUMBNESS}


HARMLESS = ("low_back_centre", "sacrum", "left_buttock_lower", "right_hip", "right_low_back", "left_groin")
harmless = st.lists(
    st.builds(
        lambda number, hour, region, intensity: entry(number, *marks(region, intensity=intensity), hour=hour),
        st.integers(-5, 80),
        st.integers(0, 23),
        st.sampled_from(HARMLESS),
        st.integers(1, 10),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(journals, harmless, st.integers(0, 80))
def test_pain_above_the_legs_neither_opens_nor_closes_a_sign(records, more, as_of):
    assert open_and_past(records.saving(*more), day(as_of)) == open_and_past(records, day(as_of))


@settings(max_examples=60, deadline=None)
@given(journals, st.integers(0, 80))
def test_left_and_right_are_alike(records, as_of):
    assert open_and_past(mirrored(records), day(as_of)) == open_and_past(records, day(as_of))


@settings(max_examples=60, deadline=None)
@given(journals, st.integers(0, 80))
def test_a_last_answer_of_none_leaves_nothing_open_and_all_of_it_in_the_past(records, as_of):
    records = records.until(day(as_of))
    last = datetime.combine(day(as_of), time(23, 59), timezone(timedelta(hours=-12)))
    opened, past = open_and_past(records.saving(RedFlagCheck(checked_at=last)), day(as_of))
    assert opened == ()
    assert {flag.sign for flag in open_flags(records, day(as_of))} <= {flag.sign for flag in past}


@settings(max_examples=25, deadline=None)
@given(st.lists(entries, max_size=12))
def test_whatever_is_written_later_only_an_answer_closes_a_sign(later):
    records = journal(entry(-2, *SADDLE, *WEAK), *later)
    opened = {flag.sign for flag in compute(records, day(80)).red_flags}
    assert {RedFlag.SADDLE_NUMBNESS, RedFlag.FOOT_DROP} <= opened
