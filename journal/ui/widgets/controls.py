"""Labels, cards, buttons and rows in the program's look: a role says what a thing is, the theme how that looks."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journal.i18n import _
from journal.ui.widgets.buttons import button as button
from journal.ui.widgets.buttons import toggle as toggle
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.roles import set_accessible_role

NO_LIMIT = 16_777_215
"""Of a width or height: Qt's QWIDGETSIZE_MAX, which PySide does not name."""


def set_style_role(widget: QWidget, role: str) -> None:
    """Give a widget its role in the style sheet."""
    widget.setProperty("role", role)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, and restyle what has had its style already."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def label(text: str, role: str = "", *, wrap: bool = False, kind: type[QLabel] = QLabel) -> QLabel:
    """A text. Plain unless it says otherwise: what a person typed is never read as markup."""
    widget = kind(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setWordWrap(wrap)
    widget.setIndent(2)  # some fonts' J reaches out to the left
    set_style_role(widget, role)
    return widget


class LineLabel(QLabel):
    """A text that asks for one line and wraps where it does not get it."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(2)  # as every label
        set_style_role(self, role)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        edges = 2 * self.margin() + 2 * max(0, self.indent()) + 4
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + edges, metrics.height() + 2 * self.margin())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), self.fontMetrics().height())


class FittingLabel(QLabel):
    """One line: the longest of its texts that fits, or the shortest with an ellipsis. Ears get the longest."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._texts: tuple[str, ...] = ("",)
        set_style_role(self, role)

    def say(self, *texts: str) -> None:
        """Say one thing in a few lengths, the longest first."""
        self._texts = texts
        self.setAccessibleName(texts[0])
        self._update_layout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_layout()

    def _update_layout(self) -> None:
        self.ensurePolished()
        metrics, room = self.fontMetrics(), self.width() - 6
        fitting = next((text for text in self._texts if metrics.horizontalAdvance(text) <= room), self._texts[-1])
        self.setText(metrics.elidedText(fitting, Qt.TextElideMode.ElideRight, room))


def line() -> QFrame:
    """A hairline between two things."""
    widget = QFrame()
    set_style_role(widget, "line")
    return widget


def tab_before(anchor: QWidget, *parts: QWidget) -> None:
    """Let Tab come through these parts, made later than the others, just before `anchor`."""
    before = anchor
    while (found := before.previousInFocusChain()) is not None and found is not anchor:
        before = found
        if before not in parts and before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            break
    for part in (*parts, anchor):
        QWidget.setTabOrder(before, part)
        before = part


def one_tab_stop(group: QButtonGroup) -> None:
    """Let Tab enter a group of buttons at the chosen one; the arrow keys go on from there."""

    def settle() -> None:
        parts = group.buttons()
        stop = next((part for part in parts if part.isChecked()), parts[0])
        for part in parts:
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if part is stop else Qt.FocusPolicy.ClickFocus)

    group.buttonToggled.connect(settle)
    settle()


SpinBoxT = TypeVar("SpinBoxT", bound=QAbstractSpinBox)


def roomy(field: SpinBoxT) -> SpinBoxT:
    """Keep a number or a date off the edge of its field, which a style sheet's padding does not."""
    edit = field.findChild(QLineEdit)
    if edit is not None:
        edit.setTextMargins(8, 0, 0, 0)
    return field


class Card(QFrame):
    """A white sheet with a heading."""

    def __init__(self, heading: str = "", *parts: "Part") -> None:
        super().__init__()
        set_style_role(self, "card")
        if heading:
            self.setAccessibleName(heading)
            set_accessible_role(self, QAccessible.Role.Grouping)
        self.body = in_a_column(
            *([LineLabel(heading, "heading")] if heading else []), *parts, spacing=8, margins=(16, 16, 16, 16)
        )
        self.setLayout(self.body)


class FittingArea(QScrollArea):
    """Scrolls only what has no room at its smallest; a plain one gives wrapped texts all the height they would like."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Take the height there is, or as much as is needed."""
        content, room = self.widget(), self.viewport().size()
        layout = None if content is None else content.layout()
        if content is not None and layout is not None:
            needed = layout.minimumHeightForWidth(room.width())
            content.setMaximumHeight(room.height() if needed <= room.height() else NO_LIMIT)


def scroll_area(
    content: QWidget,
    parent: QWidget | None = None,
    *,
    focus: Qt.FocusPolicy = Qt.FocusPolicy.NoFocus,
    area: QScrollArea | None = None,
) -> QScrollArea:
    """What scrolls its content up and down, never sideways. area: of a kind of its own, such as a `FittingArea`.

    parent: where it is to be, unless the area has one: its content gets its style here, and would again get it there.
    """
    scroll = area or QScrollArea(parent)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(focus)
    if focus is not Qt.FocusPolicy.NoFocus:
        scroll.setAccessibleName(_("Text"))  # the keyboard scrolls it
    scroll.setWidget(content)
    return scroll


Part = QWidget | QLayout | tuple[QWidget | QLayout, int] | tuple[QWidget, Qt.AlignmentFlag] | None
"""What a row or column holds; a number is how much of the room it takes, None is room alone."""


def in_a_row(*parts: Part, spacing: int = -1, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Some parts beside each other. spacing: -1 for that of what it lies in. margins: left, top, right, bottom."""
    row = QHBoxLayout()
    row.setContentsMargins(*margins)
    row.setSpacing(spacing)
    add_to(row, *parts)
    return row


def in_a_column(*parts: Part, spacing: int = -1, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Some parts under each other."""
    column = QVBoxLayout()
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    add_to(column, *parts)
    return column


def add_to(layout: QBoxLayout, *parts: Part) -> None:
    """Put further parts into a row or column."""
    for part in parts:
        inner, room = part if isinstance(part, tuple) else (part, 0)
        if inner is None:
            layout.addStretch()
        elif isinstance(inner, QLayout):
            layout.addLayout(inner, room)
        elif isinstance(room, Qt.AlignmentFlag):
            layout.addWidget(inner, 0, room)
        else:
            layout.addWidget(inner, room)


def column_of(*parts: Part, spacing: int = 10, right: int = 0) -> QWidget:
    """Some parts under each other. right: the margin there, for what scrolls."""
    box = QWidget()
    box.setLayout(in_a_column(*parts, spacing=spacing, margins=(0, 0, right, 0)))
    return box


def scrolling(*parts: Part, spacing: int = 12, parent: QWidget | None = None) -> QScrollArea:
    """A column of parts that scrolls when it is too long. parent: as in `scroll_area`."""
    return scroll_area(column_of(*parts, None, spacing=spacing, right=6), parent)


def flowing(*parts: QWidget, spacing: int = 10, together: bool = False) -> QWidget:
    """Some parts beside each other, in more rows where it is narrow. together: in a row of others, all or none wrap."""
    row = QWidget()
    flow = FlowLayout(row, spacing, together=together)
    for part in parts:
        flow.addWidget(part)
    return row


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout, and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
            inner.deleteLater()


def single_shot(parent: QObject, milliseconds: int, call: Callable[[], object]) -> QTimer:
    """A timer that calls once each time it is started, and only the last time if started again before."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something that changed by itself; not before it is shown."""
    if widget.isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
    else:
        _OnceShown(widget, words)


class _OnceShown(QObject):
    """Says it when its widget shows, unless something else is to be said by then."""

    def __init__(self, widget: QWidget, words: str) -> None:
        super().__init__(widget)
        for earlier in widget.findChildren(_OnceShown, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if earlier is not self:
                widget.removeEventFilter(earlier)
                earlier.deleteLater()
        self._words = words
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self.deleteLater()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(watched, self._words))
        return False


def in_two_lines(text: str) -> str:
    """Break a text at the space nearest to its middle."""
    at = min(
        (place for place, sign in enumerate(text) if sign == " "), key=lambda at: abs(2 * at - len(text)), default=None
    )
    return text if at is None else f"{text[:at]}\n{text[at + 1 :]}"


def fitted(text: str, part: QWidget, room: int) -> str:
    """A text in two lines where it is wider than so many pixels on a part, which does not wrap by itself."""
    part.ensurePolished()
    return text if part.fontMetrics().horizontalAdvance(text) <= room else in_two_lines(text)


def _place(number: int, count: int) -> str:
    return "only" if count == 1 else {0: "first", count - 1: "last"}.get(number, "middle")


class Segments(QWidget):
    """A row of joined buttons of which exactly one is chosen."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        set_accessible_role(self, QAccessible.Role.Grouping)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._values = [value for value, _text in choices]
        self._group = QButtonGroup(self)
        row = FlowLayout(self, 0, together=True)
        for index, (_value, text) in enumerate(choices):
            part = toggle(text, "segment")
            part.setAutoExclusive(True)  # a radio button to a screen reader
            part.setProperty("place", _place(index, len(choices)))  # until they are seen to wrap
            self._group.addButton(part, index)
            row.addWidget(part)
        self._group.button(0).setChecked(True)
        one_tab_stop(self._group)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rows: dict[int, list[QWidget]] = {}
        for part in sorted(self._group.buttons(), key=QWidget.x):
            rows.setdefault(part.y(), []).append(part)
        for row in rows.values():  # "first" is the one whose left corners are round
            for number, widget in enumerate(row):
                set_property(widget, "place", _place(number, len(row)))

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
