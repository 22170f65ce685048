"""Taking the journal to another place, or going to another journal."""

from pathlib import Path

from journal import paths
from journal.domain.errors import JournalError
from journal.domain.records import Record
from journal.i18n import _
from journal.storage import opening, second
from journal.storage.journal_settings import SYNCED_FOLDER_KEPT
from journal.storage.repository import Repository
from journal.storage.synced import better_place, synced_by
from journal.ui.access.controller import AccessController
from journal.ui.access.flows import closing, files
from journal.ui.access.flows.opening import open_flow
from journal.ui.access.panel import Panel
from journal.ui.tasks import Flow, ask, in_background


def other_journal_flow(access: AccessController) -> Flow[None]:
    """Back up and close this journal, and open another one."""
    path = files.choose_journal(access)
    if path is not None:
        yield from _switch(access, path)


def new_journal_flow(access: AccessController) -> Flow[None]:
    """Back up and close this journal, and begin another one."""
    suggestion = paths.data_folder() / "journal-2.sqlite"
    path = files.choose_new_journal(access, _("Begin a new journal"), suggestion)
    if path is not None:
        yield from _switch(access, path, begins=True)


def synced_folder_flow(access: AccessController) -> Flow[None]:
    """Say once that a service copies the journal's folder, and offer a better one."""
    session = access.session
    service = synced_by(access.path)
    if session is None or service is None or not session.writable:
        return
    folder = str(access.path.parent)
    if session.setting(SYNCED_FOLDER_KEPT) == folder:
        return
    place = better_place(access.path)
    panel = Panel(
        _("This folder is copied by {service}").format(service=service),
        _(
            "It copies files while they are being written, and to other computers. A journal can be spoilt by that,"
            " and its copies are outside your control."
        ),
        _("Better: the journal in this computer’s own folder, and a second folder for backups there."),
    )
    move, stay = (
        panel.answer_button(_("Move it to the standard folder"), True, "primary"),
        panel.answer_button(_("Leave it here"), False),
    )
    move.setVisible(place is not None)
    panel.add_buttons(move, stay)
    panel.setFocusProxy(move)
    moves = yield ask(panel)
    if moves and place is not None:
        yield from _move(access, place)
    elif moves is False:
        session.set_setting(SYNCED_FOLDER_KEPT, folder)


def keep_elsewhere_flow(access: AccessController, records: tuple[Record, ...]) -> Flow[None]:
    """Begin a journal in another folder with all that is open and what could not be saved, and go there."""
    session = access.session
    if session is None:
        return
    place = files.choose_new_journal(access, _("Keep the journal in another folder"), Path.home() / access.path.name)
    if place is None:
        return
    key, whole = session.repository.key, session.records.saving(*records)

    def begin() -> None:
        with session.repository.begin_elsewhere(place) as new:
            new.save(*whole)

    yield in_background(begin)
    sentence = _("Everything that was open is in “{file}” now. The former file was left as it is.").format(file=place)
    access.once_open(lambda window: window.notice.fault(sentence))
    yield from access.close_window(_("Opening your journal …"))
    access.forget_unkept({record.id for record in records})
    yield from open_flow(access, place, key)


def _switch(access: AccessController, path: Path, *, begins: bool = False) -> Flow[None]:
    session, now = access.session, access.now()
    writable = session is not None and session.writable

    def back_up(journal: Repository | None) -> None:
        if journal is not None and writable:
            second.back_up(journal, now, closing=True)

    yield from closing.run_closed(access, _("Closing this journal …"), back_up)
    access.forget_state()
    yield from open_flow(access, path, begins=begins)


def _move(access: AccessController, place: Path) -> Flow[None]:
    def move(journal: Repository | None) -> str | None:
        if journal is None:
            raise JournalError(_("The journal is not open."))
        opening.move(journal, place)
        return journal.key

    key = yield from closing.run_closed(access, _("Moving your journal …"), move)
    sentence = _("The journal is in “{file}” now. The former file has “-moved” in its name; delete it when you like.")
    access.once_open(lambda window: window.notice.fault(sentence.format(file=place)))
    yield from open_flow(access, place, key)
