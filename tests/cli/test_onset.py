"""onset: saying when the pain began, and reading it."""

import json
from datetime import date

import pytest


@pytest.mark.parametrize(
    ("said", "sentence", "began_on", "precision"),
    [
        ("2025-03-14", "This pain began on 14 Mar 2025.\n", "2025-03-14", "day"),
        ("2025-03", "This pain began about March 2025.\n", "2025-03-01", "month"),
        ("2025", "This pain began about 2025.\n", "2025-01-01", "year"),
    ],
)
def test_what_is_said_is_printed_and_in_the_progress(command, said, sentence, began_on, precision):
    assert command("onset", said).out == sentence
    assert command("onset").out == sentence
    assert json.loads(command("progress", "--json").out)["onset"] == {"began_on": began_on, "precision": precision}


def test_not_sure_is_an_answer_and_takes_the_place_of_the_one_before(command):
    command("onset", date.today().isoformat())
    assert command("onset", "not-sure").out == "You are not sure when this pain began.\n"
    assert command("onset").out == "You are not sure when this pain began.\n"
    assert json.loads(command("progress", "--json").out)["onset"] is None


def test_nothing_said_is_told(command):
    command("add")
    assert command("onset").out == "Nobody has said yet when this pain began.\n"


def test_it_comes_over_in_an_export(command, tmp_path):
    command("onset", "2025-03")
    for name in ("a.json", "a.zip"):
        command("export", "-o", tmp_path / name)
        other = tmp_path / f"{name}.sqlite"
        assert command("import", tmp_path / name, journal=other).out == "1 record taken in.\n"
        assert command("onset", journal=other).out == "This pain began about March 2025.\n"


@pytest.mark.parametrize("wrong", ["soon", "2025-13", "2025-02-30", "25", "1066", "2150", "2150-01-01", ""])
def test_wrong_usage_is_2_and_begins_no_journal(command, path, wrong):
    assert command("onset", wrong).code == 2
    assert not path.exists()
