"""Small parts that the cards of this page share: a plain table, emptying a layout, dates as Qt has them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget

from journal.ui.widgets.parts import label


class PlainTable(QWidget):
    """Rows of texts under a head. The first column takes the room that is left and wraps; the rest stays together."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.rows: list[tuple[str, ...]] = []

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[str]], sentences: Sequence[str]) -> None:
        """Show these; `sentences` says each row whole, for ears."""
        empty(self._grid)
        self.rows = [tuple(row) for row in rows]
        for column, text in enumerate(head):
            self._put(text, 0, column, "quiet")
        for number, (row, sentence) in enumerate(zip(rows, sentences, strict=True), start=1):
            for column, text in enumerate(row):
                self._put(text, number, column).setAccessibleDescription("" if column else sentence)

    def _put(self, text: str, row: int, column: int, role: str = "") -> QLabel:
        part = label(text, role, wrap=column == 0)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        part.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(part, row, column)
        return part


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
            inner.deleteLater()


def qt_date(value: date) -> QDate:
    """A date as Qt has it."""
    return QDate(value.year, value.month, value.day)


def python_date(value: QDate) -> date:
    """A date of Qt's."""
    return date(value.year(), value.month(), value.day())
