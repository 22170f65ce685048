"""Words for what is looked for in the journal."""

from collections.abc import Sequence

from journal.analysis.search import Search, spans
from journal.domain.entry import Entry
from journal.i18n import _, day, listing, ngettext, span
from journal.wording import labels

_LEAD = 24
"""How many characters of a note are shown before the first word that was looked for."""
_LONGEST_LINE = 400


def criteria(search: Search) -> dict[str, str]:
    """Return each thing looked for, by its field, in words: {"region": "Left calf, upper"}. Dates go under "first"."""
    said: dict[str, str] = {}
    if search.words.strip():
        said["words"] = _("“{words}”").format(words=" ".join(search.words.split()))
    if search.region is not None:
        said["region"] = labels.region(search.region)
    if search.level is not None:
        said["level"] = labels.level_choice(search.level)
    if search.unmarked is not None:
        said["unmarked"] = labels.label(search.unmarked)
    if search.side is not None:
        said["side"] = labels.label(search.side)
    if search.kind is not None:
        said["kind"] = labels.label(search.kind)
    if search.first is not None and search.last is not None:
        said["first"] = span(search.first, search.last)
    elif search.first is not None:
        said["first"] = _("from {day}").format(day=day(search.first))
    elif search.last is not None:
        said["first"] = _("until {day}").format(day=day(search.last))
    return said


def count(found: int, all_entries: int, *, searching: bool) -> str:
    """Return how many entries show: "240 entries", or "12 of 240 entries"."""
    if not searching:
        return ngettext("{count} entry", "{count} entries", all_entries).format(count=all_entries)
    sentence = ngettext("{found} of {count} entry", "{found} of {count} entries", all_entries)
    return sentence.format(found=found, count=all_entries)


def elsewhere(found: int) -> str:
    """Return how many treatments, doses, tries and appointments have the words: "3 more on the Treatments page"."""
    text = ngettext("{count} more on the Treatments page", "{count} more on the Treatments page", found)
    return text.format(count=found)


def found_in(entry: Entry, wanted: Sequence[str]) -> str:
    """Return what an entry says with the words looked for in it: its note, or its tags where only those have them."""
    if not wanted or spans(entry.note, wanted):
        return entry.note
    tags = listing(_(tag) for tag in (*entry.activities, *entry.reliefs))
    return tags if spans(tags, wanted) else entry.note


def excerpt(text: str, wanted: Sequence[str]) -> list[tuple[str, bool]]:
    """Return a text in a line, from its beginning or from before the first word looked for: its pieces, each with
    whether it is such a word.
    """
    marked = spans(text, wanted) if wanted else []
    at = marked[0][0] if marked else 0
    start = 0 if at <= _LEAD else max(text.rfind(" ", 0, at - _LEAD // 2) + 1, at - _LEAD)
    text = text[start : start + _LONGEST_LINE]
    pieces = [("… ", False)] if start else []
    done = 0
    for begin, end in [(max(0, b - start), e - start) for b, e in marked if start <= b < start + len(text)]:
        pieces += [(text[done:begin], False), (text[begin:end], True)]
        done = end
    pieces.append((text[done:], False))
    return [(_on_one_line(piece), found) for piece, found in pieces if piece]


def _on_one_line(piece: str) -> str:
    """Write a piece of a text with single spaces, those at its ends too."""
    shown = " ".join(piece.split())
    shown = shown if not piece[:1].isspace() else f" {shown}"
    return f"{shown} " if shown.strip() and piece[-1:].isspace() else shown
