"""Before a backup is put in the journal's place: what would come back, change and go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from journal.domain.records import Record, Records
from journal.exchange.merge import RestoreDifference, difference
from journal.i18n import _, ngettext
from journal.ui.access.panel import Panel
from journal.wording import backups
from journal.wording.records import in_a_line

_SHOWN = 200


class RestorePanel(Panel):
    """Shows the difference, or only what the backup holds where the journal cannot be read; answers True to agree."""

    def __init__(self, when: str, after: Records, before: Records | None) -> None:
        super().__init__(_("Restore the backup of {when}?").format(when=when))
        self.list = self.new_list(_("What would change"), 7)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if before is None:
            self.add_text(_("The journal cannot be read now. {holds}").format(holds=backups.holds(after)))
            self._add(_("In the backup"), after.entries)
        else:
            self._show_difference(difference(before, after))
        if self.list.count():
            self.add(self.list)
        self.add_text(_("The journal of now is kept beside the backups, so this can be undone."), "quiet")
        self.agree = self.answer_button(_("Restore it"), True, "primary")
        self.cancel = self.answer_button(_("Leave it as it is"), None)
        self.add_buttons(self.agree, self.cancel)
        self.setFocusProxy(self.cancel)

    def _show_difference(self, found: RestoreDifference) -> None:
        if not (found.back or found.changed or found.gone):
            self.add_text(_("It holds exactly what the journal holds: nothing would change."))
            return
        # Translators: of records, when a backup is restored: they are removed, come back, are as they were then.
        self._add(_("Removed"), found.gone, backups.removed(len(found.gone)))
        self._add(_("Comes back"), found.back, backups.come_back(len(found.back)))
        self._add(_("As it was then"), found.changed, backups.as_then(len(found.changed)))
        self.add_text(backups.same(found.same), "quiet")

    def _add(self, heading: str, records: Sequence[Record], sentence: str = "") -> None:
        if sentence and records:
            self.add_text(sentence, "strong")
        for record in list(reversed(records))[:_SHOWN]:
            self.list.addItem(_("{heading}: {record}").format(heading=heading, record=in_a_line(record)))
        more = len(records) - _SHOWN
        if more > 0:
            self.list.addItem(ngettext("… and {count} more", "… and {count} more", more).format(count=more))
