"""Labels, cards, buttons and rows in the program's look: a role says what a thing is, the theme how that looks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def with_role(widget: QWidget, role: str) -> None:
    """Give a widget its role in the style sheet."""
    widget.setProperty("role", role)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, and restyle."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A text. Plain unless it says otherwise: what a person typed is never read as markup."""
    widget = QLabel(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setWordWrap(wrap)
    widget.setIndent(2)  # some fonts' J reaches out to the left
    with_role(widget, role)
    return widget


def button(text: str, clicked: Callable[[], object], role: str = "", *, tip: str = "") -> QPushButton:
    """A push button that does one thing."""
    widget = QPushButton(text)
    widget.setAutoDefault(False)
    with_role(widget, role)
    if tip:
        widget.setToolTip(tip)
    widget.clicked.connect(lambda _checked=False: clicked())
    return widget


def line() -> QFrame:
    """A hairline between two things."""
    widget = QFrame()
    with_role(widget, "line")
    return widget


class Card(QFrame):
    """A white sheet with a heading."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(8)
        if heading:
            self.body.addWidget(label(heading, "heading"))


class Segments(QWidget):
    """A row of joined buttons of which exactly one is chosen."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._values = [value for value, _text in choices]
        self._group = QButtonGroup(self)
        row = _tight(QHBoxLayout(self))
        for index, (_value, text) in enumerate(choices):
            part = _Segment(text)
            part.setCheckable(True)
            part.setAutoDefault(False)
            with_role(part, "segment")
            part.setProperty("place", _place(index, len(choices)))
            self._group.addButton(part, index)
            row.addWidget(part)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    @property
    def value(self) -> object:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        """Choose without telling."""
        self._group.button(self._values.index(value)).setChecked(True)

    def part(self, value: object) -> QPushButton:
        """The button of one value."""
        return self._group.button(self._values.index(value))  # type: ignore[return-value]


class _Segment(QPushButton):
    """As wide as its text in bold, so that choosing it moves nothing and cuts nothing off."""

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        plain = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(size.width() + QFontMetrics(bold).horizontalAdvance(self.text()) - plain + 6, size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _place(index: int, count: int) -> str:
    if index == 0:
        return "first"
    return "last" if index == count - 1 else "middle"


def _tight(layout: QLayout) -> QHBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout  # type: ignore[return-value]
