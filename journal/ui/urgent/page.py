"""The page of urgent signs: what to do first, then why, then the questions. Each answer is kept as a record."""

from PySide6.QtCore import Qt, Slot

from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.i18n import _, ngettext, number
from journal.ui.page import Page, PageContext
from journal.ui.settings.help_card import CountryChooser
from journal.ui.urgent.action_card import ActionCard
from journal.ui.urgent.questions import RedFlagQuestions
from journal.ui.widgets.buttons import set_tip
from journal.ui.widgets.controls import (
    Card,
    announce,
    button,
    column_of,
    in_a_column,
    in_a_row,
    label,
    scroll_area,
    set_property,
)
from journal.wording import redflags as wording


class UrgentPage(Page):
    """Asks at any time. Leaving it unanswered closes nothing and loses nothing."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        numbers = context.numbers
        self.action = ActionCard(numbers)
        self.questions = RedFlagQuestions(numbers)
        self.country = CountryChooser(numbers)
        self.none = button(_("None of these"), lambda: self._answer(()), "primary")
        self.answer = button("", lambda: self._answer(self.questions.signs()), "primary")
        self.wait = label("", "quiet", wrap=True)
        self.later = button(_("Not now"), self.go_back.emit)
        self.history = label("", "quiet", wrap=True)
        self._history_card = Card(_("Your earlier answers"), self.history)
        self._build()
        self.questions.changed.connect(self._offer)
        self.questions.looked.connect(self._wait)
        self.session.changed.connect(self._show)
        self._show()
        self.ask()

    def enter(self) -> None:
        """Let the keyboard begin at the first question."""
        self.questions.box(RedFlag.SADDLE_NUMBNESS).setFocus()

    def open(self, what: object) -> bool:
        """Ask anew."""
        self.ask()
        return True

    def ask(self) -> None:
        """Begin anew: what is open is ticked, so that answering by mistake closes nothing; what is old is asked."""
        self.questions.set_value(flag.sign for flag in self.session.open_flags() if not flag.old)
        self._offer()
        self.questions.forget()
        self.reading.verticalScrollBar().setValue(0)
        announce(self, f"{self.action.action.text()} {self.action.signs.text()}")

    def _build(self) -> None:
        ask = Card(
            _(wording.QUESTION),
            label(_(wording.WHAT_TO_TICK), wrap=True),
            self.questions,
            label(_(wording.NO_FLAG), "quiet", wrap=True),
            label(_(wording.SOURCES), "quiet", wrap=True),
        )
        # Translators: the phone numbers of a country, which is chosen after it.
        country = in_a_row(label(_("Numbers of:"), "quiet"), self.country, None)
        content = column_of(self.action, country, ask, self._history_card, None, spacing=14, right=6)
        self.reading = scroll_area(content, self, focus=Qt.FocusPolicy.StrongFocus)
        answers = in_a_row(self.later, None, self.none, self.answer, spacing=10)
        self.setLayout(
            in_a_column(label(_("Urgent signs"), "title"), (self.reading, 1), self.wait, answers, spacing=14)
        )

    @Slot()
    def _show(self) -> None:
        self.action.show_flags(self.session.open_flags())
        checks = self.session.records.red_flag_checks
        latest = [wording.answered(check) for check in reversed(checks[-wording.EARLIER_SHOWN :])]
        self.history.setText("\n".join(latest))
        self._history_card.setVisible(bool(latest))

    @Slot()
    def _offer(self) -> None:
        count = len(self.questions.signs())
        text = ngettext("Save: {count} sign", "Save: {count} signs", count).format(count=number(count))
        self.answer.setText(text)
        self.answer.setVisible(count > 0)
        set_property(self.none, "role", "strong" if count else "primary")

    @Slot()
    def _wait(self) -> None:
        """None of these can be said of what was on the screen."""
        why = wording.not_yet_seen(self.none.text(), self.questions.unseen())
        self.none.setEnabled(not why)
        self.none.setAccessibleDescription(why)
        set_tip(self.none, why)
        self.wait.setText(why)
        self.wait.setVisible(bool(why))

    def _answer(self, signs: tuple[RedFlag, ...]) -> None:
        check = RedFlagCheck(checked_at=self.session.now().replace(microsecond=0), signs=signs)
        if self.session.save(check):
            self.ask()
            if signs:
                text = _("Saved. What to do stands above, and it prints on your page.")
            else:
                text = _("Saved: none of the urgent signs.")
                self.go_back.emit()
            self.done.emit(text, lambda: self.session.delete(check.id))
