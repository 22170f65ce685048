"""Ten big buttons from "barely there" to "worst imaginable"."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.i18n import _
from journal.ui.body_map.painter import number_color
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import OneClick
from journal.ui.widgets.controls import in_a_row, label, one_tab_stop


class StrengthButton(OneClick, QAbstractButton):
    """One strength, in the colour of that pain."""

    def __init__(self, strength: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strength = strength
        self._theme = theme
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(str(strength))
        self.setAccessibleName(_("Strength {strength} of 10").format(strength=strength))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(2), self._theme.px(2.7))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(1.35), self._theme.px(2.7))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint = QPainter(self)
        paint.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        outer = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        round_ = self._theme.em * 0.4
        if self.isChecked() or self.hasFocus() or self.underMouse():
            color = palette.primary if self.isChecked() or self.hasFocus() else palette.quiet
            paint.setPen(QPen(QColor(color), 3 if self.isChecked() else 1.5))
            paint.drawRoundedRect(outer, round_, round_)
        paint.setPen(Qt.PenStyle.NoPen)
        paint.setBrush(QColor(palette.pain_fill(self.strength)))
        filled = outer.adjusted(2, 3, -2, -3)
        paint.drawRoundedRect(filled, round_ - 2, round_ - 2)
        font = self.font()
        font.setBold(True)
        room, needed = filled.width(), QFontMetricsF(font).horizontalAdvance(self.text())
        if needed > room:  # the 10, where the panel is narrow
            font.setPixelSize(max(8, int(font.pixelSize() * room / needed)))
        paint.setFont(font)
        paint.setPen(QColor(number_color(self.strength)))
        paint.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class StrengthBar(QWidget):
    """Chooses a strength of 1..10, or none where `clearable`."""

    chosen = Signal(object)
    """The strength, or None."""

    def __init__(self, theme: Theme, *, words: bool = True, clearable: bool = False) -> None:
        super().__init__()
        self._clearable = clearable
        self._group = QButtonGroup(self)
        self._group.setExclusive(not clearable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(3)
        for strength in range(1, 11):
            button = StrengthButton(strength, theme)
            self._group.addButton(button, strength)
            row.addWidget(button)
        self._group.idClicked.connect(self._clicked)
        one_tab_stop(self._group)
        column.addLayout(row)
        if words:
            ends = in_a_row(label(_("barely there"), "quiet"), None, label(_("worst imaginable"), "quiet"))
            column.addLayout(ends)

    @property
    def strength(self) -> int | None:
        """The chosen strength."""
        return next((self._group.id(button) for button in self._group.buttons() if button.isChecked()), None)

    def choose(self, strength: int | None) -> None:
        """Choose without telling."""
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == strength)
        self._group.setExclusive(exclusive)

    def button(self, strength: int) -> QAbstractButton:
        """The button of one strength."""
        return self._group.button(strength)

    def _clicked(self, strength: int) -> None:
        if self._clearable:
            kept = strength if self._group.button(strength).isChecked() else None
            self.choose(kept)
        self.chosen.emit(self.strength)
