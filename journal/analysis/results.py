"""What the analysis finds: plain frozen values that wording, pages, charts and files read.

Nothing here computes and nothing heavy is imported, so that a window can hold results before numpy is loaded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.domain.treatment import Treatment


class Verdict(StrEnum):
    """Which way the symptoms of one leg move."""

    NOT_ENOUGH = "not_enough"
    CLEARLY_UP = "clearly_up"
    CLEARLY_DOWN = "clearly_down"
    PROBABLY_UP = "probably_up"
    PROBABLY_DOWN = "probably_down"
    TURNED_UP = "turned_up"
    TURNED_DOWN = "turned_down"
    NO_CLEAR_CHANGE = "no_clear_change"
    NO_SYMPTOMS = "no_symptoms"


class SignVerdict(StrEnum):
    """Which way one of the four signs of recovery goes."""

    IMPROVING = "improving"
    PROBABLY_IMPROVING = "probably_improving"
    WORSENING = "worsening"
    PROBABLY_WORSENING = "probably_worsening"
    NO_CLEAR_CHANGE = "no_clear_change"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True)
class LegDay:
    """One leg on one logged day."""

    level: float
    """The day's distal level, 0..7: of the whole-day entry, else the mean over the day's entries."""
    places: Mapping[int, int]
    """Each painful level (1..7) of the day with its strongest intensity (1..10)."""
    sensation: int
    """Highest numbness or tingling in the leg, 0..10."""
    weakness: int
    """Highest self-rated weakness in the leg, 0..10."""


@dataclass(frozen=True, slots=True)
class Day:
    """One logged day. A day without an entry has no `Day`; it is never a day of zeros."""

    date: date
    entries: int
    """How many entries the day has."""
    legs: Mapping[Side, LegDay]
    """Left and right."""
    pain_average: float
    """0..10 NRS: as the whole-day entry says, else the mean over entries of their strongest pain."""
    pain_worst: float
    """0..10 NRS: as the whole-day entry says, else the strongest pain marked."""
    marks: Mapping[tuple[str, Kind], int]
    """Each marked region and kind with its strongest intensity (1..10) that day."""
    sleep_hours: float | None
    sleep_disturbed: float | None
    sitting_minutes: int | None
    standing_minutes: int | None
    walking_minutes: int | None


@dataclass(frozen=True, slots=True)
class LinePoint:
    """The fitted line on one day, with its pointwise 90 % band, in levels."""

    date: date
    level: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way one leg's pain moved in one window, and how sure that is."""

    leg: Side
    verdict: Verdict
    """As announced: a clear or probable one only where it held on the two logged days before."""
    turn: Verdict | None
    """TURNED_UP or TURNED_DOWN where the curve shows a turn that held likewise, whatever the verdict; else None."""
    as_of: date
    window_days: int
    days_logged: int
    first_day: date | None
    """First logged day of the window, or None without any."""
    last_day: date | None
    change_levels: float | None
    """Posterior mean of the change over first_day..last_day, in levels; negative is up. None if not enough."""
    probability_up: float | None
    """P(change < 0), 0..1. None if not enough."""
    interval: tuple[float, float] | None
    """90 % interval of the change, in levels. None if not enough."""
    line: tuple[LinePoint, ...]
    """The fitted line (a curve where the verdict is a turn), a point a day; empty if not enough."""
    painful_days: int
    """Logged days of the window with pain in this leg (level above 0)."""
    other_symptom_days: int
    """Logged days of the window with numbness, tingling or weakness in this leg."""


@dataclass(frozen=True, slots=True)
class LegProgress:
    """The direction of one leg in both windows."""

    headline: Direction
    """28 days."""
    longer: Direction
    """56 days."""


@dataclass(frozen=True, slots=True)
class RegionLoad:
    """How much one region hurt (or was numb, ...) over a stretch of days: what a body map shows."""

    region: str
    kind: Kind
    strength: float
    """Mean intensity over the days on which it was marked, 1..10."""
    days: int
    """Days on which it was marked."""


@dataclass(frozen=True, slots=True)
class BodySummary:
    """The body map of a stretch of days."""

    first: date
    last: date
    days_logged: int
    loads: tuple[RegionLoad, ...]
    """In body order."""


class MeasureKey(StrEnum):
    """A row of the then-and-now table."""

    PAIN_AVERAGE = "pain_average"
    PAIN_WORST = "pain_worst"
    PAIN_FREE_DAYS = "pain_free_days"
    SENSATION = "sensation"
    HEEL_RAISES = "heel_raises"
    ABILITY = "ability"
    SITTING = "sitting_minutes"
    STANDING = "standing_minutes"
    WALKING = "walking_minutes"
    SLEEP_HOURS = "sleep_hours"
    SLEEP_DISTURBED = "sleep_disturbed"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure then and now, each with its count of days.

    Daily figures are means over `Progress.then` and `Progress.now`, and need at least 4 of 7 days. Pain-free days are
    counts, out of then_days and now_days logged days. Weekly tests and ratings compare the first of the range with the
    last one, if that is another and at most 14 days old.
    """

    key: MeasureKey
    detail: str
    """What it is of, where the key alone does not say: a leg ("left") or an activity in the person's words."""
    then: float | None
    then_days: int
    now: float | None
    now_days: int
    counts_from: float | None
    """The smallest change that counts as real, in the figure's own unit; None where no figure is known."""
    counts_from_percent: float | None
    """The smallest change that counts, in percent of then; None where no figure is known."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive calendar days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def length(self) -> int:
        """How many calendar days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Week:
    """One week of daily figures. A mean stands only where at least 4 of its 7 days have the figure."""

    first: date
    last: date
    days_logged: int
    pain_average: float | None
    """0..10 NRS."""
    pain_worst: float | None
    """0..10 NRS."""
    sensation: Mapping[Side, float | None]
    """0..10, each leg."""
    level: Mapping[Side, float | None]
    """0..7, each leg: the mean of the days' distal levels."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that a page, a chart, a report or the command line shows, as it stood on `as_of`."""

    as_of: date
    since: date
    """First day of what is shown and compared; `as_of` is the last."""
    days: tuple[Day, ...]
    """Every logged day up to `as_of`, oldest first, also those before `since`."""
    days_logged: int
    """Logged days in since..as_of."""
    days_elapsed: int
    """Calendar days in since..as_of."""
    legs: Mapping[Side, LegProgress]
    """Left and right."""
    then: Stretch | None
    """The days of every "then" figure; None while the range holds one day only."""
    now: Stretch
    """The days of every "now" figure."""
    measures: tuple[Measure, ...]
    """The then-and-now table, in the order of `MeasureKey`; what was never recorded has no row."""
    weeks: tuple[Week, ...]
    """Whole weeks of since..as_of counted back from `as_of`, oldest first."""
    body_then: BodySummary | None
    """First fortnight (or half, if the range is shorter than 28 days); None while the range holds one day only."""
    body_now: BodySummary
    """Last fortnight (or half)."""
    treatments: tuple[Treatment, ...]
    """Treatments that went on at some time in since..as_of, by their start."""
