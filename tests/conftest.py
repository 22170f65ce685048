"""What every test stands on."""

import pytest

from journal import i18n


@pytest.fixture(autouse=True)
def one_language(monkeypatch):
    """English words, British dates, whatever computer the tests run on."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    i18n.use_language("en")
