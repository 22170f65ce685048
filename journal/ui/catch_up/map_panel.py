"""Where it was on one day: the body in small, and the brush."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.domain.entry import Symptom
from journal.i18n import _, short_weekday
from journal.ui.check_in.body_card import BodyCard
from journal.ui.check_in.brush_panel import BrushPanel
from journal.ui.check_in.keys import install_keys
from journal.ui.check_in.marks_model import MarksModel
from journal.ui.check_in.side_question import SideQuestion
from journal.ui.session import Session
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import button
from journal.ui.widgets.controls import NO_LIMIT, FittingArea, column_of, in_a_column, in_a_row, label, scroll_area

_BRUSH_BESIDE_FROM_EMS = 36
_BRUSH_SHARE = 0.44
_PEEK_EMS = 3
"""What shows of the brush below a body that fills the page."""


class MapPanel(QWidget):
    """Marks the places of the day that it was given."""

    marked = Signal()
    left = Signal()
    """Back to the rows."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._loading = False
        self._alone = False
        self.marks = MarksModel(self)
        self.title = label("", "brand")
        self.back = button(_("‹ Back to the days"), self.left.emit, "link")
        self.brush_panel = BrushPanel(theme, self.marks)
        self.body_card = BodyCard(theme, self.marks, self.brush_panel)
        self.side_question = SideQuestion(session, self.marks)
        self._brush = column_of(self.brush_panel, None)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self.body_card, 1)
        self._box.addWidget(self._brush)
        content = QWidget()
        content.setLayout(self._box)
        self._scroll = scroll_area(content, area=FittingArea())
        head = in_a_row((self.title, 1), self.back)
        self.setLayout(in_a_column(head, self.side_question, (self._scroll, 1), spacing=8))
        self.marks.changed.connect(self._tell)
        install_keys(self, self.marks, self.brush_panel, {"Esc": self.left.emit})

    def show_day(self, day: date, said: tuple[Symptom, ...] | None) -> None:
        """Show what is said of a day."""
        self.title.setText(short_weekday(day))
        self.side_question.begin()
        self.set_symptoms(said)

    def set_symptoms(self, said: tuple[Symptom, ...] | None) -> None:
        """Show what is said now, where that was said elsewhere."""
        if said != self.marks.said:
            self._loading = True
            self.marks.load(said)
            self._loading = False

    def set_alone(self, alone: bool) -> None:
        """Fill the page, with the brush beside the body, or below it if text is large; or stand beside the days."""
        self._alone = alone
        self.back.setVisible(alone)
        self.brush_panel.set_tight(alone)
        room = self._scroll.viewport().width()
        beside = alone and self.width() >= _BRUSH_BESIDE_FROM_EMS * self._theme.em
        share = round(self.width() * _BRUSH_SHARE)
        self.brush_panel.fit(share if beside else room)
        needed = self.brush_panel.minimumSizeHint().width()
        if beside and needed + self._box.spacing() + self.body_card.minimumSizeHint().width() > room:
            beside = False
            self.brush_panel.fit(room)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        if beside:
            self._brush.setFixedWidth(max(needed, share))
        else:
            self._brush.setMinimumWidth(0)
            self._brush.setMaximumWidth(NO_LIMIT)
        below = alone and not beside
        self.body_card.setMinimumHeight(self._scroll.height() - self._theme.px(_PEEK_EMS) if below else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_alone(self._alone)

    def take_focus(self) -> None:
        """Give the keyboard to the body."""
        self.body_card.map.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _tell(self) -> None:
        if not self._loading:
            self.marked.emit()
