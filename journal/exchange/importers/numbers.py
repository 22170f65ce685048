"""Strengths, minutes and hours as other programs and people write them."""

import contextlib
import math
import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from journal.domain.entry import HOURS_A_DAY, MINUTES_A_DAY
from journal.exchange.importers.answers import DEFAULT_YES, Answers
from journal.exchange.importers.reading import Reason, Unfit
from journal.exchange.importers.text_table import bare

_PLAIN = re.compile(r"[-+]?\d+(?:([.,])\d+)?$")
_CLOCK = re.compile(r"(\d{1,3}):(\d\d)(?::(\d\d))?$")
_OF_TEN = re.compile(r"(.+?)\s*/\s*(\d+)$")
_YES = {"1", "yes", "y", "true", "x", "ja", "oui", "si", "sim", "✓", "✔"}
_NO = {"0", "no", "n", "false", "nein", "non", "nao", "não", "none"}
FIVE_WORDS = ("none", "mild", "moderate", "severe", "unbearable")
"""What 0 to 4 are called where a scale has five steps."""


def decimal_of(cells: Iterable[Any]) -> str:
    """Return the decimal mark of a column, "." or ",": the one that more of its numbers have."""
    commas = points = 0
    for cell in cells:
        match = _PLAIN.match(cell.strip().partition("/")[0].strip()) if isinstance(cell, str) else None
        commas += match is not None and match[1] == ","
        points += match is not None and match[1] == "."
    return "," if commas > points else "."


def number(cell: Any, decimal: str = ".") -> float:
    """Return the number of a cell. Raises Unfit."""
    if isinstance(cell, int | float):
        with contextlib.suppress(OverflowError):
            if math.isfinite(cell) and not isinstance(cell, bool):
                return float(cell)
        raise Unfit(Reason.NOT_A_NUMBER, str(cell))
    text = bare(str(cell))
    match = _PLAIN.match(text)
    if match is None or match[1] not in (None, decimal) or len(text) > 20:
        raise Unfit(Reason.NOT_A_NUMBER, text)
    return float(text.replace(",", "."))


def whole_strength(value: float, raw: str) -> int:
    """Return a strength of 0..10: halves up, and what is above 0 is at least 1. Raises Unfit."""
    if not 0 <= value <= 10:
        raise Unfit(Reason.OUT_OF_SCALE, raw)
    return _rounded(value)


def _rounded(value: float) -> int:
    return max(1, math.floor(value + 0.5)) if value > 0 else 0


def strength(cell: Any, answers: Answers, decimal: str = ".") -> int:
    """Return the strength that a cell says, 0..10: a number of the scale, "7/10", or a word. Raises Unfit."""
    raw = str(cell).strip()
    if answers.scale == "0/1":
        return yes_or_no(cell, answers)
    if isinstance(cell, str):
        said = answers.strength_of(raw)
        if said is not None:
            return said
        if match := _OF_TEN.match(raw):
            top = int(match[2])
            if top != 10 and f"0-{top}" != answers.scale:
                raise Unfit(Reason.NOT_A_NUMBER, raw)
            cell = match[1]
    top = int((answers.scale or "0-10").removeprefix("0-"))
    if top == len(FIVE_WORDS) - 1:
        return five_steps(cell, answers, decimal)
    try:
        value = number(cell, decimal)
    except Unfit as error:
        raise Unfit(error.reason, raw) from None
    return whole_strength(value * 10 / top, raw)


def five_steps(cell: Any, answers: Answers, decimal: str = ".") -> int:
    """Return the strength, 0..10, of a step of 0..4. Raises Unfit."""
    raw = str(cell).strip()
    value = number(cell, decimal)
    if not 0 <= value <= len(FIVE_WORDS) - 1:
        raise Unfit(Reason.OUT_OF_SCALE, raw)
    return answers.strength_of(FIVE_WORDS[_rounded(value)]) or 0


def is_yes_or_no(cell: Any) -> bool:
    """Whether a cell says only yes or no."""
    return str(cell).strip().casefold() in _YES | _NO


def yes_or_no(cell: Any, answers: Answers) -> int:
    """Return the strength of a yes, or 0 for a no. Raises Unfit."""
    text = str(cell).strip().casefold()
    if text not in _YES | _NO:
        raise Unfit(Reason.NOT_A_NUMBER if not _PLAIN.match(text) else Reason.OUT_OF_SCALE, str(cell).strip())
    return (answers.yes or DEFAULT_YES) if text in _YES else 0


def minutes(cell: Any, decimal: str = ".", *, in_hours: bool = False) -> float:
    """Return minutes: a number of them (or of hours), or a duration as H:MM or H:MM:SS. Raises Unfit."""
    if isinstance(cell, timedelta):
        return cell / timedelta(minutes=1)
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute + cell.second / 60
    if match := _CLOCK.match(str(cell).strip()):
        if int(match[2]) > 59 or int(match[3] or 0) > 59:
            raise Unfit(Reason.NOT_A_NUMBER, str(cell).strip())
        return int(match[1]) * 60 + int(match[2]) + int(match[3] or 0) / 60
    return number(cell, decimal) * (60 if in_hours else 1)


def highest(figure: str) -> int:
    """Return the most that a figure of an entry can be, in its own unit."""
    return MINUTES_A_DAY if figure.endswith("_minutes") else HOURS_A_DAY if figure == "sleep_hours" else 10


def figure(name: str, cell: Any, decimal: str = ".", *, in_hours: bool = False) -> float:
    """Return what a cell says for a figure of an entry, in that figure's own unit and bounds. Raises Unfit."""
    if name.endswith("_minutes"):
        value = float(math.floor(minutes(cell, decimal, in_hours=in_hours) + 0.5))
    elif name == "sleep_hours":
        value = round(minutes(cell, decimal, in_hours=True) / 60, 4)
    else:
        match = _OF_TEN.match(cell.strip()) if isinstance(cell, str) else None
        value = number(match[1] if match and match[2] == "10" else cell, decimal)
    if not 0 <= value <= highest(name):
        raise Unfit(Reason.OUT_OF_SCALE, str(cell).strip())
    return value


def plain(value: float) -> str:
    """Write a number as a person would: 400.0 as 400."""
    return f"{value:g}" if abs(value) < 1e15 else str(value)
