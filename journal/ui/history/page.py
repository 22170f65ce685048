"""The journal page: list or calendar at the left; the chosen entry, or the chosen day, at the right."""

from datetime import date
from functools import cached_property, partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget

from journal.domain.entry import Entry
from journal.i18n import _
from journal.ui.history.calendar_model import CalendarModel
from journal.ui.history.calendar_panel import CalendarPanel
from journal.ui.history.day_view import DayView
from journal.ui.history.entry_view import EntryView
from journal.ui.history.list_panel import ListPanel
from journal.ui.page import Page, PageContext
from journal.ui.widgets.controls import (
    Card,
    Segments,
    button,
    column_of,
    flowing,
    in_a_column,
    in_a_row,
    label,
    set_style_role,
)
from journal.ui.widgets.dialogs import sure, waited_for
from journal.wording import entries as wording

LIST, CALENDAR = "list", "calendar"
_BOTH_FROM_EMS = 50
"""Narrower than this, what is chosen shows in place of the list instead of beside it."""
_ASK_ABOVE = 20
"""Deleting more entries than this is asked about first, although it can be undone."""


class HistoryPage(Page):
    """Finds an entry again."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session, theme = self.session, self.theme
        self._numbers = context.numbers
        self._actions = context.actions
        self._opened = False
        self.entries = ListPanel(session, theme)
        self.list, self.model, self.filters = self.entries.list, self.entries.model, self.entries.filters
        self._calendar_model = CalendarModel(session.today(), self)
        self._calendar: CalendarPanel | None = None
        self.view = EntryView(theme)
        self.day_view = DayView(theme)
        self.mode = Segments([(LIST, _("List")), (CALENDAR, _("Calendar"))], _("Show the entries as"))
        self._build()
        self._connect()
        self._read()

    @property
    def calendar(self) -> CalendarPanel:
        """The month, made when it is first asked for: the list is there the sooner."""
        if self._calendar is None:
            self._calendar = CalendarPanel(self.theme, self._calendar_model)
            self._finders.addWidget(self._calendar)
            self._calendar.view.day_chosen.connect(self._show_day)
            self._calendar.view.opened.connect(self._day_opened)
            self._fill_calendar()
        return self._calendar

    def chosen(self) -> list[Entry]:
        """The entries chosen in the list, newest first."""
        return self.entries.chosen()

    def choose(self, entry_id: str) -> None:
        """Choose one entry in the list and bring it into view."""
        self.show_mode(LIST)
        if self.entries.choose(entry_id):
            self.open_chosen()

    def open(self, what: object) -> bool:
        """Show a day, or an entry."""
        if isinstance(what, Entry):
            self.choose(what.id)
        elif isinstance(what, date):
            self.show_day(what)
        return True

    def show_day(self, day: date) -> None:
        """Show a day in the calendar."""
        self.show_mode(CALENDAR)
        self.calendar.view.go_to_day(day)
        self.open_chosen()

    def show_mode(self, mode: str) -> None:
        """Show the list or the calendar."""
        self.mode.choose(mode)
        self._mode_chosen(mode)

    @Slot()
    def delete(self) -> None:
        """Delete what is chosen in the list."""
        self._delete(self.chosen())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        over_midnight = self._calendar_model.today != self.session.today()  # the window stood open
        if self._calendar is not None and over_midnight:
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self.setLayout(in_a_column(self._stack))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(14)
        self._stack.addWidget(self._splitter)
        self._left = Card()
        self._splitter.addWidget(self._left)
        self.catch_up, self.on_paper = self._further_ways()
        ways = flowing(self.catch_up, self.on_paper, together=True)
        self._left.body.addWidget(flowing(label(_("Journal"), "title"), self.mode, ways))
        self._finders = QStackedWidget()
        set_style_role(self._finders, "inside")
        self._left.body.addWidget(self._finders, 1)
        self._finders.addWidget(self.entries)
        self._right = Card()
        self._splitter.addWidget(self._right)
        self._fill_right_card()
        self._splitter.setSizes([560, 460])

    def _fill_right_card(self) -> None:
        self.back = button(_("‹ Back"), self._close, "link")
        self.delete_button = button(_("Delete"), self.delete)
        self.edit_button = button(_("Change"), self._edit, "strong")
        self._shown = QStackedWidget()
        set_style_role(self._shown, "inside")
        self._right.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._right.body.addWidget(self._shown, 1)
        entry = column_of(self.view, in_a_row(self.delete_button, None, self.edit_button), spacing=6)
        self._shown.addWidget(entry)
        self._shown.addWidget(self.day_view)

    def _further_ways(self) -> tuple[QPushButton, QPushButton]:
        """To write down several days at once, and to write on paper."""
        at_once = _("Write down several days at once, in the order of the form on paper")
        by_hand = _("Print a form to fill in by hand for a week")
        return (
            button(_("Catch up"), lambda: self.go_to.emit("catch_up", None), tip=at_once),
            button(_("On paper …"), self._ask_for_form, tip=by_hand),
        )

    def _bring_along(self) -> tuple[QPushButton, ...]:
        """To import what was written elsewhere."""
        if self._actions is None:
            return ()
        tip = _("Months in another diary, or in a table, come along: you see everything before it is taken in.")
        return (button(_("Import a file …"), self._actions.import_file, tip=tip),)

    @cached_property
    def _empty(self) -> Card:
        """What shows while there is no entry."""
        card = Card("", None)
        for text, role in (
            (_("Your journal is empty."), "title"),
            (_("Every check-in you save appears here. The first takes less than a minute."), "lead"),
        ):
            words = label(text, role, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.body.addWidget(words)
        self.first = button(_("Check in now"), lambda: self.go_to.emit("check_in", None), "primary")
        card.body.addSpacing(12)
        card.body.addWidget(self.first, 0, Qt.AlignmentFlag.AlignCenter)
        for part in (*self._further_ways(), *self._bring_along()):
            card.body.addWidget(part, 0, Qt.AlignmentFlag.AlignCenter)
        card.body.addStretch()
        self._stack.addWidget(card)
        return card

    def _connect(self) -> None:
        self.session.changed.connect(self._read)
        self.theme.changed.connect(self._arrange)
        self.mode.chosen.connect(self._mode_chosen)
        self.entries.chosen_changed.connect(self._show_chosen)
        self.entries.touched.connect(self.open_chosen)
        self.entries.opened.connect(self._entry_opened)
        self.entries.delete_asked.connect(self.delete)
        self.entries.elsewhere_asked.connect(partial(self.go_to.emit, "treatments"))
        self.day_view.edit_asked.connect(partial(self.go_to.emit, "check_in"))
        self.day_view.delete_asked.connect(self._delete_from_day)
        self.day_view.add_asked.connect(partial(self.go_to.emit, "check_in"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._right)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # PySide drops a context given with the callable
        back.activated.connect(self._close)

    @Slot()
    def _ask_for_form(self) -> None:
        from journal.ui.history.week_form_dialog import WeekFormDialog

        dialog = WeekFormDialog(self.theme, self.preferences, self._numbers.country, self.session.today(), self)
        dialog.done_saying.connect(lambda words: self.done.emit(words, None))
        dialog.failed.connect(self.failed)
        waited_for(dialog.exec)
        dialog.deleteLater()

    @Slot()
    def _find(self) -> None:
        if self.mode.value != LIST or (self._opened and not self._both):
            self.show_mode(LIST)
        self.filters.words.setFocus()
        self.filters.words.selectAll()

    @Slot()
    def _read(self) -> None:
        self.entries.show_entries()
        self._stack.setCurrentWidget(self._splitter if self.session.records.entries else self._empty)
        self._show_chosen()
        if self._calendar is not None:
            self._fill_calendar()

    def _fill_calendar(self) -> None:
        today, before = self.session.today(), self._calendar_model.today
        self._calendar_model.show(self.session.records.entries, today)
        if today != before and self.calendar.view.day == before:
            self.calendar.view.go_to_day(today)  # whoever looked at today still does
        self.calendar.bar.refresh()
        self._show_day(self.calendar.view.day)

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.chosen()
        self.view.show_entries(chosen)
        self.edit_button.setEnabled(len(chosen) == 1)
        self.delete_button.setEnabled(bool(chosen))

    @Slot(object)
    def _show_day(self, day: date) -> None:
        self.day_view.show_day(day, self._calendar_model.entries_of(day), self.session.today())

    @Slot(object)
    def _mode_chosen(self, mode: object) -> None:
        self._finders.setCurrentWidget(self.entries if mode == LIST else self.calendar)
        self._shown.setCurrentIndex(0 if mode == LIST else 1)
        self._opened = False
        self._arrange()

    @Slot(object)
    def _day_opened(self, _day: date) -> None:
        self.open_chosen()
        if self._both:
            self.day_view.take_focus()

    @Slot()
    def _entry_opened(self) -> None:
        """Enter or a double click: in a narrow window it shows the entry, beside the list it changes it."""
        if self._both:
            self._edit()
        else:
            self.open_chosen()

    @property
    def _both(self) -> bool:
        return self.width() >= _BOTH_FROM_EMS * self.theme.em

    @Slot()
    def open_chosen(self) -> None:
        self._opened = True
        self._arrange()
        if not self._both:
            self.back.setFocus()

    @Slot()
    def _close(self) -> None:
        self._opened = False
        self._arrange()
        (self.list if self.mode.value == LIST else self.calendar.view).setFocus()

    @Slot()
    def _arrange(self) -> None:
        both = self._both
        self._left.setVisible(both or not self._opened)
        self._right.setVisible(both or self._opened)
        self.back.setVisible(not both)

    @Slot()
    def _edit(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.go_to.emit("check_in", chosen[0])

    @Slot(object)
    def _delete_from_day(self, entry: Entry) -> None:
        self._delete([entry])
        self.day_view.take_focus()

    def _delete(self, entries: list[Entry]) -> None:
        question = wording.delete_question(len(entries))
        if len(entries) > _ASK_ABOVE and not sure(self, question, _("Delete"), _("Keep them")):
            return
        gone = self.session.delete(*(entry.id for entry in entries))
        if gone:
            self.done.emit(wording.deleted(entries), lambda: self.session.save(*gone))
            if self.mode.value == LIST:  # so that Enter or Delete pressed again does nothing unseen
                (self.list if self.session.records.entries else self.first).setFocus()
