"""The weekly page: when it is due, the steps, and what came of it."""

from datetime import date
from functools import cached_property

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal.analysis import weekly as analysis
from journal.domain.errors import JournalError
from journal.domain.records import Record
from journal.domain.weekly import WeeklyAnswers
from journal.i18n import _, day
from journal.ui.help_numbers import HelpNumbers
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.weekly import draft as drafts
from journal.ui.weekly.draft import WeeklyDraft
from journal.ui.weekly.steps import WeeklySteps, renamed_ratings
from journal.ui.widgets.parts import Card, button, label, set_property
from journal.wording import weekly as wording


class WeeklyPage(QWidget):
    """Figures of last time show only after a check, or when they are asked for."""

    saved = Signal(object)
    """The records of one check; deleting them is the undo."""
    deleted = Signal(object)
    """The records of an earlier check that were deleted; saving them is the undo."""
    renamed = Signal(object, object)
    """The ratings as they were, and as they are."""
    due_changed = Signal()
    struggling_asked = Signal()

    def __init__(self, session: Session, theme: Theme, numbers: HelpNumbers) -> None:
        super().__init__()
        self._session = session
        self._restore: WeeklyDraft | None = None
        self._result_of: date | None = None
        self._theme = theme
        self._numbers = numbers
        self.begin = button(_("Start"), self._begin, "primary")
        self.result = Card()
        self.struggling = button(_("If it is a lot to carry: someone to talk to"), self.struggling_asked.emit, "link")
        self.earlier_button = button(_("Show earlier checks"), self._show_earlier, "link")
        self._earlier = QVBoxLayout()
        self._earlier_shown = False
        self._build()
        session.changed.connect(self._show)
        self._show()

    @cached_property
    def steps(self) -> WeeklySteps:
        """The steps, made when they are first needed: most starts of the program do not."""
        steps = WeeklySteps(self._session, self._theme, self._numbers)
        steps.finished.connect(self._finish)
        steps.left.connect(self._leave)
        steps.renamed.connect(self._rename)
        self._stack.addWidget(steps)
        return steps

    @property
    def due(self) -> bool:
        """Whether a check is due."""
        on = analysis.next_due(self._session.records, drafts.passed(self._session))
        return on is not None and on <= self._session.today()

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
        self._session.delete(*(record.id for record in records))
        if self._restore is not None:
            drafts.keep(self._session, self._restore)
        self._result_of = None
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        self._line = label("", "lead", wrap=True)
        self._last = label("", "quiet", wrap=True)
        start = Card()
        start.body.addWidget(self._line)
        start.body.addWidget(label(_(wording.ABOUT), wrap=True))
        start.body.addWidget(label(_(wording.WITHOUT_FIGURES), "quiet", wrap=True))
        start.body.addWidget(self._last)
        row = QHBoxLayout()
        row.addWidget(self.begin)
        row.addStretch()
        start.body.addLayout(row)
        self._earlier_card = Card()
        self._earlier_card.body.addWidget(self.earlier_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._earlier_card.body.addLayout(self._earlier)
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 6, 0)
        cards.setSpacing(14)
        cards.addWidget(self.result)
        cards.addWidget(self.struggling, 0, Qt.AlignmentFlag.AlignLeft)
        for card in (start, self._earlier_card):
            cards.addWidget(card)
        cards.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        overview = QWidget()
        column = QVBoxLayout(overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(label(_("Weekly check"), "title"))
        column.addWidget(scroll, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(overview)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _begin(self) -> None:
        self._restore = None
        self.steps.start(drafts.read(self._session) or WeeklyDraft())
        self._stack.setCurrentWidget(self.steps)

    @Slot()
    def _leave(self) -> None:
        self._stack.setCurrentIndex(0)
        self._show()

    @Slot(object)
    def _finish(self, answers: WeeklyAnswers) -> None:
        now = self._session.now().replace(microsecond=0)
        try:
            records = answers.records(now)
        except JournalError as error:
            self._session.failed.emit(str(error))
            return
        if records and not self._session.save(*records):
            return
        self._restore = self.steps.draft
        drafts.keep(self._session, None)
        self._result_of = now.date()
        if analysis.last_done(self._session.records) != now.date():
            drafts.keep_passed(self._session, now.date())
        self._leave()
        if records:
            self.saved.emit(records)

    @Slot(str, str)
    def _rename(self, old: str, new: str) -> None:
        before = tuple(rating for rating in self._session.records.activity_ratings if rating.activity == old)
        after = renamed_ratings(before, old, new)
        if before and self._session.save(*after):
            self.renamed.emit(before, after)

    @Slot()
    def _show(self) -> None:
        records, today = self._session.records, self._session.today()
        unfinished = drafts.read(self._session) is not None
        on = analysis.next_due(records, drafts.passed(self._session))
        self._line.setText(wording.due(on or today, today))
        self._last.setText(wording.last(analysis.last_done(records)))
        self.begin.setText(_("Go on where you stopped") if unfinished else _("Start"))
        set_property(self.begin, "role", "primary" if unfinished or self.due else "strong")
        self._show_result()
        days = analysis.check_days(records)
        self._earlier_card.setVisible(bool(days))
        self._fill_earlier(days if self._earlier_shown else ())
        self.earlier_button.setText(_("Hide earlier checks") if self._earlier_shown else _("Show earlier checks"))
        self.due_changed.emit()

    def _show_result(self) -> None:
        on = self._result_of
        compared = analysis.compare(self._session.records, on) if on is not None else ()
        _empty(self.result.body)
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
        _empty(self._earlier)
        for on in days:
            self._earlier.addWidget(self._one_earlier(on))

    def _one_earlier(self, on: date) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 6, 0, 6)
        head = QHBoxLayout()
        head.addWidget(label(day(on), "strong"), 1)
        delete = button(_("Delete"), lambda: self._delete(on), "link")
        delete.setAccessibleName(_("Delete the check of {day}").format(day=day(on)))
        head.addWidget(delete)
        column.addLayout(head)
        lines = [wording.compared(one) for one in analysis.compare(self._session.records, on)]
        column.addWidget(label("\n".join(lines) or _("Nothing was tried."), "quiet", wrap=True))
        return part

    def _delete(self, on: date) -> None:
        records = self._session.records
        ids = [test.id for test in records.strength_tests if test.day == on]
        ids += [rating.id for rating in records.activity_ratings if rating.day == on]
        deleted = self._session.delete(*ids)
        if deleted:
            self.deleted.emit(deleted)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (part := item.widget()) is not None:
            part.setParent(None)
            part.deleteLater()
