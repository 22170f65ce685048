"""A sheet in a dialog over the window, scrolling where the screen is small."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from journal.ui.safety.sheet import Sheet

_WIDTH_EMS = 36


class SheetDialog(QDialog):
    """As high as its sheet, or as the screen."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.setWindowTitle(sheet.heading.text())
        self.setModal(True)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(scroll)
        self._fit()
        sheet.setFocus()

    def _fit(self) -> None:
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        width = min(self.fontInfo().pixelSize() * _WIDTH_EMS, room.width())
        inner = width - 26
        needed = self.sheet.heightForWidth(inner) if self.sheet.hasHeightForWidth() else self.sheet.sizeHint().height()
        self.resize(width, min(max(needed, self.sheet.minimumSizeHint().height()) + 30, room.height()))
