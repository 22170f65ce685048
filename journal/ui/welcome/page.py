"""What a newcomer reads once: what the program does, what it does not do, and where the data is."""

from PySide6.QtCore import Qt

from journal.i18n import _, number
from journal.ui.page import Page, PageContext
from journal.ui.progress.onset_card import OnsetQuestion
from journal.ui.widgets.controls import Card, button, in_a_column, in_a_row, label, scrolling


class WelcomePage(Page):
    """Four short steps, the last a question that can be skipped, and one way on. Shown on the first start only."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.begin = button(_("Go on"), self._begin, "primary")
        self.urgent = button(_("Read the urgent signs"), lambda: self.go_to.emit("urgent", True))
        self.onset = OnsetQuestion(self.session)
        self.onset.done.connect(self.done)
        steps = scrolling(*self._steps(str(self.session.repository.path)), parent=self)
        row = in_a_row(None, self.begin)
        self.setLayout(
            in_a_column(label(_("Welcome to your sciatica journal"), "title", wrap=True), (steps, 1), row, spacing=16)
        )

    def enter(self) -> None:
        self.begin.setFocus()

    def _begin(self) -> None:
        """Go to the first check-in, by way of the questions about urgent signs if they were never answered."""
        self.go_to.emit("check_in", None)
        if not self.session.records.red_flag_checks:
            self.go_to.emit("urgent", True)

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
    card = Card("", label(_("{count}. {heading}").format(count=number(count), heading=heading), "brand", wrap=True))
    for sentence in sentences:
        card.body.addWidget(label(sentence, wrap=True))
    return card
