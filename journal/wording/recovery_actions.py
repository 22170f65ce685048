"""What a person can do after a fault of the journal's file: a table, so that each fault has at least two ways on."""

from enum import StrEnum

from journal.domain.errors import Fault
from journal.domain.tables import complete
from journal.i18n import N_, _


class RecoveryAction(StrEnum):
    """One way on."""

    AGAIN = "again"
    UNLOCK = "unlock"
    READ_ONLY = "read_only"
    RESTORE = "restore"
    RESTORE_THIS = "restore_this"
    COPY = "copy"
    SALVAGE = "salvage"
    OTHER = "other"
    NEW = "new"
    FOLDER = "folder"
    CLOSE = "close"


_LABELS = complete(
    RecoveryAction,
    {
        RecoveryAction.AGAIN: N_("Try again"),
        RecoveryAction.UNLOCK: N_("Type the passphrase"),
        RecoveryAction.READ_ONLY: N_("Open it to read only"),
        RecoveryAction.RESTORE: N_("Restore a backup …"),
        RecoveryAction.RESTORE_THIS: N_("Restore this backup …"),
        RecoveryAction.COPY: N_("Make a copy to write in …"),
        RecoveryAction.SALVAGE: N_("Save what can be read …"),
        RecoveryAction.OTHER: N_("Open another journal …"),
        RecoveryAction.NEW: N_("Begin a new journal …"),
        RecoveryAction.FOLDER: N_("Look at the folder"),
        RecoveryAction.CLOSE: N_("Close"),
    },
)
(
    _AGAIN, _UNLOCK, _READ_ONLY, _RESTORE, _RESTORE_THIS, _COPY, _SALVAGE, _OTHER, _NEW, _FOLDER, _CLOSE
) = RecoveryAction  # fmt: skip
_USUAL = (_AGAIN, _OTHER, _RESTORE)
_ACTIONS = complete(
    Fault,
    {
        Fault.DISK_FULL: (_AGAIN, _READ_ONLY, _OTHER),
        Fault.READ_ONLY: (_READ_ONLY, _AGAIN, _NEW, _OTHER),
        Fault.NO_PERMISSION: (_AGAIN, _READ_ONLY, _OTHER, _NEW),
        Fault.NO_FOLDER: (_AGAIN, _OTHER, _NEW),
        Fault.MOVED: (_AGAIN, _OTHER, _RESTORE),
        Fault.MISSING: (_AGAIN, _RESTORE, _OTHER, _NEW),
        Fault.FOLDER: (_OTHER, _NEW),
        Fault.NOT_A_FILE: (_OTHER, _NEW),
        Fault.LOST_FILE: (_RESTORE, _AGAIN, _FOLDER, _OTHER),
        Fault.EMPTY: (_RESTORE, _AGAIN, _OTHER, _NEW),
        Fault.NOT_A_DATABASE: (_OTHER, _RESTORE, _UNLOCK, _SALVAGE),
        Fault.OTHER_PROGRAM: (_OTHER, _RESTORE, _NEW),
        Fault.NEWER: (_OTHER, _RESTORE, _FOLDER),
        Fault.PASSPHRASE_NEEDED: _USUAL,
        Fault.PASSPHRASE_WRONG: _USUAL,
        Fault.PASSPHRASE_ODD: _USUAL,
        Fault.CODE_MISTYPED: _USUAL,
        Fault.NOT_PROTECTED: _USUAL,
        Fault.LOCKED: (_AGAIN, _READ_ONLY, _OTHER),
        Fault.DAMAGED: (_RESTORE, _SALVAGE, _FOLDER, _OTHER),
        Fault.IO_ERROR: (_AGAIN, _READ_ONLY, _RESTORE, _SALVAGE),
        Fault.NO_MEMORY: (_AGAIN, _OTHER),
        Fault.BAD_PATH: (_OTHER, _NEW),
        Fault.FAILED: (_AGAIN, _READ_ONLY, _RESTORE, _OTHER),
        Fault.THERE_ALREADY: (_AGAIN, _OTHER, _NEW),
        Fault.BEYOND_READING: (_RESTORE, _OTHER, _NEW),
        Fault.BACKUP_FAILED: (_AGAIN, _READ_ONLY, _OTHER),
        Fault.BACKUP_EXISTS: _USUAL,
        Fault.IS_BACKUP: (_RESTORE_THIS, _COPY, _READ_ONLY, _OTHER),
        Fault.OTHER_JOURNAL: _USUAL,
        Fault.FOREIGN_PARTS: (_RESTORE, _SALVAGE, _OTHER),
    },
)


def label(action: RecoveryAction) -> str:
    """Return what its button says."""
    return _(_LABELS[action])


def actions_for(fault: Fault) -> tuple[RecoveryAction, ...]:
    """Return the ways on after a fault, the likeliest first; closing is always the last."""
    return (*_ACTIONS[fault], _CLOSE)
