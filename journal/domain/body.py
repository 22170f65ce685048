"""The body: 57 regions a person can mark, each with its side, level, views and (for education only) dermatomes.

Levels count down the leg from the back: 0 no symptom, 1 centre of the low back and sacrum, 2 low back beside the
spine, 3 buttock, hip and groin, 4 thigh, 5 knee, 6 lower leg, 7 ankle, foot and toes. The bands follow the overlay
idea of Werneke, Hart & Cook 1999 (exact bands are ours); between 5 and 6 runs the above/below-knee boundary of the
Quebec Task Force. The saddle has no level: it is a red flag only. Dermatome maps disagree (Lee 2008; Downs & Laporte
2011) and most lumbar radicular pain does not follow one (Murphy 2009), so none is ever inferred from a drawing.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from journal.i18n import N_


class Side(StrEnum):
    """A leg, or the middle of the body, as the person themselves says it."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"

    @property
    def mirrored(self) -> "Side":
        """The other side; the centre stays."""
        return _MIRROR[self]


_MIRROR = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.CENTRE: Side.CENTRE}
LEGS = (Side.LEFT, Side.RIGHT)


class View(StrEnum):
    """From where a region is seen."""

    FRONT = "front"
    BACK = "back"


DEEPEST_LEVEL = 7
LEG_FROM = 3
"""From this level on, a place belongs to the leg and no longer to the back."""
SADDLE = "saddle"


@dataclass(frozen=True, slots=True)
class Region:
    """One place on the body map."""

    id: str
    """Stable name, as written in files: "left_calf_upper"."""
    side: Side
    level: int | None
    """1..7 down the leg; None for the saddle."""
    views: tuple[View, ...]
    label: str
    """English label; translate with `_` where it is shown."""
    dermatomes: str
    """What dermatome maps give it; background only."""

    def reaches(self, leg: Side) -> bool:
        """Whether marks here count for that leg: its own regions, and the two central ones for both."""
        return self.level is not None and self.side in (leg, Side.CENTRE)

    @property
    def mirrored_id(self) -> str:
        """The same place on the other side; central regions are their own mirror."""
        if self.side is Side.CENTRE:
            return self.id
        return f"{self.side.mirrored}{self.id[len(self.side) :]}"


_F, _B = (View.FRONT,), (View.BACK,)
_FB = (View.FRONT, View.BACK)

# id, side, level, views, label, dermatomes
_TABLE: tuple[tuple[str, Side, int | None, tuple[View, ...], str, str], ...] = (
    ("low_back_centre", Side.CENTRE, 1, _B, N_("Lower back, midline"), "L1-L5"),
    ("sacrum", Side.CENTRE, 1, _B, N_("Sacrum / tailbone, midline"), "S2-S5"),
    ("left_low_back", Side.LEFT, 2, _B, N_("Left lower back, side of spine"), "T12-L3"),
    (
        "left_buttock_upper",
        Side.LEFT,
        3,
        _B,
        N_("Left upper buttock / back of pelvis"),
        "L1-L3 (L4-S1 in Keegan-Garrett)",
    ),
    ("left_buttock_lower", Side.LEFT, 3, _B, N_("Left lower buttock"), "S1-S2"),
    ("left_hip", Side.LEFT, 3, _FB, N_("Left outer hip"), "L2-L3 (L4-L5 in Keegan-Garrett)"),
    ("left_groin", Side.LEFT, 3, _F, N_("Left groin crease"), "L1-L2"),
    ("left_thigh_back_upper", Side.LEFT, 4, _B, N_("Left back of thigh, upper"), "S2-S1"),
    ("left_thigh_back_lower", Side.LEFT, 4, _B, N_("Left back of thigh, lower"), "S2-S1"),
    ("left_thigh_outer", Side.LEFT, 4, _FB, N_("Left outer thigh"), "L2-L3 (L4-L5 in Keegan-Garrett)"),
    ("left_thigh_front_upper", Side.LEFT, 4, _F, N_("Left front of thigh, upper"), "L2"),
    ("left_thigh_front_lower", Side.LEFT, 4, _F, N_("Left front of thigh, lower"), "L3"),
    ("left_thigh_inner", Side.LEFT, 4, _F, N_("Left inner thigh"), "L2-L3"),
    ("left_knee_front", Side.LEFT, 5, _F, N_("Left front / inner knee"), "L3-L4"),
    ("left_knee_back", Side.LEFT, 5, _B, N_("Left back of knee"), "S2"),
    ("left_shin", Side.LEFT, 6, _F, N_("Left front of shin"), "L4-L5"),
    ("left_lower_leg_inner", Side.LEFT, 6, _F, N_("Left inner lower leg"), "L4"),
    ("left_lower_leg_outer", Side.LEFT, 6, _FB, N_("Left outer lower leg"), "L5"),
    ("left_calf_upper", Side.LEFT, 6, _B, N_("Left calf, upper"), "S1-S2"),
    ("left_calf_lower", Side.LEFT, 6, _B, N_("Left calf, lower"), "S1-S2"),
    ("left_ankle_inner", Side.LEFT, 7, _F, N_("Left inner ankle"), "L4"),
    ("left_ankle_outer", Side.LEFT, 7, _FB, N_("Left outer ankle"), "S1"),
    ("left_heel", Side.LEFT, 7, _B, N_("Left heel / Achilles"), "S1"),
    ("left_foot_top", Side.LEFT, 7, _F, N_("Left top of foot"), "L5"),
    ("left_foot_outer_edge", Side.LEFT, 7, _F, N_("Left outer edge of foot"), "S1"),
    ("left_sole", Side.LEFT, 7, _B, N_("Left sole"), "L5-S1"),
    ("left_big_toe", Side.LEFT, 7, _F, N_("Left big toe"), "L5 (L4 in some maps)"),
    ("left_middle_toes", Side.LEFT, 7, _F, N_("Left toes 2-4"), "L5"),
    ("left_little_toe", Side.LEFT, 7, _F, N_("Left little toe"), "S1"),
    ("right_low_back", Side.RIGHT, 2, _B, N_("Right lower back, side of spine"), "T12-L3"),
    (
        "right_buttock_upper",
        Side.RIGHT,
        3,
        _B,
        N_("Right upper buttock / back of pelvis"),
        "L1-L3 (L4-S1 in Keegan-Garrett)",
    ),
    ("right_buttock_lower", Side.RIGHT, 3, _B, N_("Right lower buttock"), "S1-S2"),
    ("right_hip", Side.RIGHT, 3, _FB, N_("Right outer hip"), "L2-L3 (L4-L5 in Keegan-Garrett)"),
    ("right_groin", Side.RIGHT, 3, _F, N_("Right groin crease"), "L1-L2"),
    ("right_thigh_back_upper", Side.RIGHT, 4, _B, N_("Right back of thigh, upper"), "S2-S1"),
    ("right_thigh_back_lower", Side.RIGHT, 4, _B, N_("Right back of thigh, lower"), "S2-S1"),
    ("right_thigh_outer", Side.RIGHT, 4, _FB, N_("Right outer thigh"), "L2-L3 (L4-L5 in Keegan-Garrett)"),
    ("right_thigh_front_upper", Side.RIGHT, 4, _F, N_("Right front of thigh, upper"), "L2"),
    ("right_thigh_front_lower", Side.RIGHT, 4, _F, N_("Right front of thigh, lower"), "L3"),
    ("right_thigh_inner", Side.RIGHT, 4, _F, N_("Right inner thigh"), "L2-L3"),
    ("right_knee_front", Side.RIGHT, 5, _F, N_("Right front / inner knee"), "L3-L4"),
    ("right_knee_back", Side.RIGHT, 5, _B, N_("Right back of knee"), "S2"),
    ("right_shin", Side.RIGHT, 6, _F, N_("Right front of shin"), "L4-L5"),
    ("right_lower_leg_inner", Side.RIGHT, 6, _F, N_("Right inner lower leg"), "L4"),
    ("right_lower_leg_outer", Side.RIGHT, 6, _FB, N_("Right outer lower leg"), "L5"),
    ("right_calf_upper", Side.RIGHT, 6, _B, N_("Right calf, upper"), "S1-S2"),
    ("right_calf_lower", Side.RIGHT, 6, _B, N_("Right calf, lower"), "S1-S2"),
    ("right_ankle_inner", Side.RIGHT, 7, _F, N_("Right inner ankle"), "L4"),
    ("right_ankle_outer", Side.RIGHT, 7, _FB, N_("Right outer ankle"), "S1"),
    ("right_heel", Side.RIGHT, 7, _B, N_("Right heel / Achilles"), "S1"),
    ("right_foot_top", Side.RIGHT, 7, _F, N_("Right top of foot"), "L5"),
    ("right_foot_outer_edge", Side.RIGHT, 7, _F, N_("Right outer edge of foot"), "S1"),
    ("right_sole", Side.RIGHT, 7, _B, N_("Right sole"), "L5-S1"),
    ("right_big_toe", Side.RIGHT, 7, _F, N_("Right big toe"), "L5 (L4 in some maps)"),
    ("right_middle_toes", Side.RIGHT, 7, _F, N_("Right toes 2-4"), "L5"),
    ("right_little_toe", Side.RIGHT, 7, _F, N_("Right little toe"), "S1"),
    ("saddle", Side.CENTRE, None, _FB, N_("Genitals / between legs / around back passage"), "S2-S5"),
)

REGIONS: MappingProxyType[str, Region] = MappingProxyType({row[0]: Region(*row) for row in _TABLE})
"""Every region by its id, in the order of the table: down the body, left before right."""
