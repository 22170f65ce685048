"""Setting, changing and removing the passphrase.

The journal is written anew with its new key beside the old file, verified, and put in its place in one step: a kill at
any moment leaves the one or the other, whole.
"""

import os
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from journal.domain.errors import Fault, StorageError
from journal.i18n import _
from journal.outfile import replace
from journal.storage import copies, recovery
from journal.storage.backup import Owner, make
from journal.storage.engine import Database, connect
from journal.storage.faults import storage_error, translate_errors
from journal.storage.files import discard
from journal.storage.journal_settings import RECOVERY_CODE_CHECKED
from journal.storage.keys import composed, with_key
from journal.storage.repository import Repository
from journal.storage.snapshot import counts, sound

SHORTEST = 8
"""Characters. Fewer are tried out in minutes on a computer of today; the fields say so."""


class Changed(NamedTuple):
    """A journal that got another passphrase, or lost it."""

    passphrase: str | None
    code: str
    """The recovery code, or "" without a passphrase."""
    renewed: int = 0
    """Copies that follow the new passphrase."""
    left: tuple[Path, ...] = ()
    """Those that keep an earlier one, or none."""
    away: tuple[Path, ...] = ()
    """Folders and files that could not be looked at: what is there keeps an earlier one, or none."""


def change_passphrase(
    journal: Path, old: str | None, new: str | None, now: datetime, *, renew: bool = False
) -> Changed:
    """Give the journal another passphrase, its first one (`old` None), or none any more (`new` None).

    `old` may be the recovery code. A backup is made before; like all others it keeps the key it was made with, unless
    `renew` gives them the new one. Nobody else may have the journal open. Raises StorageError, and then the old
    passphrase still holds.
    """
    check_new(journal, new)
    new = composed(new)

    def change(key: str | None) -> str | None:
        with Repository.open(journal, passphrase=key, create=False) as opened:
            make(opened, now, "before-passphrase")
            opened.set_setting(RECOVERY_CODE_CHECKED, False)  # a new passphrase brings a new code
            _rewrite(opened, new)
        return key

    key = with_key(change, old)
    with Repository.open(journal, passphrase=new, create=False, read_only=True) as opened:
        files, away = copies.known(opened)
    renewed, left = renew_backups(journal, key, new) if renew else (0, files)
    return Changed(new, "" if new is None else recovery.code(journal, new), renewed, left, away)


def renew_backups(journal: Path, old: str | None, new: str | None) -> tuple[int, tuple[Path, ...]]:
    """Give the copies that `old` opens the key of the journal; return how many have it now, and which do not.

    Another journal's backups, which may lie in the same folder, are none of them.
    """
    renewed, left = 0, []
    with Repository.open(journal, passphrase=new, create=False, read_only=True) as current:
        owner = Owner.of(current)
        files, _away = copies.known(current)
        copies.discard_unfinished(current, files)
        for path in files:
            try:
                with Repository.open_as_it_is(path, passphrase=old) as copy:
                    if owner.made(copy):
                        _rewrite(copy, new)
                        renewed += 1
                    elif not copy.id:  # so old that nothing in it says whose it is
                        left.append(path)
            except StorageError:
                if not _opens(path, new):
                    left.append(path)
    return renewed, tuple(left)


def check_new(journal: Path, new: str | None) -> None:
    """Refuse what cannot be typed again, or what SQLCipher would not take for a passphrase. Raises StorageError."""
    new = composed(new)
    if new is not None and (not new.strip() or new != new.strip() or not new.isprintable() or recovery.is_key(new)):
        raise storage_error(Fault.PASSPHRASE_ODD, journal)


def wrong_with(words: str) -> str:
    """Return what keeps a text from being a passphrase that is any help, or ""."""
    if words != words.strip():
        return _("A space at its beginning or end is too easily forgotten: leave it out.")
    if len(words) < SHORTEST:
        return _("Too short to keep anybody out: at least {count} characters.").format(count=SHORTEST)
    try:
        check_new(Path(), words)
    except StorageError:
        return _("Only characters that can be seen and typed again, please.")
    return ""


def _rewrite(opened: Repository, new: str | None) -> None:
    """Write an open file anew with another key, and close it."""
    real = Path(os.path.realpath(opened.path))
    changed = real.with_name(f".{real.name}.rekeyed")
    with translate_errors(opened.path):
        discard(changed)
        try:
            os.close(os.open(changed, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            opened.copy_to(lambda db, _key: _export(db, changed, new))
            expected = opened.copy_to(lambda db, _key: counts(db))
            with closing(connect(changed, new)) as copy:
                if not sound(copy) or counts(copy) != expected:
                    raise storage_error(Fault.FAILED, opened.path)
            opened.copy_to(lambda db, _key: db.close())
            replace(changed, real)
        finally:
            discard(changed)


def _export(db: Database, target: Path, new: str | None) -> None:
    db.execute("PRAGMA query_only = OFF")  # a backup is opened only to be read; what is written is the other file
    db.execute("ATTACH DATABASE ? AS changed KEY ?", [target.absolute().as_uri(), new or ""])
    try:
        for word in ("journal_mode", "synchronous"):  # it is verified and synced before it is anything to anyone
            db.execute(f"PRAGMA changed.{word} = OFF").fetchall()
        db.execute("SELECT sqlcipher_export('changed')").fetchall()
        for word in ("application_id", "user_version"):
            value = int(db.execute(f"PRAGMA main.{word}").fetchone()[0])
            db.execute(f"PRAGMA changed.{word} = {value}")
    finally:
        db.execute("DETACH DATABASE changed")


def _opens(path: Path, passphrase: str | None) -> bool:
    try:
        Repository.open_as_it_is(path, passphrase=passphrase).close()
    except StorageError:
        return False
    return True
