"""The buttons that finish a check-in, always in sight."""

from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

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

    def _width(self, parts: list[Button], *, tight: bool) -> int:
        """How much room they need side by side, with the paddings of the style sheet."""
        em = QFontInfo(self.font()).pixelSize()
        bold = QFont(self.font())
        bold.setPixelSize(round(em * (0.85 if tight else 1)))
        bold.setWeight(QFont.Weight.DemiBold)
        edges = {self.save: 0.6 if tight else 1.2}
        words = sum(QFontMetrics(bold).horizontalAdvance(part.text()) for part in parts)
        around = sum(2 * round(em * edges.get(part, 0.25 if tight else 0.8)) + 6 for part in parts)
        return words + around + _GAP * (len(parts) - 1)

    def set_in_a_row(self, row: bool, width: int) -> None:
        """Stand side by side where that width is enough, drawn closer if need be; else Save below the others."""
        parts = [part for part in (self.same, self.none, self.leave, self.save) if not part.isHidden()]
        tight = row and self._width(parts, tight=False) > width
        for part in parts:
            if bool(part.property("tight")) != tight:  # measured beforehand: each change asks for the layout anew
                set_property(part, "tight", tight)
        fits = self._width(parts, tight=tight) <= width
        way = QBoxLayout.Direction.LeftToRight if row and fits else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._stack_what_does_not_fit()

    def _stack_what_does_not_fit(self) -> None:
        """The quick ways stand side by side above Save only where their words have room for that."""
        shown = [part for part in (self.same, self.none, self.leave) if not part.isHidden()]
        needed = sum(part.sizeHint().width() for part in shown) + _GAP * (len(shown) - 1)
        fits = needed <= self.width() or self._box.direction() is QBoxLayout.Direction.LeftToRight
        self._quick.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)


def _button(text: str, role: str) -> Button:
    part = Button(text)
    set_style_role(part, role)
    return part
