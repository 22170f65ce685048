"""An unfinished check-in, kept so that no crash, kill or lock takes it away. It is no entry until it is saved."""

from dataclasses import dataclass

from journal.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said so far."""

    entry: Entry
    """As it would be saved. Its id is that of the edited entry, or the one a new entry will get; its time is the
    chosen one, or when the check-in was begun."""
    editing: bool
    """Whether it changes an older entry."""
    timed: bool
    """Whether the person chose its time; if not, it speaks of the moment it is saved."""
