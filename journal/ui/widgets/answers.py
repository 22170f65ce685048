"""A row of answers of which one or none is chosen: nothing is chosen for anybody."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from journal.i18n import _
from journal.ui.widgets.buttons import toggle
from journal.ui.widgets.flow import FlowLayout


class Answers(QWidget):
    """Buttons; pressing the chosen one again takes the answer back."""

    chosen = Signal(object)
    """The value, or None."""

    def __init__(self, choices: Sequence[tuple[object, str]], name: str, *, role: str = "chip") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._parts: dict[object, QPushButton] = {}
        row = QHBoxLayout(self) if role == "scale" else FlowLayout(self, 8)
        if isinstance(row, QHBoxLayout):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(3)
        for value, text in choices:
            part = toggle(text, role)
            part.setAccessibleName(_("{name}: {answer}").format(name=name, answer=text))
            if role == "scale":
                part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            part.clicked.connect(lambda checked, value=value: self._clicked(value if checked else None))
            self._parts[value] = part
            row.addWidget(part)

    @property
    def value(self) -> object:
        """The chosen value, or None."""
        return next((value for value, part in self._parts.items() if part.isChecked()), None)

    def choose(self, value: object) -> None:
        """Choose one, or none, without telling."""
        for one, part in self._parts.items():
            part.setChecked(one == value and value is not None)

    def part(self, value: object) -> QPushButton:
        """The button of one value."""
        return self._parts[value]

    def _clicked(self, value: object) -> None:
        self.choose(value)
        self.chosen.emit(value)
