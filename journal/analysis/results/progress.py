"""Everything about a journal as it stands on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journal.analysis.results.aggravators import Aggravator
from journal.analysis.results.days import Day
from journal.analysis.results.direction import LegProgress, Often
from journal.analysis.results.episodes import Episode, Flare, Recurrence, RelapsePrevention
from journal.analysis.results.figures import BodySummary, Measure, Stretch, Week
from journal.analysis.results.phase import Phase
from journal.analysis.results.redflags import OpenFlag, PastFlag
from journal.analysis.results.signs import Function, Sign, SignKey, StrengthPair
from journal.analysis.results.treatments import MovementCount, Reaction, TreatmentEffect
from journal.domain.body import Side
from journal.domain.onset import Onset
from journal.domain.treatment import Treatment


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
