"""What to do about the signs that are open: the action large, then the signs, then why."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from journal.analysis.results import OpenFlag
from journal.domain.redflag import Tier
from journal.i18n import _
from journal.ui.help_numbers import HelpNumbers
from journal.ui.widgets.parts import Card, label, set_property
from journal.wording import redflags as wording


class ActionCard(Card):
    """Calm and full width. Without open signs it says the emergency number and nothing more."""

    def __init__(self, numbers: HelpNumbers) -> None:
        super().__init__()
        self._numbers = numbers
        self._flags: Sequence[OpenFlag] = ()
        self.action = label("", "action", wrap=True)
        self.signs = label("", "lead", wrap=True)
        self.reason = label("", wrap=True)
        for part in (self.action, self.signs, self.reason):
            self.body.addWidget(part)
        numbers.changed.connect(self._write)
        self._write()

    def show_flags(self, flags: Sequence[OpenFlag]) -> None:
        """Show the open signs, most urgent first."""
        self._flags = flags
        self._write()

    @Slot()
    def _write(self) -> None:
        country = self._numbers.country
        if self._flags:
            tier = self._flags[0].tier
            self.action.setText(wording.full_action(tier, country))
            self.signs.setText("\n".join(wording.seen(flag) for flag in self._flags))
            self.reason.setText(wording.reason(tier, country))
        else:
            tier = None
            self.action.setText(_("In an emergency, call {number}.").format(number=country.emergency))
            self.signs.setText(_("Any one of these signs is enough, also while the pain gets better."))
            self.reason.clear()
        self.reason.setVisible(bool(self.reason.text()))
        alarming = tier in (Tier.EMERGENCY, Tier.SAME_DAY)
        set_property(self, "mood", "urgent" if alarming else "quiet")
        set_property(self.action, "mood", "urgent" if alarming else "quiet")
