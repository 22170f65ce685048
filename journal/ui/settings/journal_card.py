"""Where the journal is, other journals, and files in and out."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journal.i18n import _
from journal.ui.session import Session
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.parts import Card, button, label, line


class JournalCard(Card):
    """Only asks: what follows is done where the file is."""

    other_asked = Signal()
    new_asked = Signal()
    bring_in_asked = Signal()
    take_out_asked = Signal()

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
        self.bring_in_button = button(_("Bring in a file …"), self.bring_in_asked.emit)
        self.take_out_button = button(_("Take everything out …"), self.take_out_asked.emit)
        self.body.addWidget(_row(button(_("Open this folder"), self._open_folder), self.other_button, self.new_button))
        self.body.addWidget(line())
        self.body.addWidget(
            label(
                _(
                    "Bring in a journal from another computer, or a file you took out before: nothing is doubled, and"
                    " where the two disagree you are asked. A backup is made first."
                ),
                "quiet",
                wrap=True,
            )
        )
        self.body.addWidget(_row(self.bring_in_button, self.take_out_button))
        self.bring_in_button.setEnabled(not (session.sample or session.repository.read_only))

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, 10)
    for part in parts:
        flow.addWidget(part)
    return row
