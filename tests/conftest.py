"""What every test stands on."""

import os

import pytest

from journal import i18n

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt: the tests need no screen


@pytest.fixture(autouse=True, scope="session")
def one_application(qapp):
    """The window's application, before a command that needs a smaller one makes that."""


@pytest.fixture
def cheap_keys():
    """Protected files open at once, in this process only."""
    from tests import keys

    with keys.cheap():
        yield


@pytest.fixture(autouse=True)
def one_language(monkeypatch):
    """English words, British dates, whatever computer the tests run on."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    i18n.use_language("en")
