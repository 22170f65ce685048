"""add, list, import, export."""

import json
import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from journal import i18n, paths, sample
from journal.domain.entry import Entry, Symptom
from journal.domain.records import Records
from journal.domain.redflag import RedFlagCheck
from journal.domain.strength import StrengthTest
from journal.exchange.importers.answers import to_json
from journal.exchange.json_file import write_records
from journal.storage.backup import found
from journal.storage.repository import Repository
from journal.ui.preferences import COUNTRY, Preferences
from journal.wording.help_lines import ANYWHERE
from tests.exchange.importers import samples

ROOT = Path(__file__).parents[2]
RECORDS = sample.generate(date(2026, 5, 1))
STORY = write_records(RECORDS)
COUNT = len(RECORDS)


@pytest.fixture
def story(tmp_path):
    file = tmp_path / "story.json"
    file.write_text(STORY, encoding="utf-8")
    return file


def test_an_entry_added_is_listed(command):
    added = command(
        "add", "--scope", "day", "--at", "2026-03-01T20:30+01:00", "--mark", "left_calf_upper:pain:4:sharp+burning",
        "--mark", "left_sole:numbness:2", "--pain-worst", "4.5", "--activity", "walking", "--note", "a bad\nday",
    )  # fmt: skip
    assert added.code == 0
    assert command("list").out == (
        "2026-03-01  20:30  Whole day  Left calf, upper: pain 4, sharp, burning; Left sole: numbness 2  “a bad day”\n"
    )
    [entry] = json.loads(command("list", "--json").out)
    assert entry["id"] == added.out.strip()
    assert entry["recorded_at"] == "2026-03-01T20:30:00+01:00" and entry["note"] == "a bad\nday"
    assert entry["pain_worst"] == 4.5 and entry["pain_average"] is None
    assert entry["symptoms"][0]["qualities"] == ["sharp", "burning"]


def test_a_mark_that_raises_an_urgent_sign_is_saved_and_says_what_to_do(command):
    added = command("add", "--at", "2026-03-01T20:30+01:00", "--mark", "saddle:numbness:3", warns=True)
    assert added.code == 0
    assert [entry["id"] for entry in json.loads(command("list", "--json").out)] == [added.out.strip()]
    assert added.err.startswith("Was this looked at?"), "it is of last March"
    assert command("add", "--mark", "left_shin:pain:3").code == 0
    [flag] = json.loads(command("progress", "--json").out)["red_flags"]
    assert (flag["sign"], flag["since"], flag["old"]) == ("saddle_numbness", "2026-03-01", True)


@pytest.mark.parametrize("country", ["GB", ""])
def test_an_urgent_sign_of_today_names_the_number_to_call(command, country):
    paths.settings_file().parent.mkdir(parents=True)
    preferences = Preferences(paths.settings_file())
    preferences.set_value(COUNTRY, country or ANYWHERE)
    preferences.sync()
    added = command("add", "--mark", "saddle:numbness:3", warns=True)
    number = "999" if country else "112 or your local number"
    assert added.err.startswith(f"Get emergency help now: call {number}")
    assert number in command("progress").out
    [flag] = json.loads(command("progress", "--json").out)["red_flags"]
    assert (flag["tier"], flag["old"]) == ("emergency", False) and number in flag["sentence"]


def test_an_imported_home_test_that_fails_in_one_leg_is_told(command, tmp_path):
    test = StrengthTest(tested_at=datetime.now().astimezone(), leg="left", big_toe_lift="none")
    file = tmp_path / "other.json"
    file.write_text(write_records(Records(strength_tests=(test,))), encoding="utf-8")
    taken = command("import", str(file), warns=True)
    assert taken.err.startswith("Be seen by a clinician today.") and "home test" in taken.err


def test_an_imported_sign_is_told_with_the_number_also_after_an_earlier_answer(command, path, tmp_path):
    now = datetime.now().astimezone()
    saddle = Symptom("saddle", "numbness", 3)
    mark = Entry(recorded_at=now - timedelta(days=2), scope="now", symptoms=(saddle,))
    file = tmp_path / "other.json"
    file.write_text(write_records(Records(entries=(mark,))), encoding="utf-8")
    with Repository.open(path) as journal:
        journal.save(RedFlagCheck(checked_at=now - timedelta(days=1)))
    taken = command("import", str(file), warns=True)
    assert taken.code == 0 and "Get emergency help now: call" in taken.err
    [flag] = json.loads(command("progress", "--json").out)["red_flags"]
    assert flag["sign"] == "saddle_numbness"


def test_an_entry_without_a_mark_says_no_symptoms_and_now(command):
    assert command("add").code == 0
    assert "Right now  No symptoms" in command("list").out
    [entry] = json.loads(command("list", "--json").out)
    assert entry["recorded_at"][:10] == date.today().isoformat()


@pytest.mark.parametrize(
    ("told", "symptoms", "line"),
    [
        (["--pain-worst", "7", "--pain-average", "4"], None, "Pain rated 7 of 10, place not given"),
        (["--pain-average", "2.5"], None, "Pain rated 2.5 of 10, place not given"),
        (["--pain-worst", "0"], None, "Place not given"),
        (["--sleep-hours", "7"], None, "Place not given"),
        (["--note", "rested"], None, "Place not given  “rested”"),
        (["--relief", "heat"], None, "Place not given"),
        (["--no-symptoms"], [], "No symptoms"),
        (["--no-symptoms", "--pain-worst", "0", "--note", "rested"], [], "No symptoms  “rested”"),
        (["--scope", "day"], [], "No symptoms"),
    ],
)
def test_figures_alone_say_nothing_about_places_unless_no_symptoms_is_said(command, told, symptoms, line):
    assert command("add", *told).code == 0
    assert command("list").out.endswith(f"  {line}\n")
    [entry] = json.loads(command("list", "--json").out)
    assert entry["symptoms"] == symptoms


def test_a_pain_rated_beside_numbness_alone_has_its_marks_and_no_place(command):
    command("add", "--mark", "left_sole:numbness:2", "--pain-worst", "6")
    assert command("list").out.endswith("  Left sole: numbness 2; Pain rated 6 of 10, place not given\n")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (["--no-symptoms", "--mark", "left_sole:pain:4"], "--no-symptoms and --mark cannot both be so."),
        (["--no-symptoms", "--pain-average", "1"], "--no-symptoms and a pain rated above 0 cannot both be so."),
        (["--pain-worst", "3", "--pain-average", "4"], "--pain-worst is below --pain-average."),
    ],
)
def test_what_cannot_all_be_so_is_refused_in_a_sentence(command, path, told, sentence):
    refused = command("add", *told)
    assert refused.code == 2 and sentence in refused.err
    assert not path.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ["--mark", "left_elbow:pain:4"],
        ["--mark", "left_sole:itch:4"],
        ["--mark", "left_sole:pain:11"],
        ["--mark", "left_sole:pain"],
        ["--mark", "left_sole:pain:4:loud"],
        ["--mark", "left_sole:pain:4", "--mark", "left_sole:pain:5"],
        ["--at", "yesterday"],
        ["--at", "1066-10-14T09:00"],
        ["--scope", "week"],
        ["--pain-worst", "11"],
        ["--pain-worst", "nan"],
        ["--walking-minutes", "9" * 30],
        ["--note", "\udc80"],
        ["--never-heard-of"],
    ],
)
def test_wrong_usage_is_2_and_begins_no_journal(command, path, wrong):
    assert command("add", *wrong).code == 2
    assert not path.exists()


def test_every_region_can_be_looked_up(command):
    assert command("add", "--regions").out.count("\n") == 57


def test_a_list_of_some_days(command):
    for day in ("2026-03-01", "2026-03-02", "2026-03-03"):
        command("add", "--at", day)
    assert len(json.loads(command("list", "--json", "--from", "2026-03-02", "--to", "2026-03-02").out)) == 1
    assert command("list", "--from", "2027-01-01").out == "No entries in these days.\n"
    assert command("list", "--from", "2027-01-01", "--to", "2026-01-01").code == 2
    assert command("list", "--from", "soon").code == 2


@pytest.mark.parametrize("reading", [["list"], ["progress"], ["check"], ["export", "-o", "x.json"], ["backup"]])
def test_reading_begins_no_journal(command, path, reading):
    outcome = command(*reading)
    assert outcome.code == 1 and "no journal" in outcome.err
    assert list(path.parent.iterdir()) == []


def test_without_a_path_the_journal_is_in_the_persons_own_data_folder(command, tmp_path):
    assert "There is no journal" in command("list", journal=None).err
    assert not (tmp_path / "home").exists()
    assert command("add", "--note", "hello", journal=None).code == 0
    assert "hello" in command("list", journal=None).out
    assert list((tmp_path / "home").rglob("journal.sqlite"))


def test_a_terminal_cannot_be_tricked_by_a_note(command):
    command("add", "--note", "\x1b[31mred\x07")
    assert "\x1b" not in command("list").out and "\x07" not in command("list").out


def test_importing_twice_changes_nothing(command, path, story):
    first = command("import", story)
    assert first.code == 0 and first.out == f"{COUNT} records taken in.\n"
    before = path.read_bytes()
    assert command("import", story).out == f"0 records taken in. {COUNT} were there already.\n"
    assert path.read_bytes() == before
    assert found(path) == (), "nothing to back up before, nothing changed after"


def test_export_import_export_gives_the_same_file(command, path, story, tmp_path):
    command("import", story)
    for name in ("a.json", "a.zip"):
        assert command("export", "-o", tmp_path / name).code == 0
        other = tmp_path / f"{name}.sqlite"
        assert command("import", tmp_path / name, journal=other).code == 0
        assert command("export", "-o", tmp_path / f"b{name}", journal=other).code == 0
        assert (tmp_path / f"b{name}").read_bytes() == (tmp_path / name).read_bytes()
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == STORY


def test_a_dry_run_changes_nothing(command, path, story):
    assert command("import", "--dry-run", story).out == f"{COUNT} records would be taken in.\n"
    assert not path.exists()


def test_a_dry_run_asks_about_no_treatment_that_only_lasts_longer_in_another_export(command, tmp_path):
    whole = samples.bearable(25)
    header, *rows = whole.data.splitlines(keepends=True)
    (tmp_path / "whole.csv").write_bytes(whole.data)
    (tmp_path / "later.csv").write_bytes(header + b"".join(rows[50:]))
    (tmp_path / "map.json").write_text(json.dumps(to_json(whole.answers)), encoding="utf-8")
    mapped = ("--map", tmp_path / "map.json")
    assert command("import", tmp_path / "later.csv", *mapped).code == 0
    told = command("import", tmp_path / "whole.csv", *mapped, "--dry-run").out
    assert "differ" not in told and ": here" not in told
    assert told.partition(" would")[0] == command("import", tmp_path / "whole.csv", *mapped).out.partition(" taken")[0]


def test_a_record_changed_on_both_sides_is_asked_about(command, path, story):
    command("import", story)
    changed = json.loads(STORY)
    changed["entries"][3]["note"] = "edited elsewhere"
    changed["entries"] = changed["entries"][:5]
    story.write_text(json.dumps(changed), encoding="utf-8")
    before = path.read_bytes()
    refused = command("import", story)
    assert refused.code == 1 and f"entry of {i18n.day(RECORDS.entries[3].day)}" in refused.err
    shown = command("import", story, "--dry-run").out
    assert 'note: here "' in shown and 'in the file "edited elsewhere"' in shown
    assert path.read_bytes() == before
    assert command("import", story, "--on-conflict", "keep").code == 0
    assert "edited elsewhere" not in command("list").out
    assert command("import", story, "--on-conflict", "replace").code == 0
    assert "edited elsewhere" in command("list").out
    [backup] = found(path)
    assert "edited elsewhere" not in command("list", journal=backup.path).out


BROKEN = {
    "cut short": STORY[: len(STORY) // 2],
    "wrong types": STORY.replace('"pain_average": ', '"pain_average": "much", "x": ', 1),
    "unknown region": STORY.replace("right_calf_upper", "right_elbow", 1),
    "intensity 11": STORY.replace('"intensity": 6', '"intensity": 11', 1),
    "intensity true": STORY.replace('"intensity": 6', '"intensity": true', 1),
    "no offset": STORY.replace("+01:00", "", 1),
    "nan": STORY.replace('"intensity": 6', '"intensity": NaN', 1),
    "huge": STORY.replace('"intensity": 6', '"intensity": ' + "9" * 5000, 1),
    "deep": "[" * 100_000,
    "not json": "Dear doctor",
    "empty": "",
    "newer": STORY.replace('"version": 1', '"version": 2', 1),
    "surrogate": STORY.replace('"note": ""', '"note": "\\ud800"', 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_changes_nothing(command, path, tmp_path, name):
    assert name in ("deep", "not json", "empty") or BROKEN[name] != STORY
    command("add")
    before = path.read_bytes()
    (tmp_path / "broken.json").write_text(BROKEN[name], encoding="utf-8")
    assert command("import", tmp_path / "broken.json").code == 1
    assert path.read_bytes() == before
    assert command("import", tmp_path / "broken.json", journal=tmp_path / "new.sqlite").code == 1
    assert not (tmp_path / "new.sqlite").exists()


def test_places_that_are_no_files_are_told(command, path, tmp_path):
    command("add")
    assert command("import", tmp_path).code == 1
    assert command("import", tmp_path / "gone.json").code == 1
    assert command("import", path).code == 1
    assert command("export", "-o", tmp_path).code == 1
    assert command("export", "-o", tmp_path / "gone" / "a.json").code == 1
    assert command("list", journal=tmp_path).code == 1
    assert command("list", journal=tmp_path / "gone" / "a.sqlite").code == 1
    assert command("add", journal=tmp_path / "gone" / "deeper" / "a.sqlite").code == 1


def test_the_journal_itself_is_never_an_output(command, tmp_path):
    journal = tmp_path / "journal.json"
    command("add", journal=journal)
    before = journal.read_bytes()
    for output in (["export", "-o", journal], ["backup", "-o", journal]):
        assert command(*output, journal=journal).code == 1
    assert journal.read_bytes() == before


def test_the_demo_is_read_and_gone_afterwards(command, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert len(json.loads(command("--demo", "list", "--json", journal=None).out)) > 60
    assert command("--demo", "add", journal=None).code == 2
    assert command("--demo", "list").code == 2, "with a journal of one's own"
    assert not list(tmp_path.glob("sciatica*"))


def test_a_passphrase_comes_from_the_first_line_of_a_file(command, path, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("my long phrase\nand something else\n")
    command("--passphrase-file", secret, "add", "--note", "XYZZY")
    assert b"XYZZY" not in path.read_bytes()
    assert "XYZZY" in command("--passphrase-file", secret, "list").out
    assert "protected with a passphrase" in command("list").err
    secret.write_text("my wrong phrase\n")
    assert "does not open" in command("--passphrase-file", secret, "list").err
    assert command("--passphrase-file", tmp_path / "gone", "list").code == 1
    assert command("--passphrase-file", tmp_path, "list").code == 1


@pytest.mark.usefixtures("cheap_keys")
@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_an_import_asks_for_the_passphrase_once(command, path, story, monkeypatch, more):
    with Repository.open(path, passphrase="my long phrase"):
        pass
    asked = []
    monkeypatch.setattr("journal.cli.context.on_terminal", lambda: True)
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda text="": asked.append(text) or "my long phrase")
    assert str(COUNT) in command("import", story, *more).out
    assert len(asked) == 1


def test_an_unforeseen_error_quotes_no_text_of_the_journal(command, path, monkeypatch):
    command("add")

    def fail(_self):
        raise RuntimeError("XYZZY-PRIVATE")

    monkeypatch.setattr("journal.storage.repository.Repository.records", fail)
    outcome = command("list")
    assert outcome.code == 1 and "RuntimeError" in outcome.err and "XYZZY" not in outcome.err


def test_main_py_runs_from_any_folder_and_says_when_there_is_no_screen(tmp_path):
    def start(*arguments, **environment):
        kept = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
        kept["MPLCONFIGDIR"] = os.environ["MPLCONFIGDIR"]
        return subprocess.run(
            [sys.executable, ROOT / "main.py", *arguments],
            cwd=tmp_path, env=kept | environment, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip

    assert start("--demo", "list").returncode == 0
    assert start("--journal", "j.sqlite", "add", "--note", "naïve", LC_ALL="C").returncode == 0
    assert start("--journal", "j.sqlite", "report", "-o", "page.pdf").returncode == 0
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    if sys.platform == "linux":
        for environment in ({}, {"DISPLAY": ":987"}):
            none = start(**environment)
            assert none.returncode == 1 and "progress, chart" in none.stderr and "Traceback" not in none.stderr
            assert none.stdout == "" and none.stderr.count("\n") == 1
