"""Home tests of strength, one leg at a time, holding a support."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from journal.domain import checks
from journal.domain.body import LEGS, Side
from journal.domain.errors import InvalidRecord
from journal.i18n import _

HEEL_RAISE_CAP = 25
"""Single-leg heel raises are stopped here (Hebert-Losier 2017)."""


class HomeTest(StrEnum):
    """One of the tests; the name of its field in `StrengthTest`."""

    HEEL_RAISES = "heel_raises"
    HEEL_WALK = "heel_walk"
    TOE_WALK = "toe_walk"
    BIG_TOE_LIFT = "big_toe_lift"


class Walk(StrEnum):
    """Ten steps on the heels, or on the toes."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class BigToeLift(StrEnum):
    """Lifting the big toe against the other foot."""

    NORMAL = "normal"
    WEAK = "weak"
    NONE = "none"


class LimitedBy(StrEnum):
    """What stopped a test early."""

    PAIN = "pain"
    WEAKNESS = "weakness"
    NOT_TRIED = "not_tried"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthTest:
    """One leg's tests of one day; a test that was not done is None. Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    tested_at: datetime
    leg: Side
    heel_raises: int | None = None
    """0..25, counted."""
    heel_walk: Walk | None = None
    toe_walk: Walk | None = None
    big_toe_lift: BigToeLift | None = None
    limited_by: LimitedBy | None = None

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "id", checks.record_id(self.id))
        checks.moment("tested_at", self.tested_at)
        put(self, "leg", checks.choice("leg", self.leg, Side))
        if self.leg not in LEGS:
            raise InvalidRecord("leg", _("“leg” is neither left nor right."))
        put(self, "heel_raises", checks.optional_whole("heel_raises", self.heel_raises, 0, HEEL_RAISE_CAP))
        for name, kind in (
            ("heel_walk", Walk),
            ("toe_walk", Walk),
            ("big_toe_lift", BigToeLift),
            ("limited_by", LimitedBy),
        ):
            value = getattr(self, name)
            put(self, name, None if value is None else checks.choice(name, value, kind))

    @property
    def day(self) -> date:
        """The local date as written."""
        return self.tested_at.date()
