"""What the entries of one day amount to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journal.domain.body import Side
from journal.domain.entry import Kind


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
