"""What to do about the signs that are open: the action large, then the signs, then why."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from journal.analysis.results import OpenFlag
from journal.domain.redflag import Tier
from journal.i18n import _
from journal.ui.help_numbers import HelpNumbers
from journal.ui.widgets.controls import Card, label, set_property
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

    def _sign(self, flag: OpenFlag, first: OpenFlag) -> str:
        """A sign; what to do stands above already, unless it is an old one below others."""
        return wording.seen(flag) if flag.old is first.old else wording.sentence(flag, self._numbers.country)

    @Slot()
    def _write(self) -> None:
        country = self._numbers.country
        if self._flags:
            first = self._flags[0]
            self.action.setText(wording.what_to_do(first, country))
            self.signs.setText("\n".join(self._sign(flag, first) for flag in self._flags))
            self.reason.setText(wording.why(first, country))
        else:
            self.action.setText(_("In an emergency, call {number}.").format(number=country.emergency))
            self.signs.setText(_("Any one of these signs is enough, also while the pain gets better."))
            self.reason.clear()
        self.reason.setVisible(bool(self.reason.text()))
        alarming = any(flag.tier is not Tier.SOON and not flag.old for flag in self._flags)
        mood = "urgent" if alarming else "quiet"
        set_property(self, "mood", mood)
        set_property(self.action, "mood", mood)
