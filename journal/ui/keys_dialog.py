"""The keys, in a list: F1 shows it on every page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from journal.i18n import _
from journal.ui.page import PAGES
from journal.ui.theme import Theme
from journal.ui.widgets.controls import Card, button, column_of, fitted, in_a_column, in_a_row, label, scroll_area
from journal.ui.widgets.dialogs import resize_within_screen

_KEYS_EMS = 12
"""How wide the names of keys may be in one line."""
Row = tuple[str, str]
"""The keys, and what they do."""


def everywhere() -> list[Row]:
    """The keys that every page knows."""
    return [
        *((page.shortcut, _(page.title)) for page in PAGES if page.shortcut),
        ("F3", _("I’m struggling")),
        ("F1", _("This list")),
        (_("Ctrl +, Ctrl −, Ctrl 0"), _("Larger text, smaller text, the usual size")),
        (_("Ctrl+Z"), _("Take back the last step: ten of them, one after another")),
        (_("Ctrl+L"), _("Lock now")),
    ]


def on_the_body() -> list[Row]:
    """The keys of the check-in."""
    return [
        (_("Arrow keys"), _("To the next place on the body")),
        (_("Page Up, Page Down"), _("To the next picture: back, front, feet, soles")),
        (_("Space"), _("Paint the place")),
        (_("Enter"), _("Say exactly what you feel there")),
        (_("Delete"), _("Remove what is marked there")),
        (_("1 to 9, 0 for 10"), _("Choose a strength")),
        (_("Shift+1 to Shift+5"), _("Choose pain, numbness, tingling, weakness or the eraser")),
        (_("Ctrl+Z, Ctrl+Shift+Z"), _("Take back a stroke, paint it again")),
        (_("Ctrl+S"), _("Save")),
    ]


def in_the_journal() -> list[Row]:
    """The keys of the list and the calendar."""
    return [
        (_("Ctrl+F"), _("Search")),
        (_("Enter"), _("Open what is chosen")),
        (_("Delete"), _("Delete what is chosen")),
        (_("Page Up, Page Down"), _("A month back or on in the calendar, with Shift a year")),
        (_("Escape"), _("Back to the list")),
    ]


class KeysDialog(QDialog):
    """Three short tables to look at."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        cards = (
            _table(theme, _("On every page"), everywhere()),
            _table(theme, _("Check in"), on_the_body()),
            _table(theme, _("Journal"), in_the_journal()),
        )
        scroll = scroll_area(column_of(*cards, None, spacing=12, right=6), focus=Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(self.windowTitle())
        close = button(_("Close"), self.accept, "primary")
        close.setDefault(True)
        parts = (label(self.windowTitle(), "title"), (scroll, 1), in_a_row(None, close))
        self.setLayout(in_a_column(*parts, spacing=12, margins=(24, 20, 24, 20)))
        resize_within_screen(self, theme.px(44), theme.px(42))


def _table(theme: Theme, heading: str, rows: list[Row]) -> Card:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for number, (keys, words) in enumerate(rows):
        name = label(keys, "strong")
        name.setText(fitted(keys, name, theme.px(_KEYS_EMS)))
        grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words, wrap=True), number, 1)
    return Card(heading, grid)
