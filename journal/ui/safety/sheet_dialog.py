"""A sheet in a dialog over the window, scrolling where the screen is small."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from journal.ui.safety.sheet import Sheet

_WIDTH_EMS = 40
_EDGES = 40


class SheetDialog(QDialog):
    """As high as its sheet, or as the screen."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.setWindowTitle(sheet.heading.text())
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(scroll)
        sheet.installEventFilter(self)
        self._fit()
        sheet.setFocus()

    def done(self, result: int) -> None:
        self.sheet.forget()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # something on the sheet came or went
            QTimer.singleShot(0, self, self._fit)
        return False

    @Slot()
    def _fit(self) -> None:
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        wanted = max(self.fontInfo().pixelSize() * _WIDTH_EMS, self.sheet.minimumSizeHint().width() + _EDGES)
        width = max(self.width() if self.isVisible() else 0, min(wanted, room.width()))
        needed = max(self.sheet.heightForWidth(width - _EDGES), self.sheet.minimumSizeHint().height())
        self.resize(width, min(needed + _EDGES, room.height()))
