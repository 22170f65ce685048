"""The banner of open urgent signs: above every page, whatever the trend, until an answer closes them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame

from journal.domain.redflag import Tier
from journal.i18n import _
from journal.ui.help_numbers import HelpNumbers
from journal.ui.session import Session
from journal.ui.widgets.buttons import set_tip
from journal.ui.widgets.controls import button, in_a_column, in_a_row, label, set_property, set_style_role
from journal.ui.widgets.roles import set_accessible_role


class UrgentBanner(QFrame):
    """Says what to do and offers the questions while `Session.open_flags` has something.

    It comes at once; once nothing is open it says so in its place until another page shows, so that nothing moves.
    """

    asked = Signal()

    def __init__(self, session: Session, numbers: HelpNumbers) -> None:
        super().__init__()
        set_style_role(self, "urgent")
        set_accessible_role(self, QAccessible.Role.AlertMessage)
        self._session = session
        self._numbers = numbers
        self._allowed = True
        self._tight = False
        self.action = label("", "strong", wrap=True)
        self.signs = label("", wrap=True)
        self.open = button(_("Answer"), self.asked.emit, "strong", tip=_("Why, and the questions (F2)"))
        words = in_a_column(self.action, self.signs, spacing=2)
        self.setLayout(in_a_row((words, 1), self.open, margins=(16, 8, 12, 8)))
        session.changed.connect(self.refresh)
        numbers.changed.connect(self.refresh)
        self.refresh()

    @property
    def asks(self) -> bool:
        """Whether it shows with something that is open."""
        return self.isVisible() and not self.open.isHidden()

    def allow(self, allowed: bool) -> None:
        """Keep it away from the page that says all of it, and nowhere else."""
        self._allowed = allowed
        self.hide()  # in the place of another page it may go
        self.setMinimumHeight(0)
        self.refresh()

    def set_tight(self, tight: bool) -> None:
        """In a low window only what to do stands here; the signs are one press away. A question names its sign."""
        self._tight = tight
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the open signs again."""
        flags = self._session.open_flags()
        if flags:
            from journal.wording import redflags as wording

            action, signs = wording.banner(flags, self._numbers.country)
            self.action.setText(action)
            self.signs.setText(signs)
            set_tip(self, signs)
            self.signs.setVisible(not self._tight or flags[0].old)
            answered = all(flag.raised_by == "answer" for flag in flags)
            self.open.setText(_("Answer again") if answered else _("Answer"))
            mood = "soon" if flags[0].tier is Tier.SOON or flags[0].old else "urgent"
            set_property(self, "mood", mood)
            set_property(self.action, "mood", mood)
        elif not self.isHidden():
            self.setMinimumHeight(self.height())
            self.action.setText(_("No urgent sign is open any more."))
            self.signs.hide()
            set_tip(self, "")
            for part in (self, self.action):
                set_property(part, "mood", "soon")
        self.open.setVisible(bool(flags))
        if flags and self._allowed:
            self.show()
