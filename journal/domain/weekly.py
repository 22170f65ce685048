"""The answers of one weekly check, as they are given: any of them may be missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from journal.domain.body import LEGS, Side
from journal.domain.function import ActivityRating
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.strength import HomeTest, LimitedBy, StrengthTest


@dataclass(frozen=True, slots=True)
class TestAnswer:
    """One test of one leg."""

    __test__ = False  # no test of ours, whatever pytest thinks of the name

    value: int | str | None = None
    """Heel raises 0..25, or the value of a `Walk` or `BigToeLift`; None if not done."""
    limited_by: LimitedBy | None = None


@dataclass(frozen=True, slots=True)
class WeeklyAnswers:
    """What was answered so far."""

    tests: Mapping[tuple[Side, HomeTest], TestAnswer] = field(default_factory=dict)
    ratings: Mapping[str, float] = field(default_factory=dict)
    """Own activities in the person's words, 0 cannot .. 10 as before."""
    signs: tuple[RedFlag, ...] | None = None
    """Urgent signs; None while they were not answered."""

    def records(self, at: datetime) -> tuple[StrengthTest | ActivityRating | RedFlagCheck, ...]:
        """Return the records to save; none for what was skipped. Raises InvalidRecord.

        A leg has one reason for all its tests: weakness if any test was limited by it, else pain. "Not tried" is kept
        only for a leg of which nothing was tried.
        """
        made: list[StrengthTest | ActivityRating | RedFlagCheck] = []
        for leg in LEGS:
            given = {test: answer for (side, test), answer in self.tests.items() if side is leg}
            values: dict[str, Any] = {test.value: answer.value for test, answer in given.items()}
            limited_by = _limit([answer.limited_by for answer in given.values()], values)
            if limited_by is not None or any(value is not None for value in values.values()):
                made.append(StrengthTest(tested_at=at, leg=leg, limited_by=limited_by, **values))
        made += [ActivityRating(rated_at=at, activity=name, ability=value) for name, value in self.ratings.items()]
        if self.signs is not None:
            made.append(RedFlagCheck(checked_at=at, signs=self.signs))
        return tuple(made)


@dataclass(frozen=True, slots=True)
class WeeklyDraft:
    """An unfinished check: what was answered, and the step it stopped at."""

    answers: WeeklyAnswers = field(default_factory=WeeklyAnswers)
    step: int = 0

    def with_test(self, leg: Side, test: HomeTest, answer: TestAnswer | None) -> "WeeklyDraft":
        """The same with one test answered, or not any more."""
        tests = {key: value for key, value in self.answers.tests.items() if key != (leg, test)}
        if answer is not None and (answer.value is not None or answer.limited_by is not None):
            tests[leg, test] = answer
        return replace(self, answers=replace(self.answers, tests=tests))


def _limit(reasons: list[LimitedBy | None], values: Mapping[str, object]) -> LimitedBy | None:
    for reason in (LimitedBy.WEAKNESS, LimitedBy.PAIN):
        if reason in reasons:
            return reason
    tried = any(value is not None for value in values.values())
    return LimitedBy.NOT_TRIED if LimitedBy.NOT_TRIED in reasons and not tried else None
