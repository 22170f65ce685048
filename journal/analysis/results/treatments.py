"""What was tried, and what was seen before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.analysis.results.figures import Stretch
from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.domain.treatment import Treatment


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over the logged days of one stretch; None without any."""

    over: Stretch
    days_logged: int
    pain_average: float | None
    pain_worst: float | None
    level: Mapping[Side, float | None]
    sensation: Mapping[Side, float | None]


@dataclass(frozen=True, slots=True)
class TreatmentEffect:
    """The same figures 14 days before and 14 days after a treatment's start. Never that it caused anything."""

    treatment: Treatment
    before: Figures
    after: Figures
    """From the day of the start on; shorter while the 14 days are not over."""
    later: Figures | None = None
    """The days 15 to 42 after the start, as far as they have come; None before."""
    beside: tuple[str, ...] = ()
    """Other treatments started within 14 days of this one: then nobody can tell them apart. The nearest by name."""
    beside_more: int = 0
    """How many more there are."""


class ReactionAge(StrEnum):
    """How long after a treatment's start a worsening lasts."""

    FIRST_48_HOURS = "first_48_hours"
    TO_7_DAYS = "to_7_days"
    BEYOND_7_DAYS = "beyond_7_days"


@dataclass(frozen=True, slots=True)
class Reaction:
    """A worsening after a treatment's start that the latest logged day still shows."""

    treatment: Treatment
    first: date
    """First worse day."""
    last: date
    """Latest logged day."""
    age: ReactionAge
    """By the days from the treatment's start to `last`."""
    points: float
    """Worst pain of `last` above the median of the 14 days before the start; below 2 only if `new` is not empty."""
    new: tuple[Kind, ...]
    """Numbness or weakness marked since in a leg that had none in the 14 days before."""


@dataclass(frozen=True, slots=True)
class MovementLeg:
    """How often the pain of one leg went up, went down or stayed; tries in which it did not hurt count nowhere."""

    up: int
    down: int
    no_change: int


@dataclass(frozen=True, slots=True)
class MovementCount:
    """All tries of one movement or position."""

    movement: str
    """As written last."""
    tries: int
    first: date
    last: date
    legs: Mapping[Side, MovementLeg]
    """Left and right."""
    pain_before: float
    """Mean over the tries of the strongest pain marked, 0..10."""
    pain_after: float
