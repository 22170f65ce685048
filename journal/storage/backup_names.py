"""Names of backups: whose, when and why, told so that a file can be found; what is inside decides.

`journal.sqlite_1a2b3c4d_2026-11-22_200000Z_daily.sqlite`: the journal's file, the beginning of its id, the moment in
UTC, the reason. Before journals had an id: `journal_2026-11-22_200000Z_daily.sqlite`.
"""

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from journal import paths

BEFORE_RESTORE, BEFORE_UPDATE = "before-restore", "before-update"
ASIDE = (BEFORE_RESTORE, BEFORE_UPDATE)
"""Reasons of what was put aside: no daily backups, but what a restore or an update is undone with."""
_STAMP = "%Y-%m-%d_%H%M%SZ"
_NAME = re.compile(r"(?P<whose>.*)_(?P<at>\d{4}-\d\d-\d\d_\d{6}Z)_(?P<reason>[a-z0-9-]+?)(?:\.\d+)?\.sqlite", re.S)
_TAG_LENGTH = 8
_TAGGED = re.compile(rf"(?P<file>.*)_(?P<tag>[0-9a-f]{{{_TAG_LENGTH}}})", re.S)
LONGEST = 150
"""Bytes of the journal's own name in that of its backup: both have to fit into a file system's 255."""


class Name(NamedTuple):
    """What a backup's name tells: hints, as anybody can rename a file."""

    file: str
    """Of the journal; without its ending in the older writing."""
    tag: str
    """The beginning of the journal's id; "" in the older writing."""
    at: datetime | None
    """UTC; None for a moment that no calendar has."""
    reason: str

    def may_be_of(self, id: str) -> bool:
        """Whether it does not tell of another journal's id than this one; "" is any."""
        return not id or self.tag in ("", tag_of(id))

    def is_after(self, journal: Path) -> bool:
        """Whether it has the present name of that journal's file."""
        return self.file == file_of(journal) if self.tag else _short(self.file) == _stem_of(journal)

    def is_made_by(self, journal: Path) -> bool:
        """Whether that journal made it under its present name, since it has an id."""
        return bool(self.tag) and self.is_after(journal)


def read(path: Path) -> Name | None:
    """Return what the name tells, None for one that no backup has."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        at = datetime.strptime(found["at"], _STAMP).replace(tzinfo=UTC)
    except ValueError:  # 30 February
        at = None
    tagged = _TAGGED.fullmatch(found["whose"])
    file, tag = (tagged["file"], tagged["tag"]) if tagged else (found["whose"], "")
    return Name(file, tag, at, found["reason"])


def new(folder: Path, journal: Path, id: str, at: datetime, reason: str) -> Path:
    """Return a name in that folder that is not taken yet. id: the journal's, "" for one that has none yet."""
    whose = f"{file_of(journal)}_{tag_of(id)}" if id else _stem_of(journal)
    stem = f"{whose}_{at.astimezone(UTC).strftime(_STAMP)}_{reason}"
    path = folder / f"{stem}.sqlite"
    number = 2
    while os.path.lexists(path):
        path = folder / f"{stem}.{number}.sqlite"
        number += 1
    return path


def tag_of(id: str) -> str:
    """Return the part of a journal's id that stands in its backups' names."""
    return id[:_TAG_LENGTH]


def file_of(journal: Path) -> str:
    """Return the name of a journal's file as it stands in its backups' names."""
    return _short(_real(journal).name)


def journal_of(backup: Path) -> Path | None:
    """Return where the journal of a backup is, or was, by its name and its folder; None if neither tells."""
    name = read(backup)
    if name is None:
        return None
    folder = backup.absolute().parent.parent
    if name.tag:
        place = folder / name.file
        return place if paths.backup_folder(place) == backup.absolute().parent else None
    places = (folder / f"{name.file}{ending}" for ending in (".sqlite", ".db", ".sqlite3"))
    return next((place for place in places if place.exists()), None)


def _stem_of(journal: Path) -> str:
    """Return the same in the older writing."""
    return _short(_real(journal).stem)


def _real(journal: Path) -> Path:
    return Path(os.path.realpath(journal))


def _short(name: str) -> str:
    encoded = os.fsencode(name)
    return name if len(encoded) <= LONGEST else encoded[:LONGEST].decode(errors="ignore")
