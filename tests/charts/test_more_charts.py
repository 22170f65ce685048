"""Numbness, strength, treatments and moments: what is drawn is what the records say."""

import numpy as np
import pytest
from diaries import FIRST, day, entry, journals, marks, moment
from hypothesis import given, settings

from journal.analysis import progress
from journal.analysis.time_of_day import when_it_hurts
from journal.charts import sensation, strength, time_of_day, treatments
from journal.charts.style import Style
from journal.domain.body import LEGS, Side
from journal.domain.entry import Kind, Scope
from journal.domain.records import Records
from journal.domain.strength import LimitedBy, StrengthTest, Walk
from journal.domain.treatment import Treatment, TreatmentKind


def offsets(artists):
    return [tuple(point) for artist in artists for point in np.asarray(artist.get_offsets())]


@settings(max_examples=15, deadline=None)
@given(journals)
def test_numbness_and_tingling_stand_at_their_day_and_strength(records):
    shown = progress.compute(records, day(70), FIRST)
    figure = sensation.draw(shown, Style.light())
    for leg in LEGS:
        for kind in sensation.KINDS:
            drawn = offsets(figure.findobj(lambda artist, name=f"{kind}-{leg}": artist.get_gid() == name))
            felt = [(one.date.toordinal(), sensation.strongest(one, leg, kind)) for one in shown.days]
            assert drawn == [point for point in felt if point[1]]


def test_weekly_means_of_numbness_are_those_of_progress(read, style):
    entries = tuple(
        entry(n, *marks("left_heel", kind=Kind.NUMBNESS, intensity=9 - n // 7)) for n in range(42) if n % 7 < 5
    )
    shown = progress.compute(Records(entries=entries), day(41), FIRST)
    bars = read.found(sensation.draw(shown, style), "week-left")
    assert [bar.get_ydata()[0] for bar in bars] == [week.sensation[Side.LEFT] for week in shown.weeks]


def test_every_test_is_a_point_and_one_not_tried_is_none(read, every_style):
    tests = tuple(
        StrengthTest(tested_at=moment(7 * week), leg=leg, heel_raises=count, heel_walk=Walk.PARTLY)
        for week in range(4)
        for leg, count in ((Side.LEFT, 25), (Side.RIGHT, 10 + week))
    )
    skipped = StrengthTest(tested_at=moment(28), leg=Side.RIGHT, limited_by=LimitedBy.NOT_TRIED)
    figure = strength.draw((*tests, skipped), FIRST, day(30), every_style)
    (right,) = read.found(figure, "raises-right")
    assert list(right.get_ydata()) == [10, 11, 12, 13]
    assert list(right.get_xdata()) == [day(7 * week).toordinal() for week in range(4)]
    assert len(read.found(figure, "heel_walk-left")) == 4
    (left,) = read.found(figure, "raises-left")
    assert left.get_marker() != right.get_marker() and left.get_linestyle() != right.get_linestyle()


def test_a_treatment_is_a_bar_from_its_start_to_its_end(read, every_style):
    tried = (
        Treatment(kind=TreatmentKind.EXERCISE, name="Nerve glides", started_on=day(10)),
        Treatment(kind=TreatmentKind.MEDICATION, name="Ibuprofen", started_on=day(2), ended_on=day(8)),
        Treatment(kind=TreatmentKind.INJECTION, name="Injection", started_on=day(20), ended_on=day(20)),
    )
    entries = tuple(entry(n, *marks("sacrum")) for n in range(30))
    shown = progress.compute(Records(entries=entries, treatments=tried), day(29), FIRST)
    figure = treatments.draw(shown, every_style)
    assert [text.get_text() for text in read.found(figure, "treatment")] == ["Injection", "Nerve glides", "Ibuprofen"]
    (ibuprofen,) = read.found(figure, "bar-2")
    assert (ibuprofen.get_x(), ibuprofen.get_x() + ibuprofen.get_width()) == (
        day(2).toordinal() - 0.5,
        day(8).toordinal() + 0.5,
    )
    assert read.found(figure, "goes-on-1") and not read.found(figure, "goes-on-2")
    assert read.found(figure, "once-0") and not read.found(figure, "bar-0")


def test_a_row_of_moments_has_a_mean_only_from_five_days_on(read, every_style):
    entries = [entry(n, *marks("sacrum", intensity=4 + n % 2), scope=Scope.NOW, hour=8) for n in range(6)]
    entries += [entry(n, *marks("sacrum"), scope=Scope.NOW, hour=14) for n in range(4)]
    told = when_it_hurts(entries, FIRST, day(10))
    figure = time_of_day.draw(told, every_style)
    (mean,) = read.found(figure, "mean-part morning")
    assert mean.get_xdata()[0] == pytest.approx(4.5)
    assert not read.found(figure, "mean-part afternoon")
    (counts,) = read.found(figure, "counts-part afternoon")
    assert counts.get_text() == "4 of 5 days"
    assert len(offsets(read.found(figure, "days-of-part morning"))) == 6


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(10.4, 4.4), (6.8, 5.4)])
def test_no_text_leaves_the_figure(scale, size, read):
    entries = [
        entry(
            n,
            *marks("left_heel", kind=Kind.NUMBNESS),
            *marks("sacrum"),
            scope=Scope.NOW,
            hour=8,
            activities=("A" * 90,),
        )
        for n in range(30)
    ]
    tried = Treatment(kind=TreatmentKind.OTHER, name="Long name " * 12, started_on=day(3))
    tests = tuple(
        StrengthTest(tested_at=moment(n), leg=leg, heel_raises=9, toe_walk=Walk.NO) for n in (1, 9) for leg in LEGS
    )
    shown = progress.compute(Records(entries=tuple(entries), treatments=(tried,), strength_tests=tests), day(29), FIRST)
    style = Style.light(scale)
    size = (size[0], size[1] * scale)
    for figure in (
        sensation.draw(shown, style, size_inches=size),
        strength.draw(tests, FIRST, day(29), style, size_inches=size),
        treatments.draw(shown, style, size_inches=size),
        time_of_day.draw(when_it_hurts(entries, FIRST, day(29)), style, size_inches=size),
    ):
        renderer = figure.canvas.get_renderer()
        for text in read.texts(figure):
            box = text.get_window_extent(renderer)
            assert box.x0 >= -2 and box.x1 <= figure.bbox.width + 2, text.get_text()
            assert box.y0 >= -2 and box.y1 <= figure.bbox.height + 2, text.get_text()
