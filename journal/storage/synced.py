"""Whether a journal is in a folder that a service copies to other computers while it is in use."""

from pathlib import Path

from journal import paths

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "proton drive": "Proton Drive",
    "tresorit": "Tresorit",
    "seafile": "Seafile",
}
"""How the services name their folders unless told otherwise, in small letters."""
_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync_": "Nextcloud",
    "._sync_": "Nextcloud",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
}
"""What they leave in the folders they copy; a name may go on after these signs."""
_TOLD = 400


def synced_by(journal: Path) -> str | None:
    """Return the name of the service that copies this journal's folder, or None if nothing tells of one."""
    for folder in journal.absolute().parents:
        service = _by_name(folder.name) or _by_mark(folder)
        if service is not None:
            return service
    return None


def better_place(journal: Path) -> Path | None:
    """Return where it would be better kept: the standard folder, under a name that is free; None if that is synced."""
    folder = paths.data_folder()
    if synced_by(folder / journal.name) is not None:
        return None
    number = 1
    place = folder / paths.JOURNAL_NAME
    while place.exists():
        number += 1
        place = folder / f"journal-{number}.sqlite"
    return place


def _by_name(name: str) -> str | None:
    plain = name.casefold()
    found = _NAMES.get(plain)
    if found is None and plain.startswith("onedrive -"):  # "OneDrive - Name of the firm"
        return "OneDrive"
    if found is None and plain.startswith(("googledrive-", "onedrive-", "dropbox-", "dropbox (")):
        return _NAMES[plain.split("-")[0].split(" (")[0]]
    return found


def _by_mark(folder: Path) -> str | None:
    try:
        names = [path.name for _number, path in zip(range(_TOLD), folder.iterdir(), strict=False)]
    except OSError:
        return None
    return next((service for name in names for mark, service in _MARKS.items() if name.startswith(mark)), None)
