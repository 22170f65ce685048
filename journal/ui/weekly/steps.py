"""The steps of the weekly check, one at a time; each can be skipped, and all is kept as it is answered."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from journal.analysis import redflags
from journal.analysis import weekly as analysis
from journal.analysis.redflag_rules import Finding
from journal.domain.body import Side
from journal.domain.function import ActivityRating
from journal.domain.redflag import RedFlag, RedFlagCheck
from journal.domain.strength import HomeTest
from journal.domain.weekly import TestAnswer, WeeklyAnswers, WeeklyDraft
from journal.i18n import _, number, pgettext
from journal.storage.journal_settings import OWN_ACTIVITIES, WEEKLY_DRAFT
from journal.ui.help_numbers import HelpNumbers
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.urgent.action_card import ActionCard
from journal.ui.urgent.questions import RedFlagQuestions
from journal.ui.weekly.activities_step import ActivitiesStep
from journal.ui.weekly.strength_step import TestStep
from journal.ui.widgets.controls import Card, button, in_a_column, in_a_row, label, scroll_area, single_shot
from journal.wording import redflags as urgent_words
from journal.wording import weekly as wording

_KEEP_AFTER_MS = 500


class UrgentStep(QWidget):
    """The questions about urgent signs; what to do stands above them as soon as one is ticked."""

    changed = Signal()

    def __init__(self, numbers: HelpNumbers) -> None:
        super().__init__()
        self.action = ActionCard(numbers)
        self.tested = label("", "strong", wrap=True)
        self._told: set[RedFlag] = set()
        self.questions = RedFlagQuestions(numbers)
        self.questions.changed.connect(self.changed)
        ask = Card(
            _(urgent_words.QUESTION),
            self.tested,
            label(_(urgent_words.WHAT_TO_TICK), wrap=True),
            self.questions,
            label(_(urgent_words.NO_FLAG), "quiet", wrap=True),
            label(_(urgent_words.SOURCES), "quiet", wrap=True),
        )
        self.setLayout(in_a_column(self.action, ask, None, spacing=12, margins=(0, 0, 6, 0)))

    def set_value(self, signs: Iterable[RedFlag]) -> None:
        """Begin with these signs ticked."""
        self._told.clear()
        self.questions.set_value(signs)
        self.questions.forget()

    def say_tested(self, raised: Iterable[Finding]) -> None:
        """Tick what the tests just done point to, once, and say so; what they no longer point to is unticked."""
        found = {one.sign: one for one in raised if one.leg is not None}
        self.questions.set_value({*self.questions.signs()} - (self._told - found.keys()) | (found.keys() - self._told))
        self._told = set(found)
        self.tested.setText(" ".join(urgent_words.in_tests(one.sign, one.leg) for one in found.values() if one.leg))
        self.tested.setVisible(bool(found))


class WeeklySteps(QWidget):
    """Walks through the steps. `finished` carries the answers; nothing is saved as a record before that."""

    finished = Signal(object)
    """`WeeklyAnswers`."""
    left = Signal()
    """Stopped for now."""
    renamed = Signal(str, str)

    def __init__(self, session: Session, theme: Theme, numbers: HelpNumbers) -> None:
        super().__init__()
        self._session = session
        self.draft = WeeklyDraft()
        self.tests = {test: TestStep(test, theme) for test in HomeTest}
        self.activities = ActivitiesStep()
        self.urgent = UrgentStep(numbers)
        self._steps: tuple[tuple[str, QWidget], ...] = (
            *((wording.name(test), step) for test, step in self.tests.items()),
            (_("Your own activities"), self.activities),
            (_("Urgent signs"), self.urgent),
        )
        self._keep_soon = single_shot(self, _KEEP_AFTER_MS, self.keep)
        self._build()
        for step in self.tests.values():
            step.changed.connect(self._tested)
        self.urgent.questions.looked.connect(self._wait)
        self.activities.changed.connect(self._rated)
        self.activities.arranged.connect(self._arranged)
        self.activities.renamed.connect(self._renamed)
        self.urgent.changed.connect(self._ticked)

    @property
    def step(self) -> int:
        """Which step shows, from 0."""
        return self._stack.currentIndex()

    def start(self, draft: WeeklyDraft) -> None:
        """Begin, or go on where it was left."""
        self.draft = draft
        for test, step in self.tests.items():
            for leg, part in step.legs.items():
                part.set_value(draft.answers.tests.get((leg, test)))
        names = self._session.setting(OWN_ACTIVITIES)
        if names is None:
            names = analysis.own_activities(self._session.records.activity_ratings)
        self.activities.set_value(names, draft.answers.ratings)
        open_now = tuple(flag.sign for flag in self._session.open_flags() if not flag.old)
        signs = draft.answers.signs
        self.urgent.set_value(open_now if signs is None else signs)
        self._show_step(min(draft.step, len(self._steps) - 1))

    @Slot()
    def keep(self) -> None:
        """Keep what is unfinished inside the journal."""
        self._keep_soon.stop()
        draft = replace(self.draft, step=self.step)
        self._session.set_setting(WEEKLY_DRAFT, None if draft == WeeklyDraft() else draft)

    def stop(self) -> None:
        """Stop every timer of the tests."""
        for test in self.tests.values():
            test.stop()

    def _build(self) -> None:
        self.title = label("", "title", wrap=True)
        self.where = label("", "quiet")
        self._stack = QStackedWidget()
        self._scrolls = []
        for _name, step in self._steps:
            scroll = scroll_area(step, focus=Qt.FocusPolicy.StrongFocus)
            self._scrolls.append(scroll)
            self._stack.addWidget(scroll)
        self.wait = label("", "quiet", wrap=True)
        self.back = button(pgettext("to the step before", "Back"), self._back)
        # Translators: leaves this step out (a button).
        self.skip = button(_("Skip"), self._skip, tip=_("Leave this step out"))
        self.later = button(_("Go on later"), self._later, tip=_("What you answered is kept"))
        self.next = button("", self._next, "primary")
        answers = in_a_row(self.back, self.skip, self.later, None, self.next, spacing=10)
        head = in_a_row((self.title, 1), self.where)
        self.setLayout(in_a_column(head, (self._stack, 1), self.wait, answers, spacing=12))

    def _show_step(self, step: int) -> None:
        self.stop()
        self._stack.setCurrentIndex(step)
        name, shown = self._steps[step]
        self.title.setText(name)
        self.where.setText(_("Step {step} of {steps}").format(step=number(step + 1), steps=number(len(self._steps))))
        last = step == len(self._steps) - 1
        self.back.setVisible(step > 0)
        self.next.setText(_("Save") if last else _("Next"))
        self._scrolls[step].verticalScrollBar().setValue(0)
        if shown is self.urgent:
            self._show_urgent()
        self._wait()
        first = _first_control(shown)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_urgent(self) -> None:
        before = self._session.records
        made = replace(self.draft.answers, signs=None).records(self._session.now())
        self.urgent.say_tested(redflags.newly_raised(before, before.saving(*made)))
        self._show_action()

    def _show_action(self) -> None:
        """What would be open if the answer were saved now; else what is old and still asked about."""
        check = RedFlagCheck(checked_at=self._session.now(), signs=self.urgent.questions.signs())
        old = [flag for flag in self._session.open_flags() if flag.old]
        self.urgent.action.show_flags(self._session.open_flags(check) or old)

    @Slot()
    def _wait(self) -> None:
        """Saving without a tick says "none of these": only once every sign was on the screen."""
        none = self._steps[self.step][1] is self.urgent and not self.urgent.questions.signs()
        why = urgent_words.not_yet_seen(self.next.text(), self.urgent.questions.unseen()) if none else ""
        self.next.setEnabled(not why)
        self.next.setAccessibleDescription(why)
        self.wait.setText(why)
        self.wait.setVisible(bool(why))

    @Slot(object, object, object)
    def _tested(self, leg: Side, test: HomeTest, answer: TestAnswer) -> None:
        self.draft = self.draft.with_test(leg, test, answer)
        self._keep_soon.start()

    @Slot()
    def _rated(self) -> None:
        self._answer(replace(self.draft.answers, ratings=self.activities.ratings()))

    @Slot()
    def _arranged(self) -> None:
        self._session.set_setting(OWN_ACTIVITIES, self.activities.names)
        self._rated()

    @Slot(str, str)
    def _renamed(self, old: str, new: str) -> None:
        self._arranged()
        self.renamed.emit(old, new)

    @Slot()
    def _ticked(self) -> None:
        self._show_action()
        self._wait()
        self._answer(replace(self.draft.answers, signs=self.urgent.questions.signs()))

    def _answer(self, answers: WeeklyAnswers) -> None:
        self.draft = replace(self.draft, answers=answers)
        self._keep_soon.start()

    def _next(self) -> None:
        if self._steps[self.step][1] is self.urgent:  # seen and saved is answered, also with nothing ticked
            self._finish(replace(self.draft.answers, signs=self.urgent.questions.signs()))
        else:
            self._go_to(self.step + 1)

    def _skip(self) -> None:
        shown = self._steps[self.step][1]
        if isinstance(shown, TestStep):
            for leg, part in shown.legs.items():
                part.set_value(None)
                self.draft = self.draft.with_test(leg, shown.test, None)
        elif shown is self.activities:
            self.activities.set_value(self.activities.names, {})
            self._rated()
        else:
            self._finish(replace(self.draft.answers, signs=None))
            return
        self._go_to(self.step + 1)

    def _back(self) -> None:
        self._go_to(self.step - 1)

    def _go_to(self, step: int) -> None:
        self._show_step(step)
        self.keep()

    def _later(self) -> None:
        self.stop()
        self.keep()
        self.left.emit()

    def _finish(self, answers: WeeklyAnswers) -> None:
        self._keep_soon.stop()
        self.draft = replace(self.draft, answers=answers)
        if answers.ratings:
            self._session.set_setting(OWN_ACTIVITIES, self.activities.names)
        self.finished.emit(answers)


def _first_control(step: QWidget) -> QWidget | None:
    """The first answer in a step."""
    parts = step.findChildren(QAbstractButton)
    return next((part for part in parts if part.property("role") != "link"), None)


def renamed_ratings(ratings: tuple[ActivityRating, ...], old: str, new: str) -> tuple[ActivityRating, ...]:
    """The ratings of one activity under its new name."""
    return tuple(replace(rating, activity=new) for rating in ratings if rating.activity == old)
