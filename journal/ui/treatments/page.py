"""The treatments page: what was tried and when, movements, what goes with worse days, appointments."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget

from journal.analysis.search import care, terms
from journal.analysis.treatments import effects
from journal.domain.appointment import Appointment
from journal.domain.movement import MovementTry
from journal.domain.records import Record
from journal.domain.treatment import Treatment, TreatmentEvent
from journal.i18n import _
from journal.ui.history.filter_bar import WordField
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.treatments.aggravators_card import AggravatorsCard
from journal.ui.treatments.appointment_dialog import AppointmentDialog
from journal.ui.treatments.appointments_card import AppointmentsCard
from journal.ui.treatments.keeping_card import KeepingCard
from journal.ui.treatments.movement_dialog import MovementDialog
from journal.ui.treatments.movements_card import MovementsCard
from journal.ui.treatments.timeline import Timeline, build_state
from journal.ui.treatments.treatment_dialog import TreatmentDialog
from journal.ui.treatments.treatments_card import TreatmentsCard
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.parts import Card, Segments, button, label, scrolling
from journal.wording import treatments as wording

_STANDARD_DAYS = 84


class TreatmentsPage(QWidget):
    """Shows the session's records and progress, and writes by its verbs."""

    done = Signal(str, object)
    """What was done, and how to take it back."""
    tried = Signal(object)
    """A movement try, already saved."""
    check_in_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.words = WordField()
        self._told: dict[str, tuple[object, ...]] = {}
        self.keeping = KeepingCard()
        self.ranges = Segments(
            [(_STANDARD_DAYS, _("12 weeks")), (182, _("6 months")), (None, _("All"))], _("How far back")
        )
        self.timeline = Timeline(theme)
        self.treatments = TreatmentsCard(theme)
        self.movements = MovementsCard()
        self.aggravators = AggravatorsCard()
        self.appointments = AppointmentsCard()
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        head = QWidget()
        flow = FlowLayout(head, 10)
        self.add = button(_("Add a treatment"), self._add, "primary")
        self.try_button = button(_("Try a movement"), self._try, "strong")
        self.meet = button(_("Add an appointment"), self._add_appointment, "strong")
        self.words.setPlaceholderText(_("Search treatments, tries and appointments"))
        self.words.setAccessibleName(_("Search treatments, tries and appointments"))
        self.words.setMinimumWidth(self._theme.px(22))
        for part in (label(_("Treatments"), "title"), self.add, self.try_button, self.meet, self.words):
            flow.addWidget(part)
        self._none = Card()
        self._none.body.addWidget(label(_("Nothing is noted as tried yet."), "brand", wrap=True))
        said = _(
            "Note medicines, exercises, hands-on treatment, injections, heat or rest with their first day. The page"
            " then sets the 14 days before beside the 14 days after, with the same figures as everywhere."
        )
        self._none.body.addWidget(label(said, wrap=True))
        self._when = Card(_("When, under the worst pain of each day (0–10)"))
        self._when.body.addWidget(self.ranges)
        self._when.body.addWidget(self.timeline)
        legend = _(
            "A bar is the time a treatment went on, a tick in it a day on which it was taken or done, a dashed line"
            " an appointment."
        )
        self._when.body.addWidget(label(legend, "quiet", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._nothing = label(_("Nothing here has all these words."), "lead", wrap=True)
        cards = (self.keeping, self._none, self._when, self._nothing, self.treatments, self.movements)
        column.addWidget(scrolling(head, *cards, self.aggravators, self.appointments), 1)

    def _connect(self) -> None:
        self._session.changed.connect(self._show)
        self._session.progress_changed.connect(self._show)
        self.ranges.chosen.connect(self._show)
        self.words.textChanged.connect(self._show)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.words.setFocus)
        self.keeping.check_in_asked.connect(self.check_in_asked)
        self.treatments.taken.connect(self._note_taken)
        self.treatments.ended.connect(self._end_today)
        self.treatments.changed.connect(self._change)
        self.treatments.deleted.connect(self._delete)
        self.movements.try_asked.connect(self._try)
        self.movements.deleted.connect(self._delete_try)
        self.appointments.add_asked.connect(self._add_appointment)
        self.appointments.changed.connect(self._change_appointment)
        self.appointments.deleted.connect(self._delete_appointment)

    @Slot()
    def _show(self, _range: object = None) -> None:
        if not self.isVisible():
            return
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused is not None and self.isAncestorOf(focused) else ""
        records, today, progress = self._session.records, self._session.today(), self._session.progress
        days = progress.days if progress is not None else ()
        searching = bool(terms(self.words.text()))
        shown = care(records, self.words.text())
        self._none.setVisible(not records.treatments and not searching)
        self._when.setVisible(bool(records.treatments))
        self.treatments.setVisible(bool(shown.treatments))
        self.movements.setVisible(bool(shown.movement_tries) or not searching)
        self.aggravators.setVisible(not searching)
        self.appointments.setVisible(bool(shown.appointments) or not searching)
        self._nothing.setVisible(searching and not (shown.treatments or shown.movement_tries or shown.appointments))
        self.timeline.show_state(
            build_state(
                records.treatments, records.treatment_events, records.appointments, days, self._first(today), today
            )
        )
        self._tell(
            self.treatments.show_treatments,
            shown.treatments,
            {found.treatment.id: found for found in effects(days, records.treatments, today)} if days else {},
            {found.treatment.id: found for found in progress.reactions} if progress else {},
            Counter(event.treatment for event in records.treatment_events),
            today,
        )
        self._tell(self.movements.show_tries, shown.movement_tries)
        self._tell(self.aggravators.show_aggravators, progress.aggravators if progress else ())
        self._tell(self.appointments.show_appointments, shown.appointments, today)
        self._tell(self.keeping.show_keeping, progress.keeping_away if progress else None)
        if name:
            QTimer.singleShot(0, self, lambda: self._focus_again(name))  # new buttons show in the next round only

    def _tell(self, show: Callable[..., None], *values: object) -> None:
        """Let a card show something; what it shows already is left alone, so that nothing flickers."""
        if self._told.get(show.__qualname__) != values:
            self._told[show.__qualname__] = values
            show(*values)

    def _first(self, today: date) -> date:
        """The first day of the timeline."""
        records, chosen = self._session.records, self.ranges.value
        if isinstance(chosen, int):
            return today - timedelta(days=chosen - 1)
        begun = [*(item.started_on for item in records.treatments), *(entry.day for entry in records.entries[:1])]
        return min([*begun, today - timedelta(days=27)])

    def _focus_again(self, name: str) -> None:
        """Give the keyboard back to the button that was pressed, where it was written anew."""
        same = (part for part in self.findChildren(QPushButton) if part.accessibleName() == name)
        found = next((part for part in same if part.isVisibleTo(self)), None)
        if found is not None:
            found.setFocus()

    @Slot()
    def _add(self) -> None:
        dialog = TreatmentDialog(self._theme, self._session.today(), parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._keep(dialog.treatment(), None, _("The treatment is saved."))

    @Slot(object)
    def _change(self, item: Treatment) -> None:
        dialog = TreatmentDialog(self._theme, self._session.today(), item, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._keep(dialog.treatment(), item, _("The change is saved."))

    @Slot(object)
    def _end_today(self, item: Treatment) -> None:
        said = _("{name} ends today.").format(name=item.name)
        self._keep(replace(item, ended_on=self._session.today()), item, said)

    @Slot(object)
    def _note_taken(self, item: Treatment) -> None:
        event = TreatmentEvent(done_at=self._session.now().replace(microsecond=0), treatment=item.id)
        self._keep(event, None, wording.noted(item, event))

    @Slot(object)
    def _delete(self, item: Treatment) -> None:
        """Delete a treatment with everything noted of it; one undo brings all of it back."""
        events = [event.id for event in self._session.records.treatment_events if event.treatment == item.id]
        self._drop(_("{name} is deleted.").format(name=item.name), item.id, *events)

    @Slot()
    def _try(self) -> None:
        last = self._session.last_placed()
        known = [found.movement for found in self.movements.counts]
        dialog = MovementDialog(
            self._theme, self._session.now().replace(microsecond=0), known, last.marks if last else (), self
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            tried = dialog.tried()
            self._keep(tried, None, _("The try is saved."))
            self.tried.emit(tried)

    @Slot(object)
    def _delete_try(self, item: MovementTry) -> None:
        self._drop(_("The try is deleted."), item.id)

    @Slot()
    def _add_appointment(self) -> None:
        dialog = AppointmentDialog(self._theme, self._session.now(), parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._keep(dialog.appointment(), None, _("The appointment is saved."))

    @Slot(object)
    def _change_appointment(self, item: Appointment) -> None:
        dialog = AppointmentDialog(self._theme, self._session.now(), item, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._keep(dialog.appointment(), item, _("The change is saved."))

    @Slot(object)
    def _delete_appointment(self, item: Appointment) -> None:
        self._drop(_("The appointment is deleted."), item.id)

    def _keep(self, record: Record, before: Record | None, said: str) -> None:
        """Save a record; the undo brings back the one before, or none."""
        undo: Callable[[], object] = (
            (lambda: self._session.delete(record.id)) if before is None else (lambda: self._session.save(before))
        )
        if self._session.save(record):
            self.done.emit(said, undo)

    def _drop(self, said: str, *ids: str) -> None:
        gone = self._session.delete(*ids)
        if gone:
            self.done.emit(said, lambda: self._session.save(*gone))
