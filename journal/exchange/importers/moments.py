"""Dates, times of day and time zones as other programs and people write them."""

import functools
import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journal.domain.errors import ImportRefused
from journal.exchange.importers.places import fold
from journal.exchange.importers.reading import Reason, Unfit
from journal.exchange.importers.text_table import bare
from journal.i18n import _

DAY_TIME = time(20)
"""When an entry of a whole day is written down."""
OLDEST = date(2000, 1, 1)
"""Older dates are slips of the pen, or a spreadsheet's day zero."""
_FIRST_SERIAL, _LAST_SERIAL = 36526, 60000
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_WEEKDAY = r"(?:[^\W\d]+[.,]*\s+)?"
_REST = r"(?:[T ,]\s*(.+))?"
_ISO = re.compile(rf"{_WEEKDAY}(\d{{4}})[-./](\d{{1,2}})[-./](\d{{1,2}}){_REST}$")
_NUMERIC = re.compile(rf"{_WEEKDAY}(\d{{1,2}})\s*[./-]\s*(\d{{1,2}})\s*[./-]\s*(\d{{4}}|\d\d)\.?{_REST}$")
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?\s+(?:de\s+|of\s+)?([^\W\d]+)\.?,?\s+(?:de\s+)?(\d{{4}}){_REST}$"
)
_MONTH_DAY = re.compile(rf"{_WEEKDAY}([^\W\d]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_REST}$")
_CLOCK = re.compile(r"(\d{1,2})(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,6})\d*)?)?)?\s*(?:([ap])\.?\s?m\.?)?$")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_LANGUAGES = ("de", "fr", "es", "pt")
_ORDERS = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}


@dataclass(frozen=True, slots=True)
class Dates:
    """How the dates of one column are written."""

    order: str | None
    """Of those in figures without the year first: "dmy", "mdy" or "ymd"; None for no such dates here."""
    ask: bool = False
    """Whether nothing decides the order: until it is answered, what is read by it only shows what else is asked."""
    since_1904: bool = False
    """Whether a workbook counts its days from 1904."""

    @classmethod
    def of(cls, cells: Iterable[Any], answered: str | None, *, since_1904: bool = False) -> "Dates":
        """Find the one order of a column: the answered one, or the one that a day above 12 proves."""
        proofs: Counter[str] = Counter()
        figures = dotted = others = 0
        for cell in cells:
            match = _NUMERIC.match(bare(cell)) if isinstance(cell, str) else None
            if match is None:
                others += cell is not None and cell != ""
                continue
            figures += 1
            dotted += "." in cell
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                proofs["dmy"] += 1
            elif second > 12 >= first:
                proofs["mdy"] += 1
        if answered is not None:
            return cls(answered, since_1904=since_1904)
        (best, count), (_second, less) = (*proofs.most_common(), ("", 0), ("", 0))[:2]
        if count > less:
            return cls(best, since_1904=since_1904)
        if dotted == figures > others and not count:
            return cls("dmy", since_1904=since_1904)  # nobody writes the month first with full stops
        undecided = figures > 0 and (figures > others or count > 0)
        return cls("dmy" if undecided else None, undecided, since_1904)

    def read(self, cell: Any) -> tuple[date, Any]:
        """Return the date of a cell, and what else it says: a time, a text of one, or None. Raises Unfit."""
        if isinstance(cell, datetime):
            return cell.date(), cell.time() if cell.time() != time() else None
        if isinstance(cell, date):
            return cell, None
        if isinstance(cell, int | float):
            return self._serial(float(cell))
        text = bare(str(cell))
        if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
            return self._serial(float(text))
        if match := _ISO.match(text):
            return _day(text, int(match[1]), int(match[2]), int(match[3])), match[4]
        if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text):
            return _day(text, int(match[1]), int(match[2]), int(match[3])), None
        if match := _NUMERIC.match(text):
            return self._figures(text, match), match[4]
        if match := _DAY_MONTH.match(text):
            return _day(text, int(match[3]), _month(text, match[2]), int(match[1])), match[4]
        if match := _MONTH_DAY.match(text):
            return _day(text, int(match[3]), _month(text, match[1]), int(match[2])), match[4]
        raise Unfit(Reason.BAD_DATE, text)

    def _serial(self, days: float) -> tuple[date, Any]:
        whole = int(days)
        if not _FIRST_SERIAL <= whole <= _LAST_SERIAL:
            raise Unfit(Reason.BAD_DATE, f"{days:g}")
        day = (_EPOCH_1904 if self.since_1904 else _EPOCH) + timedelta(whole)
        seconds = round((days - whole) * 86_400)
        return day, fraction_of_day(seconds / 86_400) if seconds else None

    def _figures(self, text: str, match: "re.Match[str]") -> date:
        if self.order is None:
            raise Unfit(Reason.OTHER_DATE_STYLE, text)
        parts = match[1], match[2], match[3]
        try:
            return _ordered(self.order, parts)
        except ValueError:
            pass
        for other in ("dmy", "mdy"):  # almost any three figures can be a year, a month and a day
            try:
                _ordered(other, parts)
            except ValueError:
                continue
            raise Unfit(Reason.OTHER_DATE_STYLE, text)
        raise Unfit(Reason.BAD_DATE, text)


def _ordered(order: str, parts: tuple[str, str, str]) -> date:
    year, month, day = (parts[index] for index in _ORDERS[order])
    if len(year) not in (2, 4) or len(day) > 2:
        raise ValueError
    return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unfit(Reason.BAD_DATE, text) from None


def _month(text: str, word: str) -> int:
    folded = fold(word)
    if len(folded) >= 3:
        for number, name in enumerate(_MONTHS, start=1):
            if name.startswith(folded) or (number == 9 and folded == "sept"):
                return number
        if found := _other_months().get(folded):
            return found
    raise Unfit(Reason.BAD_DATE, text)


@functools.cache
def _other_months() -> dict[str, int]:
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                found.setdefault(fold(str(name)).rstrip("."), int(number))
    return found


def check_day(day: date, today: date | None, text: str) -> date:
    """Return a day that a diary can have. Raises Unfit."""
    if day < OLDEST:
        raise Unfit(Reason.DATE_TOO_OLD, text)
    if today is not None and day > today:
        raise Unfit(Reason.FUTURE_DATE, text)
    return day


def read_time(cell: Any) -> time | None:
    """Return the time of day that a cell says, None for nothing. Raises Unfit."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    if isinstance(cell, timedelta):
        return fraction_of_day(cell / timedelta(days=1))
    if isinstance(cell, int | float):
        return fraction_of_day(float(cell))
    text = bare(str(cell))
    match = _CLOCK.match(text.casefold())
    if match is None or (match[2] is None and match[5] is None):
        raise Unfit(Reason.BAD_TIME, text)
    hour, half = int(match[1]), match[5]
    if half:
        if not 1 <= hour <= 12:
            raise Unfit(Reason.BAD_TIME, text)
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(match[2] or 0), int(match[3] or 0), int((match[4] or "0").ljust(6, "0")))
    except ValueError:
        raise Unfit(Reason.BAD_TIME, text) from None


def fraction_of_day(part: float) -> time:
    """Return the time of day that a spreadsheet keeps as a part of a day. Raises Unfit."""
    if not 0 <= part < 1:
        raise Unfit(Reason.BAD_TIME, f"{part:g}")
    minutes, second = divmod(min(round(part * 86_400), 86_399), 60)
    return time(minutes // 60, minutes % 60, second)


def read_instant(text: str) -> datetime:
    """Return a moment that says its offset itself, as in ISO 8601. Raises Unfit."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Unfit(Reason.BAD_DATE, text) from None
    if moment.utcoffset() is None or not date.min < moment.date() < date.max:  # those have no other zone
        raise Unfit(Reason.BAD_DATE, text)
    return moment


class Zone:
    """A time zone: what was written by the clock on the wall gets the offset that held there and then."""

    def __init__(self, name: str | None) -> None:
        """name: None for one that is still asked for. Raises ImportRefused for one that is not known."""
        try:
            self._zone = ZoneInfo(name) if name else UTC
        except (ZoneInfoNotFoundError, ValueError, OSError):
            sentence = _("“{zone}” is not a time zone such as Europe/London, so nothing was changed.")
            raise ImportRefused(sentence.format(zone=str(name)[:60])) from None

    def at(self, day: date, wall: time) -> datetime:
        """Return a moment; a time that daylight saving skips is kept as written, with the earlier offset."""
        offset = datetime.combine(day, wall, self._zone).utcoffset() or timedelta()
        return datetime.combine(day, wall, _fixed(offset))

    def here(self, instant: datetime) -> datetime:
        """Return a moment as the clock on the wall showed it. Raises Unfit."""
        if not date.min < instant.date() < date.max:
            raise Unfit(Reason.BAD_DATE, instant.date().isoformat())
        wall = instant.astimezone(self._zone)
        return wall.replace(tzinfo=_fixed(wall.utcoffset() or timedelta()))


@functools.cache
def _fixed(offset: timedelta) -> timezone:
    return timezone(offset)


def local_zone() -> str | None:
    """Return the name of this computer's time zone, None where the system does not say."""
    named = os.environ.get("TZ", "").lstrip(":")
    if not named:
        try:
            link = Path("/etc/localtime").resolve().as_posix()
        except OSError:
            return None
        named = link.partition("/zoneinfo/")[2]
    try:
        return named if named and ZoneInfo(named) else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
