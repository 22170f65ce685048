"""Taken or done today: one press notes a dose or a session of a treatment that goes on."""

from collections import Counter

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from journal.domain.treatment import Treatment, TreatmentEvent
from journal.i18n import _
from journal.ui.session import Session
from journal.ui.widgets.buttons import Button, set_tip, show_typed
from journal.ui.widgets.controls import Card, clear_layout, label, set_style_role
from journal.ui.widgets.flow import FlowLayout


class TakenRow(Card):
    """A chip for each treatment that goes on, with how often it was noted today; hidden where there is none."""

    noted = Signal(str, object)
    """What was noted, and how to take it back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.chips: dict[str, QPushButton] = {}
        self._box = QWidget()
        self._flow = FlowLayout(self._box, 6)
        self.body.setSpacing(6)
        self.body.addWidget(label(_("Taken or done today"), "heading"))
        self.body.addWidget(self._box)
        session.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Chips stay where they are while the same treatments go on, so that the keyboard keeps its place."""
        today = self._session.today()
        records = self._session.records
        running = {
            item.id: item for item in records.treatments if item.runs_on(today) and item.started_on != item.ended_on
        }
        if not running or self.parent() is not None:  # shown before it has a place, it would be a window of its own
            self.setVisible(bool(running))
        if list(running) != list(self.chips):
            clear_layout(self._flow)
            self.chips = {id: self._chip(item) for id, item in running.items()}
        times = Counter(event.treatment for event in records.treatment_events if event.day == today)
        for id, item in running.items():
            self._write(self.chips[id], item, times[id])

    def _chip(self, item: Treatment) -> QPushButton:
        chip = Button()
        set_style_role(chip, "chip")
        chip.clicked.connect(lambda: self._note(item))
        self._flow.addWidget(chip)
        return chip

    def _write(self, chip: QPushButton, item: Treatment, times: int) -> None:
        from journal.wording import treatments as wording  # with the results it speaks of: only where something goes on

        set_tip(chip, item.dose)
        show_typed(chip, wording.in_short(item, times), wording.to_note(item, times))

    def _note(self, item: Treatment) -> None:
        event = TreatmentEvent(done_at=self._session.now().replace(microsecond=0), treatment=item.id)
        if self._session.save(event):
            from journal.wording import treatments as wording

            self.noted.emit(wording.noted(item, event), lambda: self._session.delete(event.id))
