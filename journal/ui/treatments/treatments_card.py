"""The treatments one by one: dates, the 14 days before and after, a worsening since the start, and its buttons."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from journal.analysis.results import Reaction, TreatmentEffect
from journal.domain.body import LEGS
from journal.domain.treatment import Treatment
from journal.i18n import _, ngettext, number
from journal.ui.theme import Theme
from journal.ui.widgets.controls import Card, button, clear_layout, label, line, set_property, set_style_role
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.plain_table import PlainTable
from journal.wording import labels
from journal.wording import treatments as wording
from journal.wording.page import UNKNOWN, running


class TreatmentRow(QWidget):
    """One treatment."""

    taken = Signal()
    ended = Signal()
    changed = Signal()
    deleted = Signal()

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(label(treatment.name, "lead", wrap=True))
        column.addWidget(label(_about(treatment, times), "quiet", wrap=True))
        if treatment.note:
            column.addWidget(label(treatment.note, wrap=True))
        if reaction is not None:
            column.addWidget(_standing_out(wording.reaction(reaction)))
        if effect is not None:
            self.effect = label(wording.effect(effect), wrap=True)
            column.addWidget(self.effect)
            self.figures = _figures(effect)
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
        box = QWidget()
        flow = FlowLayout(box, 8)
        name = self.treatment.name
        shown: list[tuple[str, str, SignalInstance]] = []
        if self.treatment.runs_on(today):
            shown.append((_("Taken or done now"), _("{name}: taken or done now"), self.taken))
            if self.treatment.ended_on is None and self.treatment.started_on <= today:
                shown.append((_("Ends today"), _("{name}: ends today"), self.ended))
        shown.append((_("Change"), _("Change {name}"), self.changed))
        shown.append((_("Delete"), _("Delete {name}"), self.deleted))
        for text, spoken, signal in shown:
            part = button(text, signal.emit)
            part.setAccessibleName(spoken.format(name=name))
            flow.addWidget(part)
        if has_figures:
            self.more = button(_("All figures"), lambda: None, "link")
            self.more.setAccessibleName(_("{name}: all figures before and after").format(name=name))
            self.more.setCheckable(True)
            self.more.toggled.connect(self.figures.setVisible)
            flow.addWidget(self.more)
        return box


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
            row.taken.connect(lambda item=item: self.taken.emit(item))
            row.ended.connect(lambda item=item: self.ended.emit(item))
            row.changed.connect(lambda item=item: self.changed.emit(item))
            row.deleted.connect(lambda item=item: self.deleted.emit(item))
            if self.rows:
                self._list.addWidget(line())
            self.rows.append(row)
            self._list.addWidget(row)


def _about(treatment: Treatment, times: int) -> str:
    parts = [labels.label(treatment.kind), treatment.dose, running(treatment.started_on, treatment.ended_on)]
    if times:
        parts.append(ngettext("noted {count} time", "noted {count} times", times).format(count=number(times)))
    return " · ".join(filter(None, parts))


def _standing_out(text: str) -> QFrame:
    frame = QFrame()
    set_style_role(frame, "strip")
    set_property(frame, "mood", "down")
    column = QVBoxLayout(frame)
    column.addWidget(label(text, wrap=True))
    return frame


def _figures(effect: TreatmentEffect) -> PlainTable:
    """The same figures before and after, each with its count of days."""
    table = PlainTable(_("{name}: before and after").format(name=effect.treatment.name))
    before, after, later = effect.before, effect.after, effect.later
    rows = [
        (_("Days logged"), *(number(part.days_logged) if part else UNKNOWN for part in (before, after, later))),
        (_("Average pain 0–10"), *(_figure(part.pain_average if part else None) for part in (before, after, later))),
        (_("Worst pain 0–10"), *(_figure(part.pain_worst if part else None) for part in (before, after, later))),
    ]
    for leg in LEGS:
        name = labels.leg(leg)
        rows += _leg_rows(name, effect, leg)
    head = ("", _("14 days before"), _("14 days from the start"), _("days 15 to 42"))
    text = _("{what}: {then} before, {now} after, {later} on days 15 to 42")
    table.show_rows(head, rows, [text.format(what=w, then=t, now=n, later=x) for w, t, n, x in rows])
    return table


def _leg_rows(name: str, effect: TreatmentEffect, leg: object) -> list[tuple[str, str, str, str]]:
    rows = []
    for text, kept in ((_("{leg}: how far down, 0–7"), "level"), (_("{leg}: numbness, tingling 0–10"), "sensation")):
        parts = (effect.before, effect.after, effect.later)
        then, now, later = (getattr(part, kept)[leg] if part else None for part in parts)
        if then or now or later:
            rows.append((text.format(leg=name), _figure(then), _figure(now), _figure(later)))
    return rows


def _figure(value: float | None) -> str:
    return UNKNOWN if value is None else number(value, 1)
