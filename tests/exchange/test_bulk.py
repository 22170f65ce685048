"""Making many records at once."""

import gc

import pytest

from journal.exchange.bulk import many_records


def test_what_is_left_over_is_collected_again_also_after_a_file_that_was_refused():
    with pytest.raises(ValueError), many_records(), many_records():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()
