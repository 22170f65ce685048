"""The sentence about a leg: what was seen, over which days, from how many, and never more surely than that."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from diaries import at_level, day, entry, marks, moment

from journal.analysis import looks as engine
from journal.analysis.daily import daily
from journal.analysis.direction import leg_progress
from journal.analysis.limits import DIRECTION_DAYS, DIRECTION_SPAN
from journal.analysis.progress import compute
from journal.analysis.results import (
    Direction,
    Frequency,
    FrequencyVerdict,
    LegProgress,
    Often,
    SignKey,
    Verdict,
    Worse,
)
from journal.domain.body import Side
from journal.domain.entry import Kind
from journal.domain.records import Records
from journal.domain.strength import StrengthTest
from journal.wording import direction as words
from journal.wording import signs as sign_words

UP = Direction(
    leg=Side.LEFT,
    verdict=Verdict.CLEARLY_UP,
    turn=None,
    as_of=day(27),
    window_days=28,
    first_logged=day(0),
    last_logged=day(27),
    days_logged=24,
    painful_days=22,
    unknown_days=0,
    first_day=day(0),
    last_day=day(27),
    change_levels=-2.15,
    probability_up=0.992,
    interval=(-3.4, -0.9),
    line=(),
    band=(6, 6),
    level_now=4,
    leg_days=22,
    other_symptom_days=0,
    earliest=None,
    painful_days_needed=None,
)
EVERY_DAY = Frequency(FrequencyVerdict.NO_CLEAR_CHANGE, 28, 24, 24, 0.0, 0.5, (12, 12), (12, 12))
FEWER = Frequency(FrequencyVerdict.CLEARLY_FEWER, 28, 28, 21, -0.6, 0.99, (14, 14), (7, 14))


def leg(often=EVERY_DAY, worse=(), longer=None, **changes):
    one = replace(UP, **changes)
    if one.verdict is Verdict.NOT_ENOUGH:
        one = replace(one, change_levels=None)
    return LegProgress(one, longer or replace(one, window_days=56), Often(often, often), worse)


def said(**changes):
    return words.sentence(leg(**changes))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Left leg: clearly moving up toward the back, about 2 levels in 28 days (22 painful days)."),
        (
            {"verdict": Verdict.CLEARLY_DOWN, "leg": Side.RIGHT, "change_levels": 1.04},
            "Right leg: clearly moving down the leg, about 1 level in 28 days (22 painful days).",
        ),
        (
            {"verdict": Verdict.PROBABLY_UP, "change_levels": -0.5},
            "Left leg: probably moving up toward the back, about half a level in 28 days (22 painful days)."
            " Diaries with no real change also show this at times.",
        ),
        (
            {"verdict": Verdict.NO_CLEAR_CHANGE},
            "Left leg: no clear change in 28 days (22 painful days). That is not the same as no change.",
        ),
        (
            {"verdict": Verdict.STAYED, "often": FEWER},
            "Left leg: stayed at the lower leg in 28 days (22 painful days), on clearly fewer days: 14 of 14, then 7"
            " of 14.",
        ),
        (
            {"verdict": Verdict.STAYED, "band": (5, 6), "unknown_days": 3},
            "Left leg: stayed between the knee and the lower leg in 28 days (22 painful days, 3 days without a place).",
        ),
        (
            {"verdict": Verdict.TURNED_UP, "turn": Verdict.TURNED_UP},
            "Left leg: had moved down, now coming back up toward the back, in 28 days (22 painful days)."
            " A leg that moved and then stayed can look like this.",
        ),
        (
            {"turn": Verdict.TURNED_DOWN},
            "Left leg: clearly moving up toward the back, about 2 levels in 28 days (22 painful days)."
            " Lately it has slowed, stopped or turned back.",
        ),
        (
            {"verdict": Verdict.BACK_ONLY, "painful_days": 20, "days_logged": 25},
            "Pain in the back only, not in the left leg, in 28 days (20 of 25 days logged).",
        ),
        ({"verdict": Verdict.NO_SYMPTOMS, "painful_days": 0}, "Left leg: no pain in 28 days (24 days logged)."),
        (
            {"verdict": Verdict.NO_SYMPTOMS, "painful_days": 0, "other_symptom_days": 1},
            "Left leg: no pain in 28 days (24 days logged), but numbness, tingling or weakness on 1 day.",
        ),
        (
            {
                "verdict": Verdict.NOT_ENOUGH,
                "days_logged": 7,
                "painful_days": 7,
                "earliest": day(12),
                "painful_days_needed": 3,
            },
            "Left leg: not enough painful days yet, 7 of 10."
            " It can say more at the earliest on 14 Mar, with 3 more painful days.",
        ),
        (
            {
                "verdict": Verdict.NOT_ENOUGH,
                "painful_days": 6,
                "band": (3, 3),
                "often": replace(FEWER, verdict=FrequencyVerdict.NOT_ENOUGH, then=(12, 14), now=(2, 14)),
            },
            "Left leg: pain on 2 of the last 14 logged days, 12 of 14 before; when it hurt, the buttock.",
        ),
        (
            {"verdict": Verdict.NOT_ENOUGH, "painful_days": 0, "unknown_days": 4},
            "Left leg: no pain marked in 28 days (24 days logged). On 4 days the place of the pain was not given.",
        ),
        (
            {"verdict": Verdict.NOT_ENOUGH, "days_logged": 0, "first_day": None, "last_day": None, "painful_days": 0},
            "Left leg: no entries in the last 28 days.",
        ),
    ],
)
def test_each_verdict_has_its_honest_sentence(changes, expected):
    assert said(**changes).replace("\u202f", " ") == expected


def test_both_windows_are_told_in_one_sentence_the_longer_first():
    longer = replace(
        UP, window_days=56, first_day=day(-28), painful_days=41, change_levels=-2.5, verdict=Verdict.CLEARLY_UP
    )
    text = said(verdict=Verdict.STAYED, band=(4, 4), longer=longer)
    assert text == (
        "Left leg: clearly moving up toward the back in 56 days, about 2.5 levels; in the last 28 days stayed at the"
        " thigh (41 painful days)."
    )


def test_a_longer_window_with_nothing_of_its_own_is_not_told():
    longer = replace(UP, window_days=56, painful_days=26, verdict=Verdict.NO_CLEAR_CHANGE)
    assert said(longer=longer) == said()


def test_good_news_is_not_told_alone():
    text = said(worse=(Worse.STRENGTH, Worse.URGENT))
    assert text.startswith("Left leg: strength is getting worse, an urgent sign is open.")
    assert "clearly moving up" in text
    assert "like to see" in words.explanation(leg())
    assert "like to see" not in words.explanation(leg(worse=(Worse.SENSATION,)))


def test_the_enough_rule_is_told_with_its_own_numbers():
    assert str(DIRECTION_DAYS) in words.needs() and str(DIRECTION_SPAN) in words.needs()
    last = DIRECTION_SPAN - 1
    spread = np.array([0, 1, 2, 3, 4, 5, 6, last - 2, last - 1, last])
    assert len(spread) == DIRECTION_DAYS
    assert engine.enough(spread)
    assert not engine.enough(spread[1:]), "a day too few"
    assert not engine.enough(np.delete(np.arange(last), 4)), "a day too short"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (0.0, "about half a level"),
        (-0.7, "about half a level"),
        (0.8, "about 1 level"),
        (-1.3, "about 1.5 levels"),
        (2.15, "about 2 levels"),
        (-2.4, "about 2.5 levels"),
        (2.8, "about 3 levels"),
        (-4.4, "about 4 levels"),
    ],
)
def test_levels_are_rounded_to_halves_and_never_to_nothing(change, expected):
    assert words.about_levels(change) == expected


def test_the_bold_part_and_the_rest_make_the_sentence():
    lead, rest = words.parts(leg())
    assert lead == "Left leg: clearly moving up toward the back"
    assert lead + rest == words.sentence(leg())


def test_the_explanation_has_dates_days_and_the_fields_word_once():
    text = words.explanation(leg())
    assert text.replace("\N{THIN SPACE}", "").startswith("2–29 Mar 2026: 22 painful days, 24 days logged.")
    assert "0.9 to 3.4 levels up" in text
    assert text.count("centralization") == 1
    down = words.explanation(leg(verdict=Verdict.PROBABLY_DOWN, interval=(-0.1, 2.0)))
    assert "0.1 levels up to 2.0 levels down" in down
    assert down.count("peripheralization") == 1
    assert "Worth telling your clinician" in down


def test_a_window_over_new_year_shows_both_years():
    later = timedelta(days=290)
    text = words.explanation(leg(first_day=day(0) + later, last_day=day(27) + later))
    assert "2026" in text
    assert "2027" in text


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"days_logged": 0, "painful_days": 0},
            "No entries in the last 28 days. The direction shows from 10 painful days on.",
        ),
        ({"painful_days": 5}, "Pain in the back only, in neither leg, in 28 days (24 days logged)."),
        (
            {"painful_days": 0, "unknown_days": 2},
            "No place of pain marked in either leg in 28 days (24 days logged)."
            " On 2 days the place of the pain was not given.",
        ),
        (
            {"verdict": Verdict.NO_SYMPTOMS, "painful_days": 0},
            "Both legs: no symptoms in 28 days (24 days logged).",
        ),
        (
            {"verdict": Verdict.NO_SYMPTOMS, "painful_days": 0, "other_symptom_days": 2},
            "No pain in either leg in 28 days (24 days logged).",
        ),
    ],
)
def test_two_quiet_legs_are_told_in_one_sentence(changes, expected):
    left = replace(UP, **{"verdict": Verdict.NOT_ENOUGH, "leg_days": 0, **changes})
    assert "".join(words.neither(left, replace(left, leg=Side.RIGHT))) == expected


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_calf_that_hurts_on_fewer_days_has_not_moved(side):
    entries = [at_level(n, 6 if n < 14 or n % 2 else 0, side) for n in range(28)]
    found = leg_progress(daily(entries), Side(side), day(27))
    assert found.headline.verdict is Verdict.STAYED
    assert "stayed at the lower leg" in words.sentence(found)
    assert "fewer days: 14 of 14, then 7 of 14" in words.sentence(found)


def test_a_pain_that_is_only_rated_has_not_left_the_calf():
    entries = [at_level(n, 6) for n in range(14)] + [replace(at_level(n, 0), pain_worst=7.0) for n in range(14, 28)]
    found = compute(Records(tuple(entries)), day(27)).legs[Side.LEFT]
    assert (found.headline.verdict, found.headline.unknown_days) == (Verdict.STAYED, 14)
    assert "14 days without a place" in words.sentence(found)


@pytest.mark.parametrize("side", ["left", "right"])
def test_heel_raises_that_fall_are_told_before_a_pain_that_leaves_the_foot(side):
    entries = tuple(at_level(n, 7 if n < 14 else 4, side) for n in range(28))
    tests = tuple(StrengthTest(tested_at=moment(n), leg=side, heel_raises=count) for n, count in ((0, 20), (27, 2)))
    progress = compute(Records(entries=entries, strength_tests=tests), day(27))
    found = progress.legs[Side(side)]
    assert (found.headline.verdict, found.worse) == (Verdict.CLEARLY_UP, (Worse.STRENGTH, Worse.URGENT))
    assert [flag.sign.value for flag in progress.red_flags] == ["worsening_weakness"]
    assert words.sentence(found).split(". ")[0].endswith("strength is getting worse, an urgent sign is open")
    assert "like to see" not in words.explanation(found)


def test_a_knee_and_a_back_written_down_apart_are_one_sitting():
    entries = []
    for n in range(28):
        entries.append(entry(n, *marks("left_knee_back"), scope="now", hour=8))
        if n >= 14:
            entries.append(
                replace(entry(n, *marks("sacrum"), scope="now", hour=8), recorded_at=entries[-1].recorded_at)
            )
    found = leg_progress(daily(entries), Side.LEFT, day(27)).headline
    assert (found.verdict, found.band) == (Verdict.STAYED, (5, 5))


@pytest.mark.parametrize("kind", ["numbness", "tingling"])
@pytest.mark.parametrize(
    ("places", "said"),
    [
        (["left_sole"] * 14 + ["left_thigh_outer"] * 14, "Its place is clearly moving up, about 2.5 levels."),
        (["left_sole"] * 28, "Its place stayed at the foot."),
        (["left_sole"] * 9, ""),
    ],
)
def test_the_place_of_numbness_is_told_in_one_clause(kind, places, said):
    entries = tuple(entry(n, *marks(place, kind=Kind(kind))) for n, place in enumerate(places))
    progress = compute(Records(entries), day(len(places) - 1))
    sentence = sign_words.sentence(progress, SignKey.SENSATION)
    assert said in sentence
    assert bool(said) == ("Its place" in sentence)


def test_no_pain_lately_is_said_so():
    progress = compute(Records(tuple(at_level(n, 5 if n < 8 else 0) for n in range(28))), day(27))
    assert sign_words.sentence(progress, SignKey.PAIN) == "Pain: none lately, in the last 14 days (14 days logged)."
