"""What a journal keeps about itself beside its records: every setting declared once, all written by one codec.

They lie inside the journal and not on the computer, because they are private too, and because no settings file may
unlock anything.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from journal.analysis.limits import AUTO_LOCK_MINUTES as USUAL_AUTO_LOCK_MINUTES
from journal.domain.draft import Draft
from journal.storage import drafts

if TYPE_CHECKING:
    from journal.domain.day_draft import DayDraft
    from journal.domain.weekly import WeeklyDraft

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting. What cannot be read counts as the default, which is kept by keeping nothing."""

    key: str
    default: T
    read: Callable[[Any], T]
    """Makes its value of what JSON holds."""
    write: Callable[[Any], Any] = lambda value: value
    """Makes of its value what JSON can hold."""

    def decode(self, text: str | None) -> T:
        """Return the value of a kept text. An older version kept paths and dates bare."""
        if text is None:
            return self.default
        try:
            kept = json.loads(text)
        except ValueError:
            kept = text
        try:
            return self.read(kept)
        except (ValueError, TypeError, KeyError, AttributeError):
            return self.default

    def encode(self, value: T) -> str | None:
        """Return the text to keep, None for none."""
        return None if value == self.default else json.dumps(self.write(value), ensure_ascii=False)


def _words(kept: Any) -> tuple[str, ...]:
    return tuple(str(word) for word in kept)


ID = Setting("journal_id", "", str)
"""Which journal this is, whatever its file is called; a copy of the file has it too."""
FORMER_FILES: Setting[tuple[str, ...]] = Setting("former_files", (), _words, list)
"""Where the journal was before it was moved: its former file and the backups beside that are still there."""
SAMPLE = Setting("sample", False, bool)
"""Made-up data, to be marked as such wherever it shows."""
AUTO_LOCK_MINUTES = Setting("auto_lock_minutes", USUAL_AUTO_LOCK_MINUTES, int)
"""After how many idle minutes it locks; 0 for never."""
RECOVERY_CODE_CHECKED = Setting("recovery_code_checked", False, bool)
"""The recovery code was typed back; a new passphrase brings a new code."""
SYNCED_FOLDER_KEPT = Setting("synced_folder_told", "", str)
"""The synced folder in which the person wants to keep it all the same."""
UNSAVED_TEXT: Setting[tuple[str, ...]] = Setting("left_open", (), _words, list)
"""What was being typed in a dialog when it locked."""
SECOND_BACKUP_FOLDER: Setting[Path | None] = Setting("second_backup_folder", None, Path, str)
SUMMARY_CHOICES: Setting[Mapping[str, Any]] = Setting("summary", {}, dict)
"""What the person chose for the printed page, as `report.choices` reads it."""
DRAFT: Setting[Draft | None] = Setting("draft", None, drafts.read_new, drafts.write)
"""The unfinished check-in."""
DRAFT_OF_EDIT: Setting[Draft | None] = Setting("draft_of_edit", None, drafts.read_edited, drafts.write)
"""The unfinished change of an entry: a new entry may wait while an older one is changed."""
DRAFT_OF_DAYS: "Setting[tuple[DayDraft, ...]]" = Setting("draft_of_days", (), drafts.read_days, drafts.write_days)
"""The days that are being written down afterwards."""
CATCH_UP_PASSED: Setting[date | None] = Setting("catch_up_passed", None, date.fromisoformat, date.isoformat)
"""The day on which writing down the last days was passed over."""
WEEKLY_DRAFT: "Setting[WeeklyDraft | None]" = Setting("draft_of_weekly", None, drafts.read_weekly, drafts.write_weekly)
WEEKLY_PASSED: Setting[date | None] = Setting("weekly_passed", None, date.fromisoformat, date.isoformat)
"""The day of the latest weekly check of which every step was skipped."""
OWN_ACTIVITIES: Setting[tuple[str, ...] | None] = Setting("own_activities", None, _words, list)
"""The activities of the weekly check as the person arranged them; None if never."""
IMPORT_ANSWERS: Setting[Mapping[str, Any]] = Setting("import_answers", {}, dict)
"""What was answered about files of other programs, by the format's name, as `importers.remembered` reads it."""
