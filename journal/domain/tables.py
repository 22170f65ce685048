"""Tables with a row for each member of an enum: a member without its row fails at import, not in front of a person."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

KeyT = TypeVar("KeyT", bound=Enum)
ValueT = TypeVar("ValueT")


def complete(kinds: type[KeyT], table: Mapping[KeyT, ValueT]) -> Mapping[KeyT, ValueT]:
    """Return the table. Raises LookupError naming the members that have no row."""
    missing = [kind.name for kind in kinds if kind not in table]
    if missing:
        raise LookupError(f"no row for {kinds.__name__}.{', '.join(missing)}")
    return table
