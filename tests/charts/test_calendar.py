"""The calendar fills logged days by their worst pain, and tells no pain from no entry."""

from datetime import timedelta

from diaries import FIRST, day, in_pain
from matplotlib.colors import to_hex, to_rgba

from journal.analysis import progress
from journal.charts import calendar
from journal.domain.records import Records


def squares(figure):
    """Every drawn day with its square."""
    found = figure.findobj(lambda artist: str(artist.get_gid() or "").startswith("day-"))
    return {artist.get_gid().removeprefix("day-"): artist for artist in found}


def test_days_are_filled_by_their_worst_pain_and_others_stay_empty(every_style):
    found = progress.compute(in_pain([9.0, None, 0.0, 3.0]), day(3), FIRST)
    drawn = squares(calendar.draw(found, every_style))
    assert list(drawn) == [(FIRST + timedelta(days=number)).isoformat() for number in range(4)]
    nine, unlogged, free, three = drawn.values()
    assert to_hex(nine.get_facecolor()) == every_style.colours.pain_fill(9)
    assert to_hex(three.get_facecolor()) == every_style.colours.pain_fill(3)
    assert unlogged.get_facecolor() == to_rgba("none")
    assert to_hex(free.get_edgecolor()) != to_hex(unlogged.get_edgecolor())


def test_weeks_begin_on_the_first_day_of_the_locale(style):
    drawn = squares(calendar.draw(progress.compute(in_pain([5.0] * 15), day(14), FIRST), style))
    columns = [int(square.get_x()) for square in drawn.values()]
    rows = [int(square.get_y()) for square in drawn.values()]
    assert columns == [0] * 7 + [1] * 7 + [2]
    assert rows == [*range(7), *range(7), 0]


def test_a_range_too_long_for_the_width_shows_its_latest_weeks(style, read):
    found = progress.compute(in_pain([5.0] * 900), day(899), FIRST)
    figure = calendar.draw(found, style, size_inches=(5, 2))
    drawn = squares(figure)
    assert found.as_of.isoformat() in drawn
    assert FIRST.isoformat() not in drawn
    renderer = figure.canvas.get_renderer()
    assert all(text.get_window_extent(renderer).x1 <= figure.bbox.x1 + 1 for text in read.texts(figure))


def test_an_empty_journal_has_empty_squares(style):
    drawn = squares(calendar.draw(progress.compute(Records(), day(0)), style))
    assert drawn
    assert all(square.get_facecolor() == to_rgba("none") for square in drawn.values())
