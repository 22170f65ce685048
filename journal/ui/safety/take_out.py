"""Everything in the journal as a file that other programs can read."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from journal.domain.errors import JournalError
from journal.exchange.files import write_file
from journal.i18n import _
from journal.ui.main_window import MainWindow
from journal.ui.session import Session


def take_out(window: MainWindow, session: Session) -> None:
    """Ask where to, and write it."""
    name, _kind = QFileDialog.getSaveFileName(
        window,
        _("Take everything out"),
        _("sciatica-journal-{day}.zip").format(day=session.today().isoformat()),
        _("Tables and everything else (*.zip);;Everything in one file (*.json)"),
    )
    if not name:
        return
    path = Path(name)
    if path.suffix.lower() not in (".zip", ".json"):
        path = path.with_name(f"{path.name}.zip")
    try:
        write_file(path, session.records)
    except JournalError as error:
        session.failed.emit(str(error))
    else:
        text = _("Saved as {name}. It is not encrypted: keep it where only you can read it.")
        window.notice.done(text.format(name=path.name))
