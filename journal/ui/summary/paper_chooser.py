"""The paper that pages are printed on: chosen beside each page, and remembered for all of them."""

from typing import TYPE_CHECKING

from journal.i18n import _
from journal.ui.look_choosers import PreferenceChooser
from journal.ui.preferences import PAPER, Preferences

if TYPE_CHECKING:
    from journal.printing.layout import Paper


class PaperChooser(PreferenceChooser):
    """A4 or Letter."""

    def __init__(self, preferences: Preferences) -> None:
        # Translators: a size of paper, as in the United States.
        super().__init__(preferences, PAPER, [("a4", _("A4")), ("letter", _("Letter"))], _("Paper"))

    @property
    def paper(self) -> "Paper":
        """The paper that is chosen."""
        return "letter" if self.value == "letter" else "a4"
