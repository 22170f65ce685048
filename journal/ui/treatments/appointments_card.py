"""Appointments: the next ones with their questions, the past ones with what was said."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.appointment import Appointment, next_appointment
from journal.i18n import _
from journal.ui.widgets.controls import Card, add_to, button, clear_layout, column_of, flowing, label
from journal.wording import appointments as wording


class AppointmentsCard(Card):
    """Those to come first, the nearest on top; then the past ones, the latest first."""

    add_asked = Signal()
    changed = Signal(object)
    deleted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Appointments"))
        self.none = label(
            _("Note when you see somebody and what you want to ask; the questions go on the page you take along."),
            wrap=True,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.add = button(_("Add an appointment"), self.add_asked.emit)
        add_to(self.body, self.none, self._list, flowing(self.add))

    def show_appointments(self, appointments: Sequence[Appointment], today: date) -> None:
        """Show these."""
        clear_layout(self._list)
        self.none.setVisible(not appointments)
        coming = [item for item in appointments if item.day >= today]
        past = [item for item in reversed(appointments) if item.day < today]
        following = next_appointment(appointments, today)
        for item in (*coming, *past):
            self._list.addWidget(self._row(item, is_next=item is following))

    def _row(self, item: Appointment, *, is_next: bool) -> QWidget:
        parts: list[QWidget] = [label(wording.in_a_line(item), "lead", wrap=True)]
        parts += [label(_("•  {question}").format(question=question), wrap=True) for question in item.questions]
        if is_next and item.questions:
            parts.append(label(_("These questions go on the Summary page."), "quiet", wrap=True))
        if item.said:
            parts.append(label(_("Said: {text}").format(text=item.said), wrap=True))
        change = button(_("Change"), partial(self.changed.emit, item))
        change.setAccessibleName(_("Change the appointment of {when}").format(when=wording.when(item)))
        delete = button(_("Delete"), partial(self.deleted.emit, item))
        delete.setAccessibleName(_("Delete the appointment of {when}").format(when=wording.when(item)))
        return column_of(*parts, flowing(change, delete, spacing=8), spacing=4)
