"""What stands above the body and its column: whose entry this is, and what is asked about it."""

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from journal.ui.check_in.side_question import SideQuestion
from journal.ui.widgets.controls import in_a_column
from journal.ui.widgets.flow import FlowLayout


class Header(QWidget):
    """Parts in a line, and others below it; a question about the side lies over the line, so that nothing moves."""

    def __init__(self, page: QWidget, line: Iterable[QWidget], question: SideQuestion, *below: QWidget) -> None:
        """question: lies on the page itself."""
        super().__init__()
        self._page = page
        self._question = question
        self._line = QWidget()
        policy = self._line.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._line.setSizePolicy(policy)
        flow = FlowLayout(self._line, 14)
        for part in line:
            flow.addWidget(part)
        self.setLayout(in_a_column(self._line, *below, spacing=8))
        question.shown.connect(self._make_way)

    def place_question(self) -> None:
        """Let the question take the whole width of the page."""
        width = self._page.width()
        height = max(self._line.height(), self._question.heightForWidth(width))
        self._question.setGeometry(0, 0, width, height)

    @Slot(bool)
    def _make_way(self, asked: bool) -> None:
        self._line.setHidden(asked)
        if asked:
            self._question.raise_()
            self.place_question()
