"""Episodes, recovery, recurrence and flares, and what an unlogged day must not do to them."""

from dataclasses import replace

import pytest
from diaries import at_level, day, in_pain, moment

from journal.analysis.daily import daily
from journal.analysis.episodes import ask_until, episodes, flares, recurrence
from journal.analysis.results import Stage
from journal.domain.entry import Entry
from journal.domain.flare import FlareAnswer


def course(pains, as_of=None):
    days = daily(in_pain(pains).entries)
    return days, episodes(days, day(len(pains) - 1 if as_of is None else as_of))


@pytest.mark.parametrize(("free", "ends"), [(29, False), (30, False), (31, True)])
def test_more_than_thirty_days_without_pain_end_an_episode(free, ends):
    _, (found,) = course([5.0] * 10 + [0.0] * free)
    assert found.started == day(0)
    assert found.ended == (day(9) if ends else None)
    assert found.recovered_on == (day(39) if ends else None)


@pytest.mark.parametrize(("logged", "ends"), [(7, False), (8, True)])
def test_eight_of_the_thirty_days_must_be_logged(logged, ends):
    _, (found,) = course([5.0] * 10 + [0.0] * logged + [None] * (40 - logged))
    assert (found.ended is not None) is ends


def test_eight_days_without_pain_may_come_later():
    _, (found,) = course([5.0] * 10 + [None] * 50 + [0.0] * 8)
    assert (found.ended, found.recovered_on) == (day(9), day(67))


def test_eight_free_days_prove_it_however_far_apart():
    _, (found,) = course([5.0] + [0.0 if number % 5 == 0 else None for number in range(200)])
    assert (found.ended, found.recovered_on) == (day(0), day(36))


def test_days_that_say_nothing_of_pain_prove_nothing():
    entries = [at_level(0, 4), *(Entry(recorded_at=moment(n), scope="day", sleep_hours=7) for n in range(1, 60))]
    (found,) = episodes(daily(entries), day(60))
    assert found.ended is None


def test_days_without_entries_end_nothing_and_are_told():
    _, (found,) = course([5.0] * 10 + [None] * 100 + [4.0])
    assert (found.started, found.ended, found.longest_gap) == (day(0), None, 100)


def test_pain_after_a_recovery_is_a_new_episode_with_a_seen_onset():
    days, found = course([5.0] * 10 + [0.0] * 35 + [3.0] * 5)
    assert [(one.started, one.ended, one.onset_seen) for one in found] == [
        (day(0), day(9), False),
        (day(45), None, True),
    ]
    back = recurrence(days, found)
    assert (back.on, back.after_days) == (day(45), 36)


def test_a_journal_that_begins_without_pain_has_seen_the_onset():
    assert course([0.0] * 30 + [5.0])[1][0].onset_seen
    assert not course([0.0] * 29 + [5.0])[1][0].onset_seen


@pytest.mark.parametrize(
    ("after", "comes_back"),
    [
        ([1.0] * 5, False),
        ([2.0], False),
        ([2.0, 0.0, 2.0], False),
        ([2.1, 0.0, 2.1], True),
        ([1.9, 1.9], False),
        ([5.0, 5.0], True),
    ],
)
def test_a_recurrence_is_pain_above_two_on_two_days(after, comes_back):
    days, found = course([5.0] * 10 + [0.0] * 35 + after)
    assert (recurrence(days, found) is not None) is comes_back


def test_no_pain_is_no_episode():
    assert course([0.0] * 50)[1] == ()
    assert episodes((), day(0)) == ()
    assert recurrence((), ()) is None


@pytest.mark.parametrize(
    ("length", "stage"),
    [(0, Stage.ACUTE), (41, Stage.ACUTE), (42, Stage.SUBACUTE), (84, Stage.SUBACUTE), (85, Stage.CHRONIC)],
)
def test_weeks_since_an_onset_that_was_seen_have_their_stage(length, stage):
    _, (found,) = course([0.0] * 30 + [5.0], as_of=30 + length)
    assert (found.weeks, found.stage) == (length / 7, stage)


def test_a_first_entry_is_no_onset():
    for length in (0, 41, 100):
        _, (found,) = course([5.0], as_of=length)
        assert found.stage is None


def flared(pains, *answers):
    return flares(daily(in_pain(pains).entries), answers)


@pytest.mark.parametrize(("worst", "flares_up"), [(4.9, False), (5.0, True), (9.0, True)])
def test_a_flare_is_two_above_the_usual(worst, flares_up):
    assert bool(flared([3.0] * 14 + [worst])) is flares_up


def test_a_flare_is_not_missed_by_the_last_bit_of_a_decimal():
    assert 5.1 - 3.1 < 2
    assert flared([3.1] * 14 + [5.1])


@pytest.mark.parametrize(("logged", "known"), [(6, False), (7, True)])
def test_the_usual_needs_seven_of_fourteen_days(logged, known):
    assert bool(flared([3.0] * logged + [None] * (14 - logged) + [8.0])) is known


def test_flaring_days_within_a_week_are_one_flare():
    (found,) = flared([3.0] * 14 + [7.0, None, None, 8.0, 3.0])
    assert (found.first, found.last, found.days_logged, found.worst, found.usual) == (day(14), day(17), 2, 8, 3)
    assert len(flared([3.0] * 14 + [7.0, *[3.0] * 6, 8.0])) == 1
    assert len(flared([3.0] * 14 + [7.0, *[3.0] * 7, 8.0])) == 2


def test_flares_are_asked_about_only_where_an_answer_helps():
    assert not flared([3.0] * 8 + [7.0])[0].asked, "not in the first two weeks"
    assert flared([3.0] * 14 + [7.0])[0].asked
    days = daily(in_pain([3.0] * 14 + [7.0]).entries)
    assert not flares(days, (), ask_until(True, None))[0].asked, "not while pain gets worse anyway"


def test_a_lasting_rise_becomes_the_usual():
    (found,) = flared([3.0] * 14 + [8.0] * 30)
    assert found.last < day(14 + 10)


def test_the_last_answer_about_a_flare_counts():
    pains = [3.0] * 14 + [7.0, 8.0]
    yes = FlareAnswer(answered_at=moment(20), flare_on=day(15), confirmed=True)
    no = replace(yes, answered_at=moment(21), flare_on=day(14), confirmed=False)
    elsewhere = replace(yes, flare_on=day(3))
    assert flared(pains)[0].confirmed is None
    assert flared(pains, elsewhere)[0].confirmed is None
    assert flared(pains, yes)[0].confirmed is True
    assert flared(pains, no, yes)[0].confirmed is False
