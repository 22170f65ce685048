"""Where things are on this computer: the journal, settings, backups and the program's own resources."""

import os
from pathlib import Path

import platformdirs

APP = "sciatica-journal"
JOURNAL_NAME = "journal.sqlite"


def data_folder() -> Path:
    """Return the platform's folder for this person's data; it may not exist yet."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def default_journal() -> Path:
    """Return where the journal is when nobody says otherwise."""
    return data_folder() / JOURNAL_NAME


def settings_file() -> Path:
    """Return the file of settings; it holds no health data."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.ini"


def menu_folder() -> Path:
    """Return where a Linux desktop looks for this person's own menu entries and icons."""
    return Path(platformdirs.user_data_dir())


def backup_folder(journal: Path) -> Path:
    """Return where backups of that journal go: beside its file, so that they follow it; a link leads to its file."""
    real = Path(os.path.realpath(journal))
    return real.parent / f"{real.stem}-backups"


def resource(*parts: str) -> Path:
    """Return a file of the program itself, from a checkout or an installed wheel.

    Raises FileNotFoundError if the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        path = folder.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(os.path.join("resources", *parts))
