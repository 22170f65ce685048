"""Many records at once: what is made by the hundred thousand is made without a search for cycles among it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_records() -> Iterator[None]:
    """Let Python not look for cycles meanwhile, nor afterwards in what is there by then.

    Records make none, and each look at all of them takes a third more and stops the window. What makes some meanwhile
    is small; it stays.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
