"""What the page shows at one time: the progress of a range, with the records it was made of."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.analysis.daily import between
from journal.analysis.limits import SHORTEST_CHART_DAYS
from journal.analysis.results import Stretch
from journal.analysis.time_of_day import when_it_hurts
from journal.domain.strength import StrengthTest

if TYPE_CHECKING:
    from journal.analysis.results import Day, Progress, WhenItHurts
    from journal.domain.records import Records


@dataclass(frozen=True, slots=True)
class ViewModel:
    """Everything that the cards read."""

    progress: "Progress"
    records: "Records"
    when: "WhenItHurts"
    calendar: tuple[date, ...]
    """Every day on the charts over time."""
    days: "tuple[Day, ...]"
    """The logged ones of them."""
    tests: tuple[StrengthTest, ...]
    """The home tests of the range, oldest first."""


def of(progress: "Progress", records: "Records") -> ViewModel:
    """Return what is shown of a progress that is known already."""
    since, last = progress.since, progress.as_of
    first = min(since, last - timedelta(days=SHORTEST_CHART_DAYS - 1))
    return ViewModel(
        progress=progress,
        records=records,
        when=when_it_hurts(records.entries, since, last),
        calendar=tuple(first + timedelta(days=number) for number in range((last - first).days + 1)),
        days=tuple(between(progress.days, first, last)),
        tests=tuple(test for test in records.strength_tests if since <= test.day <= last),
    )


def compute(records: "Records", over: Stretch, known: "Progress | None") -> ViewModel:
    """Return what is shown of a range; what does not depend on it is taken over from `known`, if of the same day."""
    from journal.analysis.progress import compute as progress_of  # loads numpy: not before it is needed

    same_day = known if known is not None and known.as_of == over.last else None
    return of(progress_of(records, over.last, min(over.first, over.last), known=same_day), records)
