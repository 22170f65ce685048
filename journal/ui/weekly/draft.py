"""An unfinished weekly check, kept inside the journal; and when one was passed over."""

import json
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from journal.domain.body import Side
from journal.domain.redflag import RedFlag
from journal.domain.strength import HomeTest, LimitedBy
from journal.domain.weekly import TestAnswer, WeeklyAnswers
from journal.ui.session import Session

_DRAFT, _PASSED, _ACTIVITIES = "draft_of_weekly", "weekly_passed", "own_activities"


@dataclass(frozen=True, slots=True)
class WeeklyDraft:
    """What was answered, and the step it stopped at."""

    answers: WeeklyAnswers = field(default_factory=WeeklyAnswers)
    step: int = 0

    def with_test(self, leg: Side, test: HomeTest, answer: TestAnswer | None) -> "WeeklyDraft":
        """The same with one test answered, or not any more."""
        tests = {key: value for key, value in self.answers.tests.items() if key != (leg, test)}
        if answer is not None and (answer.value is not None or answer.limited_by is not None):
            tests[leg, test] = answer
        return replace(self, answers=replace(self.answers, tests=tests))


def read(session: Session) -> WeeklyDraft | None:
    """Return what was left unfinished; None if nothing, or nothing that can be read."""
    text = session.word(_DRAFT)
    try:
        return _from_text(text) if text else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def keep(session: Session, draft: WeeklyDraft | None) -> None:
    """Keep it, or forget it."""
    session.keep_word(_DRAFT, None if draft is None else _to_text(draft))


def passed(session: Session) -> date | None:
    """Return the day of the latest check of which every step was skipped."""
    try:
        return date.fromisoformat(session.word(_PASSED) or "")
    except ValueError:
        return None


def keep_passed(session: Session, on: date) -> None:
    """Keep that day, so that nothing is said about it for a week."""
    session.keep_word(_PASSED, on.isoformat())


def activities(session: Session) -> tuple[str, ...] | None:
    """Return the own activities as the person last arranged them; None if never."""
    try:
        names = json.loads(session.word(_ACTIVITIES) or "null")
        return None if names is None else tuple(str(name) for name in names)
    except (ValueError, TypeError):
        return None


def keep_activities(session: Session, names: tuple[str, ...]) -> None:
    """Keep the arrangement."""
    session.keep_word(_ACTIVITIES, json.dumps(names))


def _to_text(draft: WeeklyDraft) -> str:
    answers = draft.answers
    kept: dict[str, Any] = {
        "step": draft.step,
        "tests": [[leg, test, one.value, one.limited_by] for (leg, test), one in answers.tests.items()],
        "ratings": dict(answers.ratings),
        "signs": None if answers.signs is None else list(answers.signs),
    }
    return json.dumps(kept)


def _from_text(text: str) -> WeeklyDraft:
    kept = json.loads(text)
    tests = {
        (Side(leg), HomeTest(test)): TestAnswer(value, None if limit is None else LimitedBy(limit))
        for leg, test, value, limit in kept["tests"]
    }
    ratings = {str(name): float(value) for name, value in kept["ratings"].items()}
    signs = None if kept["signs"] is None else tuple(RedFlag(sign) for sign in kept["signs"])
    return WeeklyDraft(WeeklyAnswers(tests, ratings, signs), int(kept["step"]))
