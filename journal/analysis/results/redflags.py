"""Urgent signs that are open, and those that were."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from journal.domain.redflag import RedFlag, Tier

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
