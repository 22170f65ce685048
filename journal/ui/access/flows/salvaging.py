"""Reading what a damaged journal still tells into a new one."""

from pathlib import Path

from journal.i18n import _, ngettext
from journal.storage.keys import with_key
from journal.storage.salvage import salvage
from journal.ui.access.controller import AccessController
from journal.ui.access.flows import files
from journal.ui.tasks import Flow, in_background


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
    count = len(salvaged.records)
    text = ngettext(
        "{count} record was read and is here now; the damaged file was left as it is.",
        "{count} records were read and are here now; the damaged file was left as it is.",
        count,
    ).format(count=count)
    if salvaged.lost:
        more = ngettext("{count} could not be read.", "{count} could not be read.", salvaged.lost)
        text = _("{first} {more}").format(first=text, more=more.format(count=salvaged.lost))
    access.once_open(lambda window: window.notice.fault(text))
    return place
