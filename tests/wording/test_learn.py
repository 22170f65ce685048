"""The page to read: every claim names a source, every source is given in full, and the figures are the program's."""

import pytest

from journal.analysis.limits import ABILITY_COUNTS_FROM, HEEL_RAISES_COUNT_FROM
from journal.domain.redflag import RedFlag, Tier
from journal.wording import learn

PARAGRAPHS = [paragraph for section in learn.SECTIONS for paragraph in section.paragraphs]
WHOLE = " ".join(learn.text(paragraph) for paragraph in PARAGRAPHS)


def test_it_has_the_parts_a_person_looks_for():
    assert [section.key for section in learn.SECTIONS] == ["direction", "signs", "phases", "flares", "help"]
    assert all(learn.heading(section) for section in learn.SECTIONS)


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=lambda paragraph: paragraph.text[:30])
def test_every_claim_names_its_source(paragraph):
    assert paragraph.sources
    assert set(paragraph.sources) <= set(learn.SOURCES)
    assert learn.cited(paragraph)


def test_every_source_is_used_and_given_in_full():
    used = {key for paragraph in PARAGRAPHS for key in paragraph.sources}
    assert used == set(learn.SOURCES)
    assert len(learn.references()) == len(used)
    assert learn.references()[-1].startswith("our own choice")


def test_the_figures_are_those_the_program_uses():
    assert f"{HEEL_RAISES_COUNT_FROM} or more counts" in WHOLE
    assert ABILITY_COUNTS_FROM == 2 and "about two points are a real change" in WHOLE
    assert "176 people" in WHOLE and "84.8 %" in WHOLE and "7.3 %" in WHOLE


@pytest.mark.parametrize("promise", ["cured", "healing is proven", "dangerous", "guarantee", "don’t worry"])
def test_it_promises_nothing(promise):
    assert promise not in WHOLE.lower()


def test_help_names_every_tier():
    said = " ".join(learn.text(paragraph) for paragraph in learn.SECTIONS[-1].paragraphs)
    for words in ("At once", "same day", "Within days"):
        assert words in said
    assert {flag.tier for flag in RedFlag} == set(Tier)
