"""One piece of work off the window's thread at a time, with what follows it."""

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from journal.domain.errors import JournalError
from journal.ui.background import Latest

_Asked = tuple[Callable[[], Any], Callable[[Any], object], Callable[[JournalError], object]]


def _nothing(_what: object) -> None:
    pass


class Errand(QObject):
    """`run` takes the place of what runs, whose end is not told then; `queue` waits for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest: Latest[Any] = Latest(self)
        self._done: Callable[[Any], object] = _nothing
        self._failed: Callable[[Any], object] = _nothing
        self._waiting: deque[_Asked] = deque()
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

    def queue(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[JournalError], object]
    ) -> None:
        """Do the work once what is under way has ended."""
        if self.busy:
            self._waiting.append((work, done, failed))
        else:
            self.run(work, done, failed)

    def stop(self) -> None:
        """Wait for what is under way, and tell nobody."""
        self._waiting.clear()
        self._latest.wait()

    @Slot(object)
    def _answer(self, answer: object) -> None:
        done = self._done
        self._done = self._failed = _nothing
        done(answer)
        self._next()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        failed = self._failed
        self._done = self._failed = _nothing
        if not isinstance(error, JournalError):
            raise error
        failed(error)
        self._next()

    def _next(self) -> None:
        if self._waiting and not self.busy:
            self.run(*self._waiting.popleft())
