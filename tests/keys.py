"""Keys that cost little, for tests that open many protected files and are not about the key itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from journal.storage import recovery
from journal.storage.engine import in_memory

ROUNDS, CHEAP_ROUNDS = 256_000, 1000
"""Of PBKDF2: SQLCipher's own, and fewer."""


def derive(rounds: int) -> None:
    """Set how dearly this process derives keys from passphrases from now on."""
    with_codec = in_memory()
    with_codec.execute(f"PRAGMA cipher_default_kdf_iter = {rounds}")
    with_codec.close()
    recovery.ROUNDS = rounds


@contextmanager
def cheap() -> Iterator[None]:
    """Derive keys cheaply for a while. Another process does not: it would not open what was made meanwhile."""
    derive(CHEAP_ROUNDS)
    try:
        yield
    finally:
        derive(ROUNDS)
