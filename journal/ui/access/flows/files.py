"""Which file: another journal, a new one, and the passphrase of one that is not the journal's own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from journal.domain.errors import Fault, StorageError
from journal.i18n import _
from journal.storage.keys import with_key
from journal.ui.access.controller import AccessController
from journal.ui.access.dialogs.passphrase import PassphrasePanel
from journal.ui.tasks import Flow, ask, in_background
from journal.ui.widgets import dialogs
from journal.wording.passphrase import Change

T = TypeVar("T")


def choose_journal(access: AccessController) -> Path | None:
    """Ask for another journal's file; None if the person thinks better of it."""
    kinds = _("Journals (*.sqlite);;All files (*)")
    return dialogs.choose_file(access.window or access.startup, _("Open another journal"), kinds, access.path.parent)


def choose_new_journal(access: AccessController, heading: str, suggestion: Path) -> Path | None:
    """Ask for the name of a new journal; None if the person thinks better of it."""
    parent = access.window or access.startup
    place = dialogs.choose_place(parent, heading, _("Journals (*.sqlite)"), suggestion, overwrite=False)
    return None if place is None else place.absolute()


def read_with_key(
    access: AccessController, file: Path, key: str | None, read: Callable[[str | None], T]
) -> Flow[tuple[T, str | None] | None]:
    """Read another file, first with the key at hand, then with the passphrase or code that is asked for.

    Returns what `read` gives and the key that opened it; None if the person leaves. Raises StorageError.
    """

    def with_its_key(key: str | None) -> tuple[T, str | None]:
        return read(key), key

    panel: PassphrasePanel | None = None
    while True:
        try:
            found = yield in_background(partial(with_key, with_its_key, key))
        except StorageError as error:
            if error.fault is Fault.NOT_PROTECTED:
                key = None
                continue
            if error.fault not in (Fault.PASSPHRASE_NEEDED, Fault.PASSPHRASE_WRONG, Fault.CODE_MISTYPED):
                raise
            if panel is None:
                panel = PassphrasePanel(Change.OTHER_FILE, file=file.name)
            else:
                panel.refuse(_("This does not open that file. Nothing was changed; try again."))
            given = yield ask(panel, stays=True)
            if given is None:
                return None
            key = given.old
            continue
        return cast("tuple[T, str | None]", found)
