"""What the entries of one date amount to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from journal.analysis.daily import daily
from journal.domain.body import LEGS, Side
from journal.domain.entry import Kind, Scope, Symptom
from tests.analysis.diaries import START, diaries, entry


def left_level(*entries):
    (day,) = daily(entries)
    return day.legs[Side.LEFT].level


def test_no_entries_make_no_days():
    assert daily([]) == ()


def test_a_day_without_an_entry_is_unknown_and_never_zero():
    days = daily([entry(START), entry(START + timedelta(days=2))])
    assert [day.date for day in days] == [START, START + timedelta(days=2)]


def test_no_symptoms_said_so_is_a_free_day_and_nothing_said_is_unknown():
    (free,) = daily([entry()])
    assert {leg: free.legs[leg].level for leg in LEGS} == {Side.LEFT: None, Side.RIGHT: None}
    assert (free.placed, free.hurts, free.pain_average, free.pain_worst, free.marks) == (True, False, 0, 0, {})
    (unknown,) = daily([replace(entry(), symptoms=None, sleep_hours=6)])
    assert (unknown.placed, unknown.hurts, unknown.pain_worst) == (False, None, None)
    assert unknown.legs[Side.LEFT].sensation is None
    (rated,) = daily([entry(hour=8), replace(entry(), symptoms=None, pain_worst=7)])
    assert (rated.placed, rated.hurts) == (False, True)
    (numb,) = daily([entry(symptoms=(Symptom("left_heel", Kind.NUMBNESS, 4),), pain_worst=7)])
    assert (numb.placed, numb.legs[Side.LEFT].sensation) == (False, 4)


def test_the_deepest_painful_place_of_the_leg_counts():
    assert left_level(entry(pains=["left_buttock_lower", "left_calf_upper", "right_heel"])) == 6


def test_the_middle_of_the_back_counts_for_both_legs():
    (day,) = daily([entry(pains=["sacrum"])])
    assert {leg: day.legs[leg].level for leg in LEGS} == {Side.LEFT: 1, Side.RIGHT: 1}


@pytest.mark.parametrize("kind", [Kind.NUMBNESS, Kind.TINGLING, Kind.WEAKNESS])
def test_only_pain_makes_the_level(kind):
    assert left_level(entry(pains=["left_hip"], symptoms=(Symptom("left_big_toe", kind, 9),))) == 3


def test_pain_in_the_saddle_has_no_level():
    assert left_level(entry(pains=["saddle"])) is None


def test_painful_sittings_count_by_their_mean_and_never_by_the_deepest():
    assert left_level(entry(hour=8, pains=["left_heel"]), entry(hour=12, pains=["left_hip"]), entry(hour=20)) == 5


@pytest.mark.parametrize(("minutes", "level"), [(30, 5), (31, 3)])
def test_entries_half_an_hour_apart_are_one_sitting(minutes, level):
    later = entry(hour=8 + minutes // 60, minute=minutes % 60, pains=["sacrum"])
    assert left_level(entry(hour=8, pains=["left_knee_back"]), later) == level


def test_a_whole_day_entry_without_pain_in_the_leg_does_not_cancel_a_sitting():
    assert left_level(entry(hour=8, pains=["left_heel"]), entry(scope=Scope.DAY, pains=["right_hip"])) == 7


def test_the_whole_day_entry_decides_whenever_it_was_written():
    moments = [entry(hour=8, pains=["left_heel"]), entry(hour=23, pains=["left_heel"])]
    assert left_level(*moments, entry(hour=12, scope=Scope.DAY, pains=["left_hip"])) == 3


def test_of_two_whole_day_entries_the_deepest_counts_and_the_last_figures():
    early = entry(hour=20, scope=Scope.DAY, pains=["left_heel"], pain_average=6, pain_worst=9)
    late = entry(hour=21, scope=Scope.DAY, pains=["left_knee_back"], pain_average=2)
    (day,) = daily([late, early])
    assert day.legs[Side.LEFT].level == 7
    assert (day.pain_average, day.pain_worst) == (2, 9)


def test_recorded_last_is_meant_in_real_time_across_time_zones():
    # 20:00 in California is later than 23:00 in Berlin on the same written date.
    berlin = entry(hour=23, offset="+01:00", scope=Scope.DAY, pains=["left_heel"], pain_average=6)
    california = entry(hour=20, offset="-08:00", scope=Scope.DAY, pains=["left_hip"], pain_average=2)
    (day,) = daily([california, berlin])
    assert day.pain_average == 2


def test_an_entry_belongs_to_the_date_it_was_written_with():
    days = daily(
        [
            entry(date(2026, 3, 29), hour=23, minute=59, offset="+02:00"),
            entry(date(2026, 3, 30), hour=0, minute=1, offset="+02:00"),
            entry(date(2026, 3, 30), hour=23, minute=59, offset="-11:00"),
        ]
    )
    assert [(day.date, day.entries) for day in days] == [(date(2026, 3, 29), 1), (date(2026, 3, 30), 2)]


def test_places_and_marks_keep_the_strongest_of_the_day():
    (day,) = daily(
        [
            entry(hour=8, pains={"left_heel": 3, "left_hip": 7, "sacrum": 2}),
            entry(hour=9, pains={"left_heel": 5, "left_sole": 4}, symptoms=(Symptom("left_heel", Kind.NUMBNESS, 8),)),
        ]
    )
    assert day.legs[Side.LEFT].places == {1: 2, 3: 7, 7: 5}
    assert day.legs[Side.RIGHT].places == {1: 2}
    assert list(day.marks.items()) == [
        (("sacrum", Kind.PAIN), 2),
        (("left_hip", Kind.PAIN), 7),
        (("left_heel", Kind.PAIN), 5),
        (("left_heel", Kind.NUMBNESS), 8),
        (("left_sole", Kind.PAIN), 4),
    ]


def test_numbness_and_tingling_are_one_series_and_weakness_another():
    (day,) = daily(
        [
            entry(
                symptoms=(
                    Symptom("left_calf_upper", Kind.NUMBNESS, 4),
                    Symptom("left_heel", Kind.TINGLING, 6),
                    Symptom("left_shin", Kind.WEAKNESS, 9),
                    Symptom("saddle", Kind.NUMBNESS, 10),
                )
            )
        ]
    )
    assert (day.legs[Side.LEFT].sensation, day.legs[Side.LEFT].weakness) == (6, 9)
    assert (day.legs[Side.RIGHT].sensation, day.legs[Side.RIGHT].weakness) == (0, 0)


def test_pain_figures_come_from_the_whole_day_entry_else_from_the_marks():
    moments = [entry(hour=8, pains={"left_heel": 3, "left_hip": 7}), entry(hour=9, pains={"left_heel": 4})]
    (day,) = daily(moments)
    assert (day.pain_average, day.pain_worst) == (5.5, 7)
    (day,) = daily([*moments, entry(hour=10, scope=Scope.DAY, pain_average=2.5, pain_worst=8)])
    assert (day.pain_average, day.pain_worst) == (2.5, 8)


def test_a_stated_pain_without_a_marked_place_is_not_taken_for_none():
    (day,) = daily([entry(pain_worst=7)])
    assert (day.pain_average, day.pain_worst) == (7, 7)


def test_sleep_and_minutes_are_the_last_known_and_stay_unknown_otherwise():
    (day,) = daily(
        [
            entry(hour=7, sleep_hours=5, sitting_minutes=10),
            entry(hour=22, sleep_hours=6),
            entry(hour=9, scope=Scope.DAY, sleep_disturbed=0),
        ]
    )
    assert (day.sleep_hours, day.sleep_disturbed, day.sitting_minutes) == (6, 0, 10)
    assert (day.standing_minutes, day.walking_minutes) == (None, None)


@settings(max_examples=60, deadline=None)
@given(diaries())
def test_any_diary_gives_its_days_in_order_whatever_the_order_of_entries(entries):
    days = daily(entries)
    assert [day.date for day in days] == sorted({entry.day for entry in entries})
    assert sum(day.entries for day in days) == len(entries)
    assert daily(reversed(entries)) == days
    for day in days:
        assert day.pain_worst is None or 0 <= day.pain_worst <= 10
        assert (day.hurts is None) == (day.pain_worst is None and day.pain_average is None)
        for leg in LEGS:
            level, places = day.legs[leg].level, day.legs[leg].places
            assert (level is None) == (not places)
            assert level is None or 1 <= level <= max(places)
