"""The page to catch up on: a week of days as rows, the map of one of them beside, all saved in one step."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from journal.analysis import prompts
from journal.analysis.limits import WEEK_DAYS
from journal.domain.day_draft import DayDraft
from journal.domain.entry import Entry, Scope, Symptom
from journal.domain.errors import InvalidRecord
from journal.i18n import _, span
from journal.storage.journal_settings import DRAFT_OF_DAYS
from journal.ui.catch_up.day_row import DayRow, WrittenRow
from journal.ui.catch_up.map_panel import MapPanel
from journal.ui.page import Page, PageContext
from journal.ui.widgets.buttons import button
from journal.ui.widgets.controls import (
    FittingLabel,
    clear_layout,
    flowing,
    in_a_column,
    in_a_row,
    label,
    scroll_area,
    single_shot,
)
from journal.ui.widgets.date_fields import date_field, python_date, qt_date
from journal.ui.widgets.scroll_column import ScrollColumn
from journal.wording import catch_up as wording

_KEEP_AFTER_MS = 700
_EARLIEST = date(1970, 1, 2)
"""Windows knows no local time before that."""
_BESIDE_FROM_EMS = 58
"""Narrower than this, the map shows in place of the rows instead of beside them."""
_MAP_SHARE, _WIDEST_MAP_EMS = 0.38, 30


class CatchUpPage(Page):
    """Days without an entry can be filled in; those with one are shown. What is typed is kept until it is saved."""

    undoes_itself = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._drafts = {draft.day: draft for draft in self.session.setting(DRAFT_OF_DAYS)}
        self._timer = single_shot(self, _KEEP_AFTER_MS, self.keep_draft)
        self._follow = single_shot(self, 0, self._bring_into_view)  # once it is laid out
        self._active: DayRow | None = None
        self._map_opened = False
        self._stale = False
        self._known: tuple[Entry, ...] = ()
        """The entries of the days that show, and of the day before them."""
        self.rows: dict[date, DayRow] = {}
        self.written: dict[date, WrittenRow] = {}
        self._build()
        self._connect()
        self._show_from(min(self._drafts, default=self._last_day() - timedelta(days=WEEK_DAYS - 1)))

    def enter(self) -> None:
        """Begin at the first day that says nothing yet."""
        rows = self.rows.values()
        first = next((row for row in rows if row.draft().says_nothing), next(iter(rows), None))
        (first.none if first else self.earlier).setFocus(Qt.FocusReason.TabFocusReason)

    def open(self, what: object) -> bool:
        """Show the week that begins on a day."""
        if isinstance(what, date):
            self._show_from(what)
        return True

    def keep_draft(self) -> None:
        """Keep what is unfinished, now."""
        if self._timer.isActive() or self.sender() is self._timer:
            self._timer.stop()
            self._collect()
            self.session.set_setting(DRAFT_OF_DAYS, tuple(sorted(self._drafts.values(), key=lambda draft: draft.day)))

    @Slot()
    def save_days(self) -> None:
        """Save all days that say something, in one step; a mistake in one saves none and is shown."""
        self._collect()
        now, before, kept = self.session.now(), self.session.records, self._ready(self._drafts)
        entries = []
        for day, draft in sorted(kept.items()):
            try:
                entries.append(draft.entry(prompts.in_the_evening_of(day, now)))
            except InvalidRecord as error:
                self._show_problem(day, error)
                return
        if not entries or not self.session.save(*entries):
            return
        self._forget(kept)
        raised, held = self.session.raise_urgent(before)

        def undo() -> None:
            self._take_back(kept)
            self.session.delete(*(entry.id for entry in entries), *held)

        self.enter()
        self.done.emit(wording.saved(len(entries)), undo)
        if raised:
            self.go_to.emit("urgent", True)

    @Slot()
    def start_over(self) -> None:
        """Put away everything that is typed; it can be taken back."""
        self._collect()
        kept = dict(self._drafts)
        self._forget(kept)
        self._fill()
        self.enter()

        def undo() -> None:
            self._take_back(kept)
            self._fill()

        self.done.emit(_("Started over."), undo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show_from(self.first)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep_draft()

    @property
    def first(self) -> date:
        """The first day that shows."""
        return python_date(self.first_field.date())

    def _build(self) -> None:
        self.first_field = date_field(_("First day"))
        self.first_field.setMinimumDate(qt_date(_EARLIEST))
        self.dates = FittingLabel("quiet")
        self.earlier = button("‹", lambda: self._go(-WEEK_DAYS), "step", tip=_("A week back"))
        self.later = button("›", lambda: self._go(WEEK_DAYS), "step", tip=_("A week on"))
        for part in (self.earlier, self.later):
            part.setAccessibleName(part.toolTip())
        self.save = button(_("Save"), self.save_days, "primary", tip=_("Save (Ctrl+S)"))
        self.leave = button(_("‹ Journal"), lambda: self.go_to.emit("journal", None), "link")
        self.again = button(_("Start over"), self.start_over, "link")
        week = QWidget()
        week.setLayout(in_a_row(self.earlier, self.first_field, self.later))
        head = flowing(label(_("Catch up"), "title"), week)
        self._left = QWidget(self)
        head.setParent(self._left)
        self._list = ScrollColumn(6)
        self._scroll = scroll_area(self._list, self._left)
        answers = in_a_row(self.leave, self.again, None, self.save)
        self._left.setLayout(in_a_column(head, self.dates, (self._scroll, 1), answers, spacing=10))
        self.map_panel = MapPanel(self.session, self.theme)
        self.setLayout(in_a_row((self._left, 1), self.map_panel, spacing=14))

    def _connect(self) -> None:
        self.first_field.dateChanged.connect(self._first_chosen)
        self.map_panel.marked.connect(self._marked)
        self.map_panel.left.connect(self._close_map)
        self.session.changed.connect(self._read)
        self.theme.changed.connect(self._dress)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # PySide drops a context given to __init__
        save.activated.connect(self.save_days)

    def _last_day(self) -> date:
        return prompts.last_to_catch_up(self.session.now())

    def _go(self, days: int) -> None:
        self._show_from(self.first + timedelta(days=days))

    @Slot()
    def _first_chosen(self) -> None:
        self._show_from(self.first)

    def _show_from(self, first: date) -> None:
        """Show the week that begins on that day, or the last there is."""
        self._collect()
        latest = self._last_day() - timedelta(days=WEEK_DAYS - 1)
        self.first_field.blockSignals(True)
        self.first_field.setMaximumDate(qt_date(latest))
        self.first_field.setDate(qt_date(min(max(first, _EARLIEST), latest)))
        self.first_field.blockSignals(False)
        self.later.setEnabled(self.first < latest)
        self._fill()

    @Slot()
    def _read(self) -> None:
        """The records changed, or the day did; the keyboard stays where it was."""
        if not self.isVisible():
            self._stale = True  # read when it shows again: every entry that is saved elsewhere comes by here
            return
        day, name = next(
            ((row.day, row.field_with_focus) for row in self.rows.values() if row.field_with_focus), (None, "")
        )
        self._show_from(self.first)
        if day in self.rows:
            self.rows[day].take_focus(name)

    def _fill(self) -> None:
        self._stale = False
        days = [self.first + timedelta(days=index) for index in range(WEEK_DAYS)]
        before = days[0] - timedelta(days=1)
        self._known = tuple(entry for entry in self.session.records.entries if before <= entry.day <= days[-1])
        self.dates.say(span(days[0], days[-1]), "")
        self.rows, self.written, self._active = {}, {}, None
        clear_layout(self._list.column)
        for day in days:
            entries = tuple(entry for entry in self._known if entry.day == day)
            typed = (
                day in self._drafts and prompts.whole_day_entry(entries, day) is None
            )  # it is kept, and may be saved
            row = self._written_row(day, entries) if entries and not typed else self._row(day)
            self._list.column.addWidget(row)
        self._list.column.addStretch()
        if self.rows:
            self._activate(next(iter(self.rows.values())))
        self.map_panel.setEnabled(bool(self.rows))
        self._show_count()
        self._arrange()

    def _written_row(self, day: date, entries: tuple[Entry, ...]) -> WrittenRow:
        self._drafts.pop(day, None)
        shown = prompts.whole_day_entry(entries, day) or entries[-1]
        if not shown.says_where:
            shown = replace(shown, scope=Scope.DAY, symptoms=prompts.places_of(entries, day))
        row = self.written[day] = WrittenRow(self.theme, day, entries, shown)
        row.opened.connect(lambda: self.go_to.emit("journal", day))
        return row

    def _row(self, day: date) -> DayRow:
        row = self.rows[day] = DayRow(self.theme, day, self._known_of(day - timedelta(days=1)))
        row.set_value(self._drafts.get(day, DayDraft(day=day)))
        row.changed.connect(lambda: self._row_changed(row))
        row.map_asked.connect(lambda: self._open_map(row))
        row.moved.connect(lambda rows, name: self._move(row, rows, name))
        return row

    def _known_of(self, day: date) -> tuple[Symptom, ...] | None:
        """What is known about places of a day: typed here, or written already."""
        if day in self.rows:
            return self.rows[day].symptoms
        if day in self._drafts:
            return self._drafts[day].symptoms
        return prompts.places_of(self._known, day)

    def _row_changed(self, row: DayRow) -> None:
        self._activate(row)
        self.map_panel.set_symptoms(row.symptoms)
        after = self.rows.get(row.day + timedelta(days=1))
        if after is not None:
            after.set_before(row.symptoms)
        self._show_count()
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _marked(self) -> None:
        if self._active is not None:
            self._active.set_symptoms(self.map_panel.marks.said)

    def _activate(self, row: DayRow) -> None:
        """Let the map be that day's."""
        if row is not self._active:
            if self._active is not None:
                self._active.set_active(False)
            self._active = row
            row.set_active(True)
            self.map_panel.show_day(row.day, row.symptoms)

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        row = next((row for row in self.rows.values() if now is not None and row.isAncestorOf(now)), None)
        if row is not None:
            self._activate(row)
            if QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # nothing moves away under a press
                self._follow.start()

    @Slot()
    def _bring_into_view(self) -> None:
        """Scroll to the day that has the keyboard, and if that is higher than the window, to its field."""
        here = QApplication.focusWidget()
        if self._active is not None and here is not None and self._active.isAncestorOf(here):
            self._scroll.ensureWidgetVisible(self._active, 0, 8)
            self._scroll.ensureWidgetVisible(here, 0, 8)

    def _move(self, row: DayRow, rows: int, name: str) -> None:
        order = list(self.rows.values())
        place = order.index(row) + rows
        if 0 <= place < len(order):
            order[place].take_focus(name)
        elif rows > 0 and not name:
            self.save.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_map(self, row: DayRow) -> None:
        self._activate(row)
        self._map_opened = True
        self._arrange()
        self.map_panel.take_focus()

    @Slot()
    def _close_map(self) -> None:
        self._map_opened = False
        self._arrange()
        if self._active is not None:
            self._active.none.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _dress(self) -> None:
        self.save.setMinimumWidth(0)  # its words may be smaller now
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= _BESIDE_FROM_EMS * self.theme.em
        self._left.setVisible(beside or not self._map_opened)
        self.map_panel.setVisible(beside or self._map_opened)
        self.map_panel.set_alone(not beside)
        if beside:
            self.map_panel.setFixedWidth(min(round(self.width() * _MAP_SHARE), self.theme.px(_WIDEST_MAP_EMS)))
        else:
            self.map_panel.setMinimumWidth(0)
            self.map_panel.setMaximumWidth(self.width())

    def _collect(self) -> None:
        """Take what the rows say; a row that says nothing is no draft."""
        for day, row in self.rows.items():
            draft = row.draft()
            if draft.says_nothing:
                self._drafts.pop(day, None)
            else:
                self._drafts[day] = draft

    def _show_count(self) -> None:
        here = {day: row.draft() for day, row in self.rows.items()}
        count = sum(not draft.says_nothing for draft in self._ready(self._drafts | here).values())
        wide = self.save.sizeHint().width()  # pressed, it says less, and stays as it is
        self.save.setText(wording.save(count))
        self.save.setMinimumWidth(max(wide, self.save.minimumWidth()))
        self.save.setEnabled(count > 0)
        self.again.setVisible(count > 0)

    def _ready(self, drafts: dict[date, DayDraft]) -> dict[date, DayDraft]:
        """Those that can be saved: a day typed before a journey back over midnight is still to come."""
        today = self.session.today()
        return {day: draft for day, draft in drafts.items() if day <= today}

    def _show_problem(self, day: date, error: InvalidRecord) -> None:
        if day not in self.rows:
            self._show_from(day)
        self._map_opened = False
        self._arrange()
        self.rows[day].show_problem(error.field, str(error))

    def _take_back(self, kept: dict[date, DayDraft]) -> None:
        """Have again what was typed, beside what has been typed since."""
        self._collect()
        self._drafts = kept | self._drafts
        self._timer.start()

    def _forget(self, kept: dict[date, DayDraft]) -> None:
        """These days are saved, or put away."""
        self._timer.stop()
        self._drafts = {day: draft for day, draft in self._drafts.items() if day not in kept}
        for row in self.rows.values():
            row.set_value(DayDraft(day=row.day))
        self.session.set_setting(DRAFT_OF_DAYS, tuple(self._drafts.values()))
