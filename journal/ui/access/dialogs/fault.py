"""A fault of the journal's file: one sentence, and what can be done as buttons."""

from collections.abc import Sequence

from journal.i18n import _
from journal.ui.access.panel import Panel
from journal.wording import recovery_actions
from journal.wording.recovery_actions import RecoveryAction


class FaultPanel(Panel):
    """Tells what happened; answers with a `RecoveryAction`."""

    def __init__(self, sentence: str, offered: Sequence[RecoveryAction], heading: str = "") -> None:
        super().__init__(heading or _("The journal is not open"), sentence)
        self.buttons = {}
        for action in offered:
            role = "primary" if action is offered[0] else "link" if action is RecoveryAction.CLOSE else ""
            self.buttons[action] = self.answer_button(recovery_actions.label(action), action, role)
        self.add_buttons(*self.buttons.values())
        self.setFocusProxy(self.buttons[offered[0]])
