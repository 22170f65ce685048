"""The buttons that finish a check-in, always in sight."""

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from journal.i18n import _
from journal.ui.widgets.parts import with_role


class Answers(QWidget):
    """Save, and the two quick ways; while an older entry is changed, the way back instead of those."""

    def __init__(self) -> None:
        super().__init__()
        self.same = _button(_("Same as last time"), "strong")
        self.none = _button(_("No symptoms"), "strong")
        self.leave = _button(_("Leave it as it was"), "strong")
        self.save = _button(_("Save"), "primary")
        self.save.setToolTip(_("Save (Ctrl+S)"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self.set_in_a_row(False)
        self.show_editing(False)

    def show_editing(self, editing: bool) -> None:
        """Offer what fits a new entry, or a changed one."""
        self.same.setVisible(not editing)
        self.none.setVisible(not editing)
        self.leave.setVisible(editing)

    def set_in_a_row(self, row: bool) -> None:
        """Stand side by side, or Save below the others."""
        for part in (self.same, self.none, self.leave, self.save):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.same, 0, 0)
        self._grid.addWidget(self.none, 0, 1)
        self._grid.addWidget(self.leave, 0, 0, 1, 2)
        if row:
            self._grid.addWidget(self.save, 0, 2)
        else:
            self._grid.addWidget(self.save, 1, 0, 1, 2)
        self._grid.setColumnStretch(2, 1 if row else 0)


def _button(text: str, role: str) -> QPushButton:
    part = QPushButton(text)
    part.setAutoDefault(False)
    with_role(part, role)
    return part
