"""The treatments one by one: dates, the 14 days before and after, a worsening since the start, and its buttons."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from journal.analysis.results import Reaction, TreatmentEffect
from journal.domain.treatment import Treatment
from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.widgets.controls import (
    Card,
    button,
    clear_layout,
    flowing,
    in_a_column,
    label,
    line,
    set_property,
    set_style_role,
)
from journal.ui.widgets.plain_table import PlainTable
from journal.wording import treatments as wording


class TreatmentRow(QWidget):
    """One treatment."""

    taken = Signal(object)
    ended = Signal(object)
    changed = Signal(object)
    deleted = Signal(object)

    def __init__(
        self,
        treatment: Treatment,
        effect: TreatmentEffect | None,
        reaction: Reaction | None,
        times: int,
        today: date,
    ) -> None:
        super().__init__()
        self.treatment = treatment
        self.more: QPushButton | None = None
        column = in_a_column(
            label(treatment.name, "lead", wrap=True),
            label(wording.about(treatment, times), "quiet", wrap=True),
            spacing=6,
            margins=(0, 4, 0, 4),
        )
        self.setLayout(column)
        if treatment.note:
            column.addWidget(label(treatment.note, wrap=True))
        if reaction is not None:
            column.addWidget(_standing_out(wording.reaction(reaction)))
        if effect is not None:
            self.effect = label(wording.effect(effect), wrap=True)
            column.addWidget(self.effect)
            self.figures = PlainTable(_("{name}: before and after").format(name=treatment.name))
            self.figures.show_rows(*wording.figures(effect))
            self.figures.hide()
            column.addWidget(self.figures)
        column.addWidget(self._buttons(today, has_figures=effect is not None))

    @property
    def unfolded(self) -> bool:
        """Whether all figures show."""
        return self.more is not None and self.more.isChecked()

    def unfold(self, unfolded: bool) -> None:
        """Show all figures, or not."""
        if self.more is not None:
            self.more.setChecked(unfolded)

    def _buttons(self, today: date, *, has_figures: bool) -> QWidget:
        name = self.treatment.name
        shown: list[tuple[str, str, SignalInstance]] = []
        if self.treatment.runs_on(today):
            shown.append((_("Taken or done now"), _("{name}: taken or done now"), self.taken))
            if self.treatment.ended_on is None and self.treatment.started_on <= today:
                shown.append((_("Ends today"), _("{name}: ends today"), self.ended))
        shown.append((_("Change"), _("Change {name}"), self.changed))
        shown.append((_("Delete"), _("Delete {name}"), self.deleted))
        buttons = []
        for text, spoken, signal in shown:
            part = button(text, partial(signal.emit, self.treatment))
            part.setAccessibleName(spoken.format(name=name))
            buttons.append(part)
        if has_figures:
            self.more = button(_("All figures"), lambda: None, "link")
            self.more.setAccessibleName(_("{name}: all figures before and after").format(name=name))
            self.more.setCheckable(True)
            self.more.toggled.connect(self.figures.setVisible)
            buttons.append(self.more)
        return flowing(*buttons, spacing=8)


class TreatmentsCard(Card):
    """All treatments, the latest first."""

    taken = Signal(object)
    ended = Signal(object)
    changed = Signal(object)
    deleted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("What was tried"))
        self._theme = theme
        self.rows: list[TreatmentRow] = []
        self._list = QVBoxLayout()
        self.body.addWidget(label(wording.explanation(), "quiet", wrap=True))
        self.body.addLayout(self._list)

    def show_treatments(
        self,
        treatments: Sequence[Treatment],
        effects: Mapping[str, TreatmentEffect],
        reactions: Mapping[str, Reaction],
        times: Mapping[str, int],
        today: date,
    ) -> None:
        """Show these; what is known of each by its id."""
        unfolded = {row.treatment.id for row in self.rows if row.unfolded}
        clear_layout(self._list)
        self.rows = []
        for item in sorted(treatments, key=lambda item: (item.started_on, item.name), reverse=True):
            row = TreatmentRow(item, effects.get(item.id), reactions.get(item.id), times.get(item.id, 0), today)
            row.unfold(item.id in unfolded)
            row.taken.connect(self.taken)
            row.ended.connect(self.ended)
            row.changed.connect(self.changed)
            row.deleted.connect(self.deleted)
            if self.rows:
                self._list.addWidget(line())
            self.rows.append(row)
            self._list.addWidget(row)


def _standing_out(text: str) -> QFrame:
    frame = QFrame()
    set_style_role(frame, "strip")
    set_property(frame, "mood", "down")
    column = QVBoxLayout(frame)
    column.addWidget(label(text, wrap=True))
    return frame
