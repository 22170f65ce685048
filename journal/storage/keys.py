"""What a person types to open a journal: its passphrase, or its recovery code where that is forgotten. Decided here."""

import unicodedata
from collections.abc import Callable
from typing import TypeVar

from journal.domain.errors import Fault, StorageError
from journal.storage import recovery

Opened = TypeVar("Opened")


def composed(typed: str | None) -> str | None:
    """Return a passphrase as every keyboard gives it: a Mac types some letters as two characters, others as one."""
    return None if typed is None else unicodedata.normalize("NFC", typed)


def with_key(use: Callable[[str | None], Opened], typed: str | None) -> Opened:
    """Return what `use` gives for the passphrase that was typed; if that is a recovery code, for what the code opens.

    A passphrase of an older version may have been kept as it was typed, so that is tried second. Raises StorageError
    as `use` does, and CODE_MISTYPED for a code with a slip.
    """
    if typed is None:
        return use(None)
    tries: list[Callable[[], str | None]] = [lambda: composed(typed)]
    if composed(typed) != typed:
        tries.append(lambda: typed)
    if unicodedata.normalize("NFD", typed) != typed:  # kept by an older version on a Mac
        tries.append(lambda: unicodedata.normalize("NFD", typed))
    if recovery.looks_like_code(typed):
        tries.append(lambda: recovery.key(typed))
    for form in tries[:-1]:
        try:
            return use(form())
        except StorageError as error:
            if error.fault is not Fault.PASSPHRASE_WRONG:
                raise
    return use(tries[-1]())
