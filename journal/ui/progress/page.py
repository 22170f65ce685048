"""The progress page: which way each leg goes, and the charts that show it, as one calm scroll."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent

from journal.analysis.episodes import flare_answer
from journal.analysis.limits import MOST_TREATMENTS
from journal.analysis.results import Stretch
from journal.charts import specs, view_model
from journal.charts.specs import ChartSpecs
from journal.domain.body import LEGS
from journal.i18n import _
from journal.ui.page import Page, PageContext
from journal.ui.progress.body_then_now_card import BodyThenNowCard
from journal.ui.progress.episodes_card import EpisodesCard
from journal.ui.progress.flares_card import FlaresCard
from journal.ui.progress.onset_card import OnsetQuestion
from journal.ui.progress.range_bar import RangeBar
from journal.ui.progress.verdict_card import VerdictCard
from journal.ui.tasks import LatestTask, borrow_pool
from journal.ui.widgets.chart_card import ChartCard
from journal.ui.widgets.controls import Card, button, flowing, in_a_column, label, scroll_area
from journal.ui.widgets.scroll_column import ScrollColumn
from journal.wording import charts as chart_words
from journal.wording import signs as sign_words
from journal.wording import time_of_day as time_words

if TYPE_CHECKING:
    from journal.analysis.results import Flare, Progress
    from journal.charts.pointing import Key
    from journal.ui.theme import Theme

_TWO_BY_TWO_BELOW_EMS = 60
_LOW_BELOW_EMS = 38
_RANGES_KEPT = 6
"""As many as there are to choose from; those of own dates are without number."""
_TREATMENT_EMS, _TREATMENTS_EMS = 1.75, 10.0


class ProgressPage(Page):
    """Shows one `Progress`: the session's own, or the same of another range."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        theme = self.theme
        self.shown: Progress | None = None
        self._known: dict[Stretch, ChartSpecs] = {}
        """What was computed of the session's present progress."""
        self._known_of: Progress | None = None
        self._asked: Stretch | None = None
        self._analysis: LatestTask[ChartSpecs] = LatestTask(self)
        self._drawing = borrow_pool(self)
        self.ranges = RangeBar(self)
        self.verdicts = {leg: VerdictCard(theme) for leg in LEGS}
        self._treatments = 1
        self._time_of_day_rows = 4, 0
        self._unseen = False
        self.cards = self._make_cards(theme)
        self.ladder = self.ladder_card.view
        self.flares = FlaresCard()
        self.episodes = EpisodesCard(self.preferences)
        self.onset = OnsetQuestion(self.session)
        self.empty = self._empty_card()
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_layout()

    @property
    def busy(self) -> bool:
        """Whether another range is being computed."""
        return self._analysis.busy

    def get_ready(self) -> None:
        self._unseen = self.session.progress is not self._known_of
        if self._unseen:
            self._ask()

    def finish(self) -> None:
        """Let no thread work on: before closing."""
        self._analysis.wait()
        for card in self.cards:
            card.view.finish()

    def _make_cards(self, theme: "Theme") -> tuple[ChartCard, ...]:
        card = partial(ChartCard, theme, pool=self._drawing)
        self.ladder_card = card(_("How far down the leg, day by day"), _ladder_ems)
        self.signs = card(_("The four signs"), _signs_ems)
        self.pain = card(_("Pain, day by day"), 22)
        self.sensation = card(_("Numbness and tingling"), 20)
        self.strength = card(_("Strength"), 24)
        self.body = BodyThenNowCard(theme, self._drawing)
        self.calendar = card(_("Calendar"), 13)
        self.time_of_day = card(_("When it hurts, and doing what"), self._time_of_day_ems)
        self.treatments = card(_("What was tried"), lambda _width: _TREATMENTS_EMS + _TREATMENT_EMS * self._treatments)
        return (
            self.ladder_card,
            self.signs,
            self.pain,
            self.sensation,
            self.strength,
            self.body,
            self.calendar,
            self.time_of_day,
            self.treatments,
        )

    def _empty_card(self) -> Card:
        card = Card()
        for text, role in (
            (_("There is nothing to show yet."), "title"),
            (
                _(
                    "With the first check-in the charts begin. From 10 logged days on, spread over 13 days or more,"
                    " the journal says which way the pain moves."
                ),
                "lead",
            ),
        ):
            words = label(text, role, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.body.addWidget(words)
        card.body.addSpacing(12)
        self.begin = button(_("Check in now"), lambda: self.go_to.emit("check_in", None), "primary")
        card.body.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignCenter)
        return card

    def _build(self) -> None:
        self.how = button(_("How it decides"), lambda: self.go_to.emit("learn", None), "link")
        title = label(_("Progress"), "title")
        # in a narrow window the ranges go under the title
        self._head = flowing(title, self.how, self.ranges.choices, self.ranges.dates, spacing=16)
        self.weekly = button(_("Do the weekly check"), lambda: self.go_to.emit("weekly", None), "link")
        self.strength.body.addWidget(self.weekly, 0, Qt.AlignmentFlag.AlignLeft)
        self.try_something = button(_("Note a treatment"), lambda: self.go_to.emit("treatments", None), "link")
        self.treatments.body.addWidget(self.try_something, 0, Qt.AlignmentFlag.AlignLeft)
        content = ScrollColumn()
        self._column = column = content.column
        column.addWidget(self.empty)
        onset = Card("", self.onset)
        self._content = [*self.verdicts.values(), onset, *self.cards, self.episodes, self.flares]
        for part in self._content:
            column.addWidget(part)
        for part in (self.empty, *self._content):
            part.hide()  # until it is known which of them there is to show
        column.addStretch()
        self._head.setParent(self)
        self.reading = scroll_area(content, self)
        self._outer = in_a_column(self._head, (self.reading, 1), spacing=14)
        self.setLayout(self._outer)

    @Slot()
    def _update_layout(self) -> None:
        """In a low window the head scrolls away with the rest."""
        low = self.height() < _LOW_BELOW_EMS * self.theme.em
        column = self._column if low else self._outer
        if self._head.parentWidget() is not (self.reading.widget() if low else self):
            column.insertWidget(0, self._head)

    def _connect(self) -> None:
        self.theme.changed.connect(self._update_layout)
        self._analysis.answered.connect(self._accept)
        self._analysis.failed.connect(self._fail)
        self.ranges.changed.connect(self._ask)
        self.session.progress_changed.connect(self._ask)
        self.flares.answered.connect(self._answer_flare)
        self.onset.done.connect(self.done)
        for card in self.cards:
            card.message.connect(self._say)
            card.saved.connect(self.done)
            card.opened.connect(self._open)
            self.reading.verticalScrollBar().valueChanged.connect(card.view.forget_cursor)

    @Slot()
    def _ask(self) -> None:
        """Show the chosen range: at once if it is known, else when it is computed."""
        progress = self.session.progress
        if not (self.isVisible() or self._unseen) or progress is None:
            return
        if progress is not self._known_of:
            self._known.clear()
            self._known_of = progress
        records, today = self.session.records, self.session.today()
        beginning = progress.days[0].date if progress.days else today
        self.ranges.allow(beginning, today)
        span = self.ranges.span(beginning, today)
        self._asked = span
        if span in self._known:
            self._show(self._known[span])
            return
        standard = self.ranges.standard
        self._analysis.ask(
            lambda: specs.every(
                view_model.of(progress, records) if standard else view_model.compute(records, span, progress)
            )
        )

    @Slot(object)
    def _accept(self, found: ChartSpecs) -> None:
        if self._asked is not None and self.session.progress is self._known_of:
            self._known[self._asked] = found
            while len(self._known) > _RANGES_KEPT:
                del self._known[next(iter(self._known))]
        self._show(found)
        if self._unseen and not self.isVisible():
            self.grab()  # lays everything out, and what is in view asks to be drawn
        self._unseen = False

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        raise error

    def _show(self, charts: ChartSpecs) -> None:
        found = charts.shown
        progress = self.shown = found.progress
        self.ranges.offer(Stretch(progress.since, progress.as_of))
        any_day = bool(progress.days)
        self.empty.setVisible(not any_day)
        self.ranges.allow_any(any_day)
        for part in self._content:
            part.setVisible(any_day)
        if not any_day:
            return
        self._show_verdicts(progress)
        self._time_of_day_rows = len(found.when.parts), len(found.when.activities)
        self._treatments = min(len(progress.treatments), MOST_TREATMENTS)
        self.ladder_card.show_chart(charts.ladder)
        self.signs.show_chart(charts.signs, chart_words.sign_sentences(progress))
        self.pain.show_chart(charts.pain, (("", sign_words.function(progress)),))
        self.calendar.show_chart(charts.calendar, (("", chart_words.calendar_cut(progress)),))
        self.sensation.show_either(charts.sensation, chart_words.no_sensation())
        self.strength.show_either(charts.strength, chart_words.strength_tests(()))
        self.time_of_day.show_either(charts.time_of_day, time_words.nothing(), (("", time_words.explanation()),))
        self.treatments.show_either(charts.treatments, chart_words.treatments(progress), charts.effects)
        self.weekly.setVisible(charts.strength is None)
        self.try_something.setVisible(charts.treatments is None)
        self.body.show_body(found)
        self.episodes.show_episodes(progress)
        self.flares.show_flares(progress.flares)

    def _show_verdicts(self, progress: "Progress") -> None:
        """What hurts comes first."""
        for leg in sorted(LEGS, key=lambda leg: progress.legs[leg].longer.leg_days == 0, reverse=True):
            self.verdicts[leg].show_direction(progress.legs[leg])
            self._column.insertWidget(self._column.indexOf(self.empty) + 1, self.verdicts[leg])

    def _time_of_day_ems(self, width: float) -> float:
        """Two groups of rows, beside each other where there is room."""
        parts, activities = self._time_of_day_rows
        if width >= _TWO_BY_TWO_BELOW_EMS:
            return 5.5 + 1.9 * max(parts, activities)
        return 5.5 + 1.9 * (parts + activities) + (4.0 if activities else 0.0)

    @Slot(object, bool)
    def _answer_flare(self, flare: "Flare", confirmed: bool) -> None:
        """Keep an answer."""
        given = flare_answer(self.session.records, self.session.now(), flare, confirmed=confirmed)
        if self.session.save(given):
            self._say(_("Noted: it was a flare.") if confirmed else _("Noted: it was not a flare."))

    @Slot(str)
    def _say(self, text: str) -> None:
        self.done.emit(text, None)

    @Slot(object)
    def _open(self, key: "Key") -> None:
        if isinstance(key, date):
            self.go_to.emit("journal", key)


def _ladder_ems(width: float) -> float:
    return 30.0 if width >= _TWO_BY_TWO_BELOW_EMS else 24.0


def _signs_ems(width: float) -> float:
    return 14.0 if width >= _TWO_BY_TWO_BELOW_EMS else 26.0
