"""Every choice has its words, in one table."""

import importlib
import pkgutil
from enum import StrEnum

import pytest

import journal.domain
from journal.analysis import results
from journal.analysis.results import MeasureKey
from journal.domain.body import REGIONS, Side
from journal.wording import labels

MODULES = [
    importlib.import_module(f"journal.domain.{found.name}") for found in pkgutil.iter_modules(journal.domain.__path__)
]
CHOICES = sorted(
    {
        kind
        for module in MODULES
        if module.__name__ != "journal.domain.errors"  # a fault has a sentence, in storage
        for kind in (*vars(module).values(), *(getattr(results, name) for name in results.__all__))
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    },
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", CHOICES)
def test_every_choice_has_its_own_words(kind):
    words = [labels.label(member) for member in kind]
    assert all(word.strip() for word in words)
    assert len(set(words)) == len(words)
    assert set(labels.tables()[kind]) == set(kind)


def test_every_region_and_level_has_its_words():
    assert len({labels.region(region) for region in REGIONS}) == 57
    assert [labels.level(level) for level in (0, 0.4, 1, 5.5, 6.4, 7)] == [
        "no pain",
        "mostly no pain",
        "low back",
        "lower leg",
        "lower leg",
        "foot",
    ]


def test_every_row_of_the_table_has_a_name_and_says_its_leg():
    assert labels.measure(MeasureKey.ABILITY, "Walk to the shop") == "Walk to the shop, 0–10"
    for key in (MeasureKey.SENSATION, MeasureKey.HEEL_RAISES):
        assert labels.measure(key, Side.LEFT) != labels.measure(key, Side.RIGHT)
    assert labels.measure(MeasureKey.PAIN_WORST, "") == "Worst pain 0–10"
