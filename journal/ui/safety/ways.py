"""Which ways on there are after a fault of the journal's file: a table, so that each fault has at least two."""

from enum import StrEnum

from journal.i18n import N_, _


class Way(StrEnum):
    """What a person can do."""

    AGAIN = "again"
    UNLOCK = "unlock"
    READ_ONLY = "read_only"
    RESTORE = "restore"
    SALVAGE = "salvage"
    OTHER = "other"
    NEW = "new"
    FOLDER = "folder"
    CLOSE = "close"


_WORDS = {
    Way.AGAIN: N_("Try again"),
    Way.UNLOCK: N_("Type the passphrase"),
    Way.READ_ONLY: N_("Open it to read only"),
    Way.RESTORE: N_("Restore a backup …"),
    Way.SALVAGE: N_("Save what can be read …"),
    Way.OTHER: N_("Open another journal …"),
    Way.NEW: N_("Begin a new journal …"),
    Way.FOLDER: N_("Look at the folder"),
    Way.CLOSE: N_("Close"),
}

_AT_OPENING: dict[str, tuple[Way, ...]] = {
    "disk_full": (Way.AGAIN, Way.READ_ONLY, Way.OTHER),
    "read_only": (Way.READ_ONLY, Way.AGAIN, Way.NEW, Way.OTHER),
    "no_permission": (Way.AGAIN, Way.READ_ONLY, Way.OTHER, Way.NEW),
    "no_folder": (Way.AGAIN, Way.OTHER, Way.NEW),
    "moved": (Way.AGAIN, Way.OTHER, Way.RESTORE),
    "missing": (Way.AGAIN, Way.RESTORE, Way.OTHER, Way.NEW),
    "folder": (Way.OTHER, Way.NEW),
    "not_a_file": (Way.OTHER, Way.NEW),
    "lost_file": (Way.RESTORE, Way.AGAIN, Way.FOLDER, Way.OTHER),
    "empty": (Way.RESTORE, Way.AGAIN, Way.OTHER, Way.NEW),
    "not_a_database": (Way.OTHER, Way.RESTORE, Way.UNLOCK, Way.SALVAGE),
    "other_program": (Way.OTHER, Way.RESTORE, Way.NEW),
    "newer": (Way.OTHER, Way.RESTORE, Way.FOLDER),
    "locked": (Way.AGAIN, Way.READ_ONLY, Way.OTHER),
    "damaged": (Way.RESTORE, Way.SALVAGE, Way.FOLDER, Way.OTHER),
    "io_error": (Way.AGAIN, Way.READ_ONLY, Way.RESTORE, Way.SALVAGE),
    "no_memory": (Way.AGAIN, Way.OTHER),
    "bad_path": (Way.OTHER, Way.NEW),
    "beyond_reading": (Way.RESTORE, Way.OTHER, Way.NEW),
    "backup_failed": (Way.AGAIN, Way.READ_ONLY, Way.OTHER),
    "failed": (Way.AGAIN, Way.READ_ONLY, Way.RESTORE, Way.OTHER),
    "there_already": (Way.AGAIN, Way.OTHER, Way.NEW),
}
_ELSE = (Way.AGAIN, Way.OTHER, Way.RESTORE)


def words(way: Way) -> str:
    """Return what its button says."""
    return _(_WORDS[way])


def at_opening(code: str) -> tuple[Way, ...]:
    """Return the ways on after that fault, the likeliest first; closing is always the last."""
    return (*_AT_OPENING.get(code, _ELSE), Way.CLOSE)
