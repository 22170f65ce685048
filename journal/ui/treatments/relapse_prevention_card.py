"""Keeping it away: once recovered, the lighter rhythm, the exercises that go on, and a calm early notice."""

from PySide6.QtCore import Signal

from journal.analysis.results import RelapsePrevention
from journal.i18n import _
from journal.ui.widgets.controls import Card, button, flowing, label
from journal.wording import relapse_prevention as wording


class RelapsePreventionCard(Card):
    """Shown once recovered; hidden before, and after a recurrence."""

    check_in_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_("Keeping it away"))
        self.sentence = label("", "lead", wrap=True)
        self.exercises = label("", wrap=True)
        self.check_in = button(_("Check in"), self.check_in_asked.emit, "strong")
        for part in (self.sentence, self.exercises, flowing(self.check_in)):
            self.body.addWidget(part)
        self.hide()

    def show_relapse_prevention(self, found: RelapsePrevention | None) -> None:
        """Show this, or nothing."""
        self.setVisible(found is not None)
        if found is not None:
            self.sentence.setText(wording.sentence(found))
            self.exercises.setText(wording.exercises(found))
            self.exercises.setVisible(bool(found.exercises))
            self.check_in.setVisible(found.due or bool(found.signs))
