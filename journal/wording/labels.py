"""The words for every choice and place: one table for each enumeration, translated where they are shown."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from journal.domain.body import REGIONS, Side, View
from journal.domain.entry import Kind, Quality, Scope
from journal.domain.movement import MovementResult
from journal.domain.onset import Precision
from journal.domain.redflag import RedFlag, Tier
from journal.domain.strength import BigToeLift, HomeTest, LimitedBy, Walk
from journal.domain.treatment import TreatmentKind
from journal.i18n import N_, _

if TYPE_CHECKING:
    from journal.analysis.results import MeasureKey

LEVELS: tuple[str, ...] = (
    N_("no pain"),
    N_("low back"),
    N_("beside the spine"),
    N_("buttock, hip"),
    N_("thigh"),
    N_("knee"),
    N_("lower leg"),
    N_("foot"),
)
"""Levels 0..7 in plain words."""

_CHOICES: tuple[str, ...] = (
    N_("No pain"),
    N_("Low back"),
    N_("Beside the spine"),
    N_("Buttock, hip"),
    N_("Thigh"),
    N_("Knee"),
    N_("Lower leg"),
    N_("Foot"),
)
"""The same as choices of their own."""

_DOWN_TO: tuple[str, ...] = (
    N_("no pain"),
    # Translators: how far down the leg the pain reached: "Left leg: pain down to the low back on 3 Mar".
    N_("down to the low back"),
    N_("down to beside the spine"),
    N_("down to the buttock, hip"),
    N_("down to the thigh"),
    N_("down to the knee"),
    N_("down to the lower leg"),
    N_("down to the foot"),
)
"""How far down, as part of a sentence."""

LEGS: Mapping[Side, str] = MappingProxyType({Side.LEFT: N_("Left leg"), Side.RIGHT: N_("Right leg")})
"""Each leg, as the first words of a sentence."""

TABLES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        Side: {Side.LEFT: N_("Left"), Side.RIGHT: N_("Right"), Side.CENTRE: N_("Middle")},
        # Translators: which side of the body is drawn: from behind, from the front.
        View: {View.FRONT: N_("Front"), View.BACK: N_("Back")},
        Kind: {
            Kind.PAIN: N_("Pain"),
            Kind.NUMBNESS: N_("Numbness"),
            Kind.TINGLING: N_("Tingling"),
            Kind.WEAKNESS: N_("Weakness"),
        },
        Quality: {
            # Translators: these seven say what a pain is like: "pain 6, sharp, burning".
            Quality.SHARP: N_("sharp"),
            Quality.SHOOTING: N_("shooting"),
            Quality.BURNING: N_("burning"),
            Quality.ELECTRIC: N_("electric"),
            Quality.DULL_ACHE: N_("dull ache"),
            Quality.CRAMP: N_("cramp"),
            Quality.STIFF: N_("stiff"),
        },
        Scope: {Scope.NOW: N_("Right now"), Scope.DAY: N_("Whole day")},
        TreatmentKind: {
            TreatmentKind.MEDICATION: N_("Medicine"),
            TreatmentKind.EXERCISE: N_("Exercise"),
            # Translators: by a therapist's hands: manual therapy, massage.
            TreatmentKind.MANUAL_THERAPY: N_("Hands-on treatment"),
            TreatmentKind.INJECTION: N_("Injection"),
            TreatmentKind.HEAT_OR_ICE: N_("Heat or ice"),
            # Translators: resting, as a treatment.
            TreatmentKind.REST: N_("Rest"),
            TreatmentKind.SURGERY: N_("Operation"),
            # Translators: another kind of treatment.
            TreatmentKind.OTHER: N_("Other"),
        },
        HomeTest: {
            HomeTest.HEEL_RAISES: N_("heel raises"),
            HomeTest.HEEL_WALK: N_("heel walk"),
            HomeTest.TOE_WALK: N_("toe walk"),
            HomeTest.BIG_TOE_LIFT: N_("big-toe lift"),
        },
        # Translators: whether heel or toe stays up while walking: "heel walk partly".
        Walk: {Walk.YES: N_("yes"), Walk.PARTLY: N_("partly"), Walk.NO: N_("no")},
        BigToeLift: {
            # Translators: how strong the lift of the big toe is: "big-toe lift normal".
            BigToeLift.NORMAL: N_("normal"),
            # Translators: how strong the lift of the big toe is: "big-toe lift weak".
            BigToeLift.WEAK: N_("weak"),
            # Translators: the big toe cannot be lifted: "big-toe lift none".
            BigToeLift.NONE: N_("none"),
        },
        LimitedBy: {
            LimitedBy.PAIN: N_("limited by pain"),
            LimitedBy.WEAKNESS: N_("limited by weakness"),
            LimitedBy.NOT_TRIED: N_("not tried"),
        },
        Tier: {
            Tier.EMERGENCY: N_("Emergency: get help now"),
            Tier.SAME_DAY: N_("Be seen today"),
            Tier.SOON: N_("Be seen within days"),
        },
        RedFlag: {
            RedFlag.SADDLE_NUMBNESS: N_(
                "Numbness, tingling or changed feeling round the genitals, the back passage or both buttocks"
            ),
            RedFlag.BLADDER: N_("Trouble starting, holding or feeling urine"),
            RedFlag.BOWEL: N_("Not holding, noticing or feeling stool pass"),
            RedFlag.SEXUAL_SENSATION: N_("Changed feeling during sex, or new trouble getting an erection"),
            RedFlag.BOTH_LEGS: N_("Symptoms below the buttock in both legs"),
            RedFlag.BOTH_LEGS_WEAK: N_("Severe or quickly worsening weakness or numbness in both legs"),
            RedFlag.ACCIDENT: N_("It began after a serious accident, or after a fall with osteoporosis"),
            RedFlag.CHEST_PAIN: N_("Chest pain or sudden breathlessness as well"),
            RedFlag.FOOT_DROP: N_("A foot that drops, or new weakness"),
            RedFlag.WORSENING_WEAKNESS: N_("Weakness that is getting worse"),
            RedFlag.FEVER: N_("Fever, or feeling ill or shivery, with the back pain"),
            RedFlag.SWOLLEN_CALF: N_("One calf that is swollen, warm or red"),
            RedFlag.WEIGHT_LOSS: N_("Losing weight without a reason"),
            RedFlag.NIGHT_PAIN: N_("Much worse at night and not eased by rest"),
            RedFlag.BACK_LUMP: N_("A lump, swelling or changed shape of the back"),
            RedFlag.SHOULDER_BLADE_PAIN: N_("Pain between the shoulder blades"),
            RedFlag.PAST_CANCER: N_("Cancer in the past"),
            RedFlag.WEAK_IMMUNITY: N_("Steroids, a weak immune system, or drugs injected other than by a clinician"),
            RedFlag.OSTEOPOROSIS: N_("Osteoporosis"),
            RedFlag.FIRST_PAIN_BY_AGE: N_(
                "The first back pain of your life, under 20 or over 50, not easing in a few weeks"
            ),
        },
        Precision: {
            Precision.DAY: N_("A day"),
            Precision.MONTH: N_("A month"),
            Precision.YEAR: N_("A year"),
            Precision.UNKNOWN: N_("Not sure"),
        },
        MovementResult: {
            # Translators: the pain went up the leg, toward the back.
            MovementResult.UP: N_("up"),
            # Translators: the pain went down the leg.
            MovementResult.DOWN: N_("down"),
            MovementResult.NO_CHANGE: N_("no change"),
        },
    }
)
"""English words for each member of what records are made of; `label` translates."""

_INSIDE: Mapping[StrEnum, str] = MappingProxyType(
    {
        # Translators: inside a line: "Left calf, upper: pain 6, sharp".
        Kind.PAIN: N_("pain"),
        Kind.NUMBNESS: N_("numbness"),
        Kind.TINGLING: N_("tingling"),
        Kind.WEAKNESS: N_("weakness"),
        # Translators: inside a line: "Sunday, 22 November 2026, 20:30 · right now".
        Scope.NOW: N_("right now"),
        # Translators: inside a line: "Sunday, 22 November 2026, 20:30 · whole day".
        Scope.DAY: N_("whole day"),
    }
)
if missing := [value for value in (*Kind, *Scope) if value not in _INSIDE]:
    raise LookupError(f"no words for {missing}")


def tables() -> Mapping[type[StrEnum], Mapping[StrEnum, str]]:
    """Return the words of every choice, also of those that only results have."""
    from journal.wording import result_labels  # loads what declares them: not before one is asked for

    return {**TABLES, **result_labels.TABLES}


def label(value: StrEnum) -> str:
    """Return the word or words for one choice, in the person's language."""
    return _((TABLES if type(value) in TABLES else tables())[type(value)][value])


def inside(value: Kind | Scope) -> str:
    """Return the same as `label`, as it stands inside a line or a sentence: "pain"."""
    return _(_INSIDE[value])


def region(region_id: str) -> str:
    """Return a region's name: "Left calf, upper"."""
    return _(REGIONS[region_id].label)


def level(number: float) -> str:
    """Return the plain words for a level (0..7), rounded to the nearest: "lower leg". Only 0 is no pain at all."""
    if 0 < number < 0.5:
        return _("mostly no pain")
    return _(LEVELS[min(max(int(number + 0.5), 0), len(LEVELS) - 1)])


def level_choice(number: int) -> str:
    """Return a level as a choice of its own: "Lower leg"."""
    return _(_CHOICES[number])


def down_to(number: float) -> str:
    """Return how far down the leg pain reached, by its level: "down to the lower leg"; "no pain" for 0."""
    if 0 < number < 0.5:
        return level(number)
    return _(_DOWN_TO[min(max(int(number + 0.5), 0), len(_DOWN_TO) - 1)])


def leg(side: Side) -> str:
    """Return a leg's name as the first words of a sentence: "Left leg"."""
    return _(LEGS[side])


def measure(key: "MeasureKey", detail: str) -> str:
    """Return a row's name in the then-and-now table: "Heel raises, left leg", or an activity in the person's words."""
    from journal.analysis.results import MeasureKey

    if key is MeasureKey.ABILITY:
        return _("{activity}, 0–10").format(activity=detail)
    if key is MeasureKey.SENSATION:
        return (
            _("Numbness, tingling 0–10, left leg") if detail == Side.LEFT else _("Numbness, tingling 0–10, right leg")
        )
    if key is MeasureKey.HEEL_RAISES:
        return _("Heel raises, left leg") if detail == Side.LEFT else _("Heel raises, right leg")
    return label(key)
