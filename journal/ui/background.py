"""Runs pure work off the window's thread and brings the answer back to it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

AnswerT = TypeVar("AnswerT")


class _Carrier(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self.carrier = _Carrier()

    def run(self) -> None:
        try:
            answer = self._work()
        except Exception as error:  # handed to the window's thread, which words it
            self.carrier.failed.emit(error)
        else:
            self.carrier.done.emit(answer)


def _one_thread(parent: QObject | None) -> QThreadPool:
    """Make a pool whose work is done one after the other."""
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    return pool


_idle: list[QThreadPool] = []
"""Pools that nobody uses any more. They are kept and used again: deleting one waits for its thread, and Python's
collector may delete an object in any thread, so also in that one."""


def borrow(user: QObject) -> QThreadPool:
    """Give a pool of one thread for as long as its user lives."""
    pool = _idle.pop() if _idle else _one_thread(QCoreApplication.instance())
    user.destroyed.connect(lambda: _idle.append(pool))
    return pool


class Latest(QObject, Generic[AnswerT]):
    """Answers the latest question only: an older one still running when it is asked again is not told.

    pool: where the work is done; several that share one take turns.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, pool: QThreadPool | None = None) -> None:
        super().__init__(parent)
        self._pool = pool or borrow(self)
        self._current: _Job | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._current is not None

    def ask(self, work: Callable[[], AnswerT]) -> None:
        """Start work whose answer comes by `answered`."""
        self._withdraw()
        job = self._current = _Job(work)
        job.setAutoDelete(False)
        job.carrier.done.connect(lambda answer: self._finish(job, answer))
        job.carrier.failed.connect(lambda error: self._fail(job, error))
        self._pool.start(job)

    def wait(self) -> None:
        """Let nothing run on: before closing."""
        self._withdraw()
        self._pool.waitForDone()

    def _withdraw(self) -> None:
        """Forget what was asked; if it has not begun, it never will."""
        if self._current is not None:
            self._pool.tryTake(self._current)
            self._current = None

    @Slot(object, object)
    def _finish(self, job: _Job, answer: AnswerT) -> None:
        if job is self._current and isValid(self):
            self._current = None
            self.answered.emit(answer)

    @Slot(object, object)
    def _fail(self, job: _Job, error: Exception) -> None:
        if job is self._current and isValid(self):
            self._current = None
            self.failed.emit(error)
