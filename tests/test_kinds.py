"""A new kind of symptom has a row wherever kinds are told apart, and is never taken for another one."""

from datetime import UTC, datetime

import pytest
from matplotlib.text import Text

from journal.analysis.progress import compute
from journal.charts import body, hatch, sensation
from journal.charts.style import Style
from journal.domain.entry import FELT, PAIN, WEAK, Entry, Kind, Symptom
from journal.domain.records import Records
from journal.palette import LIGHT
from journal.report import form
from journal.ui.body_map import patterns
from journal.wording import charts, labels

SEEN_APART = set(Kind) - {Kind.PAIN}


@pytest.mark.parametrize(
    "table", [hatch.PATTERNED, patterns.PATTERNS, sensation.KINDS, sensation.MARKERS, form.SYMBOLS]
)
def test_every_kind_but_pain_has_its_own_pattern_and_mark(table):
    assert set(table) == SEEN_APART


def test_every_kind_has_its_own_colour():
    assert len({LIGHT.kind(kind, 5) for kind in Kind}) == len(Kind)


def test_every_kind_belongs_to_one_series():
    assert sorted((*PAIN, *FELT, *WEAK)) == sorted(Kind)


def test_the_words_and_the_key_of_a_chart_know_every_kind():
    at = datetime(2026, 3, 1, 20, tzinfo=UTC)
    marks = tuple(Symptom("left_shin", kind, 4) for kind in Kind)
    found = compute(Records(entries=(Entry(recorded_at=at, scope="day", symptoms=marks),)), at.date())
    said = charts.sensation(found)
    key = {text.get_text() for text in body.draw(found, Style.light()).findobj(Text)}
    for kind in SEEN_APART:
        assert labels.label(kind).lower() in said
        assert labels.label(kind) in key
