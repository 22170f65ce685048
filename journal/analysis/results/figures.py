"""Then and now: figures, weeks and body maps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.body import Side
from journal.domain.entry import Kind


@dataclass(frozen=True, slots=True)
class RegionLoad:
    """How much one region hurt (or was numb, ...) over a stretch of days: what a body map shows."""

    region: str
    kind: Kind
    strength: float
    """Mean intensity over the days on which it was marked, 1..10."""
    days: int
    """Days on which it was marked."""


@dataclass(frozen=True, slots=True)
class BodySummary:
    """The body map of a stretch of days."""

    first: date
    last: date
    days_logged: int
    loads: tuple[RegionLoad, ...]
    """In body order."""


class MeasureKey(StrEnum):
    """A row of the then-and-now table."""

    PAIN_AVERAGE = "pain_average"
    PAIN_WORST = "pain_worst"
    PAIN_FREE_DAYS = "pain_free_days"
    SENSATION = "sensation"
    HEEL_RAISES = "heel_raises"
    ABILITY = "ability"
    SITTING = "sitting_minutes"
    STANDING = "standing_minutes"
    WALKING = "walking_minutes"
    SLEEP_HOURS = "sleep_hours"
    SLEEP_DISTURBED = "sleep_disturbed"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure then and now, each with its count of days.

    Daily figures are means over `Progress.then` and `Progress.now`, and need at least 4 of 7 days. Pain-free days are
    counts, out of then_days and now_days logged days. Weekly tests and ratings compare the first of the range with the
    last one, if that is another and at most 14 days old.
    """

    key: MeasureKey
    detail: str
    """What it is of, where the key alone does not say: a leg ("left") or an activity in the person's words."""
    then: float | None
    then_days: int
    now: float | None
    now_days: int
    counts_from: float | None
    """The smallest change that counts as real, in the figure's own unit; None where no figure is known."""
    counts_from_percent: float | None
    """The smallest change that counts, in percent of then; None where no figure is known."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive calendar days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def length(self) -> int:
        """How many calendar days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Week:
    """One week of daily figures. A mean stands only where at least 4 of its 7 days have the figure."""

    first: date
    last: date
    days_logged: int
    pain_average: float | None
    """0..10 NRS."""
    pain_worst: float | None
    """0..10 NRS."""
    sensation: Mapping[Side, float | None]
    """0..10, each leg."""
    level: Mapping[Side, float | None]
    """0..7, each leg: the mean of the days' distal levels."""


class Size(StrEnum):
    """How much a pain fell, in the words of IMMPACT: from 10, 30 and 50 percent."""

    MINIMAL = "minimal"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"
