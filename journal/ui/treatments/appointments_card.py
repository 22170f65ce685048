"""Appointments: the next ones with their questions, the past ones with what was said."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.appointment import Appointment, next_appointment
from journal.i18n import _, clock, weekday
from journal.ui.widgets.controls import Card, button, clear_layout, label
from journal.ui.widgets.flow import FlowLayout


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
        box = QWidget()
        FlowLayout(box).addWidget(self.add)
        self.body.addWidget(self.none)
        self.body.addLayout(self._list)
        self.body.addWidget(box)

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
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        when = _("{day}, {time}").format(day=weekday(item.day), time=clock(item.starts_at))
        column.addWidget(label(" · ".join(filter(None, (when, item.with_whom))), "lead", wrap=True))
        for question in item.questions:
            column.addWidget(label(_("•  {question}").format(question=question), wrap=True))
        if is_next and item.questions:
            column.addWidget(label(_("These questions go on the Summary page."), "quiet", wrap=True))
        if item.said:
            column.addWidget(label(_("Said: {text}").format(text=item.said), wrap=True))
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        for text, spoken, signal in (
            (_("Change"), _("Change the appointment of {when}"), self.changed),
            (_("Delete"), _("Delete the appointment of {when}"), self.deleted),
        ):
            part = button(text, partial(signal.emit, item))
            part.setAccessibleName(spoken.format(when=when))
            flow.addWidget(part)
        column.addWidget(buttons)
        return box
