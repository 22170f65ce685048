"""Episodes, recurrences and flares; and what keeps the next one away."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.treatment import Treatment


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
