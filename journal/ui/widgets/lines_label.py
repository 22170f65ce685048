"""A text that wraps into a few lines at most."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from journal.ui.widgets.buttons import set_tip

_WRAP = Qt.TextFlag.TextWordWrap
_HIGH = 100_000


class LinesLabel(QLabel):
    """Ends with an ellipsis where its lines are not enough; `text` stays whole, as its tip and for ears."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._most = 2

    def set_most_lines(self, most: int) -> None:
        """Take so many lines and no more."""
        self._most = most
        self.updateGeometry()
        self._show_tip()

    def lines_in(self, width: int) -> int:
        """How many lines all of it needs in so many pixels."""
        self.ensurePolished()
        return self._lines(self.text(), width)

    def heightForWidth(self, width: int) -> int:
        return min(self._most, self.lines_in(width)) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(60, self.fontMetrics().lineSpacing())

    def shown_text(self) -> str:
        """What of it is to be seen."""
        whole = self.text()
        if self._lines(whole, self.width()) <= self._most:
            return whole
        short, long = 0, len(whole)  # the first fits, the second does not
        while long - short > 1:
            middle = (short + long) // 2
            fits = self._lines(f"{whole[:middle].rstrip()}…", self.width()) <= self._most
            short, long = (middle, long) if fits else (short, middle)
        return f"{whole[:short].rstrip()}…"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        flags = int(self.alignment()) | int(_WRAP)
        role, enabled = self.foregroundRole(), self.isEnabled()
        self.style().drawItemText(painter, self.rect(), flags, self.palette(), enabled, self.shown_text(), role)

    def _lines(self, text: str, width: int) -> int:
        metrics = self.fontMetrics()
        box = metrics.boundingRect(QRect(0, 0, max(1, width), _HIGH), _WRAP, text)
        return max(1, round(box.height() / metrics.lineSpacing()))

    def _show_tip(self) -> None:
        set_tip(self, self.text() if self.shown_text() != self.text() else "")
