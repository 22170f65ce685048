"""The made-up journal that `--demo` shows."""

import itertools
from datetime import date, timedelta

from journal import sample
from journal.analysis.progress import compute
from journal.analysis.results import Verdict
from journal.domain.body import Side
from journal.domain.entry import Kind, Scope
from journal.domain.records import KINDS, age

LAST = date(2026, 11, 22)
RECORDS = sample.generate(LAST)


def test_the_same_last_day_gives_the_same_journal():
    assert sample.generate(LAST) == RECORDS


def test_it_is_ten_weeks_ending_on_the_day_asked_for_with_days_left_out():
    days = {entry.day for entry in RECORDS.entries}
    assert max(days) == LAST and min(days) == LAST - timedelta(days=69)
    assert 50 <= len(days) < 70
    assert {entry.scope for entry in RECORDS.entries} == {Scope.NOW, Scope.DAY}


def test_the_right_leg_moves_up_and_the_left_has_nothing():
    legs = compute(RECORDS, LAST).legs
    assert legs[Side.RIGHT].headline.verdict in (Verdict.CLEARLY_UP, Verdict.PROBABLY_UP)
    assert legs[Side.RIGHT].longer.verdict is Verdict.CLEARLY_UP
    assert legs[Side.LEFT].headline.verdict is Verdict.NO_SYMPTOMS


def test_it_is_believable_and_not_a_straight_line():
    levels = [entry.distal_level(Side.RIGHT) for entry in RECORDS.entries]
    assert len(set(levels)) >= 5
    assert sum(later > sooner for sooner, later in itertools.pairwise(levels)) > 15


def test_every_page_finds_something_in_it():
    assert len(RECORDS.treatments) == 2
    assert len(RECORDS.strength_tests) == 20 and len(RECORDS.red_flag_checks) == 11
    assert len({rating.activity for rating in RECORDS.activity_ratings}) == 3
    assert not any(check.signs for check in RECORDS.red_flag_checks)
    assert sum(bool(entry.note) for entry in RECORDS.entries) > 12
    assert any(entry.strongest(Kind.NUMBNESS) for entry in RECORDS.entries[:10])
    assert not any(entry.strongest(Kind.NUMBNESS) for entry in RECORDS.entries[-10:])


def test_each_kind_is_oldest_first():
    for kind in KINDS:
        assert list(RECORDS.of(kind)) == sorted(RECORDS.of(kind), key=age)
