"""The pain chart shows each logged day's average and worst, and the weeks' means as Progress has them."""

import numpy as np
import pytest
from diaries import FIRST, day, in_pain

from journal.analysis import progress
from journal.charts import pain
from journal.charts.style import Style
from journal.domain.records import Records


@pytest.fixture
def falling():
    """Ten weeks of falling pain; the third week has three days only."""
    pains = [8.0 - number / 10 for number in range(70)]
    pains[14:18] = [None] * 4
    return progress.compute(in_pain(pains), day(69), FIRST)


def test_every_logged_day_is_a_dot_at_its_average(falling, style, read):
    (dots,) = read.found(pain.draw(falling, style), "average")
    drawn = [tuple(point) for point in np.asarray(dots.get_offsets())]
    assert drawn == [(item.date.toordinal(), item.pain_average) for item in falling.days]


def test_weeks_stand_at_their_mean_and_a_week_of_three_days_has_none(falling, read):
    figure = pain.draw(falling, Style.light())
    drawn = [bar.get_ydata()[0] for bar in read.found(figure, "week")]
    known = [week for week in falling.weeks if week.pain_average is not None]
    assert drawn == [week.pain_average for week in known]
    assert len(known) == len(falling.weeks) - 1
    said = [text.get_text() for text in read.found(figure, "week-mean")]
    assert said[0] == f"{known[0].pain_average:.1f} (7 days)"


def test_what_counts_as_less_is_measured_from_the_first_week(falling, read):
    lines = read.found(pain.draw(falling, Style.print()), "counts-from")
    start = falling.weeks[0].pain_average
    assert sorted(line.get_ydata()[0] for line in lines) == pytest.approx(sorted([start * 0.7, start - 2]))


def test_years_are_drawn_as_a_curve_with_gaps(read):
    pains = [5.0 if number // 50 % 2 else None for number in range(1500)]
    found = progress.compute(in_pain(pains), day(1499), FIRST)
    (curve,) = read.found(pain.draw(found, Style.light()), "week")
    assert len(curve.get_ydata()) == len(found.weeks)
    assert np.isnan(curve.get_ydata()).any()


def test_an_empty_journal_says_so(style, read):
    figure = pain.draw(progress.compute(Records(), day(0)), style)
    assert any("No entries" in text.get_text() for text in read.texts(figure))
