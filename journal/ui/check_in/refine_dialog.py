"""Says exactly what is felt in one place: takes plain values and gives plain values back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from journal.domain.entry import Kind, Quality, Symptom
from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.widgets.controls import button, column_of, in_a_row, label, toggle
from journal.ui.widgets.dialogs import ScrollingDialog
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.strength_bar import StrengthBar
from journal.wording import labels


class RefineDialog(ScrollingDialog):
    """A strength for each kind (none is allowed), and what a pain is like."""

    def __init__(self, theme: Theme, region: str, marks: Sequence[Symptom], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region = region
        self.setWindowTitle(labels.region(region))
        self.bars: dict[Kind, StrengthBar] = {}
        self.qualities: dict[Quality, QPushButton] = {}
        content = column_of(
            label(labels.region(region), "title", wrap=True),
            label(_("Press a strength, or press it again for none."), "quiet", wrap=True),
            self._strengths(theme, {mark.kind: mark.intensity for mark in marks}),
            label(_("What is the pain like?"), "heading"),
            self._quality_chips({quality for mark in marks for quality in mark.qualities}),
            None,
            spacing=12,
            right=6,
        )
        self.lay_out_within_screen(theme.px(34), content, self._answers())

    def symptoms(self) -> tuple[Symptom, ...]:
        """What was said; empty if nothing is felt there."""
        return tuple(
            Symptom(self._region, kind, bar.strength, self._chosen_qualities() if kind is Kind.PAIN else ())
            for kind, bar in self.bars.items()
            if bar.strength
        )

    def _strengths(self, theme: Theme, strengths: dict[Kind, int]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for row, kind in enumerate(Kind):
            bar = self.bars[kind] = StrengthBar(theme, words=False, clearable=True)
            bar.choose(strengths.get(kind))
            bar.setAccessibleName(labels.label(kind))
            grid.addWidget(label(labels.label(kind)), row, 0)
            grid.addWidget(bar, row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _quality_chips(self, chosen: set[Quality]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        for quality in Quality:
            chip = self.qualities[quality] = toggle(labels.label(quality), "chip")
            chip.setChecked(quality in chosen)
            flow.addWidget(chip)
        return box

    def _answers(self) -> QHBoxLayout:
        row = in_a_row(button(_("Remove this place"), self._remove), None, button(_("Cancel"), self.reject))
        # Translators: closes the dialog (a button).
        done = button(_("Done"), self.accept, "primary")
        done.setDefault(True)
        row.addWidget(done)
        return row

    def _chosen_qualities(self) -> tuple[Quality, ...]:
        return tuple(quality for quality, chip in self.qualities.items() if chip.isChecked())

    def _remove(self) -> None:
        for bar in self.bars.values():
            bar.choose(None)
        self.accept()
