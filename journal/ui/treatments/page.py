"""The treatments page: what was tried and when, movements, what goes with worse days, appointments."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton

from journal.analysis.search import care, terms
from journal.charts import specs
from journal.charts.chart_spec import ChartSpec
from journal.domain.appointment import Appointment
from journal.domain.movement import MovementTry
from journal.domain.records import Record
from journal.domain.treatment import Treatment, TreatmentEvent
from journal.i18n import _
from journal.ui.history.filter_bar import WordField
from journal.ui.page import Page, PageContext
from journal.ui.tasks import LatestTask
from journal.ui.treatments.aggravators_card import AggravatorsCard
from journal.ui.treatments.appointment_dialog import AppointmentDialog
from journal.ui.treatments.appointments_card import AppointmentsCard
from journal.ui.treatments.movement_dialog import MovementDialog
from journal.ui.treatments.movements_card import MovementsCard
from journal.ui.treatments.relapse_prevention_card import RelapsePreventionCard
from journal.ui.treatments.treatment_dialog import TreatmentDialog
from journal.ui.treatments.treatments_card import TreatmentsCard
from journal.ui.widgets.chart_card import ChartCard
from journal.ui.widgets.controls import Card, Segments, button, flowing, in_a_column, label, scrolling
from journal.ui.widgets.dialogs import accepted
from journal.wording import treatments as wording

_STANDARD_DAYS = 84
_CHART_EMS, _ROW_EMS = 10.0, 1.75


class TreatmentsPage(Page):
    """Shows the session's records and progress, and writes by its verbs."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        theme = self.theme
        self.words = WordField()
        self._told: dict[str, tuple[object, ...]] = {}
        self.relapse_prevention = RelapsePreventionCard()
        self.ranges = Segments(
            [(_STANDARD_DAYS, _("12 weeks")), (182, _("6 months")), (None, _("All"))], _("How far back")
        )
        self._rows = 1
        self.when = ChartCard(theme, _("When, with the mean pain of each week"), self._when_ems)
        self._charts: LatestTask[ChartSpec | None] = LatestTask(self)
        self.treatments = TreatmentsCard(theme)
        self.movements = MovementsCard()
        self.aggravators = AggravatorsCard()
        self.appointments = AppointmentsCard()
        self._build()
        self._connect()

    def open(self, what: object) -> bool:
        """Look for words."""
        if isinstance(what, str):
            self.words.setText(what)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        self.add = button(_("Add a treatment"), self._ask_treatment, "primary")
        self.try_button = button(_("Try a movement"), self._try, "strong")
        self.meet = button(_("Add an appointment"), self._ask_appointment, "strong")
        self.words.setPlaceholderText(_("Search"))
        self.words.setAccessibleName(_("Search treatments, tries and appointments"))
        self.words.setMinimumWidth(self.theme.px(14))
        head = flowing(label(_("Treatments"), "title"), self.add, self.try_button, self.meet, self.words)
        self.none = Card("", label(_("Nothing is noted as tried yet."), "brand", wrap=True))
        said = _(
            "Note medicines, exercises, hands-on treatment, injections, heat or rest with their first day. The page"
            " then sets the 14 days before beside the 14 days after, with the same figures as everywhere."
        )
        self.none.body.addWidget(label(said, wrap=True))
        self.when.body.insertWidget(1, self.ranges)
        self.nothing = label(_("Nothing here has all these words."), "lead", wrap=True)
        cards = (self.relapse_prevention, self.none, self.when, self.nothing, self.treatments, self.movements)
        self.setLayout(in_a_column(scrolling(head, *cards, self.aggravators, self.appointments, parent=self)))

    def _connect(self) -> None:
        self.session.changed.connect(self._show)
        self.session.progress_changed.connect(self._show)
        self.ranges.chosen.connect(self._show)
        self._charts.answered.connect(self._show_chart)
        self._charts.failed.connect(self._chart_failed)
        self.when.message.connect(self._say)
        self.when.saved.connect(self.done)
        self.words.textChanged.connect(self._show)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.words.setFocus)
        self.relapse_prevention.check_in_asked.connect(partial(self.go_to.emit, "check_in", None))
        self.treatments.taken.connect(self._note_taken)
        self.treatments.ended.connect(self._end_today)
        self.treatments.changed.connect(self._ask_treatment)
        self.treatments.deleted.connect(self._delete)
        self.movements.try_asked.connect(self._try)
        self.movements.deleted.connect(self._delete_try)
        self.appointments.add_asked.connect(self._ask_appointment)
        self.appointments.changed.connect(self._ask_appointment)
        self.appointments.deleted.connect(self._delete_appointment)

    @Slot()
    def _show(self, _range: object = None) -> None:
        if not self.isVisible():
            return
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused is not None and self.isAncestorOf(focused) else ""
        records, today, progress = self.session.records, self.session.today(), self.session.progress
        searching = bool(terms(self.words.text()))
        shown = care(records, self.words.text())
        self.none.setVisible(not records.treatments and not searching)
        self.when.setVisible(bool(records.treatments))
        self.treatments.setVisible(bool(shown.treatments))
        self.movements.setVisible(bool(shown.movement_tries) or not searching)
        self.aggravators.setVisible(not searching)
        self.appointments.setVisible(bool(shown.appointments) or not searching)
        self.nothing.setVisible(searching and not (shown.treatments or shown.movement_tries or shown.appointments))
        if progress is not None and records.treatments:
            chosen = self.ranges.value
            days = chosen if isinstance(chosen, int) else None
            self._charts.ask(partial(specs.treatments_in, records, progress, today, days))
        self._tell(
            self.treatments.show_treatments,
            shown.treatments,
            {found.treatment.id: found for found in progress.effects} if progress else {},
            {found.treatment.id: found for found in progress.reactions} if progress else {},
            Counter(event.treatment for event in records.treatment_events),
            today,
        )
        self._tell(self.movements.show_tries, shown.movement_tries)
        self._tell(self.aggravators.show_aggravators, progress.aggravators if progress else ())
        self._tell(self.appointments.show_appointments, shown.appointments, today)
        self._tell(self.relapse_prevention.show_relapse_prevention, progress.relapse_prevention if progress else None)
        if name:
            QTimer.singleShot(0, self, lambda: self._focus_again(name))  # new buttons show in the next round only

    @Slot(object)
    def _show_chart(self, chart: ChartSpec | None) -> None:
        if chart is not None:
            self._rows = len(self.session.records.treatments)
            self.when.show_chart(chart)

    @Slot(object)
    def _chart_failed(self, error: Exception) -> None:
        raise error

    def _when_ems(self, _width: float) -> float:
        return _CHART_EMS + _ROW_EMS * self._rows

    def finish(self) -> None:
        self._charts.wait()
        self.when.view.finish()

    def _tell(self, show: Callable[..., None], *values: object) -> None:
        """Let a card show something; what it shows already is left alone, so that nothing flickers."""
        if self._told.get(show.__qualname__) != values:
            self._told[show.__qualname__] = values
            show(*values)

    def _focus_again(self, name: str) -> None:
        """Give the keyboard back to the button that was pressed, where it was written anew."""
        same = (part for part in self.findChildren(QPushButton) if part.accessibleName() == name)
        found = next((part for part in same if part.isVisibleTo(self)), None)
        if found is not None:
            found.setFocus()

    @Slot()
    @Slot(object)
    def _ask_treatment(self, known: Treatment | None = None) -> None:
        """Ask about a new treatment, or about one to be changed."""
        dialog = TreatmentDialog(self.theme, self.session.today(), known, self)
        if accepted(dialog):
            self._keep(dialog.treatment(), known, _("The change is saved.") if known else _("The treatment is saved."))

    @Slot(object)
    def _end_today(self, item: Treatment) -> None:
        said = _("{name} ends today.").format(name=item.name)
        self._keep(replace(item, ended_on=self.session.today()), item, said)

    @Slot(object)
    def _note_taken(self, item: Treatment) -> None:
        event = TreatmentEvent(done_at=self.session.now().replace(microsecond=0), treatment=item.id)
        self._keep(event, None, wording.noted(item, event))

    @Slot(object)
    def _delete(self, item: Treatment) -> None:
        """Delete a treatment with everything noted of it; one undo brings all of it back."""
        events = [event.id for event in self.session.records.treatment_events if event.treatment == item.id]
        self._drop(_("{name} is deleted.").format(name=item.name), item.id, *events)

    @Slot()
    def _try(self) -> None:
        last = self.session.last_placed()
        known = [found.movement for found in self.movements.counts]
        dialog = MovementDialog(
            self.theme, self.session.now().replace(microsecond=0), known, last.marks if last else (), self
        )
        if accepted(dialog):
            tried = dialog.tried()
            self._keep(tried, None, _("The try is saved."))
            raised, _held = self.session.raise_urgent(self.session.records.deleting((tried.id,)))
            if raised:  # what a movement brought on may be urgent, as what is marked in a check-in
                self.go_to.emit("urgent", True)

    @Slot(object)
    def _delete_try(self, item: MovementTry) -> None:
        self._drop(_("The try is deleted."), item.id)

    @Slot()
    @Slot(object)
    def _ask_appointment(self, known: Appointment | None = None) -> None:
        """Ask about a new appointment, or about one to be changed."""
        dialog = AppointmentDialog(self.theme, self.session.now(), known, self)
        if accepted(dialog):
            said = _("The change is saved.") if known else _("The appointment is saved.")
            self._keep(dialog.appointment(), known, said)

    @Slot(object)
    def _delete_appointment(self, item: Appointment) -> None:
        self._drop(_("The appointment is deleted."), item.id)

    @Slot(str)
    def _say(self, text: str) -> None:
        self.done.emit(text, None)

    def _keep(self, record: Record, before: Record | None, said: str) -> None:
        """Save a record; the undo brings back the one before, or none."""
        undo: Callable[[], object] = (
            (lambda: self.session.delete(record.id)) if before is None else (lambda: self.session.save(before))
        )
        if self.session.save(record):
            self.done.emit(said, undo)

    def _drop(self, said: str, *ids: str) -> None:
        gone = self.session.delete(*ids)
        if gone:
            self.done.emit(said, lambda: self.session.save(*gone))
