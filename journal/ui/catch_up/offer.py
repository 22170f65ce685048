"""Offers to write down the last days where some have no entry. It can be passed over, and then waits for new ones."""

from collections.abc import Callable

from PySide6.QtCore import Slot

from journal.analysis import prompts
from journal.i18n import _
from journal.storage.journal_settings import CATCH_UP_PASSED
from journal.ui.session import Session
from journal.ui.widgets.quiet_line import QuietLine


class CatchUpOffer(QuietLine):
    """Shows itself while it is due."""

    def __init__(self, session: Session, accept: Callable[[], object]) -> None:
        super().__init__()
        self._session = session
        self._accept = accept
        self._allowed = True
        session.changed.connect(self._look)
        session.settings_changed.connect(self._look)
        self._look()

    def allow(self, allowed: bool) -> None:
        """Show itself here, or leave it to another place."""
        if allowed != self._allowed:
            self._allowed = allowed
            self._look()

    @Slot()
    def _look(self) -> None:
        if self._allowed and self._is_due():
            self.ask(_("Write down the last days?"), (_("Write them down"), self._accept), (_("Not now"), self._pass))
        else:
            self.clear()

    @Slot()
    def _pass(self) -> None:
        self._session.set_setting(CATCH_UP_PASSED, self._session.today())

    def _is_due(self) -> bool:
        session = self._session
        passed = session.setting(CATCH_UP_PASSED)
        return session.writable and prompts.catch_up_is_due(session.records.entries, session.today(), passed)
