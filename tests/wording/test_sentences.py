"""Every sentence about every result: whole, calm, and never surer than its verdict."""

import re
from dataclasses import replace
from itertools import product
from typing import get_args

import pytest
from diaries import day, in_pain, journals, moment
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.analysis import signs as engine
from journal.analysis.progress import compute
from journal.analysis.results import (
    Direction,
    Episode,
    Figures,
    Flare,
    Frequency,
    FrequencyVerdict,
    LegProgress,
    Often,
    OpenFlag,
    PastFlag,
    Phase,
    PhaseFigure,
    PhaseReason,
    PhaseState,
    RaisedBy,
    Reaction,
    ReactionAge,
    Recurrence,
    SignKey,
    SignVerdict,
    Stage,
    Stretch,
    TreatmentEffect,
    Verdict,
    WindowFinding,
    Worse,
)
from journal.analysis.strength import strength_pairs
from journal.domain.body import LEGS, Side
from journal.domain.entry import Kind
from journal.domain.onset import Onset, Precision
from journal.domain.redflag import RedFlag
from journal.domain.strength import BigToeLift, LimitedBy, StrengthTest, Walk
from journal.domain.treatment import Treatment
from journal.wording import direction as directions
from journal.wording import episodes as episode_words
from journal.wording import frequency, page, redflags, signs, treatments
from journal.wording import onset as onsets
from journal.wording import phase as phases

FORBIDDEN = re.compile(
    r"\b(heal(s|ed|ing)?|proven|proof|cured?|dangerous|damage|nerve root|[LS][1-5]|disc|hernia\w*|streak"
    r"|well done|great|congratulations|keep it up|good job|excellent|bravo|missed|forgot\w*|fail\w*"
    r"|lazy|should have|must|sorry"
    r"|caused by|because of|thanks to|guarantee\w*|certain\w*|definitely|recovered)\b",
    re.IGNORECASE,
)
OF_A_LINE = (Verdict.CLEARLY_UP, Verdict.CLEARLY_DOWN, Verdict.PROBABLY_UP, Verdict.PROBABLY_DOWN)
GLIDES = Treatment(kind="exercise", name="Nerve glides", started_on=day(0))
ONSETS = tuple(
    Onset(answered_at=moment(1), began_on=began, precision=precision)
    for began, precision in product((day(1), day(-30), day(-800)), (Precision.DAY, Precision.MONTH, Precision.YEAR))
)


def check(text, sure=False):
    """Whole sentences, no forbidden word, and "clearly" only where the verdict says so."""
    assert text == text.strip()
    assert re.search(r"[.?]$", text), text
    assert not re.search(r"[{}*]|None(?! reported)|\.\.|  | ,|,\.|about 0|\bnan\b", text), text
    assert all(sentence[0].isupper() or sentence[0].isdigit() for sentence in re.split(r"(?<=[.?]) ", text)), text
    assert not FORBIDDEN.search(text), text
    assert sure or "clearly" not in text.lower(), text


def all_legs():
    for leg, short, long, turn, (then, now), unknown, worse in product(
        (Side.LEFT,),
        Verdict,
        Verdict,
        (None, Verdict.TURNED_UP),
        (((14, 14), (7, 14)), ((2, 14), (2, 14))),
        (0, 1, 3),
        ((), (Worse.STRENGTH, Worse.URGENT)),
    ):
        often = Frequency(FrequencyVerdict.PROBABLY_FEWER, 28, 28, 22, -0.4, 0.98, then, now)
        one, two = (
            Direction(
                leg=leg,
                verdict=verdict,
                turn=turn if verdict in OF_A_LINE else None,
                as_of=day(55),
                window_days=window,
                first_logged=day(56 - window),
                last_logged=day(55),
                days_logged=window,
                painful_days=painful,
                unknown_days=unknown,
                first_day=day(56 - window) if painful else None,
                last_day=day(55) if painful else None,
                change_levels=-1.0 if painful > 9 else None,
                probability_up=0.95 if painful > 9 else None,
                interval=(-2.0, 0.04) if painful > 9 else None,
                line=(),
                band=(4, 6) if painful else None,
                level_now=4 if painful else None,
                leg_days=painful,
                other_symptom_days=unknown,
                earliest=day(60),
                painful_days_needed=3,
            )
            for verdict, window, painful in ((short, 28, _painful(short, 20)), (long, 56, _painful(long, 40)))
        )
        yield LegProgress(one, two, Often(often, often), worse)


def _painful(verdict, most):
    return {Verdict.NO_SYMPTOMS: 0, Verdict.NOT_ENOUGH: 4}.get(verdict, most)


def test_every_direction():
    seen = 0
    for found in all_legs():
        text = directions.sentence(found)
        sure = any(verdict in (Verdict.CLEARLY_UP, Verdict.CLEARLY_DOWN) for verdict in directions.told(found))
        check(text, sure)
        lead, _rest = directions.parts(found)
        assert lead
        if found.worse and any(verdict in directions.UP for verdict in directions.told(found)):
            assert text.index("strength is getting worse") < text.index("up")
            assert "like to see" not in directions.explanation(found)
        if explained := directions.explanation(found):
            check(explained)
        check(directions.window(found.longer), sure)
        seen += 1
    assert seen > 300


STEADY = compute(in_pain([6.0] * 14 + [4.0] * 14), day(27))


@pytest.mark.parametrize("verdict", SignVerdict)
@pytest.mark.parametrize("longer", SignVerdict)
@pytest.mark.parametrize("key", [SignKey.PAIN, SignKey.SENSATION])
def test_every_verdict_of_pain_and_sensation(verdict, longer, key):
    for (then, now, percent, size), logged in product(
        (
            (6.0, 3.0, -50, "substantial"),
            (6.0, 6.1, 2, None),
            (3.0, 6.0, 100, None),
            (0.0, 2.0, None, None),
            (None, 2.0, None, None),
        ),
        (0, 1, 9, 22),
    ):
        if logged < 22 and verdict is not SignVerdict.NOT_ENOUGH:
            continue
        look = WindowFinding(verdict, 28, logged, day(0) if logged else None, day(27) if logged else None, None)
        sign = replace(
            STEADY.signs[key],
            leg=Side.LEFT if key is SignKey.SENSATION else None,
            headline=look,
            longer=replace(look, verdict=longer, window_days=56),
            then=then,
            now=now,
            percent=percent,
            size=size,
            legs=(),
        )
        progress = replace(STEADY, signs={**STEADY.signs, key: sign})
        text = signs.sentence(progress, key)
        check(text)
        lead, _rest = signs.parts(progress, key)
        assert "improving" not in lead or verdict in (SignVerdict.IMPROVING, SignVerdict.PROBABLY_IMPROVING)
        assert ("probably" in lead) == verdict.startswith("probably")
        assert signs.verdict(progress, key)
        assert "None" not in signs.figures(sign)


def test_no_size_of_a_fall_before_a_verdict():
    few = compute(in_pain([7.0, 7.0, 4.0, 4.0, 4.0]), day(4))
    assert few.signs[SignKey.PAIN].size is not None
    assert "counts as" not in signs.sentence(few, SignKey.PAIN)
    assert "counts as moderate" in signs.sentence(STEADY, SignKey.PAIN)


@pytest.mark.parametrize("limited", [None, *LimitedBy])
def test_every_result_of_strength(limited):
    for first, last in product((None, 0, 1, 8, 25), repeat=2):
        for walk, lift in product((None, *Walk), (None, *BigToeLift)):
            records = replace(
                in_pain([4.0] * 28),
                strength_tests=(
                    StrengthTest(
                        tested_at=moment(0), leg="left", heel_raises=first, heel_walk=walk, big_toe_lift="weak"
                    ),
                    StrengthTest(
                        tested_at=moment(26),
                        leg="left",
                        heel_raises=last,
                        heel_walk="no",
                        big_toe_lift=lift,
                        limited_by=limited,
                    ),
                ),
            )
            pairs = strength_pairs(records.strength_tests, STEADY.days, STEADY.since, STEADY.as_of)
            seen = engine.ThenAndNow((), STEADY.since, STEADY.as_of, STEADY.then, STEADY.now)
            progress = replace(STEADY, strength=pairs, signs=engine.signs(seen, STEADY.legs, pairs))
            check(signs.sentence(progress, SignKey.STRENGTH))
            check(signs.explanation(progress, SignKey.STRENGTH))
            assert signs.figures(progress.signs[SignKey.STRENGTH])


def test_a_test_without_any_result_says_nothing():
    empty = tuple(StrengthTest(tested_at=moment(0), leg=leg) for leg in LEGS)
    assert signs.explanation(compute(replace(in_pain([4.0]), strength_tests=empty), day(0)), SignKey.STRENGTH) == ""


def test_every_phase():
    for state, number, logged, baseline in product(
        PhaseState, (None, 1, 2, 3, 4), (0, 1, 14), (None, Stretch(day(0), day(6)))
    ):
        if (state is PhaseState.NAMED) != (number is not None):
            continue
        for reasons in [(), *((reason,) for reason in PhaseReason)]:
            if bool(reasons) == (state is PhaseState.MIXED):
                check(phases.sentence(Phase(state, number, reasons, tuple(PhaseFigure), baseline, logged, 6.0, 3.0)))
    check(phases.explanation())


def test_every_episode_flare_and_recurrence():
    for stage, ended, gap, weeks, onset in product(
        (*Stage, None), (None, day(0), day(30)), (0, 30), (0.3, 1.0, 60.0), (None, *ONSETS)
    ):
        found = Episode(day(0), stage is not None, ended, ended and day(61), gap, weeks, stage)
        check(episode_words.episode(found, onset, day(70)))
        assert "{" not in page.since(found, onset, day(70))
    for answer in (*ONSETS, Onset(answered_at=moment(1), precision=Precision.UNKNOWN)):
        check(onsets.began(answer))
    for confirmed, last in product((None, True, False), (day(0), day(3))):
        check(episode_words.flare(Flare(day(0), last, 2, 8.0, 3.5, confirmed)))
    for after in (31, 62):
        check(episode_words.recurrence(Recurrence(day(80), after)))


def test_every_treatment():
    for (before, then), (after, now), length in product(
        ((0, None), (1, 6.0), (9, 6.0)), ((0, None), (1, 5.0)), (3, 14)
    ):
        levels = {Side.LEFT: then, Side.RIGHT: 0.0 if then else None}
        found = TreatmentEffect(
            GLIDES,
            Figures(Stretch(day(-14), day(-1)), before, then, then, levels, levels),
            Figures(Stretch(day(0), day(length - 1)), after, now, now, {leg: now for leg in LEGS}, levels),
        )
        check(treatments.effect(found))
        assert "None" not in treatments.table_row(found)
    check(treatments.explanation())
    for age, new, days in product(
        ReactionAge, ((), (Kind.NUMBNESS,), (Kind.WEAKNESS,), (Kind.NUMBNESS, Kind.WEAKNESS)), (1, 9)
    ):
        text = treatments.reaction(Reaction(GLIDES, day(0), day(days), age, 2.0, new))
        check(text)
        if new or age is ReactionAge.BEYOND_7_DAYS:
            assert "contact your clinician" in text


def test_every_red_flag_says_what_to_do_first():
    for sign, raised_by in product(RedFlag, get_args(RaisedBy)):
        flag = OpenFlag(sign, day(0), raised_by)
        text = redflags.sentence(flag)
        check(text)
        assert text.startswith(redflags.action(sign.tier).rstrip("."))
        old = redflags.sentence(replace(flag, old=True))
        check(old)
        assert old.startswith("Was this looked at?") and "emergency" not in old and "112" not in old
        past = PastFlag(sign, day(0), raised_by, day(7))
        check(redflags.answer(past))
        check(redflags.summary([flag] * 2, None, [past] * 4))
        check(redflags.summary([replace(flag, old=True)], None))
    check(redflags.summary([], None))
    check(redflags.summary([], day(0)))


@settings(max_examples=25, deadline=None)
@given(journals, st.integers(0, 80))
def test_every_sentence_of_any_journal(records, as_of):
    progress = compute(records, day(as_of))
    for leg in progress.legs.values():
        sure = any(verdict.startswith("clearly") for verdict in directions.told(leg))
        check(directions.sentence(leg), sure or "clearly" in frequency.sentence(leg.often.headline))
        check(directions.window(leg.longer), sure=leg.longer.verdict.startswith("clearly"))
    for key in SignKey:
        check(signs.sentence(progress, key), sure=key is SignKey.LOCATION)
        if explained := signs.explanation(progress, key):
            check(explained)
    check(phases.sentence(progress.phase))
    for text in (
        *(episode_words.episode(found, progress.onset, progress.as_of) for found in progress.episodes),
        *map(episode_words.flare, progress.flares),
        *map(treatments.effect, progress.effects),
        *map(treatments.reaction, progress.reactions),
        *map(redflags.sentence, progress.red_flags),
    ):
        check(text)
