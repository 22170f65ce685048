"""An entry refuses what is no figure, in a sentence that names the field."""

from datetime import UTC, datetime

import pytest

from journal.domain.entry import Entry, Scope
from journal.domain.errors import InvalidRecord


@pytest.mark.parametrize("value", [10**400, -(10**400), float("inf"), float("nan"), 10.5, -1, "6", True])
def test_a_strength_of_pain_is_from_0_to_10_and_nothing_else(value):
    with pytest.raises(InvalidRecord, match="pain_average"):
        Entry(recorded_at=datetime(2026, 1, 1, tzinfo=UTC), scope=Scope.NOW, pain_average=value)
