"""What the page shows at one time: the progress of a range, with the records it was made of."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.analysis.moments import when_it_hurts
from journal.domain.strength import StrengthTest

if TYPE_CHECKING:
    from journal.analysis.results import Day, Progress, WhenItHurts
    from journal.domain.records import Records

SHORTEST_DAYS = 14
"""No chart over time shows less, so that one entry does not look like a trend."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range of days, both ends included."""

    since: date
    as_of: date


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the cards read."""

    progress: "Progress"
    records: "Records"
    when: "WhenItHurts"

    @property
    def first(self) -> date:
        """The first day on the charts over time."""
        return min(self.progress.since, self.progress.as_of - timedelta(days=SHORTEST_DAYS - 1))

    @property
    def days(self) -> "tuple[Day, ...]":
        """The logged days of the range."""
        return tuple(day for day in self.progress.days if self.first <= day.date <= self.progress.as_of)

    @property
    def calendar(self) -> tuple[date, ...]:
        """Every day on the charts over time."""
        count = (self.progress.as_of - self.first).days + 1
        return tuple(self.first + timedelta(days=number) for number in range(count))

    @property
    def tests(self) -> tuple[StrengthTest, ...]:
        """The home tests of the range, oldest first."""
        first, last = self.progress.since, self.progress.as_of
        return tuple(test for test in self.records.strength_tests if first <= test.day <= last)


def of(progress: "Progress", records: "Records") -> Shown:
    """Return what is shown of a progress that is known already."""
    return Shown(progress, records, when_it_hurts(records.entries, progress.since, progress.as_of))


def compute(records: "Records", span: Span, known: "Progress | None") -> Shown:
    """Return what is shown of a range; what does not depend on it is taken over from `known`, if of the same day."""
    from journal.analysis.progress import compute as progress_of  # loads numpy: not before it is needed

    same_day = known if known is not None and known.as_of == span.as_of else None
    return of(progress_of(records, span.as_of, min(span.since, span.as_of), known=same_day), records)
