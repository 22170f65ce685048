"""From the startup window to the journal's window and back: one journal at a time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from journal import paths
from journal.domain.errors import JournalError
from journal.domain.records import Record
from journal.i18n import _
from journal.storage import second
from journal.storage.backup import Backup
from journal.storage.journal_settings import AUTO_LOCK_MINUTES
from journal.storage.opening import Opened, read
from journal.storage.repository import Repository
from journal.ui.access import single_instance, unsaved_text, window_state
from journal.ui.access.clipboard_guard import ClipboardGuard
from journal.ui.access.dialogs.save_error import SaveErrorHandler
from journal.ui.access.disk_warnings import DiskWarnings
from journal.ui.access.idle_monitor import IdleMonitor
from journal.ui.access.panel import Panel, PanelDialog
from journal.ui.access.single_instance import SingleInstance
from journal.ui.access.startup_window import StartupWindow
from journal.ui.access.window_state import WindowState
from journal.ui.main_window import MainWindow
from journal.ui.page import Actions
from journal.ui.preferences import LAST_JOURNAL, Preferences
from journal.ui.reminder import Reminder
from journal.ui.session import Clock, Session, system_clock
from journal.ui.tasks import Flow, TaskRunner, dialogs_closed, in_background
from journal.ui.theme import Theme
from journal.ui.widgets.controls import single_shot

_BACKUP_AFTER_MS = 4_000


class AccessController(QObject):
    """Holds the window while the journal is open, and nothing of it while it is locked.

    `flows` does the actions, one at a time; the panels that they ask with show over the window, or in the startup
    window while there is none.
    """

    opened = Signal(object)
    """A `MainWindow` shows."""
    closed = Signal()
    """Everything is closed: the program can end."""
    locked = Signal()
    """It is time to lock, or the person wants to."""
    activation_requested = Signal()
    """Another start of the program wants to see this window."""
    window_closed = Signal(object, bool)
    """The person closed the journal's window: its `Repository`, closed, and whether it may have changed."""

    def __init__(self, theme: Theme, preferences: Preferences, clock: Clock = system_clock) -> None:
        super().__init__()
        self._theme = theme
        self.preferences = preferences
        self.now = clock
        self.path = Path()
        self.window: MainWindow | None = None
        self.startup = StartupWindow(theme)
        self.flows = TaskRunner(self, self)
        self.idle = IdleMonitor(self)
        self.actions: Actions | None = None
        """What the pages may ask for beyond the records."""
        self.keep_elsewhere: Callable[[tuple[Record, ...]], object] = lambda _records: None
        self._backups = TaskRunner(self, self)
        self._clipboard = ClipboardGuard(self)
        DiskWarnings(self).told.connect(self._tell_of_disk)
        self._instance: SingleInstance | None = None
        self._state: WindowState | None = None
        """Where the person was before the window closed."""
        self._dialog: PanelDialog | None = None
        self._once_open: list[Callable[[MainWindow], object]] = []
        self._closing_window = self._has_closed = False
        self._locked_reminder: Reminder | None = None
        self._backup_timer = single_shot(self, _BACKUP_AFTER_MS, self.back_up_if_due)
        self.startup.left.connect(self.close)
        self.idle.timed_out.connect(self.locked)
        self.activation_requested.connect(self.activate)

    @property
    def session(self) -> Session | None:
        """The open journal; None while none is."""
        return None if self.window is None else self.window.session

    # panels

    def show_panel(self, panel: Panel) -> None:
        """Show a panel over the window, or in the startup window."""
        if self.window is None:
            self.startup.show_panel(panel)
        elif self._dialog is None or self._dialog.panel is not panel:
            self._dialog = PanelDialog(panel, self.window)
            self._dialog.open()

    def close_panel(self) -> None:
        """Close the dialog over the window; the startup window keeps its panel until it has another."""
        dialog, self._dialog = self._dialog, None
        if dialog is not None and isValid(dialog) and dialog.isVisible():
            dialog.accept()

    # the window

    def acquire(self, path: Path) -> None:
        """Take a journal for this program. Raises StorageError LOCKED if another window has it."""
        self.path = path.absolute()
        if self._instance is not None:
            self._instance.release()
            self._instance.deleteLater()
        self._instance = None
        self._instance = single_instance.acquire(self.path, self)
        if self._instance is not None:
            self._instance.activation_requested.connect(self.activation_requested)

    def show_window(self, opened: Opened) -> None:
        """Show an open journal in a new window."""
        self._stop_locked_reminder()
        repository, state, self._state = opened.repository, self._state, None
        session = Session(repository, self.now, records=opened.records, unkept=state.unkept if state else None)
        window = self.window = MainWindow(session, self._theme, self.preferences, self.actions)
        session.save_error_handler = SaveErrorHandler(window, self.keep_elsewhere)
        window.closed.connect(self._window_closed)
        window.day_monitor.day_changed.connect(self.back_up_if_due)
        window.sidebar.offer_lock(repository.protected)
        if not repository.protected:  # the keys of the sidebar's button sleep with it; these say why nothing locks
            QShortcut(QKeySequence("Ctrl+L"), window, self.locked.emit)
        window.sidebar.lock_asked.connect(self.locked)
        if not session.sample:
            remembered = "" if self.path == paths.default_journal() else str(self.path)
            self.preferences.set_value(LAST_JOURNAL, remembered)
        if state is None:
            window.show()
        else:
            self.startup.show_instead(window)
        self.startup.close_quietly()
        window.activateWindow()
        if state is not None:
            window_state.restore_state(window, state)
        if repository.read_only:
            window.setWindowTitle(_("{title} – read only").format(title=window.windowTitle()))
            window.notice.fault(_("This journal is open to be read only: nothing you mark here can be saved."))
        self.update_auto_lock()
        if session.writable:
            self._backup_timer.start()
        self.opened.emit(window)
        unsaved_text.offer(window)
        steps, self._once_open = self._once_open, []
        for step in steps:
            step(window)

    def once_open(self, step: Callable[[MainWindow], object]) -> None:
        """Do something once the next window shows."""
        self._once_open.append(step)

    def forget_unkept(self, saved: set[str]) -> None:
        """What could not be kept in the old file has been saved elsewhere, by its id."""
        state = self._state
        if state is not None and state.unkept is not None and state.unkept.entry.id in saved:
            self._state = state._replace(unkept=None)

    def forget_state(self) -> None:
        """Begin at the first page: what opens next is another journal."""
        self._state = None

    def close_window(self, words: str) -> Flow[Repository]:
        """Close the window with all it shows, and give the closed journal; unlocking brings the person back there."""
        window = self.window
        assert window is not None
        self._stop_watching()
        window.session.halt()
        window.keep_drafts()
        self._state = window_state.save_state(window)
        window_state.close_dialogs(window)
        self.startup.replace_window(window)
        self.startup.wait(words, at_once=True)
        window.hide()
        yield dialogs_closed()
        repository = window.session.repository
        window.session.save_error_handler = None
        self._closing_window = True
        window.close()
        self._closing_window = False
        self.window = None
        window_state.discard(window)
        self._clipboard.clear()
        return repository

    def reopen(self, repository: Repository, why: JournalError) -> Flow[None]:
        """Open a journal again that was closed for something that could not be done, and say why."""
        sentence = str(why)
        self.once_open(lambda window: window.notice.fault(sentence))
        opened = yield in_background(lambda: read(repository.reopen()))
        self.show_window(opened)

    @Slot()
    def update_auto_lock(self) -> None:
        """Read again after how many minutes the journal locks."""
        session = self.session
        if session is None:
            return
        try:
            minutes = session.repository.setting(AUTO_LOCK_MINUTES)
        except JournalError as error:  # what cannot be read does not unlock anything
            minutes = AUTO_LOCK_MINUTES.default
            session.failed.emit(str(error))
        self.idle.start(minutes if session.repository.protected else 0)

    @Slot(str)
    def _tell_of_disk(self, sentence: str) -> None:
        if self.window is not None:
            self.window.notice.fault(sentence)
        else:
            self.once_open(lambda window: window.notice.fault(sentence))

    @Slot()
    def activate(self) -> None:
        """Bring the window to the front: another start asked for it."""
        shown = self.window or self.startup
        shown.setWindowState(shown.windowState() & ~shown.windowState().WindowMinimized)
        shown.show()
        shown.raise_()
        shown.activateWindow()
        QApplication.alert(shown)

    def remind_while_locked(self, logged: set[date]) -> None:
        """Let the reminder say its word also while nobody can see whether something was noted. logged: those days."""
        self._stop_locked_reminder()
        self._locked_reminder = Reminder(self.preferences, self.now, logged.__contains__, parent=self)
        self._locked_reminder.pressed.connect(self.activate)

    def _stop_locked_reminder(self) -> None:
        if self._locked_reminder is not None:
            self._locked_reminder.stop()
            self._locked_reminder = None

    def _stop_watching(self) -> None:
        """Neither back up nor lock by itself: the window goes."""
        self._backup_timer.stop()
        self._backups.stop()
        self.idle.stop()

    @Slot()
    def _window_closed(self) -> None:
        if self._closing_window or self.window is None:
            return
        window, self.window = self.window, None
        self._stop_watching()
        self.startup.replace_window(window)
        window.deleteLater()
        self.window_closed.emit(window.session.repository, window.session.writable)

    @Slot()
    def close(self) -> None:
        """Close what is left, and let the program end."""
        if self._has_closed:
            return
        self._has_closed = True
        self._backups.stop()
        self._stop_locked_reminder()
        self.flows.stop()
        self.startup.close_quietly()
        if self._instance is not None:
            self._instance.release()
            self._instance = None
        self.closed.emit()

    # backups beside the open window

    @Slot()
    def back_up_if_due(self) -> None:
        """Back up what changed, once a day; a failure stays in the window until it is read."""
        self._backups.queue(self.back_up())

    def back_up(self, reason: str = "") -> Flow[Backup | None]:
        """Back up if it is due, at once where there is a reason; a failure is told, and gives None."""
        session, now = self.session, self.now()
        if session is None:
            return None
        repository = session.repository
        made: Backup | None = None
        try:
            made = yield in_background(lambda: second.back_up(repository, now, reason=reason))
        except JournalError as error:
            session.failed.emit(_("The backup could not be made. {why}").format(why=error))
        session.safety_changed.emit()
        return made
