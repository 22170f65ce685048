"""What the analysis finds: plain frozen values that wording, pages, charts and files read.

Nothing here computes and nothing heavy is imported, so that a window can hold results before numpy is loaded.
Each of the modules here is loaded when a name of it is first asked for: the window needs few of them to show.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.analysis.results.aggravators import (
        Aggravator,
        DayDifference,
        DifferenceVerdict,
        PartOfDay,
        TimeOfDayFigures,
        WhenItHurts,
    )
    from journal.analysis.results.days import Day, LegDay
    from journal.analysis.results.direction import (
        LONGER_HAS_MORE,
        Direction,
        Frequency,
        FrequencyVerdict,
        LegProgress,
        LinePoint,
        Often,
        Verdict,
        Worse,
    )
    from journal.analysis.results.episodes import EarlySign, Episode, Flare, Recurrence, RelapsePrevention, Stage
    from journal.analysis.results.figures import BodySummary, Measure, MeasureKey, RegionLoad, Size, Stretch, Week
    from journal.analysis.results.phase import Phase, PhaseFigure, PhaseReason, PhaseState
    from journal.analysis.results.progress import Progress
    from journal.analysis.results.redflags import OpenFlag, PastFlag, RaisedBy
    from journal.analysis.results.signs import (
        Function,
        SensationPlace,
        Sign,
        SignKey,
        SignVerdict,
        StrengthPair,
        WindowFinding,
    )
    from journal.analysis.results.treatments import (
        Figures,
        MovementCount,
        MovementLeg,
        Reaction,
        ReactionAge,
        TreatmentEffect,
    )

__all__ = [
    "LONGER_HAS_MORE",
    "Aggravator",
    "BodySummary",
    "Day",
    "DayDifference",
    "DifferenceVerdict",
    "Direction",
    "EarlySign",
    "Episode",
    "Figures",
    "Flare",
    "Frequency",
    "FrequencyVerdict",
    "Function",
    "LegDay",
    "LegProgress",
    "LinePoint",
    "Measure",
    "MeasureKey",
    "MovementCount",
    "MovementLeg",
    "Often",
    "OpenFlag",
    "PartOfDay",
    "PastFlag",
    "Phase",
    "PhaseFigure",
    "PhaseReason",
    "PhaseState",
    "Progress",
    "RaisedBy",
    "Reaction",
    "ReactionAge",
    "Recurrence",
    "RegionLoad",
    "RelapsePrevention",
    "SensationPlace",
    "Sign",
    "SignKey",
    "SignVerdict",
    "Size",
    "Stage",
    "StrengthPair",
    "Stretch",
    "TimeOfDayFigures",
    "TreatmentEffect",
    "Verdict",
    "Week",
    "WhenItHurts",
    "WindowFinding",
    "Worse",
]

_NAMES = {
    "aggravators": ("Aggravator", "DayDifference", "DifferenceVerdict", "PartOfDay", "TimeOfDayFigures", "WhenItHurts"),
    "days": ("Day", "LegDay"),
    "direction": (
        "LONGER_HAS_MORE",
        "Direction",
        "Frequency",
        "FrequencyVerdict",
        "LegProgress",
        "LinePoint",
        "Often",
        "Verdict",
        "Worse",
    ),
    "episodes": ("EarlySign", "Episode", "Flare", "Recurrence", "RelapsePrevention", "Stage"),
    "figures": ("BodySummary", "Measure", "MeasureKey", "RegionLoad", "Size", "Stretch", "Week"),
    "phase": ("Phase", "PhaseFigure", "PhaseReason", "PhaseState"),
    "progress": ("Progress",),
    "redflags": ("OpenFlag", "PastFlag", "RaisedBy"),
    "signs": ("Function", "SensationPlace", "Sign", "SignKey", "SignVerdict", "StrengthPair", "WindowFinding"),
    "treatments": ("Figures", "MovementCount", "MovementLeg", "Reaction", "ReactionAge", "TreatmentEffect"),
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load what declares a name."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    return found
