"""Backups in words: when, why, how large, and what they hold."""

from datetime import datetime

from journal.domain.errors import Fault
from journal.domain.records import Records
from journal.i18n import N_, _, clock, day, ngettext, number

_REASONS = {
    "daily": N_("daily"),
    "closing": N_("on closing"),
    "by-hand": N_("by hand"),
    "before-import": N_("before an import"),
    "before-restore": N_("before restoring"),
    "before-passphrase": N_("before a passphrase"),
    "before-update": N_("before an update"),
}


_UNREAD = {
    Fault.PASSPHRASE_WRONG: N_("has an earlier passphrase"),
    Fault.PASSPHRASE_NEEDED: N_("has a passphrase"),
    Fault.NOT_PROTECTED: N_("without a passphrase: anybody can read it"),
    Fault.OTHER_JOURNAL: N_("of another journal"),
}
_UNREAD |= dict.fromkeys(
    (Fault.DAMAGED, Fault.NOT_A_DATABASE, Fault.EMPTY, Fault.OTHER_PROGRAM, Fault.BEYOND_READING),
    N_("damaged: do not rely on it"),
)


def unread(fault: Fault, sentence: str) -> str:
    """Return why a backup could not be read through. sentence: what is said of a fault that is none of the file's."""
    return _(_UNREAD[fault]) if fault in _UNREAD else sentence


def made(at: datetime, now: datetime) -> str:
    """Return when a backup was made, in this place's time."""
    local = at.astimezone(now.tzinfo)
    return _("{day}, {time}").format(day=day(local.date()), time=clock(local))


def last_made(at: datetime | None, now: datetime) -> str:
    """Return when the last backup was made, in a sentence."""
    if at is None:
        return _("There is no backup yet: the first one follows soon after something is saved.")
    local = at.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days <= 0:
        text = _("Last backup: today, {time}. It was verified when it was made.")
    elif days == 1:
        text = _("Last backup: yesterday, {time}. It was verified when it was made.")
    else:
        text = _("Last backup: {day}, {time}. It was verified when it was made.")
    return text.format(day=day(local.date()), time=clock(local))


def reason(word: str) -> str:
    """Return why a backup was made."""
    return _(_REASONS[word]) if word in _REASONS else word


def size(count: int) -> str:
    """Return the size of a file of `count` bytes."""
    if count < 1024 * 1024:
        return _("{count} KB").format(count=number(max(1, count / 1024)))
    return _("{count} MB").format(count=number(count / 1024 / 1024, 1))


def in_a_line(at: datetime, why: str, count: int, now: datetime) -> str:
    """Return one backup in a line."""
    return _("{made} · {reason} · {size}").format(made=made(at, now), reason=reason(why), size=size(count))


def holds(records: Records) -> str:
    """Return how much a backup holds."""
    entries = len(records.entries)
    others = len(records) - entries
    return _("The backup holds {entries} and {others}.").format(
        entries=ngettext("{count} entry", "{count} entries", entries).format(count=entries),
        others=ngettext("{count} other record", "{count} other records", others).format(count=others),
    )


def removed(count: int) -> str:
    """Return that restoring removes so many records."""
    return ngettext("{count} record is removed.", "{count} records are removed.", count).format(count=count)


def come_back(count: int) -> str:
    """Return that restoring brings back so many records."""
    return ngettext("{count} record comes back.", "{count} records come back.", count).format(count=count)


def as_then(count: int) -> str:
    """Return that restoring changes so many records."""
    return ngettext(
        "{count} record is again as it was then.", "{count} records are again as they were then.", count
    ).format(count=count)


def same(count: int) -> str:
    """Return that restoring leaves so many records as they are."""
    return ngettext("{count} stays the same.", "{count} stay the same.", count).format(count=count)
