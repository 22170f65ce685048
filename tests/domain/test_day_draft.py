"""A day written down afterwards: what was typed makes an entry of just that, or one sentence; kept, it is the same."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.day_draft import MOST, DayDraft
from journal.domain.entry import Kind, Scope, Symptom
from journal.domain.errors import InvalidRecord
from journal.storage import drafts

AT = datetime(2026, 3, 20, 20, tzinfo=UTC)
MARKS = st.sampled_from([None, (), (Symptom("left_shin", Kind.PAIN, 4), Symptom("saddle", Kind.NUMBNESS, 1))])
TYPED = st.one_of(
    st.just(""), st.integers(-3, 2000).map(str), st.floats(-2, 30).map("{:.1f}".format), st.text(max_size=8)
)
DRAFTS = st.builds(
    DayDraft,
    day=st.dates(date(1970, 1, 2), date(2100, 1, 1)),
    symptoms=MARKS,
    figures=st.dictionaries(st.sampled_from(list(MOST)), TYPED),
    activities=st.lists(st.text(min_size=1, max_size=12), max_size=3, unique=True).map(tuple),
)


@given(DRAFTS)
def test_kept_and_read_again_it_is_the_same(draft):
    assert drafts.read_days(json.loads(json.dumps(drafts.write_days((draft,))))) == (draft,)


@given(DRAFTS.filter(lambda draft: all(word.strip() for word in draft.activities)))
def test_whatever_was_typed_is_an_entry_of_just_that_or_a_sentence(draft):
    try:
        entry = draft.entry(AT)
    except InvalidRecord as error:
        assert error.field in (*MOST, "symptoms", "activities") and str(error)
        return
    assert (entry.scope, entry.symptoms, entry.recorded_at) == (Scope.DAY, draft.symptoms, AT)
    for name, most in MOST.items():
        typed = draft.figures.get(name, "").strip()
        value = getattr(entry, name)
        assert (value is None) == (not typed), "unknown is never a number, and a number never unknown"
        assert value is None or (0 <= value <= most and value == float(typed.replace(",", ".")))


@pytest.mark.parametrize("symptoms", [None, ()])
def test_saying_nothing_is_told_from_saying_no_symptoms(symptoms):
    assert DayDraft(day=AT.date(), symptoms=symptoms).says_nothing is (symptoms is None)
    assert not DayDraft(day=AT.date(), figures={"sleep_hours": "0"}).says_nothing
