"""Student's t against scipy's, at every number of days a diary can have and far into the tails."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from journal.analysis import student_t

FINITE = st.floats(-1e6, 1e6)


@given(st.integers(2, 4000), st.lists(FINITE, min_size=1, max_size=20))
def test_the_probability_is_scipys(df, values):
    t = np.array(values)
    assert student_t.below(float(df), t) == pytest.approx(special.stdtr(df, t), abs=1e-12)


@given(st.integers(2, 4000), st.lists(FINITE, min_size=1, max_size=20))
def test_the_density_is_scipys(df, values):
    from scipy import stats  # only where it is needed: it takes longer to load than all the rest

    t = np.array(values)
    assert student_t.density(float(df), t) == pytest.approx(stats.t.pdf(t, df), rel=1e-9, abs=1e-12)


def test_each_row_has_its_own_degrees_of_freedom():
    rng = np.random.default_rng(5)
    df, t = rng.integers(2, 90, (300, 1)).astype(float), 3 * rng.normal(size=(300, 11))
    assert student_t.below(df, t) == pytest.approx(special.stdtr(df, t), abs=1e-12)
