"""One step of an import: what is asked together, and the buttons on and back."""

from journal.i18n import _, pgettext
from journal.ui.access.panel import Panel
from journal.ui.widgets.buttons import button

BACK = "back"
"""The answer that leads to the step before."""


class Step(Panel):
    """Answers with the `Answers` that hold from here on, True for importing, BACK, or None for importing nothing."""

    def __init__(self, heading: str, *sentences: str) -> None:
        super().__init__(heading, *sentences)
        self.next_button = button(_("Next"), lambda: self.answered.emit(self.answer()), "primary")
        self.back_button = self.answer_button(pgettext("to the step before", "Back"), BACK)
        self.cancel = self.answer_button(_("Import nothing"), None, "link")

    def finish(self, *, first: bool) -> None:
        """Add the buttons below everything else."""
        self.back_button.setVisible(not first)
        self.add_buttons(self.next_button, self.back_button, self.cancel)
        self.setFocusProxy(self.next_button)

    def answer(self) -> object:
        """Return what the button on answers."""
        return True
