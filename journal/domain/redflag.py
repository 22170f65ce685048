"""Red flags: signs that need help now, today or soon (sources: NHS advice and GIRFT, see wording)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from journal.domain import checks


class Tier(StrEnum):
    """How soon."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    SOON = "soon"


class RedFlag(StrEnum):
    """One sign; any one is enough."""

    SADDLE_NUMBNESS = "saddle_numbness"
    BLADDER = "bladder"
    BOWEL = "bowel"
    SEXUAL_SENSATION = "sexual_sensation"
    BOTH_LEGS = "both_legs"
    BOTH_LEGS_WEAK = "both_legs_weak"
    ACCIDENT = "accident"
    CHEST_PAIN = "chest_pain"
    FOOT_DROP = "foot_drop"
    WORSENING_WEAKNESS = "worsening_weakness"
    FEVER = "fever"
    SWOLLEN_CALF = "swollen_calf"
    WEIGHT_LOSS = "weight_loss"
    NIGHT_PAIN = "night_pain"
    BACK_LUMP = "back_lump"
    SHOULDER_BLADE_PAIN = "shoulder_blade_pain"
    PAST_CANCER = "past_cancer"
    WEAK_IMMUNITY = "weak_immunity"
    OSTEOPOROSIS = "osteoporosis"
    FIRST_PAIN_BY_AGE = "first_pain_by_age"

    @property
    def tier(self) -> Tier:
        """How soon this sign needs help."""
        return TIERS[self]


TIERS: MappingProxyType[RedFlag, Tier] = MappingProxyType(
    {
        RedFlag.SADDLE_NUMBNESS: Tier.EMERGENCY,
        RedFlag.BLADDER: Tier.EMERGENCY,
        RedFlag.BOWEL: Tier.EMERGENCY,
        RedFlag.SEXUAL_SENSATION: Tier.EMERGENCY,
        RedFlag.BOTH_LEGS: Tier.EMERGENCY,
        RedFlag.BOTH_LEGS_WEAK: Tier.EMERGENCY,
        RedFlag.ACCIDENT: Tier.EMERGENCY,
        RedFlag.CHEST_PAIN: Tier.EMERGENCY,
        RedFlag.FOOT_DROP: Tier.SAME_DAY,
        RedFlag.WORSENING_WEAKNESS: Tier.SAME_DAY,
        RedFlag.FEVER: Tier.SAME_DAY,
        RedFlag.SWOLLEN_CALF: Tier.SAME_DAY,
        RedFlag.WEIGHT_LOSS: Tier.SOON,
        RedFlag.NIGHT_PAIN: Tier.SOON,
        RedFlag.BACK_LUMP: Tier.SOON,
        RedFlag.SHOULDER_BLADE_PAIN: Tier.SOON,
        RedFlag.PAST_CANCER: Tier.SOON,
        RedFlag.WEAK_IMMUNITY: Tier.SOON,
        RedFlag.OSTEOPOROSIS: Tier.SOON,
        RedFlag.FIRST_PAIN_BY_AGE: Tier.SOON,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagCheck:
    """One answer to the questions about urgent signs; no signs means "none of these". Raises InvalidRecord."""

    id: str = field(default_factory=checks.new_id)
    checked_at: datetime
    signs: tuple[RedFlag, ...] = ()
    """In the order of `RedFlag`, each once."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", checks.record_id(self.id))
        checks.moment("checked_at", self.checked_at)
        named = {checks.choice("signs", word, RedFlag) for word in checks.words("signs", self.signs)}
        object.__setattr__(self, "signs", tuple(flag for flag in RedFlag if flag in named))

    @property
    def day(self) -> date:
        """The local date as written."""
        return self.checked_at.date()
