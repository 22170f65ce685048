"""The form for a week as it will print, to be printed or saved; takes plain values, and says what was done with it."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.printing import pdf
from journal.report.form import WeekForm, build
from journal.ui.preferences import Preferences
from journal.ui.summary.paper_chooser import PaperChooser
from journal.ui.summary.paper_view import PaperView
from journal.ui.summary.printer import print_page
from journal.ui.theme import Theme
from journal.ui.widgets import dialogs
from journal.ui.widgets.controls import button, in_a_column, in_a_row, label, scrolling
from journal.ui.widgets.date_fields import date_field, python_date
from journal.wording.help_lines import Country


class WeekFormDialog(QDialog):
    """Closes once the sheet is printed or saved."""

    done_saying = Signal(str)
    """What was done, in a sentence."""
    failed = Signal(str)

    def __init__(
        self, theme: Theme, preferences: Preferences, country: Country, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("A week on paper"))
        self._country = country
        self.first = date_field(_("First day on the sheet"), today)
        self.paper_choice = PaperChooser(preferences)
        self.view = PaperView()
        self.print_button = button(_("Print …"), self._print, "primary")
        self.save_button = button(_("Save as PDF …"), self._save, "strong")
        self.close_button = button(_("Close"), self.reject)
        self._build(theme)
        self.first.dateChanged.connect(self._show)
        self.paper_choice.chosen.connect(self._show)
        self._show()
        self.print_button.setFocus()

    @property
    def form(self) -> WeekForm:
        """The sheet for what is chosen."""
        return build(python_date(self.first.date()), self._country)

    def _build(self, theme: Theme) -> None:
        side = scrolling(
            label(self.windowTitle(), "title", wrap=True),
            label(self.first.accessibleName(), "quiet"),
            self.first,
            label(self.paper_choice.accessibleName(), "quiet"),
            self.paper_choice,
        )
        answers = in_a_column(self.print_button, self.save_button, self.close_button, spacing=10)
        right = QWidget()
        right.setLayout(in_a_column((side, 1), answers, spacing=12))
        right.setFixedWidth(theme.px(17))
        self.setLayout(in_a_row((self.view, 1), right, spacing=16, margins=(20, 20, 20, 20)))
        dialogs.resize_within_screen(self, theme.px(56), theme.px(46))

    @Slot()
    def _show(self) -> None:
        self.view.set_page(self.form, self.paper_choice.paper)

    def _print(self) -> None:
        if print_page(self.form, self, self.paper_choice.paper):
            self.done_saying.emit(_("Sent to the printer."))
            self.accept()

    def _save(self) -> None:
        name = _("sciatica-week-{day}.pdf").format(day=python_date(self.first.date()).isoformat())
        path = dialogs.choose_place(self, _("Save the page"), _("PDF (*.pdf)"), name)
        if path is None:
            return
        try:
            pdf.write(self.form, path, self.paper_choice.paper)
        except JournalError as error:
            self.failed.emit(str(error))
        else:
            self.done_saying.emit(_("Saved as {name}.").format(name=path.name))
        self.accept()
