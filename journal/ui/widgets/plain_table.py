"""A plain table of texts."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from journal.ui.widgets.controls import clear_layout, in_a_column, label


class PlainTable(QWidget):
    """Rows of texts under a head; where the columns have no room, each row as a sentence instead."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns, self._sentences = QWidget(), QWidget()
        self._grid = QGridLayout(self._columns)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._list = QVBoxLayout(self._sentences)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._sentences.hide()
        self.setLayout(in_a_column(self._columns, self._sentences))
        self.rows: list[tuple[str, ...]] = []

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[str]], sentences: Sequence[str]) -> None:
        """Show these; `sentences` says each row whole, for ears and where there is no room."""
        clear_layout(self._grid)
        clear_layout(self._list)
        self.rows = [tuple(row) for row in rows]
        for column, text in enumerate(head):
            self._set_cell(text, 0, column, "quiet")
        for number, (row, sentence) in enumerate(zip(rows, sentences, strict=True), start=1):
            self._list.addWidget(label(sentence, wrap=True))
            for column, text in enumerate(row):
                self._set_cell(text, number, column).setAccessibleDescription("" if column else sentence)
        self._update_layout()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._sentences.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_layout()

    def _update_layout(self) -> None:
        roomy = self.width() >= self._grid.minimumSize().width()
        self._columns.setHidden(not roomy)
        self._sentences.setHidden(roomy)

    def _set_cell(self, text: str, row: int, column: int, role: str = "") -> QLabel:
        part = label(text, role, wrap=column == 0)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        part.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(part, row, column)
        return part
