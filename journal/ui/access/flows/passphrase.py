"""Setting, changing and removing the passphrase, and showing the recovery code again."""

from functools import partial

from journal.domain.errors import StorageError
from journal.i18n import _
from journal.storage import backup, protect
from journal.storage.journal_settings import RECOVERY_CODE_CHECKED
from journal.storage.opening import recovery_code
from journal.storage.protect import Changed
from journal.ui.access.controller import AccessController
from journal.ui.access.dialogs.passphrase import PassphrasePanel
from journal.ui.access.dialogs.recovery_code import RecoveryCodePanel
from journal.ui.access.flows import closing
from journal.ui.tasks import Flow, ask, in_background
from journal.wording import passphrase as wording
from journal.wording.passphrase import Change


def change_flow(access: AccessController, change: Change) -> Flow[Changed | None]:
    """Ask what is needed, try the present passphrase before anything is closed, and do it; None if it is left."""
    path, now = access.path, access.now()
    id = "" if access.session is None else access.session.repository.id
    panel = PassphrasePanel(change, len(backup.found_if_readable(path, id)))
    while True:
        given = yield ask(panel, stays=True)
        if given is None:
            return None
        try:
            code = yield in_background(partial(recovery_code, path, given.old))
            break
        except StorageError as error:
            panel.refuse(wording.not_the_present_one(error))
    if change is Change.SHOW_CODE:
        yield from _show_code(access, code)
        return None
    words = _("Removing the passphrase …") if given.new is None else _("Encrypting your journal …")
    return (
        yield from closing.run_closed(
            access,
            words,
            lambda _journal: protect.change_passphrase(path, given.old, given.new, now, renew=given.renew),
        )
    )


def _show_code(access: AccessController, code: str) -> Flow[None]:
    session = access.session
    if (yield ask(RecoveryCodePanel(code, access.path, access.now().date()))) and session is not None:
        session.set_setting(RECOVERY_CODE_CHECKED, True)
        session.safety_changed.emit()
        if access.window is not None:
            access.window.notice.done(_("Your recovery code is the right one."))
