"""The page to read, with a list of its parts at the top and the sources in full at the end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.parts import Card, button, label, scrolling
from journal.wording import learn

_LINE_EMS = 46
"""Longer lines are hard to read."""


class LearnPage(QWidget):
    """Everything is on this computer; nothing here is asked or kept."""

    urgent_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: dict[str, Card] = {}
        self._built = False

    def showEvent(self, event: QShowEvent) -> None:
        if not self._built:  # a long text that few starts of the program need
            self._build()
        super().showEvent(event)

    def enter(self) -> None:
        """Let the keyboard scroll the text at once."""
        if self._built:
            self._scroll.setFocus()

    def show_section(self, key: str) -> None:
        """Scroll to one part."""
        self._scroll.verticalScrollBar().setValue(self._cards[key].y())

    def _build(self) -> None:
        self._built = True
        for section in learn.SECTIONS:
            self._cards[section.key] = self._card(section)
        self.links = {section.key: self._link(section) for section in learn.SECTIONS}
        self._scroll = scrolling(*self._cards.values(), self._references())
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the keyboard can scroll it
        self._scroll.setAccessibleName(_("Text"))
        parts = QWidget()
        row = FlowLayout(parts, 8)
        for link in self.links.values():
            row.addWidget(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(_("What it means"), "title"))
        column.addWidget(parts)
        column.addWidget(self._scroll, 1)
        self._theme.changed.connect(self._measure)
        self._measure()

    def _card(self, section: learn.Section) -> Card:
        card = Card()
        head = label(learn.heading(section), "brand", wrap=True)
        card.body.addWidget(head)
        for paragraph in section.paragraphs:
            card.body.addSpacing(4)
            card.body.addWidget(self._text(learn.text(paragraph), ""))
            card.body.addWidget(self._text(_("Source: {names}").format(names=learn.cited(paragraph)), "quiet"))
        if section.key == "help":
            card.body.addSpacing(8)
            ask = button(_("Answer the questions about urgent signs"), self.urgent_asked.emit)
            card.body.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _references(self) -> Card:
        card = Card()
        card.body.addWidget(label(_("Sources"), "brand"))
        for reference in learn.references():
            card.body.addWidget(self._text(reference, "quiet"))
        return card

    def _text(self, words: str, role: str) -> QLabel:
        part = label(words, role, wrap=True)
        part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return part

    def _link(self, section: learn.Section) -> QWidget:
        return button(learn.heading(section), lambda: self.show_section(section.key), "chip")

    def _measure(self) -> None:
        content = self._scroll.widget()
        assert content is not None
        content.setMaximumWidth(self._theme.px(_LINE_EMS) + 40)
