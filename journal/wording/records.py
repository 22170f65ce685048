"""Records of any kind in words: in a line, in full, and two versions of one side by side."""

from journal.domain.appointment import Appointment
from journal.domain.entry import Entry
from journal.domain.flare import FlareAnswer
from journal.domain.function import ActivityRating
from journal.domain.movement import MovementTry
from journal.domain.onset import Onset
from journal.domain.records import KINDS, Record
from journal.domain.redflag import RedFlagCheck
from journal.domain.strength import StrengthTest
from journal.domain.treatment import Treatment, TreatmentEvent
from journal.i18n import N_, _, day, ngettext
from journal.wording import entries

_KINDS: dict[type[Record], str] = {
    # Translators: kinds of records, in "entry of 22 Nov 2026" and "22 Nov 2026: entry".
    Entry: N_("entry"),
    Treatment: N_("treatment"),
    StrengthTest: N_("strength test"),
    ActivityRating: N_("activity"),
    RedFlagCheck: N_("urgent signs"),
    FlareAnswer: N_("answer about a flare"),
    TreatmentEvent: N_("treatment taken"),
    MovementTry: N_("movement tried"),
    Appointment: N_("appointment"),
    Onset: N_("answer about when the pain began"),
}
if nameless := [kind.name for kind in KINDS if kind.type not in _KINDS]:
    raise LookupError(f"no name for {', '.join(nameless)}")


def kind_of(record: Record) -> str:
    """Return what kind of record it is."""
    return _(_KINDS[type(record)])


def in_a_line(record: Record) -> str:
    """Return a record in one line: its day, and an entry's places."""
    if isinstance(record, Entry):
        return _("{when}: {places}").format(when=entries.headings(record)[0], places=entries.places(record))
    return _("{day}: {kind}").format(day=day(record.day), kind=kind_of(record))


def in_full(record: Record, *, edited: bool = False) -> str:
    """Return what a person said in a record, an entry with all it holds, others with their texts."""
    if isinstance(record, Entry):
        lines = [entries.headings(record)[0], *entries.felt_places(record), *entries.details(record), record.note]
        return "\n".join(filter(None, [*lines, entries.edited(record) if edited else ""]))
    texts = (getattr(record, name) for name in record.__dataclass_fields__ if name != "id")
    return "\n".join(text for text in texts if isinstance(text, str) and text)


def side_by_side(old: Record, new: Record) -> tuple[str, str]:
    """Return two versions of one record: an entry in full, of others what differs."""
    if isinstance(old, Entry) and isinstance(new, Entry):
        return in_full(old, edited=True), in_full(new, edited=True)
    names = [name for name in old.__dataclass_fields__ if getattr(old, name) != getattr(new, name)]
    here, there = (
        "\n".join([in_a_line(record), *(f"{name}: {getattr(record, name)}" for name in names)]) for record in (old, new)
    )
    return here, there


def conflicts(count: int) -> str:
    """Return that so many records of a file were changed here too, and what that means."""
    return ngettext(
        "{count} record was changed both here and in the file. It is one record, so both cannot be kept: choose.",
        "{count} records were changed both here and in the file. Of each only one can be kept: choose.",
        count,
    ).format(count=count)


def new_ones(count: int) -> str:
    """Return that so many records of a file are new beside those in conflict."""
    return ngettext(
        "{count} other record is new and is imported.", "{count} other records are new and are imported.", count
    ).format(count=count)


def imported(new: int, taken: int, same: int) -> str:
    """Return what came of an import: records that were new, taken in place of the journal's, and here already."""
    return ngettext(
        "{count} new record imported, {taken} taken from the file, {same} were here already.",
        "{count} new records imported, {taken} taken from the file, {same} were here already.",
        new,
    ).format(count=new, taken=taken, same=same)


def salvaged(read: int, lost: int) -> str:
    """Return how many records of a damaged journal could be read, and how many could not."""
    text = ngettext(
        "{count} record was read and is here now; the damaged file was left as it is.",
        "{count} records were read and are here now; the damaged file was left as it is.",
        read,
    ).format(count=read)
    if not lost:
        return text
    more = ngettext("{count} could not be read.", "{count} could not be read.", lost).format(count=lost)
    return _("{first} {more}").format(first=text, more=more)
