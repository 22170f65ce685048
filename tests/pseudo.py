"""Two made-up languages, made from the program's texts: what is not translated, cut or on the wrong side shows.

LONGER has every letter accented and the vowels doubled, a third more, and writes dates as Greek does; MIRRORED has
the same letters, and runs from right to left, with the dates of Hebrew. So a plain Latin letter on the screen is a text
that nobody can translate, or something a person wrote.
"""

import functools
import gettext
import io
import re
import tomllib
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import write_mo

from journal import i18n

LONGER, MIRRORED = "el", "he"
ROOT = Path(__file__).parents[1]
_ACCENTED = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÀßÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŘŠŢÛṼŴẊÝŽàƀçðéƒĝĥîĵķļɱñöþǫřšţûṽŵẋýž",
)
_KEPT = re.compile(r"(\{[^}]*\}|\*\.\w+|\n|—?-(?:-\w+)+|\.(?:json|zip|pdf|png|svg|sqlite|txt)\b|libxcb\S*|lib\S+)")
_RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"  # the letters do not say so themselves
_PLAIN = re.compile(r"[A-Za-z]{2,}")


@functools.cache
def texts() -> frozenset[tuple[str | None, str | tuple[str, ...]]]:
    """Every text of the program with its context, found as `pybabel extract` finds them; one and several as a pair."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["extract_messages"]
    found = extract_from_dir(ROOT / told["input_paths"], keywords=parse_keywords(told["keywords"]))
    return frozenset((context, text) for _file, _line, text, _comments, context in found)


def translated(text: str, *, longer: bool) -> str:
    """Write a text in the made-up language; what is filled in and the names of kinds of files stay."""
    pieces = _KEPT.split(text)
    for place in range(0, len(pieces), 2):
        piece = re.sub(r"([aeiou])", r"\1\1", pieces[place]) if longer else pieces[place]
        pieces[place] = piece.translate(_ACCENTED)
    said = "".join(pieces)
    if longer:
        return said
    bold = said.startswith("**")  # what is bold begins with it
    return f"**{_RIGHT_TO_LEFT}{said[2:]}" if bold else f"{_RIGHT_TO_LEFT}{said}"


@functools.cache
def _compiled(language: str) -> bytes:
    catalogue = Catalog(language)
    for context, text in texts():
        forms = (text,) if isinstance(text, str) else text
        said = tuple(translated(form, longer=language == LONGER) for form in forms)
        string = said[0] if isinstance(text, str) else [said[min(form, 1)] for form in range(catalogue.num_plurals)]
        catalogue.add(text, string, context=context)
    content = io.BytesIO()
    write_mo(content, catalogue)
    return content.getvalue()


def offer(monkeypatch) -> None:
    """Let the program have these languages, besides English, and no other."""
    monkeypatch.setattr(i18n, "languages", lambda: (i18n.SOURCE, LONGER, MIRRORED))
    monkeypatch.setattr(i18n, "_catalogue", lambda name: gettext.GNUTranslations(io.BytesIO(_compiled(name))))
    monkeypatch.delenv("LC_ALL")  # the country is of no language here


def plain(text: str, *known: str) -> list[str]:
    """The words of a text that are in no made-up language, but for those known to be a person's or a name."""
    for name in sorted(known, key=len, reverse=True):
        text = text.replace(name, "")
    return _PLAIN.findall(text)
