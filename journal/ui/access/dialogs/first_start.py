"""Choosing a passphrase: for a new journal, where it is recommended and nobody has to; or after the code opened one."""

from pathlib import Path

from PySide6.QtCore import Slot

from journal.i18n import _
from journal.ui.access.dialogs.new_passphrase import NewPassphrase
from journal.ui.access.panel import Panel
from journal.ui.look_choosers import LookChoosers
from journal.ui.preferences import Preferences
from journal.ui.widgets.buttons import set_tip
from journal.ui.widgets.controls import button
from journal.wording import passphrase as wording
from journal.wording.recovery_actions import RecoveryAction


class _ChoosePassphrase(Panel):
    """Answers with a passphrase once both fields agree."""

    def __init__(self, heading: str, *sentences: str, agree: str) -> None:
        super().__init__(heading, *sentences)
        self.fields = NewPassphrase()
        self.agree = button(agree, self._give, "primary")
        self.add(self.fields)
        self.setFocusProxy(self.fields)
        self.fields.changed.connect(self._update_buttons)
        self.fields.entered.connect(self._give)
        self._update_buttons()

    @Slot()
    def _update_buttons(self) -> None:
        self.agree.setEnabled(self.fields.passphrase is not None)

    @Slot()
    def _give(self) -> None:
        if self.fields.passphrase is not None:
            self.answered.emit(self.fields.passphrase)


class IntroductionPanel(Panel):
    """The very first thing: what this is, in letters that can be read; answers True to go on, or OTHER."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(
            _("Sciatica Journal"),
            _(
                "Once a day or more, you mark on a drawing of the body where you feel pain, numbness, tingling or"
                " weakness. After about two weeks the journal says which way it moves: up toward the back, or down the"
                " leg. One printed page goes to your appointment."
            ),
            _(
                "It observes; it does not diagnose. Everything stays in one file on this computer: the program never"
                " goes online."
            ),
        )
        self.look = LookChoosers(preferences)
        self.add(self.look)
        self.go_on = self.answer_button(_("Go on"), True, "primary")
        self.other = self.answer_button(_("I have a journal already …"), RecoveryAction.OTHER, "link")
        self.add_buttons(self.go_on, self.other)
        self.setFocusProxy(self.go_on)


class FirstStartPanel(_ChoosePassphrase):
    """Answers with a passphrase, "" for none, or OTHER for a journal that is there already."""

    def __init__(self, journal: Path, *, by_choice: bool) -> None:
        heading = _("A new journal") if by_choice else _("Protect your journal?")
        super().__init__(heading, wording.what_it_does(), agree=_("Protect it (recommended)"))
        self.add_text(
            _(
                "Next you get a recovery code to print or save, in case you forget it. Without both there is no way"
                " back in."
            ),
            "quiet",
        )
        self.skip = self.answer_button(_("Not now"), "")
        set_tip(self.skip, _("You can set a passphrase in Settings at any time."))
        self.other = self.answer_button(_("I have a journal already …"), RecoveryAction.OTHER, "link")
        self.add_buttons(self.agree, self.skip, self.other)
        self.add_text(_("It will be kept here: {file}").format(file=journal), "quiet")


class RenewPanel(_ChoosePassphrase):
    """After the recovery code opened the journal: another passphrase, as the old one is forgotten; None for later."""

    def __init__(self) -> None:
        super().__init__(
            _("The code opened your journal"),
            _("Nothing is lost. Choose a new passphrase now; a new recovery code comes with it."),
            agree=_("Set the new passphrase"),
        )
        self.later = self.answer_button(_("Not now"), None)
        self.add_buttons(self.agree, self.later)
