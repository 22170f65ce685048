"""The card "I'm struggling": warm words and someone to call. It keeps, writes and counts nothing."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QLabel, QVBoxLayout, QWidget

from journal.i18n import _
from journal.ui.help_numbers import HelpNumbers
from journal.ui.settings.help_card import fill_countries
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import (
    Card,
    button,
    clear_layout,
    flowing,
    in_a_column,
    in_a_row,
    label,
    scroll_area,
    set_property,
)
from journal.ui.widgets.dialogs import resize_within_screen
from journal.wording import help_lines


class StrugglingCard(QDialog):
    """Shows the lines of the country in force; another country can be looked at, which changes no setting."""

    def __init__(self, theme: Theme, numbers: HelpNumbers, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbers = numbers
        heading = _("It is a lot to carry")
        self.setWindowTitle(heading)
        self.country = Chooser()
        fill_countries(self.country)
        self.country.setCurrentIndex(self.country.findData(numbers.code))
        self.country.setAccessibleName(_("Lines of another country"))
        self.country.currentIndexChanged.connect(self._show)
        self._lines = Card(_("Someone to talk to"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._lines.body.addLayout(self._rows)
        self.country.setMinimumWidth(theme.px(8))  # a long name is shortened rather than widening the card
        self._lines.body.addWidget(flowing(label(_("Another country:"), "quiet"), self.country, spacing=8))
        self._lay_out(heading)
        self._show()
        theme.changed.connect(self._arrange)
        resize_within_screen(self, theme.px(44), theme.px(40))

    def numbers(self) -> tuple[str, ...]:
        """The numbers that it shows, from the first."""
        found = self.findChildren(QLabel, "number")
        return tuple(part.text() for part in found if part.parent() is not None)

    def _lay_out(self, heading: str) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        for text in (
            _(
                "Pain that lasts wears people down. Feeling hopeless or trapped in it is common, and it is not a"
                " weakness of yours."
            ),
            _("You do not have to get through this alone, and no reason is too small to call."),
        ):
            column.addWidget(label(text, "lead", wrap=True))
        column.addWidget(self._lines)
        for text in (
            _("A friend, a neighbour or your doctor is a good call too. “I am struggling” is enough to say."),
            _("Nobody reads this journal but you, and opening this card is not recorded."),
            _("Your notes go on a printed page only if you choose that, and the page then says that they are on it."),
        ):
            column.addWidget(label(text, wrap=True))
        column.addStretch()
        scroll = scroll_area(content, focus=Qt.FocusPolicy.StrongFocus)
        close = button(_("Close"), self.accept, "primary")
        close.setDefault(True)
        row = in_a_row(None, close)
        self.setLayout(
            in_a_column(label(heading, "title", wrap=True), (scroll, 1), row, spacing=12, margins=(24, 20, 24, 20))
        )

    @Slot()
    def _show(self) -> None:
        clear_layout(self._rows)
        here = help_lines.country(self.country.currentData(), self._numbers.own)
        for line in here.lines:
            words = _("{name}: {how}").format(name=line.name, how=help_lines.how(line)) if line.how else line.name
            self._rows.addWidget(_Line(words, line.number))
        self._rows.addWidget(_Line(_("If you might not be safe right now: emergency"), here.emergency))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        for line in self._lines.findChildren(_Line):
            line.arrange(self.width(), self.width() - self._theme.px(_EDGES_EMS))


_LONGEST_NUMBER = 16
_NUMBER_SHARE = 0.4
"""The part of the card's width that a number may take beside its words; a wider one stands below them."""
_EDGES_EMS = 7
"""Of the card's width that no line has, with room for the scroll bar."""


class _Line(QWidget):
    """Words and a number, beside them or below, where it can wrap."""

    def __init__(self, words: str, number: str) -> None:
        super().__init__()
        self._big = label(number, "number")
        self._big.setObjectName("number")
        self._big.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._big.setAccessibleName(_("{words}: {number}").format(words=words, number=number))
        self._box = in_a_row((label(words, wrap=True), 1), self._big)
        self.setLayout(self._box)

    def arrange(self, width: int, room: int) -> None:
        """Take the widths of the card and of its lines, in pixels."""
        set_property(self._big, "role", "number")
        self._big.ensurePolished()
        number = self._big.text()
        advance = self._big.fontMetrics().horizontalAdvance
        # "112 or your local number", an address: below
        below = len(number) > _LONGEST_NUMBER or advance(number) > width * _NUMBER_SHARE
        if max(map(advance, number.split()), default=0) > room:
            set_property(self._big, "role", "strong")
        self._big.setWordWrap(below)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
