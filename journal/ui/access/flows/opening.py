"""Opening a journal: its passphrase, its recovery code, its beginning; and what to do when it does not open."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journal import paths
from journal.domain.errors import Fault, JournalError, StorageError
from journal.i18n import _
from journal.storage import backup, backup_names, protect
from journal.storage.activation import activate_other
from journal.storage.journal_settings import RECOVERY_CODE_CHECKED
from journal.storage.opening import Opened, begin, copy_as_journal, open_journal
from journal.storage.protect import Changed
from journal.ui.access import dialogs, flows
from journal.ui.access.controller import AccessController
from journal.ui.access.panel import Panel
from journal.ui.preferences import LAST_JOURNAL
from journal.ui.tasks import Flow, ask, in_background
from journal.wording import passphrase as wording
from journal.wording.recovery_actions import RecoveryAction, actions_for


def open_flow(
    access: AccessController, path: Path, typed: str | None = None, *, read_only: bool = False, begins: bool = False
) -> Flow[None]:
    """Open a journal, or offer to begin one; whatever is in the way is told, with ways on.

    typed: a passphrase or recovery code. begins: the person chose to begin a new one.
    """
    access.startup.wait(_("Opening your journal …"))
    try:
        access.acquire(path)
    except StorageError as error:
        if (yield in_background(lambda: activate_other(access.path))):
            access.close()
        else:
            yield from fault_flow(access, error)
        return
    yield from enter_flow(access, typed, read_only=read_only, begins=begins)


def enter_flow(
    access: AccessController,
    typed: str | None,
    *,
    read_only: bool = False,
    begins: bool = False,
    ask_first: bool = False,
) -> Flow[None]:
    """Open the journal that is taken, and show it. ask_first: it is known to have a passphrase."""
    path = access.path
    panel = dialogs.unlock.UnlockPanel(path) if ask_first else None
    while True:
        is_code = False
        if panel is not None:
            answer = yield ask(panel, stays=True)
            if answer is RecoveryAction.OTHER:
                if (yield from other_flow(access)):
                    return
                continue
            typed, is_code = answer.text, answer.is_code
        try:
            opened = yield in_background(partial(open_journal, path, typed, is_code=is_code, read_only=read_only))
        except StorageError as error:
            if error.fault is Fault.PASSPHRASE_NEEDED:
                panel = dialogs.unlock.UnlockPanel(path)
            elif error.fault in (Fault.PASSPHRASE_WRONG, Fault.CODE_MISTYPED):
                if panel is None:
                    panel = dialogs.unlock.UnlockPanel(path)
                    access.show_panel(panel)
                panel.refuse(wording.does_not_open(error, by_code=is_code))
            elif error.fault is Fault.NOT_PROTECTED:
                panel, typed = None, None
            elif error.fault is Fault.MISSING and not _was_here(access):
                yield from begin_flow(access, by_choice=begins)
                return
            else:
                yield from fault_flow(access, error, typed)
                return
            continue
        break
    if opened.repository.opened_by_code and not read_only:
        yield from _offer_new_passphrase(access, opened)
    else:
        access.show_window(opened)


def begin_flow(access: AccessController, *, by_choice: bool) -> Flow[None]:
    """Offer a passphrase for a new journal, and begin it."""
    path = access.path
    panels: list[Panel] = [dialogs.first_start.FirstStartPanel(path, by_choice=by_choice)]
    if not by_choice:
        panels.insert(0, dialogs.first_start.IntroductionPanel(access.preferences))
    passphrase: Any = None
    for panel in panels:
        while (passphrase := (yield ask(panel, stays=True))) is RecoveryAction.OTHER:
            if (yield from other_flow(access)):
                return
    access.startup.wait(_("Beginning your journal …"))
    try:
        opened, code = yield in_background(lambda: begin(path, passphrase or None))
    except StorageError as error:
        yield from fault_flow(access, error)
        return
    if code and (yield ask(dialogs.recovery_code.RecoveryCodePanel(code, path, access.now().date()))):
        _note_checked(opened)
    access.show_window(opened)


def new_passphrase_flow(access: AccessController, changed: Changed) -> Flow[None]:
    """Open a journal whose passphrase was changed; a new code is shown first."""
    path, checked = access.path, False
    if changed.code:
        followed = wording.changed(backups_left=bool(changed.left), away=changed.away)
        checked = yield ask(
            dialogs.recovery_code.RecoveryCodePanel(changed.code, path, access.now().date(), followed=followed)
        )
    access.startup.wait(_("Opening your journal …"))
    opened = yield in_background(lambda: open_journal(path, changed.passphrase))
    if checked:
        _note_checked(opened)
    access.show_window(opened)


def fault_flow(
    access: AccessController, error: JournalError, typed: str | None = None, heading: str = ""
) -> Flow[None]:
    """Tell a fault, and take the way on that the person chooses; one that leads nowhere leads back here."""
    fault = error.fault if isinstance(error, StorageError) else Fault.FAILED
    sentence = str(error)
    if fault is Fault.MISSING:
        text = _("“{file}” is not there any more: was it moved, renamed or deleted? Its backups are left alone.")
        sentence = text.format(file=access.path)
    while True:
        panel = dialogs.fault.FaultPanel(sentence, actions_for(fault), heading)
        action = yield ask(panel, stays=True)
        if (yield from _perform(access, action, typed)):
            return


def _perform(access: AccessController, action: RecoveryAction, typed: str | None) -> Flow[bool]:
    """Take a way on; return whether it led somewhere."""
    match action:
        case RecoveryAction.AGAIN:
            yield from open_flow(access, access.path, typed)
        case RecoveryAction.UNLOCK:
            yield from enter_flow(access, None, ask_first=True)
        case RecoveryAction.READ_ONLY:
            yield from open_flow(access, access.path, typed, read_only=True)
        case RecoveryAction.RESTORE:
            restored = yield from flows.restoring.choose_flow(access, typed)
            if restored is None:
                return False
            yield from open_flow(access, access.path, restored.key)
        case RecoveryAction.RESTORE_THIS:
            yield from _restore_this(access, typed)
        case RecoveryAction.COPY:
            return (yield from _copy(access, typed))
        case RecoveryAction.SALVAGE:
            salvaged = yield from flows.salvaging.salvage_flow(access, typed)
            if salvaged is None:
                return False
            yield from open_flow(access, salvaged, typed)
        case RecoveryAction.OTHER:
            return (yield from other_flow(access))
        case RecoveryAction.NEW:
            place = flows.files.choose_new_journal(
                access, _("Begin a new journal"), paths.data_folder() / paths.JOURNAL_NAME
            )
            if place is None:
                return False
            yield from open_flow(access, place, begins=True)
        case RecoveryAction.FOLDER:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(access.path.parent)))
            return False
        case RecoveryAction.CLOSE:
            access.close()
    return True


def other_flow(access: AccessController) -> Flow[bool]:
    """Let the person choose another journal's file, and open it; return whether one was chosen."""
    path = flows.files.choose_journal(access)
    if path is None:
        return False
    yield from open_flow(access, path)
    return True


def _restore_this(access: AccessController, typed: str | None) -> Flow[None]:
    """Go from a backup to its journal, and show what restoring it there would change."""
    source = access.path
    usual = Path(access.preferences.get(LAST_JOURNAL) or paths.default_journal())
    place = backup_names.journal_of(source) or usual
    if place.exists():

        def show(_window: QWidget) -> None:
            if access.path == place and access.actions is not None:
                access.actions.restore(source)

        access.once_open(show)
        yield from open_flow(access, place)
        return
    access.acquire(place)
    restored = yield from flows.restoring.restore_flow(access, source, typed)
    yield from open_flow(access, place if restored is not None else source, None if restored is None else restored.key)


def _copy(access: AccessController, typed: str | None) -> Flow[bool]:
    """Make a journal of its own of a backup, and open that; return whether one was made."""
    source = access.path
    place = flows.files.choose_new_journal(
        access, _("Make a copy to write in"), paths.data_folder() / "journal-copy.sqlite"
    )
    if place is None:
        return False
    made = yield from flows.files.read_with_key(access, source, typed, partial(copy_as_journal, source, place))
    if made is None:
        return False
    yield from open_flow(access, place, made[1])
    return True


def _offer_new_passphrase(access: AccessController, opened: Opened) -> Flow[None]:
    """After the recovery code opened the journal: another passphrase, as the old one is forgotten."""
    new = yield ask(dialogs.first_start.RenewPanel())
    if new is None:
        access.show_window(opened)
        return
    path, now, key = access.path, access.now(), opened.repository.key
    opened.repository.close()
    access.startup.wait(_("Setting the new passphrase …"), at_once=True)
    try:
        changed = yield in_background(lambda: protect.change_passphrase(path, key, new, now, renew=True))
    except StorageError as error:
        yield from fault_flow(access, error)
        return
    yield from new_passphrase_flow(access, changed)


def _note_checked(opened: Opened) -> None:
    with suppress(StorageError):  # it can be checked once more from Settings
        opened.repository.set_setting(RECOVERY_CODE_CHECKED, True)


def _was_here(access: AccessController) -> bool:
    """Whether there has been a journal at this place."""
    try:
        return bool(backup.found(access.path)) or access.preferences.get(LAST_JOURNAL) == str(access.path)
    except JournalError:
        return True
