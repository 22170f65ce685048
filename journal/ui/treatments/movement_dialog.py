"""A movement or position tried in one sitting: which one, where it hurts before, and where after."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QStackedWidget, QWidget

from journal.domain.entry import Symptom
from journal.domain.movement import MOST_REPETITIONS, MovementTry
from journal.i18n import _, pgettext
from journal.ui.check_in.body_card import BodyCard
from journal.ui.check_in.brush_panel import BrushPanel
from journal.ui.check_in.marks_model import MarksModel
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Chooser
from journal.ui.widgets.controls import button, column_of, flowing, in_a_column, in_a_row, label, scroll_area, scrolling
from journal.ui.widgets.dialogs import resize_within_screen, sure
from journal.ui.widgets.optional_number import OptionalNumber
from journal.wording import movements as wording

_COLUMN_EMS = 21


class MarkStep(QWidget):
    """The body and the brush: where it hurts at one moment. Nothing is taken for answered until the person says so."""

    def __init__(self, theme: Theme, other: str) -> None:
        super().__init__()
        self._said = False
        self.marks = MarksModel(self)
        self.heading = label("", "brand", wrap=True)
        self.brush_panel = BrushPanel(theme, self.marks)
        self.body = BodyCard(theme, self.marks, self.brush_panel)
        self.none = button(_("No symptoms now"), partial(self.accept_marks, ()), "strong")
        self.same = button(other, lambda: None, "strong")
        beside = scrolling(flowing(self.same, self.none, spacing=8), self.brush_panel)
        beside.setFixedWidth(theme.px(_COLUMN_EMS))
        row = in_a_row((self.body, 1), beside, spacing=6)
        self.setLayout(in_a_column(self.heading, (row, 1)))
        self.marks.changed.connect(self._painted)

    @property
    def answered(self) -> bool:
        """Whether something is marked, or said to be nothing."""
        return self._said

    def accept_marks(self, symptoms: Sequence[Symptom]) -> None:
        """Mark these, to be changed."""
        self._said = True
        self.marks.set_value(symptoms)
        self.marks.changed.emit()

    @Slot()
    def _painted(self) -> None:
        self._said = self._said or bool(self.marks.symptoms)


class MovementDialog(QDialog):
    """Three steps: what, before, after. The result shows as soon as both are marked."""

    def __init__(
        self, theme: Theme, now: datetime, known: Sequence[str], last: Sequence[Symptom], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._last = tuple(last)
        self.setWindowTitle(_("Try a movement"))
        self.movement = Chooser()
        self.movement.setEditable(True)
        self.movement.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.movement.addItems(list(dict.fromkeys([*known, *map(_, wording.MOVEMENTS)])))
        self.movement.setAccessibleName(_("Which movement or position"))
        self.repetitions = OptionalNumber(MOST_REPETITIONS, 1, 0, _("How often, if it is counted"))
        self.before = MarkStep(theme, _("As in my last check-in"))
        self.after = MarkStep(theme, _("Just as before"))
        self.outcome = label("", "lead", wrap=True)
        self.back = button(pgettext("to the step before", "Back"), self._go_back)
        self.next = button(_("Next"), self._go_on, "primary")
        self._steps = QStackedWidget()
        self._lay_out()
        self.before.same.setEnabled(bool(self._last))
        self.before.same.clicked.connect(lambda: self.before.accept_marks(self._last))
        self.after.same.clicked.connect(lambda: self.after.accept_marks(self.before.marks.symptoms))
        self.movement.editTextChanged.connect(self._update_layout)
        for step in (self.before, self.after):
            step.marks.changed.connect(self._update_layout)
        resize_within_screen(self, theme.px(66), theme.px(46))
        self._show_step(0)

    def tried(self) -> MovementTry:
        """What was done and felt. Raises InvalidRecord."""
        return MovementTry(
            tried_at=self._now,
            movement=" ".join(self.movement.currentText().split()),
            repetitions=self._times(),
            before=self.before.marks.symptoms,
            after=self.after.marks.symptoms,
        )

    def _times(self) -> int | None:
        number = self.repetitions.number()
        return int(number) if number else None

    def reject(self) -> None:
        """Leave, but not with marks by a slip of the Escape key."""
        question = _("Leave this try? What you marked is not kept.")
        # Translators: leaves the dialog without saving (a button).
        if not self.before.answered or sure(self, question, _("Leave"), _("Go on marking")):
            super().reject()

    def _lay_out(self) -> None:
        for step in (self._first_step(), self.before, self.after):
            self._steps.addWidget(step)
        answers = in_a_row(button(_("Cancel"), self.reject), (self.outcome, 1), self.back, self.next, spacing=12)
        self.setLayout(in_a_column((self._steps, 1), answers, spacing=12, margins=(24, 20, 24, 20)))

    def _first_step(self) -> QWidget:
        said = _(
            "You mark where you feel it, do one movement or take one position, and mark it again. Collected over some"
            " tries, this shows which ones move your pain up toward the back and which ones down the leg."
        )
        careful = _(
            "Go gently, and only what you have been shown or do anyway. Stop if pain goes further down the leg and"
            " stays there, or if numbness or weakness is new."
        )
        step = column_of(
            label(_("Try a movement"), "title"),
            label(said, wrap=True),
            label(self.movement.accessibleName(), "heading"),
            self.movement,
            label(self.repetitions.accessibleName(), "heading"),
            in_a_row(self.repetitions, None, spacing=10),
            label(careful, "quiet", wrap=True),
            None,
        )
        return scroll_area(step)

    def _show_step(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.before.heading.setText(_("Before: where do you feel it now?"))
        self.after.heading.setText(wording.now_do(self.movement.currentText().strip(), self._times()))
        self._update_layout()
        (self.movement, self.before.body.map, self.after.body.map)[step].setFocus()

    @Slot()
    def _update_layout(self) -> None:
        step = self._steps.currentIndex()
        ready = (bool(self.movement.currentText().strip()), self.before.answered, self.after.answered)[step]
        self.back.setEnabled(step > 0)
        self.next.setEnabled(ready)
        self.next.setText(_("Save") if step == 2 else _("Next"))
        self.outcome.setText(wording.result(self.tried()) if step == 2 and ready else "")

    @Slot()
    def _go_on(self) -> None:
        if self._steps.currentIndex() == 2:
            self.accept()
        else:
            self._show_step(self._steps.currentIndex() + 1)

    @Slot()
    def _go_back(self) -> None:
        self._show_step(self._steps.currentIndex() - 1)
