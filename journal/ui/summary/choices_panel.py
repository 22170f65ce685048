"""Asks what goes on the page: dates, name, the appointment, questions and a note."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from journal.domain.appointment import Appointment
from journal.i18n import _
from journal.report.choices import Choices
from journal.ui.summary.contents import Contents
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import Card, add_to, in_a_column, label
from journal.ui.widgets.date_fields import date_field, python_date, qt_date
from journal.wording import appointments as wording

_SINCE_APPOINTMENT = "appointment"
_SPANS = ((28, "4"), (56, "8"), (84, "12"), (182, "26"))


class OptionalDate(QWidget):
    """A date that may be left out."""

    changed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tick = QCheckBox(text)
        self.field = date_field(text)
        self.setLayout(in_a_column(self.tick, self.field, spacing=4))  # beside the tick it would widen the column
        self.field.setVisible(False)
        self.tick.toggled.connect(self.field.setVisible)
        self.tick.toggled.connect(self.changed)
        self.field.dateChanged.connect(self.changed)

    def value(self) -> date | None:
        """The date, or None."""
        return python_date(self.field.date()) if self.tick.isChecked() else None

    def set_value(self, value: date | None, otherwise: date) -> None:
        """Show a date, or None with another to begin from."""
        self.field.setDate(qt_date(value or otherwise))
        self.tick.setChecked(value is not None)


class ChoicesPanel(Card):
    """Takes and gives plain `Choices`."""

    changed = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(_("What goes on the page"))
        self._theme = theme
        self._today = today
        self.span = Chooser()
        self.span.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.span.setMinimumContentsLength(10)
        for days, weeks in _SPANS:
            self.span.addItem(_("The last {weeks} weeks").format(weeks=weeks), days)
        self.span.addItem(_("Since the last appointment"), _SINCE_APPOINTMENT)
        self.span.addItem(_("From a day on …"), None)
        self.span.setAccessibleName(_("Dates"))
        self.first = date_field(_("First day on the page"))
        self.name = QLineEdit()
        self.born = OptionalDate(_("Date of birth"))
        self.appointment = OptionalDate(_("Appointment on"))
        self.questions = QPlainTextEdit()
        self.note = QPlainTextEdit()
        self.contents = Contents()
        self._last: date | None = None
        for field, text in (
            (self.name, _("Your name (may stay empty)")),
            (self.questions, _("My questions, one a line")),
            (self.note, _("A note for the clinician")),
        ):
            field.setAccessibleName(text)
        self._build()
        self._connect()
        self.set_today(today)

    def set_today(self, today: date) -> None:
        """Another day may have begun since the page was made."""
        self._today = today
        self.first.setMaximumDate(qt_date(today))

    def choices(self) -> Choices:
        """What is chosen."""
        chosen = self.span.currentData()
        parts, further = self.contents.chosen()
        appointment = self.appointment.value()
        over = [day for day in (self._last, appointment) if day is not None and day < self._today]
        return Choices(
            days=chosen if isinstance(chosen, int) else None,
            first=python_date(self.first.date()) if chosen is None else None,
            since_appointment=chosen == _SINCE_APPOINTMENT,
            last=max(over, default=None),
            parts=parts,
            further=further,
            name=self.name.text().strip(),
            born=self.born.value(),
            appointment=appointment,
            questions=self.questions.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
        )

    def set_value(self, choices: Choices) -> None:
        """Show these choices."""
        self.blockSignals(True)
        found = self.span.findData(_SINCE_APPOINTMENT if choices.since_appointment else choices.days)
        self._last = choices.last
        self.span.setCurrentIndex(found if found >= 0 else self.span.count() - 1)
        self.first.setDate(qt_date(choices.first or self._today))
        self.name.setText(choices.name)
        self.born.set_value(choices.born, date(1960, 1, 1))
        self.appointment.set_value(choices.appointment, self._today)
        self.questions.setPlainText(choices.questions)
        self.note.setPlainText(choices.note)
        self.contents.set_value(choices.parts, choices.further)
        self.first.setVisible(self.span.currentData() is None)
        self.blockSignals(False)

    def show_next(self, coming: Appointment | None) -> None:
        """Say that the next appointment's date and questions go on the page."""
        self.next_label.setVisible(coming is not None)
        if coming is not None:
            self.next_label.setText(wording.on_the_page(coming))

    def show_last(self, last: date | None) -> None:
        """Say from which appointment on the page reaches, where that is chosen."""
        self.last_label.setVisible(self.span.currentData() == _SINCE_APPOINTMENT)
        self.last_label.setText(wording.since_the_last(last))

    def _build(self) -> None:
        for text in (self.questions, self.note):
            text.setTabChangesFocus(True)
            text.setMaximumHeight(self._theme.px(6))
        add_to(self.body, label(_("Dates"), "quiet"), self.span, self.first)
        self.last_label = label("", wrap=True)
        self.last_label.hide()
        self.body.addWidget(self.last_label)
        self.next_label = label("", wrap=True)
        self.next_label.hide()
        for field in (self.name, self.born, self.appointment, self.questions, self.note):
            if not isinstance(field, OptionalDate):
                self.body.addWidget(label(field.accessibleName(), "quiet"))
            self.body.addWidget(field)
            if field is self.appointment:
                self.body.addWidget(self.next_label)
        self.body.addWidget(self.contents)

    def _connect(self) -> None:
        self.span.currentIndexChanged.connect(lambda: self.first.setVisible(self.span.currentData() is None))
        for signal in (
            self.span.currentIndexChanged,
            self.first.dateChanged,
            self.name.textChanged,
            self.born.changed,
            self.appointment.changed,
            self.questions.textChanged,
            self.note.textChanged,
            self.contents.changed,
        ):
            signal.connect(self.changed)
