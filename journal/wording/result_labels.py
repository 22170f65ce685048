"""The words for every choice that only results have, as `journal.wording.labels` gives them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from journal.analysis.results import (
    DifferenceVerdict,
    FrequencyVerdict,
    MeasureKey,
    PartOfDay,
    PhaseFigure,
    PhaseReason,
    PhaseState,
    ReactionAge,
    SignKey,
    SignVerdict,
    Size,
    Stage,
    Verdict,
    Worse,
)
from journal.analysis.search import Unmarked
from journal.i18n import N_

TABLES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        DifferenceVerdict: {
            DifferenceVerdict.MORE: N_("higher"),
            DifferenceVerdict.LESS: N_("lower"),
            DifferenceVerdict.NO_CLEAR: N_("no clear difference"),
            DifferenceVerdict.NOT_ENOUGH: N_("not enough"),
        },
        FrequencyVerdict: {
            FrequencyVerdict.NOT_ENOUGH: N_("not enough days known yet"),
            FrequencyVerdict.CLEARLY_FEWER: N_("on clearly fewer days"),
            FrequencyVerdict.PROBABLY_FEWER: N_("probably on fewer days"),
            FrequencyVerdict.CLEARLY_MORE: N_("on clearly more days"),
            FrequencyVerdict.PROBABLY_MORE: N_("probably on more days"),
            FrequencyVerdict.NO_CLEAR_CHANGE: N_("no clear change in how often"),
        },
        MeasureKey: {
            MeasureKey.PAIN_AVERAGE: N_("Average pain 0–10"),
            MeasureKey.PAIN_WORST: N_("Worst pain 0–10"),
            MeasureKey.PAIN_FREE_DAYS: N_("Days without pain"),
            MeasureKey.SENSATION: N_("Numbness, tingling 0–10"),
            MeasureKey.HEEL_RAISES: N_("Heel raises"),
            MeasureKey.ABILITY: N_("Own activity 0–10"),
            MeasureKey.SITTING: N_("Sitting, minutes"),
            MeasureKey.STANDING: N_("Standing, minutes"),
            MeasureKey.WALKING: N_("Walking, minutes"),
            MeasureKey.SLEEP_HOURS: N_("Sleep, hours"),
            MeasureKey.SLEEP_DISTURBED: N_("Sleep disturbed 0–10"),
        },
        PartOfDay: {
            PartOfDay.NIGHT: N_("night, 0 to 6"),
            PartOfDay.MORNING: N_("morning, 6 to 12"),
            PartOfDay.AFTERNOON: N_("afternoon, 12 to 18"),
            PartOfDay.EVENING: N_("evening, 18 to 24"),
        },
        PhaseFigure: {
            PhaseFigure.PAIN: N_("how strong the pain is, in the check-in"),
            PhaseFigure.SLEEP: N_("how much pain disturbs your nights, in the whole-day check-in"),
            PhaseFigure.FUNCTION: N_("one of your own activities, rated in the weekly check"),
            PhaseFigure.FUNCTION_TWICE: N_(
                "one of your own activities, rated in the weekly check at first and again now"
            ),
            PhaseFigure.HEEL_RAISES: N_("heel raises of both legs, in the weekly check"),
        },
        PhaseReason: {
            PhaseReason.PAIN_UP: N_("Pain is higher than in the first week."),
            PhaseReason.PAIN_SAME: N_("Pain has not fallen by both 2 points and 30 %."),
            PhaseReason.PAIN_DOWN: N_("Pain has fallen by 2 points and 30 % or more."),
            PhaseReason.MOVING_DOWN: N_("Pain is moving down a leg."),
            PhaseReason.FUNCTION_NOT_UP: N_("Own activities and days without pain have not gained."),
            PhaseReason.SLEEP_AND_FUNCTION_GOOD: N_("Nights and own activities, where noted, are not much limited."),
        },
        PhaseState: {
            PhaseState.NAMED: N_("a phase fits"),
            PhaseState.MIXED: N_("the signs point different ways"),
            PhaseState.MISSING: N_("a figure is missing"),
            PhaseState.NOT_ENOUGH: N_("not enough entries yet"),
            PhaseState.HIDDEN: N_("not shown while an urgent sign is open"),
        },
        ReactionAge: {
            ReactionAge.FIRST_48_HOURS: N_("within the first 48 hours"),
            ReactionAge.TO_7_DAYS: N_("3 to 7 days after the start"),
            ReactionAge.BEYOND_7_DAYS: N_("more than 7 days after the start"),
        },
        SignKey: {
            SignKey.PAIN: N_("Pain and function"),
            # Translators: where the pain is.
            SignKey.LOCATION: N_("Location"),
            SignKey.SENSATION: N_("Numbness, tingling"),
            # Translators: of the muscles.
            SignKey.STRENGTH: N_("Strength"),
        },
        SignVerdict: {
            SignVerdict.IMPROVING: N_("improving"),
            SignVerdict.PROBABLY_IMPROVING: N_("probably improving"),
            SignVerdict.WORSENING: N_("getting worse"),
            SignVerdict.PROBABLY_WORSENING: N_("probably getting worse"),
            SignVerdict.NO_CLEAR_CHANGE: N_("no clear change"),
            SignVerdict.NOT_ENOUGH: N_("not enough entries yet"),
        },
        Size: {
            Size.MINIMAL: N_("minimal"),
            Size.MODERATE: N_("moderate"),
            Size.SUBSTANTIAL: N_("substantial"),
        },
        Stage: {
            Stage.ACUTE: N_("acute (under 6 weeks)"),
            Stage.SUBACUTE: N_("subacute (6 to 12 weeks)"),
            Stage.CHRONIC: N_("chronic (over 12 weeks)"),
        },
        Verdict: {
            Verdict.NOT_ENOUGH: N_("not enough entries yet"),
            Verdict.CLEARLY_UP: N_("clearly moving up"),
            Verdict.CLEARLY_DOWN: N_("clearly moving down"),
            Verdict.PROBABLY_UP: N_("probably moving up"),
            Verdict.PROBABLY_DOWN: N_("probably moving down"),
            Verdict.TURNED_UP: N_("had moved down, now coming back up"),
            Verdict.TURNED_DOWN: N_("had moved up, now going back down"),
            Verdict.NO_CLEAR_CHANGE: N_("no clear change"),
            # Translators: the pain is where it was.
            Verdict.STAYED: N_("stayed"),
            Verdict.BACK_ONLY: N_("pain in the back only"),
            Verdict.NO_SYMPTOMS: N_("no pain in this leg"),
        },
        Worse: {
            Worse.STRENGTH: N_("strength is getting worse"),
            Worse.WEAKNESS: N_("the weakness marked is getting worse"),
            Worse.SENSATION: N_("numbness or tingling is getting worse"),
            Worse.URGENT: N_("an urgent sign is open"),
        },
        Unmarked: {Unmarked.NO_SYMPTOMS: N_("No symptoms"), Unmarked.NOT_GIVEN: N_("Place not given")},
    }
)
"""English words for each member."""
