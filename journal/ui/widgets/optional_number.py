"""A number that may stay unsaid: nothing is ever preset to 0."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox

from journal.i18n import _
from journal.ui.widgets.buttons import Wheelless
from journal.ui.widgets.controls import roomy


class OptionalNumber(Wheelless, QDoubleSpinBox):
    """A spin box whose lowest step means "not said"."""

    def __init__(self, highest: float, step: float, decimals: int, name: str, suffix: str = "") -> None:
        super().__init__()
        self.setDecimals(decimals)
        self.setRange(-step, highest)
        self.setSingleStep(step)
        self.setSpecialValueText(_("not said"))
        self.setSuffix(suffix)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        roomy(self)
        self.set_value(None)

    def number(self) -> float | None:
        """The number, or None."""
        return None if self.value() < 0 else round(self.value(), self.decimals())

    def set_value(self, number: float | None) -> None:
        """Show a number, or None."""
        self.setValue(self.minimum() if number is None else number)
