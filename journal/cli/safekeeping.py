"""Commands that keep the journal safe: backup, restore, check, salvage, passphrase."""

from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal import i18n
from journal.cli.context import OUTPUT, Context, first_line, on_terminal, say
from journal.domain.errors import CannotDo, Fault, StorageError
from journal.domain.records import Records
from journal.i18n import _, ngettext

if TYPE_CHECKING:
    from journal.storage.backup import Backup
    from journal.storage.repository import Repository


@click.command()
@click.option("-o", "--output", type=OUTPUT, metavar="FILE", help="A new file, instead of one in the backup folder.")
@click.pass_obj
def backup(context: Context, output: Path | None) -> None:
    """Make a verified copy of the journal and print where it is."""
    from journal.storage import backup as backups

    with context.read() as journal:
        if output is None:
            say(backups.make(journal, context.now, "by-hand").path)
        else:
            path = context.output(output)
            backups.make_at(journal, path)
            say(path)


@click.command()
@click.argument("file", type=OUTPUT)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.pass_obj
def restore(context: Context, file: Path, dry_run: bool) -> None:
    """Make the journal what a backup holds. What is there now is kept in the backup folder."""
    from journal.storage.restore import preview
    from journal.storage.restore import restore as put_back

    context.check_writable()
    before = _readable(context)
    if dry_run:
        say(_difference(before, context.opened(lambda words: preview(context.path, file, words))), done=False)
        return
    context.output(file)
    records, aside = context.opened(lambda words: put_back(context.path, file, context.now, words))
    said = [_holds(records)]
    if aside is not None:
        said.append(_("What was there before is kept in “{file}”.").format(file=aside))
    say(" ".join(said))


@click.command()
@click.pass_obj
def check(context: Context) -> None:
    """Read every page and every record of the journal and of its newest backup, and say when that was made."""
    from journal.storage.repository import Repository

    def read(words: str | None) -> "tuple[Records, Backup | None, str]":
        with Repository.open(context.path, passphrase=words, create=False, read_only=True) as journal:
            journal.check()
            records = journal.records()
            newest, state = _newest_backup(journal, context.now)
        return records, newest, state

    records, newest, state = context.opened(read)
    said = [_("“{file}” is whole.").format(file=context.path), _holds(records)]
    if newest is None:
        said.append(_("There is no backup yet."))
    else:
        at = newest.made_at.astimezone(context.now.tzinfo)
        said.append(_("Last backup: {day}, {time}.").format(day=i18n.day(at.date()), time=i18n.clock(at)))
        said.append(state)
    say(" ".join(said), done=False)


def _newest_backup(journal: "Repository", now: datetime) -> "tuple[Backup | None, str]":
    """Find the newest backup of this very journal; return it with what it is worth, having read it through."""
    from journal.storage import backup as backups

    found = backups.found(journal.path, journal.id)
    owner = backups.Owner.of(journal)
    for backup in sorted(found, key=lambda one: one.made_at > now):  # those a clock that was ahead dated come last
        try:
            return backup, _worth(backups.examine(backup.path, journal.key, owner))
        except StorageError as error:
            if error.fault in (Fault.PASSPHRASE_WRONG, Fault.PASSPHRASE_NEEDED, Fault.NOT_PROTECTED):
                return backup, _("It has another passphrase than the journal, or none.")
            if error.fault is not Fault.OTHER_JOURNAL:
                return backup, _("It cannot be read any more: make a new one.")
    return None, ""


def _worth(count: int) -> str:
    return ngettext("It is whole and holds {count} entry.", "It is whole and holds {count} entries.", count).format(
        count=count
    )


@click.command()
@click.option("-o", "--output", type=OUTPUT, required=True, metavar="FILE", help="The new journal; it must not exist.")
@click.pass_obj
def salvage(context: Context, output: Path) -> None:
    """Read what can be read from a damaged journal into a new one. The damaged file is left as it is."""
    from journal.storage.salvage import salvage as read_into

    context.output(output)
    found = context.opened(lambda words: read_into(context.path, output, words))
    lost = ngettext("{count} record could not be read.", "{count} records could not be read.", found.lost)
    said = [" ".join([f"{output}:", _holds(found.records), lost.format(count=found.lost)])]
    if found.torn:
        said.append(_("Words left of records that could not be read whole:"))
    said += [": ".join([*([i18n.day(torn.on)] if torn.on else []), " · ".join(torn.words)]) for torn in found.torn]
    say("\n".join(said))


@click.command()
@click.argument("action", type=click.Choice(["set", "change", "remove"]))
@click.option(
    "--new-passphrase-file",
    type=OUTPUT,
    metavar="FILE",
    help="Its first line is the new passphrase; without it you are asked.",
)
@click.option("--recovery-out", type=OUTPUT, metavar="FILE", help="Write the recovery code there, not on the terminal.")
@click.option("--keep-backups", is_flag=True, help="Leave the backups with the passphrase they have, or without any.")
@click.pass_obj
def passphrase(
    context: Context, action: str, new_passphrase_file: Path | None, recovery_out: Path | None, keep_backups: bool
) -> None:
    """Protect the journal with a passphrase, change it, or remove it; the backups follow.

    The recovery code opens the journal if the passphrase is forgotten. It changes with the passphrase. Without either
    of them nobody can read the journal again.
    """
    from journal.outfile import atomic_write
    from journal.storage import protect

    context.check_writable()
    if action == "remove" and (new_passphrase_file or recovery_out):
        raise click.UsageError(_("“remove” takes neither a new passphrase nor a file for a recovery code."))
    if recovery_out:
        context.output(recovery_out)
    path = context.path
    old = context.opened(lambda words: _holds_for(path, words))
    if (old is None) is not (action == "set"):
        if action == "set":
            raise CannotDo(_("“{file}” has a passphrase already; “passphrase change” gives another.").format(file=path))
        raise CannotDo(_("“{file}” has no passphrase; “passphrase set” gives it one.").format(file=path))
    new = None if action == "remove" else _new_passphrase(new_passphrase_file)
    protect.check_new(path, new)
    with atomic_write(recovery_out) if recovery_out else nullcontext() as paper:  # before anything: can it be written?
        changed = protect.change_passphrase(path, old, new, context.now, renew=not keep_backups)
        if paper is not None:
            paper.write_text(f"{changed.code}\n", encoding="ascii")
    said = [_("“{file}” has no passphrase any more.") if new is None else _("“{file}” has its new passphrase now.")]
    said[0] = said[0].format(file=path)
    if not keep_backups:
        text = ngettext("{count} backup follows it.", "{count} backups follow it.", changed.renewed)
        said.append(text.format(count=changed.renewed))
        if changed.left:
            count = len(changed.left)
            text = ngettext("{count} keeps another passphrase.", "{count} keep another passphrase.", count)
            said.append(text.format(count=count))
    if changed.left:
        text = _("What was not changed, and opens as before: {files}.")
        said.append(text.format(files=i18n.listing(_("“{file}”").format(file=path) for path in changed.left)))
    for place in changed.away:
        said.append(_("Copies in “{folder}” keep the one they have: it could not be reached.").format(folder=place))
    if changed.code and recovery_out is None:
        said.append(_("Recovery code, to be kept on paper: {code}").format(code=changed.code))
    say(" ".join(said))


def _holds_for(path: Path, words: str | None) -> str | None:
    """Return the words if they open the journal."""
    from journal.storage.repository import Repository

    Repository.open(path, passphrase=words, read_only=True).close()
    return words


def _new_passphrase(file: Path | None) -> str:
    if file is not None:
        return first_line(file)
    if not on_terminal():
        raise click.UsageError(_("Name a file with the new passphrase: --new-passphrase-file."))
    return str(click.prompt(_("New passphrase"), hide_input=True, confirmation_prompt=True, err=True))


def _readable(context: Context) -> Records | None:
    """What the journal holds, or None if there is nothing to read: then there is all the more reason to restore."""
    try:
        return context.records()
    except StorageError:
        return None


def _holds(records: Records) -> str:
    entries = len(records.entries)
    others = len(records) - entries
    return _("The journal holds {entries} and {others}.").format(
        entries=ngettext("{count} entry", "{count} entries", entries).format(count=entries),
        others=ngettext("{count} other record", "{count} other records", others).format(count=others),
    )


def _difference(before: Records | None, after: Records) -> str:
    from journal.exchange.merge import difference

    if before is None:
        return _("The journal cannot be read now; with the backup it would be this. {holds}").format(
            holds=_holds(after)
        )
    found = difference(before, after)
    sentence = _(
        "Records that restoring would bring back: {back}, change: {changed}, take away: {lost}; the same: {same}."
    )
    return sentence.format(back=len(found.back), changed=len(found.changed), lost=len(found.gone), same=found.same)


COMMANDS = (backup, restore, check, salvage, passphrase)
