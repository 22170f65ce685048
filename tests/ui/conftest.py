"""A real window on a real journal in a folder of its own, at a fixed hour."""

import functools
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QEvent, QRect, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QScreen
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from journal.charts.style import BUNDLED_FONT, bundled_font_files
from journal.domain.entry import Entry, Scope
from journal.storage.repository import Repository
from journal.ui.access.actions import AccessActions
from journal.ui.access.controller import AccessController
from journal.ui.help_numbers import HelpNumbers
from journal.ui.history.page import HistoryPage
from journal.ui.main_window import MainWindow
from journal.ui.page import Page, PageContext
from journal.ui.preferences import TEXT_SIZE, THEME, WELCOMED, Preferences
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.widgets.dialogs import Question
from tests.conftest import WAIT_MS
from tests.ui.access_robot import NOTE, PHRASE, AccessRobot, dialogs

SMALL_SCREEN = QRect(0, 0, 1024, 700)
NOW = datetime(2026, 3, 25, 20, 30, tzinfo=timezone(timedelta(hours=1)))


def entry(days=1, **values) -> Entry:
    return Entry(recorded_at=NOW - timedelta(days=days), scope=Scope.NOW, **values)


def journal_path_with(path):
    with Repository.open(path) as journal:
        journal.save(entry())
    return path


def discard(*widgets: QWidget) -> None:
    """Close and delete at once: what lives on into the next test is dressed anew with it, and that takes its time."""
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def context_of(session: Session, theme: Theme, preferences: Preferences) -> PageContext:
    """What a page needs that stands alone."""
    return PageContext(session, theme, preferences, HelpNumbers(preferences, theme))


@pytest.fixture(autouse=True)
def no_dialog_waits_for_ever(qapp):
    """A question that no test answers fails this one, instead of holding up all that follow."""
    unanswered: list[str] = []

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            unanswered.append(f"{type(dialog).__name__} {dialog.windowTitle()}")
            dialog.reject()
            patience.start()

    patience = QTimer(singleShot=True, interval=WAIT_MS)
    patience.timeout.connect(give_up)
    patience.start()
    yield
    patience.stop()
    assert not unanswered, f"nobody answered {unanswered}"


@pytest.fixture
def preferences(tmp_path) -> Preferences:
    """Those of someone who has seen the first start."""
    preferences = Preferences(tmp_path / "settings.ini")
    preferences.set_value(WELCOMED, "yes")
    return preferences


@pytest.fixture(scope="session")
def system_font(qapp) -> QFont:
    """The face that charts and pages bring along, which runs wide: what fits in it fits in most."""
    for file in bundled_font_files():
        assert QFontDatabase.addApplicationFont(str(file)) >= 0
    return QFont(BUNDLED_FONT)


@pytest.fixture
def theme(qapp, preferences, system_font, monkeypatch) -> Iterator[Theme]:
    """The window's look in that face, whatever computer the tests run on."""
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _kind: QFont(system_font))
    theme = Theme(qapp, preferences)
    yield theme
    for choice in (THEME, TEXT_SIZE):  # now that the windows are gone, which would be dressed anew
        preferences.set_value(choice, choice.default)
    theme.deleteLater()  # it would give its keys to the windows of the next test
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def small_screen(monkeypatch):
    """The smallest screen that the window is made for."""
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: SMALL_SCREEN)
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: SMALL_SCREEN.size())


@pytest.fixture
def journal_path(tmp_path):
    return tmp_path / "journal.sqlite"


@pytest.fixture
def open_window(qtbot, theme, preferences, journal_path) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window on the journal (with records in it, if given), and closes it at the end."""
    windows: list[MainWindow] = []

    def open_one(*records, now: datetime = NOW, clock: Callable[[], datetime] | None = None) -> MainWindow:
        repository = Repository.open(journal_path)
        repository.save(*records)
        window = MainWindow(Session(repository, clock or (lambda: now)), theme, preferences)
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.session.progress is not None)
        return window

    yield open_one
    discard(*windows)


@pytest.fixture
def window(open_window) -> MainWindow:
    return open_window()


@pytest.fixture
def open_alone(qtbot, theme, preferences, journal_path) -> Iterator[Callable[..., Page]]:
    """Opens one page on the journal, in a window of its own: for what needs none of the others."""
    pages: list[Page] = []

    def open_one(kind: type[Page], *records, now: datetime = NOW, size: tuple[int, int] = (1090, 720)) -> Page:
        repository = Repository.open(journal_path)
        repository.save(*records)
        page = kind(context_of(Session(repository, lambda: now), theme, preferences))
        pages.append(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    def close_all() -> None:
        for page in pages:
            session = page.session
            page.finish()
            discard(page)
            session.close()
        pages.clear()

    open_one.close = close_all
    yield open_one
    close_all()


@pytest.fixture
def open_history(open_alone) -> Callable[..., HistoryPage]:
    """Opens the journal page alone."""
    return functools.partial(open_alone, HistoryPage)


class Questions:
    """Answers what is asked with the words given, in their order; without any, by going back."""

    def __init__(self):
        self.asked: list[tuple[str, list[str]]] = []
        """Each question with its answers, the first of which goes back."""
        self._answers: list[str] = []

    def answer(self, *words: str) -> None:
        self._answers = list(words)

    def press(self, question: Question) -> None:
        self.asked.append((question.text.text(), [button.text() for button in question.buttons]))
        chosen = self._answers.pop(0) if self._answers else question.buttons[0].text()
        next(button for button in question.buttons if button.text() == chosen).click()


@pytest.fixture
def questions(monkeypatch) -> Questions:
    given = Questions()
    monkeypatch.setattr(Question, "exec", lambda question: given.press(question))
    return given


@pytest.fixture
def settings(robot):
    """Opens a journal on its settings page."""

    def open_one(path, phrase=None):
        robot.actions.open(path)
        if phrase:
            robot.unlock(phrase)
        window = robot.window()
        window.go_to("settings")
        return window

    return open_one


@pytest.fixture
def answer_file(monkeypatch):
    """Chooses that file (and that kind of file) in the next dialogs for one."""

    def choose(path, kind=""):
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_args, **_named: (str(path), kind))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_named: str(path))

    return choose


@pytest.fixture
def act_on(qtbot):
    """Does something in the next dialog, which holds up whoever opened it."""
    done = []

    def soon(kind, act):
        def look():
            found = [dialog for dialog in dialogs() if isinstance(dialog, kind)]
            if found:
                done.append(kind)
                act(found[0])
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)
        return done

    return soon


@pytest.fixture
def make_robot(qtbot, theme, preferences, cheap_keys):
    """Controllers that close and vanish at the end; what they protect opens at once."""
    controllers = []

    def make(clock=lambda: NOW):
        access = AccessController(theme, preferences, clock)
        controllers.append(access)
        return AccessRobot(qtbot, access, AccessActions(access))

    yield make
    for access in controllers:
        for dialog in dialogs():
            discard(dialog)
        if access.window is not None:
            access.session.save_error_handler = None
            discard(access.window)
        access.close()
        discard(access.startup)
        access.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def robot(make_robot):
    return make_robot()


@pytest.fixture
def protected(journal_path, cheap_keys):
    """A protected journal with one entry."""
    entry = Entry(recorded_at=NOW - timedelta(days=2), scope=Scope.NOW, note=NOTE)
    with Repository.open(journal_path, passphrase=PHRASE) as journal:
        journal.save(entry)
    return journal_path
