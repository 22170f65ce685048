"""The body map shows the regions of its two stretches of days, and patterns stay inside them."""

from dataclasses import replace

import numpy as np
from diaries import day, entry, marks
from matplotlib.colors import to_hex
from matplotlib.path import Path

from journal import drawing
from journal.analysis import progress
from journal.analysis.differences import PainDifference, differences
from journal.charts import body, hatch
from journal.domain.entry import Kind
from journal.domain.records import Records
from journal.drawing import Picture
from journal.wording import charts


def drawn(style):
    """A fortnight of strong calf pain, then one of a weak buttock with a numb foot."""
    then = [entry(number, *marks("left_calf_upper", intensity=9)) for number in range(14)]
    numb = marks("left_foot_top", kind=Kind.NUMBNESS)
    now = [entry(number, *marks("left_buttock_lower", intensity=2), *numb) for number in range(14, 28)]
    found = progress.compute(Records(entries=tuple(then + now)), day(27))
    return body.draw(found, style), found


def test_then_and_now_are_filled_by_their_own_strength(every_style, read):
    figure, _found = drawn(every_style)
    (calf,) = read.found(figure, "left_calf_upper-pain")
    (buttock,) = read.found(figure, "left_buttock_lower-pain")
    assert to_hex(calf.get_facecolor()) == every_style.colours.pain_fill(9)
    assert to_hex(buttock.get_facecolor()) == every_style.colours.pain_fill(2)
    assert calf.axes.get_label() == "back-0"
    assert buttock.axes.get_label() == "back-1"
    assert "front-1" in {artist.axes.get_label() for artist in read.found(figure, "left_foot_top-numbness")}


def test_a_region_marked_on_few_days_is_only_outlined(style, read):
    _figure, found = drawn(style)
    load = replace(found.body_now.loads[0], days=2)
    now = replace(found.body_now, loads=(load,))
    figure = body.draw(found, style, summaries=(found.body_then, now))
    (outlined,) = read.found(figure, f"{load.region}-pain")
    assert to_hex(outlined.get_facecolor()) == style.colours.skin
    assert to_hex(outlined.get_edgecolor()) == style.colours.pain_fill(load.strength)


def test_the_back_is_drawn_with_the_persons_left_on_the_left_and_the_front_mirrored(style, read):
    _figure, found = drawn(style)
    figure = body.draw(found, style, pictures=(Picture.BACK, Picture.FRONT))
    words = [(text.get_position()[0], text.get_text()) for text in read.texts(figure)]
    sides = [word for _x, word in sorted(words) if word in ("left", "right")]
    assert sides == ["left", "right", "right", "left"] * 2


def test_patterns_stay_inside_their_shape():
    corners = np.array([(0, 0), (10, 0), (10, 4), (5, 1), (0, 9)], dtype=float)
    inside = Path(corners)
    segments = hatch.lines_within(corners, 0.7, -45)
    assert len(segments) > 5
    for start, end in segments:
        assert inside.contains_point((start + end) / 2)
    dots = hatch.dots_within(corners, 0.9, 0.2)
    assert inside.contains_points(dots).all()


def test_an_empty_journal_has_an_empty_body(style, read):
    figure = body.draw(progress.compute(Records(), day(0)), style)
    assert any("Nothing was marked" in text.get_text() for text in read.texts(figure))


def test_the_later_body_says_what_differs_by_shape_alone(every_style, read):
    figure, found = drawn(every_style)
    changed = differences(found.body_then, found.body_now)
    assert set(changed.values()) == {PainDifference.GONE, PainDifference.NEW}
    for region, difference in changed.items():
        signs = read.found(figure, f"{region}-{difference}")
        assert signs
        for sign in signs:
            assert sign.axes.get_label().endswith("-1")
            assert to_hex(sign.get_color()) == every_style.colours.text
            shape = next(
                shape
                for picture in Picture
                for shape in drawing.body().view(picture).shapes
                if shape.region == region and sign.axes.get_label() == f"{picture}-1"
            )
            assert Path(body.polygon_of(shape)).contains_point((sign.get_xdata()[0], sign.get_ydata()[0]))
    said = {text.get_text() for text in read.texts(figure)}
    assert {"gone", "new"} <= said
    assert "gone: Left calf, upper" in charts.body((found.body_then, found.body_now))
