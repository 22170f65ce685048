"""One piece of work off the window's thread at a time, with what follows it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from journal.domain.errors import JournalError
from journal.ui.background import Latest


def _nothing(_what: object) -> None:
    pass


class Errand(QObject):
    """What is asked while another errand runs takes its place: only the last one's end is told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest: Latest[Any] = Latest(self)
        self._done: Callable[[Any], object] = _nothing
        self._failed: Callable[[Any], object] = _nothing
        self._latest.answered.connect(self._answer)
        self._latest.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        """Whether one is under way."""
        return self._latest.busy

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[JournalError], object]
    ) -> None:
        """Do the work; then `done` with what it gave, or `failed` with the fault."""
        self._done, self._failed = done, failed
        self._latest.ask(work)

    def stop(self) -> None:
        """Wait for what is under way, and tell nobody."""
        self._latest.wait()

    @Slot(object)
    def _answer(self, answer: object) -> None:
        done = self._done
        self._done = self._failed = _nothing
        done(answer)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        failed = self._failed
        self._done = self._failed = _nothing
        if not isinstance(error, JournalError):
            raise error
        failed(error)
