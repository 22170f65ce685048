"""Before a backup is put in the journal's place: what would come back, change and go."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget

from journal.domain.entry import Entry
from journal.domain.records import Record, Records
from journal.exchange.merge import merge
from journal.i18n import _, ngettext
from journal.ui.safety.sheet import Sheet
from journal.ui.widgets.parts import button, with_role
from journal.wording import entries as wording

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """What restoring would do."""

    back: tuple[Record, ...]
    changed: tuple[Record, ...]
    gone: tuple[Record, ...]
    same: int


def difference(before: Records, after: Records) -> Difference:
    """Compare what is in the journal with what a backup holds."""
    merged = merge(before, after)
    staying = {record.id for record in after}
    gone = tuple(record for record in before if record.id not in staying)
    return Difference(tuple(merged.new), tuple(new for _old, new in merged.conflicts), gone, merged.same)


class RestoreSheet(Sheet):
    """Shows the difference, or only what the backup holds where the journal cannot be read; asks once."""

    agreed = Signal()
    left = Signal()

    def __init__(self, when: str, after: Records, before: Records | None) -> None:
        super().__init__(_("Restore the backup of {when}?").format(when=when))
        self.list = QListWidget()
        with_role(self.list, "list")
        self.list.setSpacing(4)
        self.list.setAccessibleName(_("What would change"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(self.fontMetrics().height() * 7)
        if before is None:
            self.say(_("The journal cannot be read now. {holds}").format(holds=holds(after)))
            self._add(_("In the backup"), tuple(reversed(after.entries)))
        else:
            self._tell(difference(before, after))
        if self.list.count():
            self.add(self.list)
        self.say(_("The journal of now is kept beside the backups, so this can be undone."), "quiet")
        self.go = button(_("Restore it"), self.agreed.emit, "primary")
        self.cancel = button(_("Leave it as it is"), self.left.emit)
        self.add_buttons([self.go, self.cancel])
        self.setFocusProxy(self.cancel)

    def _tell(self, found: Difference) -> None:
        if not (found.back or found.changed or found.gone):
            self.say(_("It holds exactly what the journal holds: nothing would change."))
            return
        for sentence, records, heading in (
            (
                ngettext("{count} record would go.", "{count} records would go.", len(found.gone)),
                found.gone,
                _("Would go"),
            ),
            (
                ngettext("{count} record would come back.", "{count} records would come back.", len(found.back)),
                found.back,
                _("Would come back"),
            ),
            (
                ngettext(
                    "{count} record would be as it was then.",
                    "{count} records would be as they were then.",
                    len(found.changed),
                ),
                found.changed,
                _("Would be as then"),
            ),
        ):
            if records:
                self.say(sentence.format(count=len(records)), "strong")
                self._add(heading, tuple(reversed(records)))
        text = ngettext("{count} stays the same.", "{count} stay the same.", found.same)
        self.say(text.format(count=found.same), "quiet")

    def _add(self, heading: str, records: tuple[Record, ...]) -> None:
        for record in records[:_SHOWN]:
            self.list.addItem(_("{heading}: {record}").format(heading=heading, record=in_a_line(record)))
        more = len(records) - _SHOWN
        if more > 0:
            self.list.addItem(ngettext("… and {count} more", "… and {count} more", more).format(count=more))


def in_a_line(record: Record) -> str:
    """Return a record in one line: its day, and an entry's places."""
    from journal.i18n import day

    if isinstance(record, Entry):
        return _("{when}: {places}").format(when=wording.headings(record)[0], places=wording.places(record))
    return _("{day}: {kind}").format(day=day(record.day), kind=kind_of(record))


def kind_of(record: Record) -> str:
    """Return what kind of record it is, in words."""
    words = {
        "Entry": _("check-in"),
        "Treatment": _("treatment"),
        "StrengthTest": _("strength test"),
        "ActivityRating": _("activity"),
        "RedFlagCheck": _("urgent signs"),
        "FlareAnswer": _("answer about a flare"),
        "TreatmentEvent": _("treatment taken"),
        "MovementTry": _("movement tried"),
        "Appointment": _("appointment"),
        "Onset": _("answer about when the pain began"),
    }
    return words.get(type(record).__name__, _("record"))


def holds(records: Records) -> str:
    """Return how much there is, in words."""
    entries = len(records.entries)
    text = ngettext("The backup holds {count} entry", "The backup holds {count} entries", entries).format(count=entries)
    others = len(records) - entries
    return ngettext("{said} and {others} other record.", "{said} and {others} other records.", others).format(
        said=text, others=others
    )
