"""A column to scroll that is as high as its parts at the width they have."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget


class ScrollColumn(QWidget):
    """The widget of a scroll area. A plain one keeps the height that wrapped texts need where they are narrowest."""

    def __init__(self, spacing: int = 14) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 6, 0)
        self.column.setSpacing(spacing)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)  # the scroll area asks for the height at its width, too
