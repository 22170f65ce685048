"""One month as a Qt table: a row a week, a column a day of the week; each day with what was noted on it."""

from calendar import Calendar
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from journal.analysis.daily import daily
from journal.analysis.prompts import of_day
from journal.analysis.results import Day
from journal.domain.entry import Entry
from journal.i18n import first_weekday, weekday_name
from journal.ui.history.model import Index
from journal.wording import days as wording

DATE_ROLE = int(Qt.ItemDataRole.UserRole)
DAY_ROLE = DATE_ROLE + 1
WEEK = 7
_NO_INDEX = QModelIndex()


class CalendarModel(QAbstractTableModel):
    """Shows the month of `month`; cells before its first and after its last day are empty."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.month = today.replace(day=1)
        self._weeks = _weeks(self.month)
        self._entries: Sequence[Entry] = ()
        self._days: dict[date, Day] = {}

    def show(self, entries: Sequence[Entry], today: date) -> None:
        """Take the journal's entries, oldest first."""
        self._entries = entries
        self.today = today
        self.show_month(self.month)

    def show_month(self, day: date) -> None:
        """Show the month of a day."""
        self.beginResetModel()
        self.month = day.replace(day=1)
        self._weeks = _weeks(self.month)
        dates = [each for week in self._weeks for each in week if each.month == self.month.month]
        noted = daily(entry for each in dates for entry in of_day(self._entries, each))
        self._days = {day.date: day for day in noted}
        self.endResetModel()

    def entries_of(self, day: date) -> list[Entry]:
        """The entries of a day, the whole-day one first, then in the order of time."""
        return sorted(of_day(self._entries, day), key=lambda entry: (entry.scope != "day", entry.recorded_at))

    @property
    def last_day(self) -> date:
        """The last day that can be chosen: today, or a later one that has an entry."""
        if not self._entries:
            return self.today
        last = self._entries[-1].day
        after = last + timedelta(days=1)  # of an entry made before it, further east
        return max(self.today, after if of_day(self._entries, after) else last)

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day of this month."""
        row = next(row for row, week in enumerate(self._weeks) if day in week)
        return self.index(row, self._weeks[row].index(day))

    def date_at(self, index: Index) -> date | None:
        """The day of a cell, or None outside the month."""
        if not index.isValid():
            return None
        day = self._weeks[index.row()][index.column()]
        return day if day.month == self.month.month else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else WEEK

    def flags(self, index: Index) -> Qt.ItemFlag:
        day = self.date_at(index)
        if day is None or (day > self.today and day not in self._days):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        day = self.date_at(index)
        if day is None:
            return None
        if role == DATE_ROLE:
            return day
        if role == DAY_ROLE:
            return self._days.get(day)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return wording.calendar_day(day, self._days.get(day), self.today)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        number = (first_weekday() + section) % WEEK
        if role == Qt.ItemDataRole.DisplayRole:
            return weekday_name(number, short=True)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return weekday_name(number, short=False)
        return None


def _weeks(month: date) -> list[list[date]]:
    """The weeks of a month, the first and the last with days of its neighbours."""
    return Calendar(first_weekday()).monthdatescalendar(month.year, month.month)
