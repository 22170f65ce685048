"""The questions about urgent signs, most urgent first, each a large box to tick."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFocusEvent, QMouseEvent, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from journal.domain.redflag import RedFlag, Tier
from journal.ui.help_numbers import HelpNumbers
from journal.ui.widgets.controls import in_a_column, in_a_row, label, set_property, set_style_role
from journal.ui.widgets.roles import set_accessible_role
from journal.wording import labels
from journal.wording import redflags as wording

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
"""Whoever goes from box to box brings each whole question into view; a page that opens stays where it begins."""


class RedFlagQuestion(QFrame):
    """One sign: the box, its words and a hint; a click anywhere on them ticks it. It knows whether it was in view."""

    seen = Signal()
    """All of it was on the screen, at once or piece by piece."""

    def __init__(self, sign: RedFlag) -> None:
        super().__init__()
        self.was_seen = False
        self._shown = QRegion()
        set_style_role(self, "question")
        self.box = QCheckBox()
        self.box.setAccessibleName(labels.label(sign))
        self.hint = label("", "quiet", wrap=True)
        words = in_a_column(label(labels.label(sign), wrap=True), self.hint, spacing=2)
        self.setLayout(in_a_row((self.box, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=10, margins=(8, 6, 8, 6)))
        self.box.toggled.connect(lambda ticked: set_property(self, "ticked", ticked))
        self.box.installEventFilter(self)

    def say(self, hint: str, what_to_do: str) -> None:
        """Show what helps to answer. what_to_do: the heading of its group, for ears."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.box.setAccessibleDescription(" ".join(filter(None, (what_to_do, hint))))

    def forget(self) -> None:
        """Wait to be seen anew."""
        self.was_seen = False
        self._shown = QRegion()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shown = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_TAB:
            area = scroll_area_of(self)
            if area is not None:
                area.ensureWidgetVisible(self, 0, 0)
                self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        if self.was_seen:
            return
        self._shown += QRegion(self.visibleRegion().boundingRect())
        if QRegion(self.rect()).subtracted(self._shown).isEmpty():
            self.was_seen = True
            self.seen.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.box.toggle()
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)


class RedFlagQuestions(QWidget):
    """All signs, in groups that say what to do. Plain values in and out; it knows no journal."""

    changed = Signal()
    looked = Signal()
    """How many were not on the screen yet may have changed."""

    def __init__(self, numbers: HelpNumbers) -> None:
        super().__init__()
        self._numbers = numbers
        self.by_sign = {sign: RedFlagQuestion(sign) for sign in RedFlag}
        self._headings = {tier: label("", "tier", wrap=True) for tier in Tier}
        self._groups: dict[Tier, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for tier, heading in self._headings.items():
            set_property(heading, "tier", tier.value)
            group = self._groups[tier] = QWidget()
            set_accessible_role(group, QAccessible.Role.Grouping)
            inside = in_a_column(heading, spacing=2)
            group.setLayout(inside)
            column.addWidget(group)
            for sign, question in self.by_sign.items():
                if sign.tier is tier:
                    inside.addWidget(question)
                    question.box.toggled.connect(self.changed)
                    question.seen.connect(self.looked, Qt.ConnectionType.QueuedConnection)  # not while it paints
            column.addSpacing(10)
        numbers.changed.connect(self._write)
        self._write()

    def signs(self) -> tuple[RedFlag, ...]:
        """What is ticked."""
        return tuple(sign for sign, question in self.by_sign.items() if question.box.isChecked())

    def set_value(self, signs: Iterable[RedFlag]) -> None:
        """Tick these and no others, without telling."""
        ticked = set(signs)
        for sign, question in self.by_sign.items():
            question.box.blockSignals(True)
            question.box.setChecked(sign in ticked)
            question.box.blockSignals(False)
            set_property(question, "ticked", sign in ticked)

    def unseen(self) -> int:
        """How many signs have not been on the screen since `forget`."""
        return sum(not question.was_seen for question in self.by_sign.values())

    def forget(self) -> None:
        """Let every sign be seen anew, before "none of these" may be said."""
        for question in self.by_sign.values():
            question.forget()
        self.looked.emit()

    def box(self, sign: RedFlag) -> QCheckBox:
        """The box of one sign."""
        return self.by_sign[sign].box

    @Slot()
    def _write(self) -> None:
        country = self._numbers.country
        for tier, heading in self._headings.items():
            heading.setText(wording.tier_heading(tier, country))
            self._groups[tier].setAccessibleName(heading.text())
        for sign, question in self.by_sign.items():
            question.say(wording.hint(sign, country), self._headings[sign.tier].text())


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """The area that scrolls a widget, if any does."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
