"""The card "I'm struggling": warm words and someone to call. It keeps, writes and counts nothing."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from journal.i18n import _
from journal.ui.help_numbers import HelpNumbers
from journal.ui.settings.help_card import fill_countries
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import Card, button, clear_layout, in_a_column, in_a_row, label, scroll_area
from journal.wording import help_lines


class StrugglingCard(QDialog):
    """Shows the lines of the country in force; another country can be looked at, which changes no setting."""

    def __init__(self, theme: Theme, numbers: HelpNumbers, parent: QWidget | None) -> None:
        super().__init__(parent)
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
        self._lines.body.addLayout(in_a_row(label(_("Another country:"), "quiet"), self.country, None))
        self._lay_out(heading)
        self._show()
        screen = self.screen().availableGeometry()
        self.resize(min(theme.px(44), screen.width() - 40), min(theme.px(37), screen.height() - 60))

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
        self.setLayout(in_a_column(label(heading, "title"), (scroll, 1), row, spacing=12, margins=(24, 20, 24, 20)))

    @Slot()
    def _show(self) -> None:
        clear_layout(self._rows)
        here = help_lines.country(self.country.currentData(), self._numbers.own)
        for line in here.lines:
            words = _("{name}: {how}").format(name=line.name, how=help_lines.how(line)) if line.how else line.name
            self._rows.addWidget(_line(words, line.number))
        self._rows.addWidget(_line(_("If you might not be safe right now: emergency"), here.emergency))


_LONGEST_NUMBER = 16


def _line(words: str, number: str) -> QWidget:
    part = QWidget()
    long = len(number) > _LONGEST_NUMBER  # "112 or your local number", an address: below, where it can wrap
    big = label(number, "number", wrap=long)
    said = label(words, wrap=True)
    part.setLayout(in_a_column(said, big) if long else in_a_row((said, 1), big))
    big.setObjectName("number")
    big.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    big.setAccessibleName(_("{words}: {number}").format(words=words, number=number))
    return part
