"""One open journal as the pages see it: its records, its progress, and one `changed` when either is new."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from journal.analysis import prompts, redflags
from journal.domain.draft import Draft
from journal.domain.entry import Entry
from journal.domain.errors import OF_THE_PLACE, JournalError, StorageError
from journal.domain.records import Record, Records
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.storage.journal_settings import WEEKLY_PASSED, Setting
from journal.storage.repository import Repository
from journal.ui.tasks import LatestTask, Stopped

if TYPE_CHECKING:
    from journal.analysis.results import OpenFlag, Progress

T = TypeVar("T")
Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The time here and now, with this place's offset from UTC."""
    return datetime.now().astimezone()


class SaveErrors(Protocol):
    """Helps the person where something could not be written."""

    def ask_retry(self, error: JournalError, records: tuple[Record, ...]) -> bool:
        """Tell what could not be done with those records, and return whether to try again."""

    def confirm_discard(self, draft: Draft) -> bool:
        """Tell that an unfinished check-in could not be kept, and return whether closing may lose it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A long change that is in the file, and not yet in the window."""

    before: Records
    after: Records
    saved: tuple[Record, ...]
    gone: tuple[str, ...]
    raised: tuple[RedFlag, ...]
    """The urgent signs that it raises."""
    held: tuple[str, ...]
    """The id of the check that keeps them open."""
    flags: "tuple[date, tuple[OpenFlag, ...]]"
    """The signs that are open with it on that day: too long to look for while the window waits."""


class Session(QObject):
    """Pages read `records` and `progress`, and write by its verbs. Each write announces one change."""

    changed = Signal()
    """The records changed, or the day did: what was made of them is to be read again."""
    progress_changed = Signal()
    """`progress` is new."""
    failed = Signal(str)
    """Something could not be done; one sentence for the person."""
    settings_changed = Signal()
    """What the journal keeps about itself changed."""
    safety_changed = Signal()
    """A backup was made, or the recovery code checked."""

    def __init__(
        self,
        repository: Repository,
        clock: Clock = system_clock,
        parent: QObject | None = None,
        records: Records | None = None,
        unkept: Draft | None = None,
    ) -> None:
        super().__init__(parent)
        self._repository = repository
        self.now = clock
        self.records = repository.records() if records is None else records
        self.sample = repository.sample
        """Whether this is the sample journal."""
        self.writable = not (self.sample or repository.read_only)
        """Whether what is in it may change."""
        self.save_error_handler: SaveErrors | None = None
        self.unkept = unkept
        """What is unfinished and could not be kept in the file: it is only in the window."""
        self.progress: Progress | None = None
        self._flags: tuple[Records, date, tuple[OpenFlag, ...]] | None = None
        self._doubtful = False
        self._halted = threading.Event()
        """Set to let the long change that is being written leave the file as it was."""
        self._untold: set[str] = set()
        """Settings that could not be kept, which was told already."""
        self._analysis: LatestTask[Progress] = LatestTask(self)
        self._analysis.answered.connect(self._take_progress)
        self._analysis.failed.connect(self._analysis_failed)
        self._warming: LatestTask[None] = LatestTask(self)

    @property
    def repository(self) -> Repository:
        """The open journal itself, for what concerns the file."""
        return self._repository

    @property
    def busy(self) -> bool:
        """Whether a new progress is being computed."""
        return self._analysis.busy

    def today(self) -> date:
        """The local date."""
        return self.now().date()

    def last_placed(self) -> Entry | None:
        """The newest entry that says where, "nowhere" included; one that is later than now is not the last."""
        now = self.now()
        return next((e for e in reversed(self.records.entries) if e.says_where and e.recorded_at <= now), None)

    def later_than_now(self) -> tuple[Entry, ...]:
        """The entries that are dated in the future, oldest first: a clock was wrong then, or is now."""
        if self.sample:  # its evenings are there before they come
            return ()
        return prompts.later_than(self.records.entries, self.now())

    def open_flags(self, answer: RedFlagCheck | None = None) -> "tuple[OpenFlag, ...]":
        """The urgent signs that are open now, the same that `progress` holds, without waiting for it.

        answer: what would be open if this were saved.
        """
        today = self.today()
        if answer is not None:
            return redflags.open_flags(self.records.saving(answer), today)
        if self._flags is None or self._flags[0] is not self.records or self._flags[1] != today:
            self._flags = (self.records, today, redflags.open_flags(self.records, today))
        return self._flags[2]

    def logged(self, day: date) -> bool:
        """Whether that day has an entry."""
        return bool(prompts.of_day(self.records.entries, day))

    def save(self, *records: Record) -> bool:
        """Keep records; False and a sentence by `failed` if that could not be done."""
        if not self._done(lambda: self._repository.save(*records), records):
            return False
        self._accept(self.records.saving(*records))
        return True

    def delete(self, *ids: str) -> tuple[Record, ...]:
        """Delete records and return them, so that saving them is the undo; none if it could not be done."""
        deleted: list[Record] = []
        if not self._done(lambda: deleted.extend(self._repository.delete(*ids))):
            return ()
        self._accept(self.records.deleting(ids))
        return tuple(deleted)

    def change(
        self, records: tuple[Record, ...], gone: tuple[str, ...], tick: Callable[[int, int], object], *, undo: bool
    ) -> Change:
        """Save records and delete others as one long change, in another thread; `take` shows it.

        tick: told how much of how much is done; what it raises leaves everything as it was. undo: it takes back what
        was done, which raises no urgent sign. Raises JournalError.
        """
        self._halted = halted = threading.Event()
        total = len(records) + len(gone)

        def done(count: int) -> None:
            if halted.is_set():
                raise Stopped
            tick(count, total)

        done(0)
        before = self.records
        after = before.deleting(set(gone)).saving(*records)
        found = () if undo else redflags.newly_raised(before, after)
        held = redflags.holding(found, before, after, self.now().replace(microsecond=0))
        if held is not None:
            records, after = (*records, held), after.saving(held)
        self._write(lambda: self._repository.change(records, gone, done))
        today = self.today()
        flags = today, redflags.open_flags(after, today)
        return Change(before, after, records, gone, redflags.signs(found), () if held is None else (held.id,), flags)

    def tried_again(self, error: JournalError, records: tuple[Record, ...]) -> bool:
        """Whether the person wants what could not be done tried again; else it is told."""
        if self.save_error_handler is not None and self.save_error_handler.ask_retry(error, records):
            return True
        self.failed.emit(str(error))
        return False

    def take(self, change: Change) -> None:
        """Show a long change that was written."""
        if self.records is change.before:
            self._flags = change.after, *change.flags
            self._accept(change.after)
        else:
            self._accept(self.records.deleting(change.gone).saving(*change.saved))

    def halt(self) -> None:
        """Let a long change that is being written leave everything as it was: the window goes."""
        self._halted.set()

    def draft(self, *, editing: bool) -> Draft | None:
        """The unfinished check-in, or the unfinished change of an entry; None if there is none."""
        if self.unkept is not None and self.unkept.editing is editing:
            return self.unkept
        try:
            draft = self._repository.draft(editing=editing)
        except JournalError as error:
            self.failed.emit(str(error))
            return None
        if draft is None:
            return None
        saved = next((entry for entry in self.records.entries if entry.id == draft.entry.id), None)
        # a new one that is in the journal already was saved just before a crash; a changed one needs its entry
        return draft if (saved is not None) == draft.editing and saved != draft.entry else None

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is unfinished; says only once that it cannot be kept."""
        self._draft_write(lambda: self._repository.keep_draft(draft), draft)

    def drop_draft(self, *, editing: bool) -> None:
        """Forget what was unfinished."""
        self._draft_write(lambda: self._repository.drop_draft(editing=editing), None)

    def may_close(self) -> bool:
        """Whether closing loses nothing, or the person lets it go."""
        if self.unkept is not None:  # its cause may be gone by now
            self.keep_draft(self.unkept)
        if self.unkept is None or self.save_error_handler is None:
            return True
        return self.save_error_handler.confirm_discard(self.unkept)

    def setting(self, setting: Setting[T]) -> T:
        """What the journal keeps about itself; the default if it cannot be read."""
        try:
            return self._repository.setting(setting)
        except JournalError as error:
            self.failed.emit(str(error))
            return setting.default

    def set_setting(self, setting: Setting[T], value: T) -> None:
        """Keep something beside the records; says only once that it cannot be kept."""
        try:
            self._write(lambda: self._repository.set_setting(setting, value))
        except JournalError as error:
            if setting.key not in self._untold:
                self.failed.emit(str(error))
            self._untold.add(setting.key)
        else:
            self._untold.discard(setting.key)
            self.settings_changed.emit()

    def raise_urgent(self, before: Records) -> tuple[tuple[RedFlag, ...], tuple[str, ...]]:
        """Return the signs that the change since `before` raises, and the id of the check that keeps them open.

        Such a check is saved only where an answer given earlier would close them: an undo deletes it too.
        """
        raised = redflags.newly_raised(before, self.records)
        held = redflags.holding(raised, before, self.records, self.now().replace(microsecond=0))
        if held is not None:
            self.save(held)
        return redflags.signs(raised), () if held is None else (held.id,)

    @property
    def weekly_due(self) -> bool:
        """Whether a weekly check is due."""
        from journal.analysis import weekly

        on = weekly.next_due(self.records, self.setting(WEEKLY_PASSED))
        return on is not None and on <= self.today()

    @Slot()
    def refresh(self) -> None:
        """Another day began, or the clock was changed: let everything that says "today" be read again."""
        self.changed.emit()
        self.analyse()

    def analyse(self) -> None:
        """Compute the progress anew, off the window's thread; `progress_changed` follows."""
        records, today = self.records, self.today()
        self._analysis.ask(lambda: _compute(records, today), later=True)

    def close(self) -> None:
        """Stop working and close the journal."""
        self._warming.wait()
        self._analysis.wait()
        self._repository.close()

    def _done(self, write: Callable[[], object], records: tuple[Record, ...] = ()) -> bool:
        """Write, again and again while whoever helps says so."""
        while True:
            try:
                self._write(write)
            except JournalError as error:
                if not self.tried_again(error, records):
                    return False
            else:
                return True

    def _write(self, write: Callable[[], object]) -> None:
        """Write; after a fault of the place the file is opened anew, as its disk may be back. Raises JournalError."""
        if self._doubtful:
            self._repository = self._repository.reopen()
            self._doubtful = False
        try:
            write()
        except JournalError as error:
            self._doubtful = isinstance(error, StorageError) and error.fault in OF_THE_PLACE
            raise

    def _draft_write(self, write: Callable[[], None], draft: Draft | None) -> None:
        try:
            self._write(write)
        except JournalError as error:
            if self.unkept is None and draft is not None:
                self.failed.emit(str(error))
            self.unkept = draft
        else:
            self.unkept = None

    def _accept(self, records: Records) -> None:
        self.records = records
        self.changed.emit()
        self.analyse()

    @Slot(object)
    def _take_progress(self, progress: "Progress") -> None:
        if self.progress is None:
            self._warming.ask(_load_charts)
        self.progress = progress
        self.progress_changed.emit()

    @Slot(object)
    def _analysis_failed(self, error: Exception) -> None:
        raise error


def _compute(records: Records, as_of: date) -> "Progress":
    from journal.analysis.progress import compute  # loads numpy: not before it is needed

    return compute(records, as_of)


def _load_charts() -> None:
    """Load what draws while nobody waits for it, so that the first chart comes at once."""
    import journal.charts.ladder  # noqa: F401
