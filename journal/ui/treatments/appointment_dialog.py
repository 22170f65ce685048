"""Asks about one appointment: takes plain values and gives a record back."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QDateTime, QTime
from PySide6.QtWidgets import QFormLayout, QWidget

from journal.domain.appointment import Appointment, starting_at
from journal.i18n import _
from journal.report.options import together
from journal.ui.theme import Theme
from journal.ui.treatments.form_dialog import FormDialog, line_field, text_field
from journal.ui.widgets.date_fields import datetime_field, qt_date


class AppointmentDialog(FormDialog):
    """A new appointment, or one to be changed."""

    def __init__(
        self, theme: Theme, now: datetime, known: Appointment | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Change an appointment") if known else _("Add an appointment"), parent)
        self._known = known
        starts = known.starts_at if known else (now + timedelta(days=7)).replace(hour=9, minute=0)
        self.when = datetime_field(_("Day and time"))
        self.when.setDateTime(QDateTime(qt_date(starts.date()), QTime(starts.hour, starts.minute)))
        self.whom = line_field(_("With whom"), known.with_whom if known else "")
        asked = "\n".join(known.questions) if known else ""
        self.questions = text_field(_("My questions, one a line"), theme.px(6), asked)
        self.said = text_field(_("What was said"), theme.px(6), known.said if known else "")
        fields = (self.when, self.whom, self.questions, self.said)
        self.lay_out(*fields, wrap=QFormLayout.RowWrapPolicy.WrapAllRows, spacing=8)
        self.whom.setFocus()

    def appointment(self) -> Appointment:
        """What was said. Raises InvalidRecord."""
        chosen = self.when.dateTime().toPython()
        assert isinstance(chosen, datetime)
        values: dict[str, Any] = {
            "starts_at": starting_at(chosen, self._known),
            "with_whom": self.whom.text().strip(),
            "questions": together(self.questions.toPlainText().splitlines()),
            "said": self.said.toPlainText().strip(),
        }
        return replace(self._known, **values) if self._known else Appointment(**values)
