"""A box to tick, with its text in two lines where there is no room for one."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from journal.ui.widgets.controls import fitted, in_two_lines


class Tick(QCheckBox):
    """Wraps, as a plain one does not."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        asked = self.sizeHint()
        return QSize(self._box() + self._widest(in_two_lines(self._words)), asked.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(fitted(self._words, self, self.width() - self._box()))

    def _box(self) -> int:
        return self.sizeHint().width() - self._widest(self.text())

    def _widest(self, text: str) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, text.split("\n")))
