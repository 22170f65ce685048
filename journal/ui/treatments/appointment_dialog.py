"""Asks about one appointment: takes plain values and gives a record back."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QDateTime, QTime
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from journal.domain.appointment import Appointment
from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.widgets.controls import button, label
from journal.ui.widgets.date_fields import qt_date


class AppointmentDialog(QDialog):
    """A new appointment, or one to be changed."""

    def __init__(
        self, theme: Theme, now: datetime, known: Appointment | None = None, parent: Widget | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._now = now
        title = _("Change an appointment") if known else _("Add an appointment")
        self.setWindowTitle(title)
        starts = known.starts_at if known else (now + timedelta(days=7)).replace(hour=9, minute=0)
        self.when = QDateTimeEdit(QDateTime(qt_date(starts.date()), QTime(starts.hour, starts.minute)))
        self.when.setCalendarPopup(True)
        self.when.setAccessibleName(_("Day and time"))
        self.whom = QLineEdit(known.with_whom if known else "")
        self.whom.setAccessibleName(_("With whom"))
        self.questions = self._text(theme, _("My questions, one a line"), "\n".join(known.questions) if known else "")
        self.said = self._text(theme, _("What was said"), known.said if known else "")
        self._lay_out(title)
        self.setMinimumWidth(theme.px(30))
        self.whom.setFocus()

    def appointment(self) -> Appointment:
        """What was said. Raises InvalidRecord."""
        lines = (" ".join(line.split()) for line in self.questions.toPlainText().splitlines())
        values: dict[str, Any] = {
            "starts_at": self._starts_at(),
            "with_whom": self.whom.text().strip(),
            "questions": tuple(dict.fromkeys(filter(None, lines))),
            "said": self.said.toPlainText().strip(),
        }
        return replace(self._known, **values) if self._known else Appointment(**values)

    def _starts_at(self) -> datetime:
        """The time shown, with the offset of an older record, or this place's offset at that time."""
        chosen = self.when.dateTime().toPython()
        assert isinstance(chosen, datetime)
        chosen = chosen.replace(second=0, microsecond=0, tzinfo=None)
        if self._known is not None:
            old = self._known.starts_at
            same = chosen == old.replace(second=0, microsecond=0, tzinfo=None)
            return old if same else chosen.replace(tzinfo=old.tzinfo)
        return chosen.astimezone()

    def _text(self, theme: Theme, name: str, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(theme.px(6))
        return field

    def _lay_out(self, title: str) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        for field in (self.when, self.whom, self.questions, self.said):
            form.addRow(label(field.accessibleName()), field)
        self.save = button(_("Save"), self.accept, "primary")
        self.save.setDefault(True)
        answers = QHBoxLayout()
        answers.addStretch()
        answers.addWidget(button(_("Cancel"), self.reject))
        answers.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addLayout(form)
        column.addLayout(answers)
