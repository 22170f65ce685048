"""Every copy of a journal that the program knows of: backups, those in the second folder, and what a move left."""

import os
from pathlib import Path

from journal import paths
from journal.storage import backup_names, second
from journal.storage.backup import found
from journal.storage.faults import translate_errors
from journal.storage.files import UNFINISHED, discard
from journal.storage.journal_settings import FORMER_FILES
from journal.storage.repository import Repository


def known(journal: Repository) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files, and the places that cannot be looked at now, such as a stick that is not plugged in."""
    files = [backup.path for backup in found(journal.path, journal.id)]
    away = []
    stick = second.folder_of(journal)
    if stick is not None:
        files += [stick / name for name in second.copies(journal.path, stick, journal.id)]
        if not stick.is_dir():
            away.append(stick)
    former_files: tuple[str, ...] = journal.setting(FORMER_FILES)
    for former in map(Path, former_files):
        if former.is_dir():
            with translate_errors(former):
                files += [path for path in sorted(former.iterdir()) if backup_names.read(path)]
        elif former.exists():
            files.append(former)
        elif not former.parent.is_dir():
            away.append(former)
    return tuple(dict.fromkeys(files)), tuple(away)


def discard_unfinished(journal: Repository, files: tuple[Path, ...]) -> None:
    """Remove what a kill left of copies of the journal beside those files, as it may be readable."""
    for folder in {path.parent for path in files} | {paths.backup_folder(journal.path)}:
        if folder.is_dir():
            with translate_errors(folder):
                left = [name for name in os.listdir(folder) if name.startswith(".") and name.endswith(UNFINISHED)]
            for name in left:
                whole = backup_names.read(folder / name[1:].rpartition(".")[0])
                if whole is not None and whole.may_be_of(journal.id):
                    discard(folder / name)
