"""The body of one day in small: what is marked that day, and a button that leads to the map."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.domain.entry import Entry
from journal.i18n import _
from journal.ui.history.delegate import paint_small_body
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button

_WIDTH_EMS, _HEIGHT_EMS = 4.2, 4.9


class SmallBody(Button):
    """Paints what an entry says about places."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme = theme
        self._entry: Entry | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_entry(self, entry: Entry | None) -> None:
        """Show an entry; None for nothing."""
        self._entry = entry
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH_EMS), self._theme.px(_HEIGHT_EMS))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        edge = self._theme.color("primary" if self.hasFocus() or self.underMouse() else "border")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1) if self.isEnabled() else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("card"))
        painter.drawRoundedRect(box, 6, 6)
        if self._entry is not None:
            paint_small_body(painter, box.adjusted(4, 4, -4, -4), self._theme, self._entry)
        else:
            font = self.font()
            font.setPixelSize(self._theme.px(0.85))
            painter.setFont(font)
            painter.setPen(self._theme.color("quiet"))
            # Translators: press here to mark on the body where it was.
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, _("Mark"))
