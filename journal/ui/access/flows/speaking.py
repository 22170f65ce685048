"""Another language: the window closes, and opens again in it where it was."""

from journal.i18n import _
from journal.storage.opening import Opened, read
from journal.storage.repository import Repository
from journal.ui import language
from journal.ui.access.controller import AccessController
from journal.ui.access.flows import closing
from journal.ui.preferences import LANGUAGE
from journal.ui.tasks import Flow


def language_flow(access: AccessController) -> Flow[None]:
    """Say and write everything in the language chosen in Settings."""
    opened = yield from closing.run_closed(access, _("One moment …"), _open_again)
    language.use(access.preferences.get(LANGUAGE))
    if opened is not None:
        access.show_window(opened)


def _open_again(journal: Repository | None) -> Opened | None:
    return None if journal is None else read(journal.reopen())
