"""The window that shows while no journal is open: it asks, waits or tells, one panel at a time."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.i18n import _
from journal.ui.access.panel import Panel
from journal.ui.theme import Theme
from journal.ui.widgets.controls import announce, in_a_column, scroll_area, set_style_role, single_shot
from journal.ui.widgets.dialogs import FRAME
from journal.ui.widgets.roles import set_accessible_role

_WIDEST_EMS = 40
_PATIENCE_MS = 350


class StartupWindow(QWidget):
    """Holds nothing of the journal's contents. Closing it is leaving the program.

    What it consists of is made when it is first seen: mostly the journal is open before.
    """

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.panel: Panel | None = None
        self._patience: QTimer = single_shot(self, _PATIENCE_MS, self._show_waiting)
        self._words = ""
        self._closing = self._made = False
        self._held = QWidget()
        self._column = QVBoxLayout(self._held)
        self._column.setContentsMargins(0, 0, 0, 0)

    def _make(self) -> None:
        """Make what it consists of, once."""
        if self._made:
            return
        self._made = True
        set_style_role(self, "startup")
        set_accessible_role(self, QAccessible.Role.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addWidget(self._held, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setLayout(in_a_column(scroll_area(middle)))
        self._theme.add_size_keys(self)
        self._theme.changed.connect(self._update_layout)
        self._update_layout()
        self.setMinimumSize(480, 360)
        self.resize(self.preferred_size(self.screen().availableSize()))

    def preferred_size(self, room: QSize) -> QSize:
        """The size at which most panels are whole, on a screen that leaves so much room."""
        return QSize(self._theme.px(56), self._theme.px(44)).boundedTo(room - FRAME)

    def show_panel(self, panel: Panel) -> None:
        """Show a panel in place of the one before, which is gone with all that was typed on it."""
        if panel is self.panel:
            return
        self._swap(panel)
        self._patience.stop()
        quietly = self.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if not self.isVisible():
            self.show()
        if not quietly:
            self.raise_()
            self.activateWindow()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        panel.setFocus()
        words = " ".join([panel.heading.text(), *(part.text() for part in panel.sentences)])
        announce(self, words)

    def wait(self, words: str, *, at_once: bool = False) -> None:
        """Say what is going on; a window that is not open yet opens only if that takes a while."""
        self._words = words
        if at_once or self.isVisible():
            self._show_waiting()
        else:
            self._patience.start()

    @Slot()
    def _show_waiting(self) -> None:
        self._swap(Panel(self._words, _("This takes a moment.")))
        self.show()

    def replace_window(self, window: QWidget) -> None:
        """Be where the window is, as large, as far in front, but never come to the front by itself."""
        self._make()
        self.setGeometry(window.geometry())
        self.setWindowState(window.windowState())
        in_front = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not in_front)

    def show_instead(self, window: QWidget) -> None:
        """Show the window in this one's place."""
        window.setGeometry(self.geometry())
        window.setWindowState(self.windowState())
        window.show()

    def close_quietly(self) -> None:
        """Close without telling: the journal's own window is there now."""
        self._patience.stop()
        self._closing = True
        self.close()
        self._closing = False
        self._swap(None)

    def showEvent(self, event: QShowEvent) -> None:
        self._make()
        super().showEvent(event)
        if self.panel is not None:
            self.panel.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._closing:
            self._patience.stop()
            self.left.emit()

    def _swap(self, panel: Panel | None) -> None:
        old, self.panel = self.panel, panel
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.forget()
            old.deleteLater()
        if panel is not None:
            self._make()
            self.setWindowTitle(_("Sciatica Journal"))  # the language may be another by now
            self._column.addWidget(panel)
            panel.show()  # at once: a layout would show it only later, and focus would go nowhere

    @Slot()
    def _update_layout(self) -> None:
        self._held.setMaximumWidth(self._theme.px(_WIDEST_EMS))
        if self.isVisible() and not self.isMaximized():  # larger letters were chosen here
            self.resize(self.size().expandedTo(self.preferred_size(self.screen().availableSize())))
