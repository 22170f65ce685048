"""Buttons and choosers as every window has them: what a double click, Enter and the wheel do is decided here alone.

A second click of a double click does nothing, so that nothing is deleted, saved or answered twice; Enter presses the
button that has the keyboard; the wheel scrolls, and never changes what is chosen or typed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QToolButton, QWidget

if TYPE_CHECKING:
    _ButtonBase = QAbstractButton
    _WidgetBase = QWidget
else:
    _ButtonBase = _WidgetBase = object


class OneClick(_ButtonBase):
    """For a button: a double click presses once, and Enter presses what has the keyboard."""

    counts_every_click = False
    """Whether quick clicks are meant one by one, as for a step on or a count."""
    _doubled_at = -1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.counts_every_click:
            super().mouseDoubleClickEvent(event)
        else:
            self._doubled_at = event.timestamp()
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        third = 0 <= event.timestamp() - self._doubled_at < QApplication.doubleClickInterval()
        if third and self._doubled_at > 0 and not self.counts_every_click:
            event.accept()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key held down answers nothing that appears meanwhile
            self.click()


class Button(OneClick, QPushButton):
    """A push button."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)


class SmallButton(OneClick, QToolButton):
    """A button of one symbol."""


class SteadyButton(Button):
    """As wide as its text in bold, so that choosing it moves nothing and cuts nothing off."""

    _measured, _more = ("", ""), 0
    """Its text and font, and what bold adds to their width: layouts ask again and again."""

    def sizeHint(self) -> QSize:
        size, font = super().sizeHint(), self.font()
        now = (self.text(), font.key())
        if self._measured != now:
            bold = QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            plain, wide = QFontMetrics(font).horizontalAdvance, QFontMetrics(bold).horizontalAdvance
            self._measured, self._more = now, max(wide(line) - plain(line) for line in now[0].split("\n"))
        return QSize(size.width() + self._more + 6, size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Wheelless(_WidgetBase):
    """For a field: the wheel goes to what scrolls around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Chooser(Wheelless, QComboBox):
    """One choice of a list that opens; closed, only a key or a click changes it."""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        edit = self.lineEdit()
        if edit is not None:
            edit.setAccessibleName(name)


def plain_tip(text: str) -> str:
    """A tip that says exactly this: Qt would take a "<" that somebody typed for markup, and load what it names."""
    return TextQt.convertFromPlainText(text) if TextQt.mightBeRichText(text) else text


def set_tip(part: QWidget, text: str) -> None:
    """Give a part its tip."""
    part.setToolTip(plain_tip(text))


_MOST_CHARACTERS = 28


def show_typed(part: QAbstractButton, text: str, name: str = "") -> None:
    """Write what a person typed on a button: whole as its tip and for ears, shortened where it would widen a page.

    name: what ears get in its stead.
    """
    short = text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1].rstrip()}…"
    part.setText(short.replace("&", "&&"))
    part.setAccessibleName(name or text)
    if short != text:
        set_tip(part, text)


def button(text: str, clicked: Callable[[], object], role: str = "", *, tip: str = "") -> Button:
    """A push button that does one thing."""
    widget = Button(text)
    widget.setProperty("role", role)
    widget.counts_every_click = role == "step"
    if tip:
        set_tip(widget, tip)
    widget.clicked.connect(lambda _checked=False: clicked())
    return widget


def toggle(text: str, role: str) -> SteadyButton:
    """A button that stays down, as wide as it is then."""
    widget = SteadyButton(text)
    widget.setCheckable(True)
    widget.setProperty("role", role)
    return widget
