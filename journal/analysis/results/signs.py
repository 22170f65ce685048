"""The four signs of recovery."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.analysis.results.direction import Verdict
from journal.analysis.results.figures import Size
from journal.domain.body import Side
from journal.domain.strength import BigToeLift, LimitedBy, Walk


class SignKey(StrEnum):
    """One of the four signs of recovery."""

    PAIN = "pain"
    LOCATION = "location"
    SENSATION = "sensation"
    STRENGTH = "strength"


class SignVerdict(StrEnum):
    """Which way one of the four signs of recovery goes."""

    IMPROVING = "improving"
    PROBABLY_IMPROVING = "probably_improving"
    WORSENING = "worsening"
    PROBABLY_WORSENING = "probably_worsening"
    NO_CLEAR_CHANGE = "no_clear_change"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True)
class WindowFinding:
    """What one window says about a sign, and how sure that is."""

    verdict: SignVerdict
    window_days: int
    days_logged: int
    """Logged days of the window; days with a test for strength."""
    first_day: date | None
    last_day: date | None
    change: float | None
    """Posterior mean of the change over first_day..last_day in the sign's unit (0..10 points, or levels); negative is
    better. Heel raises (negative is worse) for strength. None if not enough."""


@dataclass(frozen=True, slots=True)
class SensationPlace:
    """Where numbness or tingling was, as `Direction` has it for pain."""

    verdict: Verdict
    change_levels: float | None
    band: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the four signs. The verdict is of the last 28 days; then and now are those of `Progress`."""

    key: SignKey
    leg: Side | None
    """The leg that the figures are of; None for pain, which has no side."""
    headline: WindowFinding
    """28 days; for strength the first and last test of the range."""
    longer: WindowFinding
    """56 days; for strength the same as headline."""
    then: float | None
    """Mean of the first week: average pain, level (0..7), numbness or tingling; or heel raises of the first test."""
    then_days: int
    now: float | None
    now_days: int
    percent: int | None
    """Change from then to now in whole percent of then, negative for a fall; None if unknown, or from below 1."""
    size: Size | None
    """How much pain, or numbness, fell; None if it did not, by 10 % at least."""
    legs: tuple["Sign", ...]
    """Each leg by itself where the sign has sides and something to say; else empty."""
    place: SensationPlace | None = None
    """Of numbness and tingling in one leg; None for every other sign."""

    @property
    def verdict(self) -> SignVerdict:
        """The headline's."""
        return self.headline.verdict


@dataclass(frozen=True, slots=True)
class StrengthPair:
    """One leg's home tests in the range: each result as (first, last), the last None unless recent and another day."""

    leg: Side
    heel_raises: tuple[int | None, int | None]
    """0..25."""
    heel_walk: tuple[Walk | None, Walk | None]
    toe_walk: tuple[Walk | None, Walk | None]
    big_toe_lift: tuple[BigToeLift | None, BigToeLift | None]
    limited_by: LimitedBy | None
    """What the latest test was limited by."""
    first_day: date | None
    last_day: date | None
    tests: int
    """Days with a test of this leg."""
    weakness_days: int
    """Logged days with weakness marked in this leg: shown, never deciding."""


@dataclass(frozen=True, slots=True)
class Function:
    """The person's own activities that were rated then and now, together."""

    then: float
    """Mean ability 0..10."""
    now: float
    activities: int
