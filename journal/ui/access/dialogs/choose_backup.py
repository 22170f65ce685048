"""The backups of a journal that does not open, to choose one from."""

from datetime import datetime

from PySide6.QtCore import Slot

from journal.i18n import _
from journal.storage.backup import Backup
from journal.ui.access.panel import Panel
from journal.ui.widgets import dialogs
from journal.ui.widgets.controls import button
from journal.wording import backups as wording


class ChooseBackupPanel(Panel):
    """Answers with the path of a backup. The newest is chosen to begin with."""

    def __init__(self, backups: tuple[Backup, ...], now: datetime) -> None:
        super().__init__(_("Restore a backup"))
        self._backups = backups
        self.list = self.new_list(_("Backups"), 9)
        self.list.addItems([wording.in_a_line(one.made_at, one.reason, one.size, now) for one in backups])
        if backups:
            self.add_text(_("Choose one; you see what it holds before anything changes."))
            self.list.setCurrentRow(0)
            self.add(self.list)
        else:
            self.add_text(_("There are no backups beside this journal. If you have one on a stick, choose its file."))
        self.look = button(_("Look at it"), self._choose, "primary")
        self.look.setVisible(bool(backups))
        self.file = button(_("From a file …"), self._choose_file)
        self.back = self.answer_button(_("Go back"), None, "link")
        self.add_buttons(self.look, self.file, self.back)
        self.list.itemActivated.connect(self._choose)
        self.setFocusProxy(self.list if backups else self.file)

    @Slot()
    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._backups):
            self.answered.emit(self._backups[row].path)

    def _choose_file(self) -> None:
        path = dialogs.choose_file(self, _("Restore from a file"), _("Journals and backups (*.sqlite);;All files (*)"))
        if path is not None:
            self.answered.emit(path)
