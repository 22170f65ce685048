"""The weekly page: when it is due, the steps, and what came of it."""

from datetime import date
from functools import cached_property

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journal.analysis import weekly as analysis
from journal.domain.errors import JournalError
from journal.domain.records import Record
from journal.domain.redflag import RedFlagCheck
from journal.domain.weekly import WeeklyAnswers, WeeklyDraft
from journal.i18n import _, day
from journal.storage.journal_settings import WEEKLY_DRAFT, WEEKLY_PASSED
from journal.ui.page import Page, PageContext
from journal.ui.weekly.steps import WeeklySteps, renamed_ratings
from journal.ui.widgets.controls import (
    Card,
    button,
    clear_layout,
    column_of,
    in_a_column,
    in_a_row,
    label,
    scroll_area,
    set_property,
)
from journal.wording import weekly as wording


class WeeklyPage(Page):
    """Figures of last time show only after a check, or when they are asked for."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._restore: WeeklyDraft | None = None
        self._result_of: date | None = None
        self._numbers = context.numbers
        # Translators: starts the weekly check (a button).
        self.begin = button(_("Start"), self._begin, "primary")
        self.result = Card()
        self.struggling = button(_("If it is a lot to carry: someone to talk to"), self.struggling_asked.emit, "link")
        self.earlier_button = button(_("Show earlier checks"), self._show_earlier, "link")
        self._earlier = QVBoxLayout()
        self._earlier_shown = False
        self._build()
        self.session.changed.connect(self._show)
        self._show()

    @cached_property
    def steps(self) -> WeeklySteps:
        """The steps, made when they are first needed: most starts of the program do not."""
        steps = WeeklySteps(self.session, self.theme, self._numbers)
        steps.finished.connect(self._finish)
        steps.left.connect(self._leave)
        steps.renamed.connect(self._rename)
        self._stack.addWidget(steps)
        return steps

    @property
    def answering(self) -> bool:
        """Whether the steps show."""
        return self._stack.currentIndex() > 0

    def keep_draft(self) -> None:
        """Keep what is unfinished, now: before closing or locking."""
        if self.answering:
            self.steps.stop()
            self.steps.keep()

    def undo(self, records: tuple[Record, ...]) -> None:
        """Take a saved check back; its answers wait to be gone on with."""
        self.session.delete(*(record.id for record in records))
        if self._restore is not None:
            self.session.set_setting(WEEKLY_DRAFT, self._restore)
        self._result_of = None
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        self._line = label("", "lead", wrap=True)
        self._last = label("", "quiet", wrap=True)
        start = Card(
            "",
            self._line,
            label(_(wording.ABOUT), wrap=True),
            label(_(wording.WITHOUT_FIGURES), "quiet", wrap=True),
            self._last,
            in_a_row(self.begin, None),
        )
        self._earlier_card = Card("", (self.earlier_button, Qt.AlignmentFlag.AlignLeft), self._earlier)
        struggling = (self.struggling, Qt.AlignmentFlag.AlignLeft)
        content = column_of(self.result, struggling, start, self._earlier_card, None, spacing=14, right=6)
        scroll = scroll_area(content, focus=Qt.FocusPolicy.StrongFocus)
        overview = column_of(label(_("Weekly check"), "title"), (scroll, 1), spacing=14)
        self._stack = QStackedWidget()
        self._stack.addWidget(overview)
        self.setLayout(in_a_column(self._stack))

    def _begin(self) -> None:
        self._restore = None
        self.steps.start(self.session.setting(WEEKLY_DRAFT) or WeeklyDraft())
        self._stack.setCurrentWidget(self.steps)

    @Slot()
    def _leave(self) -> None:
        self._stack.setCurrentIndex(0)
        self._show()

    @Slot(object)
    def _finish(self, answers: WeeklyAnswers) -> None:
        now = self.session.now().replace(microsecond=0)
        try:
            records = answers.records(now)
        except JournalError as error:
            self.session.failed.emit(str(error))
            return
        if records and not self.session.save(*records):
            return
        self._restore = self.steps.draft
        self.session.set_setting(WEEKLY_DRAFT, None)
        self._result_of = now.date()
        if analysis.last_done(self.session.records) != now.date():
            self.session.set_setting(WEEKLY_PASSED, now.date())
        self._leave()
        if records:
            self._tell_saved(records)

    def _tell_saved(self, records: tuple[Record, ...]) -> None:
        """Say that the check is saved, with its undo."""
        session = self.session
        raised, held = session.raise_urgent(session.records.deleting([record.id for record in records]))

        def undo() -> None:
            self.undo(records)
            session.delete(*held)

        self.done.emit(_("The weekly check is saved."), undo)
        if raised and not any(isinstance(record, RedFlagCheck) for record in records):
            self.go_to.emit("urgent", True)

    @Slot(str, str)
    def _rename(self, old: str, new: str) -> None:
        before = tuple(rating for rating in self.session.records.activity_ratings if rating.activity == old)
        after = renamed_ratings(before, old, new)
        if before and self.session.save(*after):
            self.done.emit(_("Renamed, also in earlier weeks."), lambda: self.session.save(*before))

    @Slot()
    def _show(self) -> None:
        records, today = self.session.records, self.session.today()
        unfinished = self.session.setting(WEEKLY_DRAFT) is not None
        on = analysis.next_due(records, self.session.setting(WEEKLY_PASSED))
        self._line.setText(wording.due(on or today, today))
        self._last.setText(wording.last(analysis.last_done(records)))
        self.begin.setText(_("Go on where you stopped") if unfinished else _("Start"))
        set_property(self.begin, "role", "primary" if unfinished or self.session.weekly_due else "strong")
        self._show_result()
        days = analysis.check_days(records)
        self._earlier_card.setVisible(bool(days))
        self._fill_earlier(days if self._earlier_shown else ())
        self.earlier_button.setText(_("Hide earlier checks") if self._earlier_shown else _("Show earlier checks"))

    def _show_result(self) -> None:
        on = self._result_of
        compared = analysis.compare(self.session.records, on) if on is not None else ()
        clear_layout(self.result.body)
        self.result.setVisible(bool(compared))
        self.struggling.setVisible(on is not None)
        if on is not None:
            self.result.body.addWidget(label(_("{day}, and before").format(day=day(on)), "heading"))
        for one in compared:
            self.result.body.addWidget(label(wording.compared(one), wrap=True))

    def _show_earlier(self) -> None:
        self._earlier_shown = not self._earlier_shown
        self._show()

    def _fill_earlier(self, days: tuple[date, ...]) -> None:
        clear_layout(self._earlier)
        for on in days:
            self._earlier.addWidget(self._one_earlier(on))

    def _one_earlier(self, on: date) -> QWidget:
        part = QWidget()
        delete = button(_("Delete"), lambda: self._delete(on), "link")
        delete.setAccessibleName(_("Delete the check of {day}").format(day=day(on)))
        lines = [wording.compared(one) for one in analysis.compare(self.session.records, on)]
        found = label("\n".join(lines) or _("Nothing was tried."), "quiet", wrap=True)
        part.setLayout(in_a_column(in_a_row((label(day(on), "strong"), 1), delete), found, margins=(0, 6, 0, 6)))
        return part

    def _delete(self, on: date) -> None:
        records = self.session.records
        ids = [test.id for test in records.strength_tests if test.day == on]
        ids += [rating.id for rating in records.activity_ratings if rating.day == on]
        deleted = self.session.delete(*ids)
        if deleted:
            self.done.emit(_("Deleted."), lambda: self.session.save(*deleted))
