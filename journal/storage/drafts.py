"""Unfinished check-ins as text, kept inside the journal so that they are as protected as what is finished."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from journal.domain.draft import Draft
from journal.domain.entry import Entry, Symptom

NEW, EDITING = "draft", "draft_of_edit"
"""The words of the journal that hold the draft of a new entry, and of a changed one."""


def key(*, editing: bool) -> str:
    """Return under which word a draft is kept: a new entry may wait while an older one is changed."""
    return EDITING if editing else NEW


def write(draft: Draft) -> str:
    """Return a draft as text."""
    values = {"entry": asdict(draft.entry), "timed": draft.timed}
    return json.dumps(values, ensure_ascii=False, default=datetime.isoformat)


def read(text: str | None, *, editing: bool) -> Draft | None:
    """Return the draft a text holds; None for no text, or one that another version wrote differently."""
    if text is None:
        return None
    try:
        found = json.loads(text)
        return Draft(_entry(found["entry"]), editing, bool(found["timed"]))
    except (ValueError, TypeError, KeyError):
        return None


def _entry(values: dict[str, Any]) -> Entry:
    marks = values["symptoms"]
    made = {
        "recorded_at": datetime.fromisoformat(values["recorded_at"]),
        "edited_at": None if values["edited_at"] is None else datetime.fromisoformat(values["edited_at"]),
        "symptoms": None if marks is None else tuple(Symptom(**mark) for mark in marks),
        "activities": tuple(values["activities"]),
        "reliefs": tuple(values["reliefs"]),
    }
    return Entry(**(values | made))
