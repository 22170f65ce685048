"""The benchmarks can be run: each is importable, and the table of the direction is made of what it is about."""

import importlib
from pathlib import Path

import numpy as np
import pytest

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith(("test_", "__")))


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_can_be_started(name):
    assert importlib.import_module(f"tests.benchmarks.{name}").__doc__


def test_every_row_of_the_direction_can_be_computed():
    from tests.benchmarks import direction

    for task in direction.TASKS[1:]:  # but the year, which takes long
        for row in task(np.random.default_rng(1), 8):
            assert all(0 <= share <= 1 for share in row.ours)
            assert row.markdown().count("|") == 9
