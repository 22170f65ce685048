"""Texts, dates and numbers in the person's language: gettext for texts, CLDR (Babel) for the rest."""

import functools
import gettext
import io
import os
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from journal import paths

if TYPE_CHECKING:
    from babel import Locale

DOMAIN = "sciatica-journal"
SOURCE = "en"
"""The language of the texts in the program itself."""
_FIRST_OF_MONTH = {"fr": "1er", "pt_BR": "1º"}
_FALLBACK_TERRITORY = "GB"  # day before month, 24 hours: what most of the world outside the US reads

_translation: gettext.NullTranslations = gettext.NullTranslations()
_language = SOURCE
_territory = ""


def _(message: str) -> str:
    """Translate one text."""
    return _translation.gettext(message) if message else ""  # of nothing, gettext tells about the catalogue


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate one text whose form depends on a count."""
    return _translation.ngettext(singular, plural, count)


def N_(message: str) -> str:
    """Mark a text for translation where it is declared; `_` translates it where it is shown."""
    return message


def pgettext(context: str, message: str) -> str:
    """Translate one text that is too short to tell what it means; `context` tells it to the translator only."""
    return _translation.pgettext(context, message)


def use_language(language: str | None = None, *, system: Sequence[str] = ()) -> None:
    """Choose where this person is: the language of every text from now on, and how dates and times are written.

    language: as `languages` lists it; None follows the environment. system: what the system's own settings name, the
    preferred one first ("de-AT"); asked where the environment says nothing, as for a program that was started by a
    double click.
    """
    global _translation, _language, _territory
    named = [name.replace("-", "_") for name in system] or _windows()
    wanted = [language] if language else _said("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") or named
    places = [*_said("LC_ALL", "LC_TIME", "LANG"), *named]
    _territory = next((place for name in places if len(place := name.split("_")[-1]) == 2 and place.isupper()), "")
    _language = next(filter(None, map(nearest, wanted)), SOURCE)
    _translation = gettext.NullTranslations() if _language == SOURCE else _catalogue(_language)
    _locale.cache_clear()


@functools.cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are texts in, such as "en", "de" and "pt_BR", English first."""
    try:
        folder = paths.resource("translations")
    except FileNotFoundError:
        return (SOURCE,)
    with os.scandir(folder) as there:  # a tenth of the time of pathlib's glob, which a window that opens waits for
        names = [entry.name for entry in there if entry.is_dir()]
    files = (f"{DOMAIN}.mo", f"{DOMAIN}.po")
    return (SOURCE, *sorted(name for name in names if any((folder / name / "LC_MESSAGES" / f).exists() for f in files)))


@functools.cache
def language_name(language: str) -> str:
    """Return a language's own name, as a choice: "Deutsch", "Português (Brasil)"."""
    from babel import Locale

    name = str(Locale.parse(language).get_display_name() or language)
    return name[:1].upper() + name[1:]


def nearest(wanted: str) -> str | None:
    """The language to take for the one wanted: itself, without its country, or as another country writes it.

    So "de_AT" reads "de", and "pt_PT" reads "pt_BR" rather than English.
    """
    wanted = wanted.replace("-", "_")
    spoken = wanted.split("_")[0]
    same = [there for there in languages() if there.split("_")[0] == spoken]
    return next((there for there in (wanted, spoken) if there in same), same[0] if same else None)


def _catalogue(name: str) -> gettext.NullTranslations:
    """The texts of one language: as compiled, or compiled now where the file of a checkout was changed since."""
    folder = paths.resource("translations", name, "LC_MESSAGES")
    compiled, source = folder / f"{DOMAIN}.mo", folder / f"{DOMAIN}.po"
    if source.exists() and not (compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime):
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        made = io.BytesIO()
        with source.open("rb") as file:
            write_mo(made, read_po(file))
        made.seek(0)
        return gettext.GNUTranslations(made)
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def language() -> str:
    """Return the language of the texts, such as "en", "de" or "pt_BR"."""
    return _language


def territory() -> str:
    """Return the country that this computer is set up for, as in ISO 3166: "GB"; "" where nothing says so."""
    return _territory


def locale_name() -> str:
    """Return the locale of dates and numbers, such as "en_GB"."""
    spoken, _sep, written_in = _language.partition("_")
    fallback = _FALLBACK_TERRITORY if spoken == SOURCE else written_in
    names = [f"{spoken}_{place}" for place in (_territory or fallback, fallback) if place]
    return next(filter(_in_cldr, names), spoken)


@functools.cache
def _in_cldr(name: str) -> bool:
    """Whether Babel has that locale, by its files: loading Babel takes longer than the first look at a window may."""
    found = find_spec("babel")
    folders = (found.submodule_search_locations if found else None) or ()
    return any((Path(folder) / "locale-data" / f"{name}.dat").is_file() for folder in folders)


def day(value: date, *, year: bool = True) -> str:
    """Write a date in words short enough for a chart: "22 Nov 2026", or "22 Nov" without the year."""
    from babel.dates import format_date, format_skeleton

    if year:
        return _first(format_date(value, "medium", locale=_locale()))
    return _first(format_skeleton("MMMd", value, locale=_locale()))


def month(value: date) -> str:
    """Write a month short enough for a chart: "Nov"."""
    from babel.dates import format_date

    return str(format_date(value, "LLL", locale=_locale()))


def weekday(value: date) -> str:
    """Write a date with its day of the week: "Sunday, 22 November 2026"."""
    from babel.dates import format_date

    return _first(format_date(value, "full", locale=_locale()))


def short_weekday(value: date, *, year: bool = True) -> str:
    """Write a date with its day of the week in short: "Sun, 22 Nov 2026", or "Sun, 22 Nov" without the year."""
    from babel.dates import format_skeleton

    return _first(format_skeleton("yMMMEd" if year else "MMMEd", value, locale=_locale()))


def month_of_year(value: date) -> str:
    """Write a month with its year: "November 2026"."""
    from babel.dates import format_skeleton

    return str(format_skeleton("yMMMM", value, locale=_locale()))


def first_weekday() -> int:
    """Return on which day a week begins here: 0 for Monday to 6 for Sunday."""
    return int(_locale().first_week_day)


def weekday_name(number: int, *, short: bool) -> str:
    """Write a day of the week, 0 for Monday: "Sunday", or "Sun"."""
    from babel.dates import get_day_names

    return str(get_day_names("abbreviated" if short else "wide", locale=_locale())[number])


def clock(value: time | datetime) -> str:
    """Write a time of day: "20:30" or "8:30 PM"."""
    from babel.dates import format_time

    wall = value.time() if isinstance(value, datetime) else value
    return str(format_time(wall.replace(tzinfo=None), "short", locale=_locale()))


def pattern(what: str) -> str:
    """Return how `day`, `month_of_year` or `clock` writes, as a CLDR pattern: "d MMM y"."""
    from babel.dates import get_date_format, get_time_format

    if what == "day":
        return str(get_date_format("medium", locale=_locale()).pattern)
    if what == "clock":
        return str(get_time_format("short", locale=_locale()).pattern)
    return str(_locale().datetime_skeletons["yMMMM"].pattern)


def span(first: date, last: date) -> str:
    """Write a range of days: "28 Sep – 22 Nov 2026"."""
    from babel.dates import format_interval

    return _first(format_interval(first, last, "yMMMd", locale=_locale()))


def listing(items: Iterable[str]) -> str:
    """Join what stands side by side as the language does: "a, b, c", or "a, b und c"."""
    from babel.lists import format_list

    # what Babel has of CLDR's lists without an "and" is whole in English, and misses parts in many others
    style: Literal["unit", "standard"] = (
        "unit" if "start" in (_locale().list_patterns.get("unit") or ()) else "standard"
    )
    return str(format_list(tuple(items), style=style, locale=_locale()))


def number(value: float, digits: int = 0) -> str:
    """Write a number with exactly `digits` decimals and the locale's decimal mark."""
    from babel.numbers import format_decimal

    rounded = round(value, digits) + 0.0  # no "-0"
    pattern = "0" if digits == 0 else "0." + "0" * digits
    return str(format_decimal(rounded, format=pattern, locale=_locale()))


def short_number(value: float) -> str:
    """Write a number with one decimal, or with none where it is whole: "6.5", "6"."""
    return number(value, 0 if value == int(value) else 1)


def _first(written: object) -> str:
    """A date as the language writes the first of a month, which CLDR does not: "1er oct.", "1º de out."."""
    first = _FIRST_OF_MONTH.get(_language)
    return re.sub(r"\b1(?= [^\W\d])", first, str(written)) if first else str(written)


def _said(*names: str) -> list[str]:
    """The locales that the first of these variables that is set names, without their encoding."""
    value = next((value for name in names if (value := os.environ.get(name))), "")
    return [part.split(".")[0].split("@")[0] for part in value.split(":") if part]


def _windows() -> list[str]:
    """What Windows is set to: it names no language in the environment."""
    if sys.platform != "win32":
        return []
    import ctypes
    import locale

    name = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return [name] if name else []


@functools.cache
def _locale() -> "Locale":
    """The locale of dates and numbers: the texts' language, in the person's own country if CLDR has that pair."""
    from babel import Locale

    return Locale.parse(locale_name())
