"""The ids that imported records get."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from journal.exchange.importers.builder import NAMESPACE, new_id


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_an_imported_record_has_the_id_that_any_program_makes_of_the_same_words(words):
    assert new_id(*words) == str(uuid.uuid5(NAMESPACE, "|".join(words)))
