"""Exchange files on the disk."""

import csv
import io
import json
import stat
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings

from journal.domain.errors import ImportRefused, JournalError
from journal.domain.records import Records
from journal.exchange import files
from journal.exchange.files import read_file, write_file
from journal.exchange.importers import own
from journal.exchange.json_file import to_json, write_records
from journal.exchange.zip_file import safe_cell
from journal.outfile import atomic_write
from tests import strategies

EMPTY = write_records(Records())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strategies.journals)
def test_a_zip_gives_back_every_record_and_its_tables_every_cell(tmp_path, records):
    path = tmp_path / "all.zip"
    write_file(path, records)
    assert read_file(path) == records
    with zipfile.ZipFile(path) as archive:
        text = archive.read("entries.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == [entry.id for entry in records.entries]
    for row, entry in zip(rows, records.entries, strict=True):
        note = row["note"]
        assert (note[1:] if note.startswith("'") else note) == entry.note
        assert row["places_said"] == str(entry.symptoms is not None)
        assert row["pain_worst"] == ("" if entry.pain_worst is None else str(to_json(entry)["pain_worst"]))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1"])
def test_no_cell_is_a_formula(text):
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["\n=1+1", "\r=1", "\t=1", "＝1+1", "＋1", "－1", "＠SUM(1)", "@SUM(1)"])
def test_no_cell_is_taken_for_a_formula_behind_a_line_feed_or_in_full_width(text):
    assert safe_cell(text) == "'" + text


def test_an_export_is_private_and_the_same_every_time(tmp_path):
    for name in ("a.json", "a.zip"):
        write_file(tmp_path / name, Records())
        first = (tmp_path / name).read_bytes()
        write_file(tmp_path / name, Records())
        assert (tmp_path / name).read_bytes() == first
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "a.zip"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.json"
    path.write_text("old")
    with pytest.raises(JournalError, match="disk is full"), atomic_write(path) as unfinished:
        unfinished.write_text("half")
        raise OSError(28, "No space left on device")
    with pytest.raises(ZeroDivisionError), atomic_write(path):
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("name", ["gone/a.json", "folder.json", "a.txt", "a", "x" * 300 + ".json", "nul\0.json"])
def test_a_place_that_takes_no_export_is_told(tmp_path, name):
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(JournalError) as caught:
        write_file(tmp_path / name, Records())
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff\xfeodd", "neither a table"),
        (EMPTY.encode().replace(b"entries", b"entr\xe9es"), "UTF-8"),
        (b"PK\x03\x04 but broken", "zip is damaged"),
        (b"\x00" * 100, "neither a table"),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path, data, problem):
    (tmp_path / "f.json").write_bytes(data)
    with pytest.raises(ImportRefused, match=problem):
        read_file(tmp_path / "f.json")


def test_marks_that_editors_put_at_the_start_do_no_harm(tmp_path):
    for encoding in ("utf-8-sig", "utf-16"):
        (tmp_path / "f.json").write_bytes(EMPTY.encode(encoding))
        assert read_file(tmp_path / "f.json") == Records()


def test_a_place_that_holds_no_file_is_told(tmp_path):
    for name, problem in {".": "folder", "gone": "no file", "gone/deeper": "no file", "nul\0": "not be read"}.items():
        with pytest.raises(ImportRefused, match=problem):
            read_file(tmp_path / name)


def test_a_file_larger_than_any_journal_is_refused(tmp_path, monkeypatch):
    for module in (files, own):
        monkeypatch.setattr(module, "LARGEST", 1000)
    (tmp_path / "big.json").write_text(EMPTY + " " * 1000)
    with pytest.raises(ImportRefused, match="larger than any journal"):
        read_file(tmp_path / "big.json")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("journal.json", "0" * 100_000)
    with pytest.raises(ImportRefused, match="holds more than any journal"):
        read_file(tmp_path / "bomb.zip")


def test_a_zip_of_something_else_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("photo.txt", "x")
    with pytest.raises(ImportRefused, match=r"no “journal\.json”"):
        read_file(tmp_path / "a.zip")


def test_the_file_says_what_it_is():
    assert json.loads(EMPTY)["format"] == "sciatica-journal"
