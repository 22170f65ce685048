"""Keeps what is unfinished inside the journal, soon after each touch."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from journal.domain.draft import Draft
from journal.ui.session import Session
from journal.ui.widgets.controls import single_shot

_KEEP_AFTER_MS = 700
"""From the first touch since it was last kept, so that steady typing cannot put it off."""


class DraftKeeper(QObject):
    """Asks for the draft and writes it, at most once in a while. A draft of None forgets nothing by itself."""

    def __init__(self, session: Session, draft: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._draft = draft
        self._kept: Draft | None = None
        self._timer = single_shot(self, _KEEP_AFTER_MS, self.keep_now)

    @Slot()
    def keep_soon(self) -> None:
        """Something was said or taken back."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep_now(self) -> None:
        """Write what was touched since the last time."""
        if not self._timer.isActive() and self.sender() is not self._timer:
            return
        self._timer.stop()
        draft = self._draft()
        if draft is not None and draft != self._kept:
            self._session.keep_draft(draft)
        elif draft is None and self._kept is not None:
            self._session.drop_draft(editing=self._kept.editing)
        self._kept = draft

    def drop(self, *, editing: bool) -> None:
        """Forget it: saved, or given up."""
        self._timer.stop()
        self._kept = None
        self._session.drop_draft(editing=editing)
