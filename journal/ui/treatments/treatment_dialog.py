"""Asks about one treatment: takes plain values and gives a record back."""

from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from journal.domain.treatment import Treatment, TreatmentKind
from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.treatments.form_dialog import FormDialog, line_field, text_field
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import Segments
from journal.ui.widgets.date_fields import date_field, python_date, qt_date
from journal.wording import labels
from journal.wording import treatments as wording

_ONCE_KINDS = (TreatmentKind.INJECTION, TreatmentKind.SURGERY)


class Lasts(Enum):
    """How long a treatment goes on."""

    GOES_ON = "goes_on"
    ENDED = "ended"
    ONCE = "once"


class TreatmentDialog(FormDialog):
    """A new treatment, or one to be changed."""

    def __init__(
        self, theme: Theme, today: date, known: Treatment | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Change a treatment") if known else _("Add a treatment"), parent)
        self._known = known
        self.kind = Chooser()
        for kind in TreatmentKind:
            self.kind.addItem(labels.label(kind), kind)
        self.kind.setAccessibleName(_("Kind of treatment"))
        self.name = line_field(_("Name"))
        self.dose = line_field(_("Dose or how often"))
        self.started = date_field(_("First day"), today)
        self.ended = date_field(_("Last day"), today)
        self.lasts = Segments(
            # Translators: how long a treatment lasts: it goes on, it has ended, it was once.
            [(Lasts.GOES_ON, _("Goes on")), (Lasts.ENDED, _("Ended")), (Lasts.ONCE, _("Once"))],
            _("How long"),
        )
        self.note = text_field(_("Note"), theme.px(5))
        fields = (self.kind, self.name, self.dose, self.started, self.lasts, self.ended, self.note)
        self.lay_out(*fields, wrap=QFormLayout.RowWrapPolicy.WrapLongRows, spacing=10)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.lasts.chosen.connect(self._update_layout)
        self.started.dateChanged.connect(self.ended.setMinimumDate)
        self.name.textChanged.connect(self._update_layout)
        if known:
            self._set_value(known)
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

    def _set_value(self, known: Treatment) -> None:
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
        self.name.setPlaceholderText(wording.name_hint(kind))
        self.dose.setPlaceholderText(wording.dose_hint(kind))
        if self._known is None:
            self.lasts.choose(Lasts.ONCE if kind in _ONCE_KINDS else Lasts.GOES_ON)
        self._update_layout()

    @Slot()
    def _update_layout(self) -> None:
        self.form.setRowVisible(self.ended, self.lasts.value is Lasts.ENDED)
        self.save.setEnabled(bool(self.name.text().strip()))
