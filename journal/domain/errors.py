"""Every fault a person can meet, each already worded: what happened, what is safe, what to do."""

import os
from enum import StrEnum

from journal.i18n import N_, _

_REASONS = (
    # Translators: the system's reason why something could not be read or written.
    N_("Permission denied"),
    N_("No such file or directory"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("No space left on device"),
    N_("Read-only file system"),
    N_("Input/output error"),
    N_("File name too long"),
    N_("Broken pipe"),
    N_("Bad file descriptor"),
)
"""Those of the C library that a person may meet; any other stays in its English."""


def reason_of(error: OSError) -> str:
    """Return why the system could not do something, in its own words, in the person's language where it is known."""
    return _(os.strerror(error.errno)) if error.errno else type(error).__name__


class JournalError(Exception):
    """A fault told to the person; `str(error)` is one clear sentence in their language."""


class CannotDo(JournalError):
    """A command that could not be carried out, where no other part has a word for it."""


class NotTold(JournalError):
    """A result that could not be written out; `done` says whether what it tells of is done all the same."""

    def __init__(self, sentence: str, *, done: bool) -> None:
        super().__init__(sentence)
        self.done = done


class InvalidRecord(JournalError):
    """A value that no record may hold. `field` names where, in the exchange file's own words."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class ImportRefused(JournalError):
    """A file that was not taken in; nothing of it was. `problems` names the first ones by item."""

    def __init__(self, sentence: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.problems = problems


class Fault(StrEnum):
    """What can be wrong with a journal's file, its key or its place. Safe to log."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    NO_PERMISSION = "no_permission"
    NO_FOLDER = "no_folder"
    MOVED = "moved"
    MISSING = "missing"
    FOLDER = "folder"
    NOT_A_FILE = "not_a_file"
    LOST_FILE = "lost_file"
    EMPTY = "empty"
    NOT_A_DATABASE = "not_a_database"
    OTHER_PROGRAM = "other_program"
    NEWER = "newer"
    PASSPHRASE_NEEDED = "passphrase_needed"
    PASSPHRASE_WRONG = "passphrase_wrong"
    PASSPHRASE_ODD = "passphrase_odd"
    NOT_PROTECTED = "not_protected"
    LOCKED = "locked"
    DAMAGED = "damaged"
    IO_ERROR = "io_error"
    NO_MEMORY = "no_memory"
    BAD_PATH = "bad_path"
    FAILED = "failed"
    THERE_ALREADY = "there_already"
    BEYOND_READING = "beyond_reading"
    BACKUP_FAILED = "backup_failed"
    BACKUP_EXISTS = "backup_exists"
    CODE_MISTYPED = "code_mistyped"
    IS_BACKUP = "is_backup"
    OTHER_JOURNAL = "other_journal"
    FOREIGN_PARTS = "foreign_parts"


OF_THE_PLACE = (
    Fault.NO_FOLDER,
    Fault.MOVED,
    Fault.MISSING,
    Fault.IO_ERROR,
    Fault.READ_ONLY,
    Fault.NO_PERMISSION,
    Fault.LOCKED,
    Fault.FAILED,
)
"""Of the place that the file is in: they may be over without the open file knowing."""
WORTH_RETRYING = (*(fault for fault in OF_THE_PLACE if fault is not Fault.MISSING), Fault.DISK_FULL, Fault.DAMAGED)
"""Where a person can do something so that what was not saved can be."""


class StorageError(JournalError):
    """The journal's file could not be opened, read or written. `fault` is safe to log; the sentence is not."""

    def __init__(self, fault: Fault, sentence: str) -> None:
        super().__init__(sentence)
        self.fault = fault
