"""After a crash: that nothing is lost, and the short report to look at."""

from PySide6.QtCore import Slot

from journal.i18n import _
from journal.ui.access.panel import Panel, text_to_read
from journal.ui.widgets.controls import button


class CrashPanel(Panel):
    """Answers whether the report is to be deleted."""

    def __init__(self, report: str) -> None:
        super().__init__(
            _("The program stopped by itself last time"),
            _("Nothing is lost: everything you saved is here, and an unfinished check-in is back on its page."),
            _(
                "It left a short report for whoever mends such faults. The report names places in the program and"
                " nothing you wrote, and it stays on this computer."
            ),
        )
        # Translators: the short report about a fault of the program.
        self.report = text_to_read(report, _("Report"))
        self.report.setMinimumHeight(self.fontMetrics().height() * 8)
        self.report.hide()
        self.add(self.report)
        self.go_on = self.answer_button(_("Go on"), False, "primary")
        self.show_button = button(_("Show the report"), self._show)
        self.delete_button = self.answer_button(_("Delete the report"), True)
        self.add_buttons(self.go_on, self.show_button, self.delete_button)
        self.setFocusProxy(self.go_on)

    @Slot()
    def _show(self) -> None:
        self.report.show()
        self.show_button.setEnabled(False)
        self.report.setFocus()
