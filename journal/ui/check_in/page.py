"""The check-in page: body map, brush, places and details become one `Entry`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import QEvent, QSignalBlocker, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent

from journal.analysis import prompts
from journal.domain import checks
from journal.domain.draft import Draft
from journal.domain.entry import Entry, Scope
from journal.domain.errors import JournalError
from journal.domain.local_time import local
from journal.i18n import _, weekday
from journal.ui.catch_up.offer import CatchUpOffer
from journal.ui.check_in.arrangement import Arrangement
from journal.ui.check_in.body_card import BodyCard
from journal.ui.check_in.brush_panel import BrushPanel
from journal.ui.check_in.day_marks import DayMarks
from journal.ui.check_in.details_panel import DayPanel, DetailsPanel
from journal.ui.check_in.draft_keeper import DraftKeeper
from journal.ui.check_in.entry_editor import EntryEditor
from journal.ui.check_in.header import Header
from journal.ui.check_in.keys import install_keys
from journal.ui.check_in.marks_model import MarksModel
from journal.ui.check_in.places_panel import PlacesPanel
from journal.ui.check_in.questions import SavingQuestions
from journal.ui.check_in.save_buttons import SaveButtons
from journal.ui.check_in.side_question import SideQuestion
from journal.ui.check_in.time_picker import TimePicker
from journal.ui.page import Page, PageContext
from journal.ui.treatments.taken_row import TakenRow
from journal.ui.widgets.buttons import set_tip
from journal.ui.widgets.controls import button, label
from journal.ui.widgets.dialogs import sure
from journal.ui.widgets.quiet_line import QuietLine
from journal.wording import entries

_LAST_MINUTE = time(23, 59)
_OFFER_ABOVE_FROM_EMS = 34
"""In a lower page the offer to catch up stands among what scrolls, and takes nothing of the body's room."""


class CheckInPage(Page):
    """Marks, says and saves. `edited` is the entry being changed, or None for a new one."""

    undoes_itself = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.edited: Entry | None = None
        self._id = ""
        self._begun_on = self.session.today()
        self.marks = MarksModel(self)
        self._build()
        self._drafts = DraftKeeper(self.session, self.draft, self)
        self._connect()
        self._begin()
        self._resume()

    def enter(self) -> None:
        self.map.setFocus()

    def open(self, what: object) -> bool:
        """Change an entry, or begin one for a day."""
        if isinstance(what, Entry):
            self.edit(what)
        return self.new_for(what) if isinstance(what, date) else True

    def edit(self, entry: Entry) -> None:
        """Take an entry to be changed; an unfinished new one waits until that is done."""
        self._drafts.keep_now()
        self._set_draft(Draft(entry, editing=True, timed=True), kept=entry)

    def new_for(self, day: date) -> bool:
        """An empty page for an entry about an earlier day; False if the person keeps what is on the page instead."""
        question = _("Something is already marked. Put it away and start an entry for {day}?").format(day=weekday(day))
        if self.draft() is not None and not sure(self, question, _("Start the entry")):
            return False
        self._drafts.drop(editing=self.edited is not None)
        self._begin()
        if day != self.session.today():
            self.scope.choose(Scope.DAY)
            self.moment.set_value(prompts.in_the_evening_of(day, self.session.now()))
            self._scope_changed()
        return True

    def entry(self) -> Entry:
        """What the page says now. Raises InvalidRecord."""
        self._id = self._id or checks.new_id()
        return self.editor.entry(self.session.now(), self.edited, self._id)

    def draft(self) -> Draft | None:
        """What would be lost by leaving now; None for nothing."""
        try:
            entry = self.entry()
        except JournalError:
            return None
        nothing = self.editor.empty() if self.edited is None else entry == self.edited
        return None if nothing else Draft(entry, self.edited is not None, self.moment.value() is not None)

    def keep_draft(self) -> None:
        """Keep what is unfinished at once: before locking, closing or leaving."""
        self._drafts.keep_now()

    def take_draft(self, draft: Draft) -> None:
        """Go on with something unfinished."""
        kept = next((entry for entry in self.session.records.entries if entry.id == draft.entry.id), None)
        self._set_draft(draft, kept if draft.editing else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a line came or went
            self._arrange()
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drafts.keep_now()

    def _build(self) -> None:
        self.brush_panel = BrushPanel(self.theme, self.marks)
        self.body_card = BodyCard(self.theme, self.marks, self.brush_panel)
        self.map = self.body_card.map
        self.places = PlacesPanel(self.theme, self.marks)
        self.day_panel = DayPanel()
        self.details = DetailsPanel(self.theme)
        self.taken = TakenRow(self.session)
        self.moment = TimePicker(self.session.now, self)
        self.day_marks = DayMarks(self.session, self.marks)
        self.editor = EntryEditor(self.marks, self.day_marks, self.day_panel, self.details, self.moment)
        self.scope = self.editor.scope
        self.title = label("", "title")
        self.evening = button(_("How was the whole day?"), self._choose_whole_day, "link")
        self.aside, self.other_day = QuietLine(), QuietLine()
        self.catch_up_offer, self._offer_below = (
            CatchUpOffer(self.session, lambda: self.go_to.emit("catch_up", None)) for _place in ("above", "below")
        )
        self.side_question = SideQuestion(self.session, self.marks, self)
        self.answers = SaveButtons()
        self.same, self.none, self.save = self.answers.same, self.answers.none, self.answers.save
        worst = self.day_panel.field("pain_worst")
        self.questions = SavingQuestions(self, self.map.setFocus, worst.setFocus)
        whole_day = (self.other_day, self.day_panel)
        parts = (self.brush_panel, self._offer_below, *whole_day, self.places, self.taken, self.details)
        line = (self.title, self.scope, *self.moment.parts, self.evening)
        self._header = Header(self, line, self.side_question, self.aside, self.catch_up_offer, self.day_marks)
        self._arrangement = Arrangement(self, self._header, self.body_card, self.brush_panel, parts, self.answers)
        self.panel = self._arrangement.column

    def _connect(self) -> None:
        self.places.refine_asked.connect(self.body_card.refine)
        self.places.erase_asked.connect(self.body_card.erase)
        self.places.add_asked.connect(self.body_card.paint_region)
        self.scope.chosen.connect(self._scope_changed)
        self.moment.changed.connect(self._scope_changed)
        self.taken.noted.connect(self.done)
        self.same.clicked.connect(self._same_as_last)
        self.none.clicked.connect(self._no_symptoms)
        self.save.clicked.connect(self._save)
        self.answers.leave.clicked.connect(self._give_up)
        for said in (self.marks.changed, self.scope.chosen, self.moment.changed, self.day_panel.changed):
            said.connect(self._drafts.keep_soon)
        self.details.changed.connect(self._drafts.keep_soon)
        self.session.changed.connect(self._records_changed)
        self.theme.changed.connect(self._arrange)
        install_keys(self, self.marks, self.brush_panel, {"Ctrl+S": self._save})

    def _begin(self) -> None:
        """An empty page for a new entry."""
        self.edited = None
        self._id = ""
        self._begun_on = self.session.today()
        self.editor.clear()
        self.day_marks.follow(None, lay=False)
        self.side_question.begin()
        self.aside.clear()
        self._show_whose()
        self._records_changed()

    def _set_draft(self, draft: Draft, kept: Entry | None) -> None:
        self.aside.clear()
        self.edited, self._id = kept, draft.entry.id
        self.editor.set_value(draft.entry)
        when = draft.entry.recorded_at
        blocker = QSignalBlocker(self.moment)  # no half of the draft is to be followed
        self.moment.set_value(kept.recorded_at if kept else None)
        if kept is None:
            asked = draft.timed or when.date() != self.session.today()  # it spoke of the day it was begun
        else:
            asked = draft.timed and when != kept.recorded_at
        if asked:
            self.moment.ask_for(when)
        del blocker
        self.day_marks.follow(self._day_to_begin_with(), lay=False)
        self.side_question.begin()
        self._show_whose()
        self._scope_changed()

    def _resume(self) -> None:
        """Bring back what a crash, a lock or another page left unfinished: the change of an entry first."""
        draft = self.session.draft(editing=True) or self.session.draft(editing=False)
        if draft is None:
            return
        self.take_draft(draft)
        self.aside.ask(_("Your unfinished check-in is back."), (_("Start over"), self.start_over))

    @Slot()
    def start_over(self) -> None:
        """Clear the page; what was on it can be taken back."""
        cleared = self.draft()
        self._finish()
        if cleared is not None:
            self.done.emit(_("Started over."), lambda: self.take_draft(cleared))

    def _finish(self) -> None:
        """Done with this one: forget its draft and go on with what waited, or with an empty page."""
        self._drafts.drop(editing=self.edited is not None)
        self._begin()
        self._resume()

    def _show_whose(self) -> None:
        self.title.setText(_("Where do you feel it?") if self.edited is None else _("Change an entry"))
        self.answers.show_editing(self.edited is not None)

    @Slot()
    def _arrange(self) -> None:
        self.title.setVisible(self.width() >= self.title.sizeHint().width() + self.scope.sizeHint().width() * 2)
        roomy = self.height() >= _OFFER_ABOVE_FROM_EMS * self.theme.em
        self.catch_up_offer.allow(roomy)
        self._offer_below.allow(not roomy)
        self._arrangement.fit(self.size(), self.theme.em)
        self._header.place_question()

    @Slot()
    def _scope_changed(self) -> None:
        self.day_panel.setVisible(self.scope.value is Scope.DAY)
        other = self._other_whole_day()
        if other is not None:
            words = _("{day} has a whole-day entry already.")
            self.other_day.ask(
                words.format(day=weekday(other.day)),
                (_("Change that one"), lambda: self._change_instead(other)),
            )
        else:
            self.other_day.clear()
        self.day_marks.follow(self._day_to_begin_with())
        self.evening.setVisible(self._evening_form_is_due())

    def _evening_form_is_due(self) -> bool:
        fresh = self.edited is None and self.scope.value is Scope.NOW and self.moment.value() is None
        return fresh and prompts.evening_form_is_due(self.session.records.entries, self.session.now())

    def _day_to_begin_with(self) -> date | None:
        """The day whose marks a new whole-day entry begins with."""
        fresh = self.edited is None and self.scope.value is Scope.DAY and self._other_whole_day() is None
        return self._day if fresh else None

    @property
    def _day(self) -> date:
        return (self.moment.value() or self.session.now()).date()

    def _other_whole_day(self) -> Entry | None:
        """The whole-day entry that this one would double."""
        if self.scope.value is not Scope.DAY:
            return None
        found = prompts.whole_day_entry(self.session.records.entries, self._day)
        return None if found is None or (self.edited is not None and found.id == self.edited.id) else found

    def _change_instead(self, other: Entry) -> None:
        """Change the day's own entry, adding what is marked here already."""
        marked = self.marks.symptoms
        self._drafts.drop(editing=False)
        self._set_draft(Draft(other, editing=True, timed=True), kept=other)
        here = {(mark.region, mark.kind): mark for mark in (*other.marks, *marked)}
        if marked:
            self.marks.set_value(here.values())

    @Slot()
    def _choose_whole_day(self) -> None:
        self.scope.choose(Scope.DAY)
        self._scope_changed()
        self._drafts.keep_soon()

    @Slot()
    def _records_changed(self) -> None:
        last = self.session.last_placed()
        self.same.setEnabled(last is not None)
        set_tip(self.same, entries.places(last) if last else _("There is no earlier entry yet."))
        self._stay_on_the_day()
        self._scope_changed()

    def _stay_on_the_day(self) -> None:
        """A whole-day entry that was begun before midnight speaks of the day it was begun on."""
        today, begun = self.session.today(), self._begun_on
        if begun < today and self.scope.value is Scope.DAY and self.moment.value() is None and self.draft():
            self.moment.ask_for(local(datetime.combine(begun, _LAST_MINUTE)))
        self._begun_on = today

    @Slot()
    def _same_as_last(self) -> None:
        last = self.session.last_placed()
        if last is not None:
            self.marks.set_value(last.symptoms)

    @Slot()
    def _no_symptoms(self) -> None:
        self._keep(self.questions.no_symptoms)

    @Slot()
    def _save(self) -> None:
        self._keep(self.questions.save)

    def _keep(self, settle: Callable[[Entry, Entry | None], Entry | None]) -> None:
        try:
            timed = self.questions.in_time(self.entry(), self.session.now())
            entry = None if timed is None else settle(timed, self.edited)
        except JournalError as error:
            self.session.failed.emit(str(error))
            return
        if entry is None:
            return
        if self.edited is None and self.editor.hides_figures:
            question = _("“Right now” keeps no figures of the day. Save it without them?")
            if not sure(self, question, _("Save without them")):
                return
        other = self._other_whole_day()
        if other is not None:
            question = _("{day} has a whole-day entry already. Put this one in its place?")
            if not sure(self, question.format(day=weekday(other.day)), _("Replace it")):
                return
        replaced = tuple(old for old in (self.edited, other) if old is not None)
        if self.edited is None and other is not None:
            entry = replace(entry, id=other.id)
        if replaced and entry != replaced[0]:
            entry = replace(entry, edited_at=self.session.now().replace(microsecond=0))
        if self.session.save(entry):
            self._to_the_top()
            if gone := [old.id for old in replaced if old.id != entry.id]:
                self.session.delete(*gone)
            self._finish()
            self.announce_saved(entry, replaced)

    def _to_the_top(self) -> None:
        """The next entry begins where this one began, for eyes and keyboard."""
        self.panel.verticalScrollBar().setValue(0)
        self._arrangement.to_the_top()
        self.map.show_whole()
        self.map.setFocus()

    @Slot()
    def _give_up(self) -> None:
        self._finish()
        self.go_to.emit("journal", None)

    def announce_saved(self, entry: Entry, replaced: tuple[Entry, ...]) -> None:
        """Say what was saved, with its undo. replaced: what it took the place of."""
        session = self.session
        raised, held = session.raise_urgent(session.records.deleting((entry.id,)).saving(*replaced))

        def undo() -> None:
            if not replaced:
                session.delete(entry.id, *held)
            elif session.save(*replaced):
                session.delete(*held)

        if replaced:
            self.go_to.emit("journal", None)
        self.done.emit(entries.changed(entry) if replaced else entries.saved(entry), undo)
        if raised:
            self.go_to.emit("urgent", True)
