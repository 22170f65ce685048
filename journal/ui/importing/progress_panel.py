"""Long work with its progress, which can be stopped."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar

from journal.exchange.importers.reading import Tick
from journal.i18n import _
from journal.ui.access.panel import Panel
from journal.ui.tasks import LatestTask

_SHOWN_EVERY_MS = 100


class Stopped(Exception):
    """The person stopped it."""


class ProgressPanel(Panel):
    """Works in another thread; answers with (what the work gave, what it raised), or None once it is stopped."""

    def __init__(self, heading: str, work: Callable[[Tick], Any]) -> None:
        super().__init__(heading)
        self._done, self._total = 0, 0
        self._stopped = False
        self.bar = QProgressBar()
        self.bar.setAccessibleName(heading)
        self.bar.setRange(0, 0)
        self.cancel = self.answer_button(_("Stop"), None)
        self.add(self.bar)
        self.add_text(_("Nothing is changed until you have seen what would come in."), "quiet")
        self.add_buttons(self.cancel)
        self._task: LatestTask[Any] = LatestTask(self)
        self._task.answered.connect(lambda found: self.answered.emit((found, None)))
        self._task.failed.connect(self._fail)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_progress)
        self._timer.start(_SHOWN_EVERY_MS)
        self._task.ask(lambda: work(self._tick))

    def forget(self) -> None:
        """Let the work end at its next step."""
        self._stopped = True
        super().forget()

    def _tick(self, done: int, total: int) -> None:
        """In the other thread."""
        if self._stopped:
            raise Stopped
        self._done, self._total = done, total

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            self.answered.emit((None, error))

    @Slot()
    def _show_progress(self) -> None:
        if self._total:
            self.bar.setRange(0, self._total)
            self.bar.setValue(min(self._done, self._total))
