"""Place, side, kind and dates to look for. Each choice takes effect at once, and the dialog says what it leaves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QWidget

from journal.analysis.search import Search, Unmarked
from journal.domain.body import DEEPEST_LEVEL, REGIONS, Side
from journal.domain.entry import Kind
from journal.i18n import _
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import button, in_a_column, in_a_row, label
from journal.ui.widgets.date_fields import date_field, python_date, qt_date
from journal.wording import labels

_ANY = "any"
_CHOSEN = "chosen"
_SPANS = (14, 28, 90, 365)
"""Days of the ready-made date ranges, today included."""


class FilterDialog(QDialog):
    """Asks for everything but words."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Filters"))
        self.search = Search()
        self._today = date.max
        self._first_day = date.min
        self.place = self._place_box()
        self.side = self._box([(_("Any side"), _ANY), *((labels.label(side), str(side)) for side in Side)])
        self.kind = self._box([(_("Any kind"), _ANY), *((labels.label(kind), str(kind)) for kind in Kind)])
        spans = [(_("The last {days} days").format(days=days), days) for days in _SPANS]
        self.when = self._box([(_("Any time"), _ANY), *spans, (_("Choose dates"), _CHOSEN)])
        # Translators: from which day, to which day.
        self.first, self.last = date_field(_("From")), date_field(_("To"))
        for field in (self.first, self.last):
            field.dateChanged.connect(self._read_dates)
        self.left = label("", "quiet")
        # Translators: clears every filter (a button).
        self.clear = button(_("Clear"), lambda: self._ask_for(Search()))
        self.agree = button(_("Show"), self.accept, "primary")
        self._build()

    def set_days(self, first: date, today: date) -> None:
        """Say from when to when the journal reaches."""
        self._first_day, self._today = min(first, today), today

    def set_value(self, search: Search) -> None:
        """Show what is looked for, without telling."""
        self.search = search
        boxes = (self.place, self.side, self.kind, self.when)
        blockers = [QSignalBlocker(part) for part in (*boxes, self.first, self.last)]
        place = next((part for part in (search.region, search.level, search.unmarked) if part is not None), None)
        for box, value in ((self.place, place), (self.side, search.side), (self.kind, search.kind)):
            wanted = _ANY if value is None else value if isinstance(value, int) else str(value)
            box.setCurrentIndex(max(0, box.findData(wanted)))
        dated = search.first is not None or search.last is not None
        if not dated:
            self.when.setCurrentIndex(0)
        elif self.when.currentData() == _ANY:
            self.when.setCurrentIndex(self.when.findData(_CHOSEN))
        for field, day in ((self.first, search.first), (self.last, search.last)):
            if day is not None and not field.hasFocus():
                field.setDate(qt_date(day))
        del blockers
        self._form.setRowVisible(self.first, self.when.currentData() == _CHOSEN)
        self._form.setRowVisible(self.last, self.when.currentData() == _CHOSEN)

    def tell(self, text: str) -> None:
        """Say how much the filters leave."""
        self.left.setText(text)

    def _build(self) -> None:
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            # Translators: the place on the body; left, right or middle; the kind of symptom; the dates.
            (_("Place"), self.place),
            (_("Side"), self.side),
            (_("Kind"), self.kind),
            (_("When"), self.when),
            (_("From"), self.first),
            (_("To"), self.last),
        ):
            field.setAccessibleName(name)
            self._form.addRow(name, field)
        answers = in_a_row(self.clear, (self.left, 1), self.agree)
        self.setLayout(in_a_column(self._form, None, answers, spacing=14, margins=(20, 20, 20, 20)))
        self.set_value(self.search)

    def _place_box(self) -> Chooser:
        box = self._box([(_("Any place"), _ANY), *((labels.label(said), str(said)) for said in Unmarked)])
        box.insertSeparator(box.count())
        for level in range(1, DEEPEST_LEVEL + 1):
            box.addItem(labels.level_choice(level), level)
        box.insertSeparator(box.count())
        for region in REGIONS:
            box.addItem(labels.region(region), region)
        return box

    def _box(self, choices: Sequence[tuple[str, object]]) -> Chooser:
        box = Chooser()
        box.setMaxVisibleItems(14)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(22)
        for text, value in choices:
            box.addItem(text, value)
        box.activated.connect(self._read)
        return box

    def _ask_for(self, search: Search) -> None:
        self.set_value(search)
        self.changed.emit()

    @Slot()
    def _read(self) -> None:
        place, when = self.place.currentData(), self.when.currentData()
        side, kind = self.side.currentData(), self.kind.currentData()
        first = last = None
        if when == _CHOSEN:
            first, last = self.search.first or self._first_day, self.search.last or self._today
        elif when != _ANY:
            first = self._today - timedelta(days=when - 1)
        self._ask_for(
            Search(
                region=place if place in REGIONS else None,
                level=place if isinstance(place, int) else None,
                unmarked=Unmarked(place) if place in list(Unmarked) else None,
                side=None if side == _ANY else Side(side),
                kind=None if kind == _ANY else Kind(kind),
                first=first,
                last=last,
            )
        )

    @Slot()
    def _read_dates(self) -> None:
        first, last = python_date(self.first.date()), python_date(self.last.date())
        self._ask_for(replace(self.search, first=min(first, last), last=max(first, last)))
