"""A history on the command line: what is open is listed, a map is filled in, and whatever comes twice is there once."""

import json
from dataclasses import replace

import pytest

from journal.storage.journal_settings import IMPORT_ANSWERS
from journal.storage.repository import Repository
from tests.exchange.importers import samples
from tests.exchange.importers.test_importers import NOT_OURS

OTHERS = pytest.mark.parametrize(("name", "make"), NOT_OURS, ids=[make.__name__ for _name, make in NOT_OURS])


@pytest.fixture
def file(tmp_path):
    def write(make, days=5):
        file = tmp_path / f"{make.__name__}.export"
        file.write_bytes(make(days).data)
        return file

    return write


def entries(path):
    with Repository.open(path, read_only=True) as journal:
        return journal.records().entries


def filled(found):
    """The map with every open question answered, as a person would in an editor."""
    answers = found["answers"]
    names = {name: said if said != [] else ["left_shin"] for name, said in answers.get("names", {}).items()}
    more = {"zone": "Europe/Berlin", "side": "left", "date_order": "dmy", "yes": 5}
    return {**found, "answers": {**answers, **{key: more[key] for key in more if key in answers}, "names": names}}


@OTHERS
def test_what_is_open_is_listed_and_a_map_that_was_filled_in_brings_everything(
    command, path, file, tmp_path, name, make
):
    export, to_fill = file(make), tmp_path / "map.json"
    shown = command("import", export, "--dry-run", "--map-template", to_fill)
    *asked, last = shown.out.splitlines()
    assert last == str(to_fill)
    found = json.loads(to_fill.read_text(encoding="utf-8"))
    assert found["format"] == name and found["open"] == asked
    assert not path.exists()
    if asked:
        refused = command("import", export)
        assert refused.code == 1 and asked[0] in refused.err and "--map-template" in refused.err
        assert not path.exists()
    to_fill.write_text(json.dumps(filled(found)), encoding="utf-8")
    would = command("import", export, "--map", to_fill, "--dry-run").out
    assert not path.exists()
    taken = command("import", export, "--map", to_fill)
    assert taken.code == 0 and would.split()[0] == taken.out.split()[0] != "0"
    again = command("import", export)
    assert again.code == 0, "the answers are remembered"
    assert again.out.startswith("0 records taken in.")


@OTHERS
def test_a_later_export_adds_only_what_is_new_also_after_an_entry_was_changed_or_deleted(
    command, path, file, tmp_path, name, make
):
    answers = tmp_path / "map.json"
    command("import", file(make, 3), "--dry-run", "--map-template", answers)
    answers.write_text(json.dumps(filled(json.loads(answers.read_text("utf-8")))), encoding="utf-8")
    assert command("import", file(make, 3), "--map", answers).code == 0
    first = entries(path)
    with Repository.open(path) as journal:
        journal.save(replace(first[0], note="changed by hand"))
        journal.delete(first[1].id)
    assert command("import", file(make, 6)).code == 1, "a choice that is not made changes nothing"
    assert len(entries(path)) == len(first) - 1
    assert command("import", file(make, 6), "--on-conflict", "keep").code == 0
    whole = entries(path)
    assert len({entry.id for entry in whole}) == len(whole) == len({(e.recorded_at, e.scope) for e in whole})
    assert first[1].id in {entry.id for entry in whole}
    assert "changed by hand" in {entry.note for entry in whole}
    assert command("import", file(make, 6), "--on-conflict", "keep").out.startswith("0 records taken in.")
    assert entries(path) == whole


def test_answers_are_kept_by_format(command, path, file):
    assert command("import", file(samples.own_table), "--zone", "Europe/London").code == 0
    with Repository.open(path, read_only=True) as journal:
        kept = journal.setting(IMPORT_ANSWERS)
    assert kept["table"]["answers"]["zone"] == "Europe/London"
    refused = command("import", file(samples.wide))
    assert refused.code == 1 and "time zone" not in refused.err, "the zone is known, the side is not"
    assert command("import", file(samples.pain_diary)).code == 1, "another format begins anew"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--zone", "Nowhere/X"], 1, "Nowhere/X"),
        (["--side", "up"], 2, "--side"),
        (["--date-order", "dym"], 2, "--date-order"),
        (["--format", "unknown"], 2, "--format"),
        (["--format", "flaredown", "--zone", "Europe/London"], 1, "Flaredown"),
        (["--map-template", "x.json"], 2, "--dry-run"),
        (["--map", "missing.json"], 1, "missing.json"),
    ],
)
def test_what_cannot_be_is_refused_with_its_exit_code_and_nothing_is_begun(command, path, file, arguments, code, told):
    refused = command("import", file(samples.own_table), *arguments)
    assert refused.code == code and told in refused.err
    assert not path.exists()
