"""Whatever an entry can say can be said in the window and on the command line, and is told again."""

from dataclasses import fields

import pytest

from journal.cli.entries import add
from journal.domain.entry import Entry
from journal.wording import entries
from tests.ui.conftest import NOW

BESIDE = {"id", "recorded_at", "scope", "symptoms", "edited_at"}
SAID = {
    "pain_average": 3.0,
    "pain_worst": 5.0,
    "sleep_hours": 6.5,
    "sleep_disturbed": 2.0,
    "sitting_minutes": 120,
    "standing_minutes": 40,
    "walking_minutes": 30,
    "activities": ("driving",),
    "reliefs": ("heat",),
    "note": "a long day",
}


def test_each_column_of_an_entry_is_listed_here():
    assert {field.name for field in fields(Entry)} - BESIDE == set(SAID)


@pytest.mark.parametrize("name", SAID)
def test_a_column_is_asked_shown_and_told(window, name):
    entry = Entry(recorded_at=NOW, scope="day", **{name: SAID[name]})
    editor = window.page("check_in").editor
    editor.set_value(entry)
    assert getattr(editor.entry(NOW), name) == SAID[name], "the check-in has no field for it"
    assert name in {option.name for option in add.params}, "the command line has no option for it"
    assert entries.details(entry) or name == "note", "the journal page does not tell it"
