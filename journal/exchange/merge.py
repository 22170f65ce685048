"""Two journals into one: what is new, what is the same, and what was changed on one side."""

from dataclasses import dataclass

from journal.domain.errors import ImportRefused
from journal.domain.records import Record, Records, age
from journal.exchange.json_file import EDITED, KINDS, Json, to_json
from journal.i18n import _


@dataclass(frozen=True, slots=True)
class Merge:
    """What taking records in would do."""

    new: Records
    """Records whose id the journal does not have."""
    same: int
    """How many are there already, with the same content."""
    conflicts: tuple[tuple[Record, Record], ...]
    """(as in the journal, as in the file) for each id that is there with other content."""


def merge(existing: Records, incoming: Records) -> Merge:
    """Compare by id and by written content, so that 20:00+01:00 and 19:00+00:00 are not the same.

    When an entry was changed is not its content: two versions that say the same are the same, and the journal's stays.
    Raises ImportRefused for an id that the journal has for a record of another kind.
    """
    _refuse_other_kinds(existing, incoming)
    return _compare(existing, incoming)


def _compare(existing: Records, incoming: Records) -> Merge:
    new: dict[str, tuple[Record, ...]] = {}
    same = 0
    conflicts: list[tuple[Record, Record]] = []
    for kind in KINDS:
        known = {record.id: record for record in getattr(existing, kind)}
        added = []
        for record in getattr(incoming, kind):
            old = known.get(record.id)
            if old is None:
                added.append(record)
            elif (old == record and age(old) == age(record)) or _content(old) == _content(record):
                same += 1
            else:
                conflicts.append((old, record))
        new[kind] = tuple(added)
    return Merge(Records(**new), same, tuple(conflicts))  # type: ignore[arg-type]


def _refuse_other_kinds(existing: Records, incoming: Records) -> None:
    """Refuse an id that is a record of another kind in the journal. Raises ImportRefused."""
    kinds = {record.id: type(record) for record in existing}
    for record in incoming:
        if kinds.get(record.id, type(record)) is not type(record):
            sentence = _("The id {id} belongs to a record of another kind in the journal, so nothing was changed.")
            raise ImportRefused(sentence.format(id=record.id))


def differences(old: Record, new: Record) -> tuple[tuple[str, object, object], ...]:
    """Return what two versions of one record say otherwise: (key of the exchange file, in `old`, in `new`)."""
    here, there = _content(old), _content(new)
    return tuple((key, here[key], there[key]) for key in here if here[key] != there[key])


@dataclass(frozen=True, slots=True)
class RestoreDifference:
    """What putting a backup in the journal's place would do."""

    back: tuple[Record, ...]
    changed: tuple[Record, ...]
    """As the backup has them."""
    gone: tuple[Record, ...]
    same: int


def difference(before: Records, after: Records) -> RestoreDifference:
    """Compare what is in the journal with what a backup holds."""
    merged = _compare(before, after)
    staying = {record.id for record in after}
    gone = tuple(record for record in before if record.id not in staying)
    return RestoreDifference(tuple(merged.new), tuple(new for _old, new in merged.conflicts), gone, merged.same)


def _content(record: Record) -> Json:
    return {key: value for key, value in to_json(record).items() if key != EDITED}
