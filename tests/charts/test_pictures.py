"""Every chart looks as it did: in light, dark and print, against stored pictures."""

import io
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import pictures
import pytest
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from PIL import Image

from journal import charts, sample
from journal.analysis import progress
from journal.analysis.time_of_day import when_it_hurts
from journal.charts import body, calendar, ladder, pain, sensation, signs, strength, time_of_day, treatments
from journal.charts.style import Style

LAST = date(2026, 11, 22)
WIDE, FLAT = (7.2, 3.4), (7.2, 1.9)


@cache
def journal():
    return sample.generate(LAST)


@cache
def found():
    return progress.compute(journal(), LAST)


CHARTS = {
    "ladder": lambda style: ladder.draw(found(), style, size_inches=WIDE),
    "pain": lambda style: pain.draw(found(), style, size_inches=WIDE),
    "signs": lambda style: signs.draw(found(), style, size_inches=FLAT),
    "body": lambda style: body.draw(found(), style, size_inches=WIDE),
    "calendar": lambda style: calendar.draw(found(), style, size_inches=FLAT),
    "sensation": lambda style: sensation.draw(found(), style, size_inches=FLAT),
    "treatments": lambda style: treatments.draw(found(), style, size_inches=FLAT),
    "strength": lambda style: strength.draw(journal().strength_tests, found().since, LAST, style, size_inches=WIDE),
    "time_of_day": lambda style: time_of_day.draw(
        when_it_hurts(journal().entries, found().since, LAST), style, size_inches=WIDE
    ),
}


def test_every_chart_has_its_picture():
    modules = (import_module(f"journal.charts.{each.name}") for each in iter_modules(charts.__path__))
    assert {module.__name__.rpartition(".")[2] for module in modules if hasattr(module, "SIZE")} == set(CHARTS)


def drawn(figure):
    """The figure, with a bar for each text: letters differ from one machine to the next, their places hardly."""
    renderer = figure.canvas.get_renderer()
    for text in figure.findobj(Text):
        if text.get_text().strip():
            box = text.get_window_extent(renderer).transformed(figure.transFigure.inverted())
            bar = Rectangle(box.p0, box.width, box.height, transform=figure.transFigure, fc=text.get_color(), ec="none")
            bar.set_alpha(0.22)
            figure.add_artist(bar)
            text.set_visible(False)
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=80)
    return Image.open(stream)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_looks_as_it_did(name, theme, one_face, same_picture):
    same_picture(f"{name}-{theme}", drawn(CHARTS[name](getattr(Style, theme)())))


def test_one_missing_dot_is_found_and_shown(style, one_face, tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "FAILED", tmp_path)
    days = found().days
    fewer = replace(found(), days=days[:-5] + days[-4:])
    with pytest.raises(AssertionError, match=r"see .*ladder-light\.png"):
        pictures.check("ladder-light", drawn(ladder.draw(fewer, style, size_inches=WIDE)), renew=False)
    assert (tmp_path / "ladder-light.png").exists()
