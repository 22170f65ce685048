"""The buttons that finish a check-in, always in sight."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from journal.i18n import _
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.controls import set_property, set_style_role

_GAP = 10


class SaveButtons(QWidget):
    """Save, and the two quick ways; while an older entry is changed, the way back instead of the first of them."""

    def __init__(self) -> None:
        super().__init__()
        self.same = _button(_("Same as last time"), "strong")
        self.none = _button(_("No symptoms"), "strong")
        self.leave = _button(_("Leave it as it was"), "strong")
        self.save = _button(_("Save"), "primary")
        self.save.setToolTip(_("Save (Ctrl+S)"))
        self._quick = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._quick.setSpacing(_GAP)
        for part in (self.same, self.none, self.leave):
            self._quick.addWidget(part, 1)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        self._box.addLayout(self._quick)
        self._box.addWidget(self.save, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_editing(False)

    def show_editing(self, editing: bool) -> None:
        """Offer what fits a new entry, or a changed one."""
        self.same.setVisible(not editing)
        self.leave.setVisible(editing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack_what_does_not_fit()

    def set_in_a_row(self, row: bool, width: int) -> None:
        """Stand side by side where that width is enough, drawn closer if need be; else Save below the others."""
        parts = [part for part in (self.same, self.none, self.leave, self.save) if not part.isHidden()]
        for tight in (False, True):
            for part in parts:
                if bool(part.property("tight")) != (row and tight):
                    set_property(part, "tight", row and tight)
            fits = sum(part.sizeHint().width() + _GAP for part in parts) - _GAP <= width
            if fits or not row:
                break
        way = QBoxLayout.Direction.LeftToRight if row and fits else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._stack_what_does_not_fit()

    def _stack_what_does_not_fit(self) -> None:
        """The quick ways stand side by side above Save only where their words have room for that."""
        shown = [part for part in (self.same, self.none, self.leave) if not part.isHidden()]
        needed = max(part.sizeHint().width() for part in shown) * len(shown) + _GAP * (len(shown) - 1)
        fits = needed <= self.width() or self._box.direction() is QBoxLayout.Direction.LeftToRight
        self._quick.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)


def _button(text: str, role: str) -> QPushButton:
    part = Button(text)
    set_style_role(part, role)
    return part
