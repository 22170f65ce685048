"""The window that shows while no journal is open: it asks, waits or tells, one sheet at a time."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.i18n import _
from journal.ui.safety.sheet import Sheet
from journal.ui.theme import Theme
from journal.ui.widgets.parts import with_role

_WIDEST_EMS = 40
_PATIENCE_MS = 350


class Doorway(QWidget):
    """Holds nothing of the journal's contents. Closing it is leaving the program."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle(_("Sciatica Journal"))
        with_role(self, "doorway")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._held = QWidget()
        self._held.setMaximumWidth(theme.px(_WIDEST_EMS))
        self._column = QVBoxLayout(self._held)
        self._column.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addWidget(self._held, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.sheet: Sheet | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self._leaving = False
        theme.changed.connect(self._fit)
        self.setMinimumSize(480, 360)
        self.resize(QSize(theme.px(56), theme.px(40)).boundedTo(self.screen().availableSize()))

    def put(self, sheet: Sheet) -> None:
        """Show a sheet in place of the one before, which is gone with all that was typed on it."""
        self._swap(sheet)
        self._patience.stop()
        quietly = self.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if not self.isVisible():
            self.show()
        if not quietly:
            self.raise_()
            self.activateWindow()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        sheet.setFocus()
        words = " ".join([sheet.heading.text(), *(part.text() for part in sheet.sentences)])
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def wait(self, words: str, *, at_once: bool = False) -> None:
        """Say what is going on; a window that is not open yet opens only if that takes a while."""
        self._swap(Sheet(words, _("This takes a moment.")))
        if at_once:
            self.show()
        elif not self.isVisible():
            self._patience.start()

    def take_place_of(self, window: QWidget) -> None:
        """Be where the window is, as large, as far in front, but never come to the front by itself."""
        self.setGeometry(window.geometry())
        self.setWindowState(window.windowState())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not _in_front())

    def give_place_to(self, window: QWidget) -> None:
        """Show the window in this one's place."""
        window.setGeometry(self.geometry())
        window.setWindowState(self.windowState())
        window.show()

    def leave(self) -> None:
        """Close without telling: the journal's own window is there now."""
        self._patience.stop()
        self._leaving = True
        self.close()
        self._leaving = False
        self._swap(None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.sheet is not None:
            self.sheet.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._leaving:
            self._patience.stop()
            self.left.emit()

    def _swap(self, sheet: Sheet | None) -> None:
        old, self.sheet = self.sheet, sheet
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.forget()
            old.deleteLater()
        if sheet is not None:
            self._column.addWidget(sheet)
            sheet.show()  # at once: a layout would show it only later, and focus would go nowhere

    @Slot()
    def _fit(self) -> None:
        self._held.setMaximumWidth(self._theme.px(_WIDEST_EMS))


def _in_front() -> bool:
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
