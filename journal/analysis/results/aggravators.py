"""What goes with worse days, and when it hurts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DifferenceVerdict(StrEnum):
    """Whether days with an activity stand out."""

    MORE = "more"
    LESS = "less"
    NO_CLEAR = "no_clear"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True)
class DayDifference:
    """One figure on days with an activity against days without it. Never that the activity caused anything."""

    verdict: DifferenceVerdict
    days_with: int
    days_without: int
    mean_with: float | None
    """Plain mean; None without any such day."""
    mean_without: float | None
    difference: float | None
    """With less without, cleared of the slow drift of the weeks; None if not enough."""
    interval: tuple[float, float] | None
    """90 %."""


@dataclass(frozen=True, slots=True)
class Aggravator:
    """What days with one activity look like."""

    activity: str
    """As written last."""
    days_with: int
    """Logged days that name it."""
    same_day: tuple[DayDifference, DayDifference]
    """Worst pain (0..10 NRS), and the deeper leg's distal level (0..7)."""
    next_day: tuple[DayDifference, DayDifference]
    """The same, of the calendar day after."""


class PartOfDay(StrEnum):
    """A quarter of the clock."""

    NIGHT = "night"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True)
class TimeOfDayFigures:
    """The momentary entries of one part of the day, or of one activity: one value a day."""

    name: PartOfDay | str
    """The part of the day, or the activity as written last."""
    entries: int
    pains: tuple[tuple[date, float], ...]
    """For each day with such an entry, the mean over them of the strongest pain marked or stated, 0..10."""
    enough: bool
    """Whether there are days enough for a mean to be told."""

    @property
    def key(self) -> str:
        """Tells the rows apart, also an activity that is called like a part of the day."""
        return f"{'part' if isinstance(self.name, PartOfDay) else 'activity'} {self.name}"

    @property
    def days(self) -> int:
        """How many days have such an entry."""
        return len(self.pains)

    @property
    def mean(self) -> float | None:
        """Mean over the days, 0..10; None without any."""
        return sum(pain for _day, pain in self.pains) / len(self.pains) if self.pains else None


@dataclass(frozen=True, slots=True)
class WhenItHurts:
    """What the momentary entries of a range say about times and activities."""

    entries: int
    """Momentary entries of the range."""
    parts: tuple[TimeOfDayFigures, ...]
    """All four parts of the day."""
    activities: tuple[TimeOfDayFigures, ...]
    """Those with the most days first."""
