"""Movements and positions tried: what was felt before and after, in the same sitting, and what that comes to."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from journal.domain import checks
from journal.domain.body import Side
from journal.domain.entry import Kind, Symptom, in_body_order
from journal.domain.entry import distal_level as level_of

MOST_REPETITIONS = 1000
Stage = Literal["before", "after"]


class MovementResult(StrEnum):
    """Where the pain of one leg went within the sitting."""

    UP = "up"
    DOWN = "down"
    NO_CHANGE = "no_change"


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementTry:
    """One movement or position, tried once. Results are computed from the marks, never stated. Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    tried_at: datetime
    movement: str
    """Which movement or position, in the person's own words."""
    repetitions: int | None = None
    """How often in this sitting, 1..1000; None for a position, or if not counted."""
    before: tuple[Symptom, ...] = ()
    after: tuple[Symptom, ...] = ()
    """In body order, at most one for a region and kind. None at all means "no symptoms"."""
    note: str = ""

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "id", checks.record_id(self.id))
        checks.moment("tried_at", self.tried_at)
        checks.name("movement", self.movement)
        put(self, "repetitions", checks.optional_whole("repetitions", self.repetitions, 1, MOST_REPETITIONS))
        for name in ("before", "after"):
            put(self, name, in_body_order(getattr(self, name), name))
        checks.text("note", self.note)

    @property
    def day(self) -> date:
        """The local date as written."""
        return self.tried_at.date()

    def result(self, leg: Side) -> MovementResult | None:
        """Compare the distal level of one leg after with before; None if nothing of that leg hurt either time.

        The middle of the back counts for both legs, so by itself it says nothing about one: a leg that hurt only
        there before and after has no result, and pain that leaves a leg for the middle went up in that leg alone.
        """
        if not any(mark.kind is Kind.PAIN and mark.place.side is leg for mark in (*self.before, *self.after)):
            return None
        before, after = self.level(leg, "before"), self.level(leg, "after")
        if after == before:
            return MovementResult.NO_CHANGE
        return MovementResult.UP if after < before else MovementResult.DOWN

    def level(self, leg: Side, stage: Stage) -> int:
        """Deepest level of that leg with pain before or after: 1..7, or 0 for none."""
        return level_of(getattr(self, stage), leg)

    def strongest_pain(self, stage: Stage) -> int:
        """Strongest pain anywhere before or after: 1..10, or 0 for none."""
        marks: tuple[Symptom, ...] = getattr(self, stage)
        return max((mark.intensity for mark in marks if mark.kind is Kind.PAIN), default=0)
