"""What is said while days are written down afterwards."""

from collections.abc import Sequence

from journal.domain.day_draft import DayDraft
from journal.domain.entry import Entry, Scope
from journal.i18n import _, ngettext
from journal.wording import entries as entry_words
from journal.wording import tags


def save(count: int) -> str:
    """Return what the button says that saves so many days."""
    return ngettext("Save {count} day", "Save {count} days", count).format(count=count) if count else _("Save")


def saved(count: int) -> str:
    """Return that so many days were saved."""
    return ngettext("{count} day is saved.", "{count} days are saved.", count).format(count=count)


def said(draft: DayDraft) -> str:
    """Return in two words or three what is said about places; "" for "no symptoms" and for nothing said at all."""
    count = len(entry_words.by_region(draft.symptoms or ()))
    if count:
        return ngettext("{count} place", "{count} places", count).format(count=count)
    return _("place not given") if draft.symptoms is None and not draft.says_nothing else ""


def written(entries: Sequence[Entry]) -> list[str]:
    """Return what a day's entries say, the whole day's first: their places, then their figures and words."""
    ordered = sorted(entries, key=lambda entry: entry.scope is not Scope.DAY)
    return ["; ".join([entry_words.places(entry), *entry_words.details(entry)]) for entry in ordered]


def activities(typed: str) -> tuple[str, ...]:
    """Return the words of a line, each once; those that are offered elsewhere in their one form for all languages."""
    known = {_(tag).casefold(): tag for tag in tags.ACTIVITIES}
    words = (" ".join(word.split()) for word in typed.replace(";", ",").split(","))
    return tuple(dict.fromkeys(known.get(word.casefold(), word) for word in words if word))


def typed(activities: Sequence[str]) -> str:
    """Return the line that stands for these words."""
    return ", ".join(_(word) for word in activities)
