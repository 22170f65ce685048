"""Ticks for what goes on the page, and for what follows on further pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.i18n import _
from journal.report.options import Further, PagePart, further_name, part_name
from journal.ui.widgets.controls import label
from journal.ui.widgets.tick import Tick


class Contents(QWidget):
    """Takes and gives two sets."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.parts = {part: Tick(part_name(part)) for part in PagePart}
        self.further = {part: Tick(further_name(part)) for part in Further}
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
