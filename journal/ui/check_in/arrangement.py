"""Where the parts of the check-in go: the body beside the brush while there is room, and Save always in sight."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from journal.ui.check_in.body_card import BodyCard
from journal.ui.check_in.brush_panel import BrushPanel
from journal.ui.check_in.save_buttons import SaveButtons
from journal.ui.widgets.controls import NO_LIMIT, in_a_column, scrolling

_WIDEST_COLUMN_EMS = 24
_ROOMY_FROM_EMS = 30
"""From this height on, Save stands under the brush; in less, below everything, in one row."""
_TIGHT_BELOW_EMS = 46
"""Narrower than this, the brush's buttons draw closer."""
_SCALE_AN_EM = 0.036
"""How large the body is beside the column at least, for each pixel of the text's height, 1 being as it was drawn: who
reads large letters wants a large body. Where there is no room for that, it stands above the column."""
_LOWEST_BODY = 460
"""Pixels of its card above the column, also where the page is lower: below, a leg's places are too narrow to press."""
_GAP = 14


class Arrangement(QObject):
    """Places header, body, column and answers in a page, anew for each size."""

    def __init__(
        self,
        page: QWidget,
        header: QWidget,
        body: BodyCard,
        brush_panel: BrushPanel,
        parts: Iterable[QWidget],
        answers: SaveButtons,
    ) -> None:
        """parts: of the column that stands beside the body."""
        super().__init__(page)
        self._brush_panel = brush_panel
        self._fitted: tuple[QSize, int, int] | None = None
        """What it was last arranged for: the page's size, the text's height and the column's least width."""
        self._placed: tuple[bool, bool] | None = None
        self._content = QWidget(page)
        for part in (header, body):  # before they get their style, which else they get twice
            part.setParent(self._content)
        self.column = scrolling(*parts, parent=self._content)
        self._header, self._body, self._answers = header, body, answers
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._scroll = QScrollArea(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if (inside := self.column.widget()) is not None:
            inside.installEventFilter(self)
        self._outer = in_a_column((self._content, 1), spacing=_GAP)
        page.setLayout(self._outer)
        self._scroll.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What comes and goes in the column may need more width than it has."""
        if event.type() is QEvent.Type.LayoutRequest and self._fitted is not None:
            size, em, narrowest = self._fitted
            if narrowest != self._narrowest_column():
                self.fit(size, em)
        return False

    def fit(self, size: QSize, em: int) -> None:
        """Arrange for a page of that size: the body as large as its height allows, the column what is left."""
        self._brush_panel.set_tight(size.width() < _TIGHT_BELOW_EMS * em)
        narrowest = self._narrowest_column()
        self._fitted = size, em, narrowest
        high = size.height() >= _ROOMY_FROM_EMS * em
        beside = self._beside(size, narrowest, em, roomy=high)
        roomy = beside and high
        if (beside, roomy) != self._placed:
            self._placed = (beside, roomy)
            self._place(beside, roomy)
        if beside:
            self.column.setFixedWidth(
                max(narrowest, min(_WIDEST_COLUMN_EMS * em, self._left_by_body(size, em, roomy=roomy)))
            )
            self.column.setMinimumHeight(0)
            self._body.setMinimumHeight(0)
            self._body.setMaximumHeight(NO_LIMIT)
        else:
            self.column.setMinimumWidth(0)
            self.column.setMaximumWidth(NO_LIMIT)
            self.column.setMinimumHeight(self._height_of_column(size.width()))
            seen = size.height() - self._answers.sizeHint().height() - _GAP
            self._body.setFixedHeight(max(seen, _LOWEST_BODY))
        self._answers.set_in_a_row(not roomy, size.width())
        self._answers.setMaximumWidth(self.column.maximumWidth() if roomy else NO_LIMIT)

    def to_the_top(self) -> None:
        """Scroll back, where the page scrolls as a whole."""
        self._scroll.verticalScrollBar().setValue(0)

    def _place(self, beside: bool, roomy: bool) -> None:
        for part in (self._header, self._body, self.column, self._answers):
            self._grid.removeWidget(part)
        self._outer.removeWidget(self._answers)
        self._set_scrolling(not beside)
        self._grid.addWidget(self._header, 0, 0, 1, 2 if beside else 1)
        self._grid.addWidget(self._body, 1, 0, 2 if roomy else 1, 1)
        self._grid.addWidget(self.column, *((1, 1) if beside else (2, 0)))
        if roomy:
            self._grid.addWidget(self._answers, 2, 1)
        else:
            self._outer.addWidget(self._answers)

    def _left_by_body(self, size: QSize, em: int, *, roomy: bool) -> int:
        """What a body that fills its height leaves of the width."""
        body = self._body.width_for(self._height_of_body(size, roomy=roomy))
        return size.width() - _GAP - max(self._body.width_at(_SCALE_AN_EM * em), body)

    def _beside(self, size: QSize, column: int, em: int, *, roomy: bool) -> bool:
        """Whether the body is large enough beside the column, with Save under the brush or below both."""
        room = QSize(size.width() - column - _GAP, self._height_of_body(size, roomy=roomy))
        return self._body.scale_in(room) >= _SCALE_AN_EM * em

    def _height_of_body(self, size: QSize, *, roomy: bool) -> int:
        """What header and answers leave of the height, where the body stands beside the column."""
        below = 0 if roomy else self._answers.sizeHint().height() + _GAP
        return size.height() - self._header.heightForWidth(size.width()) - _GAP - below

    def _set_scrolling(self, scrolling: bool) -> None:
        """Let the whole page scroll, where its parts stand below one another."""
        if scrolling == (self._scroll.widget() is self._content):
            return
        focused = self._content.window().focusWidget()
        kept = focused if focused is not None and self._content.isAncestorOf(focused) else None
        self._outer.removeWidget(self._scroll if not scrolling else self._content)
        if scrolling:
            self._scroll.setWidget(self._content)
        else:
            self._scroll.takeWidget()
        self._outer.insertWidget(0, self._scroll if scrolling else self._content, 1)
        self._scroll.setVisible(scrolling)
        self._content.show()
        if kept is not None:  # what moves to another parent loses the keyboard
            kept.setFocus()

    def _height_of_column(self, width: int) -> int:
        """What all of it needs: more than its hint where rows wrap."""
        content = self.column.widget()
        return 0 if content is None else max(content.sizeHint().height(), content.heightForWidth(width))

    def _narrowest_column(self) -> int:
        content = self.column.widget()
        inner = content.minimumSizeHint().width() if content is not None else 0
        return inner + self.column.verticalScrollBar().sizeHint().width()
