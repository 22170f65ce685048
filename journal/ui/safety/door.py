"""From the door to the window and back: opening, locking, leaving; one journal at a time."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from journal import paths
from journal.domain.errors import JournalError
from journal.i18n import _
from journal.storage.repository import Repository
from journal.ui.main_window import MainWindow
from journal.ui.preferences import LAST_JOURNAL, Preferences
from journal.ui.reminder import Reminder
from journal.ui.safety import left_open, place, ways_on, work
from journal.ui.safety.entrance import Entrance
from journal.ui.safety.errand import Errand
from journal.ui.safety.own_clipboard import OwnClipboard
from journal.ui.safety.place import Place
from journal.ui.safety.save_aid import SaveAid
from journal.ui.safety.trouble_sheet import TroubleSheet
from journal.ui.safety.watch import Watch
from journal.ui.safety.ways import Way
from journal.ui.safety.work import Opened
from journal.ui.session import Clock, Session, system_clock
from journal.ui.theme import Theme

_BACKUP_AFTER_MS = 4_000
_QUIET_MS, _QUIET_TRIES = 20, 100


class Door(QObject):
    """Holds the window while the journal is open, and nothing of it while it is locked."""

    opened = Signal(object)
    """A `MainWindow` shows."""
    left = Signal()
    """Everything is closed: the program can end."""

    def __init__(self, theme: Theme, preferences: Preferences, clock: Clock = system_clock) -> None:
        super().__init__()
        self._theme = theme
        self._preferences = preferences
        self.now = clock
        self.window: MainWindow | None = None
        self.session: Session | None = None
        self.entrance = Entrance(theme, preferences, clock, self)
        self.doorway = self.entrance.doorway
        self.errand = self.entrance.errand
        self.watch = Watch(self)
        self._clipboard = OwnClipboard(self)
        self._background = Errand(self)
        self.place: Place | None = None
        """Where the person was before the window closed."""
        self._then: list[Callable[[MainWindow], object]] = []
        self._leaving_window = False
        self._has_left = False
        self._locked_reminder: Reminder | None = None
        self.doorway.left.connect(self.leave)
        self.entrance.answered.connect(self.leave)
        self.entrance.entered.connect(self._enter)
        self.entrance.rung.connect(self.show)
        self.entrance.way_chosen.connect(lambda way, words: ways_on.go(self, way, words))
        self.watch.due.connect(self.lock)
        self._backup_timer = QTimer(self)
        self._backup_timer.setSingleShot(True)
        self._backup_timer.setInterval(_BACKUP_AFTER_MS)
        self._backup_timer.timeout.connect(self.back_up_if_due)

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self.entrance.path

    @Slot(object)
    def _enter(self, opened: Opened) -> None:
        self._stop_locked_reminder()
        repository = opened.repository
        self.session = Session(repository, self.now, records=opened.records)
        window = self.window = MainWindow(self.session, self._theme, self._preferences)
        self.session.aid = SaveAid(window, lambda records: ways_on.keep_elsewhere(self, records))
        window.closed.connect(self._window_closed)
        window.sidebar.offer_lock(repository.protected)
        if not repository.protected:  # the keys of the sidebar's button sleep with it; these say why nothing locks
            QShortcut(QKeySequence("Ctrl+L"), window, self.lock)
        window.sidebar.lock_asked.connect(self.lock)
        if not self.session.sample:
            remembered = "" if self.path == paths.default_journal() else str(self.path)
            self._preferences.put(LAST_JOURNAL, remembered)
        if self.place is None:
            window.show()
        else:
            self.doorway.give_place_to(window)
        self.doorway.leave()
        window.activateWindow()
        if self.place is not None:
            place.come_back(window, self.place)
            self.place = None
        if repository.read_only:
            window.setWindowTitle(_("{title} – read only").format(title=window.windowTitle()))
            window.notice.fault(_("This journal is open to be read only: nothing you mark here can be saved."))
        self.follow_auto_lock()
        if not (self.session.sample or repository.read_only):
            self._backup_timer.start()
        self.opened.emit(window)
        left_open.offer(window, repository)
        then, self._then = self._then, []
        for step in then:
            step(window)

    @Slot()
    def follow_auto_lock(self) -> None:
        """Read again after how many minutes the journal locks."""
        if self.session is None:
            return
        try:
            self.watch.start(work.auto_lock(self.session.repository))
        except JournalError as error:  # what cannot be read does not unlock anything
            self.watch.start(work.AUTO_LOCK_USUAL)
            self.session.failed.emit(str(error))

    @Slot()
    def show(self) -> None:
        """Bring the window to the front: another start asked for it."""
        shown = self.window or self.doorway
        shown.setWindowState(shown.windowState() & ~shown.windowState().WindowMinimized)
        shown.show()
        shown.raise_()
        shown.activateWindow()
        QApplication.alert(shown)

    @Slot()
    def lock(self) -> None:
        """Keep what is unfinished, clear the window, and ask for the passphrase."""
        if self.window is None or self.session is None:
            return
        if not self.session.repository.protected:
            self.window.notice.done(_("This journal has no passphrase, so it cannot be locked: Settings can set one."))
            return
        records, now = self.session.records, self.now
        logged = {entry.day for entry in records.entries if entry.day == now().date()}
        left_open.keep(self.session.repository, left_open.typed())

        def back_up(repository: Repository) -> None:
            with suppress(JournalError):  # told after unlocking, when it is tried again; it must not keep the door open
                work.back_up(repository, now())

        self.apart(_("Locking …"), back_up, lambda _done: self._locked(logged))

    def _locked(self, logged: set[Any]) -> None:
        self._locked_reminder = Reminder(self._preferences, self.now, logged.__contains__, parent=self)
        self._locked_reminder.pressed.connect(self.show)
        self.entrance.ask_passphrase()

    def _stop_locked_reminder(self) -> None:
        if self._locked_reminder is not None:
            self._locked_reminder.stop()
            self._locked_reminder = None

    def apart(
        self,
        words: str,
        work_on: Callable[[Repository], Any],
        done: Callable[[Any], object],
    ) -> None:
        """Close the window, do something with the closed journal, and go on with `done`.

        If it cannot be done, the journal opens again as it was, and its window says why until that is read.
        """
        assert self.window is not None and self.session is not None
        window, session = self.window, self.session
        self._backup_timer.stop()
        self._background.stop()
        self.watch.stop()
        window.check_in.keep_draft()
        self.place = place.leave(window, session.unkept)
        place.close_everything_over(window)
        self.doorway.take_place_of(window)
        self.doorway.wait(words, at_once=True)
        window.hide()
        self._when_quiet(lambda: self._clear_away(window, session, work_on, done))

    def _clear_away(
        self,
        window: MainWindow,
        session: Session,
        work_on: Callable[[Repository], Any],
        done: Callable[[Any], object],
    ) -> None:
        repository = session.repository
        session.aid = None
        self._leaving_window = True
        window.close()
        self._leaving_window = False
        self.window = self.session = None
        place.forget(window)
        self._clipboard.clear()
        self.errand.run(lambda: work_on(repository), done, lambda error: self._back_in(repository, error))

    def _back_in(self, repository: Repository, error: JournalError) -> None:
        sentence = str(error)
        self._then.append(lambda window: window.notice.fault(sentence))
        self.reenter(repository)

    def reenter(self, repository: Repository) -> None:
        """Open a journal that was closed for a while, with the passphrase it had."""

        def again() -> Opened:
            opened = repository.reopen()
            return Opened(opened, opened.records())

        self.errand.run(again, self._enter, self.entrance.kept_out)

    def after_opening(self, step: Callable[[MainWindow], object]) -> None:
        """Do something once the next window shows."""
        self._then.append(step)

    def _when_quiet(self, act: Callable[[], object], tries: int = _QUIET_TRIES) -> None:
        """Wait until the dialogs that were closed have returned to whoever asked: then nobody uses the window."""
        if QThread.currentThread().loopLevel() > 1 and tries > 0:
            QTimer.singleShot(_QUIET_MS, lambda: self._when_quiet(act, tries - 1))
        else:
            QTimer.singleShot(0, act)

    # leaving

    @Slot()
    def _window_closed(self) -> None:
        if self._leaving_window or self.session is None or self.window is None:
            return
        session, window = self.session, self.window
        repository = session.repository
        sample = session.sample
        self.window = self.session = None
        self.watch.stop()
        self._backup_timer.stop()
        self._background.stop()
        self.doorway.take_place_of(window)
        window.deleteLater()
        if sample or repository.read_only:
            QTimer.singleShot(0, self, self.leave)
        else:
            self._back_up_and_leave(repository)

    def _back_up_and_leave(self, repository: Repository) -> None:
        now = self.now()
        self.doorway.wait(_("Making a backup …"))
        self.errand.run(
            lambda: work.back_up(repository, now, closing=True),
            lambda _made: self.leave(),
            lambda error: self._backup_failed_at_the_end(repository, error),
        )

    def _backup_failed_at_the_end(self, repository: Repository, error: JournalError) -> None:
        sentence = _("Your journal is saved, but its backup could not be made. {why}").format(why=error)
        sheet = TroubleSheet(sentence, (Way.AGAIN, Way.CLOSE), _("No backup this time"))
        sheet.chosen.connect(lambda way: self._back_up_and_leave(repository) if way is Way.AGAIN else self.leave())
        self.doorway.put(sheet)

    @Slot()
    def leave(self) -> None:
        """Close what is left, and let the program end."""
        if self._has_left:
            return
        self._has_left = True
        self._background.stop()
        self._stop_locked_reminder()
        self.entrance.close()
        self.left.emit()

    # backups

    @Slot()
    def back_up_if_due(self) -> None:
        """Back up what changed, once a day; a failure stays in the window until it is read."""
        self.back_up("", self._backed_up)

    def open(self, path: Path, words: str | None = None, *, begin: bool = False) -> None:
        """Open a journal, or offer to begin one."""
        self.entrance.open(path, words, begin=begin)

    def _backed_up(self, made: object) -> None:
        if made is not None and self.window is not None:
            self.window.settings.backups.refresh()

    def back_up(self, reason: str, done: Callable[[Any], object], failed: Callable[[], object] = lambda: None) -> None:
        """Back up beside the open window, at once where there is a reason."""
        session = self.session
        if session is None:
            return
        repository, now = session.repository, self.now()
        self._background.queue(
            lambda: work.back_up(repository, now, reason=reason),
            done,
            lambda error: self._not_backed_up(session, error, failed),
        )

    def _not_backed_up(self, session: Session, error: JournalError, failed: Callable[[], object]) -> None:
        session.failed.emit(_("The backup could not be made. {why}").format(why=error))
        failed()
