"""How long finding takes among 20,000 entries, as a ratio to the least it could take.

    python -m tests.benchmarks.search [--entries 20000] [--repeat 5]

The floor is one plain pass, `word in text`, over every note. Beside it: the same questions put to SQLite's own
full-text index (FTS5, in memory, the identifiers of what it finds joined to their entries). "first" is the search that
reads every note for the first time; "one more" the one after an entry was added. Best of `repeat` runs each.
Ends with 1 if any search takes more than 8 floors, or the very first more than 120.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from journal.analysis.search import Search, SearchIndex, words_of
from journal.domain.body import REGIONS, Side
from journal.domain.entry import Entry, Kind, Scope, Symptom

MOST_FLOORS, MOST_FLOORS_FIRST = 8, 120
START = datetime(2006, 1, 1, 8, tzinfo=UTC)
PLACES = [region.id for region in REGIONS.values() if region.level is not None]
SYLLABLES = [*"abcdefghiklmnoprstuvwxyzéüñ", "schu", "stra", "tion", "ing", "lich", "sto", "ran", "pel"]
SEARCHES = {
    "one letter": Search("a"),
    "a common word": Search("walking"),
    "a rare word": Search("zeppelin"),
    "two words": Search("walking stairs"),
    "a phrase": Search('"lying down"'),
    "nothing found": Search("qqqq"),
    "words, place, side, kind, dates": Search(
        "walking", level=6, side=Side.LEFT, kind=Kind.PAIN, first=START.date() + timedelta(days=1000)
    ),
    "place only": Search(region="left_calf_upper"),
}


def entries_of(count: int) -> list[Entry]:
    """Four entries a day with three marks and a note of about 200 characters."""
    rng = random.Random(3)
    vocabulary = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(4000)]
    vocabulary += ["walking", "stairs", "lying down"] * 40
    return [
        Entry(
            recorded_at=START + timedelta(hours=6 * number),
            scope=Scope.NOW,
            symptoms=tuple(Symptom(place, Kind.PAIN, rng.randint(1, 10)) for place in rng.sample(PLACES, 3)),
            activities=("walking",) if number % 7 == 0 else (),
            note=" ".join(rng.choices(vocabulary, k=30)) + (" Zeppelin" if number % 5000 == 17 else ""),
        )
        for number in range(count)
    ]


def best(repeat: int, work: Callable[[], object]) -> float:
    """Seconds of the quickest run."""
    found = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def fts5(entries: list[Entry]) -> Callable[[str], list[Entry]]:
    """The same entries in SQLite's full-text index."""
    from sqlcipher3 import dbapi2

    db = dbapi2.connect(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE found USING fts5(text, tokenize = \"unicode61 remove_diacritics 2\", prefix='1 2 3')"
    )
    db.executemany("INSERT INTO found (rowid, text) VALUES (?, ?)", enumerate(map(words_of, entries)))

    def find(words: str) -> list[Entry]:
        query = words if words.startswith('"') else " ".join(f'"{word}"*' for word in words.split())
        return [entries[row] for (row,) in db.execute("SELECT rowid FROM found WHERE found MATCH ?", [query])]

    return find


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=20_000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    entries = entries_of(options.entries)
    texts = [words_of(entry) for entry in entries]
    floor = best(options.repeat, lambda: [text for text in texts if "qqqq" in text])
    print(
        f"{len(entries):,} entries, {sum(map(len, texts)) / len(texts):.0f} characters each; floor {floor * 1e3:.2f} ms"
    )
    index = SearchIndex()
    first = best(1, lambda: index.find(entries, Search("a")))
    more = [*entries, *entries_of(1)]
    one_more = best(1, lambda: index.find(more, Search("a")))
    print(f"{'first':32} {first * 1e3:8.2f} ms {first / floor:6.1f} floors")
    print(f"{'one more':32} {one_more * 1e3:8.2f} ms {one_more / floor:6.1f} floors")
    index.find(entries, Search("a"))
    there = fts5(entries)
    worst = 0.0
    for name, search in SEARCHES.items():
        took = best(options.repeat, lambda search=search: index.find(entries, search))
        found = len(index.find(entries, search))
        worst = max(worst, took / floor)
        beside = ""
        if search.words and search == Search(search.words):
            assert len(there(search.words)) == found, name
            beside = f"   FTS5 {best(options.repeat, lambda words=search.words: there(words)) / floor:6.1f} floors"
        print(f"{name:32} {took * 1e3:8.2f} ms {took / floor:6.1f} floors{beside}   {found:,} found")
    good = worst <= MOST_FLOORS and first / floor <= MOST_FLOORS_FIRST
    print("fast enough" if good else "too slow")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
