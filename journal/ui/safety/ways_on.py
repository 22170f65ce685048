"""The ways on after a fault: another file, a backup, what can be read, another folder."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from journal import paths
from journal.domain.errors import JournalError
from journal.domain.records import Record, Records
from journal.i18n import _, clock, day, ngettext
from journal.storage import backup, salvage
from journal.storage.restore import preview
from journal.storage.restore import restore as put_back
from journal.ui.safety import work
from journal.ui.safety.choose_backup import ChooseBackup
from journal.ui.safety.passphrase_sheets import Change, PassphraseSheet
from journal.ui.safety.restore_sheet import RestoreSheet
from journal.ui.safety.ways import Way, at_opening

if TYPE_CHECKING:
    from journal.ui.safety.door import Door


def go(door: "Door", way: Way, words: str | None) -> None:
    """Take a way; `words` is the passphrase that was typed before the fault."""
    go: dict[Way, Callable[[], object]] = {
        Way.AGAIN: lambda: door.entrance.open(door.path, words),
        Way.UNLOCK: door.entrance.ask_passphrase,
        Way.READ_ONLY: lambda: door.entrance.open(door.path, words, read_only=True),
        Way.RESTORE: lambda: choose_backup(door, words),
        Way.SALVAGE: lambda: save_what_can_be_read(door, words),
        Way.OTHER: lambda: choose_other(door),
        Way.NEW: lambda: choose_new(door),
        Way.FOLDER: lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(door.path.parent))),
        Way.CLOSE: door.leave,
    }
    go[way]()


def choose_other(door: "Door") -> None:
    """Let the person choose another journal's file, and open it."""
    name, _kind = QFileDialog.getOpenFileName(
        door.doorway,
        _("Open another journal"),
        str(door.path.parent),
        _("Journals (*.sqlite);;All files (*)"),
    )
    if name:
        door.entrance.open(Path(name))


def choose_new(door: "Door") -> None:
    """Let the person choose where a new journal begins."""
    place = ask_new_place(door, _("Begin a new journal"), paths.data_folder() / paths.JOURNAL_NAME)
    if place is not None:
        door.entrance.open(place, begin=True)


def ask_new_place(door: "Door", heading: str, suggestion: Path) -> Path | None:
    """Ask for the name of a new journal; None if the person thinks better of it."""
    kinds = _("Journals (*.sqlite)")
    name, _kind = QFileDialog.getSaveFileName(
        door.window or door.doorway, heading, str(suggestion), kinds, options=QFileDialog.Option.DontConfirmOverwrite
    )
    if not name:
        return None
    place = Path(name).absolute()
    return place if place.suffix else place.with_suffix(".sqlite")


def choose_backup(door: "Door", words: str | None) -> None:
    """Show the backups of a journal that does not open, and restore the one that is chosen."""
    try:
        backups = backup.found(door.path)
    except JournalError:
        backups = ()
    sheet = ChooseBackup(backups, door.now())
    sheet.chosen.connect(lambda path: look_at_backup(door, path, words))
    sheet.left.connect(lambda: door.entrance.open(door.path, words))
    door.doorway.put(sheet)


def look_at_backup(door: "Door", source: Path, words: str | None) -> None:
    """Read a backup and ask whether it is the one."""
    journal = door.path
    door.doorway.wait(_("Reading the backup …"))
    door.errand.run(
        lambda: preview(journal, source, words),
        lambda records: _agree(door, source, records, words),
        lambda error: _not_read(door, source, error),
    )


def _not_read(door: "Door", source: Path, error: JournalError) -> None:
    code = getattr(error, "code", "")
    if code == "not_protected":
        look_at_backup(door, source, None)
    elif code in ("passphrase_needed", "passphrase_wrong"):
        sheet = PassphraseSheet(Change.OTHER_FILE, file=source.name)
        sheet.given.connect(lambda old, _new, _renew: look_at_backup(door, source, old))
        sheet.left.connect(lambda: choose_backup(door, None))
        door.doorway.put(sheet)
        if code == "passphrase_wrong":
            sheet.refuse(_("This passphrase does not open that backup. Nothing was changed."))
    else:
        door.entrance.trouble(str(error), (Way.RESTORE, *at_opening(code)[-2:]))


def _agree(door: "Door", source: Path, records: Records, words: str | None) -> None:
    sheet = RestoreSheet(when_made(source, door), records, None)
    sheet.agreed.connect(lambda: _restore(door, source, words))
    sheet.left.connect(lambda: choose_backup(door, words))
    door.doorway.put(sheet)


def _restore(door: "Door", source: Path, words: str | None) -> None:
    journal, now = door.path, door.now()
    door.doorway.wait(_("Restoring …"), at_once=True)
    door.errand.run(
        lambda: put_back(journal, source, now, words),
        lambda _done: restored(door, words),
        door.entrance.kept_out,
    )


def restored(door: "Door", words: str | None) -> None:
    """Open what was restored, and say so."""
    sentence = _("The backup is restored. What was there before is kept beside the backups.")
    door.after_opening(lambda window: window.notice.done(sentence))
    door.entrance.open(door.path, words)


def save_what_can_be_read(door: "Door", words: str | None) -> None:
    """Read what a damaged journal still tells into a new one, and open that."""
    suggestion = door.path.with_name(f"{door.path.stem}-saved.sqlite")
    place = ask_new_place(door, _("Save what can be read into a new journal"), suggestion)
    if place is None:
        return
    journal = door.path
    door.doorway.wait(_("Reading what can be read …"), at_once=True)
    door.errand.run(
        lambda: work.salvage_into(journal, words, place),
        lambda salvaged: _salvaged(door, place, salvaged, words),
        door.entrance.kept_out,
    )


def _salvaged(door: "Door", place: Path, salvaged: salvage.Salvaged, words: str | None) -> None:
    count = len(salvaged.records)
    text = ngettext(
        "{count} record was read and is here now; the damaged file was left as it is.",
        "{count} records were read and are here now; the damaged file was left as it is.",
        count,
    ).format(count=count)
    if salvaged.lost:
        more = ngettext("{count} could not be read.", "{count} could not be read.", salvaged.lost)
        text = _("{first} {more}").format(first=text, more=more.format(count=salvaged.lost))
    door.after_opening(lambda window: window.notice.fault(text))
    door.entrance.open(place, words)


def keep_elsewhere(door: "Door", records: tuple[Record, ...]) -> None:
    """Begin a journal in another folder with all that is open and what could not be saved, and go there."""
    session = door.session
    place = ask_new_place(door, _("Keep the journal in another folder"), Path.home() / door.path.name)
    if place is None or session is None:
        return
    try:
        work.elsewhere(session.repository, session.records.saving(*records), place)
    except JournalError as error:
        session.failed.emit(str(error))
        return
    sentence = _("Everything that was open is in “{file}” now. The former file was left as it is.").format(file=place)
    door.after_opening(lambda window: window.notice.fault(sentence))
    door.apart(_("Opening your journal …"), lambda _repository: None, lambda _none: door.entrance.open(place))
    saved = {record.id for record in records}
    if door.place is not None and door.place.unkept is not None and door.place.unkept.entry.id in saved:
        door.place = replace(door.place, unkept=None)


def when_made(source: Path, door: "Door") -> str:
    """Return when a backup was made, in words, or its name."""
    one = next((one for one in backup.found(door.path) if one.path == source), None)
    if one is None:
        return _("“{file}”").format(file=source.name)
    made = one.made_at.astimezone(door.now().tzinfo)
    return _("{day}, {time}").format(day=day(made.date()), time=clock(made))
