"""Journals to draw, and how to read a drawing back."""

import pytest
from diaries import FIRST, at_level, day
from matplotlib.text import Text

from journal.analysis import progress
from journal.charts.style import Style
from journal.domain.records import Records
from journal.domain.treatment import Treatment, TreatmentKind


@pytest.fixture(params=["light", "dark", "print"])
def every_style(request):
    return getattr(Style, request.param)()


@pytest.fixture
def style():
    return Style.light()


@pytest.fixture(scope="session")
def moving_up():
    """Eight weeks of a right leg going from the foot to the thigh, without every sixth day, and one treatment."""
    entries = tuple(
        at_level(number, 7 - number * 4 // 56, "right", intensity=8 - number // 10)
        for number in range(56)
        if number % 6 != 3
    )
    glides = Treatment(kind=TreatmentKind.EXERCISE, name="Nerve glides", started_on=day(20))
    return progress.compute(Records(entries=entries, treatments=(glides,)), day(55), FIRST)


class Reader:
    """Reads a figure back."""

    @staticmethod
    def found(figure, name):
        """Every artist with that gid."""
        return figure.findobj(lambda artist: artist.get_gid() == name)

    @staticmethod
    def texts(figure):
        """Every text that says something."""
        return [text for text in figure.findobj(Text) if text.get_text().strip()]


@pytest.fixture
def read():
    return Reader
