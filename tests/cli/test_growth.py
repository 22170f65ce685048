"""How commands grow with the journal: what `add` reads is near the new entry, and finds the same signs."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis import redflags
from journal.analysis.redflag_rules import NEW_AFTER_DAYS, REACH_DAYS
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.movement import MovementTry
from journal.domain.records import Records
from journal.storage.repository import Repository

PLACES = ("left_calf_upper", "right_calf_upper", "left_buttock_lower", "right_buttock_lower", "sacrum", "left_heel")
START = datetime(2026, 1, 1, 12, tzinfo=UTC)

marks = st.lists(
    st.builds(
        Symptom,
        st.sampled_from(PLACES),
        st.sampled_from([Kind.PAIN, Kind.NUMBNESS, Kind.WEAKNESS]),
        st.integers(1, 10),
    ),
    max_size=3,
    unique_by=lambda mark: (mark.region, mark.kind),
).map(tuple)
times = st.integers(0, 24 * 90).map(lambda hours: START + timedelta(hours=hours))
entries = st.builds(lambda at, felt: Entry(recorded_at=at, scope=Scope.NOW, symptoms=felt), times, marks)
tries = st.builds(
    lambda at, before, after: MovementTry(tried_at=at, movement="bend", before=before, after=after), times, marks, marks
)


@given(st.lists(entries, max_size=25), st.lists(tries, max_size=4), entries)
def test_what_is_near_a_new_entry_raises_the_same_signs_as_the_whole_journal(old, tried, new):
    whole = Records().saving(*old, *tried)
    first, last = (
        new.recorded_at - timedelta(days=REACH_DAYS),
        new.recorded_at + timedelta(days=NEW_AFTER_DAYS + REACH_DAYS),
    )
    near = replace(
        whole,
        entries=tuple(one for one in whole.entries if first <= one.recorded_at <= last),
        movement_tries=tuple(one for one in whole.movement_tries if first <= one.tried_at <= last),
    )
    assert redflags.newly_raised(near, near.saving(new)) == redflags.newly_raised(whole, whole.saving(new))


def test_add_reads_what_is_near_and_not_the_journal(command, path, monkeypatch):
    with Repository.open(path) as journal:
        far = [Entry(recorded_at=START + timedelta(days=day), scope=Scope.NOW) for day in range(0, 400, 10)]
        journal.save(*far)
        found = journal.near(START + timedelta(days=95), START + timedelta(days=121))
        assert [one.recorded_at for one in found.entries] == [START + timedelta(days=day) for day in (100, 110, 120)]

    def refuse(_journal):
        raise AssertionError("the whole journal was read")

    monkeypatch.setattr(Repository, "records", refuse)
    assert command("add", "--at", "2026-06-01", "--mark", "left_calf_upper:pain:4").code == 0


@pytest.mark.parametrize("lead", [0, 3, 14])
def test_a_sign_that_an_added_entry_raises_is_said_whatever_came_between(command, lead):
    command("add", "--at", "2026-01-01", "--mark", "left_calf_upper:pain:4")
    at = f"2026-01-{1 + lead:02}"
    said = command("add", "--at", at, "--mark", "right_calf_upper:weakness:8", warns=True)
    assert "weak" in said.err.lower()
