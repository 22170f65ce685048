"""Where the journal is, other journals, and files in and out."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from journal.i18n import _
from journal.ui.session import Session
from journal.ui.widgets.controls import Card, add_to, button, flowing, label, line


class JournalCard(Card):
    """Only asks: what follows is done where the file is."""

    other_asked = Signal()
    new_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(_("Your journal"))
        self._folder = session.repository.path.parent
        self.body.addWidget(label(str(session.repository.path), wrap=True))
        self.body.addWidget(
            label(
                _("It stays on this computer. The program never goes online, and nobody else is sent anything."),
                "quiet",
                wrap=True,
            )
        )
        self.other_button = button(_("Open another journal …"), self.other_asked.emit)
        self.new_button = button(_("Begin a new journal …"), self.new_asked.emit)
        self.import_button = button(_("Import a file …"), self.import_asked.emit)
        self.export_button = button(_("Export everything …"), self.export_asked.emit)
        add_to(
            self.body,
            flowing(button(_("Open this folder"), self._open_folder), self.other_button, self.new_button),
            line(),
            label(
                _(
                    "Import a journal from another computer, or a file you exported before: nothing is doubled, and"
                    " where the two disagree you are asked. A backup is made first."
                ),
                "quiet",
                wrap=True,
            ),
            label(
                _(
                    "What you wrote in a table, or in Bearable, Pain Tracker, Pain Diary, Track & Graph or Flaredown,"
                    " comes along too: you see everything before it is taken in."
                ),
                "quiet",
                wrap=True,
            ),
            flowing(self.import_button, self.export_button),
        )
        self.import_button.setEnabled(session.writable)

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
