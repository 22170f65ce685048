"""What is said before a passphrase is set, changed or removed, or the recovery code shown again."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from journal.domain.errors import Fault, StorageError
from journal.domain.tables import complete
from journal.i18n import N_, _, ngettext


class Change(StrEnum):
    """What is to happen."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"
    SHOW_CODE = "show_code"
    OTHER_FILE = "other_file"
    """Nothing: only the passphrase of another file is asked for."""


_HEADINGS = complete(
    Change,
    {
        Change.SET: N_("Set a passphrase"),
        Change.CHANGE: N_("Change the passphrase"),
        Change.REMOVE: N_("Remove the passphrase"),
        Change.SHOW_CODE: N_("Show the recovery code"),
        Change.OTHER_FILE: N_("This file has a passphrase"),
    },
)
_AGREED = complete(
    Change,
    {
        Change.SET: N_("Protect the journal"),
        Change.CHANGE: N_("Change it"),
        Change.REMOVE: N_("Remove it"),
        Change.SHOW_CODE: N_("Show it"),
        Change.OTHER_FILE: N_("Open it"),
    },
)


def heading(change: Change) -> str:
    """Return what the question is headed."""
    return _(_HEADINGS[change])


def agreed(change: Change) -> str:
    """Return what the button that does it says."""
    return _(_AGREED[change])


def sentences(change: Change, file: str) -> tuple[str, ...]:
    """Return what it means. file: the name of the other file."""
    after = _("Then you get a recovery code to print or save. Without passphrase and code there is no way back in.")
    return {
        Change.SET: (what_it_does(), after),
        Change.CHANGE: (after,),
        Change.REMOVE: (_("The journal stays on this computer, but whoever uses this computer can then read it."),),
        Change.SHOW_CODE: (_("The code opens the journal without the passphrase, so the passphrase is asked first."),),
        Change.OTHER_FILE: (_("“{file}” has another passphrase than your journal.").format(file=file),),
    }[change]


def what_it_does() -> str:
    """Return what a passphrase does, in two sentences."""
    return _(
        "A passphrase encrypts your journal, its drafts and its backups. Nobody can read them without it: not someone"
        " who finds this computer, and not us."
    )


def about_backups(change: Change, count: int) -> str:
    """Return what becomes of so many backups."""
    if change is Change.SET:
        return ngettext(
            "{count} backup was made without a passphrase and can be read by anybody until it is renewed.",
            "{count} backups were made without a passphrase and can be read by anybody until they are renewed.",
            count,
        ).format(count=count)
    return ngettext(
        "{count} backup keeps the passphrase it was made with until it is renewed.",
        "{count} backups keep the passphrase they were made with until they are renewed.",
        count,
    ).format(count=count)


def changed(*, backups_left: bool, away: Sequence[Path] = ()) -> str:
    """Return that the journal has its new passphrase, and whether its backups have. away: places not looked at."""
    if away:
        text = _(
            "The journal has its new passphrase. Copies in “{folder}” keep the one they were made with: that place"
            " could not be reached."
        )
        return text.format(folder="”, “".join(map(str, away)))
    if backups_left:
        return _("The journal has its new passphrase. Backups made before keep the one they were made with.")
    return _("The journal and its backups have their new passphrase.")


def progress(words: str, again: str, wrong: str) -> str:
    """Return what is still missing of a passphrase that is typed twice. wrong: what is wrong with it, or ""."""
    if not words:
        return _("Several words that you will still know in a year are better than one with odd characters.")
    if wrong:
        return wrong
    if not again:
        return _("Now type the same again.")
    return _("Good: both are the same.") if again == words else _("The two are not the same yet.")


def does_not_open(error: StorageError, *, by_code: bool) -> str:
    """Return why what was typed does not open the journal. by_code: it was asked for as the recovery code."""
    if error.fault is Fault.CODE_MISTYPED:
        return str(error)
    if by_code:
        return _("This code does not open this journal: it belongs to an earlier passphrase, or to another journal.")
    return _(
        "This passphrase does not open the journal. Nothing was changed, and you can try as often as you like: mind"
        " capitals and the keyboard layout."
    )


def not_the_present_one(error: StorageError) -> str:
    """Return why nothing is changed with what was typed as the present passphrase."""
    if error.fault is Fault.PASSPHRASE_WRONG:
        return _("That is not the present passphrase. Nothing was changed; try again.")
    return str(error)
