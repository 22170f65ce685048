"""The body map of two fortnights side by side, which ones they are, and the difference in words and on the map."""

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.analysis import measures
from journal.analysis.limits import FORTNIGHT_DAYS
from journal.analysis.results import BodySummary, Stretch
from journal.charts import specs
from journal.charts.view_model import ViewModel
from journal.i18n import _
from journal.ui.theme import Theme
from journal.ui.widgets.chart_card import ChartCard
from journal.ui.widgets.controls import button, flowing, in_a_row, label
from journal.ui.widgets.date_fields import date_field, python_date, qt_date
from journal.ui.widgets.flow import FlowLayout
from journal.wording import charts as words


class Fortnight(QWidget):
    """A fortnight by its first day, which can be stepped or picked."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._until = date.max
        self.field = date_field(_("{which}: first day of the 14").format(which=name))
        self.earlier = button("‹", lambda: self._step(-FORTNIGHT_DAYS), "step", tip=_("14 days earlier"))
        self.later = button("›", lambda: self._step(FORTNIGHT_DAYS), "step", tip=_("14 days later"))
        self.earlier.setAccessibleName(_("{which}: 14 days earlier").format(which=name))
        self.later.setAccessibleName(_("{which}: 14 days later").format(which=name))
        dates = QWidget()
        dates.setLayout(in_a_row(self.earlier, self.field, self.later, spacing=6))
        row = FlowLayout(self, 6, together=True)
        for part in (label(_("{which}, from").format(which=name), "quiet"), dates):
            row.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.field.dateChanged.connect(self._changed)

    def set_value(self, first: date, earliest: date, until: date) -> None:
        """Show a first day, without telling; its days lie within `earliest` and `until`."""
        self._until = until
        latest = max(first, until - timedelta(days=FORTNIGHT_DAYS - 1))
        with QSignalBlocker(self.field):
            self.field.setDateRange(qt_date(earliest), qt_date(latest))
            self.field.setDate(qt_date(first))
        self._update_layout()

    @property
    def stretch(self) -> Stretch:
        """Its days."""
        first = python_date(self.field.date())
        return Stretch(first, min(self._until, first + timedelta(days=FORTNIGHT_DAYS - 1)))

    def _step(self, days: int) -> None:
        self.field.setDate(self.field.date().addDays(days))  # the field keeps it within what can be chosen

    @Slot()
    def _changed(self) -> None:
        self._update_layout()
        self.changed.emit()

    def _update_layout(self) -> None:
        day = self.field.date()
        self.earlier.setEnabled(day > self.field.minimumDate())
        self.later.setEnabled(day < self.field.maximumDate())


class BodyThenNowCard(ChartCard):
    """Then and now, the first and the last fortnight of the range unless others are chosen."""

    def __init__(self, theme: Theme, pool: QThreadPool | None = None) -> None:
        super().__init__(theme, _("Body map, then and now"), _map_ems, pool)
        self._shown: ViewModel | None = None
        self.then, self.now = Fortnight(_("Then")), Fortnight(_("Now"))
        self.reset = button(_("First and last"), self._reset, "link")
        self.pickers = flowing(self.then, self.now, self.reset, spacing=14)
        self.body.insertWidget(self.body.indexOf(self.view), self.pickers)
        self.then.changed.connect(self._show_chosen)
        self.now.changed.connect(self._show_chosen)

    def show_body(self, shown: ViewModel) -> None:
        """Show the first and the last fortnight of a range."""
        self._shown = shown
        self._reset()

    @Slot()
    def _reset(self) -> None:
        shown = self._shown
        if shown is None:
            return
        progress = shown.progress
        earliest = min((day.date for day in progress.days), default=progress.since)
        then, now = progress.body_then, progress.body_now
        enough = (progress.as_of - earliest).days + 1 >= 2 * FORTNIGHT_DAYS
        self.pickers.setVisible(then is not None and enough)
        if then is not None:
            self.then.set_value(max(earliest, then.first), earliest, progress.as_of)
            self.now.set_value(max(earliest, now.first), earliest, progress.as_of)
        self._show(then, now)

    @Slot()
    def _show_chosen(self) -> None:
        if self._shown is not None:
            days = self._shown.progress.days
            self._show(measures.body(days, self.then.stretch), measures.body(days, self.now.stretch))

    def _show(self, then: BodySummary | None, now: BodySummary) -> None:
        if self._shown is None:
            return
        notes = (("", words.differing(then, now)),) if then else ()
        self.show_chart(specs.body(self._shown.progress, then, now), notes)


def _map_ems(width: float) -> float:
    """Bodies are tall: as high as the width lets two of them be, within reason."""
    return max(22.0, min(30.0, width * 0.62))
