"""The ladder shows what Progress says: every logged day, nothing on the others, and the line it computed."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import numpy as np
import pytest
from diaries import FIRST, at_level, day, entry, journals, marks
from hypothesis import given, settings

from journal.analysis import progress
from journal.analysis.results import Flare, Verdict
from journal.charts import ladder
from journal.charts.style import Style
from journal.domain.body import LEGS, Side
from journal.domain.records import Records
from journal.domain.treatment import Treatment, TreatmentKind


def drawn_days(figure, side):
    """(date number, level) of every dot and ring of a leg, oldest first."""
    names = (f"dots-{side}", f"rings-{side}")
    artists = figure.findobj(lambda artist: artist.get_gid() in names)
    return sorted(tuple(point) for artist in artists for point in np.asarray(artist.get_offsets()))


def test_every_logged_day_is_a_dot_at_its_level_and_other_days_are_empty(moving_up, style):
    figure = ladder.draw(moving_up, style)
    wanted = [(float(item.date.toordinal()), item.legs[Side.RIGHT].level) for item in moving_up.days]
    assert drawn_days(figure, Side.RIGHT) == wanted
    assert len(wanted) < moving_up.days_elapsed


def test_the_line_and_its_band_are_the_fitted_ones(moving_up, style, read):
    figure = ladder.draw(moving_up, style)
    fitted = moving_up.legs[Side.RIGHT].headline.line
    (line,) = read.found(figure, "line-right")
    np.testing.assert_allclose(line.get_ydata(), [point.level for point in fitted])
    assert list(line.get_xdata()) == [point.date.toordinal() for point in fitted]
    (band,) = read.found(figure, "band-right")
    corners = {tuple(corner) for corner in band.get_paths()[0].vertices}
    for point in fitted:
        assert (point.date.toordinal(), min(7.5, max(-0.5, point.low))) in corners
        assert (point.date.toordinal(), min(7.5, max(-0.5, point.high))) in corners


def test_moving_up_moving_down_and_no_clear_change_look_different(moving_up, every_style, read):
    headline = moving_up.legs[Side.RIGHT].headline
    colours, arrows = [], []
    for verdict in (Verdict.CLEARLY_UP, Verdict.NO_CLEAR_CHANGE, Verdict.CLEARLY_DOWN):
        leg = replace(moving_up.legs[Side.RIGHT], headline=replace(headline, verdict=verdict))
        figure = ladder.draw(replace(moving_up, legs={**moving_up.legs, Side.RIGHT: leg}), every_style)
        colours.append(read.found(figure, "line-right")[0].get_color())
        arrows.append(len(read.found(figure, "arrow-right")))
    assert arrows == [1, 0, 1]
    assert colours == [every_style.colours.primary, every_style.unclear, every_style.colours.down]


def test_a_leg_without_pain_of_its_own_is_left_out_and_two_painful_legs_stand_side_by_side(moving_up, read):
    one = ladder.draw(moving_up, Style.light())
    assert not read.found(one, "title-left")
    entries = tuple(at_level(number, 5, side) for number, side in enumerate(["left", "right"] * 8))
    both = ladder.draw(progress.compute(Records(entries=entries), day(15)), Style.light())
    assert read.found(both, "title-left")
    assert read.found(both, "title-right")


def test_a_back_that_hurts_on_the_other_side_is_no_second_leg(read):
    entries = tuple(
        entry(number, *marks("left_calf_upper"), *marks("right_low_back", "sacrum")) for number in range(14)
    )
    figure = ladder.draw(progress.compute(Records(entries=entries), day(13)), Style.light())
    assert read.found(figure, "title-left")
    assert not read.found(figure, "title-right")


@given(journals)
@settings(max_examples=10, deadline=None)
def test_whatever_the_journal_the_dots_are_its_days(records):
    found = progress.compute(records, FIRST + timedelta(days=70))
    figure = ladder.draw(found, Style.print(), legs=LEGS)
    shown = [item for item in found.days if found.since <= item.date <= found.as_of]
    for side in LEGS:
        known = [(item, item.legs[side].level) for item in shown if item.placed or item.legs[side].places]
        expected = [(float(item.date.toordinal()), 0.0 if level is None else level) for item, level in known]
        assert drawn_days(figure, side) == expected, "an unknown day has no dot, a free one its ring at no pain"


@pytest.mark.parametrize("count", [0, 1, 9])
def test_few_entries_make_a_calm_chart(count, style, read):
    entries = tuple(at_level(number, 6) for number in range(count))
    figure = ladder.draw(progress.compute(Records(entries=entries), day(max(count - 1, 0))), style)
    assert bool(count) != any("No entries" in text.get_text() for text in read.texts(figure))
    assert not read.found(figure, "line-left")


NAMES = ("Naproxen 500 mg", "Nerve glides", "Manual therapy, twice a week at the clinic", "Épée", "Walking", "Heat")


@pytest.mark.parametrize("gap", [1, 3, 9])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_names_of_treatments_never_touch_each_other_and_nothing_leaves_the_picture(moving_up, gap, scale, read):
    treatments = tuple(
        Treatment(kind=TreatmentKind.OTHER, name=name, started_on=day(2 + index * gap))
        for index, name in enumerate(NAMES)
    )
    figure = ladder.draw(replace(moving_up, treatments=treatments), Style.light(scale))
    renderer = figure.canvas.get_renderer()
    boxes = [text.get_window_extent(renderer) for text in read.found(figure, "treatment")]
    assert boxes
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for text in read.texts(figure):
        box = text.get_window_extent(renderer)
        assert box.x0 >= -1, text
        assert box.x1 <= figure.bbox.x1 + 1, text
        assert box.y0 >= -1, text
        assert box.y1 <= figure.bbox.y1 + 1, text


def test_flares_are_shaded_unless_dismissed(moving_up, style, read):
    answers = {None: 1, True: 1, False: 0}
    for confirmed, shades in answers.items():
        flare = Flare(day(30), day(32), days_logged=3, worst=9.0, usual=5.0, confirmed=confirmed)
        figure = ladder.draw(replace(moving_up, flares=(flare,)), style)
        shaded = read.found(figure, "flare")
        assert len(shaded) == shades
        for shade in shaded:
            extents = shade.get_paths()[0].get_extents()
            assert (extents.x0, extents.width) == (day(30).toordinal() - 0.5, 3.0)


def test_what_began_before_the_days_shown_is_named_at_the_edge_without_a_line(moving_up, read):
    earlier = tuple(
        Treatment(kind=TreatmentKind.OTHER, name=name, started_on=day(-9), ended_on=ended)
        for name, ended in (("Ibuprofen", day(5)), ("Walking", None), ("Heat", day(-2)))
    )
    figure = ladder.draw(replace(moving_up, treatments=earlier), Style.light())
    said = {text.get_text() for text in read.found(figure, "treatment")}
    assert said == {"Ibuprofen, to 7 Mar", "Walking, since 21 Feb"}
    assert not read.found(figure, "treatment-line")


def test_a_treatment_is_a_bar_over_its_days_and_a_single_day_is_a_flag(moving_up, every_style, read):
    treatments = tuple(
        Treatment(kind=TreatmentKind.OTHER, name=name, started_on=first, ended_on=last)
        for name, first, last in (
            ("Tablets", day(4), day(20)),
            ("Injection", day(30), day(30)),
            ("Walking", day(-9), None),
        )
    )
    figure = ladder.draw(replace(moving_up, treatments=treatments), every_style)
    (panel,) = (axes for axes in figure.axes if axes.get_label() == "days-right")
    left, right = panel.get_xlim()
    bars = sorted(tuple(bar.get_xdata()) for bar in read.found(figure, "treatment-span"))
    assert bars == [
        (pytest.approx(left), pytest.approx(right)),
        (day(4).toordinal() - 0.5, pytest.approx(day(20).toordinal() + 0.5)),
    ]
    (flag,) = read.found(figure, "treatment-flag")
    assert abs(flag.get_xdata()[0] - day(30).toordinal()) < 1


def test_a_chart_without_treatments_keeps_no_room_for_them(moving_up, read):
    without = ladder.draw(replace(moving_up, treatments=()), Style.light())
    (panel,) = (axes for axes in without.axes if axes.get_label() == "days-right")
    (crowded,) = (axes for axes in ladder.draw(moving_up, Style.light()).axes if axes.get_label() == "days-right")
    assert panel.get_position().height > crowded.get_position().height
