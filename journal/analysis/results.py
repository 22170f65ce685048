"""What the analysis finds: plain frozen values that wording, pages, charts and files read.

Nothing here computes and nothing heavy is imported, so that a window can hold results before numpy is loaded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.domain.onset import Onset
from journal.domain.redflag import RedFlag, Tier
from journal.domain.strength import BigToeLift, LimitedBy, Walk
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
class LegDay:
    """One leg on one logged day."""

    level: float | None
    """How far down it hurt, 1..7, the two central regions counted as 1; None for no pain that can count for this leg.

    The deepest level of the day's whole-day entry, if that marks pain in the leg; else the mean over the day's sittings
    that do, never their maximum: a maximum falls when someone merely logs less often.
    """
    own: bool
    """Whether a pain is marked on the leg's own side; in a window without such a day the centre does not count."""
    places: Mapping[int, int]
    """Each painful level (1..7) of the day with its strongest intensity (1..10)."""
    sensation: int | None
    """Highest numbness or tingling in the leg, 0..10; None if nothing was said about places."""
    sensation_level: float | None
    """How far down it was numb or tingled, as `level`, on the leg's own side only; None for not at all or not said."""
    weakness: int | None
    """Highest self-rated weakness in the leg, 0..10; None if nothing was said about places."""


@dataclass(frozen=True, slots=True)
class Day:
    """One logged day. A day without an entry has no `Day`; it is never a day of zeros."""

    date: date
    entries: int
    """How many entries the day has."""
    legs: Mapping[Side, LegDay]
    """Left and right."""
    placed: bool
    """Whether it is known where it hurt, "nowhere" included: False if nobody said, or if a pain was rated and no entry
    of the day marks one anywhere."""
    hurts: bool | None
    """Whether there was pain, marked or rated above 0; None if nothing was said about it."""
    pain_average: float | None
    """0..10 NRS: as the whole-day entry says, else the mean over sittings of their strongest pain; None if not said."""
    pain_worst: float | None
    """0..10 NRS: as the whole-day entry says, else the strongest pain marked; None if not said."""
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


class Size(StrEnum):
    """How much a pain fell, in the words of IMMPACT: from 10, 30 and 50 percent."""

    MINIMAL = "minimal"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"


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
    probability_better: float | None
    """0..1. None if not enough, and for strength, which is judged by its limits of agreement."""


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


class PhaseState(StrEnum):
    """Whether one of the article's phases can be named."""

    NAMED = "named"
    MIXED = "mixed"
    MISSING = "missing"
    NOT_ENOUGH = "not_enough"
    HIDDEN = "hidden"


class PhaseReason(StrEnum):
    """Why the signs point different ways."""

    PAIN_UP = "pain_up"
    PAIN_SAME = "pain_same"
    PAIN_DOWN = "pain_down"
    MOVING_DOWN = "moving_down"
    FUNCTION_NOT_UP = "function_not_up"
    SLEEP_AND_FUNCTION_GOOD = "sleep_and_function_good"


class PhaseFigure(StrEnum):
    """A figure that a phase needs and that was not given."""

    PAIN = "pain"
    SLEEP = "sleep"
    FUNCTION = "function"
    FUNCTION_TWICE = "function_twice"
    HEEL_RAISES = "heel_raises"


@dataclass(frozen=True, slots=True)
class Phase:
    """Which of the article's four phases the last 14 days look like. One clinic's description, not a test."""

    state: PhaseState
    number: int | None
    """1..4 if named."""
    reasons: tuple[PhaseReason, ...]
    """If mixed: what agrees and what does not."""
    missing: tuple[PhaseFigure, ...]
    """If missing: the figures without which no phase can be named."""
    baseline: Stretch | None
    """The first logged week of the present episode."""
    days_logged: int
    """Of the last 14."""
    pain_then: float | None
    """Mean average pain of the baseline, 0..10."""
    pain_now: float | None
    """Mean average pain of the last 14 days."""


class Stage(StrEnum):
    """Time since onset."""

    ACUTE = "acute"
    SUBACUTE = "subacute"
    CHRONIC = "chronic"


@dataclass(frozen=True, slots=True)
class Episode:
    """A time of pain with 30 pain-free days before and after it."""

    started: date
    """First painful logged day."""
    onset_seen: bool
    """Whether 30 pain-free days before it are in the journal; else it may have begun earlier."""
    ended: date | None
    """Last painful logged day, once recovered; None while it goes on or nobody can know."""
    recovered_on: date | None
    """The day on which 30 days without pain, at least 8 of them logged, were complete."""
    longest_gap: int
    """The most days in a row without an entry in it."""
    weeks: float
    """Since its start: up to its end, or to `as_of` while it goes on."""
    stage: Stage | None
    """By those weeks: acute under 6, subacute to 12, chronic beyond; None where its onset was not seen."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Pain that came back after a recovery: 2 or more, on two days or more."""

    on: date
    """The first of those days."""
    after_days: int
    """Days since the last painful day of the episode before."""


@dataclass(frozen=True, slots=True)
class Flare:
    """Logged days in a row whose worst pain was 2 or more above the median of the 14 days before."""

    first: date
    last: date
    days_logged: int
    worst: float
    """Strongest worst pain in it, 0..10."""
    usual: float
    """The median before its first day."""
    confirmed: bool | None
    """What the person said; None while unanswered."""
    asked: bool = False
    """Whether the person is asked about it: not while pain gets worse anyway, after a return of it, or in the first two
    weeks of a diary, since a steady one would be asked again and again."""


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
    """Other treatments started within 14 days of this one: then nobody can tell them apart."""


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


class DifferenceVerdict(StrEnum):
    """Whether days with an activity stand out."""

    MORE = "more"
    LESS = "less"
    NO_CLEAR = "no_clear"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True)
class DayDifference:
    """One figure on days with an activity against days without it. Never that the activity caused anything."""

    verdict: DifferenceVerdict
    days_with: int
    days_without: int
    mean_with: float | None
    """Plain mean; None without any such day."""
    mean_without: float | None
    difference: float | None
    """With less without, cleared of the slow drift of the weeks; None if not enough."""
    interval: tuple[float, float] | None
    """90 %."""


@dataclass(frozen=True, slots=True)
class Aggravator:
    """What days with one activity look like."""

    activity: str
    """As written last."""
    days_with: int
    """Logged days that name it."""
    same_day: tuple[DayDifference, DayDifference]
    """Worst pain (0..10 NRS), and the deeper leg's distal level (0..7)."""
    next_day: tuple[DayDifference, DayDifference]
    """The same, of the calendar day after."""


class PartOfDay(StrEnum):
    """A quarter of the clock."""

    NIGHT = "night"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True)
class Moments:
    """The momentary entries of one part of the day, or of one activity: one value a day."""

    name: PartOfDay | str
    """The part of the day, or the activity as written last."""
    entries: int
    pains: tuple[tuple[date, float], ...]
    """For each day with such an entry, the mean over them of the strongest pain marked or stated, 0..10."""
    enough: bool
    """Whether there are days enough for a mean to be told."""

    @property
    def key(self) -> str:
        """Tells the rows apart, also an activity that is called like a part of the day."""
        return f"{'part' if isinstance(self.name, PartOfDay) else 'activity'} {self.name}"

    @property
    def days(self) -> int:
        """How many days have such an entry."""
        return len(self.pains)

    @property
    def mean(self) -> float | None:
        """Mean over the days, 0..10; None without any."""
        return sum(pain for _day, pain in self.pains) / len(self.pains) if self.pains else None


@dataclass(frozen=True, slots=True)
class WhenItHurts:
    """What the momentary entries of a range say about times and activities."""

    entries: int
    """Momentary entries of the range."""
    parts: tuple[Moments, ...]
    """All four parts of the day."""
    activities: tuple[Moments, ...]
    """Those with the most days first."""


@dataclass(frozen=True, slots=True)
class EarlySign:
    """What was felt on one logged day after a recovery."""

    on: date
    pain: float
    """0..10 NRS; 0 for none."""
    level: float
    """0..7, of the deeper leg."""
    sensation: int
    """0..10."""
    weakness: int
    """0..10."""


@dataclass(frozen=True, slots=True)
class RelapsePrevention:
    """The lighter rhythm after a recovery, while no recurrence has come."""

    recovered_on: date
    last_pain: date
    """Last painful day of the episode."""
    last_logged: date
    next_check: date
    """When the next weekly check-in is due."""
    due: bool
    signs: tuple[EarlySign, ...]
    """What was felt in the last 14 days, oldest first; empty while all is quiet."""
    exercises: tuple[Treatment, ...]
    """Those that go on."""


RaisedBy = Literal["answer", "mark", "test"]
"""What raised a sign: an answer to the questions, a mark on the body map, a home test of strength."""


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """A sign that needs help and that no later check has taken back."""

    sign: RedFlag
    since: date
    raised_by: RaisedBy
    old: bool = False
    """Whether it was last seen more than 14 days ago and nobody answered since: a question, not an emergency."""

    @property
    def tier(self) -> Tier:
        """How soon it needs help."""
        return self.sign.tier


@dataclass(frozen=True, slots=True)
class PastFlag:
    """A sign that was open, and that a check took back."""

    sign: RedFlag
    since: date
    raised_by: RaisedBy
    answered_on: date


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
    signs: Mapping[SignKey, Sign]
    """All four."""
    often: Often
    """On how many days the person hurts anywhere."""
    changed_sides: Side | None
    """The leg that began to hurt while the other one stopped; None without that."""
    strength: Mapping[Side, StrengthPair]
    """Left and right."""
    function: Function | None
    """None while no own activity was rated both then and now."""
    phase: Phase
    """Opt-in on the pages."""
    episodes: tuple[Episode, ...]
    """Of the whole journal, oldest first."""
    onset: Onset | None
    """When the person says that the pain began; None for not said or not sure."""
    recurrence: Recurrence | None
    """The latest one."""
    flares: tuple[Flare, ...]
    """Those that reach into since..as_of, oldest first, also dismissed ones."""
    effects: tuple[TreatmentEffect, ...]
    """One for each of `treatments`."""
    reactions: tuple[Reaction, ...]
    """For treatments started in the last 28 days, the newest first."""
    movements: tuple[MovementCount, ...]
    """Of the whole journal, the most often tried first."""
    aggravators: tuple[Aggravator, ...]
    """Of the last 182 days, what goes with the most pain first; those without enough days last."""
    relapse_prevention: RelapsePrevention | None
    """None unless recovered."""
    red_flags: tuple[OpenFlag, ...]
    """Most urgent first."""
    past_flags: tuple[PastFlag, ...]
    """Those that were answered since, of the whole journal, the last answered first."""
    red_flags_asked: date | None
    """When the urgent signs were last asked about."""
