"""What lies under a pointer is what is drawn there: days on every time axis, squares of the calendar, places."""

import pytest
from diaries import FIRST, at_level, day, entry, journals, marks
from hypothesis import given, settings

from journal.analysis import progress
from journal.analysis.time_of_day import when_it_hurts
from journal.charts import body, calendar, ladder, pain, pointing, sensation, signs, strength, time_of_day, treatments
from journal.charts.style import Style
from journal.domain.body import REGIONS
from journal.domain.entry import Scope
from journal.domain.records import Records


def middle(spot):
    box = spot.box
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


@pytest.mark.parametrize("draw", [ladder.draw, pain.draw, sensation.draw, calendar.draw, treatments.draw])
def test_every_day_of_the_range_is_found_where_it_is_drawn(moving_up, style, draw):
    found = pointing.of(draw(moving_up, style))
    for number in range(56):
        places = found.where(day(number))
        assert places, day(number)
        for place in places:
            assert found.at(*middle(place)) == day(number)


def test_a_dot_of_the_ladder_lies_in_the_column_of_its_day(moving_up, style, read):
    figure = ladder.draw(moving_up, style)
    found = pointing.of(figure)
    (dots,) = read.found(figure, "dots-right")
    offsets = dots.get_offsets()
    for x, y in (offsets[0], offsets[len(offsets) // 2], offsets[-1]):
        across, up = figure.transFigure.inverted().transform(dots.axes.transData.transform((x, y)))
        assert found.at(across, 1 - up).toordinal() == x


@settings(max_examples=10, deadline=None)
@given(journals)
def test_any_journal_can_be_pointed_at(records):
    shown = progress.compute(records, day(70), FIRST)
    for draw in (ladder.draw, signs.draw, sensation.draw):
        found = pointing.of(draw(shown, Style.light()))
        assert found.axes
        assert all(0 <= axis.box.left < axis.box.right <= 1.001 for axis in found.axes)


def test_a_place_of_the_body_is_found_on_both_maps_and_outside_it_nothing_is(moving_up, style):
    found = pointing.of(body.draw(moving_up, style))
    assert {spot.key for spot in found.spots} <= set(REGIONS)
    calves = found.where("right_calf_upper")
    assert len(calves) >= 2
    for spot in calves:
        x, y = middle(spot)
        assert found.at(x, y) in ("right_calf_upper", "right_calf_lower", "right_lower_leg_outer")
    assert found.at(0.999, 0.001) is None


def test_rows_of_moments_and_days_of_tests_are_found(style):
    told = when_it_hurts([entry(0, *marks("sacrum"), scope=Scope.NOW, activities=("night",))], FIRST, day(0))
    found = pointing.of(time_of_day.draw(told, style))
    assert {spot.key for spot in found.spots} == {
        "part night",
        "part morning",
        "part afternoon",
        "part evening",
        "activity night",
    }
    axes = pointing.of(strength.draw((), FIRST, day(27), style)).axes
    assert axes and axes[0].day_at((axes[0].box.left + axes[0].box.right) / 2) in (day(13), day(14))


def test_a_click_beside_the_axes_means_nothing(style):
    shown = progress.compute(Records(entries=(at_level(0, 5),)), day(0))
    assert pointing.of(ladder.draw(shown, style)).at(0.01, 0.5) is None
