"""What the person says about a flare that the journal saw: it was one, or it was not."""

from dataclasses import dataclass, field
from datetime import date, datetime

from journal.domain import checks
from journal.domain.errors import InvalidRecord
from journal.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareAnswer:
    """One answer about the flare that a day belongs to; a later answer replaces it. Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    answered_at: datetime
    flare_on: date
    """Any day of the flare; its first, when the program asks."""
    confirmed: bool
    """False dismisses it: it is still shown as dismissed, never deleted."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", checks.record_id(self.id))
        checks.moment("answered_at", self.answered_at)
        checks.calendar_day("flare_on", self.flare_on)
        if not isinstance(self.confirmed, bool):
            raise InvalidRecord("confirmed", _("“confirmed” is neither true nor false."))

    @property
    def day(self) -> date:
        """The local date as written."""
        return self.answered_at.date()
