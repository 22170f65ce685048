"""Asks about one treatment: takes plain values and gives a record back."""

from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from journal.domain.treatment import Treatment, TreatmentKind
from journal.i18n import N_, _
from journal.ui.theme import Theme
from journal.ui.widgets.controls import Segments, button, label
from journal.ui.widgets.date_fields import date_field, python_date, qt_date
from journal.wording import labels

_ONCE_KINDS = (TreatmentKind.INJECTION, TreatmentKind.SURGERY)
_NAMES = {
    TreatmentKind.MEDICATION: N_("Name of the medicine"),
    TreatmentKind.EXERCISE: N_("Which exercise, for example nerve glides"),
}
_DOSES = {
    TreatmentKind.MEDICATION: N_("Dose and times, for example 400 mg at 8:00 and 20:00"),
    TreatmentKind.EXERCISE: N_("How often, for example 10 times, three times a day"),
}


class Lasts(Enum):
    """How long a treatment goes on."""

    GOES_ON = "goes_on"
    ENDED = "ended"
    ONCE = "once"


class TreatmentDialog(QDialog):
    """A new treatment, or one to be changed."""

    def __init__(
        self, theme: Theme, today: date, known: Treatment | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        title = _("Change a treatment") if known else _("Add a treatment")
        self.setWindowTitle(title)
        self.kind = QComboBox()
        for kind in TreatmentKind:
            self.kind.addItem(labels.label(kind), kind)
        self.kind.setAccessibleName(_("Kind of treatment"))
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Name"))
        self.dose = QLineEdit()
        self.dose.setAccessibleName(_("Dose or how often"))
        self.started = date_field(_("First day"), today)
        self.ended = date_field(_("Last day"), today)
        self.lasts = Segments(
            [(Lasts.GOES_ON, _("Goes on")), (Lasts.ENDED, _("Ended")), (Lasts.ONCE, _("Once"))],
            _("How long"),
        )
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(_("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(5))
        self._lay_out(title)
        self.setMinimumWidth(theme.px(30))
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.lasts.chosen.connect(self._update_layout)
        self.started.dateChanged.connect(self.ended.setMinimumDate)
        self.name.textChanged.connect(self._update_layout)
        if known:
            self._put(known)
        self._kind_changed()
        self.name.setFocus()

    def treatment(self) -> Treatment:
        """What was said. Raises InvalidRecord."""
        first = python_date(self.started.date())
        last = {Lasts.GOES_ON: None, Lasts.ENDED: python_date(self.ended.date()), Lasts.ONCE: first}
        values: dict[str, Any] = {
            "kind": self.kind.currentData(),
            "name": self.name.text().strip(),
            "dose": self.dose.text().strip(),
            "started_on": first,
            "ended_on": last[Lasts(self.lasts.value)],
            "note": self.note.toPlainText().strip(),
        }
        return replace(self._known, **values) if self._known else Treatment(**values)

    def _lay_out(self, title: str) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(10)
        for field in (self.kind, self.name, self.dose, self.started, self.lasts, self.ended, self.note):
            form.addRow(label(field.accessibleName()), field)
        self._form = form
        self.save = button(_("Save"), self.accept, "primary")
        self.save.setDefault(True)
        answers = QHBoxLayout()
        answers.addStretch()
        answers.addWidget(button(_("Cancel"), self.reject))
        answers.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(title, "title"))
        column.addLayout(form)
        column.addLayout(answers)

    def _put(self, known: Treatment) -> None:
        self.kind.setCurrentIndex(self.kind.findData(known.kind))
        self.name.setText(known.name)
        self.dose.setText(known.dose)
        self.note.setPlainText(known.note)
        self.started.setDate(qt_date(known.started_on))
        self.ended.setDate(qt_date(known.ended_on or max(known.started_on, python_date(self.ended.date()))))
        if known.ended_on is not None:
            self.lasts.choose(Lasts.ONCE if known.ended_on == known.started_on else Lasts.ENDED)

    @Slot()
    def _kind_changed(self) -> None:
        kind = self.kind.currentData()
        self.name.setPlaceholderText(_(_NAMES.get(kind, "")) if kind in _NAMES else "")
        self.dose.setPlaceholderText(_(_DOSES[kind]) if kind in _DOSES else "")
        if self._known is None:
            self.lasts.choose(Lasts.ONCE if kind in _ONCE_KINDS else Lasts.GOES_ON)
        self._update_layout()

    @Slot()
    def _update_layout(self) -> None:
        self._form.setRowVisible(self.ended, self.lasts.value is Lasts.ENDED)
        self.save.setEnabled(bool(self.name.text().strip()))
