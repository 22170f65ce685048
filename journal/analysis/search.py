"""Finding again: entries by words in notes and tags, place, side, kind and dates; treatments and the like by words.

The entries are in memory already, so the words are looked for there: no second copy of a note in the file, nothing
that a query could break, and 20,000 entries take a few milliseconds (tests/benchmarks/search.py).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from journal.domain.body import REGIONS, Side
from journal.domain.entry import Entry, Kind
from journal.domain.records import Records
from journal.i18n import _

_WORD = re.compile(r"\w+")
_QUERY = re.compile(r'"([^"]*)"?|(\S+)')
_ACCENTS = re.compile("[\u0300-\u036f]")


class Unmarked(StrEnum):
    """What an entry says where it marks no place."""

    NO_SYMPTOMS = "no_symptoms"
    NOT_GIVEN = "not_given"
    """Also a pain that is rated without a mark of pain, whatever else is marked."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for. All that is given must hold; place, side and kind of one and the same mark."""

    words: str = ""
    """Each word must begin some word of the note or tags; "words in double quotes" must follow each other."""
    region: str | None = None
    """Id of a region."""
    level: int | None = None
    """1..7, every region of that level."""
    unmarked: Unmarked | None = None
    side: Side | None = None
    kind: Kind | None = None
    first: date | None = None
    last: date | None = None
    """Local dates as written, both included."""

    @property
    def active(self) -> bool:
        """Whether it leaves anything out."""
        return self != Search(words=self.words) or bool(terms(self.words))

    def without(self, field: str) -> "Search":
        """The same without one thing looked for, by its field; "first" stands for both dates."""
        if field == "words":
            return replace(self, words="")
        if field == "first":
            return replace(self, first=None, last=None)
        return replace(self, **{field: None})  # type: ignore[arg-type]


class SearchIndex:
    """Finds in one journal's entries, remembering their words between searches."""

    def __init__(self) -> None:
        self._entries: Sequence[Entry] = ()
        self._texts: list[str] = []

    def find(self, entries: Sequence[Entry], search: Search) -> list[Entry]:
        """Return the entries that fit, in the order given."""
        found: Iterable[Entry] = entries
        wanted = terms(search.words)
        if wanted:
            found = self._with_words(entries, wanted)
        return [*_with_marks(_saying(_between(found, search), search.unmarked), search)]

    def read(self, entries: Sequence[Entry]) -> None:
        """Read the words of entries before they are looked for."""
        if entries is self._entries:
            return
        known = {id(entry): text for entry, text in zip(self._entries, self._texts, strict=True)}
        self._texts = [known.get(id(entry)) or words_of(entry) for entry in entries]
        self._entries = entries  # kept, so that no id is given to another entry meanwhile

    def _with_words(self, entries: Sequence[Entry], wanted: Sequence[str]) -> Iterator[Entry]:
        self.read(entries)
        rows = list(zip(entries, self._texts, strict=True))
        for term in wanted:
            begin = term[1:] if _unspaced(term[1:]) else term
            rows = [row for row in rows if begin in row[1]]
        return (entry for entry, _text in rows)


def care(records: Records, words: str) -> Records:
    """Return the treatments, doses noted, movement tries and appointments whose texts have all the words; no entries.

    Without words it is all of them. A dose is found by its treatment's texts too.
    """
    wanted = terms(words)
    names = {item.id: f"{item.name}\n{item.dose}\n{item.note}" for item in records.treatments}

    def fits(*texts: str) -> bool:
        return not wanted or _fits("\n".join(map(_words, texts)), wanted)

    return Records(
        treatments=tuple(item for item in records.treatments if fits(names[item.id])),
        treatment_events=tuple(
            item for item in records.treatment_events if fits(names.get(item.treatment, ""), item.dose, item.note)
        ),
        movement_tries=tuple(item for item in records.movement_tries if fits(item.movement, item.note)),
        appointments=tuple(item for item in records.appointments if fits(item.with_whom, *item.questions, item.said)),
    )


def _fits(text: str, wanted: Sequence[str]) -> bool:
    return all((term[1:] if _unspaced(term[1:]) else term) in text for term in wanted)


def words_of(entry: Entry) -> str:
    """Return the words of an entry's note and tags (as stored and as shown), folded, a space before each."""
    tags = [*entry.activities, *entry.reliefs]
    if not tags:
        return _words(entry.note)
    return "\n".join(map(_words, [entry.note, *tags, *map(_, tags)]))


def fold(text: str) -> str:
    """Return a text without the differences of case and accents: "Fußsohle", "FUSSSOHLE" and "Füßsohle" are one."""
    folded = text.casefold()
    while not folded.isascii():  # taking a letter apart may bring out a capital: 𝛢 is Α is α
        before, folded = folded, _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).casefold()
        if folded == before:
            break
    return folded


def terms(words: str) -> tuple[str, ...]:
    """Return what is looked for, folded: each word, and each phrase in double quotes, a space before every word."""
    found = (_words(phrase or word) for phrase, word in _QUERY.findall(words))
    return tuple(dict.fromkeys(term for term in found if term.strip()))


def spans(text: str, wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the terms' words begin in a text as written: (start, end) of each word, in order."""
    parts = [part for term in wanted for part in _WORD.findall(term)]
    found = []
    for word in _WORD.finditer(text):
        folded = fold(word[0])
        if any(folded.startswith(part) or (_unspaced(part) and part in folded) for part in parts):
            found.append(word.span())
    return found


def _words(text: str) -> str:
    words = _WORD.findall(fold(text))
    return f" {' '.join(words)}" if words else ""


def _unspaced(word: str) -> bool:
    """Whether the word's script puts no space between words, so that what is looked for may stand anywhere."""
    return unicodedata.category(word[0]) == "Lo"


def _between(entries: Iterable[Entry], search: Search) -> Iterable[Entry]:
    first, last = search.first or date.min, search.last or date.max
    if search.first is None and search.last is None:
        return entries
    return (entry for entry in entries if first <= entry.day <= last)


def _saying(entries: Iterable[Entry], unmarked: Unmarked | None) -> Iterable[Entry]:
    if unmarked is Unmarked.NO_SYMPTOMS:
        return (entry for entry in entries if entry.says_where and not entry.marks)
    if unmarked is Unmarked.NOT_GIVEN:
        return (entry for entry in entries if not entry.says_where)
    return entries


def _with_marks(entries: Iterable[Entry], search: Search) -> Iterable[Entry]:
    if search.region is None and search.level is None and search.side is None and search.kind is None:
        return entries
    kind = search.kind
    regions = {
        region.id
        for region in REGIONS.values()
        if search.region in (None, region.id)
        and search.level in (None, region.level)
        and search.side in (None, region.side)
    }
    return (
        entry
        for entry in entries
        if any(mark.region in regions and (kind is None or mark.kind is kind) for mark in entry.marks)
    )
