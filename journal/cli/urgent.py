"""Urgent signs on the command line: what is saved may raise one, and what to do is said with the number to call."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from journal.domain.entry import Entry
from journal.domain.records import Record
from journal.wording.help_lines import Country

if TYPE_CHECKING:
    from journal.storage.repository import Repository


def save_entry(journal: "Repository", entry: Entry, now: datetime) -> tuple[str, ...]:
    """Save a new entry and return what to do about the signs that it raises, without reading what is long before it."""
    from journal.analysis import redflags
    from journal.analysis.redflag_rules import NEW_AFTER_DAYS, REACH_DAYS

    near = journal.near(
        entry.recorded_at - timedelta(days=REACH_DAYS), entry.recorded_at + timedelta(days=NEW_AFTER_DAYS + REACH_DAYS)
    )
    if redflags.newly_raised(near, near.saving(entry)):
        return save(journal, [entry], now)
    journal.save(entry)
    return ()


def save(journal: "Repository", records: list[Record], now: datetime) -> tuple[str, ...]:
    """Save records and return what to do about the signs that they raise; each stays open until it is answered."""
    from journal.analysis import redflags
    from journal.wording.redflags import sentence

    before = journal.records()
    after = before.saving(*records)
    found = redflags.newly_raised(before, after)
    held = redflags.holding(found, before, after, now)
    journal.save(*records, *([held] if held else []))
    raised = redflags.signs(found)
    if not raised:
        return ()
    now_open = redflags.open_flags(after.saving(held) if held else after, now.date())
    return tuple(sentence(flag, country()) for flag in now_open if flag.sign in raised)


def say(sentences: tuple[str, ...]) -> None:
    """Print them on standard error, where no other program takes them for a result."""
    for sentence in sentences:
        with suppress(OSError):  # nowhere to say it is no reason to lose what was saved
            click.echo(sentence, err=True)


def country() -> Country:
    """Return whose numbers are in force: those chosen in the window, or of the country this computer is set up for."""
    from journal import paths
    from journal.ui.help_numbers import HelpNumbers
    from journal.ui.preferences import Preferences

    return HelpNumbers(Preferences(paths.settings_file())).country
