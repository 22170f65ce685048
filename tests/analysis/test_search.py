"""Finding again: what a person types finds what they wrote, and nothing they type breaks anything."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis.search import Search, SearchIndex, Unmarked, care, fold, spans, terms
from journal.domain.appointment import Appointment
from journal.domain.body import REGIONS, Side
from journal.domain.entry import Entry, Kind, Scope, Symptom
from journal.domain.movement import MovementTry
from journal.domain.records import Records
from journal.domain.treatment import Treatment, TreatmentEvent
from tests import strategies

AT = datetime(2026, 3, 1, 20, tzinfo=UTC)
RARE = "7c0b2f0e-5f0c-4f1e-9f51-6f7a4f0f7a11"


def an_entry(note="", **changes):
    return Entry(**({"recorded_at": AT, "scope": Scope.NOW, "note": note} | changes))


def found(search, *entries):
    return SearchIndex().find(entries, search)


def finds(words, note, **changes):
    return bool(found(Search(words), an_entry(note, **changes)))


def test_a_word_is_found_by_its_beginning_whatever_its_case_and_accents():
    assert finds("gard", "Gardening all afternoon")
    assert finds("CAFE", "im Café gesessen") and finds("café", "im Cafe gesessen")
    assert finds("fussweg", "der Fußweg")
    assert not finds("dening", "Gardening")
    assert not finds("walked", "walk")


def test_every_word_must_be_there_and_a_phrase_in_order():
    note = "Lying down helped, (walking) did not; pain-free by six"
    assert finds("helped walking", note) and not finds("helped sitting", note)
    assert finds('"lying down" six', note) and not finds('"down lying"', note)
    assert finds("walking)", note) and finds("pain-free", note) and finds("“walking”", note)


def test_scripts_without_spaces_are_found_anywhere():
    assert finds("坐骨", "昨天坐骨神经痛") and finds("神经", "昨天坐骨神经痛")


def test_no_symptoms_and_a_place_not_given_are_looked_for_apart():
    calf, numb = Symptom("left_calf_upper", Kind.PAIN, 4), Symptom("left_calf_upper", Kind.NUMBNESS, 4)
    marked, free, silent = an_entry(symptoms=(calf,)), an_entry(symptoms=()), an_entry("tired")
    rated, numb_and_rated = an_entry(pain_worst=3), an_entry(symptoms=(numb,), pain_worst=3)
    entries = (marked, free, silent, rated, numb_and_rated)
    assert found(Search(unmarked=Unmarked.NO_SYMPTOMS), *entries) == [free]
    assert found(Search(unmarked=Unmarked.NOT_GIVEN), *entries) == [silent, rated, numb_and_rated]
    assert found(Search(unmarked=Unmarked.NOT_GIVEN, kind=Kind.NUMBNESS), *entries) == [numb_and_rated]
    assert Search(unmarked=Unmarked.NOT_GIVEN).active


def test_tags_are_found_too():
    assert finds("shop", "", activities=("shopping",)) and finds("heat", "", reliefs=("heat",))
    assert not finds('"shopping heat"', "", activities=("shopping",), reliefs=("heat",))


def test_nothing_but_signs_leaves_nothing_out():
    for typed in ("", "  ", '"', "* ( ) - :", "\0", "'; --"):
        assert finds(typed, "anything")
        assert not Search(typed).active


def test_place_side_and_kind_must_hold_of_one_mark():
    calf = Symptom("left_calf_upper", Kind.PAIN, 4)
    sole = Symptom("right_sole", Kind.NUMBNESS, 3)
    entry = an_entry(symptoms=(calf, sole))
    assert found(Search(region="left_calf_upper", kind=Kind.PAIN), entry) == [entry]
    assert found(Search(level=7, side=Side.RIGHT), entry) == [entry]
    assert found(Search(side=Side.LEFT, kind=Kind.NUMBNESS), entry) == []
    assert found(Search(level=6, side=Side.RIGHT), entry) == []


def test_dates_are_the_local_ones_and_both_ends_count():
    entries = [an_entry(recorded_at=AT + timedelta(days=n)) for n in range(5)]
    first, last = entries[1].day, entries[3].day
    assert found(Search(first=first, last=last), *entries) == entries[1:4]
    assert found(Search(first=first), *entries) == entries[1:]
    assert found(Search(last=first), *entries) == entries[:2]


def test_an_index_finds_in_what_the_journal_holds_now():
    index = SearchIndex()
    old, new = an_entry("walked"), an_entry("walked again")
    assert index.find((old,), Search("walked")) == [old]
    assert index.find((old, new), Search("walked")) == [old, new]
    assert index.find((new,), Search("walked")) == [new]


@settings(max_examples=60, deadline=None)
@given(st.lists(strategies.entries, max_size=4), st.text(max_size=30), st.data())
def test_whatever_is_typed_finds_a_part_and_every_word_finds_its_own_entry(entries, typed, data):
    index = SearchIndex()
    some = index.find(entries, Search(typed))
    assert all(entry in entries for entry in some)
    for entry in entries:
        for word in terms(entry.note):
            assert entry in index.find(entries, Search(word))
    kind, region = data.draw(st.sampled_from(Kind)), data.draw(st.sampled_from(list(REGIONS)))
    marked = [entry for entry in entries if any((m.region, m.kind) == (region, kind) for m in entry.marks)]
    assert index.find(entries, Search(region=region, kind=kind)) == marked


@given(st.text(max_size=40), st.text(max_size=8))
def test_marked_spans_lie_inside_the_text(text, typed):
    ends = [0]
    for start, end in spans(text, terms(typed)):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


def test_found_words_are_marked_where_they_stand():
    note = "Über dem Café saß ich; cafe."
    assert [note[start:end] for start, end in spans(note, terms("cafe über"))] == ["Über", "Café", "cafe"]


@given(st.text())
def test_folding_a_folded_text_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_treatments_doses_tries_and_appointments_are_found_by_their_words():
    glides = Treatment(kind="exercise", name="Nerve glides", note="Shown by Björn", started_on=AT.date())
    records = Records(
        entries=(an_entry("glides"),),
        treatments=(glides,),
        treatment_events=(TreatmentEvent(done_at=AT, treatment=glides.id), TreatmentEvent(done_at=AT, treatment=RARE)),
        movement_tries=(MovementTry(tried_at=AT, movement="Press-up", note="after the glides"),),
        appointments=(Appointment(starts_at=AT, with_whom="Björn", questions=("How long?",), said="Press on"),),
    )
    assert len(care(records, "glides")) == 3
    assert care(records, "bjorn nerve").treatments == (glides,)
    assert care(records, "press").appointments and care(records, "press").movement_tries
    assert care(records, "how long bjorn").appointments == records.appointments
    assert len(care(records, "zebra")) == 0
    assert len(care(records, " ")) == len(records) - 1


@given(
    st.one_of(
        st.builds(Search, region=st.sampled_from(list(REGIONS))),
        st.builds(Search, level=st.integers(1, 7)),
        st.builds(Search, side=st.sampled_from(Side)),
        st.builds(Search, kind=st.sampled_from(Kind)),
    )
)
def test_an_entry_without_a_place_is_found_by_its_words_and_dates_never_by_a_place(search):
    rated = an_entry("gardening", pain_worst=7)
    assert rated.symptoms is None and not found(search, rated)
    assert found(Search("garden", first=AT.date()), rated) == [rated]
