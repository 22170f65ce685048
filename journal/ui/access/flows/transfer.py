"""Files in and out: nothing doubled or lost, and a choice where two versions disagree."""

from functools import partial
from pathlib import Path

from journal.domain.records import Record, Records
from journal.exchange.bulk import many_records
from journal.exchange.files import write_file
from journal.exchange.importers import IMPORTERS
from journal.exchange.importers.overlap import stretched
from journal.exchange.merge import Merge, merge
from journal.i18n import _
from journal.storage.restore import preview
from journal.ui.access.controller import AccessController
from journal.ui.access.dialogs.conflicts import ConflictsPanel
from journal.ui.access.flows import files
from journal.ui.importing.flow import Understood, import_other_flow, remember
from journal.ui.main_window import MainWindow
from journal.ui.tasks import Flow, ask, in_background
from journal.ui.widgets import dialogs
from journal.wording import records as wording

_JOURNALS = (".sqlite", ".sqlite3", ".db")


def import_flow(access: AccessController, window: MainWindow) -> Flow[None]:
    """Read a file or another computer's journal, compare, ask, back up, and only then write: all of it or nothing."""
    known = dict.fromkeys(ending for importer in IMPORTERS for ending in importer.ENDINGS)
    endings = " ".join(f"*.{ending}" for ending in (*known, "sqlite"))
    kinds = _("Journals and exported files ({endings});;All files (*)").format(endings=endings)
    source = dialogs.choose_file(window, _("Import a file"), kinds)
    if source is None:
        return
    found: Understood | None = None
    if source.suffix.lower() in _JOURNALS:
        records = yield from _read_journal(access, source)
    else:
        found = yield from import_other_flow(window, source)
        records = None if found is None else found.records
    if records is None:
        return
    merged, longer = stretched(merge(window.session.records, records))
    taken: tuple[Record, ...] = ()
    if merged.conflicts:
        answer = yield ask(ConflictsPanel(merged.conflicts, len(merged.new)))
        if answer is None:
            return
        taken = answer
    taken = (*taken, *longer)
    if not merged.new and not taken:
        window.notice.done(_("Everything in that file is in the journal already: nothing was changed."))
    elif (yield from access.back_up("before-import")) is not None and _write(window, merged, taken) and found:
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


def _write(window: MainWindow, merged: Merge, taken: tuple[Record, ...]) -> bool:
    session, all_before = window.session, window.session.records
    records = (*merged.new, *taken)
    ids = {record.id for record in records}
    before = tuple(record for record in all_before if record.id in ids)
    with many_records():
        saved = session.save(*records)
    if not saved:
        return False
    raised, held = session.raise_urgent(all_before)
    added = ids - {record.id for record in before}

    def undo() -> None:
        if not before or session.save(*before):
            session.delete(*added, *held)

    window.notice.done(wording.imported(len(merged.new), len(taken), merged.same), undo)
    if any(flag.sign in raised for flag in session.open_flags()):
        window.ask_urgent_signs()
    return True
