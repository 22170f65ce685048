"""What a person types to open a journal: its passphrase, or its recovery code where that is forgotten. Decided here."""

from collections.abc import Callable
from typing import TypeVar

from journal.domain.errors import Fault, StorageError
from journal.storage import recovery

Opened = TypeVar("Opened")


def with_key(use: Callable[[str | None], Opened], typed: str | None) -> Opened:
    """Return what `use` gives for the passphrase that was typed; if that is a recovery code, for what the code opens.

    Raises StorageError as `use` does, and CODE_MISTYPED for a code with a slip.
    """
    try:
        return use(typed)
    except StorageError as error:
        if error.fault is not Fault.PASSPHRASE_WRONG or typed is None or not recovery.looks_like_code(typed):
            raise
    return use(recovery.key(typed))
