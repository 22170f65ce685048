"""Which days the page shows: fixed ranges up to today, or from one date to another."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from journal.analysis.limits import DEFAULT_RANGE_DAYS
from journal.analysis.results import Stretch
from journal.i18n import _
from journal.ui.widgets.controls import Segments, in_a_row, label
from journal.ui.widgets.date_fields import date_field, python_date, qt_date

CUSTOM = "custom"


class RangeBar(QObject):
    """The choice of a range; `changed` when it is another. Its two parts stand wherever there is room for them."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices = Segments(
            [
                (14, _("2 weeks")),
                (28, _("4 weeks")),
                (DEFAULT_RANGE_DAYS, _("8 weeks")),
                (182, _("6 months")),
                (365, _("1 year")),
                (None, _("All")),
                (CUSTOM, _("Dates …")),
            ],
            _("How far back"),
        )
        self.choices.choose(DEFAULT_RANGE_DAYS)
        self.first, self.last = date_field(_("First day shown")), date_field(_("Last day shown"))
        self.dates = QWidget()
        # Translators: between the fields of two dates.
        self.dates.setLayout(in_a_row(self.first, label(_("to"), "quiet"), self.last))
        self.dates.hide()
        self.choices.chosen.connect(self._chosen)
        self.first.dateChanged.connect(self._dates_changed)
        self.last.dateChanged.connect(self._dates_changed)

    def allow_any(self, any_day: bool) -> None:
        """Show the choice, or nothing where there is nothing to choose from."""
        self.choices.setVisible(any_day)
        self.dates.setVisible(any_day and self.choices.value == CUSTOM)

    @property
    def standard(self) -> bool:
        """Whether it is the range that the session computes anyway."""
        return self.choices.value == DEFAULT_RANGE_DAYS

    def span(self, beginning: date, today: date) -> Stretch:
        """The days chosen. beginning: the journal's first logged day."""
        value = self.choices.value
        if value == CUSTOM:
            return Stretch(python_date(self.first.date()), python_date(self.last.date()))
        return Stretch(today - timedelta(days=value - 1) if isinstance(value, int) else min(beginning, today), today)

    def allow(self, beginning: date, today: date) -> None:
        """Let dates lie within the journal."""
        for field in (self.first, self.last):
            with QSignalBlocker(field):
                field.setDateRange(qt_date(min(beginning, today)), qt_date(today))

    def offer(self, span: Stretch) -> None:
        """Begin the choice of dates from what shows now."""
        for field, day in ((self.first, span.first), (self.last, span.last)):
            with QSignalBlocker(field):
                field.setDate(qt_date(day))

    @Slot(object)
    def _chosen(self, value: object) -> None:
        self.dates.setVisible(value == CUSTOM)
        if value == CUSTOM:
            self.first.setFocus()
        self.changed.emit()

    @Slot()
    def _dates_changed(self) -> None:
        """Keep the first day at or before the last one: the field that was touched counts."""
        if self.first.date() > self.last.date():
            other = self.last if self.sender() is self.first else self.first
            with QSignalBlocker(other):
                other.setDate(self.first.date() if other is self.last else self.last.date())
        self.changed.emit()
