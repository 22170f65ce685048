"""Long work beside the window's thread.

`LatestTask` answers the latest of several questions. `TaskRunner` runs a whole action as a generator that reads top to
bottom: `records = yield in_background(read)`, `agreed = yield ask(panel)`. Both let go of what they held when it ends.
"""

from collections import deque
from collections.abc import Callable, Generator
from functools import cache, partial
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, QTimer, Signal, SignalInstance, Slot
from shiboken6 import isValid

from journal.domain.errors import JournalError
from journal.ui.widgets import dialogs

AnswerT = TypeVar("AnswerT")


class Stopped(Exception):
    """Raised within work that the person stopped, or whose window goes."""


class _Messenger(QObject):
    """Brings calls from other threads to the window's; lives as long as the program."""

    call = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.call.connect(self._make)

    @Slot(object)
    def _make(self, call: Callable[[], object]) -> None:
        call()


@cache
def _messenger() -> _Messenger:
    return _Messenger()


_idle: list[QThreadPool] = []
"""Pools that nobody uses any more. They are kept and used again: deleting one waits for its thread, and Python's
collector may delete an object in any thread, so also in that one."""


def borrow_pool(user: QObject) -> QThreadPool:
    """Give a pool of one thread for as long as its user lives."""
    if _idle:
        pool = _idle.pop()
    else:
        pool = QThreadPool(QCoreApplication.instance())
        pool.setMaxThreadCount(1)
    user.destroyed.connect(partial(_idle.append, pool))
    return pool


class LatestTask(QObject, Generic[AnswerT]):
    """Answers the latest question only: an older one still running when it is asked again is not told.

    pool: where the work is done; several that share one take turns.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, pool: QThreadPool | None = None) -> None:
        super().__init__(parent)
        self._pool = pool or borrow_pool(self)
        self._messages = _messenger().call
        self._ticket = 0
        self.busy = False
        """Whether an answer is still to come."""

    def ask(self, work: Callable[[], AnswerT], *, later: bool = False) -> None:
        """Start work whose answer comes by `answered`; what was asked before and has not begun never will.

        later: once what the window does now is done, which would wait for the work at each of its steps.
        """
        self._ticket += 1
        self.busy = True
        start = partial(self._pool.start, partial(self._run, self._ticket, work))
        if later:
            QTimer.singleShot(0, self, start)
        else:
            start()

    def drop(self) -> None:
        """Want no answer any more."""
        self._ticket += 1
        self.busy = False

    def wait(self) -> None:
        """Let nothing run on, and tell nothing: before closing."""
        self.drop()
        self._pool.waitForDone()

    def _run(self, ticket: int, work: Callable[[], AnswerT]) -> None:
        """In the other thread."""
        if ticket != self._ticket:
            return
        answer: AnswerT | None = None
        error = None
        try:
            answer = work()
        except Exception as failure:  # handed to the window's thread, which words it
            error = failure
        self._messages.emit(partial(self._tell, ticket, answer, error))

    def _tell(self, ticket: int, answer: AnswerT | None, error: Exception | None) -> None:
        if ticket == self._ticket and isValid(self):
            self.busy = False
            (self.answered.emit(answer) if error is None else self.failed.emit(error))


class Panel(Protocol):
    """What can be asked: a widget that tells its answer."""

    answered: SignalInstance
    """The answer, or None for leaving it."""


class Host(Protocol):
    """Where panels show."""

    def show_panel(self, panel: Any) -> None:
        """Show a panel, if it does not show already, in place of the one before."""

    def close_panel(self) -> None:
        """Take away the panel that shows."""


class _InBackground(NamedTuple):
    work: Callable[[], Any]


class _Ask(NamedTuple):
    panel: Any
    stays: bool


class _DialogsClosed(NamedTuple):
    pass


Step = _InBackground | _Ask | _DialogsClosed
Flow = Generator[Step, Any, AnswerT]
"""An action that gives something, as a generator. Its steps are made by the functions below."""


def in_background(work: Callable[[], Any]) -> Step:
    """Do work in another thread; the flow goes on with what it gave, or with what it raised."""
    return _InBackground(work)


def ask(panel: Any, *, stays: bool = False) -> Step:
    """Show a panel; the flow goes on with its answer, None for leaving it.

    stays: it shows on after the answer, for what may have to be refused, until another step shows something else.
    """
    return _Ask(panel, stays)


def dialogs_closed() -> Step:
    """Go on once no dialog waits for an answer any more, so that nobody uses the window."""
    return _DialogsClosed()


class TaskRunner(QObject):
    """Runs one flow at a time: `run` takes the place of the one under way, `queue` waits for it."""

    failed = Signal(object)
    """A JournalError that a flow did not handle."""

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._task: LatestTask[Any] = LatestTask(self)
        self._task.answered.connect(self._advance)
        self._task.failed.connect(self._throw)
        self._flow: Flow[Any] | None = None
        self._panel: _Ask | None = None
        self._waiting: deque[Flow[Any]] = deque()
        self._in_step = False
        self._awaiting = False
        """Whether the panel that shows has still to be answered."""

    @property
    def busy(self) -> bool:
        """Whether a flow is under way."""
        return self._flow is not None

    def run(self, flow: Flow[Any]) -> None:
        """Begin a flow. Called by a flow itself, it begins once that one ends."""
        if self._in_step:
            self._waiting.appendleft(flow)
            return
        self._drop()
        self._flow = flow
        self._advance(None)

    def queue(self, flow: Flow[Any]) -> None:
        """Begin a flow once what is under way has ended."""
        if self.busy:
            self._waiting.append(flow)
        else:
            self.run(flow)

    def stop(self) -> None:
        """Wait for work that is under way, and go on with nothing."""
        self._waiting.clear()
        if not self._in_step:
            self._drop()
        self._task.wait()

    def _drop(self) -> None:
        flow, self._flow = self._flow, None
        if self._task.busy:
            self._task.wait()
        self._leave_panel()
        if flow is not None:
            flow.close()

    @Slot(object)
    def _advance(self, answer: object) -> None:
        self._step(lambda flow: flow.send(answer))

    @Slot(object)
    def _throw(self, error: Exception) -> None:
        self._step(lambda flow: flow.throw(error))

    def _step(self, go_on: Callable[[Flow[Any]], Step]) -> None:
        flow = self._flow
        if flow is None:
            return
        fault: JournalError | None = None
        step: Step | None = None
        self._in_step = True
        try:
            step = go_on(flow)
        except StopIteration:
            pass
        except JournalError as error:
            fault = error
        finally:
            self._in_step = False
            if step is None:
                self._flow = None
        if step is None:
            self._leave_panel()
            if fault is not None:
                self.failed.emit(fault)
            if self._waiting and not self.busy:
                self.run(self._waiting.popleft())
        else:
            self._start(step)

    def _start(self, step: Step) -> None:
        if isinstance(step, _InBackground):
            self._task.ask(step.work)
        elif isinstance(step, _Ask):
            self._awaiting = True
            if self._panel is not None and self._panel.panel is step.panel:
                return
            self._leave_panel()
            self._panel = step
            step.panel.answered.connect(self._answered)
            self._host.show_panel(step.panel)
        else:
            dialogs.when_closed(self, self._dialogs_closed)

    @Slot()
    def _dialogs_closed(self) -> None:
        self._advance(None)

    @Slot(object)
    def _answered(self, answer: object) -> None:
        if not self._awaiting or self._panel is None:
            return
        self._awaiting = False
        if answer is None or not self._panel.stays:
            self._leave_panel()
        self._advance(answer)

    def _leave_panel(self) -> None:
        asked, self._panel = self._panel, None
        if asked is not None:
            if isValid(asked.panel):
                asked.panel.answered.disconnect(self._answered)
            self._host.close_panel()
