"""Function: the person's own activities, rated."""

from dataclasses import dataclass, field
from datetime import date, datetime

from journal.domain import checks


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRating:
    """How well one own activity went (idea: Stratford's Patient-Specific scale). Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    rated_at: datetime
    activity: str
    """In the person's own words."""
    ability: float
    """0 cannot .. 10 as before."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", checks.record_id(self.id))
        checks.moment("rated_at", self.rated_at)
        checks.name("activity", self.activity)
        object.__setattr__(self, "ability", checks.number("ability", self.ability, 0, 10))

    @property
    def day(self) -> date:
        """The local date as written."""
        return self.rated_at.date()
