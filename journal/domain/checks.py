"""The checks that records make of their own fields; each failure is one sentence naming the field."""

import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from journal.domain.errors import InvalidRecord
from journal.i18n import _

EnumT = TypeVar("EnumT", bound=StrEnum)
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2200
NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""Characters that no text of a record may hold: they cannot be written to a file."""
_USUAL_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def new_id() -> str:
    """Return an id for a new record: a random UUID."""
    import uuid

    return str(uuid.uuid4())


def record_id(value: Any, field: str = "id") -> str:
    """Return a UUID in its usual writing."""
    if isinstance(value, str):
        if _USUAL_UUID.fullmatch(value):
            return value
        import uuid

        try:
            return str(uuid.UUID(value))
        except ValueError:
            pass
    raise InvalidRecord(field, _("“{field}” is not a UUID.").format(field=field))


def moment(field: str, value: Any) -> datetime:
    """Return a time with a UTC offset, within sensible years."""
    if not isinstance(value, datetime):
        raise InvalidRecord(field, _("“{field}” is not a date and time.").format(field=field))
    if value.utcoffset() is None:
        raise InvalidRecord(field, _("“{field}” has no UTC offset, such as +01:00.").format(field=field))
    calendar_day(field, value.date())
    return value


def calendar_day(field: str, value: Any) -> date:
    """Return a date within sensible years."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidRecord(field, _("“{field}” is not a date.").format(field=field))
    if not _EARLIEST_YEAR <= value.year <= _LATEST_YEAR:
        sentence = _("“{field}” is outside the years {first} to {last}.")
        raise InvalidRecord(field, sentence.format(field=field, first=_EARLIEST_YEAR, last=_LATEST_YEAR))
    return value


def number(field: str, value: Any, low: float, high: float) -> float:
    """Return a finite number from `low` to `high`."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) == math.inf:
        raise InvalidRecord(field, _("“{field}” is not a number.").format(field=field))
    if not low <= value <= high:
        sentence = _("“{field}” is not from {low} to {high}.")
        raise InvalidRecord(field, sentence.format(field=field, low=low, high=high))
    return float(value)


def optional_number(field: str, value: Any, low: float, high: float) -> float | None:
    """Return a number from `low` to `high`, or None for not known."""
    return None if value is None else number(field, value, low, high)


def whole(field: str, value: Any, low: int, high: int) -> int:
    """Return a whole number from `low` to `high`."""
    exact = number(field, value, low, high)
    if exact != int(exact):
        raise InvalidRecord(field, _("“{field}” is not a whole number.").format(field=field))
    return int(exact)


def optional_whole(field: str, value: Any, low: int, high: int) -> int | None:
    """Return a whole number from `low` to `high`, or None for not known."""
    return None if value is None else whole(field, value, low, high)


def choice(field: str, value: Any, kind: type[EnumT]) -> EnumT:
    """Return the member of an enumeration."""
    try:
        return kind(value)
    except ValueError:
        sentence = _("“{field}” is not one of: {choices}.")
        raise InvalidRecord(field, sentence.format(field=field, choices=", ".join(kind))) from None


def text(field: str, value: Any) -> str:
    """Return a text of any length that can be written to a file."""
    if not isinstance(value, str):
        raise InvalidRecord(field, _("“{field}” is not a text.").format(field=field))
    if NO_TEXT.search(value):
        raise InvalidRecord(field, _("“{field}” holds characters that are no text.").format(field=field))
    return value


def name(field: str, value: Any) -> str:
    """Return a text that says something."""
    if not text(field, value).strip():
        raise InvalidRecord(field, _("“{field}” is empty.").format(field=field))
    return str(value)


def words(field: str, value: Any) -> tuple[str, ...]:
    """Return a list of texts, each once."""
    if value == ():
        return ()
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise InvalidRecord(field, _("“{field}” is not a list.").format(field=field))
    return tuple(dict.fromkeys(name(field, item) for item in value))
