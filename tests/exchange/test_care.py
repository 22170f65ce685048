"""Doses, movements tried and appointments in files; and files from before there were any."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest
from diaries import marks, moment

from journal import sample
from journal.analysis.progress import compute
from journal.domain.appointment import Appointment
from journal.domain.errors import ImportRefused
from journal.domain.movement import MovementTry
from journal.domain.records import KINDS, Records
from journal.domain.treatment import Treatment, TreatmentEvent
from journal.exchange.files import write_file
from journal.exchange.json_file import LATER_KINDS, read_records, write_records
from journal.exchange.merge import merge
from journal.exchange.results import progress_json
from journal.storage.repository import Repository
from tests.storage import older

GLIDES = Treatment(kind="exercise", name="Glides", started_on=date(2026, 3, 2))
TRIED = MovementTry(
    tried_at=moment(3), movement="Press-up", repetitions=10, before=marks("left_sole"), after=marks("left_hip")
)
VISIT = Appointment(starts_at=moment(9), with_whom="Dr. Ng", questions=("Why?", "How long?"), said="Go on.\nCome back.")
RECORDS = Records(
    treatments=(GLIDES,),
    treatment_events=(TreatmentEvent(done_at=moment(4), treatment=GLIDES.id, dose="half"),),
    movement_tries=(TRIED,),
    appointments=(VISIT,),
)


def test_a_journal_without_later_kinds_reads_as_it_did_before_there_were_any():
    keys = set(json.loads(write_records(Records(treatments=(GLIDES,)))))
    assert keys == {
        "format",
        "version",
        "entries",
        "treatments",
        "strength_tests",
        "activity_ratings",
        "red_flag_checks",
    }
    assert read_records('{"format": "sciatica-journal", "version": 1, "entries": []}') == Records()
    assert set(json.loads(write_records(RECORDS))) - keys == {"treatment_events", "movement_tries", "appointments"}
    assert set(LATER_KINDS) == {kind.name for kind in KINDS} - keys


def test_they_come_back_from_a_file_as_they_were():
    assert read_records(write_records(RECORDS)) == RECORDS
    item = json.loads(write_records(RECORDS))["movement_tries"][0]
    assert list(item) == ["id", "tried_at", "movement", "repetitions", "before", "after", "note"]
    assert merge(RECORDS, read_records(write_records(RECORDS))).same == len(RECORDS) == 4


@pytest.mark.parametrize(
    ("kind", "key", "value", "told"),
    [
        ("movement_tries", "before", [{"region": "left_elbow", "kind": "pain", "intensity": 3}], "symptom 1"),
        ("movement_tries", "after", "sole", "“after” is not a list"),
        ("movement_tries", "movement", None, "“movement”"),
        ("movement_tries", "result", "up", "“result” is no key"),
        ("appointments", "questions", "Why?", "“questions” is not a list"),
        ("appointments", "id", None, "“id” is not a UUID"),
        ("treatment_events", "treatment", None, "“treatment” is not a UUID"),
        ("treatment_events", "done_at", "noon", "“done_at” is not a date and time"),
    ],
)
def test_a_bad_item_is_named_and_nothing_is_read(kind, key, value, told):
    document = json.loads(write_records(RECORDS))
    document[kind][0][key] = value
    with pytest.raises(ImportRefused, match=told):
        read_records(json.dumps(document))


def test_the_zip_has_their_tables(tmp_path):
    write_file(tmp_path / "all.zip", RECORDS)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:

        def table(name):
            return list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode("utf-8-sig"), newline="")))

        assert table("treatment_events")[0]["dose"] == "half"
        assert table("movement_tries")[0]["repetitions"] == "10"
        (mark,) = table("movement_symptoms_after")
        assert (mark["movement_try_id"], mark["region"]) == (TRIED.id, "left_hip")
        assert table("appointments")[0]["questions"] == "Why?\nHow long?"


def test_a_journal_of_an_older_version_opens_and_takes_them(tmp_path):
    path = tmp_path / "j.sqlite"
    older.write(path, 3)
    with Repository.open(path) as journal:
        journal.save(*RECORDS)
        assert journal.records() == RECORDS
        assert set(journal.delete(TRIED.id, VISIT.id)) == {TRIED, VISIT}
        assert len(journal.records()) == 2
        journal.save(TRIED, VISIT)
    with Repository.open(path) as journal:
        assert journal.records() == RECORDS


def test_the_sample_has_some_of_each_and_progress_tells_them():
    records = sample.generate(date(2026, 11, 22))
    told = progress_json(compute(records, date(2026, 11, 22)))
    assert records.treatment_events and records.appointments
    assert sum(row["tries"] for row in told["movements"]) == len(records.movement_tries) == 15
    assert {row["activity"] for row in told["aggravators"]} >= {"driving", "walking"}
    assert any(row["same_day"]["pain"]["interval"] for row in told["aggravators"])
    assert told["keeping_away"] is None
    assert "cause" not in json.dumps([told["movements"], told["aggravators"]])
