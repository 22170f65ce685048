"""When the pain began, as the person says it: on a day, in a month, in a year, or not sure."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from journal.domain import checks
from journal.domain.errors import InvalidRecord
from journal.i18n import _


class Precision(StrEnum):
    """How exactly somebody knows it."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"
    """Asked, and not sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """One answer to "When did this pain begin?"; the latest counts. Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    answered_at: datetime
    began_on: date | None = None
    """The day, or the first one of the month or the year; None for not sure."""
    precision: Precision

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "id", checks.record_id(self.id))
        checks.moment("answered_at", self.answered_at)
        put(self, "precision", checks.choice("precision", self.precision, Precision))
        if (self.began_on is None) != (self.precision is Precision.UNKNOWN):
            raise InvalidRecord(
                "began_on", _("“began_on” and “precision” do not say the same: only “unknown” has no day.")
            )
        if self.began_on is None:
            return
        checks.calendar_day("began_on", self.began_on)
        put(self, "began_on", _first(self.began_on, self.precision))
        if self.began_on > self.day:
            raise InvalidRecord("began_on", _("“began_on” is after the day it was answered on."))

    @property
    def day(self) -> date:
        """The local date of the answer as written."""
        return self.answered_at.date()

    @property
    def latest(self) -> date | None:
        """The last day that it can have been, which is not after the answer; None for not sure."""
        if self.began_on is None:
            return None
        if self.precision is Precision.YEAR:
            last = self.began_on.replace(month=12, day=31)
        elif self.precision is Precision.MONTH:
            last = (self.began_on + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        else:
            last = self.began_on
        return min(last, self.day)


def _first(began: date, precision: Precision) -> date:
    if precision is Precision.YEAR:
        return began.replace(month=1, day=1)
    return began.replace(day=1) if precision is Precision.MONTH else began
