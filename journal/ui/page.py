"""The pages of the window: what each has to be, and which there are, in the order of the sidebar."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.i18n import N_
from journal.ui.help_numbers import HelpNumbers
from journal.ui.preferences import Preferences
from journal.ui.session import Session
from journal.ui.theme import Theme

if TYPE_CHECKING:
    from journal.wording.passphrase import Change


class Actions(Protocol):
    """What a page may ask for that concerns the journal's file."""

    def lock(self) -> None: ...
    def change_passphrase(self, change: "Change") -> None: ...
    def update_auto_lock(self) -> None: ...
    def back_up(self) -> None: ...
    def restore(self, source: Path) -> None: ...
    def open_other(self) -> None: ...
    def begin_new(self) -> None: ...
    def import_file(self) -> None: ...
    def export(self) -> None: ...


class PageContext(NamedTuple):
    """What every page is made with."""

    session: Session
    theme: Theme
    preferences: Preferences
    numbers: HelpNumbers
    actions: Actions | None = None
    """None where a page stands alone, without a file that could be locked or restored."""
    parent: QWidget | None = None
    """Where the page is to be: given to it at once, so that the style of all its parts is settled only once."""


class Page(QWidget):
    """One page. It knows no other: it asks for them by their keys, and the window goes there."""

    go_to = Signal(str, object)
    """The key of another page, and what that page is to `open`, or None."""
    go_back = Signal()
    """To the page that showed before."""
    done = Signal(str, object)
    """What was done in a sentence; and what takes it back, the file that was written, or None."""
    failed = Signal(str)
    """What could not be done, in a sentence."""
    struggling_asked = Signal()
    undoes_itself = False
    """Whether Ctrl+Z takes back what was painted or typed there, and not the last step of the journal."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.parent)
        self.session = context.session
        self.theme = context.theme
        self.preferences = context.preferences

    def enter(self) -> None:
        """It shows now: let the keyboard begin where the page does."""

    def get_ready(self) -> None:
        """It does not show, and the person rests: do what takes long before it can."""

    def open(self, what: object) -> bool:
        """Show something, as another page asked; False if the person rather stays."""
        return True

    def keep_draft(self) -> None:
        """Keep what is unfinished, now: before closing or locking."""

    def finish(self) -> None:
        """Let no thread work on: before closing."""


class PageInfo(NamedTuple):
    """A page as the sidebar and the window know it before it is made."""

    key: str
    """Also the name of its icon."""
    title: str
    module: str
    """Where its class is; loaded when it is first shown."""
    name: str
    """Of its class."""
    section: Literal["top", "bottom", "help", "within", "start"] = "top"
    """Where in the sidebar; "within" for one that another page leads to, "start" for that of the first start."""
    of: str = ""
    """The page that leads there: the sidebar shows that one as chosen."""
    shortcut: str = ""
    shows_strip: bool = False
    """Whether the direction strip stands above it; the others say it themselves, or have nothing to do with it."""
    shows_banner: bool = True
    """Whether the banner of urgent signs stands above it."""
    asks_urgent: bool = False
    """Whether it is the one that asks about urgent signs."""
    ahead: bool = False
    """Whether it is made while the person rests, as it takes longest to show."""
    waiting: Callable[[Session], bool] = lambda _session: False
    """Whether something waits there."""

    def load(self) -> ModuleType:
        """Load its module."""
        return import_module(self.module)

    def make(self, context: PageContext) -> Page:
        """Load and make the page."""
        page = getattr(self.load(), self.name)(context)
        assert isinstance(page, Page)
        return page


PAGES = (
    PageInfo("check_in", N_("Check in"), "journal.ui.check_in.page", "CheckInPage", shortcut="Alt+1", shows_strip=True),
    PageInfo("journal", N_("Journal"), "journal.ui.history.page", "HistoryPage", shortcut="Alt+2", shows_strip=True),
    PageInfo("progress", N_("Progress"), "journal.ui.progress.page", "ProgressPage", shortcut="Alt+3", ahead=True),
    PageInfo(
        "treatments",
        N_("Treatments"),
        "journal.ui.treatments.page",
        "TreatmentsPage",
        shortcut="Alt+4",
        shows_strip=True,
    ),
    PageInfo(
        "weekly",
        N_("Weekly check"),
        "journal.ui.weekly.page",
        "WeeklyPage",
        shortcut="Alt+5",
        waiting=lambda session: session.weekly_due,
    ),
    PageInfo("summary", N_("Summary"), "journal.ui.summary.page", "SummaryPage", shortcut="Alt+6"),
    PageInfo(
        "settings", N_("Settings"), "journal.ui.settings.page", "SettingsPage", section="bottom", shortcut="Alt+0"
    ),
    PageInfo("learn", N_("What it means"), "journal.ui.learn.page", "LearnPage", section="help", shortcut="Alt+9"),
    PageInfo(
        "urgent",
        N_("Urgent signs"),
        "journal.ui.urgent.page",
        "UrgentPage",
        section="help",
        shortcut="F2",
        shows_banner=False,
        asks_urgent=True,
    ),
    PageInfo("catch_up", N_("Catch up"), "journal.ui.catch_up.page", "CatchUpPage", section="within", of="journal"),
    PageInfo("welcome", N_("Welcome"), "journal.ui.welcome.page", "WelcomePage", section="start"),
)
"""In the order of the sidebar; the first is where the window opens."""
