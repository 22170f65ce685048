"""Long work with its progress, which can be stopped."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar

from journal.exchange.importers.reading import Tick
from journal.i18n import _
from journal.ui.access.panel import Panel
from journal.ui.tasks import Flow, LatestTask, Stopped, ask, in_background

Found = TypeVar("Found")
_SHOWN_EVERY_MS = 100


class ProgressPanel(Panel):
    """Works in another thread; answers True once that ended, or None where it is left before."""

    def __init__(self, heading: str, sentence: str, work: Callable[[Tick], Any]) -> None:
        super().__init__(heading)
        self._work = work
        self._done, self._total = 0, 0
        self._stopped = threading.Event()
        self._ending = threading.Event()
        self._found: Any = None
        self._error: Exception | None = None
        self.bar = QProgressBar()
        self.bar.setAccessibleName(heading)
        self.bar.setRange(0, 0)
        self.cancel = self.answer_button(_("Stop"), None)
        self.add(self.bar)
        self.add_text(sentence, "quiet")
        self.add_buttons(self.cancel)
        self._task: LatestTask[None] = LatestTask(self)
        self._task.answered.connect(lambda: self.answered.emit(True))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_progress)
        self._timer.start(_SHOWN_EVERY_MS)
        self._task.ask(self._run)

    @property
    def ended(self) -> bool:
        """Whether the work has ended, in whatever way."""
        return self._ending.is_set()

    def forget(self) -> None:
        """Let the work end at its next step."""
        self._stopped.set()
        super().forget()

    def end(self) -> Any:
        """Stop the work if it goes on, wait for its end, and return what it gave; None if it was stopped in time.

        Raises what it raised. Waits in whatever thread it is called in.
        """
        self._stopped.set()
        self._ending.wait()
        if self._error is not None and not isinstance(self._error, Stopped):
            raise self._error
        found, self._found = self._found, None
        return found

    def _run(self) -> None:
        """In the other thread."""
        try:
            self._found = self._work(self._tick)
        except Exception as error:  # for whoever asks for the end
            self._error = error
        finally:
            self._ending.set()

    def _tick(self, done: int, total: int) -> None:
        """In the other thread."""
        if self._stopped.is_set():
            raise Stopped
        self._done, self._total = done, total

    @Slot()
    def _show_progress(self) -> None:
        if self._total:
            self.bar.setRange(0, self._total)
            self.bar.setValue(min(self._done, self._total))


def with_progress(heading: str, sentence: str, work: Callable[[Tick], Found]) -> Flow[Found | None]:
    """Do work that tells how far it is; None once the person stopped it, and not before it has ended."""
    panel = ProgressPanel(heading, sentence, work)
    yield ask(panel)
    return cast("Found | None", (yield in_background(panel.end)))
