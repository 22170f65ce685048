"""A small sheet near the pointer that tells the values of what is pointed at."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QFrame, QWidget

from journal.ui.theme import Theme
from journal.ui.widgets.controls import in_a_column, label, set_style_role

if TYPE_CHECKING:
    from journal.charts.chart_spec import Tooltip

_WIDEST_EMS = 24
_APART = 10


class Hint(QFrame):
    """Lies over the window, beside a place of its widget, and lets the pointer through."""

    def __init__(self, theme: Theme, of: QWidget, give_way: Callable[[], object]) -> None:
        """give_way: called when another one is to show; it hides this one."""
        super().__init__(of)
        self.give_way = give_way
        self._theme = theme
        self._of = of
        set_style_role(self, "hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = label("", "strong", wrap=True)
        self.lines = label("", wrap=True)
        self._column = in_a_column(self.title, self.lines, spacing=2, margins=(12, 8, 12, 8))
        self.setLayout(self._column)
        self.hide()

    @property
    def text(self) -> str:
        """All that shows."""
        return "\n".join(filter(None, (self.title.text(), self.lines.text())))

    def show_at(self, told: "Tooltip", place: QRectF) -> None:
        """Tell something beside a place of the widget, inside the window."""
        window = self._of.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        for other in window.findChildren(Hint):
            if other is not self and not other.isHidden():
                other.give_way()
        self.title.setText(told.title)
        self.lines.setText("\n".join(told.lines))
        self.lines.setVisible(bool(told.lines))
        self._update_layout()
        corner = self._of.mapTo(window, place.topLeft().toPoint())
        width, height = int(place.width()), int(place.height())
        x = corner.x() + width + _APART
        if x + self.width() > window.width() - 4:
            x = corner.x() - self.width() - _APART
        y = corner.y() + min(height, self.height()) // 2 - self.height() // 2 if height > 40 else corner.y() + 18
        lowest = window.height() - self.height() - 4
        self.move(QPoint(max(4, min(x, window.width() - self.width() - 4)), max(4, min(y, lowest))))
        self.show()
        self.raise_()

    def _update_layout(self) -> None:
        """As wide as its longest line, up to a comfortable width."""
        edges = self._column.contentsMargins()
        widest = max(
            part.fontMetrics().horizontalAdvance(line)
            for part in (self.title, self.lines)
            for line in (part.text() or " ").split("\n")
        )
        wide = min(self._theme.px(_WIDEST_EMS), widest + 14) + edges.left() + edges.right()
        self.setFixedWidth(wide)
        self.setFixedHeight(self._column.heightForWidth(wide))
