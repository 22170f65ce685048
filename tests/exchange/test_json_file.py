"""The exchange file: nothing lost on the way out and in, and nothing taken in that is not whole."""

import copy
import json
import math
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.entry import Entry, Kind, Quality, Scope, Symptom
from journal.domain.errors import ImportRefused
from journal.domain.records import Records
from journal.exchange.json_file import read_records, write_records
from journal.exchange.merge import merge
from tests import strategies

ID = "0b6e6a52-2f6d-4a53-8f5c-0d5ff1a3c001"


def document(**changes):
    entry = {
        "id": ID,
        "recorded_at": "2026-03-01T20:30:00+01:00",
        "scope": "day",
        "symptoms": [{"region": "left_calf_upper", "kind": "pain", "intensity": 4, "qualities": ["sharp"]}],
        "pain_average": 3,
    }
    return {"format": "sciatica-journal", "version": 1, "entries": [entry | changes]}


def refusal(text):
    """Return why a text is refused, after checking that it is one sentence that can be printed anywhere."""
    with pytest.raises(ImportRefused) as caught:
        read_records(text)
    sentence = str(caught.value)
    assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 500
    sentence.encode()
    return sentence


@settings(max_examples=40, deadline=None)
@given(strategies.journals)
def test_what_is_written_is_read_back_the_same(records):
    text = write_records(records)
    assert read_records(text) == records
    assert write_records(read_records(text)) == text


def test_the_file_reads_as_the_format_says():
    text = write_records(read_records(json.dumps(document(pain_worst=4.5))))
    assert json.loads(text) == {
        "format": "sciatica-journal",
        "version": 1,
        "entries": [
            {
                "id": ID,
                "recorded_at": "2026-03-01T20:30:00+01:00",
                "scope": "day",
                "symptoms": [{"region": "left_calf_upper", "kind": "pain", "intensity": 4, "qualities": ["sharp"]}],
                "pain_average": 3,
                "pain_worst": 4.5,
                "sleep_hours": None,
                "sleep_disturbed": None,
                "sitting_minutes": None,
                "standing_minutes": None,
                "walking_minutes": None,
                "activities": [],
                "reliefs": [],
                "note": "",
            }
        ],
        "treatments": [],
        "strength_tests": [],
        "activity_ratings": [],
        "red_flag_checks": [],
    }
    assert '"pain_average": 3,' in text


def test_a_missing_key_or_null_is_unknown_and_never_zero():
    sparse = {"id": ID, "recorded_at": "2026-03-01T20:30:00Z", "scope": "now"}
    entry = Entry(id=ID, recorded_at=datetime.fromisoformat("2026-03-01T20:30:00+00:00"), scope=Scope.NOW)
    for item in (sparse, sparse | {"symptoms": None, "note": None, "pain_worst": None, "activities": None}):
        text = json.dumps({"format": "sciatica-journal", "version": 1, "entries": [item]})
        assert read_records(text).entries == (entry,)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"symptoms": None}, None),
        ({"symptoms": []}, ()),
        ({"symptoms": [], "pain_average": 0, "pain_worst": 0}, ()),
        ({"symptoms": [], "pain_average": 2}, None),
        ({"symptoms": [], "pain_worst": 0.5}, None),
        ({"symptoms": None, "pain_worst": 7}, None),
    ],
)
def test_no_symptoms_and_nothing_said_about_places_stay_apart_and_import_twice_as_the_same(changes, said):
    text = json.dumps(document(**{"pain_average": None} | changes))
    records = read_records(text)
    assert records.entries[0].symptoms == said
    written = write_records(records)
    assert json.loads(written)["entries"][0]["symptoms"] == (None if said is None else [])
    assert read_records(written) == records
    again = merge(records, read_records(text))
    assert (again.same, again.conflicts) == (1, ())


def test_nothing_said_and_no_symptoms_in_two_versions_are_asked_about():
    here, there = (read_records(json.dumps(document(symptoms=said, pain_average=0))) for said in (None, []))
    assert len(merge(here, there).conflicts) == 1


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"recorded_at": "2026-03-01T20:30:00"}, "entry 1: “recorded_at” has no UTC offset"),
        ({"recorded_at": "2026-03-01"}, "“recorded_at” has no UTC offset"),
        ({"recorded_at": "yesterday"}, "“recorded_at” is not a date and time"),
        ({"recorded_at": 1772393400}, "“recorded_at” is not a date and time"),
        ({"recorded_at": "1066-10-14T09:00:00Z"}, "“recorded_at” is outside the years"),
        ({"scope": "week"}, "“scope” is not one of"),
        ({"scope": None}, "“scope” is not one of"),
        ({"scope": []}, "“scope” is not one of"),
        ({"id": None}, "“id” is not a UUID"),
        ({"id": 7}, "“id” is not a UUID"),
        ({"symptoms": {}}, "“symptoms” is not a list"),
        ({"symptoms": [1]}, "symptom 1: not an object"),
        ({"pain_average": 11}, "“pain_average” is not from 0 to 10"),
        ({"pain_average": "3"}, "“pain_average” is not a number"),
        ({"pain_average": True}, "“pain_average” is not a number"),
        ({"pain_average": math.nan}, "“pain_average” is not a number"),
        ({"pain_average": math.inf}, "“pain_average” is not a number"),
        ({"pain_average": 10**400}, "“pain_average” is not a number"),
        ({"sleep_hours": 25}, "“sleep_hours” is not from 0 to 24"),
        ({"walking_minutes": 2.5}, "“walking_minutes” is not a whole number"),
        ({"activities": "walking"}, "“activities” is not a list"),
        ({"activities": [None]}, "“activities” is not a text"),
        ({"note": 5}, "“note” is not a text"),
        ({"note": "a\0b"}, "“note” holds characters that are no text"),
        ({"note": "\ud800"}, "“note” holds characters that are no text"),
        ({"mood": "fine"}, "“mood” is no key that this version knows"),
        ({"\ud800\n" * 99: 1}, "is no key that this version knows"),
    ],
)
def test_a_wrong_value_is_named_with_its_entry(changes, problem):
    assert problem in refusal(json.dumps(document(**changes)))


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"region": "elbow"}, "entry 1: symptom 1: “region” is not a place on the body map"),
        ({"region": []}, "“region” is not a place"),
        ({"kind": "itch"}, "“kind” is not one of"),
        ({"intensity": 11}, "“intensity” is not from 1 to 10"),
        ({"intensity": 0}, "“intensity” is not from 1 to 10"),
        ({"intensity": True}, "“intensity” is not a number"),
        ({"intensity": "4"}, "“intensity” is not a number"),
        ({"intensity": None}, "“intensity” is not a number"),
        ({"qualities": ["loud"]}, "“qualities” is not one of"),
        ({"side": "left"}, "“side” is no key"),
    ],
)
def test_a_wrong_mark_is_named_with_its_entry(changes, problem):
    mark = {"region": "left_calf_upper", "kind": "pain", "intensity": 4, "qualities": []} | changes
    assert problem in refusal(json.dumps(document(symptoms=[mark])))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("hello", "not JSON (line 1)"),
        (json.dumps(document())[:-30], "cut short or not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"entries": ' * 100_000, "nested too deeply"),
        ("[]", "not a Sciatica Journal file"),
        ("null", "not a Sciatica Journal file"),
        ("{}", "not a Sciatica Journal file"),
        (json.dumps({"format": "other", "version": 1}), "not a Sciatica Journal file"),
        (json.dumps({"format": "sciatica-journal"}), "“version”"),
        (json.dumps({"format": "sciatica-journal", "version": True}), "“version”"),
        (json.dumps({"format": "sciatica-journal", "version": "1"}), "“version”"),
        ('{"format": "sciatica-journal", "version": 1e400}', "“version”"),
        ('{"format": "sciatica-journal", "version": NaN}', "“version”"),
        (json.dumps({"format": "sciatica-journal", "version": 2}), "newer version"),
        (json.dumps({"format": "sciatica-journal", "version": 1, "entries": {}}), "“entries” is not a list"),
        (json.dumps({"format": "sciatica-journal", "version": 1, "moods": []}), "“moods” is no key"),
        ('{"format": "sciatica-journal", "version": 1, "version": 1}', "“version” is there twice"),
        ('{"format": "sciatica-journal", "version": 1, "entries": [{"id": "a", "id": "b"}]}', "“id” is there twice"),
        ('{"format": "sciatica-journal", "version": 1, "entries": [' + "9" * 5000 + "]}", "entry 1: not an object"),
    ],
)
def test_what_is_no_exchange_file_is_refused_in_one_sentence(text, problem):
    assert problem in refusal(text)


def test_the_first_problems_are_told_and_the_rest_counted():
    data = document()
    data["entries"] = [data["entries"][0] | {"pain_worst": n} for n in (11, 12, 13, 14, 15)]
    assert refusal(json.dumps(data)) == (
        "Nothing was taken in or changed: entry 1: “pain_worst” is not from 0 to 10; entry 2: “pain_worst” is not from "
        "0 to 10; entry 3: “pain_worst” is not from 0 to 10; and 2 more problems."
    )


def test_one_id_twice_in_a_file_is_refused():
    data = document()
    data["entries"] *= 2
    assert "entry 2: “id” is the same" in refusal(json.dumps(data))


@settings(max_examples=50, deadline=None)
@given(strategies.journals, st.data())
def test_a_spoilt_file_is_refused_or_still_whole(records, data):
    """Whatever one change does to a file: it is read without loss or refused, and nothing else ever happens."""
    tree = json.loads(write_records(records))
    spots = list(_spots(tree))
    holder, key = data.draw(st.sampled_from(spots))
    junk = data.draw(st.sampled_from([None, True, 0, -1, 11, 1e308, "", "x", "\ud800", [], {}, [[]], {"a": 1}, ID]))
    holder[key] = copy.deepcopy(junk)
    text = json.dumps(tree)
    if data.draw(st.booleans()):
        cut = data.draw(st.integers(0, len(text)))
        text = text[:cut] + data.draw(st.text(max_size=3)) + text[cut + data.draw(st.integers(0, 3)) :]
    try:
        found = read_records(text)
    except ImportRefused as error:
        assert str(error).endswith(".")
        str(error).encode()
    else:
        assert read_records(write_records(found)) == found


def _spots(tree):
    for key in tree if isinstance(tree, dict) else range(len(tree)):
        yield tree, key
        if isinstance(tree[key], dict | list):
            yield from _spots(tree[key])


def test_merging_doubles_nothing_and_reports_what_differs():
    at = datetime(2026, 3, 1, 20, tzinfo=timezone(timedelta(hours=1)))
    mark = Symptom("left_calf_upper", Kind.PAIN, 4, (Quality.SHARP,))
    kept, changed, new = (
        Entry(recorded_at=at + timedelta(days=n), scope=Scope.DAY, symptoms=(mark,)) for n in range(3)
    )
    other = Entry(id=changed.id, recorded_at=changed.recorded_at, scope=Scope.DAY, note="edited elsewhere")
    result = merge(Records(entries=(kept, changed)), Records(entries=(kept, other, new)))
    assert result.new == Records(entries=(new,))
    assert result.same == 1
    assert result.conflicts == ((changed, other),)


def test_the_same_moment_written_in_another_zone_is_a_conflict():
    """The day of an entry is its local date, so another offset is other content."""
    here = Entry(recorded_at=datetime(2026, 3, 1, 0, 30, tzinfo=timezone(timedelta(hours=1))), scope=Scope.DAY)
    there = Entry(id=here.id, recorded_at=datetime.fromisoformat("2026-02-28T23:30:00+00:00"), scope=Scope.DAY)
    assert here == there and len(merge(Records(entries=(here,)), Records(entries=(there,))).conflicts) == 1


def test_an_entry_says_when_it_was_changed_only_once_it_was():
    first = read_records(json.dumps(document()))
    assert "edited_at" not in write_records(first) and first.entries[0].edited_at is None
    changed = read_records(json.dumps(document(edited_at="2026-03-02T09:00:00+01:00")))
    assert changed.entries[0].edited_at == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert '"edited_at": "2026-03-02T09:00:00+01:00"' in write_records(changed)
    assert "edited_at" in refusal(json.dumps(document(edited_at="yesterday")))
    assert "offset" in refusal(json.dumps(document(edited_at="2026-03-02T09:00:00")))


def test_two_versions_that_differ_only_in_when_they_were_changed_ask_nothing():
    here = read_records(json.dumps(document(edited_at="2026-03-02T09:00:00+01:00")))
    there = read_records(json.dumps(document(edited_at="2026-03-05T09:00:00+01:00")))
    result = merge(here, there)
    assert (result.same, result.conflicts, len(result.new)) == (1, (), 0)


def test_an_id_of_two_kinds_is_refused_in_a_file_and_between_file_and_journal():
    treatment = {"id": ID, "kind": "exercise", "name": "walking", "started_on": "2026-03-01"}
    assert "same as that of another item" in refusal(json.dumps(document() | {"treatments": [treatment]}))
    alone = read_records(json.dumps({"format": "sciatica-journal", "version": 1, "treatments": [treatment]}))
    with pytest.raises(ImportRefused, match="another kind"):
        merge(read_records(json.dumps(document())), alone)


def test_a_file_with_very_many_keys_is_refused_at_once():
    """Twice as many take about twice as long: nobody compares each with all others."""

    def seconds(count):
        keys = ", ".join(f'"k{number}": 0' for number in range(count))
        text = f'{{"a": {{{keys}, "k7": 1}}}}'
        began = time.process_time()
        refusal(text)
        return time.process_time() - began

    seconds(1_000)
    assert min(seconds(60_000) for _ in range(3)) < 12 * min(seconds(15_000) for _ in range(3))
