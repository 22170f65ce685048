"""A new kind of symptom has a row wherever kinds are told apart, and is never taken for another one."""

import pytest

from journal.analysis import daily
from journal.charts import hatch, sensation
from journal.domain.entry import Kind
from journal.palette import LIGHT
from journal.ui.body_map import patterns

SEEN_APART = set(Kind) - {Kind.PAIN}


@pytest.mark.parametrize("table", [hatch.PATTERNED, patterns.PATTERNS, sensation.KINDS, sensation.MARKERS])
def test_every_kind_but_pain_has_its_own_pattern_and_mark(table):
    assert set(table) == SEEN_APART


def test_every_kind_has_its_own_colour():
    assert len({LIGHT.kind(kind, 5) for kind in Kind}) == len(Kind)


def test_every_kind_belongs_to_one_series():
    assert sorted((*daily.PAIN, *daily.FELT, *daily.WEAK)) == sorted(Kind)
