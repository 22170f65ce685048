"""Files in and out: nothing doubled or lost, and a choice where two versions disagree."""

from functools import partial
from pathlib import Path
from typing import cast

from journal.domain.errors import JournalError
from journal.domain.records import Record, Records
from journal.exchange.bulk import many_records
from journal.exchange.files import write_file
from journal.exchange.importers import IMPORTERS
from journal.exchange.importers.overlap import stretched
from journal.exchange.importers.reading import Tick, no_tick
from journal.exchange.merge import Merge, merge
from journal.i18n import _
from journal.storage.restore import preview
from journal.ui.access.controller import AccessController
from journal.ui.access.dialogs.conflicts import ConflictsPanel
from journal.ui.access.flows import files
from journal.ui.importing.flow import Understood, import_other_flow, remember
from journal.ui.importing.progress_panel import with_progress
from journal.ui.main_window import MainWindow
from journal.ui.session import Change, Session
from journal.ui.tasks import Flow, ask, in_background
from journal.ui.widgets import dialogs
from journal.wording import records as wording

_JOURNALS = (".sqlite", ".sqlite3", ".db")
_LONG = 2000
"""Records from which on the writing shows its progress."""


def import_flow(access: AccessController, window: MainWindow) -> Flow[None]:
    """Read a file or another computer's journal, compare, ask, back up, and only then write: all of it or nothing."""
    known = dict.fromkeys(ending for importer in IMPORTERS for ending in importer.ENDINGS)
    endings = " ".join(f"*.{ending}" for ending in (*known, "sqlite"))
    kinds = _("Journals and exported files ({endings});;All files (*)").format(endings=endings)
    source = dialogs.choose_file(window, _("Import a file"), kinds)
    if source is None:
        return
    with many_records():
        yield from _import(access, window, source)


def _import(access: AccessController, window: MainWindow, source: Path) -> Flow[None]:
    found: Understood | None = None
    if source.suffix.lower() in _JOURNALS:
        records = yield from _read_journal(access, source)
    else:
        found = yield from import_other_flow(window, source)
        records = None if found is None else found.records
    if records is None:
        return
    merged, longer = yield in_background(lambda: stretched(merge(window.session.records, records)))
    taken: tuple[Record, ...] = ()
    if merged.conflicts:
        answer = yield ask(ConflictsPanel(merged.conflicts, len(merged.new)))
        if answer is None:
            return
        taken = answer
    taken = (*taken, *longer)
    if not merged.new and not taken:
        window.notice.done(_("Everything in that file is in the journal already: nothing was changed."))
    elif (yield from access.back_up("before-import")) is not None:
        written = yield from _write(access, window, merged, taken)
        if written and found:
            remember(window.session, found)


def export_flow(window: MainWindow) -> Flow[None]:
    """Write everything in the journal to a file that other programs can read."""
    session = window.session
    suggestion = _("sciatica-journal-{day}.zip").format(day=session.today().isoformat())
    kinds = _("Tables and everything else (*.zip);;Everything in one file (*.json)")
    path = dialogs.choose_place(window, _("Export everything"), kinds, suggestion)
    if path is None:
        return
    if path.suffix.lower() not in (".zip", ".json"):
        path = path.with_name(f"{path.name}.zip")
    yield in_background(partial(write_file, path, session.records))
    text = _("Saved as {name}. It is not encrypted: keep it where only you can read it.")
    window.notice.done(text.format(name=path), path)


def _read_journal(access: AccessController, source: Path) -> Flow[Records | None]:
    key = None if access.session is None else access.session.repository.key
    found = yield from files.read_with_key(access, source, key, partial(preview, access.path, source))
    return None if found is None else found[0]


def _write(access: AccessController, window: MainWindow, merged: Merge, taken: tuple[Record, ...]) -> Flow[bool]:
    session = window.session
    replaced = {record.id for record in taken}
    before = tuple(record for record in session.records if record.id in replaced) if replaced else ()
    new = tuple(merged.new)
    change = yield from _change(session, _("Importing"), (*new, *taken))
    if change is None:
        return False
    gone = (*(record.id for record in new), *change.held)
    words = wording.imported(len(merged.new), len(taken), merged.same)

    def offer_undo() -> None:
        window.notice.done(words, lambda: access.flows.queue(undo()))

    def undo() -> Flow[None]:
        with many_records():
            if (yield from _change(session, _("Undo"), before, gone)) is None:
                offer_undo()

    if {later.id for later in session.later_than_now()}.intersection(gone):
        window.ask_about_later()
    offer_undo()
    if any(flag.sign in change.raised for flag in session.open_flags()):
        window.ask_urgent_signs()
    return True


def _change(
    session: Session, heading: str, records: tuple[Record, ...], gone: tuple[str, ...] | None = None
) -> Flow[Change | None]:
    """Write a change that may be long beside the window; None if it was stopped or could not be done.

    gone: what an undo deletes; None for no undo.
    """
    sentence = _("All of it or nothing: if you stop it, the journal stays as it was.")

    def work(tick: Tick) -> Change:
        return session.change(records, gone or (), tick, undo=gone is not None)

    while True:
        try:
            if len(records) + len(gone or ()) < _LONG:
                change = yield in_background(lambda: work(no_tick))
            else:
                change = yield from with_progress(heading, sentence, work)
        except JournalError as error:
            if not session.tried_again(error, records):
                return None
        else:
            break
    if change is not None:
        session.take(change)
    return cast("Change | None", change)
