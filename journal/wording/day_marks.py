"""What is said of the marks that a whole-day form begins with: those of the day's other entries."""

from datetime import date

from journal.i18n import ngettext, short_weekday


def sentences(count: int, day: date | None) -> tuple[str, ...]:
    """Return that the marks of so many entries are taken, in three lengths, and at last that they are not.

    day: None for today.
    """
    texts = _today(count) if day is None else _another_day(count)
    return tuple(text.format(count=count, day="" if day is None else short_weekday(day)) for text in texts)


def _today(count: int) -> tuple[str, str, str, str]:
    """The sentences about today: its marks taken, the same shorter and shorter, and not taken."""
    return (
        ngettext(
            "From your entry of today: everything felt. Saving keeps these places for the whole day; your entry stays.",
            "From your {count} entries of today: everything felt, at its strongest. "
            "Saving keeps these places for the whole day; your entries stay.",
            count,
        ),
        ngettext(
            "From your entry of today. Saving keeps these places for the whole day.",
            "From your {count} entries of today. Saving keeps these places for the whole day.",
            count,
        ),
        ngettext(
            "From your entry of today; saving keeps its places.",
            "From your {count} entries of today; saving keeps their places.",
            count,
        ),
        ngettext(
            "The places of your entry of today are not taken.",
            "The places of your {count} entries of today are not taken.",
            count,
        ),
    )


def _another_day(count: int) -> tuple[str, str, str, str]:
    """The same about another day."""
    return (
        ngettext(
            "From your entry of {day}: everything felt. Saving keeps these places for the whole day; your entry stays.",
            "From your {count} entries of {day}: everything felt, at its strongest. "
            "Saving keeps these places for the whole day; your entries stay.",
            count,
        ),
        ngettext(
            "From your entry of {day}. Saving keeps these places for the whole day.",
            "From your {count} entries of {day}. Saving keeps these places for the whole day.",
            count,
        ),
        ngettext(
            "From your entry of that day; saving keeps its places.",
            "From your {count} entries of that day; saving keeps their places.",
            count,
        ),
        ngettext(
            "The places of your entry of that day are not taken.",
            "The places of your {count} entries of that day are not taken.",
            count,
        ),
    )
