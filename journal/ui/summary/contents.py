"""Ticks for what goes on the page, and for what follows on further pages."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from journal.i18n import N_, _
from journal.report.options import Further, PagePart
from journal.ui.widgets.controls import label

PARTS: Mapping[StrEnum, str] = {
    PagePart.LADDER: N_("How far down the leg"),
    PagePart.BODY: N_("Body, then and now"),
    PagePart.FIGURES: N_("Figures, then and now"),
    PagePart.SIGNS: N_("The signs in words"),
    PagePart.TREATMENTS: N_("What was tried"),
    PagePart.QUESTIONS: N_("My questions"),
    PagePart.NOTE: N_("My note"),
}
_FURTHER: Mapping[StrEnum, str] = {
    Further.SHORTENED: N_("What was shortened"),
    Further.FINDINGS: N_("All findings in words"),
    Further.TREATMENTS: N_("Treatments with their notes"),
    Further.DAYS: N_("Day by day"),
    Further.NOTES: N_("All notes"),
}


class Contents(QWidget):
    """Takes and gives two sets."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.parts = {part: QCheckBox(_(PARTS[part])) for part in PagePart}
        self.further = {part: QCheckBox(_(_FURTHER[part])) for part in Further}
        column.addWidget(label(_("On the page, with urgent signs and directions"), "quiet", wrap=True))
        for tick in self.parts.values():
            column.addWidget(tick)
        column.addSpacing(6)
        column.addWidget(label(_("On further pages"), "quiet"))
        for tick in self.further.values():
            column.addWidget(tick)
        for tick in (*self.parts.values(), *self.further.values()):
            tick.toggled.connect(self.changed)

    def chosen(self) -> tuple[frozenset[PagePart], frozenset[Further]]:
        """What is ticked."""
        return (
            frozenset(part for part, tick in self.parts.items() if tick.isChecked()),
            frozenset(part for part, tick in self.further.items() if tick.isChecked()),
        )

    def set_value(self, parts: frozenset[PagePart], further: frozenset[Further]) -> None:
        """Tick these."""
        for part, tick in self.parts.items():
            tick.setChecked(part in parts)
        for more, tick in self.further.items():
            tick.setChecked(more in further)
