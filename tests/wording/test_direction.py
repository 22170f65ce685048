"""The sentence about a leg: what was seen, over which days, from how many, and never more surely than that."""

from dataclasses import replace
from datetime import timedelta

import pytest
from diaries import day

from journal.analysis import direction as engine
from journal.analysis.results import Direction, Verdict
from journal.domain.body import Side
from journal.wording import counts
from journal.wording import direction as words

UP = Direction(
    leg=Side.LEFT,
    verdict=Verdict.CLEARLY_UP,
    turn=None,
    as_of=day(27),
    window_days=28,
    days_logged=22,
    first_day=day(0),
    last_day=day(27),
    change_levels=-2.15,
    probability_up=0.992,
    interval=(-3.4, -0.9),
    line=(),
    painful_days=22,
    leg_days=22,
    other_symptom_days=0,
    unplaced_days=0,
)


def said(**changes):
    return words.sentence(replace(UP, **changes))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Left leg: clearly moving up toward the back, about 2 levels in 28 days (22 days logged)."),
        (
            {"verdict": Verdict.CLEARLY_DOWN, "leg": Side.RIGHT, "change_levels": 1.04},
            "Right leg: clearly moving down the leg, about 1 level in 28 days (22 days logged).",
        ),
        (
            {"verdict": Verdict.PROBABLY_UP, "change_levels": -0.5},
            "Left leg: probably moving up toward the back, about half a level in 28 days (22 days logged)."
            " Diaries with no real change also show this at times.",
        ),
        (
            {"verdict": Verdict.NO_CLEAR_CHANGE},
            "Left leg: no clear change in 28 days (22 days logged). That is not the same as no change.",
        ),
        (
            {"verdict": Verdict.TURNED_UP, "turn": Verdict.TURNED_UP},
            "Left leg: had moved down, now coming back up toward the back, in 28 days (22 days logged)."
            " A leg that moved and then stayed can look like this.",
        ),
        (
            {"turn": Verdict.TURNED_DOWN},
            "Left leg: clearly moving up toward the back, about 2 levels in 28 days (22 days logged)."
            " Lately it has slowed, stopped or turned back.",
        ),
        (
            {"turn": Verdict.TURNED_UP},
            "Left leg: clearly moving up toward the back, about 2 levels in 28 days (22 days logged)."
            " It moved more lately than at first.",
        ),
        (
            {"verdict": Verdict.NO_SYMPTOMS, "painful_days": 0, "unplaced_days": 1},
            "Left leg: no place of pain marked in 28 days (22 days logged). Pain was rated on 1 day without its place.",
        ),
        ({"verdict": Verdict.NO_SYMPTOMS, "painful_days": 0}, "Left leg: no symptoms in 28 days (22 days logged)."),
        (
            {"verdict": Verdict.NO_SYMPTOMS, "painful_days": 0, "other_symptom_days": 1},
            "Left leg: no pain in 28 days (22 days logged), but numbness, tingling or weakness on 1 day.",
        ),
        (
            {"verdict": Verdict.NOT_ENOUGH, "days_logged": 7},
            "Left leg: not enough entries yet, 7 of 10 days.",
        ),
        (
            {"verdict": Verdict.NOT_ENOUGH, "days_logged": 7, "painful_days": 0},
            "Left leg: not enough entries yet, 7 of 10 days; so far none with pain in this leg.",
        ),
        (
            {"verdict": Verdict.NOT_ENOUGH, "days_logged": 10, "last_day": day(10)},
            "Left leg: not enough entries yet, they reach over 11 of 13 days.",
        ),
        (
            {"verdict": Verdict.NOT_ENOUGH, "days_logged": 12},
            "Left leg: not enough entries yet, too few at the beginning or at the end of these 28 days"
            " (12 days logged).",
        ),
        (
            {"verdict": Verdict.NOT_ENOUGH, "days_logged": 0, "first_day": None, "last_day": None, "painful_days": 0},
            "Left leg: no entries in the last 28 days.",
        ),
    ],
)
def test_each_verdict_has_its_honest_sentence(changes, expected):
    assert said(**changes) == expected


def test_the_enough_rule_is_told_with_its_own_numbers():
    assert counts.DAYS_NEEDED == engine.ENOUGH_DAYS
    assert counts.SPAN_NEEDED == engine.ENOUGH_SPAN + 1


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
    lead, rest = words.parts(UP)
    assert lead == "Left leg: clearly moving up toward the back"
    assert lead + rest == words.sentence(UP)


def test_the_explanation_has_dates_days_and_the_fields_word_once():
    text = words.explanation(UP)
    assert text.startswith("2–29 Mar 2026: 22 of 28 days logged.")
    assert "0.9 to 3.4 levels up" in text
    assert text.count("centralization") == 1
    down = words.explanation(replace(UP, verdict=Verdict.PROBABLY_DOWN, interval=(-0.1, 2.0)))
    assert "0.1 levels up to 2.0 levels down" in down
    assert down.count("peripheralization") == 1
    assert "Worth telling your clinician" in down


def test_a_leg_never_logged_is_explained_without_dates():
    nothing = replace(UP, verdict=Verdict.NOT_ENOUGH, days_logged=0, first_day=None, last_day=None, interval=None)
    assert words.explanation(nothing) == ""
    assert words.interval(nothing) == ""


def test_a_window_over_new_year_shows_both_years():
    later = timedelta(days=290)
    assert "2026" in words.explanation(replace(UP, first_day=day(0) + later, last_day=day(27) + later))
    assert "2027" in words.explanation(replace(UP, first_day=day(0) + later, last_day=day(27) + later))


def test_a_leg_that_only_shares_the_pain_of_the_back_is_told_so():
    text = said(verdict=Verdict.NO_CLEAR_CHANGE, leg_days=0)
    assert text == "Left leg: no pain in the leg itself, only in the back, in 28 days (22 days logged)."


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"days_logged": 0, "painful_days": 0},
            "No entries in the last 28 days. The direction shows from 10 logged days on.",
        ),
        (
            {"days_logged": 3, "painful_days": 0},
            "Not enough entries yet, 3 of 10 days; so far none with pain in a leg.",
        ),
        ({"painful_days": 5}, "Pain in the back only, in neither leg, in 28 days (22 days logged)."),
        (
            {"verdict": Verdict.NO_SYMPTOMS, "painful_days": 0},
            "Both legs: no symptoms in 28 days (22 days logged).",
        ),
        (
            {"verdict": Verdict.NO_SYMPTOMS, "painful_days": 0, "other_symptom_days": 2},
            "No pain in either leg in 28 days (22 days logged).",
        ),
    ],
)
def test_two_quiet_legs_are_told_in_one_sentence(changes, expected):
    left = replace(UP, **{"verdict": Verdict.NOT_ENOUGH, "leg_days": 0, **changes})
    assert "".join(words.neither(left, replace(left, leg=Side.RIGHT))) == expected
