"""The four phases of one clinic."""

from dataclasses import dataclass
from enum import StrEnum

from journal.analysis.results.figures import Stretch


class PhaseState(StrEnum):
    """Whether one of the article's phases can be named."""

    NAMED = "named"
    MIXED = "mixed"
    MISSING = "missing"
    NOT_ENOUGH = "not_enough"
    HIDDEN = "hidden"


class PhaseReason(StrEnum):
    """Why the signs point different ways."""

    PAIN_UP = "pain_up"
    PAIN_SAME = "pain_same"
    PAIN_DOWN = "pain_down"
    MOVING_DOWN = "moving_down"
    FUNCTION_NOT_UP = "function_not_up"
    SLEEP_AND_FUNCTION_GOOD = "sleep_and_function_good"


class PhaseFigure(StrEnum):
    """A figure that a phase needs and that was not given."""

    PAIN = "pain"
    SLEEP = "sleep"
    FUNCTION = "function"
    FUNCTION_TWICE = "function_twice"
    HEEL_RAISES = "heel_raises"


@dataclass(frozen=True, slots=True)
class Phase:
    """Which of the article's four phases the last 14 days look like. One clinic's description, not a test."""

    state: PhaseState
    number: int | None
    """1..4 if named."""
    reasons: tuple[PhaseReason, ...]
    """If mixed: what agrees and what does not."""
    missing: tuple[PhaseFigure, ...]
    """If missing: the figures without which no phase can be named."""
    baseline: Stretch | None
    """The first logged week of the present episode."""
    days_logged: int
    """Of the last 14."""
    pain_then: float | None
    """Mean average pain of the baseline, 0..10."""
    pain_now: float | None
    """Mean average pain of the last 14 days."""
