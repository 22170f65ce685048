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
        session.changed.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        entries, today = self._session.records.entries, self._session.today()
        if self._session.writable and prompts.catch_up_is_due(entries, today, self._session.setting(CATCH_UP_PASSED)):
            self.ask(_("Write down the last days?"), (_("Write them down"), self._accept), (_("Not now"), self._pass))
        else:
            self.clear()

    @Slot()
    def _pass(self) -> None:
        self._session.set_setting(CATCH_UP_PASSED, self._session.today())
