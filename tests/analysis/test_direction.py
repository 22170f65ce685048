"""The direction of a leg: every verdict by hand, and what must hold for any diary."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journal.analysis import posterior
from journal.analysis.daily import daily
from journal.analysis.direction import Look, direction, held, looks, verdicts
from journal.analysis.results import Verdict
from journal.domain.body import LEGS, REGIONS, Side
from journal.domain.entry import Kind, Symptom
from tests.analysis.diaries import START, days_of, diaries, entry

V = Verdict
some = settings(max_examples=50, deadline=None)


def left(levels, window_days=28):
    days = days_of(levels)
    return direction(days, Side.LEFT, days[-1].date, window_days)


# Each verdict by hand


@pytest.mark.parametrize(
    ("levels", "verdict"),
    [
        ([6] * 7 + [5] * 7 + [4] * 7 + [3] * 7, V.CLEARLY_UP),
        ([1] * 7 + [2] * 7 + [3] * 7 + [5] * 7, V.CLEARLY_DOWN),
        ([5, 6, 4, 5, 6, 4, 5, 4, 5, 6, 4, 4, 5, 4, 3, 5, 4, 4, 3, 5, 4, 4], V.PROBABLY_UP),
        ([2, 1, 3, 2, 1, 3, 2, 3, 2, 1, 3, 3, 2, 3, 4, 2, 3, 3, 4, 2, 3, 3], V.PROBABLY_DOWN),
        ([2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 6, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2], V.TURNED_UP),
        ([6] * 7 + [3] * 10 + [6] * 7, V.TURNED_DOWN),
        ([4, 5, 4, 3] * 7, V.NO_CLEAR_CHANGE),
        ([6] * 28, V.NO_CLEAR_CHANGE),
        ([0] * 28, V.NO_SYMPTOMS),
        ([6] * 9, V.NOT_ENOUGH),
    ],
)
def test_a_diary_gets_the_verdict_one_would_expect(levels, verdict):
    assert left(levels).verdict is verdict


def test_a_clear_verdict_shows_its_numbers_dates_and_days():
    found = left([6, None, *[6] * 6, *[5] * 7, *[4] * 7, *[3] * 6])
    assert (found.days_logged, found.painful_days, found.window_days) == (27, 27, 28)
    assert (found.first_day, found.last_day) == (START, START + timedelta(days=27))
    assert found.change_levels == pytest.approx(-2.4, abs=0.3)
    assert found.probability_up > 0.99
    assert found.interval[0] < found.change_levels < found.interval[1] < 0
    assert [point.date for point in found.line] == [START + timedelta(days=n) for n in range(28)]
    assert found.line[-1].level - found.line[0].level == pytest.approx(found.change_levels)
    assert all(point.low < point.level < point.high for point in found.line)


def test_a_pain_free_leg_has_days_but_no_painful_ones():
    found = left([0] * 20)
    assert (found.days_logged, found.painful_days) == (20, 0)
    assert found.change_levels == pytest.approx(0)


def test_one_painful_day_is_enough_not_to_say_no_symptoms():
    assert left([0] * 10 + [1] + [0] * 10).verdict is V.NO_CLEAR_CHANGE


def test_numbness_in_the_leg_is_counted_but_is_no_level():
    numb = [entry(START + timedelta(days=n), symptoms=(Symptom("left_heel", Kind.NUMBNESS, 5),)) for n in range(20)]
    found = direction(daily(numb), Side.LEFT, START + timedelta(days=19))
    assert (found.verdict, found.painful_days, found.other_symptom_days) == (V.NO_SYMPTOMS, 0, 20)


def test_a_pain_rated_without_its_place_is_counted_but_is_no_level():
    rated = [entry(START + timedelta(days=n), pain_average=4.0 * (n % 2)) for n in range(20)]
    found = direction(daily(rated), Side.LEFT, START + timedelta(days=19))
    assert (found.verdict, found.painful_days, found.unplaced_days) == (V.NO_SYMPTOMS, 0, 10)


def test_the_curve_is_drawn_where_the_verdict_is_a_turn_and_the_line_elsewhere():
    turned = [point.level for point in left([2, 2, 3, 3, 4, 5, 6, 6, 6, 6, 6, 5, 4, 4, 3, 3, 2, 2]).line]
    assert max(turned) > max(turned[0], turned[-1]) + 2
    straight = np.diff([point.level for point in left([6] * 14 + [3] * 14).line])
    assert straight == pytest.approx(np.full(27, straight[0]))


def test_a_turn_is_told_beside_a_clear_verdict_too():
    found = left([4, 4, 5, 5, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 1, 1])
    assert (found.verdict, found.turn) == (V.CLEARLY_UP, V.TURNED_UP)
    assert left([6] * 7 + [5] * 7 + [4] * 7 + [3] * 7).turn is None


# Enough entries


@pytest.mark.parametrize(
    ("levels", "enough"),
    [
        ([4] * 13, True),
        ([4] * 12, False),  # 11 days from first to last
        ([*[4] * 5, None, None, None, *[4] * 5], True),
        ([*[4] * 4, None, None, None, None, *[4] * 5], False),  # 9 days logged
        ([4, 4, *[None] * 5, *[4] * 14], False),  # 2 in the first third
        ([*[4] * 14, *[None] * 5, 4, 4], False),  # 2 in the last third
        ([4, 4, 4, *[None] * 5, *[4] * 13], True),
    ],
)
def test_a_verdict_needs_enough_days_well_spread(levels, enough):
    found = left(levels)
    assert (found.verdict is not V.NOT_ENOUGH) is enough
    assert (found.change_levels is not None) is enough
    assert (found.probability_up is not None) is enough
    assert (found.interval is not None) is enough
    assert bool(found.line) is enough
    assert found.days_logged == sum(level is not None for level in levels)


def test_an_empty_journal_and_an_empty_window_say_not_enough():
    for days in ((), days_of([4] * 20)):
        found = direction(days, Side.LEFT, date(2027, 1, 1))
        assert (found.verdict, found.days_logged, found.first_day, found.last_day) == (V.NOT_ENOUGH, 0, None, None)


def test_the_window_is_the_last_days_up_to_and_with_the_day_asked_about():
    days = days_of([4] * 60)
    found = direction(days, Side.LEFT, START + timedelta(days=40))
    assert (found.first_day, found.last_day) == (START + timedelta(days=13), START + timedelta(days=40))
    assert direction(days, Side.LEFT, START + timedelta(days=59), 56).days_logged == 56


def test_later_days_never_change_an_earlier_verdict():
    levels = [6] * 10 + [4] * 18
    assert left(levels) == direction(days_of([*levels, 7, 7, 7]), Side.LEFT, START + timedelta(days=27))


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_the_ends_of_the_calendar_can_be_asked_about(as_of):
    assert direction(days_of([4] * 20), Side.LEFT, as_of).verdict is V.NOT_ENOUGH


# Held


def look(verdict):
    return Look(verdict)


@pytest.mark.parametrize(
    ("now", "yesterday", "before", "announced"),
    [
        (V.CLEARLY_UP, V.CLEARLY_UP, V.CLEARLY_UP, V.CLEARLY_UP),
        (V.CLEARLY_UP, V.CLEARLY_UP, V.PROBABLY_UP, V.PROBABLY_UP),
        (V.CLEARLY_UP, V.PROBABLY_UP, V.NO_CLEAR_CHANGE, V.NO_CLEAR_CHANGE),
        (V.PROBABLY_UP, V.CLEARLY_UP, V.CLEARLY_UP, V.PROBABLY_UP),
        (V.PROBABLY_UP, V.PROBABLY_UP, V.CLEARLY_DOWN, V.NO_CLEAR_CHANGE),
        (V.CLEARLY_DOWN, V.CLEARLY_DOWN, V.NOT_ENOUGH, V.NO_CLEAR_CHANGE),
        (V.CLEARLY_DOWN, V.CLEARLY_DOWN, V.NO_SYMPTOMS, V.NO_CLEAR_CHANGE),
        (V.CLEARLY_DOWN, V.PROBABLY_DOWN, V.CLEARLY_DOWN, V.PROBABLY_DOWN),
        (V.NO_CLEAR_CHANGE, V.CLEARLY_UP, V.CLEARLY_UP, V.NO_CLEAR_CHANGE),
        (V.NOT_ENOUGH, V.CLEARLY_UP, V.CLEARLY_UP, V.NOT_ENOUGH),
        (V.NO_SYMPTOMS, V.CLEARLY_UP, V.CLEARLY_UP, V.NO_SYMPTOMS),
    ],
)
def test_the_weakest_of_three_looks_is_announced(now, yesterday, before, announced):
    assert held(look(now), look(yesterday), look(before)).verdict is announced


def test_a_turn_is_announced_where_the_line_did_not_hold():
    turned, nothing = Look(V.PROBABLY_UP, V.TURNED_UP), Look(V.NO_CLEAR_CHANGE, V.TURNED_UP)
    assert held(turned, nothing, turned) == Look(V.TURNED_UP, V.TURNED_UP)
    assert held(turned, turned, turned) == turned


def test_a_turn_too_must_hold_for_three_looks():
    turned = Look(V.NO_CLEAR_CHANGE, V.TURNED_UP)
    assert held(turned, turned, turned).verdict is V.TURNED_UP
    for other in (Look(V.NO_CLEAR_CHANGE), Look(V.NO_CLEAR_CHANGE, V.TURNED_DOWN)):
        assert held(turned, turned, other) == Look(V.NO_CLEAR_CHANGE)
        assert held(turned, other, turned) == Look(V.NO_CLEAR_CHANGE)


def test_a_step_is_announced_only_after_three_logged_days_of_agreement():
    levels = [4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 4, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]
    days = days_of(levels)
    alone = [look.verdict for look in looks([series(levels[: n + 1]) for n in range(len(levels))])]
    announced = verdicts(days, Side.LEFT, days[0].date, days[-1].date)
    assert announced[-1] is V.CLEARLY_UP
    for verdict in (V.PROBABLY_UP, V.CLEARLY_UP):
        assert announced.index(verdict) == alone.index(verdict) + 2


def series(levels):
    return np.arange(len(levels), dtype=float), np.array(levels, dtype=float)


def test_the_two_days_before_are_logged_days_however_long_ago():
    levels = [4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 3, 3, 2, 2, 2, 2]
    gaps = [*levels[:-2], None, None, levels[-2], None, None, levels[-1]]
    logged = [n for n, level in enumerate(gaps) if level is not None]
    three = looks([(np.array(logged[:k], dtype=float), np.array(levels[:k], dtype=float)) for k in (17, 16, 15)])
    assert left(gaps).verdict is held(*three).verdict


def test_waiting_without_logging_changes_nothing_until_the_window_moves_on():
    levels = [6] * 7 + [4] * 7 + [3] * 6
    days = days_of(levels)
    found = left(levels)
    assert found.verdict is V.CLEARLY_UP
    for later in range(1, 9):
        as_of = days[-1].date + timedelta(days=later)
        assert direction(days, Side.LEFT, as_of) == replace(found, as_of=as_of)
    assert direction(days, Side.LEFT, days[-1].date + timedelta(days=9)).days_logged == 19


# What an honest verdict must not be fooled by


def test_logging_less_often_on_a_steady_diary_does_not_move_it():
    # Four moments a day at 2, 4, 4 and 6, the place never changing; week by week one moment fewer is written down.
    places = ["left_low_back", "left_thigh_outer", "left_thigh_outer", "left_shin"]
    entries = []
    for n in range(28):
        kept = 4 - n // 7
        entries += [
            entry(START + timedelta(days=n), hour=8 + moment, pains=[places[(3 * n + moment) % 4]])
            for moment in range(kept)
        ]
    days = daily(entries)
    assert direction(days, Side.LEFT, days[-1].date).verdict is V.NO_CLEAR_CHANGE
    deepest = days_of([max(day.legs[Side.LEFT].places) for day in days])
    assert direction(deepest, Side.LEFT, deepest[-1].date).verdict is V.CLEARLY_UP


def test_one_terrible_day_does_not_make_a_verdict():
    found = left([2] * 20 + [7])
    assert (found.verdict, found.turn) == (V.NO_CLEAR_CHANGE, None)


# Any diary


@some
@given(diaries(), st.sampled_from(LEGS), st.sampled_from((28, 56)), st.integers(-3, 30))
def test_any_diary_has_a_direction_that_keeps_its_word(entries, leg, window_days, later):
    days = daily(entries)
    as_of = (days[-1].date if days else START) + timedelta(days=later)
    found = direction(days, leg, as_of, window_days)
    window = [day for day in days if as_of - timedelta(days=window_days) < day.date <= as_of]
    assert found.days_logged == len(window)
    assert (found.verdict is not V.NOT_ENOUGH) is enough([day.date for day in window])
    if found.verdict is V.NOT_ENOUGH:
        assert (found.change_levels, found.probability_up, found.interval, found.line) == (None, None, None, ())
        assert found.turn is None
        return
    assert (found.verdict is V.NO_SYMPTOMS) is all(day.legs[leg].level == 0 for day in window)
    assert len(found.line) == (found.last_day - found.first_day).days + 1
    assert found.interval[0] <= found.change_levels <= found.interval[1]
    t, y = (
        [day.date.toordinal() for day in window],
        [day.legs[leg].level for day in window],
    )
    alone = posterior.change(t, y, 0.6)
    assert found.change_levels == pytest.approx(alone.mean, abs=1e-9)
    assert found.probability_up == pytest.approx(alone.probability_below_zero, abs=1e-9)
    if found.verdict in (V.CLEARLY_UP, V.PROBABLY_UP):
        assert found.probability_up >= 0.90 and found.change_levels <= -0.5
    if found.verdict is V.CLEARLY_UP:
        assert found.probability_up >= 0.975 and found.change_levels <= -1
    if found.verdict in (V.TURNED_UP, V.TURNED_DOWN):
        assert found.turn is found.verdict


def enough(dates):
    if len(dates) < 10 or (dates[-1] - dates[0]).days < 12:
        return False
    third = (dates[-1] - dates[0]) / 3
    return dates[2] - dates[0] <= third and dates[-1] - dates[-3] <= third


@some
@given(st.lists(st.integers(0, 7) | st.none(), max_size=80), st.sampled_from((28, 56)))
def test_all_verdicts_at_once_are_those_given_one_by_one(levels, window_days):
    days = days_of(levels)
    last = START + timedelta(days=max(len(levels) - 1, 0))
    one_by_one = tuple(
        direction(days, Side.LEFT, START + timedelta(days=n), window_days).verdict
        for n in range((last - START).days + 1)
    )
    assert verdicts(days, Side.LEFT, START, last, window_days) == one_by_one


def test_one_more_entry_costs_only_its_own_window(monkeypatch):
    levels = [4, 5, 4, 6, 3] * 30
    days = days_of([*levels, 5])
    verdicts(days[:-1], Side.LEFT, START, days[-2].date)
    computed = []
    glances = posterior.glances
    monkeypatch.setattr(posterior, "glances", lambda windows, s0: computed.extend(windows) or glances(windows, s0))
    verdicts(days, Side.LEFT, START, days[-1].date)
    assert len(computed) == 1


MIRROR = {V.CLEARLY_UP: V.CLEARLY_DOWN, V.PROBABLY_UP: V.PROBABLY_DOWN, V.TURNED_UP: V.TURNED_DOWN}
MIRROR |= {down: up for up, down in MIRROR.items()}


@some
@given(st.lists(st.integers(1, 6), min_size=13, max_size=40))
def test_a_path_turned_upside_down_turns_the_verdict_upside_down(levels):
    found, upside_down = left(levels), left([7 - level for level in levels])
    assume(abs(found.probability_up - 0.5) < 0.399 or abs(found.probability_up - 0.5) > 0.401)
    assert upside_down.verdict is MIRROR.get(found.verdict, found.verdict)
    assert upside_down.change_levels == pytest.approx(-found.change_levels, abs=1e-9)


@some
@given(diaries(), st.sampled_from((28, 56)))
def test_mirroring_left_and_right_mirrors_the_verdicts(entries, window_days):
    days, mirrored = daily(entries), daily([mirror(entry) for entry in entries])
    as_of = days[-1].date if days else START
    for leg in LEGS:
        found = direction(days, leg, as_of, window_days)
        assert direction(mirrored, leg.mirrored, as_of, window_days) == replace(found, leg=leg.mirrored)


def mirror(entry):
    return replace(
        entry,
        symptoms=tuple(replace(mark, region=REGIONS[mark.region].mirrored_id) for mark in entry.marks),
    )


@some
@given(diaries(), st.integers(-5000, 5000))
def test_shifting_every_date_shifts_the_verdict_with_it(entries, by):
    shift = timedelta(days=by)
    days = daily(entries)
    moved = daily([replace(entry, recorded_at=entry.recorded_at + shift) for entry in entries])
    assume(all(a.date + shift == b.date for a, b in zip(days, moved, strict=False)))
    as_of = days[-1].date if days else START
    found = direction(days, Side.LEFT, as_of)
    later = direction(moved, Side.LEFT, as_of + shift)
    assert (later.verdict, later.turn, later.days_logged) == (found.verdict, found.turn, found.days_logged)
    assert (later.change_levels, later.probability_up) == (found.change_levels, found.probability_up)
    assert [point.date for point in later.line] == [point.date + shift for point in found.line]


@some
@given(diaries(), st.randoms(use_true_random=False))
def test_how_strong_the_pain_is_and_the_notes_never_enter(entries, rng):
    stronger = [
        replace(
            entry,
            symptoms=tuple(replace(mark, intensity=rng.randint(1, 10)) for mark in entry.marks),
            pain_worst=rng.choice((None, 1, 10)),
            note=rng.choice(("", "much worse")),
        )
        for entry in entries
    ]
    days, changed = daily(entries), daily(stronger)
    as_of = days[-1].date if days else START
    for leg in LEGS:
        found = direction(changed, leg, as_of)
        # A rating given to an entry without marks is a pain without a place: counted, and no level.
        assert found == replace(direction(days, leg, as_of), unplaced_days=found.unplaced_days)
