"""How a second start on a journal asks the window of the first to show itself: by a byte in a file beside it."""

import os
import time
from pathlib import Path

from journal.domain.errors import StorageError

ANSWER_SECONDS = 3.0
_CHECK_SECONDS = 0.05


def activation_file(journal: Path) -> Path:
    """Return the file that belongs to the journal's window."""
    real = Path(os.path.realpath(journal))
    return real.with_name(f".{real.name}.window")


def answer(file: Path) -> None:
    """Wipe away what another start wrote; make the file where there is none. Raises OSError."""
    os.close(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))


def activate_other(journal: Path) -> bool:
    """Ask the window that has the journal to show itself, and return whether it answered."""
    file = activation_file(journal)
    try:
        with file.open("r+b") as other:
            other.write(b"!")
        answer_by = time.monotonic() + ANSWER_SECONDS
        while time.monotonic() < answer_by:
            if file.stat().st_size == 0:
                return True
            time.sleep(_CHECK_SECONDS)
    except (OSError, StorageError):
        pass
    return False
