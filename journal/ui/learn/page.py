"""The page to read, with a list of its parts at the top and the sources in full at the end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journal.i18n import _
from journal.ui.page import Page, PageContext
from journal.ui.widgets.controls import Card, button, fitted, in_a_column, label, scrolling
from journal.ui.widgets.flow import FlowLayout
from journal.wording import learn

_LINE_EMS = 46
"""Longer lines are hard to read."""
_AROUND_EMS = 6
"""What stands left and right of a button's words."""


class _Text(QLabel):
    """A text that can be selected once the pointer is on it.

    So many that can be from the beginning take three times as long to lay out, for the same lines.
    """

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)


class LearnPage(Page):
    """Everything is on this computer; nothing here is asked or kept."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.cards: dict[str, Card] = {}
        self._build()

    def enter(self) -> None:
        self.reading.setFocus()  # the keyboard can scroll the text at once

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def show_section(self, key: str) -> None:
        """Scroll to one part."""
        self.reading.verticalScrollBar().setValue(self.cards[key].y())

    def _build(self) -> None:
        for section in learn.SECTIONS:
            self.cards[section.key] = self._card(section)
        self.links = {section.key: self._link(section) for section in learn.SECTIONS}
        parts = QWidget(self)
        row = FlowLayout(parts, 8)
        for link in self.links.values():
            row.addWidget(link)
        self.reading = scrolling(*self.cards.values(), self._references(), parent=self)
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the keyboard can scroll it
        # Translators: what a screen reader calls the text that is read on this page.
        self.reading.setAccessibleName(_("Text"))
        self.setLayout(in_a_column(label(_("What it means"), "title"), parts, (self.reading, 1), spacing=12))
        self.theme.changed.connect(self._measure)
        self._measure()

    def _card(self, section: learn.Section) -> Card:
        card = Card()
        head = label(learn.heading(section), "brand", wrap=True)
        card.body.addWidget(head)
        for paragraph in section.paragraphs:
            card.body.addSpacing(4)
            card.body.addWidget(label(learn.text(paragraph), wrap=True, kind=_Text))
            source = _("Source: {names}").format(names=learn.cited(paragraph))
            card.body.addWidget(label(source, "quiet", wrap=True, kind=_Text))
        if section.key == "help":
            card.body.addSpacing(8)
            self.ask = button(_("Answer the questions about urgent signs"), lambda: self.go_to.emit("urgent", True))
            self.ask.setAccessibleName(self.ask.text())
            card.body.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _references(self) -> Card:
        card = Card("", label(_("Sources"), "brand"))
        for reference in learn.references():
            card.body.addWidget(label(reference, "quiet", wrap=True, kind=_Text))
        return card

    def _link(self, section: learn.Section) -> QPushButton:
        link = button(learn.heading(section), lambda: self.show_section(section.key), "chip")
        link.setAccessibleName(link.text())
        return link

    def _measure(self) -> None:
        content = self.reading.widget()
        assert content is not None
        content.setMaximumWidth(self.theme.px(_LINE_EMS) + 40)
        room = self.width() - self.theme.px(_AROUND_EMS)
        for part in (self.ask, *self.links.values()):
            part.setText(fitted(part.accessibleName(), part, room))
