"""The backups of a journal that does not open, to choose one from."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QListWidget

from journal.i18n import _, clock, day
from journal.storage.backup import Backup
from journal.ui.safety.sheet import Sheet
from journal.ui.settings.backups_card import reason, size
from journal.ui.widgets.parts import button, with_role


class ChooseBackup(Sheet):
    """The newest is chosen to begin with."""

    chosen = Signal(object)
    """The path of a backup."""
    left = Signal()

    def __init__(self, backups: tuple[Backup, ...], now: datetime) -> None:
        super().__init__(_("Restore a backup"))
        self._backups = backups
        self.list = QListWidget()
        with_role(self.list, "list")
        self.list.setSpacing(4)
        self.list.setAccessibleName(_("Backups"))
        self.list.setMinimumHeight(self.fontMetrics().height() * 9)
        for one in backups:
            made = one.made_at.astimezone(now.tzinfo)
            text = _("{day}, {time} · {reason} · {size}")
            self.list.addItem(
                text.format(day=day(made.date()), time=clock(made), reason=reason(one.reason), size=size(one.size))
            )
        if backups:
            self.say(_("Choose one; you see what it holds before anything changes."))
            self.list.setCurrentRow(0)
            self.add(self.list)
        else:
            self.say(_("There are no backups beside this journal. If you have one on a stick, choose its file."))
        self.go = button(_("Look at it"), self._choose, "primary")
        self.go.setVisible(bool(backups))
        self.file = button(_("From a file …"), self._choose_file)
        self.back = button(_("Go back"), self.left.emit, "link")
        self.add_buttons([self.go, self.file, self.back])
        self.list.itemActivated.connect(self._choose)
        self.setFocusProxy(self.list if backups else self.file)

    @Slot()
    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._backups):
            self.chosen.emit(self._backups[row].path)

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Restore from a file"), "", _("Journals and backups (*.sqlite);;All files (*)")
        )
        if name:
            self.chosen.emit(Path(name))
