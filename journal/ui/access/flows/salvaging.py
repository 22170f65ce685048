"""Reading what a damaged journal still tells into a new one."""

from pathlib import Path

from journal.i18n import _
from journal.storage.keys import with_key
from journal.storage.salvage import salvage
from journal.ui.access.controller import AccessController
from journal.ui.access.flows import files
from journal.ui.tasks import Flow, in_background
from journal.wording import records as wording


def salvage_flow(access: AccessController, typed: str | None) -> Flow[Path | None]:
    """Ask where to, and return the new journal's place; None if the person thinks better of it. Raises StorageError.

    The passphrase and the recovery code of the damaged journal open the new one too.
    """
    path = access.path
    suggestion = path.with_name(f"{path.stem}-saved.sqlite")
    place = files.choose_new_journal(access, _("Save what can be read into a new journal"), suggestion)
    if place is None:
        return None
    access.startup.wait(_("Reading what can be read …"), at_once=True)
    salvaged = yield in_background(lambda: with_key(lambda key: salvage(path, place, key), typed))
    sentence = wording.salvaged(len(salvaged.records), salvaged.lost)
    access.once_open(lambda window: window.notice.fault(sentence))
    return place
