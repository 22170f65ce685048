"""The then-and-now table: which days are compared, and when a mean stands."""

import pytest
from diaries import at_level, day, entry, in_pain, marks, moment

from journal.analysis.daily import daily
from journal.analysis.progress import compute
from journal.analysis.results import MeasureKey, Stretch
from journal.domain.entry import Kind
from journal.domain.function import ActivityRating
from journal.domain.records import Records
from journal.domain.strength import StrengthTest


def row(progress, key, detail=""):
    return next((item for item in progress.measures if (item.key, item.detail) == (key, detail)), None)


def figures(progress, key, detail=""):
    found = row(progress, key, detail)
    return found and (found.then, found.then_days, found.now, found.now_days)


def test_the_first_and_the_last_week_are_compared():
    progress = compute(in_pain([6.0] * 7 + [9.0] * 14 + [3.0] * 7), day(27))
    assert progress.then == Stretch(day(0), day(6))
    assert progress.now == Stretch(day(21), day(27))
    assert figures(progress, MeasureKey.PAIN_AVERAGE) == (6, 7, 3, 7)


@pytest.mark.parametrize(("logged", "now"), [(3, None), (4, 5.0)])
def test_a_weekly_mean_needs_four_of_seven_days(logged, now):
    progress = compute(in_pain([6.0] * 7 + [None] * (21 - logged) + [5.0] * logged), day(27))
    assert figures(progress, MeasureKey.PAIN_AVERAGE) == (6, 7, now, logged)


def test_a_figure_noted_on_few_of_the_logged_days_has_no_mean():
    asleep = [at_level(number, 4, sleep_hours=6 if number < 10 else None) for number in range(28)]
    assert figures(compute(Records(tuple(asleep)), day(27)), MeasureKey.SLEEP_HOURS) == (6, 7, None, 0)


def test_a_trial_entry_long_before_does_not_hide_the_first_real_week():
    progress = compute(in_pain([1.0] + [None] * 9 + [6.0] * 18), day(27))
    assert progress.then == Stretch(day(10), day(16))
    assert figures(progress, MeasureKey.PAIN_AVERAGE) == (6, 7, 6, 7)


def test_a_sparse_diary_says_which_week_it_lacks():
    progress = compute(in_pain([5.0 if number % 3 == 0 else None for number in range(30)]), day(29))
    assert progress.then == Stretch(day(0), day(6))
    assert figures(progress, MeasureKey.PAIN_AVERAGE) == (None, 3, None, 2)


def test_now_is_the_last_week_even_if_nobody_wrote_in_it():
    progress = compute(in_pain([5.0] * 20), day(40))
    assert figures(progress, MeasureKey.PAIN_AVERAGE) == (5, 7, None, 0)


def test_less_than_a_fortnight_is_compared_by_halves():
    progress = compute(in_pain([6.0] * 4 + [3.0] * 5), day(8))
    assert (progress.then, progress.now) == (Stretch(day(0), day(3)), Stretch(day(5), day(8)))
    assert figures(progress, MeasureKey.PAIN_AVERAGE) == (6, 4, 3, 4)


def test_one_day_has_a_now_and_no_then():
    progress = compute(in_pain([6.0]), day(0))
    assert progress.then is None
    assert progress.body_then is None
    assert figures(progress, MeasureKey.PAIN_AVERAGE) == (None, 0, 6, 1)


def test_days_without_pain_are_counted_out_of_logged_days():
    progress = compute(in_pain([6.0, None, 0.0, 5.0] + [4.0] * 10 + [0.0, 0.0, None, 1.0, 0.0, 0.0, 0.0]), day(20))
    assert figures(progress, MeasureKey.PAIN_FREE_DAYS) == (1, 6, 5, 6)


def test_a_marked_place_is_pain_whatever_the_numbers_say():
    marked = daily([entry(0, *marks("left_sole", intensity=1), pain_average=0, pain_worst=0)])
    numb = daily([entry(0, *marks("left_sole", kind=Kind.NUMBNESS))])
    assert marked[0].hurts is True
    assert numb[0].hurts is False


def test_a_leg_without_numbness_has_no_row_for_it():
    numb = [entry(number, *marks("right_sole", kind=Kind.NUMBNESS, intensity=4)) for number in range(14)]
    progress = compute(Records(tuple(numb)), day(13))
    assert row(progress, MeasureKey.SENSATION, "left") is None
    assert figures(progress, MeasureKey.SENSATION, "right") == (4, 7, 4, 7)


def left_leg_tests(*counts):
    return tuple(StrengthTest(tested_at=moment(at), leg="left", heel_raises=count) for at, count in counts)


@pytest.mark.parametrize(
    ("tested", "expected"),
    [
        ([(0, 6), (7, 9), (25, 14)], (6, 1, 14, 1)),
        ([(0, 6)], (6, 1, None, 0)),
        ([(0, 6), (13, 9)], (6, 1, None, 0)),
        ([(0, 6), (14, 9)], (6, 1, 9, 1)),
        ([(20, 6), (20, 9)], (None, 0, 9, 1)),  # a single recent one is "now"
        ([(0, None), (20, 9)], (None, 0, 9, 1)),
        ([], None),
    ],
)
def test_weekly_tests_compare_the_first_with_a_recent_last_one(tested, expected):
    progress = compute(Records(in_pain([4.0] * 28).entries, strength_tests=left_leg_tests(*tested)), day(27))
    assert figures(progress, MeasureKey.HEEL_RAISES, "left") == expected


def test_own_activities_keep_their_names_and_order():
    rated = [ActivityRating(rated_at=moment(0), activity=name, ability=2) for name in ("Walk to the shop", "Drive")]
    rated.append(ActivityRating(rated_at=moment(20), activity="Drive", ability=7))
    progress = compute(Records(in_pain([4.0] * 28).entries, activity_ratings=tuple(rated)), day(27))
    assert [item.detail for item in progress.measures if item.key is MeasureKey.ABILITY] == [
        "Walk to the shop",
        "Drive",
    ]
    assert figures(progress, MeasureKey.ABILITY, "Drive") == (2, 1, 7, 1)


def test_the_body_then_and_now_is_a_fortnight_each():
    moving = [at_level(number, 6 if number < 20 else 3, intensity=4 + number % 2) for number in range(0, 40, 2)]
    progress = compute(Records(tuple(moving)), day(38))
    assert (progress.body_then.first, progress.body_then.last) == (day(0), day(13))
    assert (progress.body_now.first, progress.body_now.last) == (day(25), day(38))
    load = progress.body_then.loads[0]
    assert (load.region, load.kind, load.strength, load.days) == ("left_calf_upper", Kind.PAIN, 4, 7)
    assert progress.body_now.days_logged == 7


def test_weeks_count_back_from_today_and_a_thin_one_has_no_mean():
    progress = compute(in_pain([8.0] * 2 + [6.0] * 7 + [5.0] * 3 + [None] * 4 + [3.0] * 7), day(22))
    assert [(week.first, week.days_logged, week.pain_average) for week in progress.weeks] == [
        (day(2), 7, 6),
        (day(9), 3, None),
        (day(16), 7, 3),
    ]
