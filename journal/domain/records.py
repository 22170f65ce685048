"""Everything a journal holds, as one value: what storage gives, analysis reads and the exchange file carries."""

from dataclasses import dataclass, replace
from datetime import date

from journal.domain.entry import Entry
from journal.domain.function import ActivityRating
from journal.domain.redflag import RedFlagCheck
from journal.domain.strength import StrengthTest
from journal.domain.treatment import Treatment

Record = Entry | Treatment | StrengthTest | ActivityRating | RedFlagCheck


@dataclass(frozen=True, slots=True)
class Records:
    """All records, each kind oldest first."""

    entries: tuple[Entry, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    strength_tests: tuple[StrengthTest, ...] = ()
    activity_ratings: tuple[ActivityRating, ...] = ()
    red_flag_checks: tuple[RedFlagCheck, ...] = ()

    def until(self, last: date) -> "Records":
        """The records as they stood on that day: nothing written for a later day."""
        return replace(
            self,
            entries=tuple(entry for entry in self.entries if entry.day <= last),
            treatments=tuple(item for item in self.treatments if item.started_on <= last),
            strength_tests=tuple(test for test in self.strength_tests if test.day <= last),
            activity_ratings=tuple(rating for rating in self.activity_ratings if rating.day <= last),
            red_flag_checks=tuple(check for check in self.red_flag_checks if check.day <= last),
        )

    def __len__(self) -> int:
        return sum(
            len(kind)
            for kind in (
                self.entries,
                self.treatments,
                self.strength_tests,
                self.activity_ratings,
                self.red_flag_checks,
            )
        )
