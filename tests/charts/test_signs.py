"""The four signs draw what Progress says of each, and the verdict in its own words."""

import numpy as np
import pytest
from diaries import FIRST, at_level, day, moment

from journal.analysis import progress
from journal.analysis.results import SignKey
from journal.charts import signs
from journal.domain.body import Side
from journal.domain.records import Records
from journal.domain.strength import StrengthTest
from journal.wording import signs as words


@pytest.fixture
def tested():
    """Eight weeks of a right leg getting better, its strength tested at both ends."""
    entries = tuple(at_level(number, 7 - number // 10, "right", intensity=9 - number // 8) for number in range(56))
    tests = tuple(
        StrengthTest(tested_at=moment(number), leg=Side.RIGHT, heel_raises=count)
        for number, count in ((0, 5), (55, 20))
    )
    return progress.compute(Records(entries=entries, strength_tests=tests), day(55), FIRST)


def test_each_sign_shows_its_values_and_words(tested, every_style, read):
    figure = signs.draw(tested, every_style)
    for key in SignKey:
        (line,) = read.found(figure, f"line-{key}")
        drawn = signs.series(tested, key)
        np.testing.assert_array_equal(line.get_ydata(), [np.nan if v is None else v for v in drawn.values])
        said = " ".join(text.get_text() for text in read.found(figure, f"verdict-{key}"))
        assert said == words.verdict(tested, key)
        assert read.found(figure, f"figures-{key}")[0].get_text() == words.figures(tested.signs[key])
    assert signs.series(tested, SignKey.STRENGTH).values == (5.0, 20.0)
    weeks = tested.weeks
    assert signs.series(tested, SignKey.PAIN).values == tuple(week.pain_average for week in weeks)
    assert signs.series(tested, SignKey.LOCATION).values == tuple(week.level[Side.RIGHT] for week in weeks)


def test_less_pain_is_lower_and_nearer_the_back_is_higher(tested, style, read):
    figure = signs.draw(tested, style)
    ends = {}
    for key in (SignKey.PAIN, SignKey.LOCATION, SignKey.STRENGTH):
        (line,) = read.found(figure, f"line-{key}")
        at = line.axes.transData.transform(np.column_stack((line.get_xdata(), line.get_ydata())))
        ends[key] = at[-1, 1] - at[0, 1]
    assert ends[SignKey.PAIN] < 0
    assert ends[SignKey.LOCATION] > 0
    assert ends[SignKey.STRENGTH] > 0


@pytest.mark.parametrize("size", [(10.4, 2.3), (5.0, 4.2)])
def test_an_empty_journal_has_four_calm_panels_inside_the_picture(size, style, read):
    figure = signs.draw(progress.compute(Records(), day(0)), style, size_inches=size)
    renderer = figure.canvas.get_renderer()
    for key in SignKey:
        assert read.found(figure, f"verdict-{key}")
    for text in read.texts(figure):
        box = text.get_window_extent(renderer)
        assert box.x0 >= -1
        assert box.x1 <= figure.bbox.x1 + 1
        assert box.y0 >= -1
        assert box.y1 <= figure.bbox.y1 + 1
