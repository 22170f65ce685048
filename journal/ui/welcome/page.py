"""What a newcomer reads once: what the program does, what it does not do, and where the data is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.i18n import _, number
from journal.ui.progress.onset_card import OnsetQuestion
from journal.ui.session import Session
from journal.ui.widgets.parts import Card, button, label, scrolling


class WelcomePage(QWidget):
    """Four short steps, the last a question that can be skipped, and one way on. Shown on the first start only."""

    done = Signal()
    urgent_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.begin = button(_("Go on"), self.done.emit, "primary")
        self.urgent = button(_("Read the urgent signs"), self.urgent_asked.emit)
        self.onset = OnsetQuestion(session)
        steps = scrolling(*self._steps(str(session.repository.path)))
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(_("Welcome to your sciatica journal"), "title", wrap=True))
        column.addWidget(steps, 1)
        column.addLayout(row)

    def _steps(self, journal: str) -> list[Card]:
        does = _step(
            1,
            _("What it does"),
            _("Once a day or more, you mark on a drawing of the body where you feel it and how strongly."),
            _(
                "After about two weeks it says whether your symptoms move up toward the back or down the leg,"
                " and prints one page for your appointment."
            ),
        )
        does_not = _step(
            2,
            _("What it does not do"),
            _("It does not diagnose, it promises no healing, and it does not replace your doctor or therapist."),
            _("Some signs need help at once, whatever the journal says. The next page asks about them."),
        )
        does_not.body.addWidget(self.urgent, 0, Qt.AlignmentFlag.AlignLeft)
        where = _step(
            3,
            _("Where your data is"),
            _("Everything stays in one file on this computer. The program never goes online."),
        )
        place = label(journal, "quiet", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.body.addWidget(place)
        when = _step(
            4,
            _("When it began"),
            _("If you like. It goes on the page for your appointment, and you can also say it later on “Progress”."),
        )
        when.body.addWidget(self.onset)
        return [does, does_not, where, when]


def _step(count: int, heading: str, *sentences: str) -> Card:
    card = Card()
    card.body.addWidget(label(_("{count}. {heading}").format(count=number(count), heading=heading), "brand", wrap=True))
    for sentence in sentences:
        card.body.addWidget(label(sentence, wrap=True))
    return card
