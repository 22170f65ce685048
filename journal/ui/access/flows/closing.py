"""Locking, leaving, and working on the closed journal: what all of them need done before the file is free."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.storage import second
from journal.storage.repository import Repository
from journal.ui.access import unsaved_text
from journal.ui.access.controller import AccessController
from journal.ui.access.dialogs.fault import FaultPanel
from journal.ui.tasks import Flow, ask, in_background
from journal.wording.recovery_actions import RecoveryAction

T = TypeVar("T")


class Reopened(JournalError):
    """What was to be done with the closed journal could not be; it is open again as it was, and says why."""


def run_closed(access: AccessController, words: str, work: Callable[[Repository | None], T]) -> Flow[T]:
    """Close the window, if there is one, and do something with the closed journal.

    Raises JournalError if it cannot be done; a journal that was open is open again then, as it was, and its window
    says why (Reopened).
    """
    if access.window is None:
        access.startup.wait(words, at_once=True)
        return cast("T", (yield in_background(lambda: work(None))))
    repository = yield from access.close_window(words)
    try:
        return cast("T", (yield in_background(lambda: work(repository))))
    except JournalError as error:
        yield from access.reopen(repository, error)
        raise Reopened(str(error)) from error


def lock_flow(access: AccessController) -> Flow[bool]:
    """Keep what is unfinished, and clear the window; return whether the journal is locked now."""
    window = access.window
    if window is None:
        return False
    session, now = window.session, access.now()
    if not session.repository.protected:
        window.notice.done(_("This journal has no passphrase, so it cannot be locked: Settings can set one."))
        return False
    logged = {now.date()} if session.logged(now.date()) else set()
    unsaved_text.save(session.repository)
    repository = yield from access.close_window(_("Locking …"))
    with suppress(JournalError):  # told after unlocking, when it is tried again; it must not keep the journal open
        yield in_background(lambda: second.back_up(repository, now))
    access.remind_while_locked(logged)
    return True


def leave_flow(access: AccessController, repository: Repository, writable: bool) -> Flow[None]:
    """After the window was closed: back up what changed, and let the program end."""
    now = access.now()
    while writable:
        access.startup.wait(_("Making a backup …"))
        try:
            yield in_background(lambda: second.back_up(repository, now, closing=True))
            break
        except JournalError as error:
            sentence = _("Your journal is saved, but its backup could not be made. {why}").format(why=error)
            offered = (RecoveryAction.AGAIN, RecoveryAction.CLOSE)
            if (yield ask(FaultPanel(sentence, offered, _("No backup this time")))) is not RecoveryAction.AGAIN:
                break
    access.close()
