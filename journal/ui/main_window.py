"""The window: sidebar, urgent banner, direction strip, notices and one page at a time. It knows no page by name."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QCursor,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QPlainTextEdit, QStackedWidget, QWidget

from journal.i18n import _, language_name, languages
from journal.ui.day_monitor import DayMonitor
from journal.ui.help_numbers import HelpNumbers
from journal.ui.notice import Notice
from journal.ui.page import PAGES, Actions, Page, PageContext
from journal.ui.preferences import WELCOMED, Preferences
from journal.ui.reminder import Reminder
from journal.ui.session import Session
from journal.ui.sidebar import Sidebar
from journal.ui.strip import DirectionStrip
from journal.ui.theme import Theme
from journal.ui.urgent.banner import UrgentBanner
from journal.ui.widgets.controls import in_a_column, in_a_row, single_shot
from journal.ui.widgets.dialogs import FRAME
from journal.wording.entries import later_than_now

_NARROW_BELOW_EMS = 66
_LOW_BELOW_EMS = 40
_TIGHT_BELOW_EMS = 34
_INFOS = {info.key: info for info in PAGES}
_BREATH_MS = 50
_REST_MS = 700
_HOME = PAGES[0].key
_URGENT = next(info.key for info in PAGES if info.asks_urgent)
_START = next(info.key for info in PAGES if info.section == "start")


class MainWindow(QMainWindow):
    """One open journal. A page is loaded and made when it is first shown."""

    closed = Signal()
    painted = Signal()
    """It shows for the first time: what nobody sees can be done now."""

    def __init__(
        self, session: Session, theme: Theme, preferences: Preferences, actions: Actions | None = None
    ) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)  # so that both are deleted together, in this thread
        self.theme = theme
        self._preferences = preferences
        self.setWindowTitle(_("Sciatica Journal – Sample") if session.sample else _("Sciatica Journal"))
        self.numbers = HelpNumbers(preferences, self)
        self._stack = QStackedWidget()
        self._context = PageContext(session, theme, preferences, self.numbers, actions, self._stack)
        self._pages: dict[str, Page] = {}
        self._before = _HOME
        self._shown = False
        self._pointer = QPoint()
        self._resting = single_shot(self, _REST_MS, self._make_ahead)
        self.page_key = ""
        """The page that shows."""
        self._middle = QWidget(self)  # first: what gets its style before it has its place gets it again there
        self.sidebar = Sidebar(theme, PAGES, sample=session.sample, parent=self._middle)
        self.strip = DirectionStrip(session, theme)
        self.banner = UrgentBanner(session, self.numbers)
        self.reminder = Reminder(preferences, session.now, session.logged, parent=self)
        self.day_monitor = DayMonitor(session.now, self)
        self._lay_out()
        self._connect()
        self.setMinimumSize(640, 480)
        self.resize(QSize(1280, 820).boundedTo(self.screen().availableSize() - FRAME))
        self.restoreGeometry(preferences.geometry())
        newcomer = not (session.sample or session.records.entries or preferences.get(WELCOMED))
        self.go_to(_START if newcomer else _HOME)
        preferences.set_value(WELCOMED, "yes")

    def page(self, key: str) -> Page:
        """A page, made if need be."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = _INFOS[key].make(self._context)
            page.go_to.connect(self.go_to)
            page.go_back.connect(self.go_back)
            page.done.connect(self.notice.done)
            page.failed.connect(self.notice.fault)
            page.struggling_asked.connect(self.show_struggling)
            self._stack.addWidget(page)
        return page

    @Slot(str)
    @Slot(str, object)
    def go_to(self, key: str, what: object = None) -> None:
        """Go to a page, and let it open something."""
        page = self.page(key)
        if what is not None and not page.open(what):
            return
        if key != self.page_key:
            self._before, self.page_key = self.page_key or _HOME, key
        self._stack.setCurrentWidget(page)
        self.sidebar.choose(_INFOS[key].of or key)
        self.banner.allow(_INFOS[key].shows_banner)
        self._update_strip()
        self._undo.setEnabled(not page.undoes_itself)
        page.enter()

    @Slot()
    def go_back(self) -> None:
        """Go to the page that showed before."""
        self.go_to(self._before)

    @Slot()
    def ask_urgent_signs(self) -> None:
        """Ask about urgent signs, what to do first; from there it goes back to the page that showed before."""
        self.go_to(_URGENT, True)

    @Slot()
    def show_struggling(self) -> None:
        """Open the card of warm words and someone to call."""
        from journal.ui.help_cards import StrugglingCard

        _open_until_closed(StrugglingCard(self.theme, self.numbers, self))

    @Slot()
    def show_keys(self) -> None:
        """Show the list of keys."""
        from journal.ui.keys_dialog import KeysDialog

        _open_until_closed(KeysDialog(self.theme, self))

    def keep_drafts(self) -> None:
        """Keep what is unfinished on any page."""
        for page in self._pages.values():
            page.keep_draft()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # coming back from the task bar leaves the focus where it was
            self._pages[self.page_key].enter()
            QTimer.singleShot(0, self, self.ask_about_later)
        if self._shown:
            QTimer.singleShot(0, self.session.analyse)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._shown:
            self._shown = True
            QTimer.singleShot(0, self, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        """What waited for the window to show; a first press on it comes before all that takes long."""
        names = (partial(language_name, language) for language in languages())
        steps: list[Callable[[], object]] = [
            self.session.analyse,
            self._show_waiting,
            self.painted.emit,
            *(info.load for info in PAGES),
            *names,
        ]
        QTimer.singleShot(_BREATH_MS, self, partial(self._load_ahead, iter(steps)))

    def _load_ahead(self, steps: Iterator[Callable[[], object]]) -> None:
        """Load what will be needed while nobody waits for it, a little at a time."""
        step = next(steps, None)
        if step is None:
            self._resting.start()
            self.session.progress_changed.connect(self._resting.start)
        else:
            step()
            QTimer.singleShot(_BREATH_MS, self, partial(self._load_ahead, steps))

    @Slot()
    def _make_ahead(self) -> None:
        """Make what takes longest, or bring it up to date, once the person rests: the window stops for a moment."""
        before, self._pointer = self._pointer, QCursor.pos()
        typing = isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit)
        if self._pointer != before or typing or QGuiApplication.mouseButtons() or not self.isVisible():
            self._resting.start()
            return
        for page in (self.page(info.key) for info in PAGES if info.ahead):
            if not page.isVisible():
                page.resize(self._stack.size())
                page.get_ready()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_layout()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.halt()
        self.keep_drafts()
        if not self.session.may_close():
            event.ignore()
            return
        self._preferences.keep_geometry(self.saveGeometry())
        self._resting.stop()
        self.reminder.stop()
        self.day_monitor.stop()
        for page in self._pages.values():
            page.finish()
        self.session.close()
        self.closed.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        shown = (self.banner, self.strip, (self._stack, 1))
        self._column = in_a_column(*shown, spacing=14, margins=(24, 18, 24, 18))
        content = QWidget(self._middle)
        content.setLayout(self._column)
        self.notice = Notice(content)
        self._middle.setLayout(in_a_row(self.sidebar, (content, 1), spacing=0))
        self.setCentralWidget(self._middle)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._chosen)
        self.sidebar.struggling_asked.connect(self.show_struggling)
        self.banner.asked.connect(self.ask_urgent_signs)
        self.session.failed.connect(self.notice.fault)
        self.session.changed.connect(self._show_waiting)
        self.session.settings_changed.connect(self._show_waiting)
        self.day_monitor.day_changed.connect(self.session.refresh)
        self.day_monitor.day_changed.connect(self.ask_about_later)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self.show_keys)
        self.theme.add_size_keys(self)
        self._undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo.activated.connect(self.notice.undo_last)
        self.reminder.pressed.connect(self._follow_reminder)
        self.theme.changed.connect(self._update_layout)

    @Slot(str)
    def _chosen(self, key: str) -> None:
        """A page chosen in the sidebar; help begins anew."""
        self.go_to(key, True if _INFOS[key].section == "help" else None)

    @Slot()
    def _follow_reminder(self) -> None:
        self.showNormal()
        self.activateWindow()
        self.go_to(_HOME)

    @Slot()
    def _show_waiting(self) -> None:
        for info in PAGES:
            self.sidebar.set_waiting(info.key, info.waiting(self.session))

    @Slot()
    def _update_layout(self) -> None:
        self.sidebar.set_narrow(self.width() < _NARROW_BELOW_EMS * self.theme.em)
        self.sidebar.set_tight(self.height() < _TIGHT_BELOW_EMS * self.theme.em)
        self.strip.set_tight(self.height() < _LOW_BELOW_EMS * self.theme.em)
        self.banner.set_tight(self.height() < _TIGHT_BELOW_EMS * self.theme.em)
        self._column.setContentsMargins(24, 18, 24, self.notice.height_kept)  # where it shows nothing moves

    @Slot()
    def _update_strip(self) -> None:
        self.strip.setVisible(_INFOS[self.page_key].shows_strip)

    @Slot()
    def ask_about_later(self) -> None:
        """Ask about entries that are dated in the future: nothing is counted of them until then."""
        later = self.session.later_than_now()
        if later:
            self.notice.offer(later_than_now(later), _("Show it"), lambda: self.go_to("journal", later[0]))


def _open_until_closed(dialog: QDialog) -> None:
    """Show a dialog over the window; closed, it is gone."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
