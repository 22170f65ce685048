"""Which way the pain of a leg moves, and how often it hurts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.body import Side


class Verdict(StrEnum):
    """Which way the symptoms of one leg move."""

    NOT_ENOUGH = "not_enough"
    CLEARLY_UP = "clearly_up"
    CLEARLY_DOWN = "clearly_down"
    PROBABLY_UP = "probably_up"
    PROBABLY_DOWN = "probably_down"
    TURNED_UP = "turned_up"
    TURNED_DOWN = "turned_down"
    STAYED = "stayed"
    NO_CLEAR_CHANGE = "no_clear_change"
    BACK_ONLY = "back_only"
    NO_SYMPTOMS = "no_symptoms"


class FrequencyVerdict(StrEnum):
    """Whether it hurts on fewer or on more days."""

    NOT_ENOUGH = "not_enough"
    CLEARLY_FEWER = "clearly_fewer"
    PROBABLY_FEWER = "probably_fewer"
    CLEARLY_MORE = "clearly_more"
    PROBABLY_MORE = "probably_more"
    NO_CLEAR_CHANGE = "no_clear_change"


class Worse(StrEnum):
    """What gets worse beside a direction that is good news, so that the good news is not told alone."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    SENSATION = "sensation"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class LinePoint:
    """The fitted line on one day, with its pointwise 90 % band, in levels."""

    date: date
    level: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Direction:
    """Where one leg hurts when it hurts: which way that moved in one window, and how sure that is."""

    leg: Side
    verdict: Verdict
    """As announced: what moves or turns only where it held on the painful days before."""
    turn: Verdict | None
    """TURNED_UP or TURNED_DOWN where the curve shows a turn that held likewise, whatever the verdict; else None."""
    as_of: date
    window_days: int
    first_logged: date | None
    last_logged: date | None
    days_logged: int
    """Days with an entry."""
    painful_days: int
    """Days with pain that counts for this leg; for BACK_ONLY those with pain in the central regions."""
    unknown_days: int
    """Days with an entry of which it is not known where it hurt."""
    first_day: date | None
    """First painful day of the window, or None without any."""
    last_day: date | None
    change_levels: float | None
    """Posterior mean of the change over first_day..last_day, in levels; negative is up. None if not enough."""
    probability_up: float | None
    """P(change < 0), 0..1. None if not enough."""
    interval: tuple[float, float] | None
    """90 % interval of the change, in levels. None if not enough."""
    line: tuple[LinePoint, ...]
    """The fitted line (a curve where the verdict is a turn), a point a day; empty if not enough."""
    band: tuple[int, int] | None
    """The levels (1..7) where it mostly hurts: twice the same where at least half of the painful days have it, else
    those of their 10 % and 90 % days. None without a painful day."""
    level_now: int | None
    """The level of the last week with pain: the median of the painful days in the 7 up to the last one."""
    leg_days: int
    """Days with pain marked on this leg's own side from the buttock down (level 3 or deeper)."""
    other_symptom_days: int
    """Days with numbness, tingling or weakness marked in this leg."""
    earliest: date | None
    """While NOT_ENOUGH: the first day on which it could be more, with pain on every day until then."""
    painful_days_needed: int | None
    """While NOT_ENOUGH: how many more painful days that takes at least."""

    @property
    def can_speak(self) -> bool:
        """Whether there are painful days enough for figures."""
        return self.change_levels is not None


@dataclass(frozen=True, slots=True)
class Frequency:
    """On how many days it hurts, in one window: painful days against free ones, unknown ones left out."""

    verdict: FrequencyVerdict
    """As announced: a change only where it held on the known days before."""
    window_days: int
    known_days: int
    """Painful and free days together."""
    painful_days: int
    change: float | None
    """Posterior mean of the change of the share of painful days, -1..1; negative is fewer. None if not enough."""
    probability_fewer: float | None
    """P(change < 0), 0..1. None if not enough."""
    then: tuple[int, int] | None
    """Painful days, of so many: of the window's first known days, 14 or half of them. None if that is no day."""
    now: tuple[int, int] | None
    """The same of the last known days; the two never overlap."""


LONGER_HAS_MORE = 5
"""Days by which the longer window must have more than the shorter one to be told beside it."""


@dataclass(frozen=True, slots=True)
class Often:
    """How often it hurts, in both windows."""

    headline: Frequency
    """28 days."""
    longer: Frequency
    """56 days."""

    @property
    def told_longer(self) -> Frequency:
        """What is told as the longer view: the shorter one again, unless the longer has enough that is its own."""
        short, long = self.headline, self.longer
        alone = short.change is None and long.change is not None
        return long if alone or long.known_days >= short.known_days + LONGER_HAS_MORE else short


@dataclass(frozen=True, slots=True)
class LegProgress:
    """Where one leg hurts and how often, in both windows."""

    headline: Direction
    """28 days."""
    longer: Direction
    """56 days, by itself."""
    often: Often
    worse: tuple[Worse, ...] = ()
    """What gets worse in this leg meanwhile, or that an emergency or same-day sign is open."""

    @property
    def told_longer(self) -> Direction:
        """What is told as the longer view: the shorter one again, unless the longer has painful days of its own."""
        short, long = self.headline, self.longer
        alone = short.verdict is Verdict.NOT_ENOUGH and long.can_speak
        return long if alone or long.painful_days >= short.painful_days + LONGER_HAS_MORE else short

    @property
    def told_as(self) -> int:
        """The days of the window that is told as the longer view: 28 or 56."""
        return self.told_longer.window_days
