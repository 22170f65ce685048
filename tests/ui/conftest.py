"""A real window on a real journal in a folder of its own, at a fixed hour."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

import pytest

from journal.storage.repository import Repository
from journal.ui.main_window import MainWindow
from journal.ui.preferences import Preferences
from journal.ui.session import Session
from journal.ui.theme import Theme

NOW = datetime(2026, 3, 25, 20, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def preferences(tmp_path) -> Preferences:
    return Preferences(tmp_path / "settings.ini")


@pytest.fixture
def theme(qapp, preferences) -> Theme:
    return Theme(qapp, preferences)


@pytest.fixture
def journal_path(tmp_path):
    return tmp_path / "journal.sqlite"


@pytest.fixture
def open_window(qtbot, theme, preferences, journal_path) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window on the journal (with records in it, if given), and closes it at the end."""
    windows: list[MainWindow] = []

    def open_one(*records, now: datetime = NOW) -> MainWindow:
        repository = Repository.open(journal_path)
        repository.save(*records)
        window = MainWindow(Session(repository, lambda: now), theme, preferences)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window._session.progress is not None)
        return window

    yield open_one
    for window in windows:
        window.close()


@pytest.fixture
def window(open_window) -> MainWindow:
    return open_window()
