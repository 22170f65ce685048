"""Unfinished check-ins, days and weekly checks as JSON holds them, kept in the journal so that they are protected too.

What another version wrote differently raises ValueError, TypeError or KeyError.
"""

from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from journal.domain.draft import Draft
from journal.domain.entry import Entry, Symptom

if TYPE_CHECKING:
    from journal.domain.day_draft import DayDraft
    from journal.domain.weekly import WeeklyDraft

Json = dict[str, Any]


def write(draft: Draft) -> Json:
    """Return an unfinished check-in."""
    entry = {
        key: value.isoformat() if isinstance(value, datetime) else value for key, value in asdict(draft.entry).items()
    }
    return {"entry": entry, "timed": draft.timed}


def read_new(kept: Json) -> Draft:
    """Return the draft of a new entry."""
    return _read(kept, editing=False)


def read_edited(kept: Json) -> Draft:
    """Return the draft of a changed entry."""
    return _read(kept, editing=True)


def write_days(drafts: "tuple[DayDraft, ...]") -> list[Json]:
    """Return days that are being written down."""
    return [
        {
            "day": draft.day.isoformat(),
            "symptoms": None if draft.symptoms is None else [asdict(mark) for mark in draft.symptoms],
            "figures": dict(draft.figures),
            "activities": list(draft.activities),
        }
        for draft in drafts
    ]


def read_days(kept: list[Json]) -> "tuple[DayDraft, ...]":
    """Return the drafts of days."""
    from journal.domain.day_draft import DayDraft

    return tuple(
        DayDraft(
            day=date.fromisoformat(one["day"]),
            symptoms=_marks(one["symptoms"]),
            figures={str(name): str(typed) for name, typed in one["figures"].items()},
            activities=tuple(str(word) for word in one["activities"]),
        )
        for one in kept
    )


def write_weekly(draft: "WeeklyDraft") -> Json:
    """Return an unfinished weekly check."""
    answers = draft.answers
    return {
        "step": draft.step,
        "tests": [[leg, test, one.value, one.limited_by] for (leg, test), one in answers.tests.items()],
        "ratings": dict(answers.ratings),
        "signs": None if answers.signs is None else list(answers.signs),
    }


def read_weekly(kept: Json) -> "WeeklyDraft":
    """Return the draft of a weekly check."""
    from journal.domain.body import Side
    from journal.domain.redflag import RedFlag
    from journal.domain.strength import HomeTest, LimitedBy
    from journal.domain.weekly import TestAnswer, WeeklyAnswers, WeeklyDraft

    tests = {
        (Side(leg), HomeTest(test)): TestAnswer(value, None if limit is None else LimitedBy(limit))
        for leg, test, value, limit in kept["tests"]
    }
    ratings = {str(name): float(value) for name, value in kept["ratings"].items()}
    signs = None if kept["signs"] is None else tuple(RedFlag(sign) for sign in kept["signs"])
    return WeeklyDraft(WeeklyAnswers(tests, ratings, signs), int(kept["step"]))


def _read(kept: Json, *, editing: bool) -> Draft:
    values = kept["entry"]
    edited = values["edited_at"]
    made = {
        "recorded_at": datetime.fromisoformat(values["recorded_at"]),
        "edited_at": None if edited is None else datetime.fromisoformat(edited),
        "symptoms": _marks(values["symptoms"]),
        "activities": tuple(values["activities"]),
        "reliefs": tuple(values["reliefs"]),
    }
    return Draft(Entry(**(values | made)), editing, bool(kept["timed"]))


def _marks(kept: list[Json] | None) -> tuple[Symptom, ...] | None:
    return None if kept is None else tuple(Symptom(**mark) for mark in kept)
